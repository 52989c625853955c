"""The dead and the hurt are counts of the event that caused them."""

import pytest
from told import Tell, counted


def test_the_dead_go_to_the_event_that_caused_them(tell: Tell) -> None:
    told = tell("A car bomb exploded outside a mosque in Tarsk, killing 12 people and wounding 30.")
    assert told.types == ["bomb"]
    assert counted(told.claims[0]) == {"killed": (12, 12), "injured": (30, 30)}


def test_the_dead_before_their_cause_go_to_it_too(tell: Tell) -> None:
    told = tell("At least 12 people were killed when a suicide bomber blew himself up in Tarsk.")
    assert told.types == ["suicide_bomb"]
    assert counted(told.claims[0]) == {"killed": (12, None)}


def test_a_cause_that_is_a_subject_takes_its_dead(tell: Tell) -> None:
    told = tell("Airstrikes on Norvale killed ten people and wounded 20.")
    assert told.types == ["airstrike"]
    assert counted(told.claims[0]) == {"killed": (10, 10), "injured": (20, 20)}


def test_a_cause_behind_in_takes_its_dead(tell: Tell) -> None:
    told = tell("A dozen villagers died in the shelling of Norvale.")
    assert told.types == ["shell"]
    assert counted(told.claims[0]) == {"killed": (12, 12)}


def test_a_killing_without_a_cause_is_its_own_event(tell: Tell) -> None:
    told = tell("Militants executed five villagers in Dunmere on Monday.")
    assert counted(told.one("kill")) == {"killed": (5, 5)}


def test_a_toll_after_a_bombing_is_a_claim_of_that_bombing(tell: Tell) -> None:
    told = tell("An explosion rocked Norvale on Friday. Nine people were killed, police said.")
    assert told.types == ["bomb", "bomb"]
    assert counted(told.claims[1]) == {"killed": (9, 9)}


def test_a_killing_by_somebody_else_stays_apart_from_the_bombing_before(tell: Tell) -> None:
    told = tell("An explosion rocked Norvale on Friday. Gunmen executed nine villagers in Dunmere.")
    assert told.types == ["bomb", "kill"]


def test_a_rising_toll_is_the_number_after_to(tell: Tell) -> None:
    told = tell("The death toll from the Norvale bombing rose to 31 from 19.")
    assert counted(told.one("bomb")) == {"killed": (31, 31)}


def test_one_person_in_the_singular_counts_as_one(tell: Tell) -> None:
    told = tell("A drone strike killed a rebel commander in Tarsk.")
    assert counted(told.one("airstrike")) == {"killed": (1, 1)}


def test_a_unit_in_the_singular_is_not_one_person(tell: Tell) -> None:
    told = tell("An army unit was killed in Norvale.")
    assert counted(told.one("kill")) == {}


def test_nobody_killed_is_a_count_of_none(tell: Tell) -> None:
    told = tell("No rebels were killed in Norvale.")
    claim = told.one("kill")
    assert (counted(claim), claim.modality) == ({"killed": (0, 0)}, "negated")


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [("12", 12, 12), ("at least 12", 12, None), ("up to 12", None, 12), ("around 12", 12, 12), ("dozens of", 24, None), ("more than 12", 12, None)],
)
def test_the_count_keeps_the_doubt_of_its_words(tell: Tell, words: str, low: int | None, high: int | None) -> None:
    told = tell(f"The roadside bomb near Dunmere killed {words} soldiers on Monday.")
    assert counted(told.one("bomb")) == {"killed": (low, high)}


def test_the_words_of_a_count_are_found_in_the_report(tell: Tell) -> None:
    told = tell("Gunmen opened fire on a bus in Dunmere, killing at least five passengers.")
    count = told.one("attack").quantities[0]
    assert count.wording == told.report.words(count.span) == "at least five passengers"


def test_a_war_is_told_of_only_where_it_has_a_toll(tell: Tell) -> None:
    assert tell("The war in Zembria goes on.").types == []
    assert counted(tell("The war has killed 3,000 people.").one("clash")) == {"killed": (3000, 3000)}


def test_a_battle_that_begins_is_told_of_without_a_toll(tell: Tell) -> None:
    assert tell("The battle for Norvale began on Monday.").types == ["clash"]


def test_soldiers_killed_by_their_attackers_are_the_target(tell: Tell) -> None:
    told = tell("Rebels killed at least 12 soldiers and wounded up to 30 in Norvale.")
    claim = told.one("kill")
    assert told.words(claim.actor) == ["Rebels"]
    assert counted(claim) == {"killed": (12, None), "injured": (None, 30)}


def test_what_harm_a_weapon_did_is_no_second_event(tell: Tell) -> None:
    told = tell("Warplanes struck Norvale on Friday, killing nine people.")
    assert told.types == ["airstrike"]
    assert counted(told.claims[0]) == {"killed": (9, 9)}


def test_an_event_in_a_time_clause_takes_the_dead_before_it(tell: Tell) -> None:
    assert tell("Two cooks died and six were injured, the mayor reported, when rebels attacked a barracks in Dunmere.").types == ["attack"]


@pytest.mark.parametrize(
    "text", ["Nine people were killed in a flood near Tarsk.", "Nine soldiers died of cholera.", "Nine people were killed when a storm hit Tarsk."],
)
def test_nobody_killed_the_dead_of_a_mishap(tell: Tell, text: str) -> None:
    assert "kill" not in tell(text).types


def test_losses_with_their_dead_and_wounded_are_one_claim(tell: Tell) -> None:
    told = tell("The militia's losses were five dead and 12 wounded.")
    assert counted(told.one("clash")) == {"killed": (5, 5), "injured": (12, 12)}
