"""Headlines, which leave out what a sentence has."""

import pytest
from told import Tell

_BODY = "\nThe army and the rebels have been at war for years."


@pytest.mark.parametrize(
    ("text", "event_type", "actor", "target"),
    [
        ("Rebels seize Norvale", "seize", "Rebels", "Norvale"),
        ("Army retakes Norvale from rebels", "seize", "Army", "Norvale"),
        ("Norvale falls to rebels", "seize", "rebels", "Norvale"),
        ("Gunmen kidnap three nuns in Dunmere", "abduct", "Gunmen", "three nuns"),
        ("Government forces shell Norvale", "shell", "Government forces", "Norvale"),
    ],
)
def test_a_headline_tells_who_did_what_to_whom(tell: Tell, text: str, event_type: str, actor: str, target: str) -> None:
    told = tell(text + _BODY, war=False)
    claim = told.one(event_type)
    assert told.words(claim.actor) == [actor]
    assert told.words(claim.target) == [target]


@pytest.mark.parametrize("text", ["Rebels storm army base", "Militants raid village, burn homes", "Rebels attack army base near Tarsk"])
def test_headline_verbs_taken_for_nouns_are_read_by_position(tell: Tell, text: str) -> None:
    told = tell(text + _BODY, war=False)
    claim = told.one("attack")
    assert told.report.words(claim.trigger) == text.split()[1]


def test_a_list_of_deeds_in_a_headline_shares_its_doer(tell: Tell) -> None:
    told = tell("Rebels seize Norvale, kill 12 soldiers" + _BODY, war=False)
    assert {kind: told.words(told.one(kind).actor) for kind in ("seize", "kill")} == {"seize": ["Rebels"], "kill": ["Rebels"]}


def test_a_passive_headline_without_its_verb_to_be_has_no_doer(tell: Tell) -> None:
    told = tell("Three soldiers killed in Norvale" + _BODY, war=False)
    claim = told.one("kill")
    assert (claim.actor, told.words(claim.target)) == ((), ["Three soldiers"])


def test_a_headline_and_the_sentence_below_it_are_two_claims(tell: Tell) -> None:
    told = tell("Rebels seize Norvale\nRebels seized Norvale on Monday.", war=False)
    assert [told.report.words(claim.trigger) for claim in told.all("seize")] == ["seize", "seized"]
