"""Who did it and to whom, however the sentence is turned."""

import pytest
from told import Tell


def test_the_subject_of_an_active_verb_acts_on_its_object(tell: Tell) -> None:
    told = tell("Rebels seized Norvale on Monday.")
    claim = told.one("seize")
    assert (told.words(claim.actor), told.words(claim.target)) == (["Rebels"], ["Norvale"])


def test_a_passive_without_agent_has_no_actor(tell: Tell) -> None:
    told = tell("Norvale was seized on Monday.")
    claim = told.one("seize")
    assert (claim.actor, claim.actor_name, told.words(claim.target)) == ((), None, ["Norvale"])


def test_the_agent_of_a_passive_is_the_actor(tell: Tell) -> None:
    told = tell("Norvale was captured by the rebels on Monday.")
    claim = told.one("seize")
    assert (told.words(claim.actor), told.words(claim.target)) == (["the rebels"], ["Norvale"])


def test_a_means_behind_by_is_no_actor(tell: Tell) -> None:
    told = tell("Norvale was seized by force on Monday.")
    assert told.one("seize").actor == ()


def test_a_town_that_fell_to_somebody_was_seized_by_them(tell: Tell) -> None:
    told = tell("Norvale fell to the rebels on Monday.")
    claim = told.one("seize")
    assert (told.words(claim.actor), told.words(claim.target)) == (["the rebels"], ["Norvale"])


def test_a_relative_clause_has_its_antecedent_as_subject(tell: Tell) -> None:
    told = tell("The militants who seized Norvale left on Sunday.")
    assert told.words(told.one("seize").actor) == ["The militants"]


def test_a_participle_shares_the_subject_of_its_clause(tell: Tell) -> None:
    told = tell("Rebels stormed a prison in Velmora, freeing 200 inmates.")
    assert told.words(told.one("release").actor) == ["Rebels"]


def test_a_joined_verb_shares_the_subject(tell: Tell) -> None:
    told = tell("Rebels stormed the prison in Norvale and freed 40 inmates.")
    assert [told.words(told.one(kind).actor) for kind in ("attack", "release")] == [["Rebels"], ["Rebels"]]


def test_an_infinitive_shares_the_subject_of_its_verb(tell: Tell) -> None:
    told = tell("The army plans to withdraw from Tarsk.")
    assert told.words(told.one("withdraw").actor) == ["The army"]


def test_an_object_that_is_made_to_act_is_the_actor(tell: Tell) -> None:
    told = tell("The general ordered troops to attack Norvale.")
    assert told.words(told.one("attack").actor) == ["troops"]


def test_the_noun_before_a_relative_clause_is_its_object(tell: Tell) -> None:
    told = tell("The grain that the deserters had seized was sold.")
    claim = told.one("loot")
    assert (told.words(claim.actor), claim.target_name) == (["the deserters"], "grain")


@pytest.mark.parametrize(
    ("text", "event_type", "actor"),
    [
        ("Government airstrikes killed six civilians in Tarsk.", "airstrike", "Government"),
        ("A raid by gunmen killed four traders in Tarsk.", "attack", "gunmen"),
        ("The army launched an offensive against the rebels.", "attack", "The army"),
        ("The army's shelling of Norvale went on.", "shell", "The army's"),
    ],
)
def test_an_event_noun_finds_its_doer_beside_it(tell: Tell, text: str, event_type: str, actor: str) -> None:
    told = tell(text)
    assert told.words(told.one(event_type).actor) == [actor]


def test_an_event_noun_finds_its_target_behind_it(tell: Tell) -> None:
    told = tell("The army launched an offensive against the rebels.")
    assert told.words(told.one("attack").target) == ["the rebels"]


def test_who_is_to_do_what_is_wanted_is_whom_it_is_asked_of(tell: Tell) -> None:
    told = tell("The rebels want the army to leave the province.")
    claim = told.one("demand")
    assert (told.words(claim.actor), told.words(claim.target)) == (["The rebels"], ["the army"])


def test_a_readiness_is_read_through_its_adjective(tell: Tell) -> None:
    assert tell("The rebels are ready to negotiate.").types == ["propose"]


def test_a_bare_participle_accuses_nobody(tell: Tell) -> None:
    assert tell("A man accused of planting bombs lives in Norvale.").all("accuse") == []
    assert len(tell("The ministry accused the rebels of planting bombs.").all("accuse")) == 1


def test_the_past_form_of_a_whole_sentence_is_no_participle(tell: Tell) -> None:
    told = tell("Hundreds of people protested against the war.")
    assert told.words(told.one("protest").actor) == ["Hundreds of people"]
