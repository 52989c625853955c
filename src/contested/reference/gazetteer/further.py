"""A table of further places beside the gazetteer: towns too small for it, or of a story's own invention."""

import csv
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import get_args

from contested.errors import DataError
from contested.records import PlaceKind
from contested.reference.gazetteer.entry import Entry
from contested.reference.gazetteer.gazetteer import Gazetteer
from contested.reference.gazetteer.names import name_key

_COLUMNS = ("name", "kind", "lat", "lon", "admin1", "country", "aliases")
_CAPITAL = "capital"
_KINDS: dict[str, PlaceKind] = {kind: kind for kind in get_args(PlaceKind)} | {_CAPITAL: "settlement"}


def open_gazetteer(further: Path | None = None) -> Gazetteer:
    """The gazetteer, with the places of a table on top of it. Raises DataError, naming file and line, where the table is broken."""
    return Gazetteer() if further is None else FurtherGazetteer(further)


class FurtherGazetteer(Gazetteer):
    """Places of a tab-separated table come before those of the gazetteer.

    Columns: name, kind (a PlaceKind, or "capital" for the capital of its country), lat, lon, admin1, country (ISO alpha-2, or ZZ), aliases ("|" between).
    """

    def __init__(self, table: Path) -> None:
        super().__init__()
        self._table = table
        self._further: dict[str, list[Entry]] = defaultdict(list)
        self._capitals: dict[str, Entry] = {}
        for entry, names, is_capital in _entries(table):
            for name in names:
                self._further[name_key(name)].append(entry)
            if is_capital and entry.country:
                self._capitals[entry.country] = entry

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path | None]]:
        return FurtherGazetteer, (self._table,)

    def knows(self, name: str) -> bool:
        return name_key(name) in self._further or super().knows(name)

    def _lookup(self, name: str) -> tuple[Entry, ...]:
        return (*self._further.get(name_key(name), ()), *super()._lookup(name))

    def _capital(self, country: str) -> Entry | None:
        return self._capitals.get(country) or super()._capital(country)

    def _country(self, iso: str) -> Entry | None:
        ours = (entry for entries in self._further.values() for entry in entries if entry.kind == "country" and entry.country == iso)
        return next(ours, None) or super()._country(iso)

    def province(self, entry: Entry) -> Entry | None:
        ours = (known for known in self._further.get(name_key(entry.admin1 or ""), ()) if known.kind == "admin1" and known.country == entry.country)
        return next(ours, None) or super().province(entry)


def _entries(table: Path) -> list[tuple[Entry, list[str], bool]]:
    try:
        lines = table.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(str(table), f"cannot be read ({error})") from error
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    if tuple(rows.fieldnames or ()) != _COLUMNS:
        raise DataError(f"{table}:1", f"expected the columns {', '.join(_COLUMNS)}")
    found = []
    for number, row in enumerate(rows, start=2):
        entry = _entry(row, f"{table}:{number}", identity=-number)
        found.append((entry, [entry.name, *(alias for alias in (row["aliases"] or "").split("|") if alias)], row["kind"] == _CAPITAL))
    return found


def _entry(row: dict[str, str], where: str, *, identity: int) -> Entry:
    kind = _KINDS.get(row["kind"])
    if kind is None:
        raise DataError(where, f"{row['kind']!r} is no kind of place")
    try:
        lat, lon = float(row["lat"]), float(row["lon"])
    except (TypeError, ValueError) as error:
        raise DataError(where, "lat and lon must be degrees") from error
    entry = Entry(id=identity, name=row["name"], kind=kind, lat=lat, lon=lon, country=row["country"] or None, population=100_000, grade=2)
    admin1 = row["name"] if kind == "admin1" else row["admin1"] or None
    return replace(entry, admin1=admin1, admin1_code=f"{entry.country}.{admin1}" if admin1 else None)
