"""What the small words do to a time: "early", "late", a part of the day, "since", "until", and pairs that make a range."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal, cast

from contested.annotate.times.calendar import Grain, day_of, edge_of, holding, moved
from contested.annotate.times.lengths import length_value
from contested.annotate.times.lexicon import load_lexicon
from contested.annotate.times.telling import Meaning

_DAY = timedelta(days=1)
_DAY_EDGES = {"early": "TMO", "late": "TEV", "start": "TMO", "end": "TEV", "mid": "TMI"}


def with_day_part(meaning: Meaning, code: str) -> Meaning:
    """A day and a TIMEX3 code: "2021-08-11TEV"; a length or a vague time stays as it is."""
    if meaning.stretch is None or meaning.stretch.grain != "day":
        return meaning
    return replace(meaning, type="TIME", value=meaning.stretch.first.isoformat() + code)


def cut(meaning: Meaning, edge: str, *, now: date | None, told: date | None) -> Meaning:
    """ "early", "mid", "late", "start" and "end" leave a part; "earlier" and "later" what lies before or after the telling; "eve" is the day before."""
    stretch = meaning.stretch
    if stretch is None:
        return meaning
    if edge == "eve":
        before = day_of(stretch.first - _DAY)
        return replace(meaning, value=before.value, first=before.first, last=before.last, stretch=before)
    if edge in {"earlier", "later"}:
        anchor = now if now is not None and stretch.first <= now <= stretch.last else told
        if anchor is None or not stretch.first <= anchor <= stretch.last:
            return meaning
        return replace(meaning, last=anchor) if edge == "earlier" else replace(meaning, first=anchor)
    if stretch.grain == "day":
        return meaning if meaning.type == "TIME" else with_day_part(meaning, _DAY_EDGES[edge])
    first, last = edge_of(stretch, edge)
    return replace(meaning, first=first, last=last)


def part_of(whole: Meaning, ordinal: str, number: str, unit: str) -> Meaning:
    """ "the last week of March", "the first ten days of August": counted from the nearer end; a week's value is the ISO week of its middle day."""
    lexicon = load_lexicon()
    stretch, singular, count = whole.stretch, lexicon.unit(unit), int(lexicon.number(number) or 1)
    if stretch is None or (singular not in {"day", "week", "weekend", "month", "quarter", "year", "decade"}):
        return Meaning(type="DURATION", value=length_value(count, singular), because="a length, part of a period that is not placed", score=0.5)
    grain = cast(Grain, singular)
    place = 1 if ordinal.lower() in {"first", "opening"} else lexicon.ordinals.get(ordinal.lower(), 0)
    if place:
        first = moved(stretch.first, place - 1, grain)
        last = moved(first, count, grain) - _DAY
    else:
        last = stretch.last
        first = moved(last + _DAY, -count, grain)
    if number or unit.lower() in lexicon.plurals:
        value: str | None = length_value(count if number else None, singular)
        return Meaning(type="DURATION", value=value, because=f"part of {stretch.value}", first=first, last=last if number else None, score=0.7)
    named_part = holding(grain, first + (last - first) / 2)
    first, last = max(first, stretch.first), min(last, stretch.last)
    return replace(whole, type="DATE", value=named_part.value, first=first, last=last, stretch=replace(named_part, first=first, last=last),
                   because=f"part of {stretch.value}; {whole.because}")  # fmt: skip


def bounded(meaning: Meaning, lead: str) -> Meaning:
    """ "since" opens the end, "until", "by" and "before" open the beginning, "after" and "from" start with it.

    "before dawn on Thursday" and "after midnight on Friday" are of that day."""
    if meaning.stretch is None or meaning.type not in {"DATE", "TIME"} or meaning.first is None or meaning.last is None:
        return meaning
    if meaning.type == "TIME" and lead in {"before", "ahead of", "after", "by"}:
        return meaning
    match lead:
        case "since" | "from":
            return replace(meaning, last=None)
        case "until" | "till" | "by":
            return replace(meaning, first=None)
        case "before" | "ahead of":
            return replace(meaning, first=None, last=meaning.first - _DAY)
        case "after":
            return replace(meaning, first=meaning.last, last=None)
        case _:
            return meaning


def spread(opening: Meaning, closing: Meaning) -> tuple[Meaning, Meaning] | None:
    """Both ends of a range carry the whole range's days; None where the ends do not make one."""
    if opening.stretch is None or closing.stretch is None or opening.first is None or closing.last is None or opening.first > closing.last:
        return None
    because = f"{opening.value} to {closing.value}"
    return (replace(opening, last=closing.last, because=f"{opening.because}; the range {because}"),
            replace(closing, first=opening.first, because=f"{closing.because}; the range {because}"))  # fmt: skip


def precision_of(meaning: Meaning) -> Literal[1, 2, 3] | None:
    """ACLED's time_precision: 1 a day, 2 about a week, 3 a month or more; None where a side is open. A night is a day, though it ends on the next."""
    if meaning.first is None or meaning.last is None:
        return None
    days = (meaning.last - meaning.first).days + 1
    return 1 if days == 1 or (days == 2 and meaning.type == "TIME") else 2 if days <= 10 else 3
