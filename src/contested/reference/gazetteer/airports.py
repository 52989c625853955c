"""Airports and air bases, from the package airportsdata: their names as its table has them, and as news writes them."""

import re

from contested.records import PlaceKind
from contested.reference.gazetteer.draft import Draft, Drafts
from contested.reference.gazetteer.names import is_usable, plain_name

_HEAD = re.compile(
    r"\s+(?:(?:international|regional|national|municipal|county|domestic|city)\s+)*(?:army\s+|military\s+|naval\s+)?"
    r"(?:airport|air\s?field|air\s?base|air\s?force\s+base|air\s+station|aerodrome|airstrip|heliport)\b.*$",
    re.IGNORECASE,
)
_MILITARY = re.compile(r"\b(?:air\s?base|air\s?force|army|military|naval)\b", re.IGNORECASE)
_FIELD = ("Airfield", "Airbase", "Air Base")
_SAME_KM = 15.0
_SHORTEST_ALONE = 6
_FACILITIES: frozenset[PlaceKind] = frozenset({"facility"})


def add_airports(drafts: Drafts) -> None:
    """Every airport with an ICAO code whose name says it is one.

    "Norvale Ost International Airport" in Norvale is "Norvale Ost airport", "airfield" and "airbase", and "Ost airport" and "Norvale airport";
    one with an airline code is "Ost" too where nothing else in its country is called so.
    """
    import airportsdata

    for airport in airportsdata.load("ICAO").values():
        name, city, country, point = plain_name(airport["name"]), plain_name(airport["city"]), airport["country"], (airport["lat"], airport["lon"])
        head = _HEAD.sub("", name)
        if head == name or not is_usable(head) or any(known.distance(point) < _SAME_KM for _, known in drafts.find(country, _FACILITIES, (name,))):
            continue
        near = drafts.nearest_town(country, point)
        draft = Draft(name=name, kind="facility", sort="air base" if _MILITARY.search(name) else "airport", country=country,
                      lat=round(point[0], 4), lon=round(point[1], 4), admin1_code=near.admin1_code if near else None)  # fmt: skip
        draft.call(name, 1)
        for short in _heads(head, city):
            draft.call(f"{short} Airport", 1)
            draft.call(f"{short} International Airport", 1)
            for ending in _FIELD:
                draft.call(f"{short} {ending}", 1 if draft.sort == "air base" else 0)
        alone = _heads(head, city)[-1]
        if airport["iata"] and len(alone) >= _SHORTEST_ALONE and alone != city and not drafts.known(country, alone):
            draft.call(alone, 0)
        drafts.add_own(draft)


def _heads(head: str, city: str) -> list[str]:
    """What stands before "Airport": the whole, the town, and last the whole without the town before it."""
    if not is_usable(city):
        return [head]
    rest = head.removeprefix(city).strip(" -/")
    return list(dict.fromkeys([city, head] if not is_usable(rest) or rest == head else [city, head, rest]))
