"""What the words for a doer and a target come to."""

import pytest
from told import Tell


def test_a_prison_inside_a_city_is_a_facility(tell: Tell) -> None:
    told = tell("Rebels stormed the prison in Norvale.")
    claim = told.one("attack")
    assert (claim.target_kind, claim.target_name) == ("facility", "Norvale prison")


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("Norvale", "settlement", "Norvale"),
        ("the town of Norvale", "settlement", "Norvale"),
        ("most of Norvale", "settlement", "Norvale"),
        ("the airport in Norvale", "facility", "Norvale airport"),
        ("the Norvale airport", "facility", "Norvale airport"),
        ("Westmark province", "region", "Westmark"),
    ],
)
def test_the_sort_of_a_seized_place_is_told_apart(tell: Tell, words: str, kind: str, name: str) -> None:
    claim = tell(f"Rebels seized {words}.").one("seize")
    assert (claim.target_kind, claim.target_name) == (kind, name)


def test_a_road_is_a_road(tell: Tell) -> None:
    assert tell("Rebels seized the main road to Norvale.").one("seize").target_kind == "road"


def test_several_villages_are_a_region_not_a_settlement(tell: Tell) -> None:
    assert tell("Rebels seized several villages in Westmark province.").one("seize").target_kind == "region"


def test_seized_vehicles_are_things(tell: Tell) -> None:
    assert tell("The rebels seized 30 vehicles in Norvale.").one("loot").target_kind == "things"


def test_a_pronoun_is_named_by_what_it_stands_for(tell: Tell) -> None:
    told = tell("Rebels seized Norvale on Monday. They killed four policemen.")
    claim = told.one("kill")
    assert (told.words(claim.actor), claim.actor_name) == (["They"], "rebels")


def test_a_pronoun_that_stands_for_nobody_known_has_no_name(tell: Tell) -> None:
    claim = tell("He was arrested in Norvale.").one("arrest")
    assert (len(claim.target), claim.target_name) == (1, None)


def test_the_words_for_an_actor_are_the_whole_phrase(tell: Tell) -> None:
    told = tell("Heavily armed local gunmen abducted three traders.")
    assert told.words(told.one("abduct").actor) == ["Heavily armed local gunmen"]


def test_fighters_of_one_side_are_named_alike(tell: Tell) -> None:
    names = {tell(f"{words} seized Norvale.").one("seize").actor_name for words in ("Rebels", "The rebels", "Rebel fighters")}
    assert names == {"rebels"}


def test_an_unnamed_group_keeps_its_own_words(tell: Tell) -> None:
    assert tell("Gunmen abducted three traders in Norvale.").one("abduct").actor_name == "gunmen"


def test_an_actor_that_the_words_leave_out_is_unknown(tell: Tell) -> None:
    claim = tell("Three traders were abducted in Norvale.").one("abduct")
    assert (claim.actor, claim.actor_name, claim.actor_ref) == ((), None, None)
