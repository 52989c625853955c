"""Verbs that attribute, with their speakers and what follows them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from contested.annotate.attribution.content import content_of
from contested.annotate.attribution.draft import Draft
from contested.annotate.attribution.source import governing_speech, sources_of
from contested.records import Stance
from contested.reference.cues import SpeechVerb, speech_verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LIGHT = frozenset({"go", "continue", "keep", "begin", "start", "proceed", "seem", "appear"})
_NO_ONE = frozenset({"no", "nobody", "none", "neither", "nothing"})
_OWN_VOICE = frozenset({"i", "we", "you"})


def speech_drafts(doc: "Doc") -> Iterator[Draft]:
    """One draft for every verb of speech that attributes, in order; verbs that only a quotation can complete are `open`."""
    verbs = speech_verbs()
    for token in doc:
        if token.tag_[:2] == "VB" and token.dep_ not in {"aux", "auxpass"}:
            verb = verbs.get(token.lemma_.lower())
            if verb is not None and not _is_negated(token):
                yield from _drafts(token, verb)


def _drafts(token: "Token", verb: SpeechVerb) -> Iterator[Draft]:
    content, sources = content_of(token, verb), sources_of(token)
    if not content and "quote" not in verb.frames:
        return
    if any(source.lower_ in _OWN_VOICE for source in sources):
        return
    yield Draft(
        anchor=token,
        cue=_cue_words(token),
        sources=sources,
        content=content,
        stance=_stance(token, verb),
        because=f"the verb {token.lemma_!r}",
        open=not content,
    )


def _stance(token: "Token", verb: SpeechVerb) -> Stance:
    """What follows "claimed ..., adding" is claimed too."""
    if verb.stance == "says" and token.tag_ == "VBG":
        speech = governing_speech(token)
        if speech is not None and speech_verbs()[speech.lemma_.lower()].stance == "claims":
            return "claims"
    return verb.stance


def _cue_words(token: "Token") -> tuple[int, ...]:
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
