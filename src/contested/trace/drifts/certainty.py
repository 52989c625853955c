"""Hedges and negations that stand on one side alone: what may have happened becomes what happened, what did not becomes what did."""

from collections.abc import Iterator

from contested.records import Change, Span
from contested.reference.wording import cues
from contested.trace.sides import Side, Sides, span_of
from contested.trace.signs import Sign
from contested.trace.words import Token


def find_hedge_changes(sides: Sides) -> Iterator[Change]:
    """A word of doubt on one side, and none on the other."""
    left, right = (_marked(side, "hedge") for side in (sides.a, sides.b))
    if left and not right and cues().hedge.isdisjoint(sides.a.other_words):
        yield sides.change("hedge", _with_next(sides.a, left[0]), None, f"b leaves the doubt out (“{left[0].lower}”)")
    elif right and not left and cues().hedge.isdisjoint(sides.b.other_words):
        yield sides.change("hedge", None, _with_next(sides.b, right[0]), f"b puts a doubt in (“{right[0].lower}”)")


def find_negation_changes(sides: Sides) -> Iterator[Change]:
    """A "not" on one side alone, beside words that both have."""
    left, right = (_marked(side, "negation") for side in (sides.a, sides.b))
    if left and not right and cues().negation.isdisjoint(sides.a.other_words) and _is_kept(sides.a, left[0]):
        yield sides.change("negation", _with_next(sides.a, left[0]), None, f"b leaves out “{left[0].lower}”")
    elif right and not left and cues().negation.isdisjoint(sides.b.other_words) and _is_kept(sides.b, right[0]):
        yield sides.change("negation", None, _with_next(sides.b, right[0]), f"b puts in “{right[0].lower}”")


def _marked(side: Side, sign: Sign) -> list[Token]:
    """The signs outside quotations; May with a capital is a month."""
    found = side.sentence.signs.get(sign, ())
    return [t for t in found if not (t.lower == "may" and side.text[t.start].isupper()) and not side.sentence.quoted(t)]


def _is_kept(side: Side, token: Token) -> bool:
    """Whether the other side has what is negated: the next two words of content."""
    at = side.tokens.index(token)
    following = [t for t in side.tokens[at + 1 : at + 6] if t.content][:2]
    return any(t.stem in side.other_stems for t in following)


def _with_next(side: Side, token: Token) -> Span:
    at = side.tokens.index(token)
    return span_of(side.tokens[at : at + 3])
