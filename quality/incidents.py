"""Claims as incident templates: who did it, for which organisation, to what, to whom, with what."""

from typing import Any

from contested.pipeline import Inspected
from contested.records import Claim, Span
from contested.reference.ontology import load_ontology

_INCIDENTS = {
    "kill": "attack", "attack": "attack", "clash": "attack", "shell": "attack", "airstrike": "attack", "bomb": "bombing", "suicide_bomb": "bombing",
    "abduct": "kidnapping", "destroy": "arson", "loot": "robbery",
}
_WEAPON_CLASSES = ("bombs", "fire", "aircraft")
_WEAPON_WORDS = frozenset({"rifle", "gun", "machinegun", "pistol", "weapon", "dynamite", "explosive", "machete", "knife", "grenade"})
_NO_WEAPONS = frozenset({"car", "truck", "vehicle", "motorcycle", "blast", "explosion", "plane"})
_ORGANISED = frozenset({"rebel_group", "political_militia", "identity_militia", "state_force", "government", "private_force"})


def templates_of(seen: Inspected) -> list[dict[str, Any]]:
    """One template a kind of incident, with all fillers that the report's claims of that kind have."""
    by_kind: dict[str, dict[str, Any]] = {}
    for claim in seen.extract.claims:
        kind = _INCIDENTS.get(claim.event_type)
        if kind is None or claim.modality in ("planned", "negated"):
            continue
        template = by_kind.setdefault(kind, {"incident_type": kind, "PerpInd": [], "PerpOrg": [], "Target": [], "Victim": [], "Weapon": []})
        _fill(template, claim, seen)
    return list(by_kind.values())


def _fill(template: dict[str, Any], claim: Claim, seen: Inspected) -> None:
    organised = claim.actor_ref is not None and claim.actor_ref.key is not None and claim.actor_ref.kind in _ORGANISED
    for span in claim.actor:
        _add(template["PerpInd"], seen.report.words(span))
    if organised and claim.actor_ref is not None:
        _add(template["PerpOrg"], claim.actor_ref.name)
    role = "Target" if claim.target_kind in ("facility", "things", "settlement", "road", "district") else "Victim"
    for span in claim.target:
        _add(template[role], seen.report.words(span))
    for word in _weapons(seen, claim.sentence):
        _add(template["Weapon"], word)


def _weapons(seen: Inspected, sentence: Span) -> list[str]:
    ontology = load_ontology()
    known = _WEAPON_WORDS.union(*(ontology.classes[name] for name in _WEAPON_CLASSES)) - _NO_WEAPONS
    words = seen.report.words(sentence).split()
    bare = [word.strip(".,;:()\"'").lower() for word in words]
    return [word for word in bare if word in known or (word.endswith("s") and word[:-1] in known)]


def _add(fillers: list[list[str]], words: str) -> None:
    if words and [words] not in fillers:
        fillers.append([words])
