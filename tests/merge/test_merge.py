"""Claims in, events out."""

import random
from typing import Any

from contested.merge import merge
from contested.records import Claim, Lineage, Report, Span
from contested.settings import MergeSettings
from factory import actor_ref, claim, count, dated, kin, place_ref, report, said

REBELS, ARMY = actor_ref(), actor_ref("Army of Westmark", "state_force")
BY_REBELS = {"actor_name": "Red Front", "actor_ref": REBELS}
BY_ARMY = {"actor_name": "Army of Westmark", "actor_ref": ARMY}
TOWN = {"target_name": "Norvale", "target_kind": "settlement"}


def groups(claims: list[Claim], *reports: Report, lineage: Lineage | None = None) -> set[frozenset[str]]:
    events = merge(claims, {known.id: known for known in reports}, lineage or Lineage(), MergeSettings())
    return {frozenset(event.claims) for event in events}


def apart(*claims: Claim, reports: tuple[Report, ...] = ()) -> bool:
    return len(groups(list(claims), *reports)) == len(claims)


def together(*claims: Claim, reports: tuple[Report, ...] = ()) -> bool:
    return len(groups(list(claims), *reports)) == 1


def test_the_headline_and_the_lead_tell_of_one_event() -> None:
    told = report("Red Front takes Norvale\n\nThe Red Front seized the town of Norvale on Monday.")
    assert together(said(told, "takes", **BY_REBELS, **TOWN), said(told, "seized", **BY_REBELS, **TOWN), reports=(told,))


def test_two_reports_of_one_seizure_are_one_event() -> None:
    assert together(claim(id="a", report="r1"), claim(id="b", report="r2"))


def test_every_claim_stands_in_exactly_one_event() -> None:
    told = [claim(id="a"), claim("bomb", id="b"), claim("arrest", id="c", place_ref=None)]
    events = merge(told, {}, Lineage(), MergeSettings())
    assert sorted(name for event in events for name in event.claims) == ["a", "b", "c"]


def test_the_city_and_its_prison_are_two_events() -> None:
    assert apart(claim(id="a"), claim(id="b", target_name="Norvale prison", target_kind="facility"))


def test_a_jail_and_a_prison_of_one_town_are_one() -> None:
    jail = claim(id="b", target_name="the town's heavily guarded jail", target_kind="facility")
    assert together(claim(id="a", target_name="Norvale prison", target_kind="facility"), jail)


def test_ten_capitals_are_not_one_of_them() -> None:
    assert apart(claim(id="a"), claim(id="b", quantities=(count("seized", 10),), target_name="10 provincial capitals"))


def test_ten_capitals_are_one_event_wherever_the_words_put_them() -> None:
    ten: dict[str, Any] = {"quantities": (count("seized", 10),), "target_name": "10 provincial capitals", "dated": dated("2031-02-25", "2031-03-03")}
    assert together(claim(id="a", **ten), claim(id="b", report="r2", place_ref=place_ref("Estwick", lat=14.0), **ten))


def test_a_month_of_fighting_is_not_one_clash_of_it() -> None:
    assert apart(claim("clash", id="a"), claim("clash", id="b", dated=dated("2031-02-10", "2031-03-09")))


def test_a_siege_of_weeks_and_a_day_of_it_are_one() -> None:
    assert together(claim("besiege", id="a"), claim("besiege", id="b", dated=dated("2031-02-10", "2031-03-09")))


def test_what_may_fall_is_not_what_fell() -> None:
    assert apart(claim(id="a"), claim(id="b", modality="possible", dated=None))
    assert apart(claim(id="a"), claim(id="b", modality="planned", dated=None))


def test_a_suspected_bombing_is_the_bombing() -> None:
    assert together(claim("bomb", id="a", **TOWN), claim("bomb", id="b", modality="possible", **TOWN))


def test_a_denial_belongs_to_what_it_denies() -> None:
    assert together(claim(id="a"), claim(id="b", report="r2", modality="negated", stance="denies", speaker_name="Army of Westmark"))


def test_taking_and_retaking_on_one_day_are_two_events() -> None:
    assert apart(claim(id="a", **BY_REBELS), claim(id="b", **BY_ARMY))


def test_a_fight_is_one_whoever_is_named_first() -> None:
    left = claim("clash", id="a", **BY_REBELS, target_name="Army of Westmark", target_ref=ARMY, target_kind="group")
    right = claim("clash", id="b", **BY_ARMY, target_name="Red Front", target_ref=REBELS, target_kind="group")
    assert together(left, right)


def test_fights_in_three_towns_of_one_sentence_are_three_events() -> None:
    told = report("Fighting was raging in Norvale and Estwick and Holm.")
    places = [place_ref("Norvale"), place_ref("Estwick", lat=11.0), place_ref("Holm", lat=12.0)]
    assert apart(*(said(told, "Fighting", "clash", id=f"c{i}", place_ref=place) for i, place in enumerate(places)), reports=(told,))


def test_a_roundup_keeps_its_attacks_apart() -> None:
    names = ("Aba", "Bebe", "Coco", "Dodo", "Eme", "Fafa")
    told = report(" ".join(f"Gunmen attacked the village of {name} on Monday and killed {i + 3}." for i, name in enumerate(names)))
    claims = [
        said(told, f"attacked the village of {name}", "attack", place_ref=place_ref(name, lat=10.0 + i, geonameid=i), quantities=(count("killed", i + 3),))
        for i, name in enumerate(names)
    ]
    assert apart(*claims, reports=(told,))


def test_two_bombs_in_one_town_on_one_day_differ_by_their_dead() -> None:
    assert apart(claim("bomb", id="a", quantities=(count("killed", 3),)), claim("bomb", id="b", report="r2", quantities=(count("killed", 41),)))


def test_a_toll_that_rises_is_one_event() -> None:
    assert together(claim("bomb", id="a", quantities=(count("killed", 12),)), claim("bomb", id="b", report="r2", quantities=(count("killed", 15),)))


def test_the_blast_points_back_to_the_bombing_before_it() -> None:
    told = report("A car bomb went off in Norvale on Monday. The blast forced the market to close.")
    back = said(told, "blast", "bomb", place_ref=None, dated=None)
    assert together(said(told, "car bomb", "bomb"), back, reports=(told,))


def test_an_undated_attack_without_place_stays_alone() -> None:
    told = report("A car bomb went off in Norvale on Monday. Bombs have hit many towns.")
    loose = said(told, "Bombs", "bomb", place_ref=None, dated=None)
    assert apart(said(told, "car bomb", "bomb"), loose, reports=(told,))


def test_aligned_sentences_of_kin_reports_are_one_event_without_place_or_day() -> None:
    one, other = report("Guns were looted from a depot."), report("From a depot, weapons were plundered.", name="b")
    claims = [said(one, "looted", "loot", place_ref=None, dated=None), said(other, "plundered", "loot", place_ref=None, dated=None)]
    assert len(groups(claims, one, other, lineage=kin(one, other))) == 1
    assert len(groups(claims, one, other)) == 2


def test_one_firm_difference_on_a_chain_keeps_two_groups_apart() -> None:
    """The undated report fits both bombings, and still the bombings stay two."""
    first, second = claim("bomb", id="a", dated=dated("2031-03-01")), claim("bomb", id="b", dated=dated("2031-03-04"))
    between = claim("bomb", id="m", dated=None)
    told = groups([first, second, between])
    assert len(told) == 2
    assert not any({"a", "b"} <= group for group in told)


def test_what_was_told_before_a_day_did_not_happen_on_it() -> None:
    early = report(published="2031-03-01")
    assert apart(said(early, "seized", dated=None, **TOWN), claim(id="late", **TOWN), reports=(early,))


def test_the_outcome_does_not_depend_on_the_order_of_arrival() -> None:
    shuffler = random.Random(7)
    towns = [place_ref(name, lat=10.0 + i / 20) for i, name in enumerate(("Norvale", "Estwick", "Holm"))]
    claims = [
        claim(
            shuffler.choice(["attack", "bomb", "clash", "kill", "seize"]), id=f"c{i:03d}", report=f"r{i % 20}", place_ref=shuffler.choice(towns),
            dated=shuffler.choice([dated("2031-03-03"), dated("2031-03-04"), None]), quantities=(count("killed", shuffler.randrange(1, 30)),),
            **shuffler.choice([BY_REBELS, BY_ARMY]),
        )
        for i in range(120)
    ]
    first = merge(claims, {}, Lineage(), MergeSettings())
    assert any(len(event.claims) > 2 for event in first)
    for _ in range(3):
        shuffler.shuffle(claims)
        assert merge(claims, {}, Lineage(), MergeSettings()) == first


def test_an_event_keeps_its_id_when_a_later_report_joins_it() -> None:
    early, late = report(), report("The town of Norvale was seized by rebels.", published="2031-03-06")
    one, other = said(early, "seized", id="z", **TOWN), said(late, "seized", id="a", **TOWN)
    by_id = {early.id: early, late.id: late}
    (before,) = merge([one], by_id, Lineage(), MergeSettings())
    (after,) = merge([one, other], by_id, Lineage(), MergeSettings())
    assert after.id == before.id
    assert after.claims == ("z", "a")


def test_an_event_has_the_type_that_says_most() -> None:
    (event,) = merge([claim("attack", id="a"), claim("attack", id="b"), claim("suicide_bomb", id="c")], {}, Lineage(), MergeSettings())
    assert event.event_type == "suicide_bomb"


def test_an_event_says_what_held_it_together() -> None:
    (event,) = merge([claim(id="a"), claim(id="b", report="r2")], {}, Lineage(), MergeSettings())
    assert event.reasons[0].because.startswith("2 claims tell of it")
    assert "both in Norvale" in {reason.because for reason in event.reasons}


def test_a_higher_bar_keeps_more_apart() -> None:
    claims = [claim("bomb", id="a", target_name=None), claim("bomb", id="b", report="r2", target_name=None)]
    assert len(merge(claims, {}, Lineage(), MergeSettings(same=0.5))) == 1
    assert len(merge(claims, {}, Lineage(), MergeSettings(same=0.999))) == 2


def test_no_claims_make_no_events() -> None:
    assert merge([], {}, Lineage(), MergeSettings()) == ()


def test_what_names_neither_place_nor_target_stays_alone_without_a_strong_link() -> None:
    nowhere: dict[str, Any] = {"place_ref": None, "dated": dated()}
    told = report("A car bomb went off in Norvale on Monday. Windows broke far away. The blast was heard for miles. Bombs went off.")
    bomb = said(told, "car bomb", "bomb", **BY_REBELS)
    assert apart(bomb, said(told, "blast", "bomb", **BY_REBELS, **nowhere), reports=(told,))
    assert apart(claim("bomb", id="a", target_name=None, target_kind=None, **BY_REBELS),
                 claim("bomb", id="b", report="r2", target_name=None, target_kind=None, **BY_REBELS, **nowhere))


def test_the_next_sentence_that_counts_the_same_dead_tells_of_the_same_bomb() -> None:
    told = report("Car bomb leaves 31 dead\n\nA car bomb in Norvale killed 31 people on Monday.")
    head = said(told, "bomb", "bomb", place_ref=None, quantities=(count(low=31),))
    start = told.text.index("car bomb")
    lead = claim("bomb", id="b", report=told.id, sentence=Span(start - 2, len(told.text)), trigger=Span(start, start + 8), target_name=None, target_kind=None,
                 quantities=(count(low=31),))
    assert together(head, lead, reports=(told,))
