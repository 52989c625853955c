"""Places while the gazetteer is being built."""

from collections import defaultdict
from dataclasses import dataclass, field

from contested.records import PlaceKind
from contested.reference.gazetteer.names import name_key
from contested.reference.gazetteer.space import distance_km


@dataclass(slots=True, kw_only=True)
class Draft:
    """An entry to be; `keys` maps name keys to grades. `sort` is the finer kind, `parent` the id of the town it is a part of or stands in."""

    name: str
    kind: PlaceKind
    sort: str = ""
    country: str | None = None
    admin1: str | None = None
    admin1_code: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    parent: int | None = None
    keys: dict[str, int] = field(default_factory=dict)

    def call(self, name: str, grade: int) -> None:
        """Give it one more name; the best grade of a key stays. For a draft that is not among the others yet; afterwards it is `Drafts.call`."""
        key = name_key(name)
        if len(key) > 1:
            self.keys[key] = max(grade, self.keys.get(key, 0))

    def distance(self, point: tuple[float, float]) -> float:
        """Kilometres to a point; infinite where it has none itself."""
        return distance_km((self.lat, self.lon), point) if self.lat is not None and self.lon is not None else float("inf")


class Drafts:
    """All drafts by id, and by country and name."""

    def __init__(self) -> None:
        self.by_id: dict[int, Draft] = {}
        self._shelves: dict[tuple[str | None, str], set[int]] = defaultdict(set)
        self._cells: dict[tuple[str | None, int, int], list[Draft]] = defaultdict(list)
        self._own = 0

    def add(self, identity: int, draft: Draft) -> None:
        self.by_id[identity] = draft
        for key in draft.keys:
            self._shelves[draft.country, key].add(identity)

    def add_own(self, draft: Draft) -> int:
        """A place that GeoNames' settlements and provinces lack; its id is negative."""
        self._own -= 1
        self.add(self._own, draft)
        return self._own

    def call(self, identity: int, name: str, grade: int) -> None:
        """Give a draft one more name."""
        draft = self.by_id[identity]
        draft.call(name, grade)
        self._shelves[draft.country, name_key(name)].add(identity)

    def find(self, country: str | None, kinds: frozenset[PlaceKind], names: tuple[str, ...]) -> list[tuple[int, Draft]]:
        """Drafts of a country and of some kinds that bear one of the names; best name first, then most populous."""
        keys = {name_key(name) for name in names}
        found = {i for key in keys for i in self._shelves.get((country, key), ())}
        fits = [(i, self.by_id[i]) for i in found if self.by_id[i].kind in kinds]
        return sorted(fits, key=lambda pair: (-max(pair[1].keys.get(key, 0) for key in keys), -pair[1].population, pair[0]))

    def known(self, country: str | None, name: str) -> bool:
        """Whether anything in a country bears a name."""
        return bool(self._shelves.get((country, name_key(name))))

    def nearest_town(self, country: str | None, point: tuple[float, float]) -> Draft | None:
        """The settlement of a country nearest to a point, within two degrees; asked for after the settlements are in."""
        if not self._cells:
            for draft in self.by_id.values():
                if draft.kind == "settlement" and draft.lat is not None and draft.lon is not None and draft.admin1_code:
                    self._cells[draft.country, round(draft.lat), round(draft.lon)].append(draft)
        lat, lon = round(point[0]), round(point[1])
        for reach in (1, 2):
            around = [d for y in range(lat - reach, lat + reach + 1) for x in range(lon - reach, lon + reach + 1) for d in self._cells.get((country, y, x), ())]
            if around:
                return min(around, key=lambda d: (d.distance(point), d.name))
        return None

    def among(self, country: str | None, kind: PlaceKind) -> list[Draft]:
        """All drafts of a country and kind."""
        return [draft for draft in self.by_id.values() if draft.country == country and draft.kind == kind]
