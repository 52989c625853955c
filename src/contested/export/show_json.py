"""What `contested show ... --json` prints: one plain object a row, from a View."""

from collections.abc import Iterator
from typing import Any

from contested.export.inspect_json import claim_object
from contested.records import Aligned, Assessment, Change, FieldAssessment, Holding, Kinship
from contested.records.view import View


def claim_rows(view: View) -> Iterator[dict[str, Any]]:
    """Claims in the gold format, with their report's name and the id of their event."""
    names = _names(view)
    events = {claim: event.id for event in view.events() for claim in event.claims}
    for claim in view.claims():
        yield {"report": names[claim.report]} | claim_object(claim, event=events.get(claim.id))


def report_rows(view: View) -> Iterator[dict[str, Any]]:
    """Reports with the origin each goes back to and when it became known."""
    origins = dict(view.lineage().origins)
    for report in view.reports():
        yield {
            "report": report.name, "id": report.id, "outlet": report.outlet, "agency": report.agency, "published": report.published, "title": report.title,
            "url": report.url, "found_at": report.found_at, "known_at": view.known_at(report.id), "origin": origins.get(report.id),
        }


def lineage_rows(view: View) -> Iterator[dict[str, Any]]:
    """Pairs of reports of which one repeats the other, with their aligned sentences and what changed."""
    names = _names(view)
    for kinship in view.lineage().kinships:
        yield _kinship(kinship, names)


def _kinship(kinship: Kinship, names: dict[str, str]) -> dict[str, Any]:
    return {
        "a": names[kinship.a], "b": names[kinship.b], "relation": kinship.relation, "score": round(kinship.score, 3),
        "upstream": names[kinship.upstream] if kinship.upstream else None,
        "aligned": [_aligned(pair) for pair in kinship.aligned],
        "only_in_a": [list(span) for span in kinship.only_a], "only_in_b": [list(span) for span in kinship.only_b],
        "reasons": [{"score": round(reason.score, 2), "because": reason.because} for reason in kinship.reasons],
    }


def _aligned(pair: Aligned) -> dict[str, Any]:
    return {"a": list(pair.a), "b": list(pair.b), "score": round(pair.score, 3), "changes": [_change(change) for change in pair.changes]}


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind, "a": change.a, "b": change.b, "a_span": list(change.a_span) if change.a_span else None,
        "b_span": list(change.b_span) if change.b_span else None, "note": change.note,
    }


def event_rows(view: View) -> Iterator[dict[str, Any]]:
    """Events, newest first as the view gives them, each field with all its variants and who says which."""
    names = _names(view)
    claims = {event.id: event.claims for event in view.events()}
    for assessment in view.assessments():
        yield _event(assessment, claims[assessment.event], names)


def _event(assessment: Assessment, claims: tuple[str, ...], names: dict[str, str]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "event": assessment.event, "event_type": assessment.event_type, "status": assessment.status, "claims": list(claims),
        "reports": [names[report] for report in assessment.reports], "outlets": list(assessment.outlets), "speakers": list(assessment.speakers),
        "origins": assessment.origins, "known_from": assessment.known_from,
    }
    for known in assessment.fields:
        # "type" as a field would hide nothing, but the event's own type stands in "event_type" already
        row[known.field if known.field != "type" else "type_told"] = field_object(known)
    for name in ("place", "date"):
        row.setdefault(name, {"value": None, "variants": [], "agreement": "single"})
    return row


def field_object(known: FieldAssessment) -> dict[str, Any]:
    """One field with its best value, its variants, and whether they agree."""
    return {
        "value": known.value, "agreement": known.agreement, "because": known.because,
        "variants": [
            {"value": v.value, "claims": list(v.claims), "origins": v.origins, "superseded": v.superseded, "drifted": v.drifted} for v in known.variants
        ],
    }


def conflict_rows(view: View) -> Iterator[dict[str, Any]]:
    """The fields on which accounts of one event differ, a row a field."""
    names = _names(view)
    for assessment in view.assessments():
        for known in assessment.fields:
            if known.agreement == "differ":
                yield {
                    "event": assessment.event, "event_type": assessment.event_type, "field": known.field,
                    "reports": [names[report] for report in assessment.reports],
                } | field_object(known)


def holding_rows(view: View) -> Iterator[dict[str, Any]]:
    """Who holds which place."""
    for holding in view.holdings():
        yield holding_object(holding)


def holding_object(holding: Holding) -> dict[str, Any]:
    """One place's holder and status, with the claims for and against."""
    ref = holding.place_ref
    return {
        "place": holding.place, "within": holding.within, "admin1": ref.admin1 if ref else None, "country": ref.country if ref else None,
        "lat": ref.lat if ref else None, "lon": ref.lon if ref else None, "status": holding.status, "holder": holding.holder, "challenger": holding.challenger,
        "since": holding.since, "until": holding.until, "known_from": holding.known_from, "disputed": holding.disputed,
        "claims": list(holding.claims), "disputed_by": list(holding.disputed_by),
        "reasons": [{"score": round(reason.score, 2), "because": reason.because} for reason in holding.reasons],
    }



def _names(view: View) -> dict[str, str]:
    return {report.id: report.name for report in view.reports()}
