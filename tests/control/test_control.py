"""Assessments and standings in, holdings out."""

import random
from typing import Any

from contested.assess import assess
from contested.control import control
from contested.records import Claim, Holding, Lineage, Report, Span, Standing
from factory import actor_ref, claim, count, dated, event, place_ref, report, said, standing

FRONT, ARMY = actor_ref(), actor_ref("Army of Westmark", "state_force")
BY_FRONT: dict[str, Any] = {"actor_name": "Red Front", "actor_ref": FRONT}
BY_ARMY: dict[str, Any] = {"actor_name": "Army of Westmark", "actor_ref": ARMY}
ON_ARMY: dict[str, Any] = {"target_name": "Army of Westmark", "target_ref": ARMY, "target_kind": "group"}
SAYS_ARMY = {"speaker_name": "Army of Westmark", "speaker_kind": "state_force"}
SAYS_FRONT = {"speaker_name": "Red Front", "speaker_kind": "rebel_group"}


def holdings(
    *told: Claim | tuple[Claim, ...], standings: tuple[Standing, ...] = (), reports: tuple[Report, ...] = (), on: str | None = None
) -> tuple[Holding, ...]:
    """Every claim, or tuple of claims, is an event of its own."""
    groups = [one if isinstance(one, tuple) else (one,) for one in told]
    events = [event(*group) for group in groups]
    claims = {known.id: known for group in groups for known in group}
    by_id = {known.id: known for known in reports}
    return control(events, assess(events, claims, by_id, Lineage()), claims, standings, by_id, on=on)


def only(*told: Claim | tuple[Claim, ...], **fields: Any) -> Holding:
    (found,) = holdings(*told, **fields)
    return found


def fight(**fields: Any) -> Claim:
    return claim("clash", **({"id": "f", "report": "r2", "modality": "ongoing", **BY_FRONT, **ON_ARMY} | fields))


def leaves(**fields: Any) -> Claim:
    return claim("withdraw", **({"id": "w", "target_name": None, "target_kind": None, **BY_FRONT} | fields))


def test_a_taken_town_is_held_from_that_day() -> None:
    told = report()
    found = only(said(told, "seized", target_name="Norvale", target_kind="settlement", **BY_FRONT), reports=(told,))
    assert (found.place, found.status, found.holder, found.since, found.until) == ("Norvale", "held", "Red Front", "2031-03-03", None)
    assert (found.known_from, found.disputed) == ("2031-03-04", False)


def test_an_undated_taking_has_no_since() -> None:
    assert only(claim(dated=None, **BY_FRONT)).since is None


def test_a_taking_within_days_keeps_its_interval() -> None:
    assert only(claim(dated=dated("2031-03-01", "2031-03-04"), **BY_FRONT)).since == "2031-03-01/2031-03-04"


def test_a_second_taker_ends_the_first_holding() -> None:
    first, second = holdings(claim(id="a", **BY_FRONT), claim(id="b", dated=dated("2031-03-09"), **BY_ARMY))
    assert (first.holder, first.until) == ("Red Front", "2031-03-09")
    assert (second.holder, second.since, second.until) == ("Army of Westmark", "2031-03-09", None)


def test_a_recapture_on_the_same_day_comes_last() -> None:
    told = report("The army recaptured Norvale hours after the Red Front had seized it.")
    taken = said(told, "seized", target_name="Norvale", target_kind="settlement", **BY_FRONT)
    retaken = said(told, "recaptured", target_name="Norvale", target_kind="settlement", **BY_ARMY)
    for order in ((taken, retaken), (retaken, taken)):
        first, second = holdings(*order, reports=(told,))
        assert (first.holder, first.until) == ("Red Front", "2031-03-03")
        assert (second.holder, second.until, second.disputed) == ("Army of Westmark", None, False)


def test_two_takers_on_one_day_with_nothing_to_tell_who_came_last_dispute_it() -> None:
    found = only((claim(id="a", **BY_FRONT), claim(id="b", report="r2", **BY_FRONT)), claim(id="c", report="r3", **BY_ARMY))
    assert (found.holder, found.disputed, found.disputed_by) == ("Red Front", True, ("c",))


def test_a_retreat_without_a_taker_leaves_nobody_holding() -> None:
    found = only(claim(id="a", **BY_FRONT), leaves(dated=dated("2031-03-08")))
    assert (found.holder, found.until) == ("Red Front", "2031-03-08")


def test_another_side_that_leaves_ends_nothing() -> None:
    assert only(claim(id="a", **BY_FRONT), leaves(dated=dated("2031-03-08"), **BY_ARMY)).until is None


def test_a_denial_keeps_the_holding_and_disputes_it() -> None:
    denial = claim(id="b", report="r2", modality="negated", stance="denies", **BY_FRONT, **SAYS_ARMY)
    found = only((claim(id="a", **BY_FRONT, **SAYS_FRONT), denial))
    assert (found.holder, found.disputed, found.disputed_by) == ("Red Front", True, ("b",))


def test_a_denial_alone_holds_nothing() -> None:
    assert holdings(claim(modality="negated", stance="denies", **BY_FRONT)) == ()


def test_the_word_of_the_winner_alone_is_marked_as_such_and_not_disputed() -> None:
    found = only(claim(**BY_FRONT, **SAYS_FRONT))
    assert not found.disputed
    assert "claimed by the side that gains" in {reason.because for reason in found.reasons}


def test_the_losers_admission_is_told_as_a_reason() -> None:
    assert "the side that lost it says so" in {reason.because for reason in only(claim(**BY_FRONT, **SAYS_ARMY)).reasons}


def test_what_may_fall_is_not_held() -> None:
    assert holdings(claim(id="a", modality="possible", **BY_FRONT), claim(id="b", modality="planned", **BY_FRONT)) == ()


def test_an_advance_on_the_capital_does_not_hold_or_contest_it() -> None:
    assert holdings(claim("advance", **BY_FRONT), claim("attack", id="b", **BY_FRONT)) == ()


def test_a_prison_is_held_by_itself_within_its_city() -> None:
    found = only(claim(target_name="the prison", target_kind="facility", **BY_FRONT))
    assert (found.place, found.within, found.holder) == ("Norvale prison", "Norvale", "Red Front")


def test_three_buildings_of_one_claim_are_three_places() -> None:
    named = "Norvale harbour, hospital and airport"
    told = claim(target=(Span(0, 5), Span(6, 9), Span(10, 12)), target_name=named, target_kind="facility", **BY_FRONT)
    assert [found.place for found in holdings(told)] == ["Norvale airport", "Norvale harbour", "Norvale hospital"]


def test_unnamed_towns_make_no_row() -> None:
    country = place_ref("Zedland", kind="country", admin1=None)
    assert holdings(claim(target_name="16 market towns", quantities=(count("seized", 16),), place_ref=country, **BY_FRONT)) == ()
    assert holdings(claim(target_name="several towns", place_ref=country, **BY_FRONT)) == ()


def test_a_province_is_held_apart_from_the_town_of_its_name() -> None:
    province = place_ref("Norvale", kind="admin1", admin1="Norvale", lat=None, lon=None)
    found = holdings(claim(id="a", **BY_FRONT), claim(id="b", target_kind="region", place_ref=province, **BY_ARMY))
    assert {(one.place_ref.kind if one.place_ref else None, one.holder) for one in found} == {("settlement", "Red Front"), ("admin1", "Army of Westmark")}


def test_a_neighbourhood_is_held_apart_from_its_town() -> None:
    quarter = place_ref("Ostgate", kind="neighbourhood", admin1="Westmark")
    found = holdings(claim(id="a", **BY_FRONT), claim(id="b", target_name="Ostgate", target_kind="district", place_ref=quarter, **BY_ARMY))
    assert {(one.place, one.holder) for one in found} == {("Norvale", "Red Front"), ("Ostgate", "Army of Westmark")}


def test_weapons_that_are_seized_are_no_place() -> None:
    assert holdings(claim(target_name="rifles", target_kind="things", **BY_FRONT)) == ()


def test_ongoing_fighting_makes_a_town_contested() -> None:
    found = only(fight())
    assert (found.status, found.holder, found.challenger, found.since) == ("contested", None, "Red Front", None)


def test_a_clash_that_is_over_contests_its_day_alone() -> None:
    found = only(fight(modality="actual"))
    assert (found.status, found.since, found.until) == ("contested", "2031-03-03", "2031-03-03")


def test_fighting_on_a_later_day_contests_what_was_held() -> None:
    first, second = holdings(claim(id="a", **BY_FRONT), fight(dated=dated("2031-03-07")))
    assert (first.status, first.until) == ("held", "2031-03-07")
    assert (second.status, second.holder, second.challenger) == ("contested", "Red Front", "Army of Westmark")


def test_fighting_on_the_day_of_the_taking_disputes_it_unless_the_loser_admits_it() -> None:
    assert only(claim(id="a", **BY_FRONT), fight()).disputed_by == ("f",)
    assert only(claim(id="a", **BY_FRONT, **SAYS_ARMY), fight()).disputed_by == ()


def test_fighting_in_parts_of_a_town_contests_the_parts_alone() -> None:
    told = report("Fighting flared in several parts of the port.")
    start = told.text.index("several")
    part = said(told, "Fighting", "clash", modality="ongoing", place=(Span(start, len(told.text) - 1),), **BY_FRONT)
    town, parts = sorted(holdings(claim(id="a", **BY_FRONT), part, reports=(told,)), key=lambda found: found.place)
    assert (town.place, town.status, town.disputed) == ("Norvale", "held", False)
    assert (parts.place, parts.status, parts.within) == ("parts of Norvale", "contested", "Norvale")


def test_a_besieged_town_stays_besieged_when_there_is_fighting() -> None:
    siege = claim("besiege", id="b", dated=None, modality="ongoing", **BY_FRONT)
    for order in ((siege, fight()), (fight(), siege)):
        found = only(*order)
        assert (found.status, found.holder, found.challenger, found.since) == ("besieged", None, "Red Front", None)


def test_a_siege_of_a_held_town_keeps_its_holder() -> None:
    held, besieged = holdings(claim(id="a", **BY_ARMY), claim("besiege", id="b", dated=dated("2031-03-09"), **BY_FRONT))
    assert (held.status, held.until) == ("held", "2031-03-09")
    assert (besieged.status, besieged.holder, besieged.challenger) == ("besieged", "Army of Westmark", "Red Front")


def test_a_cut_road_cuts_the_town_off() -> None:
    assert only(claim("besiege", target_name="the road to Norvale", target_kind="road", **BY_FRONT)).status == "cut_off"


def test_a_council_that_surrenders_its_town_gives_it_up_and_forty_policemen_do_not() -> None:
    to_front: dict[str, Any] = {"target_name": "Red Front", "target_ref": FRONT, "target_kind": "group"}
    council = claim("surrender", actor_name="Norvale town council", **to_front)
    police = claim("surrender", actor_name="Norvale police", quantities=(count("surrendered", 40),), **to_front)
    assert (only(council).status, only(council).holder) == ("held", "Red Front")
    assert holdings(police) == ()


def test_a_standing_holds_a_place_since_nobody_knows() -> None:
    found = only(standings=(standing(holder="Army of Westmark"),))
    assert (found.status, found.holder, found.since, found.claims) == ("held", "Army of Westmark", None, ("s1",))


def test_a_standing_names_the_holder_of_a_besieged_town() -> None:
    told = report("The Front encircled army-held Norvale on Monday.")
    siege = said(told, "encircled", "besiege", target_name="Norvale", target_kind="settlement", **BY_FRONT)
    found = only(siege, standings=(standing(holder="Army of Westmark", report=told.id),), reports=(told,))
    assert (found.status, found.holder) == ("besieged", "Army of Westmark")


def test_a_standing_of_the_same_day_disputes_the_taking() -> None:
    day = report("Norvale remains in army hands.", published="2031-03-03")
    found = only(claim(id="a", **BY_FRONT), standings=(standing(holder="Army of Westmark", report=day.id),), reports=(day,))
    assert (found.holder, found.disputed_by) == ("Red Front", ("s1",))


def test_a_later_standing_tells_that_the_holder_changed() -> None:
    later = report("Army-held Norvale was quiet.", published="2031-03-20")
    first, second = holdings(claim(id="a", **BY_FRONT), standings=(standing(holder="Army of Westmark", report=later.id),), reports=(later,))
    assert (first.holder, first.until) == ("Red Front", "2031-03-03/2031-03-20")
    assert (second.holder, second.since) == ("Army of Westmark", None)


def test_a_standing_of_a_part_is_not_of_the_town() -> None:
    assert [found.place for found in holdings(standings=(standing(holder="Army of Westmark", whole=False),))] == ["parts of Norvale"]


def test_an_old_undated_taking_does_not_overturn_a_dated_one() -> None:
    late = report("The army had seized Norvale once.", published="2031-03-20")
    old = said(late, "seized", dated=None, target_name="Norvale", target_kind="settlement", **BY_ARMY)
    found = only(claim(id="a", **BY_FRONT), old, reports=(late,))
    assert found.holder == "Red Front"
    assert found.disputed


def test_only_what_is_so_on_a_day_is_shown() -> None:
    told = (claim(id="a", **BY_FRONT), claim(id="b", dated=dated("2031-03-09"), **BY_ARMY))
    assert [found.holder for found in holdings(*told, on="2031-03-08")] == ["Red Front"]
    assert [found.holder for found in holdings(*told, on="2031-03-09")] == ["Army of Westmark"]
    assert holdings(*told, on="2031-03-01") == ()


def test_the_order_of_events_changes_nothing() -> None:
    told: list[Claim] = [
        claim(id="a", **BY_FRONT), fight(id="b", dated=dated("2031-03-05")), claim(id="c", dated=dated("2031-03-09"), **BY_ARMY),
        leaves(id="d", dated=dated("2031-03-12"), **BY_ARMY), claim("besiege", id="e", dated=dated("2031-03-20"), **BY_FRONT),
    ]
    first = holdings(*told)
    assert [found.status for found in first] == ["held", "contested", "held", "besieged"]
    for seed in range(5):
        random.Random(seed).shuffle(told)
        assert holdings(*told) == first


def test_a_mention_of_fighting_that_is_over_contests_nothing_where_nobody_is_named() -> None:
    assert holdings(claim("clash", modality="actual", actor_name=None, target_name=None, target_kind=None)) == ()
    assert only(claim("clash", modality="ongoing", actor_name=None, target_name=None, target_kind=None)).status == "contested"


def test_what_is_lost_elsewhere_is_not_the_place_it_is_told_in() -> None:
    assert holdings(claim(target_name="most of the north", target_kind=None, **BY_FRONT)) == ()
    assert only(claim(target_name="the city of Norvale", target_kind=None, **BY_FRONT)).place == "Norvale"


def test_a_standing_of_nameless_places_makes_no_row() -> None:
    assert holdings(standings=(standing(place_name="a string of contested cities", place_ref=None),)) == ()
    assert [found.place for found in holdings(standings=(standing(holder="the army", place_name="Little Holm", place_ref=None),))] == ["Little Holm"]


def test_a_prison_somewhere_in_a_province_is_not_shown_unless_it_bears_a_name() -> None:
    province = place_ref("Westmark", kind="admin1", lat=None, lon=None)
    assert holdings(claim(target_name="prison", target_kind="facility", place_ref=province, **BY_FRONT)) == ()
    found = only(claim(target_name="Torrin bridge", target_kind="facility", place_ref=province, **BY_FRONT))
    assert (found.place, found.within) == ("Torrin bridge", None)


def test_a_facility_is_in_the_town_that_its_sentence_names_and_not_in_the_province_of_that_name() -> None:
    province = place_ref("Norvale", kind="admin1", admin1="Westmark", lat=None, lon=None)
    town = claim("advance", id="a", **BY_FRONT)
    for place in (None, province):
        found = only(town, claim(id="b", target_name="the airport", target_kind="facility", place_ref=place, **BY_FRONT))
        assert (found.place, found.within) == ("Norvale airport", "Norvale")


def test_a_facility_goes_to_the_only_one_of_its_sort_in_its_report() -> None:
    country = place_ref("Zedland", kind="country", admin1=None, lat=None, lon=None)
    full = claim(id="a", target_name="Norvale police headquarters", target_kind="facility", **BY_FRONT)
    for place in (country, place_ref()):
        bare = claim(id="b", sentence=Span(40, 70), target_name="the headquarters", target_kind="facility", place_ref=place, **BY_FRONT)
        found = only(full, bare)
        assert (found.place, found.within, found.claims) == ("Norvale police headquarters", "Norvale", ("a", "b"))


def test_the_police_station_is_not_the_police_headquarters_nor_that_the_party_headquarters() -> None:
    named = ("police station", "police headquarters", "party headquarters")
    found = holdings(*(claim(id=name, target_name=name, target_kind="facility", **BY_FRONT) for name in named))
    assert [one.place for one in found] == ["Norvale party headquarters", "Norvale police headquarters", "Norvale police station"]


def test_a_town_that_nobody_is_said_to_hold_is_not_held() -> None:
    assert holdings(claim(actor_name=None)) == ()
    assert holdings(claim(actor_name="gunmen")) == ()
    assert holdings(claim(actor_name="a monitor", actor_ref=actor_ref("a monitor", "monitor"))) == ()
    assert holdings(standings=(standing(holder="South"),)) == ()


def test_the_claim_that_names_who_took_it_tells_who_holds_it() -> None:
    found = only((claim(id="a", actor_name="gunmen"), claim(id="b", report="r2", **BY_FRONT)))
    assert found.holder == "Red Front"


def test_a_taking_by_somebody_unnamed_still_ends_the_holding_before() -> None:
    found = only(claim(id="a", **BY_FRONT), claim(id="b", actor_name=None, dated=dated("2031-03-20")))
    assert (found.holder, found.until) == ("Red Front", "2031-03-20")


def test_a_name_that_a_claim_knows_holds_in_a_standing_too() -> None:
    found = only(claim("attack", **BY_FRONT), standings=(standing(holder="Red Front"),))
    assert found.holder == "Red Front"


def test_the_adjective_of_a_country_stands_for_its_state() -> None:
    assert only(standings=(standing(holder="Israeli"),)).holder == "Israel"


def test_plural_and_generic_places_make_no_row() -> None:
    province = place_ref("Westmark", kind="admin1", lat=None, lon=None)
    for words in ("scattered villages", "cities", "towns in the province", "the northern region", "three Zedian districts"):
        for place in (None, province):
            assert holdings(standings=(standing(holder="the army", place_name=words, place_ref=place),)) == ()
    assert holdings(claim(target_name="two Torrin villages", target_kind="region", place_ref=None, **BY_FRONT)) == ()
    found = only(standings=(standing(holder="the army", place_name="the hill village of Little Holm, above the pass", place_ref=None),))
    assert found.place == "Little Holm"


def test_a_war_or_a_campaign_of_days_contests_no_town() -> None:
    told = report("The war between the Front and the army goes on in Norvale.")
    assert holdings(said(told, "war", "clash", modality="ongoing", **BY_FRONT, **ON_ARMY), reports=(told,)) == ()
    assert holdings(fight(dated=dated("2031-03-01", "2031-03-05"))) == ()
    assert only(fight(dated=dated("2031-03-01", "2031-03-04"))).status == "contested"


def test_fighting_somewhere_in_a_province_does_not_contest_the_province() -> None:
    assert holdings(fight(place_ref=place_ref("Westmark", kind="admin1", lat=None, lon=None))) == ()


def test_fighting_told_of_within_another_event_contests_the_town() -> None:
    assert only((claim("airstrike", id="a", **BY_ARMY), fight())).status == "contested"


def entry(words: str = "entered", **fields: Any) -> tuple[Claim, Report]:
    told = report(f"The Front {words} Norvale on Monday.")
    at = told.text.index("Norvale")
    return said(told, words.split()[0], "advance", target=(Span(at, at + 7),), target_name="Norvale", target_kind="settlement", **(BY_FRONT | fields)), told


def test_a_side_that_comes_in_while_the_other_leaves_holds_the_town() -> None:
    for words in ("entered", "walked into"):
        came, told = entry(words)
        for order in ((came, leaves(**BY_ARMY)), (leaves(**BY_ARMY), came)):
            found = only(*order, reports=(told,))
            assert (found.holder, found.since, found.until) == ("Red Front", "2031-03-03", None)


def test_coming_in_alone_or_coming_near_holds_nothing() -> None:
    came, told = entry()
    assert holdings(came, reports=(told,)) == ()
    near, told = entry("marched on")
    assert holdings(near, leaves(**BY_ARMY), reports=(told,)) == ()


def test_a_side_that_came_in_and_left_later_held_the_town_in_between() -> None:
    came, told = entry()
    found = only(came, leaves(dated=dated("2031-03-12")), reports=(told,))
    assert (found.holder, found.since, found.until) == ("Red Front", "2031-03-03", "2031-03-12")


def test_the_side_that_came_in_challenges_the_one_it_fights() -> None:
    came, told = entry()
    found = only(came, fight(), reports=(told,))
    assert (found.status, found.holder, found.challenger) == ("contested", "Army of Westmark", "Red Front")


def test_a_side_that_comes_in_anew_after_months_no_longer_held_the_town() -> None:
    came, told = entry()
    before = claim(id="a", dated=dated("2030-05-01"), **BY_FRONT)
    for order in ((before, came, fight()), (fight(report=told.id), came, before)):
        held, contested = holdings(*order, reports=(told,))
        assert (held.holder, held.since, held.until) == ("Red Front", "2030-05-01", "2031-03-03")
        assert (contested.status, contested.holder, contested.challenger) == ("contested", "Army of Westmark", "Red Front")
