"""Records in words."""

import pytest

from contested.briefing.events import where_words
from contested.briefing.period import period
from contested.briefing.wording import count_words, counted, country_words, day_words, field_words, surest, type_words, value_words
from factory import claim, place_ref


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2031-03-04", "4 March 2031"),
        ("2031-03-04T17:40", "4 March 2031, 17:40"),
        ("2031-03-04T17:40:10+00:00", "4 March 2031, 17:40"),
        ("2031-03-04/2031-03-04", "4 March 2031"),
        ("2031-03-04/2031-03-06", "4–6 March 2031"),
        ("2031-02-28/2031-03-02", "28 February – 2 March 2031"),
        ("2030-12-31/2031-01-01", "31 December 2030 – 1 January 2031"),
        ("2031-02-01/2031-02-28", "February 2031"),
        ("2031-01-01/2031-12-31", "2031"),
        ("2031-01-01/2031-02-28", "1 January – 28 February 2031"),
        ("early March", "early March"),
        ("", ""),
        (None, ""),
    ],
)
def test_days_read_as_a_reader_writes_them(when: str | None, words: str) -> None:
    assert day_words(when) == words


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [("killed", "32+", "at least 32"), ("killed", "up to 9", "up to 9"), ("date", "2031-03-04", "4 March 2031"), ("happened", "no", "it did not happen"),
     ("type", "airstrike", "air or drone strike"), ("place", "C+", "C+")],
)  # fmt: skip
def test_values_read_as_a_reader_says_them(field: str, value: str, words: str) -> None:
    assert value_words(field, value) == words


def test_fields_types_and_counts_have_words_and_unknown_ones_keep_theirs() -> None:
    assert (field_words("killed"), field_words("casualties"), field_words("last_seen")) == ("how many were killed", "how many casualties", "last seen")
    assert (type_words("suicide_bomb"), type_words("moon_landing")) == ("suicide bombing", "moon landing")
    assert (counted(1, "copy", "copies"), counted(2, "copy", "copies"), counted(0, "report")) == ("1 copy", "2 copies", "0 reports")
    assert count_words("killed", "3+") == "killed: at least 3"
    assert (country_words("FR"), country_words("QX"), country_words("ZZ"), country_words(None)) == ("France", "QX", "", "")


def test_where_says_how_near_a_place_is_told() -> None:
    assert where_words(place_ref()) == "Westmark"
    assert where_words(place_ref("Castle Ridge", country="FR"), within="Norvale") == "Norvale, Westmark, France"
    assert where_words(place_ref("France", kind="country", admin1=None, country="FR")) == "country; no nearer place told"
    province = place_ref("Westmark", kind="admin1", country="FR")
    assert where_words(province) == "province in France; no nearer place told"
    assert where_words(province, name="Westmark barracks") == "Westmark (province), France"


def test_the_surest_claim_decides_what_an_event_is_told_as() -> None:
    assert surest([claim(modality="negated"), claim(modality="possible")]) == "possible"
    assert surest([claim(modality="planned"), claim()]) == "actual"


@pytest.mark.parametrize(
    ("since", "until", "when", "meets"),
    [
        ("2031-03-04", "2031-03-06", "2031-03-04", True),
        ("2031-03-04", "2031-03-06", "2031-03-06T23:00", True),
        ("2031-03-04", "2031-03-06", "2031-03-01/2031-03-04", True),
        ("2031-03-04", "2031-03-06", "2031-03-03", False),
        ("2031-03-04", "2031-03-06", "2031-03-07/2031-03-09", False),
        (None, "2031-03-06", "1990-01-01", True),
        ("2031-03-04", None, None, False),
        (None, None, None, True),
    ],
)
def test_a_period_meets_what_shares_a_day_with_it(since: str | None, until: str | None, when: str | None, meets: bool) -> None:
    assert period(since, until).meets(when) is meets


def test_a_period_has_words() -> None:
    ends = ((None, None), ("2031-03-04", None), (None, "2031-03-04"), ("2031-03-04", "2031-03-06"))
    assert [period(*pair).words for pair in ends] == ["all days", "from 4 March 2031", "up to 4 March 2031", "4–6 March 2031"]
