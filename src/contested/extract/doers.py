"""Who did it and to whom, where a sentence leaves it out and the report as a whole tells it. Nothing that the words name is overwritten."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from contested.extract.place_names import names_said
from contested.extract.scene import Scene
from contested.extract.sides import Sides, sides_of
from contested.extract.slots import subject_of
from contested.records import ActorRef, Claim, Reason, Span
from contested.reference.actor_words import actor_words
from contested.reference.ontology import Ontology

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST_ALIKE = 40
_NEAR = 5  # sentences
_PLACES = frozenset({"settlement", "facility", "road", "district", "region"})
_IT = frozenset({"settlement", "facility", "road", "things", "district", "region"})
_STATE = frozenset({"state_force"})
_TOWARDS = frozenset({"to", "into", "towards", "toward", "for"})
_REBELS = frozenset({"rebel_group", "political_militia", "identity_militia"})


def fill_doers(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Claims with the actor and target that the report supports: by who claims the deed, by the same happening told elsewhere, by the two sides."""
    sides = sides_of(scene, claims)
    ontology = scene.ontology
    claims = [_name_both(claim, sides, ontology) for claim in claims]
    claims = [_speaker_acts(claim, ontology) for claim in claims]
    claims = _claimed(scene, claims)
    claims = _told_elsewhere(scene, claims, sides)
    claims = [_from_where(scene, claim) for claim in _it(scene, claims)]
    claims = _target_elsewhere(scene, claims)
    steps: tuple[Callable[[Scene, Claim, Sides], Claim], ...] = (_lost, _denied, _flown, _by_the_other_side, _mutual, _upon_the_other_side, _sent, _agreed)
    for step in steps:
        claims = [step(scene, claim, sides) for claim in claims]
    claims = [_by_its_army(scene, claim, sides) for claim in _besieged(scene, claims)]
    spelt = {ref.name: name for ref, name in names_said(scene).items()}
    claims = [_spelt(claim, spelt) for claim in claims]
    return [_not_of_itself(scene, claim) for claim in claims]


def _gain(claim: Claim, ref: ActorRef, *, role: str, score: float, because: str) -> Claim:
    reasons = (*claim.reasons, Reason(score=score, because=because))
    if role == "actor":
        return replace(claim, actor_name=ref.name, actor_ref=ref, reasons=reasons)
    return replace(claim, target_name=ref.name, target_ref=ref, target_kind="group", reasons=reasons)


def _open(scene: Scene, claim: Claim) -> bool:
    """Whether a claim names nobody who did it: nobody at all, "gunmen", or the weapon."""
    if claim.actor_name is None:
        return True
    if claim.actor_ref is not None:
        return claim.actor_ref.key is None and claim.actor_ref.kind == "unknown" and claim.actor_ref.name in _unidentified()
    return _is_weapon(scene, claim)


def _is_weapon(scene: Scene, claim: Claim) -> bool:
    words = [scene.lemma(token) for token in scene.tokens(claim.actor[-1])] if claim.actor else []
    if not words or any(scene.ontology.is_a(word, "of_nobody_known") for word in words):
        return False
    last = words[-1]
    return any(scene.ontology.is_a(last, word_class) for word_class in ("aircraft", "gunnery", "fire", "bombs"))


@cache
def _unidentified() -> frozenset[str]:
    return frozenset(word.name for word in actor_words().values() if word.role == "unidentified")


def _name_both(claim: Claim, sides: Sides, ontology: Ontology) -> Claim:
    """"Both sides", "the warring parties": the two that the report is about."""
    name, ref = claim.actor_name, claim.actor_ref
    named = ref is not None and (ref.key is not None or ref.name != name)
    if sides.both is None or name is None or named or not ontology.is_a(name.split()[-1].removesuffix("s"), "side_word"):
        return claim
    return replace(claim, actor_name=sides.both, reasons=(*claim.reasons, Reason(score=0.6, because="the report has two sides")))


def _speaker_acts(claim: Claim, ontology: Ontology) -> Claim:
    """Fighters who tell of a deed without a doer ("the prisoners were freed") tell of their own, unless it was done to them."""
    if claim.target_ref is not None and claim.speaker_name == claim.target_ref.name:
        return claim
    fighters = claim.speaker_kind in _REBELS | _STATE
    if claim.actor_name or not ontology.has_trait(claim.event_type, "own_deed") or not fighters or claim.stance == "denies":
        return claim
    reason = Reason(score=0.6, because=f"{claim.speaker_name}, who tells it, is a side of the war and names no other doer")
    return replace(claim, actor_name=claim.speaker_name, reasons=(*claim.reasons, reason))


def _claimed(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """"The group claimed responsibility for the attack": for the attack told last, and all that tells of it."""
    done = list(claims)
    for sentence, ref in _claimants(scene)[:_MOST_ALIKE]:
        at = scene.sentence_number[sentence]
        before = [claim for claim in done if scene.sentence_number[claim.sentence] <= at and _is_deed(scene, claim) and _open(scene, claim)]
        if not before:
            continue
        deed = next((claim for claim in reversed(before) if claim.sentence != sentence), before[-1])
        because = f"{ref.name} is said to be behind it"
        done = [
            _gain(claim, ref, role="actor", score=0.7, because=because)
            if _is_deed(scene, claim) and _open(scene, claim) and (claim.sentence == sentence or _may_be_one(claim, deed)) else claim
            for claim in done
        ]  # fmt: skip
    return done


def _is_deed(scene: Scene, claim: Claim) -> bool:
    return scene.ontology.has_trait(claim.event_type, "deed")


def _claimants(scene: Scene) -> list[tuple[Span, ActorRef]]:
    """Who is said to have claimed a deed or to stand behind it, with the sentence."""
    found = []
    for token in scene.doc:
        owned = token.lower_ == "responsibility" and token.dep_ == "dobj" and scene.ontology.is_a(scene.lemma(token.head), "own_up")
        verb = token.head if owned or _is_behind_a_deed(scene, token) else None
        sentence = scene.marks.sentence_at(token.idx) if verb is not None else None
        if verb is None or sentence is None or any(child.dep_ == "neg" or child.lower_ in ("no", "nobody") for child in verb.subtree if child.i < token.i):
            continue
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None) or next((c for c in verb.head.children if c.dep_ == "nsubj"), None)
        actor = scene.actor_of(subject) if subject is not None else None
        if actor is not None and actor.ref is not None and actor.ref.kind in _REBELS | _STATE:
            found.append((sentence, actor.ref))
    return found


def _is_behind_a_deed(scene: Scene, token: "Token") -> bool:
    """ "was behind the attack"."""
    if token.lower_ != "behind" or token.head.lemma_ != "be":
        return False
    return any(child.dep_ == "pobj" and scene.lemma(child) in scene.ontology.back_references for child in token.children)


def _told_elsewhere(scene: Scene, claims: Sequence[Claim], sides: Sides) -> list[Claim]:
    """What other sentences say of the same happening, or of all such happenings in the report, if they name but one side."""
    named: dict[str, list[Claim]] = {}
    for claim in claims:
        ref = claim.actor_ref
        if ref is not None and claim.modality != "planned" and (sides.side_of(ref) is not None or (ref.kind == "unknown" and ref.name[:1].isupper())):
            named.setdefault(_sort(scene, claim), []).append(claim)
    return [_from_others(scene, claim, named.get(_sort(scene, claim), [])[:_MOST_ALIKE]) if _open(scene, claim) else claim for claim in claims]


def _sort(scene: Scene, claim: Claim) -> str:
    """Types by which one happening may be told: an assault may be told as a killing, an air strike hardly."""
    return "assault" if scene.ontology.has_trait(claim.event_type, "one_assault") else claim.event_type


def _from_others(scene: Scene, claim: Claim, others: Sequence[Claim]) -> Claim:
    if scene.ontology.has_trait(claim.event_type, "mutual") or not scene.ontology.has_trait(claim.event_type, "by_a_side"):
        return claim
    others = [other for other in others if _may_be_one(claim, other) and _is_told_with(scene, claim, other) and other.actor_name != claim.target_name]
    same = [other for other in others if other.target_name is not None and other.target_name == claim.target_name] or others
    doers = {other.actor_ref for other in same}
    if len(doers) != 1:
        return claim
    giver = same[0]
    assert giver.actor_ref is not None
    reasons = (*claim.reasons, Reason(score=0.6, because="the report says so of the same happening in another sentence"))
    return replace(claim, actor_name=giver.actor_name, actor_ref=giver.actor_ref, reasons=reasons)


def _is_told_with(scene: Scene, one: Claim, other: Claim) -> bool:
    """Whether two claims have something that ties them: a target, a town, or a few sentences of one telling."""
    if (one.target_name is not None and one.target_name == other.target_name) or scene.ontology.has_trait(one.event_type, "by_one_side"):
        return True
    if one.place_ref is not None and one.place_ref == other.place_ref and one.place_ref.kind not in ("country", "admin1", "region"):
        return True
    return abs(scene.sentence_number[one.sentence] - scene.sentence_number[other.sentence]) <= _NEAR


def _is_real(claim: Claim) -> bool:
    return claim.modality in ("actual", "ongoing")


def _may_be_one(one: Claim, other: Claim) -> bool:
    """Not at two places, not on two days."""
    here, there = one.place_ref, other.place_ref
    apart = here is not None and there is not None and here.name != there.name and here.kind != "country" and there.kind != "country"
    days = {claim.dated.text for claim in (one, other) if claim.dated is not None and claim.dated.text is not None and claim.dated.precision == 1}
    return not apart and len(days) < 2


def _flown(scene: Scene, claim: Claim, sides: Sides) -> Claim:
    """Aircraft that nobody names are the state's, where one state fights."""
    if not scene.ontology.has_trait(claim.event_type, "by_air") or not _open(scene, claim) or not _is_real(claim):
        return claim
    ref = sides.in_the_air()
    drone = any(scene.ontology.is_a(scene.lemma(token), "of_any_side") for span in (*claim.actor, claim.trigger) for token in scene.tokens(span))
    if ref is None or drone or sides.side_of(claim.target_ref) == sides.side_of(ref):
        return claim
    return _gain(claim, ref, role="actor", score=0.5, because=f"of the two sides of the report, {ref.name} has aircraft")


def _by_the_other_side(scene: Scene, claim: Claim, sides: Sides) -> Claim:
    """Who attacks one side is the other."""
    if not _open(scene, claim) or not scene.ontology.has_trait(claim.event_type, "by_a_side"):
        return claim
    ref = sides.against(sides.side_of(claim.target_ref))
    if ref is None:
        return claim
    return _gain(claim, ref, role="actor", score=0.5, because=f"{ref.name} is who fights {claim.target_name} in the report")


def _mutual(scene: Scene, claim: Claim, sides: Sides) -> Claim:
    """Fighting without named sides is between the two sides of the report, where it has just two."""
    if not scene.ontology.has_trait(claim.event_type, "mutual") or (claim.actor_name and claim.target_name) or sides.pair is None:
        return claim
    if any(scene.ontology.is_a(scene.lemma(token), word_class) for token in scene.tokens(claim.trigger) for word_class in ("dead_word", "hurt_word")):
        return claim  # a bare toll of fighting is nobody's deed
    told = sides.side_of(claim.actor_ref) or sides.side_of(claim.target_ref)
    if told is not None and told not in sides.pair:
        return claim
    because = f"the report tells of a war between {sides.both}"
    first, second = (sides.names[side] for side in sides.pair)
    if claim.actor_name is None:
        claim = _gain(claim, sides.against(sides.side_of(claim.target_ref)) or first, role="actor", score=0.5, because=because)
    if claim.target_name is None:
        claim = _gain(claim, sides.against(sides.side_of(claim.actor_ref)) or second, role="target", score=0.5, because=because)
    return claim


def _upon_the_other_side(scene: Scene, claim: Claim, sides: Sides) -> Claim:
    """Whom one side attacks, where no words say it, and to whom it surrenders, is the other."""
    if claim.target_name is not None or claim.target or not scene.ontology.has_trait(claim.event_type, "upon_the_other_side"):
        return claim
    ref = sides.against(sides.side_of(claim.actor_ref))
    if ref is None:
        return claim
    return _gain(claim, ref, role="target", score=0.4, because=f"{ref.name} is whom {claim.actor_name} fights in the report")


def _from_where(scene: Scene, claim: Claim) -> Claim:
    """"Thousands fled" from a town: its residents; so whoever is driven out of one."""
    place, ontology = claim.place_ref, scene.ontology
    if not ontology.has_trait(claim.event_type, "doer_suffers") or place is None or place.kind not in ("settlement", "admin1", "neighbourhood"):
        return claim
    if any(scene.doc[max(0, scene.tokens(span)[0].i - 1)].lower_ in _TOWARDS for span in claim.place):
        return claim
    reasons = (*claim.reasons, Reason(score=0.6, because=f"they leave {place.name}"))
    if _is_anybody(claim.actor_name, ontology) and ontology.is_a(scene.lemma(scene.tokens(claim.trigger)[0]), "leaving"):
        return replace(claim, actor_name=f"{place.name} residents", reasons=reasons)
    if _is_anybody(claim.target_name, ontology):
        return replace(claim, target_name=f"{place.name} residents", reasons=reasons)
    return claim


def _is_anybody(name: str | None, ontology: Ontology) -> bool:
    return name is not None and (ontology.is_a(name.removesuffix("s"), "anybody") or ontology.is_a(name, "anybody"))


def _it(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """"The League seized it": the place or thing that the last claim before was about, a sentence back at most."""
    done: list[Claim] = []
    for claim in claims:
        if claim.target_name is None and len(claim.target) == 1 and scene.report.words(claim.target[0]).lower() == "it" and done:
            before = next((c for c in reversed(done) if c.target_name and c.target_kind in _IT), None)
            if before is not None and scene.sentence_number[claim.sentence] - scene.sentence_number[before.sentence] <= 1 and before.trigger < claim.trigger:
                reasons = (*claim.reasons, Reason(score=0.5, because=f"'it' is {before.target_name}, spoken of last"))
                claim = replace(claim, target_name=before.target_name, target_ref=before.target_ref, target_kind=before.target_kind, reasons=reasons)
        done.append(claim)
    return done


def _target_elsewhere(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Whom an attack without a target hit, where other sentences that tell of it near by name but one."""
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.target_name is not None and scene.ontology.has_trait(claim.event_type, "upon_the_other_side"):
            told.setdefault(claim.event_type, []).append(claim)
    done = []
    for claim in claims:
        if claim.target_name is None and not claim.target and claim.event_type in told and _is_noun(scene, claim):
            same = [c for c in told[claim.event_type][:_MOST_ALIKE] if _may_be_one(claim, c) and _is_told_with(scene, claim, c) and _one_doer(claim, c)]
            if len({c.target_name for c in same}) == 1:
                reasons = (*claim.reasons, Reason(score=0.5, because="the report says so of the same happening in another sentence"))
                claim = replace(claim, target_name=same[0].target_name, target_ref=same[0].target_ref, target_kind=same[0].target_kind, reasons=reasons)
        done.append(claim)
    return done


def _one_doer(one: Claim, other: Claim) -> bool:
    return one.actor_name is None or other.actor_name is None or one.actor_name == other.actor_name


def _is_noun(scene: Scene, claim: Claim) -> bool:
    return scene.tokens(claim.trigger)[-1].pos_ in ("NOUN", "PROPN")


def _lost(scene: Scene, claim: Claim, sides: Sides) -> Claim:
    """Who takes what one side loses is the other."""
    head = scene.tokens(claim.trigger)[0]
    if not scene.ontology.has_trait(claim.event_type, "lost") or not scene.ontology.is_a(scene.lemma(head), "losing"):
        return claim
    losers = subject_of(head, scene.ontology) if head.pos_ == "VERB" else [child for child in head.children if child.dep_ == "poss"]
    actors = (actor.ref for loser in losers if (actor := scene.actor_of(loser)) is not None)
    side = next((side for ref in actors if (side := sides.side_of(ref)) is not None), None)
    taker = sides.against(side)
    if taker is None or (claim.actor_name is not None and sides.side_of(claim.actor_ref) != side):
        return claim
    return _gain(claim, taker, role="actor", score=0.6, because=f"{taker.name} is who fights the loser in the report")


def _spelt(claim: Claim, names: dict[str, str]) -> Claim:
    """A target that is a place, or stands in one, spelt as the report spells it."""
    if claim.target_name is None or claim.target_kind not in _PLACES:
        return claim
    if (name := names.get(claim.target_name)) is not None:
        return replace(claim, target_name=name)
    town = claim.place_ref.name if claim.place_ref is not None else ""
    return replace(claim, target_name=claim.target_name.replace(town, names[town])) if town in names else claim


def _by_its_army(scene: Scene, claim: Claim, sides: Sides) -> Claim:
    """A country or government that fights ("Russia takes Norvale") does it by its army, where the report speaks of that."""
    ref, side = claim.actor_ref, sides.side_of(claim.actor_ref)
    if ref is None or ref.kind != "government" or side is None or not scene.ontology.has_trait(claim.event_type, "by_a_side"):
        return claim
    army = sides.forces_of(side)
    if army is None:
        return claim
    return _gain(claim, army, role="actor", score=0.6, because=f"{claim.actor_name} fights by {army.name}")


def _denied(scene: Scene, claim: Claim, sides: Sides) -> Claim:
    """"The Host denies the killings": who denies a deed that no words give to another is who is said to have done it."""
    if claim.stance != "denies" or claim.modality != "negated" or claim.actor_name is not None or not _is_deed(scene, claim) or claim.speaker_name is None:
        return claim
    ref = next((ref for ref in sides.names.values() if ref.name == claim.speaker_name), None)
    if ref is None or scene.tokens(claim.trigger)[-1].pos_ != "NOUN":
        return claim
    return _gain(claim, ref, role="actor", score=0.5, because=f"{ref.name} denies it")


def _sent(scene: Scene, claim: Claim, sides: Sides) -> Claim:
    """"Soldiers were sent to the valley": their own army sent them."""
    side = sides.side_of(claim.target_ref)
    if not scene.ontology.has_trait(claim.event_type, "sends_its_own") or claim.actor_name is not None or side is None or claim.target_ref is None:
        return claim
    return _gain(claim, sides.names.get(side, claim.target_ref), role="actor", score=0.5, because="forces are sent by their own side")


def _agreed(scene: Scene, claim: Claim, sides: Sides) -> Claim:
    """A truce or talks of nobody named are of the two sides."""
    named = claim.actor_name is not None or claim.target_name is not None
    if named or sides.both is None or not scene.ontology.has_trait(claim.event_type, "between_the_sides"):
        return claim
    return replace(claim, actor_name=sides.both, reasons=(*claim.reasons, Reason(score=0.4, because="the report has two sides")))


def _besieged(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Who assaults a besieged town is who besieges it, where the report names no other."""
    ontology = scene.ontology
    assaults: dict[str, set[ActorRef]] = {}
    for claim in claims:
        town = claim.target_name or (claim.place_ref.name if claim.place_ref else None)
        if claim.actor_ref is not None and town is not None and ontology.has_trait(claim.event_type, "ends_a_siege") and _is_real(claim):
            for place in {town, claim.place_ref.name if claim.place_ref else town}:
                assaults.setdefault(place, set()).add(claim.actor_ref)
    done = []
    for claim in claims:
        if ontology.has_trait(claim.event_type, "before_assault") and claim.actor_name is None:
            town = claim.target_name or (claim.place_ref.name if claim.place_ref else "")
            doers = assaults.get(town, set())
            if len(doers) == 1:
                (ref,) = doers
                claim = _gain(claim, ref, role="actor", score=0.5, because=f"{ref.name} assaults {town} in the report")
        done.append(claim)
    return done


def _not_of_itself(scene: Scene, claim: Claim) -> Claim:
    """Nobody does it to himself: a target that came out as its doer was read wrong, and is unknown."""
    if scene.ontology.has_trait(claim.event_type, "sends_its_own") or claim.target_name is None or claim.target_name != claim.actor_name:
        return claim
    return replace(claim, target_name=None, target_ref=None, target_kind=None)
