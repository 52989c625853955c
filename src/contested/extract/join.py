"""Two triggers, one event: "an explosion rocked", "a rocket attack hit", "a car bomb exploded" are told once."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from contested.extract.find import Find
from contested.extract.matter import without_matter
from contested.extract.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

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
            if event is None or event is find or event.head is find.head:
                continue
            if event.trigger.pos == "n" and subject in find.roles.get("weapon", []) and _tells_of_its_blast(scene, find, subject):
                retyped[id(find)] = event  # "a car bomb exploded": the verb tells it, the noun says of what sort
                dropped.add(id(event))
            elif scene.ontology.type(event.event_type).family == "violence":
                _take_over(event, find)
                dropped.add(id(find))
    for find in finds:
        narrower = _narrower(scene, find, finds)
        if narrower is not None:
            retyped[id(find)] = narrower
            dropped.add(id(narrower))
    dropped.update(id(find) for find in finds if _is_means(scene, find, by_word))
    kept = [find for find in finds if id(find) not in dropped]
    kept = [replace(find, trigger=replace(find.trigger, event_type=retyped[id(find)].event_type)) if id(find) in retyped else find for find in kept]
    return without_matter(scene, kept)


def _tells_of_its_blast(scene: Scene, find: Find, weapon: "Token") -> bool:
    """"a car bomb exploded" is told by the verb; of "a car bomb wrecked the post" the bomb tells, and the verb whom it hit."""
    what_it_did = any("mines" in need.classes for need in find.trigger.needs if need.role == "weapon")
    return not what_it_did and scene.ontology.is_a(scene.lemma(weapon), "weapon_noun")


def _narrower(scene: Scene, find: Find, finds: Sequence[Find]) -> Find | None:
    """"a taxi with a suicide bomber in it exploded": the noun in the verb's clause says of what narrower sort it was."""
    kinds = scene.ontology.narrower.get(find.event_type, frozenset())
    if find.trigger.pos != "v" or not kinds:
        return None
    near = (other for other in finds if other.sentence == find.sentence and other.event_type in kinds and other.trigger.pos == "n")
    return next((other for other in near if scene.ontology.is_a(scene.lemma(other.head), "agentive") and _is_below(other.head, find.head)), None)


def _is_below(token: "Token", top: "Token") -> bool:
    at = token
    for _ in range(_CLIMB):
        at = at.head
        if at.i == top.i:
            return True
    return False


def _is_means(scene: Scene, find: Find, by_word: dict[int, Find]) -> bool:
    """The raid in "arrested smugglers in a raid" are how it was done."""
    if find.trigger.pos != "n" or find.head.dep_ != "pobj" or find.head.head.lower_ not in ("in", "during") or find.roles.get("target"):
        return False
    carrier = find.head.head.head
    other = by_word.get(carrier.i) or by_word.get(carrier.head.i)
    other_kind = other is not None and scene.ontology.type(other.event_type).family != scene.ontology.type(find.event_type).family
    return other_kind and scene.ontology.is_a(scene.lemma(find.head), "means_of_another")


def _take_over(event: Find, verb: Find) -> None:
    for role in ("target", "place"):
        fillers = [token for token in verb.roles.get(role, []) if token not in event.words]
        if fillers and not event.roles.get(role):
            event.roles[role] = fillers
