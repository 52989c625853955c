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
        self._pipeline.max_length = max(self._pipeline.max_length, len(text) + 1)
        doc = self._in_sentence_case(self._pipeline.make_doc(text), sentences)
        edges = sorted({edge for sentence in sentences for edge in sentence})
        next_edge = 0
        for token in doc:
            token.is_sent_start = token.i == 0
            while next_edge < len(edges) and edges[next_edge] <= token.idx:
                token.is_sent_start = True
                next_edge += 1
        return doc

    def _in_sentence_case(self, doc: "Doc", sentences: Spans) -> "Doc":
        """The same tokens at the same offsets, with headlines in sentence case, so that the tagger sees their verbs."""
        words = [token.text for token in doc]
        changed = False
        for sentence in sentences:
            span = doc.char_span(sentence.start, sentence.end, alignment_mode="contract")
            if span is not None and is_headline_case([token.text for token in span]):
                seen = frozenset(token.text for token in doc if token.text.islower())
                words[span.start : span.end] = truecase([token.text for token in span], seen=seen, is_common=self._is_common)
                changed = True
        if not changed:
            return doc
        from spacy.tokens import Doc

        return Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])

    def _is_common(self, word: str) -> bool:
        """Function words, and what the lemmatiser's tables know as a form of a verb or adjective."""
        if word in self._pipeline.Defaults.stop_words:
            return True
        return any(stem in self._verbs_and_adjectives for stem in _stems(word))

    @cached_property
    def _verbs_and_adjectives(self) -> frozenset[str]:
        if not self._pipeline.has_pipe("lemmatizer"):
            return frozenset()
        tables: Any = getattr(self._pipeline.get_pipe("lemmatizer"), "lookups")  # noqa: B009  # spaCy types every pipe as a bare callable
        index = tables.get_table("lemma_index", {})
        irregular = tables.get_table("lemma_exc", {})
        return frozenset(word for kind in ("verb", "adj") for word in (*index.get(kind, ()), *irregular.get(kind, {})))


def _stems(word: str) -> list[str]:
    """A word and what its regular endings may come from: "seizing" from "seize", "raids" from "raid"."""
    stems = [word]
    for ending in ("ing", "ed", "es", "s", "d"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            stems += [stem, stem + "e", stem[:-1] if stem[-1] == stem[-2] else stem]
    return stems
