"""Words inside quotation marks that differ: somebody is made to say something else."""

from collections.abc import Iterator

from rapidfuzz.distance import Indel

from contested.records import Change, Span
from contested.trace.sides import Side, Sides
from contested.trace.words import tokens

_LIKE = 0.5
_SHORTEST = 3
_NEW = 0.34


def find_quote_changes(sides: Sides) -> Iterator[Change]:
    """Quotations altered; quotations that only one side has and whose words the other does not have either."""
    left, right = (side.sentence.quotes for side in (sides.a, sides.b))
    open_right = list(right)
    lonely = []
    for quote in left:
        best = max(open_right, key=lambda other: _likeness(sides, quote, other), default=None)
        if best is None or _likeness(sides, quote, best) < _LIKE:
            lonely.append(quote)
            continue
        open_right.remove(best)
        if _plain(sides.a, quote) != _plain(sides.b, best):
            yield sides.change("quote", quote, best, "words inside quotation marks are altered")
    for quote in lonely:
        if _is_new(sides.a, quote):
            yield sides.change("dropped", quote, None, "a quotation that b does not have")
    for quote in open_right:
        if _is_new(sides.b, quote):
            yield sides.change("added", None, quote, "a quotation that a does not have")


def _plain(side: Side, quote: Span) -> list[str]:
    return [token.lower for token in tokens(side.text, quote.start, quote.end)]


def _likeness(sides: Sides, quote: Span, other: Span) -> float:
    left = [token.stem for token in tokens(sides.a.text, quote.start, quote.end)]
    right = [token.stem for token in tokens(sides.b.text, other.start, other.end)]
    return Indel.normalized_similarity(left, right)


def _is_new(side: Side, quote: Span) -> bool:
    words = tokens(side.text, quote.start, quote.end)
    content = [token for token in words if token.content]
    if len(words) < _SHORTEST or not content:
        return False
    return sum(token.stem in side.other_stems for token in content) <= len(content) * _NEW
