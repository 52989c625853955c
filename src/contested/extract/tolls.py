"""How many died and were hurt: the words for it in a sentence, and the numbers that stand with them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from contested.extract.counts import joined_count
from contested.extract.scene import Scene
from contested.extract.slots import subject_of, verb_slots
from contested.language.phrases import noun_phrase
from contested.records import Count, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

HarmKind = Literal["killed", "injured", "casualties"]
_NEAR = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """One count of dead or hurt, and the word that says so."""

    word: "Token"
    count: Count


def harms_in(scene: Scene, sentence: Span) -> list[Harm]:
    """The counts of dead and hurt of a sentence, with the words that say so, in the order of the text."""
    found = []
    for word in scene.tokens(sentence):
        kind = kind_of_harm(scene, word)
        if kind is not None:
            count = _count(scene, word, kind)
            if count is not None:
                found.append(Harm(word=word, count=count))
    return found


def kind_of_harm(scene: Scene, word: "Token") -> HarmKind | None:
    """What a word counts: the dead, the hurt, or both together; None for other words."""
    lemma, lower = scene.lemma(word), word.lower_
    if scene.ontology.is_a(lemma, "both_word"):
        return "casualties"
    if scene.ontology.is_a(lemma, "hurt_word") or scene.ontology.is_a(lower, "hurt_word"):
        return "injured"
    if lemma == "toll" and not any(child.lower_ in ("death", "casualty") for child in word.children):
        return "killed" if _number_after(scene, word) is not None else None
    if scene.ontology.is_a(lemma, "dead_word") or (lemma == "loss" and word.pos_ == "NOUN"):
        return "killed"
    return None


def _count(scene: Scene, word: "Token", kind: HarmKind) -> Count | None:
    people = _people(scene, word)
    mixed = any(_is_counted_by_another(scene, token, kind) for token in people)
    joined = joined_count(scene, people, kind) if not mixed and (word.pos_ == "VERB" or scene.lemma(word) == "life") else None
    if joined is not None:
        return joined
    quantity = _quantity_before(scene, word) or _quantity_of(scene, word) or _quantity_right_after(scene, word)
    if quantity is not None:
        mark = scene.quantities[quantity.i]
        return Count(kind=kind, low=mark.low, high=mark.high, wording=mark.wording, span=mark.span)
    singular = (head for head in _people(scene, word) if head.tag_ in ("NN", "NNP") and scene.is_a(head, ("people", "armed")))
    person = next((head for head in singular if not _is_group(scene, head)), None)
    if person is None:
        return None
    span = noun_phrase(person)
    return Count(kind=kind, low=1, high=1, wording=scene.report.words(span), span=span)


def _is_counted_by_another(scene: Scene, token: "Token", kind: HarmKind) -> bool:
    """The five in "five dead and 12 wounded" are not among the wounded."""
    follower = scene.doc[token.i + 1] if token.i + 1 < len(scene.doc) else token
    return any(kind_of_harm(scene, word) not in (None, kind) for word in (token, follower))


def _is_group(scene: Scene, head: "Token") -> bool:
    """A singular word for many: a unit, an army, a family."""
    actor = scene.actor_of(head)
    many = scene.ontology.is_a(scene.lemma(head), "collective")
    return many or (actor is not None and actor.ref is not None and actor.ref.kind != "person" and head.tag_ == "NNP")


def _quantity_before(scene: Scene, word: "Token") -> "Token | None":
    """"20 wounded", "at least five were killed": a number right before, with only auxiliaries and counted nouns between."""
    i = word.i
    acting = word.pos_ == "VERB" and word.tag_ != "VBN" and scene.lemma(word) not in ("die", "perish", "succumb")
    if acting and any(child.dep_ == "dobj" for child in word.children):
        return None  # "two gunmen killed a judge"
    for back in range(1, _NEAR + 1):
        if i - back < 0 or scene.doc[i - back].idx < scene.doc[i].sent.start_char:
            return None
        token = scene.doc[i - back]
        if token.i in scene.quantities:
            return token
        if token.pos_ not in ("AUX", "ADV", "NOUN", "PART") or token.dep_ == "pobj":
            return None
    return None


def _quantity_of(scene: Scene, word: "Token") -> "Token | None":
    if word.i in scene.quantities and word.pos_ in ("NOUN", "ADJ", "VERB"):
        return word
    for head in _people(scene, word):
        for token in (head, *head.children):
            if token.i in scene.quantities and (token.i == head.i or token.dep_ in ("nummod", "quantmod", "amod", "det")):
                return token
    if scene.lemma(word) in ("toll", "death", "casualty", "fatality", "dead", "loss"):
        return _number_after(scene, word)
    return None


def _quantity_right_after(scene: Scene, word: "Token") -> "Token | None":
    """"Shells kill 56 in Norvale": a number behind a killing verb, whatever the parse makes of it."""
    if word.pos_ != "VERB" or word.tag_ == "VBN" or word.i + 1 >= len(scene.doc):
        return None
    follower = scene.doc[word.i + 1]
    return follower if follower.i in scene.quantities and not follower.is_sent_start else None


def _number_after(scene: Scene, word: "Token") -> "Token | None":
    """"a death toll of 126", "the toll rose to 31 from 19": the number after "of", "to" or "at"."""
    end = min(word.i + 8, len(scene.doc))
    for i in range(word.i + 1, end):
        if scene.doc[i].lower_ in ("of", "to", "at") or scene.doc[i].lemma_ in ("reach", "stand", "be"):
            for j in range(i + 1, min(i + 4, end)):
                if j in scene.quantities or scene.doc[j].like_num:
                    return scene.doc[j] if j in scene.quantities else None
    return None


def _people(scene: Scene, word: "Token") -> list["Token"]:
    """The heads of whom the word says it: object of a killing, subject of dying, what "dead" stands with."""
    if word.pos_ in ("VERB", "AUX"):
        slots = verb_slots(word, [word], ontology=scene.ontology, headline=True)
        heads = slots["s"] if scene.lemma(word) in ("die", "perish", "succumb") else slots["o"]
        return [joined for head in heads for joined in (head, *head.conjuncts)]
    if scene.lemma(word) == "life":  # "five gendarmes and a guard lost their lives"
        losers = subject_of(word.head, scene.ontology) if word.dep_ == "dobj" and word.head.lemma_ == "lose" else []
        return [joined for head in losers for joined in (head, *head.conjuncts)]
    if word.dep_ in ("amod", "acl"):
        return [word.head]
    predicated = word.dep_ in ("oprd", "acomp", "ccomp", "xcomp", "conj")
    found = [child for child in word.head.children if predicated and child.dep_ in ("dobj", "nsubj", "nsubjpass") and child.i != word.i]
    found += [deep for child in word.children if child.lower_ in ("of", "among") for deep in child.children if deep.dep_ == "pobj"]
    return found + [child for child in word.children if child.dep_ in ("nsubj", "nummod")]
