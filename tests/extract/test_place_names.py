"""A claim names its place as the report does."""

from told import Tell


def test_a_town_that_no_gazetteer_holds_has_its_name(tell: Tell) -> None:
    claim = tell("Rebels seized the town of Ostravin on Monday.").one("seize")
    assert claim.place_name == "Ostravin"
    assert claim.place_ref is not None
    assert (claim.place_ref.lat, claim.place_ref.country) == (None, None)


def test_such_a_town_is_carried_to_the_next_sentence(tell: Tell) -> None:
    told = tell("Rebels seized the town of Ostravin on Monday. They looted three shops.")
    assert told.one("loot").place_name == "Ostravin"


def test_a_claim_without_a_place_has_no_name_for_it(tell: Tell) -> None:
    assert tell("The envoy demanded a ceasefire.").one("demand").place_name is None
