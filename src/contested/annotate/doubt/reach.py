"""How far doubt reaches: from a governed head to its complements, its partners by "and", and the event nouns it carries."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from contested.records import Modality
from contested.reference.cues import cue_words, doubt_cues, speech_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEPEST = 6
_PARTAKING = frozenset({"take", "have", "play"})


def spread(target: "Token", modality: Modality) -> dict[int, Modality]:
    """Predicate words (token indices) under a governed head, with the modality each has there.

    Negation turns into mere doubt where it stands over speech: who does not confirm a thing does not deny it.
    """
    found: dict[int, Modality] = {}
    _spread(target, modality, found, depth=0)
    return found


def _spread(target: "Token", modality: Modality, found: dict[int, Modality], *, depth: int) -> None:
    if depth > _DEEPEST or target.i in found:
        return
    found[target.i] = modality
    for child, weaker in _governed(target, modality):
        _spread(child, weaker, found, depth=depth + 1)


def _governed(target: "Token", modality: Modality) -> Iterator[tuple["Token", Modality]]:
    lemma = target.lemma_.lower()
    verbal = target.tag_[:2] in {"VB", "MD"}
    if target.dep_ == "dobj" and lemma in cue_words("doubt/pass_through") and target.head.lemma_.lower() in _PARTAKING:
        yield from ((child, modality) for child in _passed_to(target, after=target.i))
    for child in target.children:
        dep = child.dep_
        if dep == "conj":
            if _shares(target, child, modality):
                yield child, modality
        elif not verbal:
            continue
        elif dep == "xcomp" and modality == "negated" and lemma in cue_words("doubt/stoppers"):
            yield child, "ongoing"
        elif dep in {"xcomp", "acomp", "oprd"} or (dep == "attr" and child.tag_[:2] in {"NN", "JJ", "VB"}):
            if modality != "ongoing":
                yield child, modality
        elif dep == "ccomp":
            if modality != "ongoing":
                yield from _clause(target, child, modality)
        elif dep in {"dobj", "nsubjpass"} and child.tag_[:2] == "NN":
            if lemma in cue_words("doubt/light_verbs"):
                yield child, modality
                if lemma in _PARTAKING and child.lemma_.lower() in cue_words("doubt/pass_through"):
                    yield from ((word, modality) for word in _passed_to(target, after=child.i))
        elif dep == "nsubj" and child.tag_[:2] in {"NN", "VB"} and not cue_words("doubt/happening_verbs").isdisjoint((lemma, target.lower_)):
            yield child, "ongoing" if modality == "negated" and lemma in cue_words("doubt/stoppers") else modality


def _passed_to(word: "Token", *, after: int) -> Iterator["Token"]:
    """What taking part under doubt hands it on to: "took no part in the raid", wherever the parse hangs "in"."""
    for child in word.children:
        if child.dep_ == "prep" and child.lower_ in {"in", "of", "for"} and child.i > after:
            yield from (below for below in child.children if below.dep_ in {"pobj", "pcomp"} and below.tag_[:2] in {"NN", "VB"})


def _clause(target: "Token", clause: "Token", modality: Modality) -> Iterator[tuple["Token", Modality]]:
    lemma = target.lemma_.lower()
    if is_infinitive(clause):
        yield clause, modality
    elif modality == "negated":
        if clause.i < target.i:
            return  # set before it or beside it: "the town fell, he did not say how"
        if any(word.tag_ in {"WP", "WP$", "WRB"} for word in clause.children):
            return  # "it is not known who burned it": somebody did
        if lemma in cue_words("doubt/neg_raising"):
            yield clause, "negated"
        elif lemma in speech_verbs() and (lemma, "verb") not in doubt_cues():
            yield clause, "possible"
    elif lemma not in speech_verbs() and clause.i > target.i:
        yield clause, modality


def _shares(target: "Token", other: "Token", modality: Modality) -> bool:
    """Whether "and" hands the doubt on: nouns always; verbs of one form without a subject or an auxiliary of their own.

    A finite verb stands under a condition together with its partner ("if they come and stay"), under a "not" it does not.
    """
    if target.tag_[:2] == "NN":
        return other.tag_[:2] == "NN"
    if target.tag_ == "VB" and other.tag_ == "NN":
        return any(word.dep_ in {"dobj", "prt"} for word in other.children)  # a verb that the tagger took for a noun
    if target.tag_ != other.tag_ or any(word.dep_ in {"nsubj", "nsubjpass", "neg"} or (word.dep_ == "aux" and word.tag_ == "MD") for word in other.children):
        return False
    return modality == "possible" or target.tag_ in {"VB", "VBN", "VBG", "JJ"}


def is_infinitive(verb: "Token") -> bool:
    """"to leave", "to have left", "to be taken"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
