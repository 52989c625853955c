"""Events in, assessments out."""

from collections.abc import Mapping, Sequence

from contested.assess.extent import extent_conflicts
from contested.assess.fields import ASPECTS
from contested.assess.sources import Sources
from contested.assess.status import event_status
from contested.assess.variants import assess_field
from contested.records import Assessment, Claim, Event, FieldAssessment, Lineage, Reason, Report


def assess(events: Sequence[Event], claims: Mapping[str, Claim], reports: Mapping[str, Report], lineage: Lineage) -> tuple[Assessment, ...]:
    """One assessment an event, in the order of the events. `claims`: claim id -> Claim; `reports`: report id -> Report.

    Fields are type, happened, actor, target, place, date, one for each kind of count that is told, and "control" where others tell of fighting
    in a place said to be taken.
    """
    sources = Sources(claims, reports, lineage)
    conflicts = extent_conflicts(events, claims, sources=sources)
    return tuple(_assess(event, [claims[name] for name in sorted(event.claims)], conflict=conflicts.get(event.id), sources=sources) for event in events)


def _assess(event: Event, claims: Sequence[Claim], *, conflict: FieldAssessment | None, sources: Sources) -> Assessment:
    fields = tuple(field for aspect in ASPECTS if (field := assess_field(aspect, claims, sources=sources)))
    fields += (conflict,) if conflict else ()
    status, reasons = event_status(claims, fields, sources=sources)
    reports = {claim.report: sources.report(claim) for claim in claims}
    known = sorted(report.published for report in reports.values() if report and report.published)
    alone = _one_sided(claims, sources)
    return Assessment(
        event=event.id,
        event_type=event.event_type,
        status=status,
        origins=sources.origins(claims),
        reports=tuple(sorted(reports)),
        outlets=tuple(sorted({report.outlet for report in reports.values() if report and report.outlet})),
        speakers=tuple(sorted({claim.speaker_name for claim in claims if claim.speaker_name})),
        fields=fields,
        known_from=known[0] if known else None,
        reasons=(*reasons, *((alone,) if alone else ())),
    )


def _one_sided(claims: Sequence[Claim], sources: Sources) -> Reason | None:
    """Nobody vouches for it but one speaker."""
    voices = {sources.voice(claim)[1] for claim in claims}
    if len(voices) > 1 or None in voices:
        return None
    return Reason(score=0.3, because=f"only {next(iter(voices))} says so")
