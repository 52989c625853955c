"""Times in a report: found by the grammar, placed on the calendar in the order they are told."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from contested.annotate.part import AnnotatorPart
from contested.annotate.times import absolute, feasts, lengths, relative
from contested.annotate.times.bounds import bounded, cut, part_of, precision_of, spread, with_day_part
from contested.annotate.times.found import Found
from contested.annotate.times.grammar import PERIODS, load_grammar
from contested.annotate.times.guards import Guards
from contested.annotate.times.lexicon import load_lexicon
from contested.annotate.times.scan import Scanner
from contested.annotate.times.syntax import Syntax
from contested.annotate.times.telling import Meaning, Telling, unplaced
from contested.records import Marks, Reason, Report, Span, When

if TYPE_CHECKING:
    from spacy.tokens import Doc

Resolver = Callable[[Found, Telling], Meaning | None]
"""A find and where the telling stands in; what it means out, None where it is no time after all."""

_RESOLVERS: Final[dict[str, Resolver]] = {
    "iso": absolute.resolve_iso, "slashed": absolute.resolve_slashed, "month_day": absolute.resolve_month_day, "day_month": absolute.resolve_month_day,
    "month": absolute.resolve_month, "year": absolute.resolve_year, "bc": absolute.resolve_bc, "decade": absolute.resolve_decade,
    "decade_name": absolute.resolve_decade_name, "century": absolute.resolve_century, "quarter": absolute.resolve_quarter, "half": absolute.resolve_half,
    "season": absolute.resolve_season, "feast": feasts.resolve_feast, "solar": feasts.resolve_solar,
    "deictic": relative.resolve_deictic, "last_night": relative.resolve_last_night, "weekday": relative.resolve_weekday, "unit": relative.resolve_unit,
    "the_unit": relative.resolve_the_unit, "unit_end": relative.resolve_unit_end, "ago": relative.resolve_ago, "unit_turn": relative.resolve_unit_turn,
    "day_number": relative.resolve_day_number, "day_part": relative.resolve_day_part, "clock": relative.resolve_clock,
    "duration": lengths.resolve_duration, "bare": lengths.resolve_bare, "hyphened": lengths.resolve_hyphened, "long": lengths.resolve_long,
    "span_of": lengths.resolve_span_of, "spans_of": lengths.resolve_spans_of, "times_a": lengths.resolve_times_a, "every": lengths.resolve_every,
    "set_word": lengths.resolve_set_word, "reference": lengths.resolve_reference,
}  # fmt: skip
_NARRATIVE_FROM = 3
_NARRATIVE_SHARE = 0.6
_ERA = 20
_OF_A_YEAR = frozenset({"month", "month_day", "day_month"})
_NEAR_DAYS = frozenset({"weekday", "deictic", "unit"})
_JOINED = re.compile(r"\s*(?:-|–|—|,|,?\s*(?:and|or|to|until|till|through))\s*(?:the\s+)?")
_RANGE = re.compile(r"\s*(?:(?P<dash>-|–|—)|(?P<to>to|until|till|through)|(?P<and>and))\s*(?:on\s+)?")
_ASIDES = frozenset({"since", "until", "till", "before", "by", "of", "than"})


def times_part() -> AnnotatorPart:
    """The annotator that fills `Marks.times`."""
    return AnnotatorPart(gives="times", needs=("sentences",), annotate=mark_times)


def mark_times(report: Report, doc: "Doc", marks: Marks) -> tuple[When, ...]:
    """All times in the sentences of a report, sorted; none inside furniture. Linear in the length of the text."""
    syntax = Syntax(doc, load_lexicon())
    finds = Scanner(report.text, load_grammar(), Guards(report.text, syntax, load_lexicon()), load_lexicon()).scan(marks.sentences)
    if report.furniture:
        finds = [found for found in finds if not any(span.overlaps(Span(found.start, found.end)) for span in report.furniture)]
    _lend_years(report.text, finds)
    published = date.fromisoformat(report.day) if report.day else None
    telling = Telling(published=published, narrative=_is_narrative(finds, published), era=_era(finds))
    meanings = _place(report.text, finds, telling, syntax)
    return tuple(_when(report, found, meaning) for found, meaning in meanings)


def _years(finds: list[Found]) -> list[int]:
    return sorted(int(found.part("year")) for found in finds if len(found.part("year")) == 4 and not found.part("bc"))


def _is_narrative(finds: list[Found], published: date | None) -> bool:
    """A text that keeps naming months and years before its own, and never its own day, tells of a past.

    Every "Monday" or "today" asks for more such years; a few bare years are the background of news. Without a publication day only the text's own dates count.
    """
    if published is None:
        return True
    if any((found.rule == "deictic" and found.part("deictic").lower() != "today") or _is_day(found, published) for found in finds):
        return False
    years = _years(finds)
    elsewhere = sum(year < published.year - 1 for year in years)
    todays = sum(found.rule in {"weekday", "deictic", "last_night"} for found in finds)
    fine = sum(found.rule in _OF_A_YEAR and found.part("year").isdigit() and int(found.part("year")) < published.year - 1 for found in finds)
    return fine > 1 and elsewhere >= _NARRATIVE_FROM + 2 * todays and elsewhere >= _NARRATIVE_SHARE * len(years)


def _is_day(found: Found, day: date) -> bool:
    if found.rule not in {"month_day", "day_month"} or found.part("year") != str(day.year):
        return False
    return int(found.part("day")) == day.day and load_lexicon().month(found.part("month")) == day.month


def _era(finds: list[Found]) -> tuple[int, int]:
    """The years around the middle one of all that are named; a year far off is an aside ("the largest since 1813")."""
    years = _years(finds)
    return (years[len(years) // 2] - _ERA, years[len(years) // 2] + _ERA) if years else (1, 9999)


def _lend_years(text: str, finds: list[Found]) -> None:
    """ "April and June 1955", "3 March - 16 July 1953": the year stands once, at the end. "1995-97": the century stands once, at the start."""
    for left, right in reversed(list(pairwise(finds))):
        lends = {left.rule, right.rule} <= _OF_A_YEAR and right.part("year") and not left.part("year")
        if lends and _JOINED.fullmatch(text, left.end, right.start):
            left.parts["year"] = right.part("year")
    for left, right in pairwise(finds):
        if right.rule == "year" and right.part("short") and left.part("year"):
            right.parts["year"], right.parts["short"] = left.part("year")[:2] + right.part("short"), None


def _place(text: str, finds: list[Found], telling: Telling, syntax: Syntax) -> list[tuple[Found, Meaning]]:
    """Meanings in the order of telling; each may move the time last spoken of."""
    placed: list[tuple[Found, Meaning]] = []
    ranged: set[int] = set()
    dated = {found.sentence for found in finds if found.rule in PERIODS - _NEAR_DAYS}
    for found in finds:
        telling.tense = partial(syntax.tense, found.start)
        telling.alone = found.sentence not in dated
        telling.opens = not text[text.rfind("\n", 0, found.start) + 1 : found.start].strip()
        meaning = _meaning(found, telling)
        if meaning is None:
            continue
        if placed and _is_range(text, placed[-1][0], found) and (pair := spread(placed[-1][1], meaning)):
            placed[-1], meaning = (placed[-1][0], pair[0]), pair[1]
            ranged |= {len(placed) - 1, len(placed)}
        elif meaning.stretch is not None and _goes_on(telling, found, meaning):
            telling.stated = meaning.stretch
        placed.append((found, meaning))
    return [(found, meaning if i in ranged else bounded(meaning, found.lead)) for i, (found, meaning) in enumerate(placed)]


def _meaning(found: Found, telling: Telling) -> Meaning | None:
    if found.whole is not None:
        return _meaning_of_part(found, _meaning(found.whole, telling))
    try:
        meaning = _RESOLVERS[found.rule](found, telling)
        if meaning is not None and found.day_part:
            meaning = with_day_part(meaning, found.day_part)
        return cut(meaning, found.edge, now=telling.published, told=telling.told()) if meaning is not None and found.edge else meaning
    except (OverflowError, ValueError):  # "in 90,000 years": no calendar reaches there
        return unplaced("DATE", "outside the calendar")


def _meaning_of_part(found: Found, whole: Meaning | None) -> Meaning | None:
    try:
        return part_of(whole, found.part("ordinal"), found.part("number"), found.part("unit")) if whole else None
    except (OverflowError, ValueError):  # "the last 90,000 days of May"
        return None


def _is_range(text: str, left: Found, right: Found) -> bool:
    """ "3-5 May", "from Monday to Wednesday", "between May and July"."""
    joint = _RANGE.fullmatch(text, left.end, right.start)
    if joint is None or left.sentence != right.sentence:
        return False
    return joint.group("dash") is not None or (joint.group("and") is not None and left.lead == "between") or joint.group("to") is not None


def _goes_on(telling: Telling, found: Found, meaning: Meaning) -> bool:
    """Whether a time becomes the one last spoken of: in news a day, in a narrative any stretch up to a year that is no aside."""
    stretch = meaning.stretch
    if stretch is None or found.rule == "reference":
        return False
    if not telling.narrative:
        return stretch.grain == "day" and found.lead not in _ASIDES
    if (telling.published is not None and stretch.first > telling.published) or not telling.era[0] <= stretch.first.year <= telling.era[1]:
        return False
    return stretch.grain not in {"decade", "century"} and not (found.lead in _ASIDES and stretch.grain == "year") and found.lead != "since"


def _when(report: Report, found: Found, meaning: Meaning) -> When:
    span = Span(found.start, found.end)
    first, last = (day.isoformat() if day else None for day in (meaning.first, meaning.last))
    return When(span=span, wording=report.words(span), type=meaning.type, value=meaning.value, earliest=first, latest=last,
                precision=precision_of(meaning), reason=Reason(score=meaning.score, because=meaning.because))  # fmt: skip
