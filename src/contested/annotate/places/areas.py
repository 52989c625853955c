"""Places that are part of a place, and roads between two."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from contested.annotate.places.cues import Cues
from contested.annotate.places.mention import Mention
from contested.records import PlaceKind, PlaceRef, Span
from contested.reference.gazetteer import Entry, Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc


def compass_start(doc: "Doc", mention: Mention, cues: Cues) -> tuple[int, tuple[str, ...]]:
    """The first token and the directions of "southern and eastern" before a name; the name's own first token and none where there are none."""
    start, directions = mention.first, []
    i = mention.first - 1
    while i >= 0 and not doc[i + 1].is_sent_start:
        word = doc[i].lower_
        if word in cues.compass:
            directions.append(word)
            start = i
        elif word == "-" and i and doc[i - 1].lower_ in cues.compass:
            pass
        elif not (word in {"and", "or", ","} and directions and i and doc[i - 1].lower_ in cues.compass):
            break
        i -= 1
    return start, tuple(reversed(directions))


def part_ref(words: str, entry: Entry, *, directions: tuple[str, ...], gazetteer: Gazetteer) -> PlaceRef:
    """ "southern and eastern Ukraine": a region, its point the middle of the towns there."""
    centre = None
    if entry.country and entry.kind in ("country", "admin1"):
        centre = gazetteer.part_centre(entry.country, entry.admin1_code if entry.kind == "admin1" else None, tuple(directions))
    lat, lon = centre or (entry.lat, entry.lon)
    return PlaceRef(name=words[0].lower() + words[1:], kind="region", lat=lat, lon=lon, admin1=entry.admin1, country=entry.country, precision=3)


def road_span(doc: "Doc", left: Mention, right: Mention, cues: Cues) -> Span | None:
    """The span of "Aleppo-Damascus highway" or "road from X to Y" told as one name; None where two names are just two names."""
    between = "".join(t.text for t in doc[left.last + 1 : min(right.first, left.last + 4)])
    after = doc[right.last + 1] if right.last + 1 < len(doc) else None
    if between in {"-", "–", "—", "to", "-to-"} and after is not None and after.lower_ in cues.types["road"]:
        return Span(doc[left.first].idx, after.idx + len(after))
    return None


def road_ref(words: str, ends: Sequence[Entry | None]) -> PlaceRef:
    """A road's point is the middle between its ends; country only where both ends share it."""
    points = [(e.lat, e.lon) for e in ends if e and e.lat is not None and e.lon is not None]
    countries = {e.country for e in ends if e}
    lat = round(sum(p[0] for p in points) / len(points), 3) if len(points) == len(ends) else None
    lon = round(sum(p[1] for p in points) / len(points), 3) if len(points) == len(ends) else None
    return PlaceRef(name=words, kind="road", lat=lat, lon=lon, country=countries.pop() if len(countries) == 1 else None, precision=3)


def inside_ref(words: str, holder: Entry, *, kind: PlaceKind = "settlement") -> PlaceRef:
    """A place that the gazetteer lacks, inside one it has: its own name at its holder's point, precise only to the holder."""
    return PlaceRef(
        name=words, kind=kind, lat=holder.lat, lon=holder.lon, admin1=holder.admin1, country=holder.country,
        precision=2 if holder.kind in ("settlement", "neighbourhood", "admin2") else 3,
    )
