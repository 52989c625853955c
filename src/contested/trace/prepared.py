"""A report made ready for comparing: its sentences and their words, read once however often it is compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from typing import TypeAlias

from contested.language import split_sentences
from contested.language.encoder import Encoder, Vectors
from contested.records import Report, Span, Spans
from contested.trace.quotations import quotations
from contested.trace.signs import Sign, signs_of
from contested.trace.words import Token, tokens

RUN = 5
"""Words that follow each other in the same order are no accident from five on."""

_RUN_OF_SPEECH = 3
_MOST_ENCODED = 400

Run: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)  # no slots: the cached parts need a dict
class Sentence:
    """One sentence of a report, with its words; `quotes`: what of it stands between quotation marks."""

    index: int
    span: Span
    tokens: tuple[Token, ...]
    quotes: Spans

    def quoted(self, token: Token) -> bool:
        """Whether a word stands between quotation marks."""
        return any(quote.start <= token.start < quote.end for quote in self.quotes)

    @cached_property
    def told(self) -> int:
        """Words of content outside quotations: what is quoted was worded by the speaker, not by the writer."""
        return sum(token.content and not self.quoted(token) for token in self.tokens) if self.quotes else sum(token.content for token in self.tokens)

    @cached_property
    def told_runs(self) -> tuple[Run, ...]:
        """Every five words that follow each other outside quotations."""
        return tuple(run for is_quoted, words in self._stretches() if not is_quoted for run in _runs(words, RUN))

    @cached_property
    def quoted_runs(self) -> tuple[Run, ...]:
        """Every three words that follow each other inside a quotation."""
        return tuple(run for is_quoted, words in self._stretches() if is_quoted for run in _runs(words, _RUN_OF_SPEECH))

    def _stretches(self) -> Iterator[tuple[bool, list[str]]]:
        """The words in lower case, cut where a quotation begins or ends."""
        if not self.quotes:
            yield False, [token.lower for token in self.tokens]
            return
        for is_quoted, words in groupby(self.tokens, key=self.quoted):
            yield is_quoted, [token.lower for token in words]

    @cached_property
    def signs(self) -> dict[Sign, tuple[Token, ...]]:
        """The words that are a sign of something, by what they are a sign of."""
        found: dict[Sign, tuple[Token, ...]] = {}
        for token in self.tokens:
            for sign in signs_of(token.lower):
                found[sign] = (*found.get(sign, ()), token)
        return found

    @cached_property
    def words(self) -> frozenset[str]:
        """All words in lower case."""
        return frozenset(token.lower for token in self.tokens)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of all words; function words as themselves."""
        return frozenset(token.stem for token in self.tokens)

    @cached_property
    def content(self) -> frozenset[str]:
        return frozenset(token.stem for token in self.tokens if token.content)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Content words that follow each other."""
        return frozenset(pairwise(token.stem for token in self.tokens if token.content))


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A report and its sentences, and what the whole of them holds."""

    report: Report
    encoder: Encoder | None = None

    @cached_property
    def spans(self) -> Spans:
        """Where the sentences stand; furniture is left out."""
        return split_sentences(self.report.text, self.report.furniture)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        text, quotes = self.report.text, quotations(self.report.text)
        return tuple(
            Sentence(index=i, span=span, tokens=tokens(text, span.start, span.end), quotes=_within(quotes, span)) for i, span in enumerate(self.spans)
        )

    @cached_property
    def vectors(self) -> Vectors | None:
        """The meaning of each sentence, encoded when first asked for; None without an encoder, and for a text too long to be worth it."""
        if self.encoder is None or len(self.sentences) > _MOST_ENCODED:
            return None
        return self.encoder.encode([self.report.words(sentence.span) for sentence in self.sentences])

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(token.lower for sentence in self.sentences for token in sentence.tokens)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        return frozenset().union(*(sentence.pairs for sentence in self.sentences))

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(token.stem for sentence in self.sentences for token in sentence.tokens if token.name)

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(token.stem for sentence in self.sentences for token in sentence.tokens if token.number)

    @cached_property
    def told_runs(self) -> frozenset[Run]:
        return frozenset(run for sentence in self.sentences for run in sentence.told_runs)

    @cached_property
    def quoted_runs(self) -> frozenset[Run]:
        return frozenset(run for sentence in self.sentences for run in sentence.quoted_runs)

    @cached_property
    def short_runs(self) -> frozenset[Run]:
        """Every three words that follow each other, quoted or not."""
        return frozenset(_runs(list(self.words), _RUN_OF_SPEECH))


def prepare(report: Report, encoder: Encoder | None = None) -> Prepared:
    """A report ready for comparing; nothing is read before it is asked for."""
    return Prepared(report=report, encoder=encoder)


def _runs(words: list[str], length: int) -> Iterator[Run]:
    return zip(*(words[i:] for i in range(length)), strict=False)


def _within(quotes: Spans, span: Span) -> Spans:
    """The parts of quotations that stand in a sentence."""
    return tuple(Span(max(quote.start, span.start), min(quote.end, span.end)) for quote in quotes if quote.overlaps(span)) if quotes else ()
