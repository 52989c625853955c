import pytest

from contested.read.heading import Heading, find_heading

_BODY = "Rebels seized the town of Norvale on Monday, the governor said, after two days of fighting that killed 12 people."


def _furniture(text: str, heading: Heading) -> list[str]:
    return [text[span.start : span.end] for span in heading.furniture]


@pytest.mark.parametrize(
    ("dateline", "agency", "outlet", "published"),
    [
        ("NORVALE, March 3 (Reuters) - ", "Reuters", None, None),
        ("NORVALE (AP) — ", "AP", None, None),
        ("Norvale, Westmark, March 3, 2031 (AFP) – ", "AFP", None, "2031-03-03"),
        ("Norvale, (Norvale Post / Westmark News - 3rd Mar, 2031 ) :", None, "Norvale Post / Westmark News", "2031-03-03"),
        ("(Reuters) - ", "Reuters", None, None),
        ("NORVALE, March 3. /TASS/. ", "TASS", None, None),
        ("NORVALE — ", None, None, None),
        ("NORVALE, Westmark: ", None, None, None),
        ("Norvale, 3 March 2031 – ", None, None, "2031-03-03"),
        ("NORVALE [Westmark], March 3 (ANI): ", "ANI", None, None),
        ("NORVALE/EASTFORD, March 3 (Xinhua) -- ", "Xinhua", None, None),
    ],
)
def test_a_dateline_ends_where_the_telling_begins(dateline: str, agency: str | None, outlet: str | None, published: str | None) -> None:
    text = f"Rebels seize Norvale\n\n{dateline}{_BODY}"
    heading = find_heading(text)
    assert _furniture(text, heading) == [dateline]
    assert (heading.agency, heading.outlet, heading.published) == (agency, outlet, published)
    assert heading.title == "Rebels seize Norvale"


@pytest.mark.parametrize(
    "opening",
    [
        "The Norvale Liberation Front (NLF) - a rebel group - ",
        "The army said on March 3, 2031 that ",
        "Norvale fell. On 3 March 2031 ",
        "WATCH: ",
        "Norvale - the largest town of Westmark - fell as ",
    ],
)
def test_what_only_looks_like_a_dateline_stays_telling(opening: str) -> None:
    heading = find_heading(opening + _BODY)
    assert heading == Heading()


@pytest.mark.parametrize(
    ("line", "published", "byline"),
    [
        ("Jane Doe 25 minutes ago Mon 3rd March 2031 | 09:15 AM", "2031-03-03T09:15", "Jane Doe"),
        ("Published: 3 March 2031", "2031-03-03", None),
        ("Published on March 3, 2031 at 7:05 am", "2031-03-03T07:05", None),
        ("3 Mar 2031 - 17:40 GMT", "2031-03-03T17:40", None),
        ("Monday, March 3, 2031", "2031-03-03", None),
        ("2031-03-03 17:40:10", "2031-03-03T17:40", None),
        ("By Jane Doe | March 3, 2031", "2031-03-03", "Jane Doe"),
        ("Updated 3 March 2031", "2031-03-03", None),
        ("03.03.2031", "2031-03-03", None),
        ("13/03/2031", "2031-03-13", None),
        ("3 March", None, None),
    ],
)
def test_a_date_line_above_the_telling_is_the_publication_date(line: str, published: str | None, byline: str | None) -> None:
    text = f"Rebels seize Norvale\n{line}\n\n{_BODY}"
    heading = find_heading(text)
    assert (heading.published, heading.byline) == (published, byline)
    assert (_furniture(text, heading) == [line]) is (published is not None)


def test_day_and_month_that_could_be_swapped_are_no_date() -> None:
    assert find_heading(f"Rebels seize Norvale\n03/04/2031\n\n{_BODY}").published is None


def test_a_date_before_the_telling_in_one_line_is_furniture_up_to_the_telling() -> None:
    text = " date 2031-03-03 " + _BODY
    heading = find_heading(text)
    assert heading.published == "2031-03-03"
    assert text[heading.furniture[0].end :] == _BODY


def test_published_wins_over_updated() -> None:
    assert find_heading(f"Rebels seize Norvale\nUpdated: 4 March 2031\nPublished: 3 March 2031\n\n{_BODY}").published == "2031-03-03"


def test_a_date_in_the_telling_is_never_the_publication_date() -> None:
    text = f"Rebels seize Norvale on 3 March 2031\n\n{_BODY}\n\nThe town fell on 1 March 2031.\n\nOn March 2, 2031 the army left."
    assert find_heading(text).published is None
    assert find_heading(text).furniture == ()


def test_a_timeline_of_spelled_out_dates_is_telling() -> None:
    assert find_heading("3 March 2031: rebels seize Norvale.\n\n4 March 2031: the army returns to Norvale in force.").furniture == ()


@pytest.mark.parametrize(
    ("line", "byline", "agency"),
    [
        ("By Jane Doe", "Jane Doe", None),
        ("By JANE DOE and JOHN ROE, Associated Press", "JANE DOE, JOHN ROE", "AP"),
        ("By Jane Doe AP National Writer", "Jane Doe", "AP"),
        ("By Reuters", "By Reuters", "Reuters"),
        ("The Associated Press", None, "AP"),
        ("AFP, Norvale", None, "AFP"),
    ],
)
def test_a_byline_is_furniture_and_may_name_the_agency(line: str, byline: str | None, agency: str | None) -> None:
    text = f"Rebels seize Norvale\n{line}\n\n{_BODY}"
    heading = find_heading(text)
    assert _furniture(text, heading) == [line]
    assert heading.agency == agency
    assert heading.byline in {byline, "Reuters"}


@pytest.mark.parametrize("sentence", ["By Monday the rebels had left the town.", "By night the army fired.", "Army Chief Says Norvale Holds"])
def test_a_sentence_is_no_byline(sentence: str) -> None:
    text = f"{sentence}\n\n{_BODY}"
    assert find_heading(text).furniture == ()


@pytest.mark.parametrize(
    ("footer", "agency"),
    [
        ("(Reporting by Jane Doe; Editing by John Roe)", "Reuters"),
        ("© 2031 AFP", "AFP"),
        ("Copyright 2031 The Associated Press. All rights reserved.", "AP"),
        ("Source: Xinhua", "Xinhua"),
        ("Source: Agencies", None),
        ("(With input from AFP)", "AFP"),
        ("With inputs from agencies.", None),
        ("Associated Press writer Jane Doe in Eastford contributed to this report.", "AP"),
        ("Jane Doe contributed to this report.", None),
        ("Read more: Army returns to Norvale", None),
        ("Related articles", None),
    ],
)
def test_a_credit_below_the_telling_is_furniture(footer: str, agency: str | None) -> None:
    text = f"{_BODY}\n\n{footer}"
    heading = find_heading(text)
    assert _furniture(text, heading) == [footer]
    assert heading.agency == agency


def test_a_photo_credit_credits_no_agency() -> None:
    assert find_heading(f"Rebels seize Norvale\nJane Doe / AFP\n\n{_BODY}").agency is None
    assert find_heading(f"Rebels seize Norvale\n\n{_BODY}\n\nSmoke over Norvale. (Jane Doe/Pool via AP)").agency is None


def test_somebody_who_told_an_agency_makes_no_credit() -> None:
    assert find_heading(f"{_BODY}\n\n“We left,” a soldier told AFP.").agency is None


def test_the_first_line_is_the_title_and_stays_telling() -> None:
    text = f"Rebels seize Norvale\n\n{_BODY}"
    assert find_heading(text) == Heading(title="Rebels seize Norvale")
    assert find_heading(_BODY).title is None


def test_the_offsets_hold_with_windows_line_ends() -> None:
    text = f"Rebels seize Norvale\r\nBy Jane Doe\r\n\r\n{_BODY}\r\n"
    assert _furniture(text, find_heading(text)) == ["By Jane Doe"]


def test_a_text_of_any_shape_is_read_in_linear_time() -> None:
    for text in ("", "\n\n", "A " * 50_000, "(" * 50_000, "Norvale, " * 20_000, "-\n" * 20_000, "A/B " * 20_000, "3 March " * 10_000):
        assert find_heading(text) is not None
