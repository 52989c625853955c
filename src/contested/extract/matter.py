"""What is asked, offered, refused or agreed is no event of its own: the truce in "proposed a truce", the leaving in "demanded that they leave"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from contested.extract.find import Find
from contested.extract.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "xcomp", "oprd", "npadvmod", "dative"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl"})
_MATTER_PREPOSITIONS = frozenset({"for", "to", "on", "of", "about", "over", "from", "with", "into", "out", "upon", "in"})
_ASKED_PREPOSITIONS = frozenset({"for", "to", "on", "of", "upon"})
_OBJECT_PREPOSITIONS = frozenset({"with", "of", "for", "in"})
_PARTICIPLES = frozenset({"acl", "relcl"})
_FINITE = frozenset({"has", "have", "had", "is", "are", "was", "were"})
_CLIMB = 5
_TOGETHER = 6


def without_matter(scene: Scene, finds: Sequence[Find]) -> list[Find]:
    """Drop what is only spoken of. A truce and the verb that signs it are one find, under the words of both where they stand together."""
    by_word = {word.i: find for find in finds for word in find.words}
    kept: dict[int, Find] = {id(find): find for find in finds}
    for find in finds:
        other = _same_told(scene, find, by_word)
        if other is not None:
            del kept[id(find)]
            if id(other) in kept:
                kept[id(other)] = _joined(other=kept[id(other)], find=find)
        elif _is_same_aim(find, by_word) or _is_bargained_over(scene, find, by_word) or _is_asked_for(scene, find, by_word):
            del kept[id(find)]
    return [_with_its_noun(scene, kept[id(find)]) for find in finds if id(find) in kept]


def _same_told(scene: Scene, find: Find, by_word: dict[int, Find]) -> Find | None:
    """The noun of "a truce signed in Tarsk", told again by its participle; the verb of "signed a truce", told again by its object."""
    if not scene.ontology.has_trait(find.event_type, "told_once"):
        return None
    above = find.head.head if find.trigger.pos == "v" and find.head.dep_ in _PARTICIPLES else None
    if find.trigger.pos == "n" and find.head.dep_ != "conj":
        above = _above(find.head, _OBJECT_PREPOSITIONS)
    other = by_word.get(above.i) or by_word.get(find.head.head.i) if above is not None else None
    return other if other is not None and other is not find and other.event_type == find.event_type and other.trigger.pos != find.trigger.pos else None


def _with_its_noun(scene: Scene, find: Find) -> Find:
    """"an agreement signed": the noun that the participle describes belongs to the words that tell it."""
    if find.trigger.pos != "v" or find.head.dep_ not in _PARTICIPLES or not scene.ontology.has_trait(find.event_type, "reached"):
        return find
    noun = find.head.head
    near = 0 < find.words[-1].i - noun.i <= _TOGETHER
    return replace(find, words=(noun, *find.words)) if near and scene.ontology.is_a(scene.lemma(noun), "pact") else find


def _is_same_aim(find: Find, by_word: dict[int, Find]) -> bool:
    """"marched to protest" is one protest."""
    above = _above(find.head, frozenset()) if find.trigger.pos == "v" and find.head.dep_ in ("xcomp", "advcl") else None
    other = by_word.get(above.i) if above is not None else None
    return other is not None and other is not find and other.event_type == find.event_type


def _joined(*, other: Find, find: Find) -> Find:
    roles = {role: list(heads) for role, heads in other.roles.items()}
    for role, heads in find.roles.items():
        fillers = [head for head in heads if head not in (*other.words, *find.words)]
        if fillers and not roles.get(role):
            roles[role] = fillers
    words = sorted({word.i: word for word in (*other.words, *find.words)}.items())
    together = words[-1][0] - words[0][0] <= _TOGETHER
    return replace(other, roles=roles, words=tuple(word for _, word in words) if together else other.words)


def _is_bargained_over(scene: Scene, find: Find, by_word: dict[int, Find]) -> bool:
    """The truce in "proposed a truce", and the truce that a verb says nothing of being reached about."""
    if not scene.ontology.has_trait(find.event_type, "bargained"):
        return False
    if find.trigger.pos == "v" and find.head.tag_ == "VBG" and find.head.dep_ in ("acl", "advcl"):  # "handed over a proposal offering a truce" is one offer
        return any(other.event_type == find.event_type and other.sentence == find.sentence and other.head.i < find.head.i for other in by_word.values())
    verb = find.head.head
    unreached = scene.ontology.has_trait(find.event_type, "reached") and find.trigger.pos == "n"
    if unreached and verb.pos_ in ("VERB", "AUX") and not scene.ontology.is_a(scene.lemma(verb), "truce_verb"):
        return True
    at = find.head
    for _ in range(_CLIMB):
        above = _above(at, _MATTER_PREPOSITIONS)
        if above is None:
            return False
        other = by_word.get(above.i)
        if other is not None and other is not find and scene.ontology.has_trait(other.event_type, "bargaining"):
            return at.dep_ != "conj"
        at = above
    return False


def _is_asked_for(scene: Scene, find: Find, by_word: dict[int, Find]) -> bool:
    """The deed that somebody demands, offers or refuses; not the shelling in "demanded that the shelling stop", which goes on."""
    at, noun = find.head, find.trigger.pos == "n"
    for step in range(_CLIMB):
        above = _above(at, _ASKED_PREPOSITIONS)
        if above is None or (noun and step and at.dep_ in _CLAUSES):
            return False
        other = by_word.get(above.i)
        if other is not None and other is not find and at.dep_ != "conj":
            return scene.ontology.has_trait(other.event_type, "only_asked") and (noun or not step or not _is_told_as_fact(find.head))
        at = above
    return False


def _is_told_as_fact(verb: "Token") -> bool:
    """"They demanded that it leave and have threatened war": a finite verb is no part of what is demanded, whatever the parse joins it to."""
    return verb.tag_ in ("VBD", "VBZ") or any(child.dep_ == "aux" and child.lower_ in _FINITE for child in verb.children)


def _above(token: "Token", prepositions: frozenset[str]) -> "Token | None":
    """The word that a token is an object or a complement of, prepositions passed over; its partner where "and" joins it to one."""
    head = token.head
    if head.i == token.i:
        return None
    if token.dep_ in ("pobj", "pcomp"):
        return head.head if head.lower_ in prepositions and head.head.i != head.i else None
    if token.dep_ in _CLAUSES:
        if token.i < head.i:  # "the truce was refused; they want more"
            return None
        return head if token.dep_ != "advcl" or any(child.lower_ in ("to", "for") and child.i < token.i for child in token.children) else None
    return head if token.dep_ == "conj" or token.dep_ in _OBJECTS else None
