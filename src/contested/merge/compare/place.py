"""Is it one place?"""

from contested.merge.telling import Telling
from contested.records import PlaceRef, Reason
from contested.reference.gazetteer import distance_km

_AREAS = frozenset({"admin1", "admin2", "country", "region"})
_SAME = {"admin2": 0.7, "admin1": 0.62, "region": 0.6}


def compare_place(left: Telling, right: Telling, *, near_km: float) -> Reason | None:
    """Same, near, one inside the other, or firmly apart. None where either is unknown or both are no closer than one country."""
    one, other = left.place, right.place
    if one is None or other is None:
        return _compare_names(left.place_name, right.place_name)
    if _is_same(one, other):
        return None if one.kind == "country" else Reason(score=_SAME.get(one.kind, 0.8), because=f"both in {one.name}")
    if one.country and other.country and one.country != other.country:
        return Reason(score=0.0, because=f"{one.name} ({one.country}) and {other.name} ({other.country}) are in two countries")
    if one.kind in _AREAS or other.kind in _AREAS:
        return _compare_areas(one, other)
    return _compare_points(one, other, near_km=near_km)


def _is_same(one: PlaceRef, other: PlaceRef) -> bool:
    if one.geonameid is not None and other.geonameid is not None:
        return one.geonameid == other.geonameid
    return (one.name.casefold(), one.kind, one.admin1, one.country) == (other.name.casefold(), other.kind, other.admin1, other.country)


def _kilometres(one: PlaceRef, other: PlaceRef) -> float | None:
    """The distance over ground, None where either has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None or 3 in (one.precision, other.precision):
        return None  # a village that stands at the middle of its province is nowhere near what else stands there
    return distance_km((one.lat, one.lon), (other.lat, other.lon))


def _compare_names(one: str | None, other: str | None) -> Reason | None:
    """Names that no gazetteer holds."""
    if one is None or other is None:
        return None
    if one.casefold() == other.casefold():
        return Reason(score=0.75, because=f"both name {one}")
    return None


def _compare_areas(one: PlaceRef, other: PlaceRef) -> Reason | None:
    if "country" in (one.kind, other.kind) or "region" in (one.kind, other.kind):
        return None
    if one.admin1 and other.admin1 and one.admin1.casefold() != other.admin1.casefold():
        return Reason(score=0.0, because=f"{one.name} and {other.name} are in two provinces")
    if one.kind == other.kind:
        return Reason(score=0.0, because=f"{one.name} and {other.name} are two areas")
    if one.admin1 and other.admin1:
        return Reason(score=0.6, because=f"{one.name} and {other.name} are in one province")
    return None


def _compare_points(one: PlaceRef, other: PlaceRef, *, near_km: float) -> Reason:
    apart = _kilometres(one, other)
    part = _is_part_of(one.name, other.name)
    if apart is None:
        if part and one.admin1 == other.admin1:
            return Reason(score=0.65, because=f"{one.name} and {other.name} name one place or a part of it")
        two = one.admin1 != other.admin1 or (one.geonameid is not None and other.geonameid is not None)
        return Reason(score=0.0 if two else 0.1, because=f"{one.name} and {other.name} are two places")
    words = f"{one.name} and {other.name} are {apart:.0f} km apart"
    if apart > near_km:
        return Reason(score=0.0, because=f"{words}, beyond {near_km:g} km")
    # Two named places are two even when they are neighbours; what is only near one may be at the other, and a neighbourhood is in its town.
    inside = {one.kind, other.kind} == {"neighbourhood", "settlement"}
    vague = part or inside or (one.precision or 2) > 1 or (other.precision or 2) > 1
    return Reason(score=0.62 if vague else 0.3, because=f"{words}, within {near_km:g} km")


def _is_part_of(one: str, other: str) -> bool:
    """ "Norvale airport" and "Norvale"."""
    ours, theirs = frozenset(one.casefold().split()), frozenset(other.casefold().split())
    return ours <= theirs or theirs <= ours
