"""A report's claims: triggers and roles from an engine; places, times, speakers, doubt and names from the parse and the marks."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from contested.extract.confidence import confidence_of, figures_of
from contested.extract.counts import counts_of
from contested.extract.find import Find, find_events
from contested.extract.harm import Suffered, with_harm
from contested.extract.join import join_finds
from contested.extract.names import name_actor, name_target
from contested.extract.place_names import with_place_names
from contested.extract.scene import Scene, make_scene
from contested.extract.standing import standings_of
from contested.extract.timing import timing_of
from contested.extract.voice import Voice, modality_of, voices_of
from contested.extract.where import NOWHERE, Where, as_settlement, places_of
from contested.extract.within import fill_from_report
from contested.records import Claim, Extract, Marks, Reason, Report, Span
from contested.reference.ontology import Ontology

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Extractor = Callable[[Report, "Doc", Marks], Extract]
"""A report, its parse and its marks in; what it claims out. Claims are in the order of the text, their spans point into the report."""


Engine = Callable[[Scene], list[Find]]
"""Finds the triggers of a report with their roles, in the order of the text; all else about a claim is worked out from them."""

Weigh = Callable[[Mapping[str, float]], float]
"""What speaks for a claim in (see extract/confidence.py); its confidence out."""


def claim_extractor(ontology: Ontology, *, engine: Engine = find_events, weigh: Weigh = confidence_of) -> Extractor:
    """Claims around the triggers that an engine finds; the first engine reads them off the grammar by the ontology's tables."""

    def extract(report: Report, doc: "Doc", marks: Marks) -> Extract:
        scene = make_scene(report, doc, marks, ontology=ontology)
        if scene.peace:
            return Extract()
        finds = join_finds(scene, engine(scene))
        suffered = with_harm(scene, finds)
        by_sentence: dict[Span, list[Find]] = {}
        for entry in suffered:
            by_sentence.setdefault(entry.find.sentence, []).append(entry.find)
        claims = [claim for entry in suffered for claim in _claims(scene, entry, by_sentence[entry.find.sentence], weigh=weigh)]
        return Extract(claims=_distinct(with_place_names(scene, fill_from_report(scene, claims))), standings=tuple(standings_of(scene)))

    return extract


def _claims(scene: Scene, entry: Suffered, finds: list[Find], *, weigh: Weigh) -> list[Claim]:
    """One claim for each place it happened in and each speaker who says so."""
    find = entry.find
    wheres = places_of(scene, find, others=finds) or [NOWHERE]
    timing = timing_of(scene, find, others=finds)
    actor = name_actor(scene, find.roles.get("actor", []), alone=find.paired)
    modality = modality_of(scene, find)
    counts = (*entry.counts, *(count for count in counts_of(scene, find) if all(count.kind != known.kind for known in entry.counts)))
    claims = []
    for where in wheres:
        heads, alone = _targets_for(find, where, wheres)
        target = name_target(scene, heads, near=where.ref, alone=alone)
        if heads and any(need.role == "target" and need.how == "must" and "name" in need.classes for need in find.trigger.needs):
            target = as_settlement(scene, heads[0], target)
        for voice in voices_of(scene, find):
            figures = figures_of(scene, find, actor=actor.ref, where=where, timing=timing, voice=voice, counts=counts, modality=modality)
            claims.append(
                Claim(
                    id="", report=scene.report.id, event_type=find.event_type, sentence=find.sentence, trigger=find.span,
                    actor=actor.spans, actor_name=actor.name, actor_ref=actor.ref,
                    target=target.spans, target_name=target.name, target_ref=target.ref, target_kind=target.kind,
                    place=where.spans, place_ref=where.ref, time=timing.spans, dated=timing.dated, quantities=counts,
                    speaker=voice.spans, speaker_name=voice.name, speaker_kind=voice.kind, cue=voice.cue, stance=voice.stance,
                    anonymous=voice.anonymous, modality=modality, confidence=weigh(figures),
                    reasons=_reasons(scene, find, where, voice, timing.reason),
                )
            )
    return claims


def _targets_for(find: Find, where: Where, wheres: list[Where]) -> tuple[list["Token"], bool]:
    """The heads of the targets, and whether to leave out what is joined to them: of "seized Norvale and Tarsk", the claim about Tarsk has Tarsk alone."""
    heads = find.roles.get("target", [])
    if len(wheres) > 1 and where.spans:
        own = [token for head in heads for token in (head, *head.conjuncts) if any(span.start <= token.idx < span.end for span in where.spans)]
        return (own[:1], True) if own else (heads, False)
    return heads, find.paired


def _reasons(scene: Scene, find: Find, where: Where, voice: Voice, timing: Reason | None) -> tuple[Reason, ...]:
    kinds = {"v": "verb", "n": "noun", "a": "adjective", "p": "phrase", "c": "phrase"}
    trigger = Reason(score=0.8, because=f"{scene.report.words(find.span)!r} is a {kinds[find.trigger.pos]} for {scene.ontology.type(find.event_type).label}")
    known = [trigger, where.reason if where is not NOWHERE else None, timing, Reason(score=1.0, because=voice.because)]
    return tuple(reason for reason in known if reason is not None)


def _distinct(claims: list[Claim]) -> tuple[Claim, ...]:
    """Content ids; the same event, place and speaker at the same words is one claim."""
    by_id: dict[str, Claim] = {}
    for claim in claims:
        place = claim.place_ref.name if claim.place_ref else claim.target_name if claim.target_kind in (None, "settlement") and claim.target_name else ""
        parts = (claim.report, claim.event_type, str(tuple(claim.trigger)), str(claim.speaker), place)
        identity = sha256("\x1f".join(parts).encode()).hexdigest()[:16]
        by_id.setdefault(identity, replace(claim, id=identity))
    return tuple(by_id.values())
