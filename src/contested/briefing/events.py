"""What happened: one row an event."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from contested.briefing.passages import Passage, passages
from contested.briefing.period import Period
from contested.briefing.shelf import Shelf
from contested.briefing.wording import MODALITY, STATUS, by_certainty, count_words, counted, country_words, day_words, field_words, surest, type_words
from contested.records import Assessment, Claim, CountKind, Event, PlaceRef

_counts: tuple[str, ...] = get_args(CountKind)
_vague = {"country": "country", "admin1": "province", "admin2": "district", "region": "region"}


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """`when` is a day, an interval or None, `known_from` when it was first reported; `counts` are phrases ("killed: 3").

    `happened` is False where nobody says that it happened or goes on; `caution` says how it is told where it is not told as done.
    `status` is "" for one origin only: `backing` says that already. `differs` are the fields whose accounts clash, in words.
    """

    id: str
    label: str
    place: str | None
    where: str
    ref: PlaceRef | None
    when: str | None
    known_from: str | None
    actor: str | None
    target: str | None
    counts: tuple[str, ...]
    happened: bool
    caution: str
    status: str
    origins: int
    reports: int
    backing: str
    voices: tuple[str, ...]
    differs: tuple[str, ...]
    passages: tuple[Passage, ...]


def event_rows(shelf: Shelf, period: Period) -> tuple[EventRow, ...]:
    """The events of a period, newest first, those without a date after the others; of one day, those that clash or have more origins first.

    An event without a date counts by the day it was first reported.
    """
    rows = (_row(event, shelf) for event in shelf.view.events())
    shown = [row for row in rows if period.meets(row.when or row.known_from)]
    return tuple(sorted(shown, key=_weight, reverse=True))


def heading(row: EventRow) -> str:
    """ "Rebels → Norvale garrison", "Rebels", "→ Norvale garrison"; "" where nobody is named."""
    return " ".join(part for part in (row.actor, f"→ {row.target}" if row.target else None) if part)


def divided(rows: Iterable[EventRow]) -> tuple[tuple[EventRow, ...], tuple[EventRow, ...], tuple[EventRow, ...]]:
    """What happened on a day that is told, what happened on a day that is not, and what nobody says has happened."""
    every = tuple(rows)
    happened = tuple(row for row in every if row.happened)
    return tuple(row for row in happened if row.when), tuple(row for row in happened if not row.when), tuple(row for row in every if not row.happened)


def where_words(place: PlaceRef | None, *, within: str | None = None, name: str | None = None) -> str:
    """What a place lies in: settlement, province, country; of a whole country or province, that no nearer place is told.

    `name` is what is called by another name than the place ("Norvale barracks").
    """
    if place is None:
        return within or ""
    around = ", ".join(part for part in (within, place.admin1, country_words(place.country)) if part and part != place.name)
    kind = _vague.get(place.kind)
    if kind is None or within:
        return around
    if name not in (None, place.name):
        return f"{place.name} ({kind})" + (f", {around}" if around else "")
    return f"{kind} in {around}; no nearer place told" if around else f"{kind}; no nearer place told"


def _weight(row: EventRow) -> tuple[bool, str, bool, bool, int, int, str, str]:
    """An interval counts by its last day, but what happened did so before it was reported."""
    known = (row.known_from or "")[:10]
    first, _, last = (row.when or known).partition("/")
    day = min(last, known or last) if last and row.happened else last or first
    return (row.when is not None, day, first == last or not last, bool(row.differs), row.origins, row.reports, row.known_from or "", row.id)


def _row(event: Event, shelf: Shelf) -> EventRow:
    claims, assessment = shelf.claims(event), shelf.assessments.get(event.id)
    place = _value(assessment, "place") or _commonest(claim.place_ref.name if claim.place_ref else None for claim in claims)
    ref = next((claim.place_ref for claim in claims if claim.place_ref and claim.place_ref.name == place), None)
    reports = assessment.reports if assessment else tuple(dict.fromkeys(claim.report for claim in claims))
    origins = assessment.origins if assessment else len({shelf.origins[claim.report] for claim in claims})
    return EventRow(
        id=event.id,
        label=type_words(event.event_type),
        place=place,
        where=where_words(ref),
        ref=ref,
        when=_value(assessment, "date") or _commonest(claim.day for claim in claims),
        known_from=assessment.known_from if assessment else min((shelf.view.known_at(claim.report) for claim in claims), default=None),
        actor=_value(assessment, "actor") or _commonest(claim.actor_name for claim in claims),
        target=_target(assessment, claims, place=place),
        counts=_count_words(assessment, claims),
        happened=surest(claims) in ("actual", "ongoing"),
        caution=MODALITY[surest(claims)],
        status=STATUS[assessment.status] if assessment and assessment.status != "single_origin" else "",
        origins=origins,
        reports=len(reports),
        backing=f"{counted(origins, 'origin')}, {counted(len(reports), 'report')}",
        voices=shelf.voices(claims),
        differs=tuple(field_words(field.field) for field in assessment.fields if field.agreement == "differ") if assessment else (),
        passages=passages(by_certainty(claims), shelf.view),
    )


def day_of(row: EventRow) -> str:
    """When it happened, in words; when nobody says, when it was first reported."""
    if row.when:
        return day_words(row.when)
    return f"day not told; first reported {day_words(row.known_from[:10])}" if row.known_from else "day not told"


def _value(assessment: Assessment | None, field: str) -> str | None:
    found = assessment.field(field) if assessment else None
    return found.value if found else None


def _target(assessment: Assessment | None, claims: tuple[Claim, ...], *, place: str | None) -> str | None:
    """The place itself is no news as a target: it stands beside the type already."""
    target = _value(assessment, "target") or _commonest(claim.target_name for claim in claims)
    return None if target == place else target


def _commonest(values: Iterable[str | None]) -> str | None:
    told = Counter(value for value in values if value)
    return told.most_common(1)[0][0] if told else None


def _count_words(assessment: Assessment | None, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    if assessment:
        assessed = tuple(count_words(field.field, field.value) for field in assessment.fields if field.field in _counts and field.value)
        if assessed:
            return assessed
    told = dict.fromkeys((count.kind, count.wording) for claim in claims for count in claim.quantities)
    return tuple(f"{kind}: {wording}" for kind, wording in told)
