"""What is still going on: progressive forms, lasting states, things due to end."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from contested.annotate.doubt.hit import Hit
from contested.annotate.doubt.reach import is_infinitive
from contested.reference.cues import cue_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_TO_COME = frozenset({"tomorrow", "tonight", "soon", "next"})
_PERIODS = frozenset({"day", "week", "month", "year", "hour"})
_DUE = frozenset({"due", "set", "scheduled", "slated", "expected"})


def aspect_hits(token: "Token") -> Iterator[Hit]:
    """Whether the verb or phrase at `token` says that something is going on."""
    tag = token.tag_
    if tag == "VBG" and token.dep_ not in {"aux", "auxpass", "amod"}:
        yield from _progressive(token)
    elif tag == "VBN":
        yield from _passive(token)
    elif token.lower_ in cue_words("doubt/enders") and token.i >= 3 and token.nbor(-1).lower_ == "to":
        yield from _due_to_end(token)
    elif token.lower_ in {"way", "progress"} and token.i and token.nbor(-1).lower_ in {"under", "in"}:
        yield from _under_way(token)


def _progressive(verb: "Token") -> Iterator[Hit]:
    helper = next((child for child in verb.children if child.dep_ == "aux" and child.lemma_ == "be"), None)
    if helper is None or (verb.lower_ == "going" and any(is_infinitive(child) for child in verb.children)):
        return
    ahead = helper.tag_ in {"VBZ", "VBP"} and any(word.lower_ in _TO_COME for child in verb.children if child.i > verb.i for word in child.subtree)
    if ahead:
        yield Hit(cue=helper, targets=(verb,), modality="planned", because="a present form with a time to come")
    else:
        yield Hit(cue=helper, targets=(verb,), modality="ongoing", because="a progressive form")


def _passive(verb: "Token") -> Iterator[Hit]:
    helpers = [child for child in verb.children if child.dep_ in {"auxpass", "aux"}]
    passive = next((child for child in helpers if child.dep_ == "auxpass"), None)
    if passive is None:
        return
    if passive.lower_ == "being" and any(child.lemma_ == "be" and child is not passive for child in helpers):
        yield Hit(cue=passive, targets=(verb,), modality="ongoing", because="a progressive passive")
    elif passive.lower_ == "been" and any(child.lower_ in {"has", "have", "had", "'ve"} for child in helpers) and _has_duration(verb):
        yield Hit(cue=passive, targets=(verb,), modality="ongoing", because="a perfect passive that has lasted for some time")
    elif passive.tag_ in {"VBZ", "VBP"} and verb.lemma_.lower() in cue_words("doubt/standing_states"):
        yield Hit(cue=passive, targets=(verb,), modality="ongoing", because="a state told in the present")


def _has_duration(verb: "Token") -> bool:
    for child in verb.children:
        if child.lower_ == "since":
            return True
        if child.lower_ == "for" and any(word.ent_type_ in {"DATE", "TIME"} or word.lemma_ in _PERIODS for word in child.children):
            return True
    return False


def _due_to_end(verb: "Token") -> Iterator[Hit]:
    """A thing due to end is still going on; read from the words' order, since parses differ most here."""
    due = verb.nbor(-2)
    if due.lower_ not in _DUE:
        return
    thing = due.nbor(-1) if due.i and due.nbor(-1).tag_[:2] == "NN" else None
    holder = due if due.tag_[:2] == "VB" else due.head
    if thing is None and holder.dep_ == "relcl":
        thing = holder.head
    if thing is None:
        thing = next((child for child in holder.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if thing is not None and thing.tag_[:2] == "NN":
        yield Hit(cue=due, targets=(thing,), modality="ongoing", because="what is due to end is still going on")


def _under_way(word: "Token") -> Iterator[Hit]:
    preposition = word.nbor(-1)
    verb = preposition.head
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None) if verb.tag_[:2] == "VB" else verb
    if subject is not None and subject.tag_[:2] in {"NN", "VB"}:
        yield Hit(cue=preposition, targets=(subject,), modality="ongoing", because=f"'{preposition.lower_} {word.lower_}'")
