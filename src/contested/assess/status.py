"""How well an event is known, in one word."""

from collections.abc import Sequence

from contested.assess.fields.parties import denies_own_part
from contested.assess.sources import Sources
from contested.records import Claim, FieldAssessment, Reason, Status
from contested.reference.akin import load_akin
from contested.reference.parties import likeness, opposed, party

_DISPUTED = ("type", "actor", "place", "control")


def event_status(claims: Sequence[Claim], fields: Sequence[FieldAssessment], *, sources: Sources) -> tuple[Status, tuple[Reason, ...]]:
    """The first that is true: denied, disputed, confirmed by the other side, several origins, single origin. The reasons name everything that is true."""
    told: list[tuple[Status, Reason]] = []
    denials = [claim for claim in claims if claim.modality == "negated" or claim.stance == "denies"]
    if denials:
        part = " its part" if all(map(denies_own_part, denials)) else ""
        told.append(("denied", Reason(score=1.0, because=f"denied{part} by {_named(denials[0])}")))
    clashing = [field.field for field in fields if field.field in _DISPUTED and field.agreement == "differ"]
    if clashing:
        told.append(("disputed", Reason(score=0.9, because=f"accounts differ on {', '.join(clashing)}")))
    if admission := next((because for claim in claims if (because := _admission(claim, claims, sources))), None):
        told.append(("confirmed_by_other_side", Reason(score=0.9, because=admission)))
    origins = sources.origins(claims)
    if origins > 1:
        told.append(("several_origins", Reason(score=0.7, because=f"{origins} independent origins tell it")))
    else:
        one = "one report tells it" if len({claim.report for claim in claims}) == 1 else "all its reports go back to one origin"
        told.append(("single_origin", Reason(score=0.4, because=one)))
    return told[0][0], tuple(reason for _, reason in told)


def _admission(claim: Claim, claims: Sequence[Claim], sources: Sources) -> str | None:
    """Words against the speaker's own interest, or a confirmation by the side that is hurt; None where the claim is neither."""
    akin, speaker = load_akin(), sources.speaker(claim)
    actor, target = party(claim.actor_name, claim.actor_ref), party(claim.target_name, claim.target_ref)
    if speaker is None or claim.stance == "denies" or claim.modality not in ("actual", "ongoing"):
        return None
    own = likeness(speaker, actor) in ("same", "compatible")
    hurt = not own and (opposed(speaker, actor) or likeness(speaker, target) in ("same", "compatible"))
    if claim.event_type in akin.gain and hurt:
        return f"{claim.speaker_name}, the side that loses by it, says so"
    if claim.event_type in akin.loss:
        return f"{claim.speaker_name}, the side that loses by it, says so" if own else None
    if hurt and claim.stance == "confirms":
        return f"{claim.speaker_name}, the side that is hurt, confirms it"
    others = any(sources.voice(other) != sources.voice(claim) and other.speaker_name != claim.speaker_name for other in claims)
    if own and claim.event_type not in akin.gain and claim.stance in ("confirms", "claims") and others:
        return f"{claim.speaker_name}, who did it, owns to it"
    return None


def _named(claim: Claim) -> str:
    return claim.speaker_name or ("an unnamed source" if claim.speaker else "the report itself")
