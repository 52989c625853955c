"""Records in one breath, in invented places."""

from typing import Any

from contested.language.sentences import split_sentences
from contested.records import (
    ActorRef,
    Aligned,
    Claim,
    Count,
    CountKind,
    Dated,
    Event,
    Kinship,
    Lineage,
    PlaceRef,
    Relation,
    Report,
    Span,
    Standing,
    report_id,
)


def report(text: str = "Rebels seized Norvale on Monday.", **fields: Any) -> Report:
    """A report of the Norvale Courier, published 2031-03-04, unless told otherwise."""
    known: dict[str, Any] = {"outlet": "Norvale Courier", "published": "2031-03-04", "title": None, "url": None, "name": "report.txt"} | fields
    identity = report_id(text, outlet=known["outlet"], published=known["published"], title=known["title"], url=known["url"], given=known["name"])
    return Report(**({"id": identity, "text": text} | known))


def place_ref(name: str = "Norvale", **fields: Any) -> PlaceRef:
    """An invented town in an invented province."""
    return PlaceRef(**({"name": name, "kind": "settlement", "lat": 10.0, "lon": 20.0, "admin1": "Westmark", "country": "ZZ", "precision": 1} | fields))


def dated(day: str = "2031-03-03", until: str | None = None) -> Dated:
    return Dated(earliest=day, latest=until or day, precision=1, wording=day)


def claim(event_type: str = "seize", **fields: Any) -> Claim:
    """Rebels seize Norvale on 2031-03-03, in the outlet's own voice, unless told otherwise."""
    known: dict[str, Any] = {
        "id": "c1", "report": "r1", "sentence": Span(0, 32), "trigger": Span(7, 13), "actor": (Span(0, 6),), "actor_name": "Rebels",
        "target": (Span(14, 21),), "target_name": "Norvale", "target_kind": "settlement", "place": (Span(14, 21),), "place_ref": place_ref(),
        "dated": dated(),
    } | fields
    return Claim(event_type=event_type, **known)


def actor_ref(name: str = "Red Front", kind: str = "rebel_group", **fields: Any) -> ActorRef:
    """An invented rebel group, known to the actor list."""
    return ActorRef(**({"name": name, "kind": kind, "key": name.casefold().replace(" ", "_"), "countries": ("ZZ",)} | fields))


def count(kind: CountKind = "killed", low: int | None = 12, high: int | None = None, **fields: Any) -> Count:
    """An exact count, unless `high` or `low` is given apart."""
    bounds = {"low": low, "high": low if high is None else high}
    return Count(**({"kind": kind, "wording": str(low), "span": Span(0, 2)} | bounds | fields))


def said(report: Report, trigger: str, event_type: str = "seize", **fields: Any) -> Claim:
    """A claim by the sentence of `report` that holds the words `trigger`, with true offsets; Norvale on 2031-03-03, nobody named, unless told otherwise."""
    start = report.text.index(trigger)
    sentence = next(span for span in split_sentences(report.text) if span.start <= start < span.end)
    known: dict[str, Any] = {
        "id": f"{report.id}-{start}", "report": report.id, "sentence": sentence, "trigger": Span(start, start + len(trigger)), "actor": (), "actor_name": None,
        "target": (), "target_name": None, "target_kind": None, "place": (), "place_ref": place_ref(), "dated": dated(),
    } | fields
    return Claim(event_type=event_type, **known)


def standing(status: str = "held", holder: str | None = "Red Front", **fields: Any) -> Standing:
    """The Red Front is said to hold Norvale, unless told otherwise."""
    known: dict[str, Any] = {
        "id": "s1", "report": "r1", "sentence": Span(0, 32), "trigger": Span(0, 4), "place_name": "Norvale", "place_ref": place_ref(),
    } | fields
    return Standing(status=status, holder=holder, **known)  # type: ignore[arg-type]  # a test may pass any status


def event(*claims: Claim, **fields: Any) -> Event:
    """One event of all the claims."""
    return Event(**({"id": "e-" + claims[0].id, "event_type": claims[0].event_type, "claims": tuple(claim.id for claim in claims)} | fields))


def kin(one: Report, other: Report, relation: Relation = "rewrite", *, upstream: Report | None = None) -> Lineage:
    """Two reports of one origin whose sentences are aligned one to one, in order."""
    first, second = sorted((one, other), key=lambda report: report.id)
    pairs = zip(split_sentences(first.text), split_sentences(second.text), strict=False)
    kinship = Kinship(
        a=first.id, b=second.id, relation=relation, score=0.9, reasons=(), aligned=tuple(Aligned(a=a, b=b, score=0.9) for a, b in pairs),
        upstream=upstream.id if upstream else None,
    )
    return Lineage(kinships=(kinship,), origins=((first.id, "o1"), (second.id, "o1")))
