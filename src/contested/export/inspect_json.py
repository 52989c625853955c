"""One report with everything marked and claimed in it, as one JSON object; the format other programs score us by."""

from collections.abc import Mapping
from typing import Any

from contested.records import Actor, Attribution, Claim, Extract, Marks, Place, PlaceRef, Quantity, Report, Spans, Standing, When


def inspected(report: Report, marks: Marks, extract: Extract, *, events: Mapping[str, str]) -> dict[str, Any]:
    """The object of `contested inspect --json`. `events` maps claim ids to event ids."""
    return {
        "report": report.name, "id": report.id, "outlet": report.outlet, "agency": report.agency, "published": report.published, "title": report.title,
        "text": report.text,
        "sentences": _spans(marks.sentences),
        "places": [_place(place) for place in marks.places],
        "times": [_time(when) for when in marks.times],
        "actors": [_actor(actor) for actor in marks.actors],
        "quantities": [_quantity(quantity) for quantity in marks.quantities],
        "attributions": [_attribution(attribution) for attribution in marks.attributions],
        "claims": [claim_object(claim, event=events.get(claim.id)) for claim in extract.claims],
        "standings": [standing_object(standing) for standing in extract.standings],
    }


def claim_object(claim: Claim, *, event: str | None) -> dict[str, Any]:
    """A claim in the field names of the gold format, plus its id, confidence and reasons."""
    ref = claim.place_ref
    return {
        "id": claim.id, "event": event, "event_type": claim.event_type, "sentence": list(claim.sentence), "trigger": list(claim.trigger),
        "actor": _spans(claim.actor), "actor_name": claim.actor_name, "actor_kind": claim.actor_ref.kind if claim.actor_ref else None,
        "target": _spans(claim.target), "target_name": claim.target_name,
        "place": _spans(claim.place), "place_name": claim.place_name or (ref.name if ref else None), "admin1": ref.admin1 if ref else None,
        "country": ref.country if ref else None, "lat": ref.lat if ref else None, "lon": ref.lon if ref else None,
        "geo_precision": ref.precision if ref else None,
        "time": _spans(claim.time), "date": claim.day, "time_precision": claim.dated.precision if claim.dated else None,
        "quantities": {count.kind: [count.low, count.high] for count in claim.quantities},
        "speaker": _spans(claim.speaker), "speaker_name": claim.speaker_name, "stance": claim.stance, "anonymous": claim.anonymous, "modality": claim.modality,
        "confidence": claim.confidence, "reasons": [{"score": round(reason.score, 2), "because": reason.because} for reason in claim.reasons],
    }


def standing_object(standing: Standing) -> dict[str, Any]:
    """Who is said to hold a place, in words of state."""
    return {
        "id": standing.id, "sentence": list(standing.sentence), "trigger": list(standing.trigger), "place_name": standing.place_name,
        "status": standing.status, "holder": standing.holder, "challenger": standing.challenger, "whole": standing.whole,
        "speaker": _spans(standing.speaker), "speaker_name": standing.speaker_name, "stance": standing.stance, "modality": standing.modality,
    }


def _spans(spans: Spans) -> list[list[int]]:
    return [list(span) for span in spans]


def _place(place: Place) -> dict[str, Any]:
    ref = place.ref
    return {
        "span": list(place.span), "name": ref.name if ref else place.wording, "lat": ref.lat if ref else None, "lon": ref.lon if ref else None,
        "admin1": ref.admin1 if ref else None, "country": ref.country if ref else None, "geonameid": ref.geonameid if ref else None,
        "precision": ref.precision if ref else None, "kind": ref.kind if ref else None, "anaphor": place.anaphor, "as_actor": place.as_actor,
        "because": place.reason.because if place.reason else None, "runner_up": _runner_up(place.runner_up),
    }


def _runner_up(ref: PlaceRef | None) -> dict[str, Any] | None:
    if ref is None:
        return None
    return {"name": ref.name, "lat": ref.lat, "lon": ref.lon, "admin1": ref.admin1, "country": ref.country, "geonameid": ref.geonameid}


def _time(when: When) -> dict[str, Any]:
    return {"span": list(when.span), "type": when.type, "value": when.value, "earliest": when.earliest, "latest": when.latest, "precision": when.precision}


def _actor(actor: Actor) -> dict[str, Any]:
    ref = actor.ref
    return {
        "span": list(actor.span), "name": ref.name if ref else None, "kind": ref.kind if ref else None, "key": ref.key if ref else None,
        "generic": actor.generic,
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {"span": list(quantity.span), "low": quantity.low, "high": quantity.high, "unit": quantity.unit}


def _attribution(attribution: Attribution) -> dict[str, Any]:
    return {
        "source": _spans(attribution.source), "cue": _spans(attribution.cue), "content": _spans(attribution.content),
        "speaker": attribution.speaker, "stance": attribution.stance, "anonymous": attribution.anonymous, "tells": attribution.tells,
    }
