"""An attribution on its way: tokens of the parse, before they become spans."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contested.records import Span, Spans, Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_QUOTES = frozenset("\"“”„«»``''")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`anchor` the word that attributes, `cue` and `content` token indices, `sources` the heads of the speakers' phrases.

    `tells` False: a view or an aim, no account of what happened. `phrase` are the words of a lone source
    that the parse did not keep together. `open` is True while a verb of speech has no content: a quotation beside it may become it, else it attributes nothing.
    """

    anchor: "Token"
    cue: tuple[int, ...]
    sources: tuple["Token", ...]
    content: frozenset[int]
    stance: Stance
    because: str
    open: bool = field(default=False)
    tells: bool = field(default=True)
    phrase: range | None = field(default=None)


def indices(tokens: Iterable["Token"]) -> frozenset[int]:
    """Where tokens stand in the parse."""
    return frozenset(token.i for token in tokens)


def pieces(doc: "Doc", wanted: Iterable[int]) -> Spans:
    """Unbroken stretches of text over token indices; punctuation between two words joins them, at the edges it falls off.

    Quotation marks at the edges stay if they belong.
    """
    spans, run = [], list[int]()
    for i in sorted(wanted):
        if run and not all(_is_light(doc[k]) for k in range(run[-1] + 1, i)):
            spans.append(run)
            run = []
        run.append(i)
    spans.append(run)
    return tuple(span for run in spans if (span := _span(doc, run)) is not None)


def _span(doc: "Doc", run: list[int]) -> Span | None:
    start, end = 0, len(run)
    while start < end and _falls_off(doc[run[start]]):
        start += 1
    while start < end and _falls_off(doc[run[end - 1]]):
        end -= 1
    if start == end or not any(doc[i].text[0].isalnum() for i in run[start:end]):
        return None
    last = doc[run[end - 1]]
    return Span(doc[run[start]].idx, last.idx + len(last))


def _falls_off(token: "Token") -> bool:
    return _is_light(token) and token.text not in _QUOTES


def _is_light(token: "Token") -> bool:
    return bool(token.is_punct or token.is_space)
