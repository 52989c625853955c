"""The day on which the telling stands: a sentence that goes on telling, without a time of its own, goes on about the same day."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from contested.extract.scene import Scene
from contested.records import Claim, Dated, PlaceRef, Reason

if TYPE_CHECKING:
    from spacy.tokens import Token

_FARTHEST_SENTENCES = 2
_LEAD_SENTENCES = 4
_CLIMB = 4
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_REAL = ("actual", "ongoing")


def days_told_on(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Give claims without a day the day of the telling: a headline that of the same event in the lead, "the blast" that of the blast told before,
    a later sentence in the simple past that of the one before it."""
    lead = _lead(scene, claims)
    done: list[Claim] = []
    last: Claim | None = None
    for claim in claims:
        if claim.dated is None and claim.modality in _REAL and scene.ontology.has_trait(claim.event_type, "happens"):
            claim = _in_headline(scene, claim, lead) if scene.sentence_number[claim.sentence] == 0 else _in_flow(scene, _told_again(scene, claim, done), last)
        if claim.dated is not None and claim.dated.precision == 1 and claim.modality in _REAL and _is_told_on(scene, claim):
            last = claim
        done.append(claim)
    days = _days_of_places(done)
    return [_going_on(scene, _day_of_the_place(scene, claim, days)) for claim in done]


def _going_on(scene: Scene, claim: Claim) -> Claim:
    """What is told as going on goes on on the day of the report."""
    published = scene.report.published
    if claim.dated is not None or claim.modality != "ongoing" or published is None or not scene.ontology.has_trait(claim.event_type, "happens"):
        return claim
    today = Dated(earliest=published[:10], latest=published[:10], precision=1, wording="")
    return replace(claim, dated=today, reasons=(*claim.reasons, Reason(score=0.5, because="told as going on when the report was published")))


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
    """All that the report dates at this place is of one day: then this was too, unless told as further back ("had taken") or over a time of its own."""
    place, day = claim.place_ref, days.get(claim.place_ref)
    if claim.dated is not None or claim.modality != "actual" or place is None or place.kind == "country" or day is None:
        return claim
    if _reaches_back(scene, claim) or any(when.type == "DURATION" or (when.value or "").endswith("_REF") for when in scene.within(claim.sentence).times):
        return claim
    reason = Reason(score=0.4, because=f"all else that the report dates at this place happened on {day.text}")
    return replace(claim, dated=day, reasons=(*claim.reasons, reason))


def _reaches_back(scene: Scene, claim: Claim) -> bool:
    return any(child.dep_ in ("aux", "auxpass") and child.lower_ == "had" for child in scene.tokens(claim.trigger)[0].children)


def _lead(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    return [c for c in claims if 0 < scene.sentence_number[c.sentence] <= _LEAD_SENTENCES and c.dated is not None and c.modality in _REAL]


def _in_headline(scene: Scene, claim: Claim, lead: Sequence[Claim]) -> Claim:
    """The headline tells what the lead tells."""
    same = [other for other in lead if other.event_type == claim.event_type]
    days: set[Dated | None] = {other.dated for other in same}
    if len(days) != 1 or not scene.is_headline(claim.sentence):
        return claim
    told = scene.report.words(same[0].trigger)
    return replace(claim, dated=same[0].dated, reasons=(*claim.reasons, Reason(score=0.6, because=f"the headline of what {told!r} dates in the text")))


def _told_again(scene: Scene, claim: Claim, done: Sequence[Claim]) -> Claim:
    """"The blast", "the fighting": what was told before, if all that was told of its type happened on one day."""
    word = scene.tokens(claim.trigger)[-1]
    if word.pos_ not in ("NOUN", "PROPN") or not any(child.lower_ in _DEFINITE for child in word.children) or _has_day(scene, claim):
        return claim
    real = [other for other in done if other.event_type == claim.event_type and other.modality in _REAL and other.dated is not None]
    same = [other for other in real if _may_be_there(claim, other)]
    days: set[Dated | None] = {other.dated for other in same}
    if len(days) != 1:
        return claim
    told = scene.report.words(same[-1].trigger)
    return replace(claim, dated=same[-1].dated, reasons=(*claim.reasons, Reason(score=0.6, because=f"speaks again of what {told!r} told, which is dated")))


def _has_day(scene: Scene, claim: Claim) -> bool:
    """Whether its sentence has a time that is more than a length ("for an hour")."""
    return any(when.type != "DURATION" or when.earliest is not None for when in scene.within(claim.sentence).times)


def _in_flow(scene: Scene, claim: Claim, last: Claim | None) -> Claim:
    """What is told in the simple past right after a dated deed, without a time of its own, happened then."""
    if last is None or not 0 <= scene.sentence_number[claim.sentence] - scene.sentence_number[last.sentence] <= _FARTHEST_SENTENCES:
        return claim
    if claim.dated is not None or _has_day(scene, claim) or not _is_told_on(scene, claim) or not _may_be_there(claim, last):
        return claim
    reason = Reason(score=0.5, because=f"told on, in the simple past, after what happened on {last.dated.text if last.dated else ''}")
    return replace(claim, dated=last.dated, reasons=(*claim.reasons, reason))


def _may_be_there(claim: Claim, last: Claim) -> bool:
    """Not across places: what happened elsewhere may have happened at another time."""
    here, there = claim.place_ref, last.place_ref
    return here is None or there is None or here == there or here.kind == "country" or there.kind == "country"


def _is_told_on(scene: Scene, claim: Claim) -> bool:
    """The verb that tells it, or carries the noun that does, is in the simple past and in no clause that reaches back ("since", "after it had")."""
    verb: Token = scene.tokens(claim.trigger)[0]
    for _ in range(_CLIMB):
        if verb.pos_ in ("VERB", "AUX") or verb.head.i == verb.i:
            break
        verb = verb.head
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & {"had", "has", "have", "'ve", "will", "would", "may", "might", "could"}:
        return False
    if any(child.dep_ == "mark" and child.lower_ in ("since", "after", "before", "until") for child in verb.children):
        return False
    if verb.tag_ == "VBD" or helpers & {"was", "were"}:
        return True
    return verb.tag_ in ("VBG", "VBN") and verb.dep_ in ("advcl", "conj", "xcomp", "acl") and _governed_in_past(verb)


def _governed_in_past(verb: "Token") -> bool:
    """"seized the base, killing five": the participle takes the time of its clause."""
    return verb.head.tag_ == "VBD" and not any(child.lower_ == "had" for child in verb.head.children)
