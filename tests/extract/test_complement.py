"""What a copula, or a headline without one, says of somebody or of a place."""

import pytest
from told import Tell


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("By evening Norvale was theirs.", "seize"),
        ("Norvale is the army's again.", "seize"),
        ("Norvale is now in rebel hands.", "seize"),
        ("The army is in control of Norvale.", "seize"),
        ("The army is back in Norvale.", "seize"),
        ("Army back in Norvale\n", "seize"),
        ("Norvale is cut off from the world.", "besiege"),
        ("The rebels are 12 km from Norvale.", "advance"),
        ("Rebels are at the gates of Norvale.", "advance"),
        ("The rebels are out of Norvale.", "withdraw"),
        ("The ministers are in custody.", "arrest"),
        ("Some 9,000 people are homeless.", "displace"),
        ("Reinforcements are on their way.", "deploy"),
    ],
)
def test_a_state_that_is_new_is_an_event(tell: Tell, text: str, event_type: str) -> None:
    assert tell(text).all(event_type)


@pytest.mark.parametrize("text", ["Norvale remains in rebel hands.", "Norvale is still under army control.", "The army remains in control of Norvale."])
def test_a_state_that_lasts_is_no_event(tell: Tell, text: str) -> None:
    told = tell(text)
    assert (told.types, len(told.standings)) == ([], 1)


@pytest.mark.parametrize(
    "text",
    ["The library is back in the town hall.", "The stage is theirs.", "The school is out for summer.", "The talks are on their way to nowhere."],
)
def test_what_is_said_of_things_of_peace_is_no_event(tell: Tell, text: str) -> None:
    assert {"seize", "withdraw", "deploy"}.isdisjoint(tell(text).types)
