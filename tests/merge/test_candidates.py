"""Which pairs are looked at, and how many."""

from typing import Any

from contested.merge.candidates import candidate_pairs
from contested.merge.compare import Rarity
from contested.merge.telling import tell
from contested.records import Claim, Report
from contested.reference.akin import load_akin
from factory import claim, dated, place_ref, report, said

AKIN = load_akin()


def pairs(claims: list[Claim], *reports: Report) -> list[tuple[int, int]]:
    by_id = {known.id: known for known in reports}
    tellings = [tell(told, by_id.get(told.report), partners=(), akin=AKIN) for told in claims]
    numbers: dict[Any, int] = {}
    shapes = [numbers.setdefault(telling.shape, len(numbers)) for telling in tellings]
    return candidate_pairs(tellings, shapes=shapes, near_km=15, akin=AKIN, rarity=Rarity(tellings))


def test_one_place_and_day_across_reports_is_a_pair() -> None:
    assert pairs([claim(id="a"), claim(id="b", report="r2")]) == [(0, 1)]


def test_neighbouring_places_are_a_pair_on_whatever_side_of_a_grid_line() -> None:
    for shift in range(20):
        lat = 10 + shift / 20
        assert pairs([claim(id="a", place_ref=place_ref(lat=lat)), claim(id="b", report="r2", place_ref=place_ref("Near Norvale", lat=lat + 0.1))])


def test_days_that_touch_are_a_pair_and_a_week_between_is_none() -> None:
    assert pairs([claim(id="a"), claim(id="b", report="r2", dated=dated("2031-03-04"))])
    assert not pairs([claim(id="a"), claim(id="b", report="r2", dated=dated("2031-03-10"))])


def test_different_acts_are_no_pair() -> None:
    assert not pairs([claim(id="a"), claim("negotiate", id="b")])


def test_an_undated_claim_meets_the_dated_ones_of_its_week_and_place() -> None:
    one, other = report(name="a"), report(name="b")
    assert pairs([said(one, "seized"), said(other, "seized", dated=None)], one, other)


def test_a_claim_of_a_province_meets_the_towns_in_it() -> None:
    province = place_ref("Westmark", kind="admin1", lat=None, lon=None)
    assert pairs([claim("attack", id="a"), claim("attack", id="b", report="r2", place_ref=province)])


def test_claims_without_a_place_meet_by_rare_words() -> None:
    one = report("A lighthouse was bombed by strangers.", name="a")
    other = report("Strangers bombed some lighthouse.", name="b")
    assert pairs([said(one, "bombed", "bomb", place_ref=None), said(other, "bombed", "bomb", place_ref=None)], one, other)


def test_a_thousand_claims_of_one_event_do_not_make_a_square_of_pairs() -> None:
    found = pairs([claim(id=f"{i:04d}", report=f"r{i}") for i in range(1000)])
    assert 999 <= len(found) <= 20_000


def test_twice_the_days_make_about_twice_the_pairs() -> None:
    def told(days: int) -> int:
        when = [dated(f"2031-05-{day:02d}") for day in range(1, days + 1)]
        return len(pairs([claim("attack", id=f"{day.earliest}-{i}", report=f"{day.earliest}-{i}", dated=day) for day in when for i in range(9)]))

    assert told(30) < 2.3 * told(15)
