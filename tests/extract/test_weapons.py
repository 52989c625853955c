"""Weapons tell of their blast where they harm, and are things elsewhere."""

import pytest
from told import Tell


@pytest.mark.parametrize(
    ("text", "event_type", "trigger"),
    [
        ("Shells landed in the market of Tarsk, killing nine.", "shell", "Shells landed"),
        ("A farmer was killed by a shell near Tarsk.", "shell", "shell"),
        ("A lorry struck a mine near Tarsk.", "bomb", "struck a mine"),
        ("A mortar bomb crashed into a school in Tarsk.", "shell", "crashed"),
        ("A drone slammed into a depot in Tarsk.", "airstrike", "drone slammed"),
        ("The rebels survived a bomb in Tarsk.", "bomb", "bomb"),
    ],
)
def test_what_a_weapon_did_is_told_once(tell: Tell, text: str, event_type: str, trigger: str) -> None:
    told = tell(text)
    assert [(claim.event_type, told.report.words(claim.trigger)) for claim in told.claims] == [(event_type, trigger)]


@pytest.mark.parametrize(
    "text",
    [
        "Police found a grenade in Norvale.", "The mayor keeps the fin of a mortar bomb.", "The door shut like a grenade exploding, the baker said.",
        "Soldiers carried shells.",
    ],
)
def test_a_weapon_that_is_only_spoken_of_is_no_event(tell: Tell, text: str) -> None:
    assert tell(text).types == []


def test_two_sides_that_fight_with_grenades_clash(tell: Tell) -> None:
    assert tell("Soldiers battled rebels with grenades in Tarsk.").types == ["clash"]
