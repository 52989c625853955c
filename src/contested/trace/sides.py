"""One pair of sentences laid side by side, word by word, for the rules of drift."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from contested.records import Change, ChangeKind, Report, Span
from contested.trace.prepared import Sentence
from contested.trace.words import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A sentence of one report; `other_stems`, `other_words`: of all sentences of the other report it is paired with (one split in two has two)."""

    report: Report
    sentence: Sentence
    other_stems: frozenset[str]
    other_words: frozenset[str]

    @property
    def text(self) -> str:
        return self.report.text

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens

    @property
    def words(self) -> str:
        return self.report.words(self.sentence.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Words of `a` that stand where words of `b` stand, between words that both have; either may be empty."""

    a: tuple[Token, ...]
    b: tuple[Token, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Two paired sentences and the gaps between their common words."""

    a: Side
    b: Side
    gaps: tuple[Gap, ...]

    def change(self, kind: ChangeKind, a: Span | None, b: Span | None, note: str) -> Change:
        """A change with the exact words of both sides."""
        return Change(kind=kind, a=self.a.text[a.start : a.end] if a else "", b=self.b.text[b.start : b.end] if b else "", a_span=a, b_span=b, note=note)


def lay(a: Side, b: Side) -> Sides:
    """The sides with their gaps: the longest common run of stems holds them together."""
    return Sides(a=a, b=b, gaps=tuple(_gaps(a.tokens, b.tokens)))


def _gaps(a: tuple[Token, ...], b: tuple[Token, ...]) -> Iterator[Gap]:
    a_open: list[Token] = []
    b_open: list[Token] = []
    for step in Indel.opcodes([token.stem for token in a], [token.stem for token in b]):
        if step.tag == "equal":
            if a_open or b_open:
                yield Gap(a=tuple(a_open), b=tuple(b_open))
            a_open, b_open = [], []
        else:
            a_open += a[step.src_start : step.src_end]
            b_open += b[step.dest_start : step.dest_end]
    if a_open or b_open:
        yield Gap(a=tuple(a_open), b=tuple(b_open))


def span_of(tokens: tuple[Token, ...] | list[Token]) -> Span:
    """From the first word to the last."""
    return Span(tokens[0].start, tokens[-1].end)
