"""Numbers that differ, or that one side leaves out of words that both have."""

from collections.abc import Iterator

from contested.records import Change, Span
from contested.reference.wording import cues
from contested.trace.sides import Side, Sides, span_of
from contested.trace.words import Token

_VAGUE = frozenset({"dozen", "dozens", "scores", "hundreds", "thousands", "tens", "several", "many", "few", "handful", "numerous"})


def find_number_changes(sides: Sides) -> Iterator[Change]:
    """A number that stands where the other has another; a number left out or put in while the thing counted stays."""
    left, right = _only(sides.a), _only(sides.b)
    where = {token: i for i, gap in enumerate(sides.gaps) for token in (*gap.a, *gap.b)}
    only_ones = len(left) == len(right) == 1  # the only number that each side has to itself counts one thing, whatever it calls it
    for a in left:
        b = next(
            (b for b in right if only_ones or (where.get(a) == where.get(b) and a in where) or (_unit(sides.a, a) and _unit(sides.a, a) == _unit(sides.b, b))),
            None,
        )
        if b is not None:
            right.remove(b)
            yield sides.change("number", _with_unit(sides.a, a), _with_unit(sides.b, b), f"“{a.lower}” becomes “{b.lower}”")
        elif _unit(sides.a, a) in sides.a.other_stems:
            yield sides.change("number", _with_unit(sides.a, a), None, f"b leaves out “{a.lower}”")
    for b in right:
        if _unit(sides.b, b) in sides.b.other_stems:
            yield sides.change("number", None, _with_unit(sides.b, b), f"b puts in “{b.lower}”")


def _only(side: Side) -> list[Token]:
    """Numbers, exact or vague, that no partner has; days and years are left to the rule of times."""
    found = []
    for at, token in enumerate(side.tokens):
        if not (token.number or token.lower in _VAGUE) or token.stem in side.other_stems:
            continue
        around = [side.tokens[i].lower for i in (at - 1, at + 1) if 0 <= i < len(side.tokens)]
        is_year = token.number and len(token.lower) == 4 and token.lower[:2] in {"19", "20"}
        if not is_year and not (token.number and any(word in cues().time or word == "may" for word in around)):
            found.append(token)
    return found


def _unit(side: Side, token: Token) -> str | None:
    """The stem of what is counted: the next word of content close by, that is no number."""
    at = side.tokens.index(token)
    return next((t.stem for t in side.tokens[at + 1 : at + 5] if t.content and not t.number), None)


def _with_unit(side: Side, token: Token) -> Span:
    at = side.tokens.index(token)
    after = side.tokens[at + 1 : at + 2]
    return span_of([token, after[0]]) if after and after[0].content and not side.text[token.end : after[0].start].strip() else span_of([token])
