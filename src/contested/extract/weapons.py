"""Which words of a find stand for it where a weapon, the dead or a body tell of it: "shells kill nine", "killed by a shell", "six dead", "found the bodies"."""

from typing import TYPE_CHECKING

from contested.extract.scene import Scene
from contested.reference.ontology import Ontology

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOGETHER = 4
_NEAR = 6
_COUNTING = frozenset({"nummod", "quantmod", "det", "advmod"})


def told_by(scene: Scene, head: "Token", words: list["Token"], roles: dict[str, list["Token"]]) -> tuple[list["Token"], "Token"]:
    """The words and the head that tell of the find of a verb: a weapon where the verb tells only of harm, the verb with what it is told together with."""
    weapon = next(iter(roles.get("weapon", [])), None)
    if weapon is not None and head.tag_ != "VBG" and _tells_of_harm(scene, head):
        return ([weapon] if weapon.i > head.i or _is_compound(weapon) else _with_subject(weapon, head)), weapon
    if weapon is not None and not _is_compound(weapon) and len(words) == 1 and weapon.i < head.i and any(child.i == weapon.i for child in head.children):
        return _with_subject(weapon, head), head
    things = [token for role in ("weapon", "target") for token in roles.get(role, []) if not _is_compound(token)]
    told = [token for token in things if scene.ontology.is_a(scene.lemma(token), "told_together")]
    near = next((token for token in told if 0 < abs(token.i - words[0].i) <= _NEAR), None)
    return (sorted({*words, near}, key=lambda token: token.i) if near is not None else words), head


def stands_for_people(token: "Token", ontology: Ontology) -> bool:
    """"six dead", "the wounded": an adjective that is counted or pointed at and stands before no noun."""
    if not ontology.is_a(token.lower_, "nominal_adjective") or token.dep_ in ("amod", "compound", "auxpass", "advcl", "acl"):
        return False
    before = token.nbor(-1) if token.i else None
    counted = before is not None and (before.like_num or ontology.is_a(before.lower_, "number_noun") or before.lower_ in ("the", "own", "its", "their", "his"))
    return counted or any(child.dep_ in _COUNTING and child.like_num for child in token.children)


def stands_for_its_blast(scene: Scene, words: list["Token"]) -> bool:
    """A weapon by which somebody died or something broke is its blast; one that was found, carried, fired or laid is a thing. True of other nouns."""
    noun, is_a = words[-1], scene.ontology.is_a
    if not is_a(scene.lemma(noun), "weapon_noun"):
        return True
    while noun.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
    if noun.dep_ == "pobj":
        harmed = any(is_a(scene.lemma(noun.head.head), word_class) for word_class in ("effect_verb", "dead_word", "hurt_word"))
        return (noun.head.lower_ in ("by", "from", "in") and harmed) or (len(words) > 1 and noun.head.lower_ in ("after", "when", "during"))
    if noun.dep_ == "dobj":
        return is_a(scene.lemma(noun.head), "lived_through")
    if len(words) == 1:
        return noun.dep_ == "ROOT"
    if noun.dep_ in ("nsubj", "nsubjpass"):
        return noun.dep_ == "nsubj" or not is_a(scene.lemma(noun.head), "handled")
    return noun.dep_ in ("ROOT", "appos", "attr")


def _is_compound(noun: "Token") -> bool:
    """"car bomb", "mortar round": a noun that the tables know as an event by itself."""
    return any(child.dep_ == "compound" for child in noun.children)


def _with_subject(subject: "Token", verb: "Token") -> list["Token"]:
    """Subject and verb where they stand together, else the verb."""
    return list(verb.doc[subject.i : verb.i + 1]) if 0 < verb.i - subject.i <= _TOGETHER else [verb]


def _tells_of_harm(scene: Scene, verb: "Token") -> bool:
    return scene.ontology.is_a(scene.lemma(verb), "dead_word") or scene.ontology.is_a(scene.lemma(verb), "hurt_word")
