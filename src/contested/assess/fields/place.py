"""Where it happened."""

from typing import cast

from contested.assess.fields.aspect import Aspect, Value
from contested.records import Claim, PlaceRef
from contested.reference.akin import takes_several

_NARROW = {"country": 0.0, "region": 1.0, "admin1": 2.0, "admin2": 3.0, "neighbourhood": 4.5, "facility": 5.0}
_SETTLEMENT = 4.0


def _read(claim: Claim) -> Value | None:
    """Several places taken at once are not in one of them, but in its country."""
    place = claim.place_ref
    if place is not None and takes_several(claim) and place.kind not in _NARROW:
        return None
    return Value(text=place.name, detail=place, narrow=_NARROW.get(place.kind, _SETTLEMENT)) if place else None


def _fits(one: Value, other: Value) -> bool:
    """A place fits the province and the country it lies in; two points fit only where they are one, or one is a part of the other."""
    ours, theirs = cast(PlaceRef, one.detail), cast(PlaceRef, other.detail)
    if ours.country and theirs.country and ours.country != theirs.country:
        return False
    if min(one.narrow, other.narrow) <= _NARROW["region"]:
        return True
    if ours.admin1 and theirs.admin1 and ours.admin1 != theirs.admin1:
        return False
    if one.narrow != other.narrow:
        return True
    return ours.name.casefold() == theirs.name.casefold() or (ours.geonameid is not None and ours.geonameid == theirs.geonameid)


PLACE = Aspect(field="place", read=_read, fits=_fits)
