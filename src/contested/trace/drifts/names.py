"""Names that differ: another person, body or place, or another spelling."""

from collections.abc import Iterator
from itertools import groupby

from rapidfuzz import fuzz

from contested.records import Change, Span
from contested.reference.wording import cues
from contested.trace.sides import Side, Sides, span_of
from contested.trace.words import Token

_LOCATIVE = frozenset({"in", "at", "near", "outside", "around", "from", "to", "toward", "towards", "into", "inside", "across", "of"})
_SPELLING = 75


def find_name_changes(sides: Sides) -> Iterator[Change]:
    """A name that stands where the other side has another name; a name that gives way to a common noun is no drift."""
    for gap in sides.gaps:
        left, right = (_names(side, tokens) for side, tokens in ((sides.a, gap.a), (sides.b, gap.b)))
        for a, b in zip(left, right, strict=False):
            a_span, b_span = span_of(a), span_of(b)
            a_words, b_words = (side.text[span.start : span.end] for side, span in ((sides.a, a_span), (sides.b, b_span)))
            is_spelling = fuzz.ratio(a_words.casefold(), b_words.casefold()) >= _SPELLING
            is_place = _is_located(sides.a, a_span) and _is_located(sides.b, b_span)
            yield sides.change("place" if is_place else "name", a_span, b_span, "another spelling" if is_spelling else "another name")


def _names(side: Side, gap: tuple[Token, ...]) -> list[list[Token]]:
    """Runs of capitalised words of a gap that the other side has nowhere."""
    runs = []
    for is_name, run in groupby(gap, key=lambda t: t.name and not t.number and t.lower not in cues().time and t.lower not in cues().rank):
        listed = list(run)
        if is_name and not any(token.stem in side.other_stems for token in listed):
            runs.append(listed)
    return runs


def _is_located(side: Side, span: Span) -> bool:
    before = [token.lower for token in side.tokens if token.end <= span.start]
    return bool(before) and before[-1] in _LOCATIVE
