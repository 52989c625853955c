"""When it happened, by the words alone."""

import pytest
from told import Tell


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Monday", "2031-03-03"),
        ("on Tuesday", "2031-03-04"),
        ("yesterday", "2031-03-03"),
        ("last week", "2031-02-24/2031-03-02"),
        ("in January", "2031-01-01/2031-01-31"),
        ("between 1 and 3 March", "2031-03-01/2031-03-03"),
        ("on 7 February 2030", "2030-02-07"),
    ],
)
def test_the_words_date_the_event_from_the_day_of_publication(tell: Tell, words: str, day: str) -> None:
    claim = tell(f"Rebels seized Norvale {words}.").one("seize")
    assert claim.day == day


def test_the_publication_date_is_never_a_fallback(tell: Tell) -> None:
    claim = tell("Rebels seized Norvale.", published="2031-03-04").one("seize")
    assert (claim.dated, claim.time) == (None, ())


def test_a_weekday_in_an_undated_report_dates_nothing(tell: Tell) -> None:
    assert tell("Rebels seized Norvale on Monday.", published=None).one("seize").day is None


def test_a_full_date_in_an_undated_report_dates_the_event(tell: Tell) -> None:
    assert tell("Rebels seized Norvale on 7 February 2030.", published=None).one("seize").day == "2030-02-07"


def test_the_day_it_happened_wins_over_the_day_it_was_said(tell: Tell) -> None:
    told = tell("The mayor said on Tuesday that rebels had seized Norvale on Sunday.")
    assert told.one("seize").day == "2031-03-02"


def test_each_event_of_a_sentence_has_its_own_day(tell: Tell) -> None:
    told = tell("On Monday, rebels seized Norvale, and the army shelled Tarsk on Sunday.")
    assert [told.one(kind).day for kind in ("seize", "shell")] == ["2031-03-03", "2031-03-02"]


def test_a_time_that_recurs_dates_nothing(tell: Tell) -> None:
    assert tell("The army has shelled Norvale every night.").one("shell").dated is None


def test_the_words_of_the_time_are_kept(tell: Tell) -> None:
    told = tell("Rebels seized Norvale on Monday.")
    claim = told.one("seize")
    assert claim.dated is not None
    assert told.words(claim.time) == [claim.dated.wording]


def test_a_day_has_precision_one_and_a_month_three(tell: Tell) -> None:
    day, month = (tell(f"Rebels seized Norvale {words}.").one("seize").dated for words in ("on Monday", "in January"))
    assert day is not None
    assert month is not None
    assert (day.precision, month.precision) == (1, 3)


def test_the_day_on_which_a_toll_rose_is_not_the_day_of_the_deaths(tell: Tell) -> None:
    told = tell("The number of people killed by the suicide bombing in Norvale rose to 31 on Wednesday, the hospital said.")
    assert told.one("suicide_bomb").day is None


def test_what_came_about_since_a_day_lasts_to_the_day_of_the_report(tell: Tell) -> None:
    told = tell("Since 1 March more than 5,000 people have fled Norvale.", published="2031-03-06")
    assert told.one("displace").day == "2031-03-01/2031-03-06"


def test_before_dawn_on_a_day_is_that_day(tell: Tell) -> None:
    assert tell("Rebels seized Norvale before dawn on Monday.").one("seize").day == "2031-03-03"
