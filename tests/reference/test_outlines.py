"""The outlines of the countries."""

from importlib.resources import files

import pytest

from contested.errors import DataError
from contested.reference import outlines


def rings(country: str) -> list[outlines.Outline]:
    return [ring for polygon in outlines.load_outlines() for ring in polygon if ring.country == country]


def test_every_line_is_closed_and_on_the_globe() -> None:
    for polygon in outlines.load_outlines():
        for outline in polygon:
            assert outline.ring[0] == pytest.approx(outline.ring[-1], abs=1e-6)
            assert len(outline.ring) > 3
            assert -180.001 <= outline.west < outline.east <= 180.001
            assert -90.001 <= outline.south <= outline.north <= 90.001


def test_countries_lie_where_they_lie() -> None:
    (paraguay,) = rings("Paraguay")
    assert (paraguay.west, paraguay.south, paraguay.east, paraguay.north) == pytest.approx((-62.6, -27.6, -54.3, -19.3), abs=0.2)
    assert len({outline.country for polygon in outlines.load_outlines() for outline in polygon}) > 200


def test_a_country_inside_another_is_a_hole_in_it() -> None:
    (lesotho,) = rings("Lesotho")
    (hole,) = [ring for polygon in outlines.load_outlines() if polygon[0].country == "South Africa" for ring in polygon[1:]]
    assert (hole.west, hole.south, hole.east, hole.north) == pytest.approx((lesotho.west, lesotho.south, lesotho.east, lesotho.north))


def test_boxes_touch_or_do_not() -> None:
    (paraguay,) = rings("Paraguay")
    assert paraguay.touches(west=-59, south=-24, east=-58, north=-23)
    assert paraguay.touches(west=-180, south=-40, east=0, north=40)
    assert not paraguay.touches(west=50, south=-24, east=60, north=-23)
    assert not paraguay.touches(west=-59, south=10, east=-58, north=11)


def test_a_broken_file_is_named(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "countries-50m.json").write_text('{"arcs": []}')
    monkeypatch.setattr(outlines, "_FILE", tmp_path / "countries-50m.json")
    with pytest.raises(DataError, match=r"countries-50m\.json: is no TopoJSON"):
        outlines.load_outlines.__wrapped__()


def test_the_file_travels_with_the_package() -> None:
    assert (files("contested.reference") / "data" / "outlines" / "countries-50m.json").is_file()
