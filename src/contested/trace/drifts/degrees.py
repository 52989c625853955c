"""Words of degree, extent and frequency: "heavily", "mostly", "effectively", "routinely"."""

from collections.abc import Iterator, Sequence

from contested.records import Change, Span
from contested.trace.sides import Gap, Side, Sides, span_of
from contested.trace.words import Token

_SMALL = 4


def find_degree_changes(sides: Sides) -> Iterator[Change]:
    """A word of degree that becomes another, or stands on one side alone while the words around it are kept."""
    alone_a: list[tuple[Token, Gap]] = []
    alone_b: list[tuple[Token, Gap]] = []
    signs_a, signs_b = _signs(sides.a), _signs(sides.b)
    for gap in sides.gaps if signs_a or signs_b else ():
        left = [token for token in gap.a if token in signs_a]
        right = [token for token in gap.b if token in signs_b]
        yield from (_replaced(sides, a, b) for a, b in zip(left, right, strict=False))
        alone_a += [(token, gap) for token in left[len(right) :]]
        alone_b += [(token, gap) for token in right[len(left) :]]
    yield from (_replaced(sides, a, b) for (a, _), (b, _) in zip(alone_a, alone_b, strict=False))
    yield from _left_out(sides, alone_a[len(alone_b) :], alone_b[len(alone_a) :])


def _replaced(sides: Sides, a: Token, b: Token) -> Change:
    return sides.change("qualifier", _with_next(sides.a, a), _with_next(sides.b, b), f"“{a.lower}” becomes “{b.lower}”")


def _left_out(sides: Sides, left: Sequence[tuple[Token, Gap]], right: Sequence[tuple[Token, Gap]]) -> Iterator[Change]:
    for token, gap in left:
        if len(gap.a) <= _SMALL:
            yield sides.change("qualifier", _with_next(sides.a, token), None, f"b leaves “{token.lower}” out")
    for token, gap in right:
        if len(gap.b) <= _SMALL:
            yield sides.change("qualifier", None, _with_next(sides.b, token), f"b adds “{token.lower}”")


def _signs(side: Side) -> frozenset[Token]:
    """Words of degree that the other side does not have, outside quotations; a capital may be a name ("Emily")."""
    found = side.sentence.signs.get("degree", ())
    return frozenset(t for t in found if t.lower not in side.other_words and not t.name and not side.sentence.quoted(t))


def _with_next(side: Side, token: Token) -> Span:
    """The word and the one it belongs to."""
    at = side.tokens.index(token)
    after = side.tokens[at + 1 : at + 2]
    joined = after and not side.text[token.end : after[0].start].strip()
    return span_of([token, after[0]]) if joined else span_of([token])
