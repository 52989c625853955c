"""Records in one breath, in invented places."""

from typing import Any

from contested.records import Claim, Dated, PlaceRef, Report, Span, report_id


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
