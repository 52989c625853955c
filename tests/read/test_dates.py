import pytest

from contested.errors import UnreadableError
from contested.read.dates import DateOrder, given_date


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2031-03-04", "2031-03-04"),
        ("20310304", "2031-03-04"),
        ("2031/03/04", "2031-03-04"),
        ("2031-03-04T17:40:11Z", "2031-03-04T17:40"),
        ("2031-03-04 17:40:11.250 UTC", "2031-03-04T17:40"),
        ("20310304174011", "2031-03-04T17:40"),
        ("2031-03-04 17:40", "2031-03-04T17:40"),
        ("2031/03/04 17:40", "2031-03-04T17:40"),
        ("0987-03-04 17:40", "0987-03-04T17:40"),
        ("4 March 2031", "2031-03-04"),
        ("04-Mar-2031", "2031-03-04"),
        ("March 4th, 2031, 5:40 pm", "2031-03-04T17:40"),
        ("Published on Tuesday, 4 March 2031 at 17:40", "2031-03-04T17:40"),
    ],
)
def test_the_usual_ways_to_write_a_date_are_read(words: str, found: str) -> None:
    assert given_date(words, "a.csv:2") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2031-03-04T23:40:00-05:00", "2031-03-05T04:40"),
        ("Tue, 04 Mar 2031 01:40:00 +0200", "2031-03-03T23:40"),
        ("Tue, 4 Mar 2031 17:40:00 GMT", "2031-03-04T17:40"),
        ("4 March 2031 17:40 GMT+2", "2031-03-04T15:40"),
        ("4 March 2031 17:40 +0300", "2031-03-04T14:40"),
        ("25/12/2031 01:00 +03:00", "2031-12-24T22:00"),
    ],
)
def test_a_clock_with_its_distance_from_utc_becomes_utc(words: str, found: str) -> None:
    assert given_date(words, "a.csv:2") == found


def test_a_clock_in_a_zone_that_many_share_stays_as_it_is_written() -> None:
    assert given_date("4 March 2031 17:40 IST", "a.csv:2") == "2031-03-04T17:40"


@pytest.mark.parametrize("words", ["1930404011", "1930404011000", "1930404011.5"])
def test_seconds_and_milliseconds_since_1970_are_counted(words: str) -> None:
    assert given_date(words, "a.csv:2") == "2031-03-04T15:20"


@pytest.mark.parametrize("words", ["2031-03-04T00:00:00+03:00", "2031-03-04 00:00:00", "Tue, 04 Mar 2031 00:00:00 +0000"])
def test_midnight_to_the_second_is_a_clock_that_nobody_set(words: str) -> None:
    assert given_date(words, "a.csv:2") == "2031-03-04"


@pytest.mark.parametrize("words", [None, "", "  ", "null", "NaN", "None", "1970-01-01T00:00:00Z"])
def test_no_date_is_no_date(words: str | None) -> None:
    assert given_date(words, "a.csv:2") is None


@pytest.mark.parametrize(
    ("words", "order", "found"),
    [
        ("03/04/2031", "day-first", "2031-04-03"),
        ("03/04/2031", "month-first", "2031-03-04"),
        ("3-4-2031", "month-first", "2031-03-04"),
        ("3.4.2031", "month-first", "2031-03-04"),
        ("3/4/31", "day-first", "2031-04-03"),
        ("3/4/98", "day-first", "1998-04-03"),
        ("03/04/2031 17:40", "day-first", "2031-04-03T17:40"),
        ("3/4/2031, 5:40:11 PM", "month-first", "2031-03-04T17:40"),
        ("2031-03-04", "day-first", "2031-03-04"),
    ],
)
def test_numbers_are_read_in_the_order_that_was_said(words: str, order: DateOrder, found: str) -> None:
    assert given_date(words, "a.csv:2", order) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("25/12/2031", "2031-12-25"),
        ("12/25/2031", "2031-12-25"),
        ("04/04/2031", "2031-04-04"),
        ("3.4.2031", "2031-04-03"),
        ("25-12-2031 17:40", "2031-12-25T17:40"),
    ],
)
def test_numbers_that_can_be_meant_one_way_need_no_order(words: str, found: str) -> None:
    assert given_date(words, "a.csv:2") == found


@pytest.mark.parametrize("words", ["03/04/2031", "03-04-2031", "25/12/31", "Posted 03/04/2031 17:40"])
def test_numbers_that_can_be_meant_two_ways_are_refused_with_what_to_do(words: str) -> None:
    with pytest.raises(UnreadableError, match=r"^a\.csv:2: \d\d.\d\d.\d+: day or month first\? say so with --dates$"):
        given_date(words, "a.csv:2")


def test_a_date_that_speaks_against_the_order_is_refused() -> None:
    with pytest.raises(UnreadableError, match="25/12/2031: there is no month 25, and dates are said to be month-first"):
        given_date("25/12/2031", "a.csv:2", "month-first")


@pytest.mark.parametrize(
    "words",
    ["soon", "30 February 2031", "31/02/2031", "2031-13-04", "0001-01-01T00:01+14:00", "March 2031", "12", "9" * 5000, "1/2/3/2031", "99/99/2031"],
)
def test_what_is_no_date_is_refused(words: str) -> None:
    with pytest.raises(UnreadableError, match=r'published: expected a date, got "'):
        given_date(words, "a.csv:2")
