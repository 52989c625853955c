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
    """`sort` is the finer kind ("air base"), `parent` the town, else the province, that it lies in.

    `lat` and `lon` are None where the place is to be found in GeoNames; `where` is the file and line, for errors.
    """

    name: str
    kind: PlaceKind
    sort: str
    country: str | None
    parent: str | None
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


def place_tables() -> tuple[str, ...]:
    """The names of the tables in the folder "listed", one a theatre."""
    return tuple(sorted(entry.name for entry in (FOLDER / "listed").iterdir() if entry.name.endswith(".tsv")))


def place_rows() -> tuple[PlaceRow, ...]:
    """All places that we list ourselves. Raises DataError, which names file and line."""
    rows, kinds = [], place_sorts()
    for where, f in (row for table in place_tables() for row in _rows(f"listed/{table}", 7)):
        sort = f[1].replace("_", " ")
        if sort not in kinds:
            raise DataError(where, f"{f[1]!r} is no kind of place")
        lat, lon = (_number(f[4], where), _number(f[5], where)) if f[4] else (None, None)
        rows.append(PlaceRow(name=f[0], kind=kinds[sort], sort=sort, country=f[2] or None, parent=f[3] or None, lat=lat, lon=lon,
                             others=_several(f[6]), where=where))  # fmt: skip
    return tuple(rows)


@cache
def place_sorts() -> dict[str, PlaceKind]:
    """Finer kind ("air base") -> kind ("facility"). Raises DataError where a kind is none of the records'."""
    sorts: dict[str, PlaceKind] = {}
    for kind, words in place_words()["sorts"].items():
        if kind not in get_args(PlaceKind):
            raise DataError("words.toml", f"sorts: {kind!r} is no kind of place")
        sorts |= {word: cast(PlaceKind, kind) for word in (*words, kind)}
    return sorts


@cache
def place_words() -> dict[str, Any]:
    """The words of words.toml: `types` (kind -> words), `sorts` (kind -> finer kinds) and `admin` (what is stripped from official names)."""
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
