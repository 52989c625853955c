"""Looking places up."""

import sqlite3
from functools import lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process

from contested.records import PlaceKind
from contested.reference.gazetteer.bloom import may_hold
from contested.reference.gazetteer.cache import gazetteer_file
from contested.reference.gazetteer.entry import Entry
from contested.reference.gazetteer.names import name_key
from contested.reference.gazetteer.tables import country_rows

_COLUMNS = "e.id, e.name, e.kind, e.lat, e.lon, e.admin1, e.admin1_code, e.country, e.geonameid, e.population, e.sort, e.parent, p.name"
_PARTS = {"north": ("lat", True), "south": ("lat", False), "east": ("lon", True), "west": ("lon", False)}


class Gazetteer:
    """Places by name. Opens its file at the first look-up and builds it where there is none yet.

    Reads only; one per process. `path` is a built file, None the usual one.
    """

    longest = 7
    """No name in it has more words than this."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._open: tuple[sqlite3.Connection, bytes] | None = None
        self._demonyms = {name_key(word): row.iso for row in country_rows() for word in row.demonyms}
        self.lookup = lru_cache(maxsize=20_000)(self._lookup)
        self.capital = lru_cache(maxsize=512)(self._capital)
        self.country = lru_cache(maxsize=512)(self._country)
        self.part_centre = lru_cache(maxsize=512)(self._part_centre)

    def __reduce__(self) -> tuple[type["Gazetteer"], tuple[Path | None]]:
        return Gazetteer, (self._path,)

    def knows(self, name: str) -> bool:
        """False: surely no place is called so. True: look it up. Costs microseconds."""
        return may_hold(self._file[1], name_key(name))

    def _lookup(self, name: str) -> tuple[Entry, ...]:
        """All places of a name, in any spelling; best name first, then most populous."""
        key = name_key(name)
        if not key or not may_hold(self._file[1], key):
            return ()
        return self._entries("JOIN name n ON n.entry = e.id WHERE n.key = ? ORDER BY n.grade DESC, e.population DESC, e.id LIMIT 100", (key,), grade="n.grade")

    def _capital(self, country: str) -> Entry | None:
        """The capital of a country (ISO alpha-2)."""
        return next(iter(self._entries("JOIN capital c ON c.entry = e.id WHERE c.country = ?", (country,))), None)

    def _country(self, iso: str) -> Entry | None:
        """The country itself (ISO alpha-2)."""
        return next(iter(self._entries("WHERE e.country = ? AND e.kind = 'country'", (iso,))), None)

    def country_of_demonym(self, word: str) -> str | None:
        """ "Afghan", "Syrians" -> ISO alpha-2."""
        return self._demonyms.get(name_key(word)) if word[:1].isupper() else None

    def province(self, entry: Entry) -> Entry | None:
        """The province that holds a place."""
        if entry.admin1_code is None or entry.country is None:
            return None
        return next(iter(self._entries("WHERE e.country = ? AND e.kind = 'admin1' AND e.admin1_code = ?", (entry.country, entry.admin1_code))), None)

    def largest(self, country: str, limit: int, *, kind: PlaceKind = "settlement") -> tuple[Entry, ...]:
        """The most populous places of a country."""
        return self._entries("WHERE e.country = ? AND e.kind = ? ORDER BY e.population DESC LIMIT ?", (country, kind, limit))

    def similar(self, name: str, country: str, *, least: float) -> Entry | None:
        """The place of a country whose name is spelled most like one, from the same first letter on; None below `least` (0..100) or where two are as near."""
        initial = name[:1].upper()
        after = chr(ord(initial) + 1)
        rows = self._entries("WHERE e.country = ? AND e.kind IN ('settlement', 'admin1') AND e.name >= ? AND e.name < ?", (country, initial, after))
        key = name_key(name)
        scored = sorted(((fuzz.ratio(key, name_key(entry.name)), entry.population, entry) for entry in rows), key=lambda s: (-s[0], -s[1], s[2].id))[:2]
        if not scored or scored[0][0] < least or (len(scored) == 2 and scored[1][0] == scored[0][0] and scored[1][2].name != scored[0][2].name):
            return None
        return scored[0][2]

    def alike(self, name: str, *, limit: int = 5) -> tuple[str, ...]:
        """Main names of places whose names are spelled most like one that the gazetteer does not have, from the same two letters on."""
        key = name_key(name)
        if len(key) < 3:
            return ()
        keys = self._file[0].execute("SELECT DISTINCT key FROM name WHERE key >= ? AND key < ?", (key[:2], key[:2] + "\U0010ffff")).fetchall()
        found = [k for k, _, _ in process.extract(key, [row[0] for row in keys], scorer=fuzz.ratio, score_cutoff=70, limit=4 * limit)]
        names = (entry.name for k in found for entry in self._entries("JOIN name n ON n.entry = e.id WHERE n.key = ? ORDER BY e.population DESC LIMIT 1", (k,)))
        return tuple(dict.fromkeys(names))[:limit]

    def _part_centre(self, country: str, admin1_code: str | None, directions: tuple[str, ...]) -> tuple[float, float] | None:
        """The middle of the settlements in some parts ("north", "west") of a country or province; None where it has too few."""
        where, values = ("country = ? AND admin1_code = ?", (country, admin1_code)) if admin1_code else ("country = ?", (country,))
        points = self._file[0].execute(f"SELECT lat, lon FROM entry WHERE {where} AND kind = 'settlement'", values).fetchall()
        if len(points) < 6:
            return None
        middles = [_middle(points, direction) for direction in directions]
        return round(sum(m[0] for m in middles) / len(middles), 3), round(sum(m[1] for m in middles) / len(middles), 3)

    def _entries(self, rest: str, values: tuple[object, ...], *, grade: str = "1") -> tuple[Entry, ...]:
        rows = self._file[0].execute(f"SELECT {_COLUMNS}, {grade} FROM entry e LEFT JOIN entry p ON p.id = e.parent {rest}", values)
        return tuple(
            Entry(id=r[0], name=r[1], kind=r[2], lat=r[3], lon=r[4], admin1=r[5], admin1_code=r[6], country=r[7], geonameid=r[8], population=r[9],
                  sort=r[10], parent_id=r[11], parent=r[12], grade=r[13])
            for r in rows
        )

    @property
    def _file(self) -> tuple[sqlite3.Connection, bytes]:
        if self._open is None:
            path = self._path or gazetteer_file()
            database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            self._open = database, database.execute("SELECT bits FROM filter").fetchone()[0]
        return self._open


def _middle(points: list[tuple[float, float]], direction: str) -> tuple[float, float]:
    """The middle of the points in the outer third: "northwest" is the mean of "north" and "west"; "central" is all."""
    kept = points
    for word, (axis, high) in _PARTS.items():
        if word in direction:
            at = 0 if axis == "lat" else 1
            values = sorted(p[at] for p in points)
            edge = values[len(values) * 2 // 3] if high else values[len(values) // 3]
            kept = [p for p in kept if (p[at] >= edge if high else p[at] <= edge)] or kept
    return sum(p[0] for p in kept) / len(kept), sum(p[1] for p in kept) / len(kept)
