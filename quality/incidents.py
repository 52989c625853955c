"""Claims as incident templates: who did it, for which organisation, to what, to whom, with what.

A template tells of a blow to somebody or something that does not fight: battles, and blows between fighters, are no incidents.
"""

import re
from typing import Any

from contested.pipeline import Inspected
from contested.records import Claim, Span
from contested.reference.actor_words import actor_words, titles
from contested.reference.ontology import load_ontology

Template = dict[str, Any]
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")

_INCIDENTS = {
    "kill": "attack", "attack": "attack", "shell": "attack", "sexual_violence": "attack", "bomb": "bombing", "suicide_bomb": "bombing",
    "abduct": "kidnapping", "destroy": "arson", "loot": "robbery",
}
_TOLD_BARE = frozenset({"bomb", "suicide_bomb", "kill", "abduct"})  # without a word on whom it struck
_AT_LARGE = frozenset({"offensive", "invasion", "campaign", "violence", "crackdown"})
_SINGLE = frozenset({"attack", "bombing", "raid", "operation", "killing", "murder", "assassination", "explosion", "kidnapping"})
_MONTH = re.compile(r"\d{4}-\d{2}")
_RECENT_MONTHS = 2
_STAGES = frozenset({"actual", "planned"})  # what was tried or threatened is an incident too
_FIGHTERS = frozenset({"rebel_group", "state_force", "political_militia", "identity_militia", "external_force", "private_force"})
_BAND_KINDS = frozenset({"rebel_group", "political_militia", "identity_militia"})
_ORGANISED = _FIGHTERS | {"government"}

_BAND_ROLES = frozenset({"rebel", "militia", "unidentified", "civil"})
_BANDS = frozenset({"soldier", "troop", "member", "squad", "policeman", "unit", "commando", "group", "trafficker"})
_WEAPON_CLASSES = ("bombs", "fire", "mines")
_WEAPONS = frozenset({"rifle", "gun", "machinegun", "pistol", "submachinegun", "dynamite", "machete", "knife", "bullet", "bazooka", "revolver", "tnt"})
_NO_WEAPONS = frozenset({"car", "truck", "vehicle", "motorcycle", "blast", "explosion", "plane", "charge", "belt", "vest", "tank", "round", "barrage", "salvo"})
_MATERIEL = frozenset({"weapon", "arm", "ammunition", "cartridge", "equipment", "materiel", "tank", "helicopter", "garrison", "position", "launcher"})
_AREAS = ("region", "settlement", "aircraft")

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
_COUNTED = re.compile(
    r"(?:the|an?|some|several|many|few|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|at|least|about|more|approximately|"
    r"around|nearly|almost|over|no|any|all|each|both|every|other|another|this|that|these|those|such|which|his|her|its|their|our|my|your|\d[\d,.-]*)\b",
    re.I,
)
_STANDS_IN = re.compile(r"(?:i|we|us|you|he|him|his|she|hers?|it|its|they|them|theirs?|who|whom|whose|that|this|those|these|one|others?|\W*)", re.I)
_HANGS_ON = re.compile(r"(?<=\s)(?:of|in|on|at|from|for|with|who|that|which|near|by|to|and|against|between|wearing|armed)\b|[,(;]", re.I)


def templates_of(seen: Inspected) -> list[Template]:
    """One template a kind of incident, with all fillers that the report's claims of that kind have."""
    by_kind: dict[str, Template] = {}
    for claim in seen.extract.claims:
        if _is_incident(claim, seen):
            kind = _INCIDENTS[claim.event_type]
            _fill(by_kind.setdefault(kind, {"incident_type": kind} | {role: [] for role in ROLES}), claim, seen)
    made = list(by_kind.values())
    if made:
        for name, key in _named_bands(seen):
            _add(made[0]["PerpOrg"], [name, *_names_of(key, seen)])
    return made


def _named_bands(seen: Inspected) -> list[tuple[str, str]]:
    """Armed organisations that the report accuses, or makes the actor of violence whoever was struck: its incidents are laid to them too."""
    found = []
    for claim in seen.extract.claims:
        ref = claim.target_ref if claim.event_type == "accuse" else claim.actor_ref if claim.event_type in _INCIDENTS else None
        if ref is not None and ref.key is not None and ref.kind in _BAND_KINDS and claim.modality != "negated":
            found.append((ref.name, ref.key))
    return found


def _is_incident(claim: Claim, seen: Inspected) -> bool:
    """Something that did happen of late, and to somebody who does not fight; weapons that soldiers seize are no robbery."""
    if claim.event_type not in _INCIDENTS or claim.modality not in _STAGES or _is_of_war(claim) or _is_long_past(claim, seen):
        return False
    struck = claim.target_ref.kind if claim.target_ref else None
    if struck in _FIGHTERS or not (claim.target or claim.event_type in _TOLD_BARE):
        return False
    if _is_many(seen.report.words(claim.trigger)) and not (claim.actor or claim.time or claim.place or claim.quantities):
        return False
    return claim.event_type != "loot" or not all(_is_materiel(seen.report.words(span)) for span in claim.target)


def _is_of_war(claim: Claim) -> bool:
    """A foreign army's deed, or one against a whole land."""
    return (claim.actor_ref is not None and claim.actor_ref.kind == "external_force") or claim.target_kind == "region"


def _is_long_past(claim: Claim, seen: Inspected) -> bool:
    """Told as background: more than two months before the report."""
    day, published = claim.dated.text if claim.dated else None, seen.report.published
    if not day or not published or not _MONTH.match(day):
        return False
    return _months(published) - _months(day) > _RECENT_MONTHS


def _is_many(words: str) -> bool:
    """"attacks", "the offensive": violence at large, unless something more is said of it."""
    last = words.lower().split()[-1]
    return last in _AT_LARGE or (last.endswith("s") and last[:-1] in _SINGLE)


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])


def _fill(template: Template, claim: Claim, seen: Inspected) -> None:
    ref = claim.actor_ref
    organisation = ref.key if ref is not None and ref.kind in _ORGANISED else None
    for span in claim.actor:
        if _is_band(seen.report.words(span)) or (_is_name(span, seen) and not organisation):
            _add(template["PerpInd"], _mentions(seen.report.words(span)))
    if ref is not None and organisation is not None:
        _add(template["PerpOrg"], [ref.name, *_names_of(organisation, seen)])
    for span in claim.target:
        words = seen.report.words(span)
        if _is_thing(words):
            _add(template["Target"], _mentions(words))
        elif claim.target_ref is None or claim.target_ref.kind == "person":
            _add(template["Victim"], _mentions(words) if _is_name(span, seen) else [])
    for word in _weapons(seen, claim.sentence)[:1] if claim.event_type not in ("loot", "abduct") else []:
        _add(template["Weapon"], [word])


def _names_of(key: str, seen: Inspected) -> list[str]:
    """How else the report calls an organisation by name."""
    called = [actor.wording for actor in seen.marks.actors if actor.ref is not None and actor.ref.key == key and not actor.generic]
    return [name for words in called for name in _mentions(words) if not _is_band(name)]


def _is_band(words: str) -> bool:
    """People or a band of them; the name of an organisation alone is none."""
    head, known = _head(words), actor_words().get(_head(words))
    return (known is not None and known.role in _BAND_ROLES) or head in _BANDS or _is_a(head, ("people", "rebel"))


def _is_thing(words: str) -> bool:
    """Something built or owned that is no weapon and no part of the map."""
    return _is_a(_head(words), ("facility", "structure", "things")) and not _is_a(_head(words), _AREAS) and not _is_materiel(words)


def _is_materiel(words: str) -> bool:
    return _head(words) in _MATERIEL | _known_weapons()


def _is_name(span: Span, seen: Inspected) -> bool:
    """Somebody called by name: nothing counts or points before it, its head is no common noun, and it is no place and no time."""
    words = seen.report.words(span)
    head = _head(words)
    parts = _before_tail(words).replace(".", " ").split()
    if len(parts) < 2 or _COUNTED.match(words) or not all(part.isalpha() for part in parts):
        return False
    if any(mark.overlaps(span) for mark in [*(place.span for place in seen.marks.places), *(when.span for when in seen.marks.times)]):
        return False
    return not (head in actor_words() or head in titles() or any(head in known for known in load_ontology().classes.values()))


def _mentions(words: str) -> list[str]:
    """The words, and the names that stand beside each other in them ("the priest, juan diaz", "the front (fpl")."""
    pieces = [_ARTICLE.sub("", piece.strip(" .'\"")) for piece in re.split(r"[,()]", words)]
    return [piece.removesuffix("'s") for piece in pieces if piece and not _STANDS_IN.fullmatch(piece)]


def _before_tail(words: str) -> str:
    return _HANGS_ON.split(_ARTICLE.sub("", words.strip()), maxsplit=1)[0].strip().removesuffix("'s")


def _head(words: str) -> str:
    """The last word before what hangs on, in the singular."""
    before = _before_tail(words).split()
    return _single(before[-1].strip("'\".").lower()) if before else ""


def _single(word: str) -> str:
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _is_a(head: str, classes: tuple[str, ...]) -> bool:
    return any(load_ontology().is_a(head, name) for name in classes)


def _known_weapons() -> frozenset[str]:
    return _WEAPONS.union(*(load_ontology().classes[name] for name in _WEAPON_CLASSES)) - _NO_WEAPONS


def _weapons(seen: Inspected, sentence: Span) -> list[str]:
    return [word for word in re.findall(r"[\w-]+", seen.report.words(sentence).lower()) if _single(word) in _known_weapons()]


def _add(fillers: list[list[str]], mentions: list[str]) -> None:
    """One more filler, unless one of its names stands there already."""
    heads = {_head(words) for words in mentions}
    if mentions and not any(heads & {_head(words) for words in known} for known in fillers):
        fillers.append(list(dict.fromkeys(mentions)))
