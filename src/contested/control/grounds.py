"""Which town is meant where a claim names only a province, a country or nothing: another claim of its sentence may tell."""

from collections import defaultdict
from collections.abc import Iterable

from contested.records import Claim, PlaceRef, Span, Standing

_AREAS = frozenset({"admin1", "admin2", "country", "region"})


class Grounds:
    """The settlements that claims and standings name."""

    def __init__(self, told: Iterable[Claim | Standing]) -> None:
        self._of_sentence: dict[tuple[str, Span], set[PlaceRef]] = defaultdict(set)
        self._of_name: dict[str, set[PlaceRef]] = defaultdict(set)
        for one in told:
            if one.place_ref is not None and one.place_ref.kind == "settlement":
                self._of_sentence[one.report, one.sentence].add(one.place_ref)
                self._of_name[one.place_ref.name.casefold()].add(one.place_ref)

    def town(self, told: Claim | Standing) -> PlaceRef | None:
        """The settlement meant, else the place as told. A province that shares its name with a town that is spoken of stands for the town."""
        place = told.place_ref
        if place is not None and place.kind not in _AREAS:
            return place
        near = self._of_sentence.get((told.report, told.sentence), set())
        namesakes = self._of_name.get(place.name.casefold(), set()) if place else set()
        for found in (namesakes, near):
            inside = [town for town in found if is_inside(town, place)]
            if len({(town.geonameid or (town.name, town.admin1, town.country)) for town in inside}) == 1:
                return min(inside, key=str)
        return place


def is_inside(town: PlaceRef, area: PlaceRef | None) -> bool:
    """Whether a town can lie in an area, as far as both are known."""
    if area is None:
        return True
    if area.country and town.country and area.country != town.country:
        return False
    return area.kind in ("country", "region") or not area.admin1 or not town.admin1 or area.admin1.casefold() == town.admin1.casefold()
