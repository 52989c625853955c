"""Where it happened: the place the words stand with."""

import pytest
from told import Tell, place_name


def test_a_seized_town_is_where_it_was_seized(tell: Tell) -> None:
    told = tell("Rebels from Tarsk seized Norvale.")
    assert place_name(told.one("seize")) == "Norvale"


def test_fighting_in_two_towns_is_two_claims(tell: Tell) -> None:
    told = tell("Fighting broke out in Norvale and Tarsk between rebels and the army.")
    assert [place_name(claim) for claim in told.all("clash")] == ["Norvale", "Tarsk"]


def test_towns_joined_by_as_well_as_are_two_claims(tell: Tell) -> None:
    told = tell("Rebels seized Norvale, as well as Tarsk.")
    assert [place_name(claim) for claim in told.all("seize")] == ["Norvale", "Tarsk"]


def test_each_event_of_a_sentence_has_its_own_place(tell: Tell) -> None:
    told = tell("On Monday, rebels seized Norvale, and the army shelled Tarsk on Sunday.")
    assert [place_name(told.one(kind)) for kind in ("seize", "shell")] == ["Norvale", "Tarsk"]


def test_the_province_behind_a_town_is_no_second_place(tell: Tell) -> None:
    told = tell("Rebels seized Norvale in Westmark province on Monday.")
    assert place_name(told.one("seize")) == "Norvale"


def test_where_the_speaker_sits_is_not_where_it_happened(tell: Tell) -> None:
    told = tell("A spokesman in Velmora said that rebels had seized Norvale.")
    assert place_name(told.one("seize")) == "Norvale"


def test_a_government_named_by_its_capital_is_no_place(tell: Tell) -> None:
    told = tell("Velmora rejected the rebels' demand for a truce in Norvale.")
    assert [place_name(claim) for claim in told.all("reject")] == ["Norvale"]


def test_the_place_of_a_claim_is_marked_in_the_sentence(tell: Tell) -> None:
    told = tell("A suicide bomber blew himself up in Tarsk on Monday.")
    assert told.words(told.one("suicide_bomb").place) == ["Tarsk"]


@pytest.mark.parametrize("words", ["the town", "the city"])
def test_words_that_stand_for_a_town_are_resolved_to_it(tell: Tell, words: str) -> None:
    told = tell(f"Rebels seized Norvale. The army shelled {words} on Monday.")
    claim = told.one("shell")
    assert (told.words(claim.place), place_name(claim)) == ([words], "Norvale")


def test_one_of_several_unnamed_towns_is_not_the_named_one(tell: Tell) -> None:
    told = tell("Rebels seized ten provincial capitals, among them Norvale.")
    assert place_name(told.one("seize")) != "Norvale"


def test_an_event_without_place_words_has_none(tell: Tell) -> None:
    claim = tell("Rebels kidnapped two journalists.").one("abduct")
    assert (claim.place, claim.place_ref) == ((), None)


def test_an_event_behind_a_place_at_the_start_of_the_sentence_plays_there(tell: Tell) -> None:
    assert place_name(tell("In Norvale on Monday, gunmen abducted three traders.").one("abduct")) == "Norvale"


@pytest.mark.parametrize("text", ["Vell fell on Sunday.", "Vell was recaptured by the army.", "Rebels overran Vell on Sunday."])
def test_a_place_that_no_list_knows_is_taken_under_its_name(tell: Tell, text: str) -> None:
    claim = tell(text).one("seize")
    assert (claim.target_name, claim.target_kind) == ("Vell", "settlement")
