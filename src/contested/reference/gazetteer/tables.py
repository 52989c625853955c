"""Our own tables of places: countries with their demonyms, and names as war reporting writes them."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast, get_args

from contested.errors import DataError
from contested.records import PlaceKind

FOLDER = files("contested.reference") / "data" / "places"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryRow:
    """`capital` is set only where it is not the one GeoNames gives."""

    iso: str
    name: str
    lat: float
    lon: float
    capital: str | None
    others: tuple[str, ...]
    demonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """`lat` and `lon` are None where the place is to be found in GeoNames; `where` is the file and line, for errors."""

    name: str
    kind: PlaceKind
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    others: tuple[str, ...]
    where: str


@cache
def country_rows() -> tuple[CountryRow, ...]:
    """All countries. Raises DataError, which names file and line."""
    return tuple(
        CountryRow(
            iso=f[0], name=f[1], lat=_number(f[2], where), lon=_number(f[3], where), capital=f[4] or None, others=_several(f[5]), demonyms=_several(f[6])
        )
        for where, f in _rows("countries.tsv", 7)
    )


def place_rows() -> tuple[PlaceRow, ...]:
    """All places that we list ourselves. Raises DataError, which names file and line."""
    rows = []
    for where, f in _rows("places.tsv", 7):
        if f[1] not in get_args(PlaceKind):
            raise DataError(where, f"{f[1]!r} is no kind of place")
        lat, lon = (_number(f[4], where), _number(f[5], where)) if f[4] else (None, None)
        kind = cast(PlaceKind, f[1])
        rows.append(PlaceRow(name=f[0], kind=kind, country=f[2] or None, admin1=f[3] or None, lat=lat, lon=lon, others=_several(f[6]), where=where))
    return tuple(rows)


@cache
def place_words() -> dict[str, Any]:
    """The words of words.toml: `types` (kind -> words) and `admin` (what is stripped from official names)."""
    return tomllib.loads((FOLDER / "words.toml").read_text(encoding="utf-8"))


def _rows(name: str, width: int) -> Iterator[tuple[str, list[str]]]:
    for number, line in enumerate((FOLDER / name).read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != width:
            raise DataError(f"{name}:{number}", f"expected {width} columns, got {len(fields)}")
        yield f"{name}:{number}", fields


def _several(field: str) -> tuple[str, ...]:
    return tuple(part for part in field.split("|") if part)


def _number(field: str, where: str) -> float:
    try:
        return float(field)
    except ValueError as error:
        raise DataError(where, f"expected degrees, got {field!r}") from error
