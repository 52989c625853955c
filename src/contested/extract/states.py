"""The words that tell of a state of control, with who holds and what is held: "in government hands", "a rebel stronghold", "keeps control of the port"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from contested.extract.scene import Scene
from contested.extract.slots import Slots, subject_of, verb_slots
from contested.reference.states import load_states

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHOSE = frozenset({"compound", "poss", "amod", "nmod"})
_HOLDERS = ("armed", "country", "political", "actor")
_SPOTS = ("place", "name")
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_HYPHENS = frozenset({"-", "–", "‑"})
_COPULAS = frozenset({"be", "become", "remain", "stay", "lie", "rest", "continue", "fall", "keep", "stand", "leave", "still", "sit"})
_AHEAD = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """`words`: what tells of it, in order; `places`, `holders`: heads of phrases; `verb`: the verb or noun whose adverbs and tense bear on it.

    `alone`: what is joined to the places by "and" is not meant, or is among them already.
    """

    words: tuple["Token", ...]
    places: tuple["Token", ...]
    holders: tuple["Token", ...]
    verb: "Token"
    status: Literal["held", "contested"] = "held"
    alone: bool = False


def states_at(scene: Scene, token: "Token") -> Iterator[State]:
    """The states that a word begins to tell of."""
    lemma, known = scene.lemma(token), load_states()
    if token.pos_ in _VERBAL:
        yield from _held_by_verb(scene, token, lemma)
    if token.lower_ in known.joined and token.i >= 2 and token.doc[token.i - 1].text in _HYPHENS:
        yield from _joined(scene, token)
    elif token.pos_ == "ADP" and token.lower_ in ("in", "under"):
        yield from _in_hands(scene, token)
    elif token.pos_ in _NOMINAL and lemma in known.strongholds:
        yield from _stronghold(scene, token, weak=lemma in known.weak_strongholds)
    elif token.lower_ in known.contested and token.tag_ in ("JJ", "VBN") and not any(child.dep_ in ("dobj", "agent") for child in token.children):
        subjects = _subjects(token) or (subject_of(token.head, scene.ontology) if token.dep_ in ("acomp", "attr") else [])
        places = tuple(head for head in subjects if scene.is_a(head, ("settlement", "name")))
        if places:
            yield State(words=(token,), places=places, holders=(), verb=token.head, status="contested")


def _held_by_verb(scene: Scene, verb: "Token", lemma: str) -> Iterator[State]:
    known = load_states()
    if verb.dep_ == "amod":
        return
    if lemma in known.verbs or lemma in known.loose_verbs:
        slots = verb_slots(verb, [verb], ontology=scene.ontology, headline=False)
        places = tuple(head for head in slots["o"] if scene.is_a(head, _SPOTS))
        of_war = any(scene.is_a(head, ("armed",)) for head in slots["s"]) and any(scene.is_a(head, ("settlement", "name")) for head in places)
        firm = lemma in known.verbs or of_war
        if places and slots["s"] and firm:
            yield State(words=(verb,), places=_own(scene, places), holders=tuple(slots["s"]), verb=verb, alone=True)
            yield from _other_half(scene, verb, places)
            return
    if lemma in known.having:
        yield from _has_control(scene, verb)
    for phrase in known.phrasal:
        if phrase[0] == lemma and (words := _run(verb, phrase)) is not None:
            slots = verb_slots(verb, words, ontology=scene.ontology, headline=False)
            places = tuple(head for head in slots.get(phrase[-1], []) if scene.is_a(head, _SPOTS))
            if places and slots["s"]:
                yield State(words=tuple(words), places=places, holders=tuple(slots["s"]), verb=verb)
                return


def _own(scene: Scene, places: tuple["Token", ...]) -> tuple["Token", ...]:
    """The places with what is joined to them, without the other side's share."""
    joined = (token for head in places for token in (head, *head.conjuncts) if scene.is_a(token, _SPOTS) and _holder_before(scene, token) is None)
    return tuple(dict.fromkeys(joined))


def _other_half(scene: Scene, verb: "Token", places: tuple["Token", ...]) -> Iterator[State]:
    """"the army holds the west and rebels the east": the second clause leaves its verb out."""
    for head in places:
        for token in head.conjuncts:
            inner = [token, *(child for child in token.children if child.i > token.i)]
            for place in inner:
                holder = _holder_before(scene, place) if scene.is_a(place, _SPOTS) else None
                if holder is not None:
                    yield State(words=(holder,), places=(place,), holders=(holder,), verb=verb, alone=True)


def _holder_before(scene: Scene, place: "Token") -> "Token | None":
    """The armed noun that stands right before a place's phrase: "rebels" in "rebels the east"."""
    first = min((child.i for child in place.children if child.dep_ in ("det", "amod", "nummod") and child.i < place.i), default=place.i)
    before = place.doc[first - 1] if first else place
    return before if before.tag_ in ("NNS", "NNPS") and scene.is_a(before, ("armed",)) else None


def _has_control(scene: Scene, verb: "Token") -> Iterator[State]:
    """"keeps control of the port"."""
    noun = next((child for child in verb.children if child.dep_ in ("dobj", "attr") and scene.lemma(child) in load_states().power), None)
    if noun is None:
        return
    slots = verb_slots(verb, [verb, noun], ontology=scene.ontology, headline=False)
    places = tuple(head for link in ("of", "over", "on") for head in slots.get(link, []) if scene.is_a(head, _SPOTS))
    if places and slots["s"]:
        yield State(words=(verb, noun), places=places, holders=tuple(slots["s"]), verb=verb)


def _joined(scene: Scene, participle: "Token") -> Iterator[State]:
    """"rebel-held Norvale", "Norvale is government-held"."""
    side, dash = participle.doc[participle.i - 2], participle.doc[participle.i - 1]
    above = next((inner for inner in participle.ancestors if inner.pos_ in _NOMINAL and scene.is_a(inner, _SPOTS) and inner.i > participle.i), None)
    said_of = [above] if above is not None else [head for head in subject_of(participle.head, scene.ontology) if scene.is_a(head, _SPOTS)]
    if said_of:
        places = _names_of(scene, said_of[0]) or said_of
        yield State(words=(side, dash, participle), places=tuple(places), holders=(side,), verb=participle.head)


def _names_of(scene: Scene, noun: "Token") -> list["Token"]:
    """Norvale in "the rebel-held town of Norvale"."""
    if noun.i in scene.places and not scene.places[noun.i].anaphor:
        return []
    named = [deep for child in noun.children if child.lower_ == "of" for deep in child.children if deep.dep_ == "pobj" and deep.pos_ == "PROPN"]
    named += [child for child in noun.children if child.dep_ == "appos" and child.pos_ == "PROPN"]
    return [head for head in named if scene.is_a(head, _SPOTS)][:1]


def _in_hands(scene: Scene, preposition: "Token") -> Iterator[State]:
    """"Norvale is in rebel hands", "Norvale, under army control since May", "the army is in control of Norvale"."""
    noun = next((child for child in preposition.children if child.dep_ == "pobj" and scene.lemma(child) in load_states().places_of_power), None)
    if noun is None:
        return
    whose = [child for child in noun.children if child.dep_ in _WHOSE and (scene.is_a(child, _HOLDERS) or child.pos_ in ("PROPN", "PRON"))]
    of = [deep for child in noun.children if child.lower_ in ("of", "over") for deep in child.children if deep.dep_ == "pobj"]
    said_of = _said_of(scene, preposition)
    verb = preposition.head
    if not whose and of and scene.is_a(of[0], _SPOTS) and any(scene.is_a(head, ("armed", "country", "political")) for head in said_of):
        yield State(words=(preposition, noun), places=tuple(of[:1]), holders=tuple(said_of), verb=verb)
        return
    holders = whose or [head for head in of if scene.is_a(head, _HOLDERS)]
    places = tuple(head for head in said_of if scene.is_a(head, _SPOTS))
    if not whose and not holders and preposition.lower_ == "in" and said_of and scene.lemma(noun) in load_states().power:
        places, holders = tuple(_where(scene, verb)), said_of  # "Norvale, where the army is in control"
    if holders and places:
        yield State(words=(preposition, noun), places=places, holders=tuple(holders), verb=verb)


def _said_of(scene: Scene, preposition: "Token") -> list["Token"]:
    """What stands in somebody's hands: the subject of a copula, or the noun before."""
    above = preposition.head
    if above.pos_ in _VERBAL:
        if scene.lemma(above) not in _COPULAS:
            return []
        slots: Slots = verb_slots(above, [above], ontology=scene.ontology, headline=False)
        return slots["s"] + slots["o"]
    if above.pos_ in _NOMINAL:
        return [above.head] if above.dep_ == "appos" and above.head.pos_ == "PROPN" else _names_of(scene, above) or [above]
    return _subjects(above) or subject_of(above.head, scene.ontology) if above.pos_ in ("ADJ", "ADV") else []


def _where(scene: Scene, verb: "Token") -> list["Token"]:
    """The place that a clause with "where" is about, or that the verb's own "in" names."""
    if verb.dep_ == "relcl" and scene.is_a(verb.head, _SPOTS):
        return [verb.head]
    inner = [deep for child in verb.children if child.lower_ in ("in", "at", "there") for deep in child.children if deep.dep_ == "pobj"]
    return [head for head in inner if scene.is_a(head, _SPOTS)]


def _stronghold(scene: Scene, noun: "Token", *, weak: bool) -> Iterator[State]:
    """"Norvale, a rebel stronghold", "the rebel stronghold of Norvale", "Norvale is the army's last bastion"."""
    holders = [child for child in noun.children if child.dep_ in _WHOSE and child.i < noun.i and scene.is_a(child, _HOLDERS)]
    of = [deep for child in noun.children if child.lower_ in ("of", "for") for deep in child.children if deep.dep_ == "pobj"]
    holders = holders or [head for head in of if scene.is_a(head, ("armed", "rebel"))]
    named = [head for head in of if head not in holders and head.pos_ == "PROPN" and scene.is_a(head, _SPOTS)]
    if noun.dep_ == "appos" and noun.head.pos_ == "PROPN":
        named = named or [noun.head]
    named += [child for child in noun.children if child.dep_ == "appos" and child.pos_ == "PROPN"]
    if not named and noun.dep_ in ("attr", "nsubj") and noun.head.lemma_ in ("be", "remain"):
        other = [child for child in noun.head.children if child.dep_ in ("nsubj", "attr") and child.i != noun.i]
        named = [head for child in other for head in (child, *child.conjuncts) if head.pos_ == "PROPN"]
    if not named and noun.dep_ == "pobj" and scene.is_a(noun.head.head, ("settlement",)):
        named = _names_of(scene, noun.head.head)
    places = tuple(head for head in named if scene.is_a(head, _SPOTS))
    if holders and places and not (weak and scene.ontology.is_a(scene.lemma(noun), "facility")):
        yield State(words=(noun,), places=places[:2], holders=tuple(holders), verb=noun.head)


def _run(verb: "Token", phrase: tuple[str, ...]) -> list["Token"] | None:
    """The words of a phrase in order behind its verb, few others between them."""
    words, at = [verb], verb.i
    for wanted in phrase[1:]:
        found = next((token for token in verb.doc[at + 1 : at + _AHEAD] if token.lower_ == wanted and token.sent.start == verb.sent.start), None)
        if found is None:
            return None
        words.append(found)
        at = found.i
    return words


def _subjects(token: "Token") -> list["Token"]:
    return [child for child in token.children if child.dep_ in ("nsubj", "nsubjpass")]
