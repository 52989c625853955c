"""The dead, "the attack" and "claimed responsibility" speak of an event that the report tells elsewhere."""

import pytest
from told import Tell, counted


def test_a_toll_in_the_headline_is_of_the_event_that_the_report_goes_on_to_tell(tell: Tell) -> None:
    told = tell("Nine killed in Norvale\nA car bomb exploded in Norvale on Friday.")
    assert told.types == ["bomb", "bomb"]


@pytest.mark.parametrize("toll", ["Nine people lost their lives.", "Hospitals counted nine dead.", "The toll rose to nine.", "Nine of the villagers died."])
def test_the_dead_are_told_in_many_words(tell: Tell, toll: str) -> None:
    told = tell(f"Shells fell on Norvale on Friday. {toll}")
    assert told.types == ["shell", "shell"]


def test_a_murder_explains_the_dead_better_than_a_bomb_told_before_it(tell: Tell) -> None:
    told = tell("A bomb exploded in Norvale on Friday. Gunmen murdered the mayor in Tarsk on Saturday. His driver also died.")
    assert told.types == ["bomb", "kill", "kill"]


def test_losses_that_nothing_explains_are_those_of_fighting(tell: Tell) -> None:
    assert tell("The army lost nine soldiers last week, a spokesman said.").types == ["clash"]
    assert tell("The villagers lost nine children last week, a nurse said.").types == ["kill"]


def test_an_assault_after_a_shelling_is_not_the_shelling(tell: Tell) -> None:
    told = tell("The army shelled Norvale on Friday. Residents said the assault began at dawn.")
    assert told.types == ["shell", "attack"]


def test_the_attack_is_the_one_told_in_that_word_before_the_latest_blow(tell: Tell) -> None:
    told = tell("An attack on Norvale began on Friday. A car bomb exploded at the gate. The attack went on until dusk.")
    assert [claim.event_type for claim in told.claims] == ["attack", "bomb", "attack"]


def test_who_claims_responsibility_claims_the_event_told_before(tell: Tell) -> None:
    told = tell("A car bomb exploded in Norvale on Friday. The rebels claimed responsibility.")
    assert told.types == ["bomb", "bomb"]


def test_responsibility_for_an_attack_is_told_by_the_attack(tell: Tell) -> None:
    told = tell("The rebels claimed responsibility for the ambush near Tarsk.")
    assert [told.report.words(claim.trigger) for claim in told.claims] == ["ambush"]


def test_responsibility_for_nothing_told_is_no_event(tell: Tell) -> None:
    assert tell("The mayor took responsibility.").types == []


def test_a_bombing_in_a_report_of_air_strikes_is_one(tell: Tell) -> None:
    told = tell("Warplanes attacked Norvale on Friday. Thousands have left since the bombing began.")
    assert [claim.event_type for claim in told.claims if told.report.words(claim.trigger) == "bombing"] == ["airstrike"]


def test_the_dead_and_the_hurt_of_a_toll_are_one_claim(tell: Tell) -> None:
    told = tell("Artillery fire hit Norvale on Friday. Nine people were killed and 20 wounded.")
    assert counted(told.claims[1]) == {"killed": (9, 9), "injured": (20, 20)}
    assert told.types == ["shell", "shell"]


def test_explosions_in_another_town_are_not_the_shelling_told_before(tell: Tell) -> None:
    told = tell("Shelling killed four people in Tarsk on Sunday. On Monday three explosions shook Norvale.")
    assert [claim.event_type for claim in told.claims][-1] == "bomb"
