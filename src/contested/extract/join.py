"""Two triggers, one event: "an explosion rocked", "a rocket attack hit", "a car bomb exploded" are told once."""

from collections.abc import Sequence
from dataclasses import replace

from contested.extract.find import Find
from contested.extract.scene import Scene

_OBJECTS = frozenset({"dobj", "nsubjpass", "pobj", "prep", "npadvmod", "attr", "conj", "xcomp", "oprd"})
_CLIMB = 5
_FOLDED_FAMILIES = frozenset({"violence", "destroy"})


def join_finds(scene: Scene, finds: Sequence[Find]) -> list[Find]:
    """Drop a verb whose subject is itself a violent event and give that event the verb's target; drop a lone back-reference word.

    The order of the text is kept.
    """
    by_word = {word.i: find for find in finds for word in find.words}
    dropped: set[int] = set()
    retyped: dict[int, Find] = {}
    for find in finds:
        if find.trigger.pos != "v" or scene.ontology.type(find.event_type).family not in _FOLDED_FAMILIES:
            continue
        for subject in [*find.roles.get("actor", []), *find.roles.get("weapon", [])]:
            event = by_word.get(subject.i)
            if event is None or event is find:
                continue
            if subject in find.roles.get("weapon", []) and scene.ontology.is_a(scene.lemma(subject), "mines"):
                retyped[id(find)] = event  # "a car bomb exploded": the verb tells it, the noun says of what sort
                dropped.add(id(event))
            elif scene.ontology.type(event.event_type).family == "violence":
                _take_over(event, find)
                dropped.add(id(find))
    for find in finds:
        if find.trigger.pos == "n" and scene.ontology.is_a(scene.lemma(find.head), "mines") and not _stands_for_blast(scene, find):
            dropped.add(id(find))
    dropped.update(id(find) for find in finds if _is_matter_of(scene, find, by_word))
    kept = [find for find in finds if id(find) not in dropped]
    return [replace(find, trigger=replace(find.trigger, event_type=retyped[id(find)].event_type)) if id(find) in retyped else find for find in kept]


def _stands_for_blast(scene: Scene, find: Find) -> bool:
    """A bomb that hit, killed or wrecked, or by which somebody died, is its blast; one that was found, carried or laid is a thing."""
    head = find.head
    if head.dep_ in ("nsubj", "ROOT", "nsubjpass", "conj", "appos"):
        return head.dep_ != "nsubjpass" or not scene.ontology.is_a(scene.lemma(head.head), "handled")
    return head.dep_ == "pobj" and head.head.lower_ in ("by", "in", "from", "after", "of", "when", "during")


def _is_matter_of(scene: Scene, find: Find, by_word: dict[int, Find]) -> bool:
    """The truce in "proposed a truce" is what is proposed, not a truce reached."""
    if not scene.ontology.has_trait(find.event_type, "bargained"):
        return False
    if find.trigger.pos == "v":  # "handed over a proposal offering a truce" is one offer
        told = {other.event_type for other in by_word.values() if other.sentence == find.sentence and other.head.i < find.head.i}
        return find.head.tag_ == "VBG" and find.head.dep_ in ("acl", "advcl") and find.event_type in told
    verb = find.head.head
    if scene.ontology.has_trait(find.event_type, "reached") and verb.pos_ in ("VERB", "AUX") and not scene.ontology.is_a(scene.lemma(verb), "truce_verb"):
        return True
    at = find.head
    for _ in range(_CLIMB):
        if at.dep_ not in _OBJECTS or at.head.i == at.i:
            return False
        at = at.head
        other = by_word.get(at.i)
        if other is not None and other is not find and scene.ontology.has_trait(other.event_type, "bargaining"):
            return True
    return False


def _take_over(event: Find, verb: Find) -> None:
    for role in ("target", "place"):
        fillers = [token for token in verb.roles.get(role, []) if token not in event.words]
        if fillers and not event.roles.get(role):
            event.roles[role] = fillers
