"""What one sentence leaves out and the same report says elsewhere: who, where and when of the same happening."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from contested.extract.scene import Scene
from contested.records import ActorRef, Claim, Dated, PlaceRef, Reason, Span
from contested.reference.ontology import Ontology

_BACK_REFERENCE_SENTENCES = 8
_MAIN_SHARE = 0.6
_MENTIONS_OF_A_THEME = 2
_MOST_ALIKE = 40
_WIDEST = ("forces", "army", "military", "troops", "soldiers", "police")
_REBELS = frozenset({"rebel_group", "political_militia", "identity_militia"})
_STATE = frozenset({"state_force"})
_FIGHTERS = _REBELS | _STATE


def fill_from_report(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Give claims of one happening what the others of them say: type of "the attack", actor, target, place, date. Nothing is overwritten.

    What the report does not settle (two candidates) stays unknown.
    """
    typed = _retype_back_references(scene, claims)
    placed = _carry_places(scene, _most_specific(scene, typed))
    sides = _main_rebels(scene), _main_forces(scene)
    sided = [_name_sides(_speaker_acts(claim, scene.ontology), sides, ontology=scene.ontology) for claim in placed]
    shared = _shared(sided)
    shared = [_not_of_itself(claim) for claim in shared]
    town, country = _main_settlement(scene), _main_country(scene)
    located = [_where_the_report_plays(scene, claim, town=town, country=country) for claim in _carry_dates(scene, shared)]
    days = _days_of_places(located)
    return [_day_of_the_place(scene, claim, days) for claim in located]


def _retype_back_references(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """"The blast" is the bombing told before; "the incident" without one is no event."""
    done: list[Claim] = []
    for claim in claims:
        word = scene.tokens(claim.trigger)[-1]
        lemma = scene.lemma(word)
        definite = any(child.lower_ in ("the", "this", "that", "these", "those") for child in word.children)
        may_be = scene.ontology.back_references.get(lemma, frozenset()) if word.pos_ in ("NOUN", "PROPN") else frozenset()
        unheard = definite and may_be and not claim.actor and not claim.time
        before = _before(scene, claim, done, may_be) if unheard else None
        if before is not None:
            told = scene.report.words(before.trigger)
            reason = Reason(score=0.7, because=f"{scene.report.words(claim.trigger)!r} speaks of what {told!r} told before")
            if not claim.target:
                claim = replace(claim, target_name=before.target_name, target_ref=before.target_ref, target_kind=before.target_kind)
            done.append(replace(claim, event_type=before.event_type, reasons=(*claim.reasons, reason)))
        elif not scene.ontology.is_a(lemma, "only_back") or claim.actor or claim.target:
            done.append(claim)
    return done


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


def _before(scene: Scene, claim: Claim, done: Sequence[Claim], may_be: frozenset[str]) -> Claim | None:
    told = (c for c in _recent(scene, done, claim.sentence, _BACK_REFERENCE_SENTENCES) if c.event_type in may_be and c.sentence != claim.sentence)
    return next(told, None)


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
        if claim.place_ref is None and not claim.place and claim.dated is None and _may_carry_place(scene, claim):
            told = [c for c in _recent(scene, done, claim.sentence, 1) if c.place_ref is not None and c.place_ref.kind == "settlement"]
            refs = {c.place_ref for c in told}
            if len(refs) == 1 and (claim.target_kind not in ("region",)):
                reason = Reason(score=0.6, because="carried over from the sentence before, which plays there")
                claim = replace(claim, place_ref=told[0].place_ref, reasons=(*claim.reasons, reason))
        done.append(claim)
    return done


def _may_carry_place(scene: Scene, claim: Claim) -> bool:
    """Not onto a sentence that names places of its own, countries aside."""
    if not scene.ontology.has_trait(claim.event_type, "stays_put") and claim.target_kind != "facility":
        return False
    named = [place.ref for place in scene.within(claim.sentence).places if not place.as_actor]
    return not any(ref is not None and ref.kind != "country" for ref in named)


def _tells_time(scene: Scene, claim: Claim) -> bool:
    """Whether the sentence has a stretch of time of its own that gives no day ("in recent weeks")."""
    return any(when.type == "DURATION" or (when.value or "").endswith("_REF") for when in scene.within(claim.sentence).times)


def _key(claim: Claim) -> tuple[str, str | None] | None:
    if claim.target_name and claim.target_kind in ("settlement", "facility", "region", "district", "road"):
        return (claim.event_type, claim.target_name.casefold())
    if claim.place_ref is not None and claim.place_ref.kind in ("settlement", "neighbourhood", "facility"):
        return (claim.event_type, claim.place_ref.name.casefold())
    return None


def _not_of_itself(claim: Claim) -> Claim:
    """Nobody does it to himself: a target that came out as its doer was read wrong, and is unknown."""
    if claim.target_name is None or claim.target_name != claim.actor_name:
        return claim
    return replace(claim, target_name=None, target_ref=None, target_kind=None)


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
    if claim.actor_name is None and len(names := {other.actor_name for other in same if other.actor_name}) == 1:
        giver = next(other for other in same if other.actor_name in names)
        gained |= {"actor_name": giver.actor_name, "actor_ref": giver.actor_ref}
    if claim.dated is None and len(days := {other.dated for other in same if other.dated and other.dated.text}) == 1:
        gained["dated"] = next(iter(days))
    if not gained:
        return claim
    reason = Reason(score=0.6, because="the report says so of the same happening in another sentence")
    return replace(claim, **gained, reasons=(*claim.reasons, reason))  # type: ignore[arg-type]  # the names above are fields of Claim


def _speaker_acts(claim: Claim, ontology: Ontology) -> Claim:
    """Fighters who tell of a deed without a doer ("the prisoners were freed") tell of their own."""
    if claim.actor_name or not ontology.has_trait(claim.event_type, "own_deed") or claim.speaker_kind not in _FIGHTERS or claim.stance == "denies":
        return claim
    reason = Reason(score=0.6, because=f"{claim.speaker_name}, who tells it, is a side of the war and names no other doer")
    return replace(claim, actor_name=claim.speaker_name, reasons=(*claim.reasons, reason))


def _name_sides(claim: Claim, sides: tuple[ActorRef | None, ActorRef | None], *, ontology: Ontology) -> Claim:
    """Fighting without named sides is between the two sides of the report, where it has just two."""
    if not ontology.has_trait(claim.event_type, "mutual") or (claim.actor_name and claim.target_name):
        return claim
    rebels, state = sides
    if rebels is None or state is None:
        return claim
    gained: dict[str, object] = {}
    if claim.actor_name is None:
        actor = state if claim.target_name == rebels.name else rebels
        gained |= {"actor_name": actor.name, "actor_ref": actor}
    if claim.target_name is None:
        target = rebels if claim.actor_name == state.name else state
        gained |= {"target_name": target.name, "target_ref": target, "target_kind": "group"}
    reason = Reason(score=0.5, because=f"the report tells of a war between {rebels.name} and {state.name}")
    return replace(claim, **gained, reasons=(*claim.reasons, reason))  # type: ignore[arg-type]  # the names above are fields of Claim


def _main_rebels(scene: Scene) -> ActorRef | None:
    """The armed group that a report names far more than any other."""
    refs = [actor.ref for actor in scene.marks.actors if actor.ref is not None and actor.ref.kind in _REBELS and actor.ref.key]
    name = _majority([ref.name for ref in refs])
    return next((ref for ref in refs if ref.name == name), None)


def _main_forces(scene: Scene) -> ActorRef | None:
    """The forces of the one state whose forces the report tells of: under their widest name, else the most frequent."""
    refs = [actor.ref for actor in scene.marks.actors if actor.ref is not None and actor.ref.kind == "state_force" and len(actor.ref.countries) == 1]
    country = _majority([ref.countries[0] for ref in refs])
    own = [ref for ref in refs if ref.countries[0] == country]
    names = [ref.name for ref in own]

    def narrowness(ref: ActorRef) -> tuple[int, int]:
        word = ref.name.split()[-1]
        return (_WIDEST.index(word) if word in _WIDEST else len(_WIDEST), -names.count(ref.name))

    return min(own, key=narrowness, default=None)


def _majority(votes: Sequence[str]) -> str | None:
    """What most of the votes are for; None where it is not most by far."""
    best = max(sorted(set(votes)), key=votes.count, default=None)
    return best if best is not None and votes.count(best) >= _MAIN_SHARE * len(votes) else None


def _carry_dates(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """An event told in one breath with a dated one, at the same place, happened then too."""
    done: list[Claim] = []
    for claim in claims:
        if claim.dated is None and claim.modality == "actual" and scene.ontology.has_trait(claim.event_type, "stays_put") and not _tells_time(scene, claim):
            recent = _recent(scene, done, claim.sentence, 1)
            told = [c for c in recent if c.place_ref == claim.place_ref and c.place_ref is not None and c.dated and c.modality == "actual"]
            days: set[Dated | None] = {c.dated for c in told}
            if len(days) == 1:
                reason = Reason(score=0.5, because="told in one breath with a dated event at the same place")
                claim = replace(claim, dated=told[0].dated, reasons=(*claim.reasons, reason))
        done.append(claim)
    return done


def _where_the_report_plays(scene: Scene, claim: Claim, *, town: PlaceRef | None, country: PlaceRef | None) -> Claim:
    """Where nothing else says where: the one settlement that the whole report is about, else its country."""
    if claim.place_ref is not None or claim.place:
        return claim
    if town is not None and scene.ontology.has_trait(claim.event_type, "of_a_town") and claim.target_kind != "region":
        return replace(claim, place_ref=town, reasons=(*claim.reasons, Reason(score=0.4, because=f"the report as a whole is about {town.name}")))
    if country is None:
        return claim
    return replace(claim, place_ref=country, reasons=(*claim.reasons, Reason(score=0.3, because=f"the report as a whole plays in {country.name}")))


def _main_settlement(scene: Scene) -> PlaceRef | None:
    refs = [place.ref for place in scene.marks.places if place.ref is not None and place.ref.kind == "settlement" and not place.as_actor]
    name = _majority([ref.name for ref in refs])
    named = [ref for ref in refs if ref.name == name]
    return named[0] if len(named) >= _MENTIONS_OF_A_THEME else None


def _days_of_places(claims: Sequence[Claim]) -> dict[PlaceRef | None, Dated | None]:
    """For each place the one day that all dated claims there share; None where they share none."""
    days: dict[PlaceRef | None, Dated | None] = {}
    for claim in claims:
        if claim.dated is not None and claim.modality == "actual":
            known = days.setdefault(claim.place_ref, claim.dated)
            if known is not None and (known.text != claim.dated.text or known.precision != 1):
                days[claim.place_ref] = None
    return days


def _day_of_the_place(scene: Scene, claim: Claim, days: dict[PlaceRef | None, Dated | None]) -> Claim:
    """All that the report dates at this place is of one day: then this was too, unless told as further back ("had taken")."""
    if claim.dated is not None or claim.modality != "actual" or claim.place_ref is None or claim.place_ref.kind == "country" or _tells_time(scene, claim):
        return claim
    head = scene.tokens(claim.trigger)[0]
    day = days.get(claim.place_ref)
    if day is None or any(child.dep_ in ("aux", "auxpass") and child.lower_ == "had" for child in head.children):
        return claim
    reason = Reason(score=0.4, because="all else that the report dates at this place happened on that day")
    return replace(claim, dated=day, reasons=(*claim.reasons, reason))


def _main_country(scene: Scene) -> PlaceRef | None:
    """The country that most places of the report lie in, if the report names it."""
    refs = [place.ref for place in scene.marks.places if place.ref is not None and place.ref.country]
    votes = [ref.country for ref in refs]
    best = max(sorted({vote for vote in votes if vote}), key=votes.count, default=None)
    if best is None or votes.count(best) * 2 <= len(votes):
        return None
    named = (place.ref for place in scene.marks.places if place.ref is not None and place.ref.kind == "country" and not place.as_actor)
    return next((ref for ref in named if ref.country == best), None)
