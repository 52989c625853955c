"""Times: which words are marked, and which days they mean."""

import re
from functools import lru_cache
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contested.annotate.times import times_part
from contested.language import SpacyParser, split_sentences
from contested.records import Marks, Span, When
from contested.settings import LanguageSettings
from factory import report

THURSDAY = "2031-03-06"  # the day of publication throughout; Monday was the 3rd


@lru_cache(maxsize=1)
def parser() -> SpacyParser:
    return SpacyParser(LanguageSettings().pipeline)


def times(text: str, published: str | None = THURSDAY, furniture: tuple[Span, ...] = ()) -> tuple[When, ...]:
    source = report(text, published=published, furniture=furniture)
    sentences = split_sentences(text)
    doc = next(iter(parser().parse([(text, sentences)])))
    return times_part().annotate(source, doc, Marks(sentences=sentences))


def one(text: str, published: str | None = THURSDAY) -> When:
    found = times(text, published)
    assert len(found) == 1, [when.wording for when in found]
    return found[0]


def days(when: When) -> tuple[str | None, str | None]:
    return when.earliest, when.latest


def test_the_part_says_what_it_gives_and_needs() -> None:
    assert (times_part().gives, times_part().needs) == ("times", ("sentences",))


@pytest.mark.parametrize("wording", [
    "12 August 2029", "August 12, 2029", "Aug. 12, 2029", "12th Aug, 2029", "2029-08-12", "Sunday, 12 August 2029", "12.08.2029", "the 12th of August 2029",
])  # fmt: skip
def test_a_full_date_is_read_in_every_common_order(wording: str) -> None:
    when = one(f"Rebels seized Norvale on {wording}.")
    assert (when.wording, when.value, days(when), when.precision) == (wording, "2029-08-12", ("2029-08-12", "2029-08-12"), 1)


def test_a_date_of_two_readings_stays_open_and_one_of_one_reading_does_not() -> None:
    assert one("The order was signed on 08/12/2029.").value is None
    assert one("The order was signed on 25/12/2029.").value == "2029-12-25"
    assert one("The order was signed on 12/25/2029.").value == "2029-12-25"


@pytest.mark.parametrize(("text", "wording", "value", "earliest", "latest"), [
    ("Norvale fell in February 2029.", "February 2029", "2029-02", "2029-02-01", "2029-02-28"),
    ("Norvale fell in 2029.", "2029", "2029", "2029-01-01", "2029-12-31"),
    ("Norvale fell in early 2029.", "early 2029", "2029", "2029-01-01", "2029-04-30"),
    ("Norvale fell in the early 1970s.", "the early 1970s", "197", "1970-01-01", "1973-12-31"),
    ("Norvale was built in the 18th century.", "the 18th century", "17", "1700-01-01", "1799-12-31"),
    ("Norvale fell in the summer of 2029.", "the summer of 2029", "2029-SU", "2029-06-01", "2029-08-31"),
    ("Norvale fell in the third quarter of 2029.", "the third quarter of 2029", "2029-Q3", "2029-07-01", "2029-09-30"),
    ("Clashes doubled in H1 2029.", "H1 2029", "2029-H1", "2029-01-01", "2029-06-30"),
    ("Clashes doubled in Q3 2029.", "Q3 2029", "2029-Q3", "2029-07-01", "2029-09-30"),
    ("Norvale fell in late January.", "late January", "2031-01", "2031-01-21", "2031-01-31"),
    ("Norvale fell at the end of January.", "the end of January", "2031-01", "2031-01-26", "2031-01-31"),
    ("Norvale fell in the first week of January.", "the first week of January", "2031-W01", "2031-01-01", "2031-01-07"),
])  # fmt: skip
def test_a_period_has_its_value_and_its_days(text: str, wording: str, value: str, earliest: str, latest: str) -> None:
    when = one(text)
    assert (when.wording, when.value, days(when), when.precision in {2, 3}) == (wording, value, (earliest, latest), True)


@pytest.mark.parametrize(("text", "wording", "value"), [
    ("Rebels seized Norvale Thursday.", "Thursday", "2031-03-06"),
    ("Rebels seized Norvale on Monday.", "Monday", "2031-03-03"),
    ("Rebels seize Norvale on Friday.", "Friday", "2031-02-28"),
    ("Rebels seized Norvale last Thursday.", "last Thursday", "2031-02-27"),
    ("The council will vote on Friday.", "Friday", "2031-03-07"),
    ("The council will meet next Monday.", "next Monday", "2031-03-10"),
    ("Talks are due to start on Friday.", "Friday", "2031-03-07"),
    ("The truce expires on Sunday.", "Sunday", "2031-03-09"),
    ("Rebels seized Norvale yesterday.", "yesterday", "2031-03-05"),
    ("The council votes tomorrow.", "tomorrow", "2031-03-07"),
    ("Rebels seized Norvale last week.", "last week", "2031-W09"),
    ("Rebels seized Norvale last month.", "last month", "2031-02"),
    ("Rebels seized Norvale two days ago.", "two days ago", "2031-03-04"),
    ("Rebels seized Norvale three years ago.", "three years ago", "2028"),
    ("Rebels seized Norvale on 20 February.", "20 February", "2031-02-20"),
    ("Rebels seized Norvale on November 20.", "November 20", "2030-11-20"),
    ("The council will vote on November 20.", "November 20", "2031-11-20"),
    ("Rebels attacked on the eve of 20 February.", "the eve of 20 February", "2031-02-19"),
    ("Officials said the governor would free the hostages in two days.", "two days", "2031-03-08"),
])  # fmt: skip
def test_a_leaning_date_counts_from_publication_in_the_direction_of_the_verb(text: str, wording: str, value: str) -> None:
    when = one(text)
    assert (when.wording, when.value) == (wording, value)


@pytest.mark.parametrize(("text", "wording", "value", "earliest"), [
    ("Rebels entered Norvale late Wednesday.", "late Wednesday", "2031-03-05TEV", "2031-03-05"),
    ("Rebels entered Norvale early on Tuesday.", "early on Tuesday", "2031-03-04TMO", "2031-03-04"),
    ("Rebels entered Norvale on Wednesday evening.", "Wednesday evening", "2031-03-05TEV", "2031-03-05"),
    ("Rebels entered Norvale on the night of 20 February.", "the night of 20 February", "2031-02-20TNI", "2031-02-20"),
    ("Rebels entered Norvale this morning.", "this morning", "2031-03-06TMO", "2031-03-06"),
    ("Rebels entered Norvale last night.", "last night", "2031-03-05TNI", "2031-03-05"),
    ("Rebels entered Norvale at 5:40 p.m. on Monday.", "5:40 p.m. on Monday", "2031-03-03T17:40", "2031-03-03"),
    ("Rebels entered Norvale at 16:15 GMT on Monday.", "16:15 GMT on Monday", "2031-03-03T16:15Z", "2031-03-03"),
])  # fmt: skip
def test_a_part_of_a_day_is_one_time_with_its_day(text: str, wording: str, value: str, earliest: str) -> None:
    when = one(text)
    assert (when.type, when.wording, when.value, when.earliest, when.precision) == ("TIME", wording, value, earliest, 1)


def test_overnight_may_reach_into_the_day_of_publication() -> None:
    when = one("Shells hit Norvale overnight.")
    assert (when.value, days(when)) == ("2031-03-05TNI", ("2031-03-05", "2031-03-06"))


def test_a_preposition_opens_a_side_and_stays_outside_the_span() -> None:
    since, until, before = one("Fighting has raged since February."), one("Fighting raged until Monday."), one("Rebels left before Monday.")
    assert (since.wording, since.value, days(since)) == ("February", "2031-02", ("2031-02-01", None))
    assert (until.wording, days(until), until.precision) == ("Monday", (None, "2031-03-03"), None)
    assert days(before) == (None, "2031-03-02")


def test_later_this_month_runs_from_publication_to_its_end() -> None:
    when = one("The monsoon should break later this month.")
    assert (when.wording, when.value, days(when)) == ("later this month", "2031-03", ("2031-03-06", "2031-03-31"))


@pytest.mark.parametrize(("text", "wording", "value", "earliest"), [
    ("Raiders have burned six ports in a week.", "a week", "P1W", "2031-02-28"),
    ("Six ports burned in less than two weeks.", "less than two weeks", "P2W", "2031-02-21"),
    ("Norvale is the sixth port to burn in a week.", "a week", "P1W", "2031-02-28"),
    ("Dozens died in the past 24 hours.", "the past 24 hours", "PT24H", "2031-03-05"),
    ("Norvale has been surrounded for three days.", "three days", "P3D", "2031-03-04"),
    ("Norvale has been surrounded for weeks.", "weeks", "PXW", None),
    ("Dozens died in recent days.", "recent days", "PAST_REF", None),
])  # fmt: skip
def test_a_length_that_looks_back_ends_on_the_day_of_publication(text: str, wording: str, value: str, earliest: str | None) -> None:
    when = one(text)
    assert (when.wording, when.value, days(when)) == (wording, value, (earliest, THURSDAY))


@pytest.mark.parametrize(("text", "wording", "value"), [
    ("They ended a 30-year dispute.", "30-year", "P30Y"),
    ("They ended a week-long siege.", "week-long", "P1W"),
    ("The siege lasted two and a half years.", "two and a half years", "P2.5Y"),
    ("The army came three days after the battle.", "three days", "P3D"),
    ("Raiders burned six ports in three weeks in 2019.", "three weeks", "P3W"),
])  # fmt: skip
def test_a_mere_length_has_no_days(text: str, wording: str, value: str) -> None:
    when = next(when for when in times(text) if when.type == "DURATION")
    assert (when.wording, when.value, days(when)) == (wording, value, (None, None))


@pytest.mark.parametrize(("wording", "value"), [
    ("every day", "P1D"), ("daily", "P1D"), ("twice a week", "P1W"), ("every Monday", "XXXX-WXX-1"), ("every two weeks", "P2W"),
])  # fmt: skip
def test_what_comes_again_is_a_set(wording: str, value: str) -> None:
    when = one(f"Shells hit Norvale {wording}.")
    assert (when.type, when.wording, when.value, days(when)) == ("SET", wording, value, (None, None))


@pytest.mark.parametrize(("text", "wordings", "earliest", "latest"), [
    ("Clashes took place between 3 and 5 February.", ["3", "5 February"], "2031-02-03", "2031-02-05"),
    ("Clashes took place on February 3-5.", ["February 3", "5"], "2031-02-03", "2031-02-05"),
    ("Clashes lasted from Monday to Wednesday.", ["Monday", "Wednesday"], "2031-03-03", "2031-03-05"),
    ("War raged in Westmark in 1995-97.", ["1995", "97"], "1995-01-01", "1997-12-31"),
    ("War raged from March to May 1996.", ["March", "May 1996"], "1996-03-01", "1996-05-31"),
])  # fmt: skip
def test_both_ends_of_a_range_carry_all_its_days(text: str, wordings: list[str], earliest: str, latest: str) -> None:
    found = times(text)
    assert [when.wording for when in found] == wordings
    assert [days(when) for when in found] == [(earliest, latest)] * 2


def test_two_days_later_counts_from_the_day_last_spoken_of() -> None:
    text = "Rebels attacked Norvale on 20 February. Two days later, the garrison surrendered. The next day the governor fled."
    assert [when.value for when in times(text)] == ["2031-02-20", "2031-02-22", "2031-02-23"]


def test_the_day_before_counts_from_the_day_last_spoken_of_but_not_before_an_event() -> None:
    assert [when.value for when in times("Rebels attacked on 20 February. The day before, the bridge fell.")] == ["2031-02-20", "2031-02-19"]
    assert [when.value for when in times("Rebels attacked on 20 February. The day before the attack, the bridge fell.")] == ["2031-02-20", None]


def test_two_days_later_stays_open_where_no_day_was_spoken_of() -> None:
    when = one("The bridge fell. Two days later, the garrison surrendered.")
    assert (when.wording, when.value, days(when)) == ("Two days later", None, (None, None))


def test_a_told_past_lends_its_year_to_dates_without_one() -> None:
    text = ("War broke out in Westmark on 3 May 1951. On 20 May the army took Norvale. In June 1952 the front froze. "
            "The truce of 9 July held. By December 1952 it failed. In January, war was back. The peace of 1953 ended it.")  # fmt: skip
    assert [when.value for when in times(text)] == ["1951-05-03", "1951-05-20", "1952-06", "1952-07-09", "1952-12", "1953-01", "1953"]


def test_without_a_publication_day_only_the_text_itself_places_a_date() -> None:
    found = times("Rebels seized Norvale on Monday. They had come on 3 May 2029. On 5 May the army fled.", None)
    assert [(when.wording, when.value) for when in found[:3]] == [("Monday", None), ("3 May 2029", "2029-05-03"), ("5 May", "2029-05-05")]
    assert days(found[0]) == (None, None)


@pytest.mark.parametrize("text", [
    "A 20-year-old man was shot.", "The man, aged 45 years, was shot.", "The 24th Brigade moved in.", "The town lies 150 kilometres away.", "See page 12.",
    "Some 2000 troops and 1500 civilians fled.", "Call 202 555 0143 for help.", "The fine was $2000.", "Rebels may attack.", "Resolution 1973 was passed.",
    "They won at the last minute.", "A second convoy was hit.", "He writes for the Norvale Daily Courier.", "The fall of Norvale shocked all.",
    "It became known as Bloody Sunday.", "The truce is to last.", "Governor May resigned.", "The day was cold.",
])  # fmt: skip
def test_what_only_looks_like_a_time_is_not_marked(text: str) -> None:
    assert times(text) == ()


def test_may_the_month_is_told_from_may_the_verb() -> None:
    assert [when.wording for when in times("Rebels may attack again. Since May, they may have lost ten towns.")] == ["May"]


def test_a_few_years_of_background_do_not_make_news_a_history() -> None:
    text = "The group, formed in 2014, took Westmark in 2016 and held it until 2021. On 20 February it took Norvale."
    assert [when.value for when in times(text)] == ["2014", "2016", "2021", "2031-02-20"]


def test_the_weekend_is_the_last_one_unless_the_verb_looks_ahead() -> None:
    assert days(one("Rebels took Norvale over the weekend.")) == ("2031-03-01", "2031-03-02")
    assert days(one("The council will meet over the weekend.")) == ("2031-03-08", "2031-03-09")


def test_now_has_no_beginning() -> None:
    when = one("Rebels now hold six ports.")
    assert (when.value, days(when)) == ("PRESENT_REF", (None, THURSDAY))


def test_nothing_is_marked_in_furniture() -> None:
    text = "By Ada Lorn, 8 minutes ago\n\nRebels seized Norvale on Monday."
    assert [when.wording for when in times(text, furniture=(Span(0, 26),))] == ["Monday"]


def test_every_mark_keeps_its_words_and_a_reason() -> None:
    text = "Since May 2029, rebels have struck daily; on Monday they took Norvale in two hours."
    found = times(text)
    assert len(found) == 4
    assert all(text[when.span.start : when.span.end] == when.wording for when in found)
    assert all(when.reason is not None and 0 < when.reason.score <= 1 and when.reason.because for when in found)


_PIECES = tuple(re.findall(
    r"\S+",
    "the last next 99999999 years days of May 3 31 February 2029 - to Monday century ago in early night , 1000 hours week "
    "0 12:61 past and . later BC '80s 1990-97 Q3",
))  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=14), st.sampled_from([None, THURSDAY, "0001-01-01", "9999-12-31"]))
@settings(max_examples=300, deadline=None)
def test_no_words_break_it_and_marks_never_overlap(pieces: list[str], published: str | None) -> None:
    text = " ".join(pieces)
    source = report(text, published=published)
    found = times_part().annotate(source, _blank()(text), Marks(sentences=split_sentences(text)))
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert all(when.earliest is None or when.latest is None or when.earliest <= when.latest for when in found)


@lru_cache(maxsize=1)
def _blank():  # type: ignore[no-untyped-def]  # spaCy's Language, loaded only here
    import spacy

    return spacy.blank("en")


def test_a_text_ten_times_as_long_takes_about_ten_times_as_long() -> None:
    story = "Rebels seized Norvale on Monday, three days after the truce of 12 May 2029 ended, officials in the capital said. "

    def cost(copies: int) -> float:
        text = story * copies
        source, marks, doc = report(text), Marks(sentences=split_sentences(text)), _blank()(text)
        start = process_time()
        times_part().annotate(source, doc, marks)
        return process_time() - start

    cost(20)
    assert min(cost(400) for _ in range(3)) < 25 * min(cost(40) for _ in range(3))
