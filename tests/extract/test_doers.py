"""Who did it and to whom, where a sentence leaves it out and the report tells it."""

import pytest
from told import Tell

WAR = "Fighters of the Highland Front attacked an army post in Norvale on Monday. The Highland Front killed three soldiers, the Zembrian army said. "


def test_an_attack_on_one_side_is_the_others(tell: Tell) -> None:
    told = tell(WAR + "Two soldiers were abducted near Tarsk.", war=False)
    assert told.one("abduct").actor_name == "Highland Front"


def test_fighting_of_nobody_named_is_between_the_two_sides(tell: Tell) -> None:
    claim = tell(WAR + "Fighting went on in Tarsk.", war=False).one("clash")
    assert (claim.actor_name, claim.target_name) == ("Highland Front", "Zembrian army")


def test_without_sides_fighting_stays_without_names(tell: Tell) -> None:
    claim = tell("Fighting went on in Tarsk on Monday, a shopkeeper said. Mortar shells fell on the market.", war=False).one("clash")
    assert (claim.actor_name, claim.target_name) == (None, None)


def test_who_claims_responsibility_did_it(tell: Tell) -> None:
    text = "A car bomb exploded outside a hotel in Norvale on Monday. The Highland Front, a rebel group, claimed responsibility for the attack."
    assert {claim.actor_name for claim in tell(text, war=False).all("bomb")} == {"Highland Front"}


def test_a_deed_that_nobody_claims_has_no_doer(tell: Tell) -> None:
    text = "A car bomb exploded outside a hotel in Norvale on Monday. No group claimed responsibility for the attack, and the Highland Front rebels denied it."
    assert tell(text, war=False).all("bomb")[0].actor_name is None


def test_a_deed_at_another_place_is_not_carried_over(tell: Tell) -> None:
    told = tell("Rebels of the Highland Front abducted two nurses in Norvale on Monday. In Dunmere, three traders were abducted last week.")
    assert [claim.actor_name for claim in told.all("abduct")] == ["Highland Front", None]


def test_both_sides_are_the_two_of_the_report(tell: Tell) -> None:
    claim = tell(WAR + "Both sides have taken hostages.", war=False).one("abduct")
    assert claim.actor_name == "Highland Front and Zembrian army"


def test_what_one_side_loses_the_other_takes(tell: Tell) -> None:
    claim = tell(WAR + "The army lost the town of Tarsk.", war=False).one("seize")
    assert claim.actor_name == "Highland Front"


def test_a_country_that_fights_does_it_by_its_army(tell: Tell) -> None:
    claim = tell("Chad seized Tarsk from the Highland Front rebels. The Chadian army entered it at dawn.", war=False).all("seize")[0]
    assert claim.actor_name == "Chadian army"


def test_those_who_flee_a_town_are_its_residents(tell: Tell) -> None:
    claim = tell("Thousands of people fled Norvale.").one("displace")
    assert (claim.actor_name, claim.target_name) == ("Norvale residents", None)


def test_it_is_the_place_spoken_of_last(tell: Tell) -> None:
    told = tell("The army shelled the prison in Norvale. Rebels stormed it on Monday.")
    assert told.one("attack").target_name == "Norvale prison"


@pytest.mark.parametrize("words", ["accused the army of shelling a school", "blamed the army for shelling a school"])
def test_the_accused_is_who_is_said_to_have_done_it(tell: Tell, words: str) -> None:
    assert "army" in (tell(f"The mayor of Norvale {words}.").one("shell").actor_name or "")
