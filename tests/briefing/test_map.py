"""The map."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.norvale import tell
from contested.briefing import briefing
from contested.briefing.map import Spot, draw
from contested.briefing.map.labels import Sheet, within
from contested.briefing.map.land import clipped, land
from contested.briefing.map.window import WIDTH, window_of


def spot(name: str, lat: float, lon: float, status: str = "held", holder: str | None = "Rebels", country: str | None = None) -> Spot:
    return Spot(name=name, lat=lat, lon=lon, status=status, holder=holder, disputed=False, says=name, country=country)


def test_nothing_to_show_is_no_map() -> None:
    assert draw([]) is None


@given(st.lists(st.tuples(st.floats(-85, 85), st.floats(-180, 180)), min_size=1, max_size=12))
def test_most_spots_are_on_the_sheet_and_none_beside_it(points: list[tuple[float, float]]) -> None:
    spots = [spot(str(number), lat, lon) for number, (lat, lon) in enumerate(points)]
    window = window_of(spots)
    shown = [one for one in spots if window.holds(one)]
    assert shown
    for one in shown:
        x, y = window.point(window.near(one.lon), one.lat)
        assert -0.001 <= x <= WIDTH + 0.001
        assert -0.001 <= y <= window.height + 0.001
    assert 0.4 < window.height / WIDTH < 0.7 or abs(window.north) > 80 or abs(window.south) > 80


def test_north_is_up_and_a_degree_east_is_shorter_than_one_north() -> None:
    window = window_of([spot("a", 60.0, 20.0), spot("b", 61.0, 21.0)])
    (x0, y0), (x1, y1) = window.point(20.0, 60.0), window.point(21.0, 61.0)
    assert x1 > x0
    assert y1 < y0
    assert (x1 - x0) / (y0 - y1) == pytest.approx(0.5, abs=0.02)


def test_a_meeting_on_another_continent_does_not_shrink_the_map() -> None:
    drawing = draw([spot("Norvale", 34.1, 66.2), spot("Harth", 34.6, 66.9), spot("Vell", 46.2, 6.1, "event", None)])
    assert drawing is not None
    assert [dot.spot.name for dot in drawing.dots] == ["Norvale", "Harth"]
    assert drawing.outside == ("Vell",)


def test_an_event_near_a_held_place_is_on_the_map() -> None:
    drawing = draw([spot("Norvale", 34.1, 66.2), spot("Harth", 35.9, 66.9, "event", None), spot("Tarn", 38.9, 66.2, "event", None)])
    assert drawing is not None
    assert [dot.spot.name for dot in drawing.dots] == ["Norvale", "Harth"]


def test_no_land_is_drawn_for_places_of_no_country() -> None:
    drawing = draw([spot("Norvale", 41.1, 62.2, country="ZZ"), spot("Harth", 41.6, 62.9, country="ZZ"), spot("Geneva", 46.2, 6.1, "event", None, "CH")])
    assert drawing is not None
    assert (drawing.charted, drawing.land, drawing.countries) == (False, (), ())
    drawing = draw([spot("Mersin", 36.8, 34.6, country="TR")])
    assert drawing is not None
    assert drawing.charted
    assert drawing.land


def test_a_window_may_lie_across_the_date_line() -> None:
    spots = [spot("a", -17.0, 179.2), spot("b", -17.2, -179.6)]
    window = window_of(spots)
    assert window.east - window.west < 15
    assert all(window.holds(one) for one in spots)
    middle = window.point((window.west + window.east) / 2, -17.0)[0]
    islands = [piece.middle[0] for piece in land(window) if piece.country == "Fiji" and piece.area]
    assert min(islands) < middle < max(islands)


def test_land_of_the_window_is_drawn_and_named() -> None:
    drawing = draw([spot("Mersin", 36.8, 34.6), spot("Kyrenia", 35.3, 33.3), spot("Latakia", 35.5, 35.8)])
    assert drawing is not None
    assert {"Turkey", "Cyprus", "Syria", "Lebanon"} <= {piece.country for piece in drawing.land}
    assert not {"France", "Peru"} & {piece.country for piece in drawing.land}
    assert "Turkey" in [label.words for label in drawing.countries]
    numbers = [float(number) for piece in drawing.land for number in re.findall(r"-?\d+\.\d", piece.path)]
    assert min(numbers) > -WIDTH / 2
    assert max(numbers) < WIDTH * 1.5
    assert sum(len(piece.path) for piece in drawing.land) < 60_000


def test_the_scale_is_right() -> None:
    drawing = draw([spot("a", 0.0, 30.0), spot("b", 5.0, 35.0)])
    assert drawing is not None
    window = window_of([spot("a", 0.0, 30.0), spot("b", 5.0, 35.0)])
    (_, y0), (_, y1) = window.point(30.0, 0.0), window.point(30.0, 1.0)
    assert drawing.scale_km / drawing.scale_long == pytest.approx(111.2 / (y0 - y1))
    assert drawing.scale_long <= WIDTH / 5


def test_clipping_keeps_what_is_inside_and_cuts_on_the_edge() -> None:
    square = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]
    assert set(clipped(square, west=0, south=0, east=5, north=5)) == {(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)}
    assert clipped(square, west=2, south=2, east=5, north=5) == []


def test_names_never_lie_over_each_other() -> None:
    points = [(300.0 + 9 * (number % 5), 200.0 + 9 * (number // 5)) for number in range(25)]
    sheet = Sheet(points, width=WIDTH, height=400)
    labels = [label for number in range(25) if (label := sheet.name_spot(number, f"Town {number}"))]
    boxes = sheet._taken[25:]
    assert len(boxes) == len(labels) > 3
    for one in boxes:
        assert not [other for other in boxes if other is not one and one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]]


def test_a_name_that_would_leave_the_sheet_goes_to_the_other_side() -> None:
    label = Sheet([(WIDTH - 10, 100.0)], width=WIDTH, height=300).name_spot(0, "Norvale")
    assert label is not None
    assert label.anchor == "end"


def test_a_point_is_inside_or_outside_a_line() -> None:
    bend = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (2.0, 1.0), (0.0, 4.0)]
    assert [within(x, y, bend) for x, y in ((1.0, 1.0), (2.0, 3.0), (5.0, 1.0), (3.5, 2.0))] == [True, False, False, True]


def test_holders_of_most_places_have_colours_and_the_seventh_has_none() -> None:
    spots = [spot(f"{holder}{number}", 30 + holder / 2, 40 + number / 2, holder=f"Side {holder}") for holder in range(7) for number in range(8 - holder)]
    drawing = draw(spots)
    assert drawing is not None
    assert drawing.holders == tuple((number + 1, f"Side {number}") for number in range(6))
    assert {dot.colour for dot in drawing.dots if dot.spot.holder == "Side 6"} == {0}


def test_the_page_shows_settlements_by_their_lasting_holding(tmp_path: Path) -> None:
    with tell(tmp_path / "a.db") as store:
        page = briefing(store.view())
    titles = re.findall(r'<g class="dot[^>]*><title>(.*?)</title>', page)
    assert sorted(titles) == ["Castle Ridge: besieged by Rebels; held by Army", "Norvale: held by Rebels, disputed"]
    assert "GeoNames, CC BY 4.0" in page
    assert "Natural Earth" in page
