"""What a copula says of its subject: "the town is ours", "the road is shut", "the army is back in Norvale"; in headlines without the copula."""

from typing import TYPE_CHECKING

from contested.extract.slots import Slots, subject_of, verb_slots
from contested.reference.ontology import Ontology, Pos

if TYPE_CHECKING:
    from spacy.tokens import Token

    from contested.extract.scene import Scene

_SAID_OF = frozenset({"acomp", "attr", "advmod", "oprd", "prep", "ccomp", "xcomp", "npadvmod", "pobj", "prt", "conj", "dobj"})
_MANNERS = frozenset({"advmod", "prt", "acomp"})
_NEXT_CLAUSE = frozenset({"as", "after", "while", "when", "amid", "before", "since"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_WHOSE = frozenset({"poss", "compound", "amod", "nmod"})
_REACH = 3


def is_complement(ontology: Ontology, words: list["Token"]) -> bool:
    """Whether words stand as the complement of a copula ("is back"), of a verb that makes something so ("left them homeless"), or behind a headline's noun."""
    top = _top(words)
    if top.dep_ == "case":
        top = top.head
    above = _above(top)
    if _is_carrier(ontology, above):
        return top.dep_ in _SAID_OF and (top.dep_ != "dobj" or any(child.dep_ == "nsubj" for child in above.children))
    if above.pos_ in ("NOUN", "PROPN") and above.i < top.i and _opens_headline(above):
        return True
    return top.pos_ not in ("VERB", "AUX") and any(child.dep_ == "nsubj" for child in top.children)


def complement_slots(scene: "Scene", words: list["Token"]) -> Slots:
    """"s" is what it is said of; "poss" whose it is; prepositions of the words and of the copula."""
    top, ontology = _top(words), scene.ontology
    slots: Slots = {"s": [], "poss": []}
    if top.dep_ == "case":
        top = top.head
        slots["poss"] = [top]
    else:
        inner = [child for word in words for child in word.children if child.dep_ in _WHOSE]
        slots["poss"] = [child for child in inner if child.pos_ == "PRON" or scene.is_a(child, ("armed", "country", "actor"))]
    carrier = _above(top)
    if _is_carrier(ontology, carrier) or carrier.pos_ in ("VERB", "AUX"):
        frame = verb_slots(carrier, [carrier, *words], ontology=ontology, headline=False)
        own = [child for child in top.children if child.dep_ == "nsubj"]
        said_of = own or ([head for head in frame["o"] if head.i != top.i] if ontology.is_a(carrier.lemma_.lower(), "makes_so") else [])
        slots |= {slot: heads for slot, heads in frame.items() if slot not in ("s", "o", "poss")}
        slots["s"] = said_of or [head for head in subject_of(carrier, ontology) if head.i != top.i]
        return slots
    for word in words:
        for child in word.children:
            if child.dep_ == "prep":
                slots.setdefault(child.lower_, []).extend(_objects(child))
    slots["s"] = [child for child in top.children if child.dep_ in ("nsubj", "nsubjpass")] or ([carrier] if carrier.i != top.i else [])
    return slots


def manner_of(head: "Token", pos: Pos, *, ontology: Ontology) -> list["Token"]:
    """The adverbs of a trigger's verb, and for words said of a subject the copula: "still", "no longer", "remains"."""
    verb = head
    if pos in ("p", "c", "n"):
        for _ in range(_REACH):
            if verb.pos_ in ("VERB", "AUX") or verb.head.i == verb.i:
                break
            verb = verb.head
    own = [child for child in (*head.children, *(verb.children if verb.i != head.i else ())) if child.dep_ in _MANNERS and child.i != head.i]
    return [*own, verb] if verb.i != head.i and _is_carrier(ontology, verb) else own


def _top(words: list["Token"]) -> "Token":
    inside = {word.i for word in words}
    return next((word for word in words if word.head.i not in inside or word.head.i == word.i), words[0])


def _above(top: "Token") -> "Token":
    """What the words hang on; of "12 km from Norvale" what the whole phrase hangs on."""
    if top.dep_ == "npadvmod" and top.head.pos_ in ("ADP", "ADV"):
        return top.head.head
    share = top.head.dep_ in ("attr", "acomp", "advmod") and top.head.i < top.i and top.pos_ == "ADP"  # "is one hundred per cent in our hands"
    return top.head.head if share and top.head.head.pos_ in ("VERB", "AUX") else top.head


def _is_carrier(ontology: Ontology, verb: "Token") -> bool:
    return verb.pos_ in ("VERB", "AUX") and (ontology.is_a(verb.lemma_.lower(), "copula") or ontology.is_a(verb.lemma_.lower(), "makes_so"))


def _opens_headline(noun: "Token") -> bool:
    """A noun on top of its sentence, which has no finite verb up to the next comma: "Army back in Norvale"."""
    if noun.dep_ not in ("ROOT", "dep", "nsubj", "npadvmod", "ccomp") or noun.sent[-1].text in (".", "!", "?"):
        return False
    for token in noun.doc[noun.sent.start : noun.sent.end]:
        if token.i > noun.i and (token.text in (",", ";", ":") or (token.lower_ in _NEXT_CLAUSE and token.dep_ in ("mark", "prep", "advmod"))):
            return True
        if token.tag_ in _FINITE:
            return False
    return True


def _objects(preposition: "Token") -> list["Token"]:
    found = [child for child in preposition.children if child.dep_ == "pobj"]
    return found + [deep for child in preposition.children if child.dep_ == "prep" for deep in child.children if deep.dep_ == "pobj"]
