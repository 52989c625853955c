"""When it is said to have happened: days and parts of days that differ, or that one side leaves out."""

import re
from collections.abc import Iterator
from functools import cache

from contested.records import Change, Span
from contested.reference.wording import cues
from contested.trace.sides import Side, Sides


def find_time_changes(sides: Sides) -> Iterator[Change]:
    """A time of one side that no sentence of the other has; where both have one, they are set against each other."""
    left, right = _only(sides.a), _only(sides.b)
    for a, b in zip(left, right, strict=False):
        yield sides.change("time", a, b, "another time")
    for a in left[len(right) :]:
        yield sides.change("time", a, None, "b leaves the time out")
    for b in right[len(left) :]:
        yield sides.change("time", None, b, "b puts a time in")


def _only(side: Side) -> list[Span]:
    if "time" not in side.sentence.signs and "may" not in side.sentence.words:
        return []
    found = []
    for match in _time().finditer(side.text, side.sentence.span.start, side.sentence.span.end):
        words = {word for word in re.findall(r"\w+", match.group().lower()) if word in cues().time or word.isdigit()}
        if words and not words <= side.other_words:
            found.append(Span(*match.span()))
    return found


@cache
def _time() -> re.Pattern[str]:
    words = "|".join(sorted(cues().time, key=len, reverse=True))
    day = rf"(?:{words}|(?<=\d )May\b|May(?= \d))"
    return re.compile(
        rf"\b(?:(?:early|late|mid)[ -])?(?:\d{{1,2}}(?:st|nd|rd|th)? )?{day}\b(?:[ ,]{{1,2}}(?:{words}|\d{{1,4}}(?:st|nd|rd|th)?)\b)*|\b(?:19|20)\d\d\b",
        re.I,
    )
