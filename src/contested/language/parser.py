"""The grammar of a report's sentences, behind one protocol; spaCy is the first engine."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from contested.errors import CallError
from contested.language.truecase import is_headline_case, truecase
from contested.records import Spans

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Parser(Protocol):
    """Texts with their sentences in, spaCy `Doc`s out, in order. Token offsets (`token.idx`) are offsets into the text.

    A `Doc`'s sentences are the sentences given, and words between them are sentences of their own.
    """

    def parse(self, texts: Iterable[tuple[str, Spans]]) -> Iterator["Doc"]: ...


class SpacyParser:
    """Any installed spaCy pipeline with tagger, parser and lemmatiser. Loaded at the first parse."""

    def __init__(self, pipeline: str, *, batch: int = 16) -> None:
        self._name = pipeline
        self._batch = batch

    @cached_property
    def _pipeline(self) -> "Language":
        import spacy

        try:
            return spacy.load(self._name)
        except OSError as error:
            raise CallError(f"language.pipeline: the spaCy pipeline {self._name!r} is not installed") from error

    def parse(self, texts: Iterable[tuple[str, Spans]]) -> Iterator["Doc"]:
        yield from self._pipeline.pipe((self._tokens(text, sentences) for text, sentences in texts), batch_size=self._batch)

    def _tokens(self, text: str, sentences: Spans) -> "Doc":
        """The tokens with their sentence borders, built in one go: spaCy reads the whole document anew at each border that is set by hand."""
        from spacy.tokens import Doc

        self._pipeline.max_length = max(self._pipeline.max_length, len(text) + 1)
        doc = self._pipeline.make_doc(text)
        edges = sorted({edge for sentence in sentences for edge in sentence})
        starts: list[bool | int | None] = []
        next_edge = 0
        for token in doc:
            starts.append(token.i == 0)
            while next_edge < len(edges) and edges[next_edge] <= token.idx:
                starts[-1] = True
                next_edge += 1
        spaces = [bool(token.whitespace_) for token in doc]
        return Doc(doc.vocab, words=self._in_sentence_case(doc, sentences), spaces=spaces, sent_starts=starts)

    def _in_sentence_case(self, doc: "Doc", sentences: Spans) -> list[str]:
        """The words of a text, those of headlines in sentence case, so that the tagger sees their verbs; lengths do not change."""
        words = [token.text for token in doc]
        seen: frozenset[str] | None = None
        for sentence in sentences:
            span = doc.char_span(sentence.start, sentence.end, alignment_mode="contract")
            if span is not None and is_headline_case(words[span.start : span.end]):
                seen = seen or frozenset(word for word in words if word.islower())
                words[span.start : span.end] = truecase(words[span.start : span.end], seen=seen, is_common=self._is_common)
        return words

    def is_word(self, word: str) -> bool:
        """Whether the lemmatiser's tables know a word in small letters; they hold some names as well. Never, where a pipeline has no such tables."""
        return word in self._words

    def _is_common(self, word: str) -> bool:
        """Function words, and what the lemmatiser's tables know as a form of a verb or adjective."""
        if word in self._pipeline.Defaults.stop_words:
            return True
        return any(stem in self._verbs_and_adjectives for stem in _stems(word))

    @cached_property
    def _verbs_and_adjectives(self) -> frozenset[str]:
        return self._tabled("verb", "adj")

    @cached_property
    def _words(self) -> frozenset[str]:
        return self._tabled("verb", "adj", "noun", "adv")

    def _tabled(self, *kinds: str) -> frozenset[str]:
        """The words of some kinds in the lemmatiser's tables."""
        if not self._pipeline.has_pipe("lemmatizer"):
            return frozenset()
        tables: Any = getattr(self._pipeline.get_pipe("lemmatizer"), "lookups")  # noqa: B009  # spaCy types every pipe as a bare callable
        index = tables.get_table("lemma_index", {})
        irregular = tables.get_table("lemma_exc", {})
        return frozenset(word for kind in kinds for word in (*index.get(kind, ()), *irregular.get(kind, {})))


def _stems(word: str) -> list[str]:
    """A word and what its regular endings may come from: "seizing" from "seize", "raids" from "raid"."""
    stems = [word]
    for ending in ("ing", "ed", "es", "s", "d"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            stems += [stem, stem + "e", stem[:-1] if stem[-1] == stem[-2] else stem]
    return stems
