"""What is asked, offered, refused or agreed is told once, and is no deed done."""

import pytest
from told import Tell


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The United Nations demanded the release of 40 prisoners.", ["demand"]),
        ("The council demanded that the rebels withdraw from Norvale.", ["demand"]),
        ("The mayor called on the rebels to leave Norvale.", ["demand"]),
        ("The army told residents to leave Norvale.", ["demand"]),
        ("The rebels offered to free 40 prisoners.", ["propose"]),
        ("The rebels refused to release three prisoners.", ["reject"]),
        ("The envoy asked both sides to meet in Tarsk.", ["demand"]),
        ("The bishop has offered to mediate.", ["propose"]),
    ],
)
def test_what_is_asked_offered_or_refused_is_no_event_of_its_own(tell: Tell, text: str, types: list[str]) -> None:
    assert tell(text).types == types


def test_a_deed_told_as_fact_beside_a_demand_stays(tell: Tell) -> None:
    assert tell("The rebels demanded a truce and freed 40 prisoners.").types == ["demand", "release"]


def test_a_shelling_that_is_to_stop_goes_on(tell: Tell) -> None:
    assert "shell" in tell("The council demanded that the army stop the shelling of Norvale.").types


def test_a_deed_that_a_demand_speaks_about_stays(tell: Tell) -> None:
    assert tell("The council demanded an inquiry into the shelling of Norvale.").types == ["demand", "shell"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The two sides signed a ceasefire in Tarsk.", "signed a ceasefire"),
        ("A ceasefire signed in Tarsk lasted four hours.", "ceasefire signed"),
        ("An agreement signed in Tarsk lasted four hours.", "agreement signed"),
    ],
)
def test_a_truce_and_its_signing_are_one_agreement(tell: Tell, text: str, words: str) -> None:
    told = tell(text)
    assert told.words((told.one("agree").trigger,)) == [words]


def test_a_march_to_protest_is_one_protest(tell: Tell) -> None:
    assert tell("Hundreds of students marched through Norvale to protest against the war.").types == ["protest"]


def test_a_truce_declared_by_one_side_is_offered_and_by_both_is_reached(tell: Tell) -> None:
    assert tell("The government declared a unilateral truce.").types == ["propose"]
    assert tell("The two sides declared a truce.").types == ["agree"]


def test_a_threat_and_what_is_threatened_are_two(tell: Tell) -> None:
    told = tell("The rebels threatened to shell the port of Norvale.")
    assert told.one("threaten").modality == "actual"
    assert told.one("shell").modality in ("planned", "possible")


@pytest.mark.parametrize(
    "text",
    [
        "The army refused to comment.",
        "The minister said demand for oil had fallen.",
        "He was accused of fraud.",
        "Analysts warned that the war could spread.",
        "The mayor wants to rebuild the school.",
        "Shares rallied on Monday.",
        "The union lifted sanctions against the generals.",
        "The minister met reporters on Tuesday.",
        "The army denied the accusation.",
    ],
)
def test_harmless_words_of_talk_are_no_events(tell: Tell, text: str) -> None:
    assert tell(text).types == []
