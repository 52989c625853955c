"""One place of the gazetteer."""

from dataclasses import dataclass
from typing import Literal

from contested.records import PlaceKind, PlaceRef

_PRECISION: dict[str, Literal[1, 2, 3]] = {"settlement": 1, "neighbourhood": 1, "facility": 1, "admin2": 2, "road": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """`lat`, `lon` in degrees (WGS84); `population` 0 where unknown (a province's is the sum of its settlements).

    `sort` is the finer kind ("air base", "river"); `parent` the town (`parent_id` its id) that a neighbourhood or building stands in.
    `admin1_code` is the GeoNames code of the province ("AF.10"), `admin1` its plain English name.
    `grade` says how well the looked-up name fits: 2 a name we list ourselves, 1 the place's main name, 0 an alternate name.
    """

    id: int
    name: str
    kind: PlaceKind
    lat: float | None
    lon: float | None
    sort: str = ""
    admin1: str | None = None
    admin1_code: str | None = None
    country: str | None = None
    geonameid: int | None = None
    population: int = 0
    parent_id: int | None = None
    parent: str | None = None
    grade: int = 1

    @property
    def point(self) -> tuple[float, float] | None:
        """(lat, lon), None where it has none."""
        return (self.lat, self.lon) if self.lat is not None and self.lon is not None else None

    def ref(self, precision: Literal[1, 2, 3] | None = None) -> PlaceRef:
        """What a mark keeps. `precision` as ACLED's geo_precision, by kind where it is not given."""
        return PlaceRef(
            name=self.name, kind=self.kind, lat=self.lat, lon=self.lon, admin1=self.admin1, country=self.country, geonameid=self.geonameid,
            precision=precision or _PRECISION.get(self.kind, 3),
        )
