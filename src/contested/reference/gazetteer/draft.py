"""Places while the gazetteer is being built."""

from collections import defaultdict
from dataclasses import dataclass, field

from contested.records import PlaceKind
from contested.reference.gazetteer.names import name_key


@dataclass(slots=True, kw_only=True)
class Draft:
    """An entry to be; `keys` maps name keys to grades."""

    name: str
    kind: PlaceKind
    country: str | None = None
    admin1: str | None = None
    admin1_code: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    keys: dict[str, int] = field(default_factory=dict)

    def call(self, name: str, grade: int) -> None:
        """Give it one more name; the best grade of a key stays."""
        key = name_key(name)
        if len(key) > 1:
            self.keys[key] = max(grade, self.keys.get(key, 0))


class Drafts:
    """All drafts by id, and by country and kind where our own rows look for theirs."""

    def __init__(self) -> None:
        self.by_id: dict[int, Draft] = {}
        self._shelves: dict[tuple[str | None, PlaceKind], list[int]] = defaultdict(list)
        self._own = 0

    def add(self, identity: int, draft: Draft) -> None:
        self.by_id[identity] = draft
        self._shelves[draft.country, draft.kind].append(identity)

    def add_own(self, draft: Draft) -> None:
        """A place that GeoNames' settlements and provinces lack; its id is negative."""
        self._own -= 1
        self.add(self._own, draft)

    def find(self, country: str | None, kind: PlaceKind, keys: set[str]) -> list[tuple[int, Draft]]:
        """Drafts of a country and kind that bear one of the keys, most populous first."""
        found = [(i, self.by_id[i]) for i in self._shelves.get((country, kind), ()) if not keys.isdisjoint(self.by_id[i].keys)]
        return sorted(found, key=lambda pair: -pair[1].population)

    def among(self, country: str | None, kind: PlaceKind) -> list[Draft]:
        """All drafts of a country and kind."""
        return [self.by_id[i] for i in self._shelves.get((country, kind), ())]
