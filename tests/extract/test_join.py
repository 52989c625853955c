"""Two triggers of one event are told once."""

import pytest
from told import Tell


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("An explosion rocked Norvale on Friday.", "bomb"),
        ("A rocket attack hit Norvale on Friday.", "shell"),
        ("A car bomb exploded in Norvale on Friday.", "bomb"),
        ("A suicide car bomb exploded at a checkpoint in Tarsk.", "suicide_bomb"),
        ("Airstrikes hit Norvale on Friday.", "airstrike"),
    ],
)
def test_an_event_and_the_verb_that_tells_of_it_are_one_claim(tell: Tell, text: str, event_type: str) -> None:
    assert tell(text).types == [event_type]


def test_the_event_takes_over_what_its_verb_hit(tell: Tell) -> None:
    assert tell("An explosion rocked Norvale on Friday.").one("bomb").target_name == "Norvale"


def test_a_truce_that_is_proposed_is_no_truce_reached(tell: Tell) -> None:
    assert tell("The rebels proposed a truce.").types == ["propose"]


def test_a_truce_that_is_demanded_is_no_truce_reached(tell: Tell) -> None:
    assert tell("The United Nations demanded a ceasefire in Norvale.").types == ["demand"]


def test_an_offer_that_is_rejected_is_a_rejection(tell: Tell) -> None:
    assert tell("The government rejected the rebels' offer.").types == ["reject"]


def test_a_truce_reached_is_an_agreement(tell: Tell) -> None:
    assert tell("A truce was reached between the army and the rebels.").types == ["agree"]


def test_a_bomb_that_was_defused_is_no_bombing(tell: Tell) -> None:
    assert tell("Police defused a bomb in Norvale.").types == []
    assert tell("A bomb killed four people in Norvale.").types == ["bomb"]


def test_two_deeds_of_one_sentence_stay_two(tell: Tell) -> None:
    assert tell("Rebels stormed the prison in Norvale and freed 40 inmates.").types == ["attack", "release"]


def test_a_bomb_set_off_by_a_suicide_attacker_is_one_suicide_bombing(tell: Tell) -> None:
    assert tell("A taxi steered by a suicide bomber exploded in Tarsk.").types == ["suicide_bomb"]


def test_raids_in_which_people_were_arrested_are_how_it_was_done(tell: Tell) -> None:
    assert tell("Police arrested 12 smugglers in a raid.").types == ["arrest"]
