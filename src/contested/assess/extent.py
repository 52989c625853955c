"""Where one account has a place taken and another has fighting going on there: one conflict, told by two events."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from contested.assess.sources import Sources, Voice
from contested.records import Claim, Event, FieldAssessment, Variant
from contested.reference.akin import takes_several
from contested.reference.signs import SignKind, load_signs

TAKEN, GOES_ON = "taken", "fighting goes on"
PlaceKey = tuple[str, str | None, str | None]


def extent_conflicts(events: Sequence[Event], claims: Mapping[str, Claim], *, sources: Sources) -> dict[str, FieldAssessment]:
    """Event id of a taking -> its field "control", for takings that somebody else's claim of fighting in the same place and days qualifies."""
    signs = load_signs().kinds
    fights: dict[PlaceKey, list[Claim]] = defaultdict(list)
    takers: dict[PlaceKey, set[Voice]] = defaultdict(set)
    for claim in (claims[name] for event in events for name in event.claims):
        key = place_key(claim)
        if key and signs.get(claim.event_type) == "fights" and claim.modality == "ongoing":
            fights[key].append(claim)
        elif key and _is_taking(claim, signs):
            takers[key].add(_person(claim, sources))
    found = {}
    for event in events:
        if signs.get(event.event_type) != "takes":
            continue
        taken = [claims[name] for name in event.claims if _is_taking(claims[name], signs)]
        keys = sorted({key for claim in taken if (key := place_key(claim))}, key=str)
        both = {_person(fight, sources) for key in keys for fight in fights[key]} & {taker for key in keys for taker in takers[key]}
        whole = [claim for claim in taken if _person(claim, sources) not in both]
        going_on = [fight for key in keys for fight in fights[key] if any(_speaks_against(fight, claim, sources) for claim in whole)]
        if going_on:
            found[event.id] = _field(whole, going_on, sources)
    return found


def _is_taking(claim: Claim, signs: Mapping[str, SignKind]) -> bool:
    """The claim has a whole settlement taken; "it was won" alone does not say what was."""
    whole = claim.target_kind == "settlement" or (claim.target_kind is None and not claim.target)
    return signs.get(claim.event_type) == "takes" and claim.modality == "actual" and whole and not takes_several(claim)


def _person(claim: Claim, sources: Sources) -> Voice:
    """Who speaks, across reports: a name; an unnamed speaker of one report; the reports of one origin.

    Whoever tells both qualifies the others' taking, and is not on its side.
    """
    name = claim.speaker_name
    if name is not None and any(word[:1].isupper() for word in name.split()):
        return "", name.casefold()
    return (sources.origin(claim), None) if name is None and not claim.speaker else sources.voice(claim)


def place_key(claim: Claim) -> PlaceKey | None:
    """A settlement, by name and province; None for anything larger or unknown."""
    place = claim.place_ref
    return (place.name.casefold(), place.admin1, place.country) if place and place.kind == "settlement" else None


def _speaks_against(fight: Claim, taking: Claim, sources: Sources) -> bool:
    """Another voice, and the fighting is not known to have ended before the taking."""
    if sources.voice(fight) == sources.voice(taking):
        return False
    ours, theirs = fight.dated, taking.dated
    if ours is None or theirs is None or ours.latest is None or ours.earliest is None or theirs.earliest is None or theirs.latest is None:
        return True
    return ours.earliest <= theirs.latest and theirs.earliest <= ours.latest


def _field(taken: Sequence[Claim], going_on: Sequence[Claim], sources: Sources) -> FieldAssessment:
    variants = tuple(
        Variant(value=value, claims=tuple(sorted({claim.id for claim in said})), origins=sources.origins(said))
        for value, said in ((TAKEN, taken), (GOES_ON, going_on))
    )
    who = sorted({claim.speaker_name or "the report itself" for claim in going_on})
    return FieldAssessment(field="control", value=TAKEN, variants=variants, agreement="differ", because=f"{', '.join(who)}: fighting goes on there")
