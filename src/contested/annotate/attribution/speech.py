"""Verbs that attribute, with their speakers and what follows them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from contested.annotate.attribution.content import content_of
from contested.annotate.attribution.draft import Draft
from contested.annotate.attribution.source import governing_speech, is_infinitive, sources_of
from contested.records import Stance
from contested.reference.cues import SpeechVerb, attributing_verbs, speech_verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LIGHT = frozenset({"go", "continue", "keep", "begin", "start", "proceed", "seem", "appear"})
_NO_ONE = frozenset({"no", "nobody", "none", "neither", "nothing"})
_OWN_VOICE = frozenset({"i", "we", "you", "me", "us"})


def speech_drafts(doc: "Doc", *, quoted: frozenset[int]) -> Iterator[Draft]:
    """One draft for every verb of speech that attributes, in order; verbs that only a quotation can complete are `open`.

    `quoted`: tokens inside quotation marks, where verbs of thought ("they believe") are the quoted speaker's own words.
    """
    verbs = attributing_verbs()
    for token in doc:
        if token.tag_[:2] == "VB" and token.dep_ not in {"aux", "auxpass"}:
            verb = verbs.get(token.lemma_.lower())
            if verb is not None and not _is_negated(token) and (token.i not in quoted or "quote" in verb.frames):
                yield from _drafts(token, verb)


def _drafts(token: "Token", verb: SpeechVerb) -> Iterator[Draft]:
    content, sources = content_of(token, verb), sources_of(token)
    if not content and "quote" not in verb.frames:
        return
    if any(source.lower_ in _OWN_VOICE for source in sources) or (not sources and is_infinitive(token)):
        return
    yield Draft(
        anchor=token,
        cue=cue_words_of(token),
        sources=sources,
        content=content,
        stance=_stance(token, verb),
        because=f"the verb {token.lemma_!r}",
        open=not content,
        tells=not _is_asked_for(token, verb),
    )


def _is_asked_for(token: "Token", verb: SpeechVerb) -> bool:
    """What somebody asks for, orders or proposes is no account of it ("urged them to leave", "called for a truce", "demanded that it end")."""
    if "asking" in verb.frames and not any(child.dep_ == "ccomp" and child.i < token.i for child in token.children):
        return True
    if verb.lemma == "call":
        return any(child.dep_ == "prep" and child.lower_ in {"for", "on", "upon"} for child in token.children)
    return "order" in verb.frames and any(child.dep_ in {"xcomp", "ccomp", "advcl"} and child.tag_ == "VB" and is_infinitive(child) for child in token.children)


def _stance(token: "Token", verb: SpeechVerb) -> Stance:
    """What follows "claimed ..., adding" is claimed too."""
    if verb.stance == "says" and token.tag_ == "VBG":
        speech = governing_speech(token)
        if speech is not None and speech_verbs()[speech.lemma_.lower()].stance == "claims":
            return "claims"
    return verb.stance


def cue_words_of(token: "Token") -> tuple[int, ...]:
    """The verb with its auxiliaries, adverbs between them, and a light verb that carries it ("went on to say")."""
    first = token
    while first.dep_ == "xcomp" and first.head.lemma_ in _LIGHT and first.i - first.head.i <= 4:
        first = first.head
    start = first.i
    helpers = {child.i for child in first.children if child.dep_ in {"aux", "auxpass", "advmod", "neg"} and child.i < first.i}
    while start - 1 in helpers:
        start -= 1
    end = token.i
    while end + 1 < len(token.doc) and token.doc[end + 1].dep_ == "prt" and token.doc[end + 1].head == token:
        end += 1
    return tuple(range(start, end + 1))


def _is_negated(token: "Token") -> bool:
    for child in token.children:
        if child.dep_ == "neg":
            return True
        if child.dep_ in {"nsubj", "nsubjpass"} and (child.lower_ in _NO_ONE or any(word.lower_ in _NO_ONE for word in child.lefts)):
            return True
    return False
