"""Who is said to hold a place, where nothing happens."""

import pytest
from told import Tell


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Norvale remains in government hands.", "government"),
        ("Norvale is under army control.", "army"),
        ("Norvale is in the hands of deserters.", "deserters"),
        ("Norvale is still held by the rebels.", "rebels"),
        ("Rebels hold Norvale.", "rebels"),
        ("The army controls Norvale.", "army"),
        ("The army keeps control of Norvale.", "army"),
        ("The army remains in full control of Norvale.", "army"),
        ("Nothing stirs in Norvale, where the army is in control.", "army"),
        ("The rebels are clinging to Norvale.", "rebels"),
        ("Norvale is a stronghold of the militia.", "militia"),
        ("The army's last bastion in the east is Norvale.", "army"),
        ("Norvale is government-held.", "government"),
        ("The rebel-held town of Norvale was quiet.", "rebel"),
    ],
)
def test_words_of_holding_tell_who_holds_what(tell: Tell, text: str, holder: str) -> None:
    (standing,) = tell(text).standings
    assert (standing.place_name, standing.holder, standing.status, standing.whole) == ("Norvale", holder, "held", True)


@pytest.mark.parametrize("part", ["parts", "most", "much"])
def test_a_part_of_a_town_is_not_the_whole(tell: Tell, part: str) -> None:
    (standing,) = tell(f"The army controls {part} of Norvale.").standings
    assert (standing.place_name, standing.whole) == ("Norvale", False)


def test_a_held_town_in_passing_is_a_standing_and_no_seizure(tell: Tell) -> None:
    told = tell("Troops entered rebel-held Norvale on Monday.")
    assert (told.types, [standing.place_name for standing in told.standings]) == (["advance"], ["Norvale"])


def test_a_standing_has_a_speaker(tell: Tell) -> None:
    (standing,) = tell("The army controls Norvale, the mayor said.").standings
    assert standing.speaker_name == "mayor"


def test_a_seizure_is_no_standing(tell: Tell) -> None:
    told = tell("Rebels seized Norvale on Monday.")
    assert (told.types, told.standings) == (["seize"], ())


def test_a_held_meeting_is_no_standing(tell: Tell) -> None:
    assert tell("The rebels held a meeting and the army held its breath.").standings == ()


def test_two_held_places_are_two_standings(tell: Tell) -> None:
    told = tell("The army remains in control of Norvale and Tarsk.")
    assert [(standing.place_name, standing.holder) for standing in told.standings] == [("Norvale", "army"), ("Tarsk", "army")]


def test_a_clause_that_leaves_its_verb_out_is_the_other_side_s(tell: Tell) -> None:
    told = tell("The army holds Norvale and rebels Tarsk.")
    assert ("Norvale", "army") in [(standing.place_name, standing.holder) for standing in told.standings]
    assert ("Tarsk", "army") not in [(standing.place_name, standing.holder) for standing in told.standings]


@pytest.mark.parametrize("text", ["The army no longer controls Norvale.", "The army once held Norvale.", "The army had held Norvale."])
def test_what_was_so_once_is_no_standing(tell: Tell, text: str) -> None:
    assert tell(text).standings == ()


def test_since_when_it_is_so_dates_a_standing(tell: Tell) -> None:
    (standing,) = tell("Norvale, held by the rebels since June, was quiet.", published="2031-09-02").standings
    assert standing.dated is not None
    assert standing.dated.earliest == "2031-06-01"


def test_a_divided_town_is_contested(tell: Tell) -> None:
    (standing,) = tell("Norvale is contested.").standings
    assert (standing.place_name, standing.status, standing.holder) == ("Norvale", "contested", None)


def test_the_roads_into_a_town_are_not_the_town(tell: Tell) -> None:
    assert all(standing.place_name != "Norvale" for standing in tell("The army controls all roads into Norvale.").standings)


@pytest.mark.parametrize("text", ["The museum holds a large collection.", "The company runs the hotel in Norvale.", "The mayor keeps a dog in Norvale."])
def test_holdings_of_peace_are_no_standings(tell: Tell, text: str) -> None:
    assert tell(text).standings == ()
