"""The tables of listed places: every row lies where it says."""

from collections import Counter

import pytest

from contested.annotate.places.figures import FIGURES
from contested.errors import DataError
from contested.reference.gazetteer import Gazetteer, distance_km, name_key, tables
from contested.reference.gazetteer.space import middle_of
from contested.reference.place_weights import recognition

_FARTHEST_KM = {"settlement": 60.0, "neighbourhood": 60.0}
_REMOTE_KM = 400.0
_IN_TOWN_KM = 60.0


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


def test_every_row_with_a_point_lies_on_the_globe_and_names_a_country_that_is_one(gazetteer: Gazetteer) -> None:
    for row in tables.place_rows():
        assert row.lat is None or (-90 <= row.lat <= 90 and row.lon is not None and -180 <= row.lon <= 180), row.where
        assert row.country is None or gazetteer.country(row.country) is not None, row.where


def test_every_row_lies_among_the_settlements_of_its_country(gazetteer: Gazetteer) -> None:
    """GeoNames is thin in deserts; half a country away is a slip of the pen all the same."""
    cells: dict[str, set[tuple[int, int]]] = {}
    gazetteer.lookup("Kabul")
    for country, lat, lon in gazetteer._file[0].execute("SELECT country, lat, lon FROM entry WHERE kind = 'settlement' AND lat IS NOT NULL AND id > 0"):
        cells.setdefault(country, set()).add((round(lat), round(lon)))
    astray = [
        (row.where, row.name)
        for row in tables.place_rows()
        if row.country and row.lat is not None and row.lon is not None and row.kind not in ("water", "region", "admin1")
        and not any((round(row.lat) + up, round(row.lon) + right) in cells.get(row.country, ()) for up in range(-3, 4) for right in range(-3, 4))
    ]  # fmt: skip
    assert astray == []


def test_what_stands_in_a_town_stands_close_to_it(gazetteer: Gazetteer) -> None:
    rows = [row for row in tables.place_rows() if row.kind == "neighbourhood"]
    known = 0
    for row in rows:
        entry = next((e for e in gazetteer.lookup(row.name) if e.kind == "neighbourhood" and e.country == row.country and e.parent), None)
        parents = [e for e in gazetteer.lookup(entry.parent or "") if e.id == entry.parent_id] if entry else []
        known += bool(parents)
        assert all(distance_km(entry.point, p.point) <= _IN_TOWN_KM for p in parents if entry and entry.point and p.point), row.where
    assert known > 0.8 * len(rows)


def test_no_table_lists_a_place_twice() -> None:
    counted = Counter((name_key(row.name), row.sort, row.country, row.lat, row.lon) for row in tables.place_rows())
    assert [key for key, count in counted.items() if count > 1] == []


def test_a_kind_that_is_none_is_refused_with_file_and_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_rows", lambda name, _: iter([(f"{name}:7", ["Norvale", "moonbase", "AF", "", "1", "2", ""])]))
    with pytest.raises(DataError, match=r"tsv:7: 'moonbase' is no kind of place"):
        tables.place_rows()


def test_airports_are_known_by_their_towns_and_their_own_names(gazetteer: Gazetteer) -> None:
    for name, country in (("Hostomel airport", "UA"), ("Mitiga airport", "LY"), ("Heathrow Airport", "GB"), ("Bagram airfield", "AF")):
        assert country in {e.country for e in gazetteer.lookup(name) if e.kind == "facility"}, name


def test_the_middle_of_land_is_not_drawn_into_a_crowded_corner_nor_by_a_stray() -> None:
    spread = [(float(y), float(x)) for y in range(11) for x in range(11)]
    crowd = [(0.0 + i / 1000, 0.0) for i in range(500)]
    assert middle_of(spread + crowd) == pytest.approx((5.0, 5.0), abs=0.6)
    assert middle_of([*spread, (0.0, 90.0)]) == pytest.approx((5.0, 5.0), abs=0.6)


def test_the_weights_of_recognition_weigh_every_figure_and_no_other() -> None:
    for question in (recognition().listed, recognition().unlisted):
        assert question.weights.keys() == FIGURES.keys()
