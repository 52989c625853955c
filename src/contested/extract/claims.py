"""The first engine of extraction: triggers and frames from the ontology's tables, over the parse and the marks."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from contested.extract.counts import counts_of
from contested.extract.find import Find, find_events
from contested.extract.harm import Suffered, with_harm
from contested.extract.join import join_finds
from contested.extract.names import name_actor, name_target
from contested.extract.scene import Scene, make_scene
from contested.extract.standing import standings_of
from contested.extract.timing import timing_of
from contested.extract.voice import Voice, modality_of, voices_of
from contested.extract.where import NOWHERE, Where, places_of
from contested.extract.within import fill_from_report
from contested.records import Claim, Extract, Marks, Reason, Report, Span
from contested.reference.ontology import Ontology

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Extractor = Callable[[Report, "Doc", Marks], Extract]
"""A report, its parse and its marks in; what it claims out. Claims are in the order of the text, their spans point into the report."""


def rule_extractor(ontology: Ontology) -> Extractor:
    """The engine that reads claims off the grammar by the ontology's tables."""

    def extract(report: Report, doc: "Doc", marks: Marks) -> Extract:
        scene = make_scene(report, doc, marks, ontology=ontology)
        finds = join_finds(scene, find_events(scene))
        suffered = with_harm(scene, finds)
        by_sentence: dict[Span, list[Find]] = {}
        for entry in suffered:
            by_sentence.setdefault(entry.find.sentence, []).append(entry.find)
        claims = [claim for entry in suffered for claim in _claims(scene, entry, by_sentence[entry.find.sentence])]
        return Extract(claims=_distinct(fill_from_report(scene, claims)), standings=tuple(standings_of(scene)))

    return extract


def _claims(scene: Scene, entry: Suffered, finds: list[Find]) -> list[Claim]:
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
        for voice in voices_of(scene, find):
            claims.append(
                Claim(
                    id="", report=scene.report.id, event_type=find.event_type, sentence=find.sentence, trigger=find.span,
                    actor=actor.spans, actor_name=actor.name, actor_ref=actor.ref,
                    target=target.spans, target_name=target.name, target_ref=target.ref, target_kind=target.kind,
                    place=where.spans, place_ref=where.ref, time=timing.spans, dated=timing.dated, quantities=counts,
                    speaker=voice.spans, speaker_name=voice.name, speaker_kind=voice.kind, cue=voice.cue, stance=voice.stance,
                    anonymous=voice.anonymous, modality=modality, confidence=_confidence(find, where),
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


def _confidence(find: Find, where: Where) -> float:
    """How much of the frame the words fill: a plain share, not yet a calibrated probability."""
    filled = sum(bool(find.roles.get(role)) for role in ("actor", "target"))
    return round(0.4 + 0.2 * filled + (0.1 if where.spans else 0.0) + (0.1 if len(find.trigger.form) > 1 or find.trigger.pos == "v" else 0.0), 2)


def _reasons(scene: Scene, find: Find, where: Where, voice: Voice, timing: Reason | None) -> tuple[Reason, ...]:
    kinds = {"v": "verb", "n": "noun", "a": "adjective", "p": "phrase"}
    trigger = Reason(score=0.8, because=f"{scene.report.words(find.span)!r} is a {kinds[find.trigger.pos]} for {scene.ontology.type(find.event_type).label}")
    known = [trigger, where.reason if where is not NOWHERE else None, timing, Reason(score=1.0, because=voice.because)]
    return tuple(reason for reason in known if reason is not None)


def _distinct(claims: list[Claim]) -> tuple[Claim, ...]:
    """Content ids; the same event, place and speaker at the same words is one claim."""
    by_id: dict[str, Claim] = {}
    for claim in claims:
        place = claim.place_ref.name if claim.place_ref else ""
        parts = (claim.report, claim.event_type, str(tuple(claim.trigger)), str(claim.speaker), place)
        identity = sha256("\x1f".join(parts).encode()).hexdigest()[:16]
        by_id.setdefault(identity, replace(claim, id=identity))
    return tuple(by_id.values())
