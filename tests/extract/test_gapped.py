"""Clauses that leave their verb out."""

from told import Tell


def test_what_befell_one_town_befell_the_others_in_clauses_without_a_verb(tell: Tell) -> None:
    told = tell("Norvale fell on Sunday, Tarsk on Monday, Velmora by noon.")
    assert [claim.target_name for claim in told.all("seize")] == ["Norvale", "Tarsk", "Velmora"]


def test_each_gapped_clause_has_its_own_day(tell: Tell) -> None:
    told = tell("Norvale fell on Sunday, Tarsk on Monday.", published="2031-09-03")
    assert [claim.day for claim in told.all("seize")] == ["2031-08-31", "2031-09-01"]


def test_gapped_objects_are_taken_by_the_same_side(tell: Tell) -> None:
    told = tell("The army took Norvale on Sunday, Tarsk on Monday.")
    assert [(claim.actor_name, claim.target_name) for claim in told.all("seize")] == [("army", "Norvale"), ("army", "Tarsk")]


def test_a_clause_with_a_verb_of_its_own_is_not_gapped(tell: Tell) -> None:
    told = tell("Norvale fell on Sunday, Tarsk on Monday was quiet.")
    assert [claim.target_name for claim in told.all("seize")] == ["Norvale"]


def test_words_of_time_alone_are_no_clause(tell: Tell) -> None:
    assert len(tell("Norvale fell on Sunday, after a night of shelling.").all("seize")) == 1
