"""What a superlative ranges over: "the longest bridge on the lower river" is not "the country's longest bridge"."""

from collections.abc import Iterator
from dataclasses import dataclass

from contested.records import Change, Span
from contested.trace.sides import Side, Sides, span_of
from contested.trace.words import Token

_OPENS_SCOPE = frozenset({"in", "of", "on", "along", "across", "within", "outside", "since", "among"})
_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "our"})
_NUMBERED = frozenset({"first", "second", "third", "last"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Superlative:
    span: Span
    word: str
    head: str
    scope: frozenset[str]


def find_superlative_changes(sides: Sides) -> Iterator[Change]:
    """Superlatives of one noun on both sides whose scope differs, or which number it otherwise; synonyms ("biggest", "largest") are none."""
    left = list(_superlatives(sides.a))
    right = list(_superlatives(sides.b)) if left else []
    for a in left:
        b = next((other for other in right if other.head == a.head), None)
        if b is None:
            continue
        right.remove(b)
        if a.scope != b.scope:
            yield sides.change("qualifier", a.span, b.span, f"another scope of the superlative: {_said(a)} becomes {_said(b)}")
        elif a.word != b.word and {a.word, b.word} & _NUMBERED:
            yield sides.change("qualifier", a.span, b.span, f"“{a.word}” becomes “{b.word}”")


def _said(found: _Superlative) -> str:
    return " ".join(sorted(found.scope)) or "no scope"


def _superlatives(side: Side) -> Iterator[_Superlative]:
    for token in side.sentence.signs.get("superlative", ()):
        at = side.tokens.index(token)
        if at and not token.name and (found := _read(side, at)):
            yield found


def _read(side: Side, at: int) -> _Superlative | None:
    tokens, text = side.tokens, side.text
    before = tokens[at - 1]
    owner = text[before.start : before.end].endswith(("'s", "’s", "s'", "s’"))
    if not owner and before.lower not in _DETERMINERS:
        return None
    first = at - 1
    if owner and first and tokens[first - 1].lower in _DETERMINERS:
        first -= 1
    end = at + 1
    while end < len(tokens) and tokens[end].content and not tokens[end].name and _joined(text, tokens[end - 1], tokens[end]):
        end += 1
    if end == at + 1:
        return None
    head = tokens[end - 1]
    scope = {before.stem} if owner else set()
    last = end
    if end < len(tokens) and tokens[end].lower in _OPENS_SCOPE and _joined(text, head, tokens[end]):
        last = end + 1
        for token in tokens[last : end + 5]:
            if not _joined(text, tokens[last - 1], token) or not (token.content or token.lower in _DETERMINERS):
                break
            if token.content:
                scope.add(token.stem)
            last += 1
    return _Superlative(span=span_of(tokens[first:last]), word=tokens[at].lower, head=head.stem, scope=frozenset(scope))


def _joined(text: str, left: Token, right: Token) -> bool:
    return not text[left.end : right.start].strip(" -\n\r\t")
