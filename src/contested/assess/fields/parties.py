"""Who did it, and to whom."""

from dataclasses import dataclass
from typing import cast

from contested.assess.fields.aspect import Aspect, Value
from contested.records import Claim, TargetKind
from contested.reference.akin import load_akin
from contested.reference.parties import Party, likeness, party

_PLACES: frozenset[TargetKind] = frozenset({"settlement", "facility", "district", "road"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Doer:
    """`did` False: the claim is that this party did not do it. `mutual`: the other side is a doer too."""

    party: Party
    did: bool
    mutual: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hit:
    party: Party
    kind: TargetKind | None


def denies_own_part(claim: Claim) -> bool:
    """The speaker denies that it was the one who did it."""
    if claim.modality != "negated" or claim.stance != "denies":
        return False
    speaker, actor = party(claim.speaker_name, None, claim.speaker_kind), party(claim.actor_name, claim.actor_ref)
    return speaker is not None and likeness(speaker, actor) in ("same", "compatible")


def _read_actor(claim: Claim) -> Value | None:
    actor = party(claim.actor_name, claim.actor_ref)
    if actor is None or (claim.modality == "negated" and not denies_own_part(claim)):
        return None
    if denies_own_part(claim):
        return Value(text=f"not {actor.name}", detail=_Doer(party=actor, did=False))
    return Value(text=actor.name, detail=_Doer(party=actor, did=True, mutual=claim.event_type in load_akin().mutual), narrow=_narrow(actor))


def _fits_actor(one: Value, other: Value) -> bool:
    ours, theirs = cast(_Doer, one.detail), cast(_Doer, other.detail)
    like = likeness(ours.party, theirs.party)
    if ours.did != theirs.did:
        return like not in ("same", "compatible")
    return not ours.did or ours.mutual or theirs.mutual or like not in ("different", "opposed")


def _read_target(claim: Claim) -> Value | None:
    target = party(claim.target_name, claim.target_ref)
    if target is None or claim.event_type in load_akin().mutual:
        return None
    return Value(text=target.name, detail=_Hit(party=target, kind=claim.target_kind), narrow=_narrow(target))


def _fits_target(one: Value, other: Value) -> bool:
    """An act has many targets; only fighters against civilians, or two places, cannot both be the one hit."""
    ours, theirs = cast(_Hit, one.detail), cast(_Hit, other.detail)
    if ours.kind in _PLACES and ours.kind == theirs.kind:
        return bool(ours.party.core & theirs.party.core) or ours.party.vague or theirs.party.vague
    sides = {ours.party.side, theirs.party.side}
    return likeness(ours.party, theirs.party) in ("same", "compatible") or sides != {"armed_group", "civil"}


def _narrow(somebody: Party) -> float:
    return (2.0 if somebody.key else 0.0) + (1.0 if somebody.core else 0.0)


ACTOR = Aspect(field="actor", read=_read_actor, fits=_fits_actor)
TARGET = Aspect(field="target", read=_read_target, fits=_fits_target)
