"""A report made ready for comparing: its sentences and their words, read once however often it is compared."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from contested.language import split_sentences
from contested.records import Report, Span, Spans
from contested.trace.quotations import quotations
from contested.trace.signs import Sign, signs_of
from contested.trace.words import Token, tokens

_SHINGLE = 5


@dataclass(frozen=True, kw_only=True)  # no slots: the cached parts need a dict
class Sentence:
    """One sentence of a report, with its words."""

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
    def runs(self) -> tuple[tuple[str, ...], ...]:
        """Every five words that follow each other."""
        words = [token.lower for token in self.tokens]
        return tuple(zip(*(words[i:] for i in range(_SHINGLE)), strict=False))

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

    @cached_property
    def sequence(self) -> tuple[str, ...]:
        return tuple(token.stem for token in self.tokens)


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A report, its sentences, and the sets that candidates are found by."""

    report: Report
    sentences: tuple[Sentence, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(token.lower for sentence in self.sentences for token in sentence.tokens)

    @cached_property
    def shingles(self) -> frozenset[str]:
        """Runs of five words."""
        words = self.words
        if len(words) < _SHINGLE:
            return frozenset((" ".join(words),)) if words else frozenset()
        return frozenset(map(" ".join, zip(*(words[i:] for i in range(_SHINGLE)), strict=False)))

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        return frozenset().union(*(sentence.pairs for sentence in self.sentences))

    @cached_property
    def content(self) -> frozenset[str]:
        return frozenset().union(*(sentence.content for sentence in self.sentences))


def prepare(report: Report) -> Prepared:
    """Sentences and words of a report; furniture is left out."""
    spans = split_sentences(report.text, report.furniture)
    return Prepared(
        report=report,
        sentences=tuple(
            Sentence(index=i, span=span, tokens=tokens(report.text, span.start, span.end), quotes=quotations(report.text, span))
            for i, span in enumerate(spans)
        ),
    )
