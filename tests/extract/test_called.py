"""What a phrase calls somebody or something."""

import pytest
from told import Tell


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("two engineers", "engineers"),
        ("at least 20 villagers", "villagers"),
        ("the last six teachers", "teachers"),
        ("dozens of shepherds", "shepherds"),
        ("a village teacher", "village teacher"),
        ("residents of Norvale", "residents of Norvale"),
    ],
)
def test_people_are_called_by_the_reports_own_words_without_article_and_number(tell: Tell, words: str, name: str) -> None:
    assert tell(f"Gunmen abducted {words} on Monday.").one("abduct").target_name == name


def test_a_bare_number_is_people(tell: Tell) -> None:
    assert tell("Gunmen kill at least 20 in Norvale.").one("kill").target_name == "people"


def test_a_bare_number_after_a_counted_noun_counts_the_same(tell: Tell) -> None:
    told = tell("The rebels detained six nurses on Tuesday; three were released two days later.")
    assert told.one("release").target_name == "nurses"


def test_his_driver_is_the_driver_of_whoever_is_meant(tell: Tell) -> None:
    told = tell("Gunmen killed Ivo Renn, a rebel commander, in Norvale. They also abducted his driver.")
    assert told.one("abduct").target_name == "Ivo Renn's driver"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the prison in Norvale", "Norvale prison"),
        ("a market in Norvale", "market in Norvale"),
        ("two police posts in Norvale", "police posts in Norvale"),
        ("the market of Norvale", "market of Norvale"),
    ],
)
def test_the_one_facility_of_a_town_is_named_after_it_one_of_several_is_in_it(tell: Tell, words: str, name: str) -> None:
    assert tell(f"The army shelled {words}.").one("shell").target_name == name


def test_positions_of_a_group_are_the_group(tell: Tell) -> None:
    assert tell("The army shelled positions of the Highland Front.").one("shell").target_name == "Highland Front"


def test_vehicles_are_called_what_they_are(tell: Tell) -> None:
    claim = tell("Rebels ambushed a military vehicle near Norvale.").one("attack")
    assert (claim.target_name, claim.target_kind) == ("military vehicle", "things")


def test_joined_doers_are_all_named(tell: Tell) -> None:
    told = tell("The Highland Front and the Coast Movement, two rebel groups, seized Norvale.")
    assert told.one("seize").actor_name == "Highland Front and Coast Movement"


def test_a_country_that_acts_is_called_by_its_name(tell: Tell) -> None:
    assert tell("Mali accused Chad of arming the rebels.").one("accuse").actor_name == "Mali"


def test_an_event_is_nobody_who_does_it(tell: Tell) -> None:
    claim = tell("The war uprooted six million people.").one("displace")
    assert claim.actor_name is None


def test_a_dateline_is_no_doer(tell: Tell) -> None:
    claim = tell("NORVALE, Zembria (Oxen) - Rebels seized the town of Tarsk on Monday.").one("seize")
    assert claim.actor_name == "rebels"


def test_a_noun_beside_a_person_is_that_person(tell: Tell) -> None:
    assert tell("Gunmen murdered the court clerk Ivo Renn in Norvale.").one("kill").target_name == "Ivo Renn"
