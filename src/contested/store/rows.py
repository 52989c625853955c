"""Records to rows and back."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import RowMapping

from contested.records import Assessment, Claim, Event, Holding, Kinship, PlaceRef, Report, Standing
from contested.store.bodies import body_of, record_of
from contested.store.moments import known_moment

Row = dict[str, Any]

_fields = ("id", "name", "text", "outlet", "agency", "published", "title", "byline", "url", "found_at", "fetched_at", "digest", "language", "furniture")


def report_row(report: Report, read_at: str) -> Row:
    """Raises CallError where `read_at` is needed and no ISO time."""
    known, second = known_moment(report, read_at)
    fields: Row = body_of(report)
    return fields | {"read_at": read_at, "known_at": known, "known_second": second}


def report_of(row: RowMapping, *, store: str) -> Report:
    return record_of({name: row[name] for name in _fields}, Report, store=store)


def claim_row(claim: Claim) -> Row:
    return _said(claim) | _where(claim.place_ref) | {"place": claim.place_ref.name if claim.place_ref else None, "event_type": claim.event_type}


def standing_row(standing: Standing) -> Row:
    return _said(standing) | _where(standing.place_ref) | {"place": standing.place_name, "status": standing.status}


def kinship_row(kinship: Kinship) -> Row:
    return {"a": kinship.a, "b": kinship.b, "relation": kinship.relation, "score": kinship.score, "body": body_of(kinship)}


def event_rows(events: Iterable[Event]) -> list[Row]:
    return [{"id": event.id, "position": position, "event_type": event.event_type, "body": body_of(event)} for position, event in enumerate(events)]


def event_claim_rows(events: Iterable[Event]) -> list[Row]:
    return [{"event": event.id, "claim": claim} for event in events for claim in event.claims]


def assessment_rows(assessments: Iterable[Assessment]) -> list[Row]:
    return [
        {"event": one.event, "position": position, "status": one.status, "origins": one.origins, "known_from": one.known_from, "body": body_of(one)}
        for position, one in enumerate(assessments)
    ]


def holding_rows(holdings: Iterable[Holding]) -> list[Row]:
    return [
        _where(holding.place_ref)
        | {name: getattr(holding, name) for name in ("id", "place", "status", "holder", "since", "until", "disputed")}
        | {"position": position, "body": body_of(holding)}
        for position, holding in enumerate(holdings)
    ]


def _said(record: Claim | Standing) -> Row:
    """What the rows of everything said have in common."""
    return {
        "id": record.id,
        "report": record.report,
        "sentence_start": record.sentence.start,
        "trigger_start": record.trigger.start,
        "earliest": record.dated.earliest if record.dated else None,
        "latest": record.dated.latest if record.dated else None,
        "body": body_of(record),
    }


def _where(place: PlaceRef | None) -> Row:
    if place is None:
        return {"country": None, "lat": None, "lon": None}
    return {"country": place.country, "lat": place.lat, "lon": place.lon}
