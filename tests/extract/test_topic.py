"""A report of war is told from one of peaceful life that talks like it."""

import pytest
from told import Tell

from contested.extract.topic import FIGURES, figures_of
from contested.reference.ontology import load_ontology
from contested.reference.topics import telling_of_war, walks_of_life

MATCH = (
    "The striker fired the home side into the final with a late penalty. The visitors attacked from the first whistle and laid siege to the goal, "
    "but the goalkeeper, a veteran of four championship seasons, surrendered nothing. The coach said his defenders had fought like soldiers. "
    "The referee booked three midfielders and the league will look at the tackle that wounded the captain."
)
FRONT = (
    "Soldiers and rebels fought for the stadium on Sunday. Shells struck the pitch where the league used to play, and a former goalkeeper was killed, "
    "his coach said. The army blamed insurgents and the insurgents blamed the army. Refugees sleep in the dressing rooms."
)


def test_a_match_told_as_a_battle_makes_no_claims(tell: Tell) -> None:
    assert tell(MATCH, war=False).types == []


def test_a_battle_in_a_stadium_is_a_battle(tell: Tell) -> None:
    assert {"clash", "shell"} <= set(tell(FRONT, war=False).types)


def test_an_empty_report_has_all_figures() -> None:
    figures = figures_of([], armed=0, ontology=load_ontology())
    assert figures.keys() == FIGURES.keys()
    assert set(figures.values()) == {0.0}


def test_the_weights_are_of_the_figures() -> None:
    assert telling_of_war().war.weights.keys() == FIGURES.keys()


@pytest.mark.parametrize("words", ["near_kinds", "armed"])
def test_many_words_near_war_and_known_armies_speak_for_war(words: str) -> None:
    assert telling_of_war().war.weights[words] > 0


def test_no_word_stands_for_both_war_and_peace() -> None:
    war = load_ontology().classes["war"]
    assert not {word for words in walks_of_life().values() for word in words} & war
