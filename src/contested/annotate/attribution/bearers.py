"""Whose words they are that a statement bears, or whose numbers an estimate holds."""

from typing import TYPE_CHECKING

from contested.reference.cues import cue_words, speech_nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWN = frozenset({"his", "her", "its", "their"})


def bearer(head: "Token") -> "Token":
    """Whose words they are that a statement, a video, a report or an estimate bears; the bearer itself where it says not whose."""
    if not _bears(head):
        return head
    participles = [child for child in head.children if child.dep_ == "acl" and child.tag_ == "VBN"]
    for child in [*head.children, *(word for participle in participles for word in participle.children)]:
        if child.dep_ in {"agent", "prep"} and child.lower_ in {"by", "from"}:
            owner = next((word for word in child.children if word.dep_ == "pobj"), None)
            if owner is not None and owner.ent_type_ not in {"DATE", "TIME"}:
                return owner
    owner = next((child for child in head.children if child.dep_ == "poss" and child.lower_ not in _OWN), None)
    if owner is None:
        owner = next((child for child in head.children if child.dep_ == "compound" and child.tag_[:3] == "NNP" and _is_body(child, head)), None)
    return owner or head


def _is_body(word: "Token", head: "Token") -> bool:
    """"A General Staff communiqué", "army figures"; a platform bears the words only ("a Telegram post")."""
    if word.lower_ in cue_words("attribution/platforms"):
        return False
    return is_figure(head) or word.ent_type_ == "ORG" or word.lower_ in cue_words("attribution/bodies")


def is_figure(head: "Token") -> bool:
    """Whether a word is for numbers that somebody counted or guessed."""
    return head.tag_[:2] == "NN" and head.lemma_.lower() in cue_words("attribution/figures")


def only_passes_on(head: "Token") -> bool:
    """A statement or report whose author is not told, or the medium that carried it: who speaks in it is told elsewhere, if at all."""
    noun = speech_nouns().get(head.lemma_.lower())
    if noun is not None and noun.carrier:
        return not any(child.tag_[:3] == "NNP" for child in head.lefts)
    participle = head.head.head
    return head.head.dep_ in {"agent", "prep"} and participle.tag_ == "VBN" and participle.lower_ in cue_words("attribution/relayed")


def is_carrier(head: "Token") -> bool:
    """Whether a word is for what bears somebody's words or pictures: a statement, a video."""
    noun = speech_nouns().get(head.lemma_.lower())
    return noun is not None and noun.carrier


def _bears(head: "Token") -> bool:
    return is_carrier(head) or is_figure(head)
