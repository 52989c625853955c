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
