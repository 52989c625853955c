"""What one sentence leaves out and the same report says elsewhere: who, where and when of the same happening."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from contested.extract.again import told_again
from contested.extract.doers import fill_doers
from contested.extract.flow import days_told_on
from contested.extract.scene import Scene
from contested.records import Claim, PlaceKind, PlaceRef, Reason, Span

_MAIN_SHARE = 0.6
_MENTIONS_OF_A_THEME = 2
_PLACE_SENTENCES = 3
_WHERE_IT_IS = frozenset({"settlement", "facility"})
_HAPPENED_SHARE = 0.5
_MOST_ALIKE = 40


def fill_from_report(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Give claims of one happening what the others of them say: type of "the attack", actor, target, place, date. Nothing is overwritten.

    What the report does not settle (two candidates) stays unknown.
    """
    typed = told_again(scene, claims)
    placed = _carry_places(scene, _most_specific(scene, typed))
    shared = _shared(fill_doers(scene, placed))
    town, country = _main_settlement(scene, shared), _main_country(scene)
    located = [_where_the_report_plays(scene, claim, town=town, country=country) for claim in shared]
    return days_told_on(scene, located)


def _most_specific(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """A bombing of which the report elsewhere says that the bomber died is a suicide bombing there too, at one place and time."""
    done = []
    narrow = frozenset[str]().union(*scene.ontology.narrower.values())
    narrow_claims = [claim for claim in claims if claim.event_type in narrow][:_MOST_ALIKE]
    for claim in claims:
        narrower = [other for other in narrow_claims if other.event_type in scene.ontology.narrower.get(claim.event_type, ()) and _may_be_one(claim, other)]
        if narrower:
            reason = Reason(score=0.6, because="the report is more specific about it in another sentence")
            claim = replace(claim, event_type=narrower[0].event_type, reasons=(*claim.reasons, reason))
        done.append(claim)
    return done


def _may_be_one(one: Claim, other: Claim) -> bool:
    here, there = one.place_ref, other.place_ref
    same_place = here is None or there is None or here.name == there.name
    return same_place and (one.dated is None or other.dated is None or one.dated == other.dated)


def _recent(scene: Scene, done: Sequence[Claim], sentence: Span, how_many: int) -> Iterator[Claim]:
    """The claims of a sentence and of those right before it, latest first."""
    oldest = scene.sentence_number[sentence] - how_many
    for claim in reversed(done):
        if scene.sentence_number[claim.sentence] < oldest:
            return
        yield claim


def _carry_places(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """A claim whose sentence names no place happened where the sentence before it plays, if that is one place."""
    done: list[Claim] = []
    for claim in claims:
        if claim.place_ref is None and not claim.place and _may_carry_place(scene, claim):
            town = _town_before(scene, done, claim)
            if town is not None and claim.target_kind != "region":
                reason = Reason(score=0.6, because="carried over from the sentence before, which plays there")
                claim = replace(claim, place_ref=town, reasons=(*claim.reasons, reason))
        done.append(claim)
    return done


def _town_before(scene: Scene, done: Sequence[Claim], claim: Claim) -> PlaceRef | None:
    """The one settlement in which the nearest sentence before it that plays in any plays; a claim with a time of its own looks less far."""
    back = 1 if claim.time else _PLACE_SENTENCES
    told = [c for c in _recent(scene, done, claim.sentence, back) if c.place_ref is not None and c.place_ref.kind == "settlement"]
    refs = {c.place_ref for c in told if c.sentence == told[0].sentence}
    return refs.pop() if len(refs) == 1 else None


def _may_carry_place(scene: Scene, claim: Claim) -> bool:
    """Not onto a sentence that names places of its own, countries aside."""
    if not scene.ontology.has_trait(claim.event_type, "stays_put") and claim.target_kind != "facility":
        return False
    named = [place.ref for place in scene.within(claim.sentence).places if not place.as_actor]
    return not any(ref is not None and ref.kind != "country" for ref in named)


def _key(claim: Claim) -> tuple[str, str | None] | None:
    if claim.target_name and claim.target_kind in ("settlement", "facility", "region", "district", "road"):
        return (claim.event_type, claim.target_name.casefold())
    if claim.place_ref is not None and claim.place_ref.kind in ("settlement", "neighbourhood", "facility"):
        return (claim.event_type, claim.place_ref.name.casefold())
    return None


def _is_real(claim: Claim) -> bool:
    return claim.modality in ("actual", "ongoing")


def _shared(claims: Sequence[Claim]) -> list[Claim]:
    groups: dict[object, list[Claim]] = {}
    for claim in claims:
        groups.setdefault((_key(claim), _is_real(claim)), []).append(claim)
    return [_share(claim, groups[(_key(claim), _is_real(claim))]) for claim in claims]


def _share(claim: Claim, same: Sequence[Claim]) -> Claim:
    if _key(claim) is None:
        return claim
    same = [other for other in same if other is not claim] if len(same) <= _MOST_ALIKE else []
    gained: dict[str, object] = {}
    if claim.dated is None and len(days := {other.dated for other in same if other.dated and other.dated.text}) == 1:
        gained["dated"] = next(iter(days))
    if not gained:
        return claim
    reason = Reason(score=0.6, because="the report says so of the same happening in another sentence")
    return replace(claim, **gained, reasons=(*claim.reasons, reason))  # type: ignore[arg-type]  # the names above are fields of Claim


def _majority(votes: Sequence[str]) -> str | None:
    """What most of the votes are for; None where it is not most by far."""
    best = max(sorted(set(votes)), key=votes.count, default=None)
    return best if best is not None and votes.count(best) >= _MAIN_SHARE * len(votes) else None


def _where_the_report_plays(scene: Scene, claim: Claim, *, town: PlaceRef | None, country: PlaceRef | None) -> Claim:
    """Where nothing else says where: the one settlement that the whole report is about, else its country."""
    if claim.place_ref is not None or claim.place:
        return claim
    if claim.target_kind in _WHERE_IT_IS and claim.target_name is not None and claim.target_name[:1].isupper():
        kind: PlaceKind = "settlement" if claim.target_kind == "settlement" else "facility"
        reason = Reason(score=0.6, because=f"done to {claim.target_name}, which is a place")
        return replace(claim, place_ref=PlaceRef(name=claim.target_name, kind=kind), reasons=(*claim.reasons, reason))
    if town is not None and scene.ontology.has_trait(claim.event_type, "of_a_town") and claim.target_kind != "region":
        return replace(claim, place_ref=town, reasons=(*claim.reasons, Reason(score=0.4, because=f"the report as a whole is about {town.name}")))
    if country is None or scene.ontology.has_trait(claim.event_type, "nowhere"):
        return claim
    return replace(claim, place_ref=country, reasons=(*claim.reasons, Reason(score=0.3, because=f"the report as a whole plays in {country.name}")))


def _main_settlement(scene: Scene, claims: Sequence[Claim]) -> PlaceRef | None:
    """The settlement that the report speaks of far more than of any other, else the one in which most of what it places in settlements happened."""
    refs = [place.ref for place in scene.marks.places if place.ref is not None and place.ref.kind == "settlement" and not place.as_actor]
    name = _majority([ref.name for ref in refs])
    if name is None:
        happened = [claim.place_ref.name for claim in claims if claim.place_ref is not None and claim.place_ref.kind == "settlement"]
        best = max(sorted(set(happened)), key=happened.count, default=None)
        name = best if best is not None and happened.count(best) >= max(_MENTIONS_OF_A_THEME, _HAPPENED_SHARE * len(happened)) else None
    named = [ref for ref in refs if ref.name == name]
    return named[0] if len(named) >= _MENTIONS_OF_A_THEME else None


def _main_country(scene: Scene) -> PlaceRef | None:
    """The country that most places of the report lie in, if the report names it."""
    refs = [place.ref for place in scene.marks.places if place.ref is not None and place.ref.country]
    votes = [ref.country for ref in refs]
    best = max(sorted({vote for vote in votes if vote}), key=votes.count, default=None)
    if best is None or votes.count(best) * 2 <= len(votes):
        return None
    named = (place.ref for place in scene.marks.places if place.ref is not None and place.ref.kind == "country" and not place.as_actor)
    return next((ref for ref in named if ref.country == best), None)
