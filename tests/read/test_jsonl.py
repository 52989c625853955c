import io
import json
from pathlib import Path

import pytest

from contested.read import read
from contested.records import Report, SetAside
from contested.settings import ReadSettings

_TEXT = "NORVALE, March 3 (Reuters) - Rebels took Norvale on Monday."


def _lines(*lines: object) -> list[Report | SetAside]:
    raw = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    return list(read(["-"], ReadSettings(), stdin=io.BytesIO(raw)))


def _report(**fields: object) -> Report:
    (report,) = _lines({"id": "r1", "text": _TEXT} | fields)
    assert isinstance(report, Report)
    return report


def test_what_the_line_gives_wins_over_what_the_text_says() -> None:
    report = _report(outlet="Norvale Courier", published="2031-03-04", title="Norvale falls", url="https://courier.example/1")
    assert (report.outlet, report.published, report.title, report.url) == ("Norvale Courier", "2031-03-04", "Norvale falls", "https://courier.example/1")
    assert report.agency == "Reuters"


def test_the_outlet_is_the_host_of_the_address_where_nothing_else_says_it() -> None:
    assert _report(url="https://www.aljazeera.com/news/1").outlet == "Al Jazeera"
    assert _report(url="https://www.norvalecourier.example/1").outlet == "norvalecourier.example"


@pytest.mark.parametrize(
    ("given", "published"),
    [
        ("2031-03-04", "2031-03-04"),
        ("2031-03-04T17:40:11Z", "2031-03-04T17:40"),
        ("2031-03-04 17:40", "2031-03-04T17:40"),
        ("4 March 2031", "2031-03-04"),
        ("Tue, 04 Mar 2031 17:40:00 GMT", "2031-03-04T17:40"),
        (None, None),
        ("", None),
    ],
)
def test_a_given_date_becomes_an_iso_day_or_minute(given: str | None, published: str | None) -> None:
    assert _report(published=given).published == published


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"not json", "not JSON"),
        (b'{"id": "x", "text": "cut', "not JSON"),
        (b"[1, 2]", "not a JSON object"),
        (b'{"id": "x"}', "no text"),
        (b'{"id": "x", "text": ""}', "no text"),
        (b'{"id": "x", "text": 7}', "text: expected words"),
        (b'{"id": "x", "text": "Rebels", "published": "soon"}', "published: expected a date"),
        (b'{"id": "x", "text": "Rebels", "published": "03/04/2031"}', "03/04/2031: day or month first?"),
        (b'{"id": "x", "text": "Rebels", "title": ["a"]}', "title: expected words"),
        (b'{"id": "x", "text": "Rebels \\ud800"}', "text: half a character"),
        (b'{"id": "x", "text": "Rebels \xff"}', "not valid UTF-8"),
        (b"[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_line_is_set_aside_by_its_number_and_the_rest_goes_on(line: bytes, reason: str) -> None:
    first, aside, last = _lines({"text": "Rebels took Norvale."}, line, {"text": "Rebels left Norvale."})
    assert isinstance(aside, SetAside)
    assert aside.where == "-:2"
    assert aside.reason.startswith(reason)
    assert isinstance(first, Report)
    assert isinstance(last, Report)


def test_a_line_longer_than_any_report_is_set_aside_and_the_rest_goes_on() -> None:
    raw = b'{"text": "' + b"a" * 200_000 + b'"}\n{"text": "Rebels took Norvale."}\n'
    aside, report = list(read(["-"], ReadSettings(max_characters=100), stdin=io.BytesIO(raw)))
    assert aside == SetAside(where="-:1", reason="too long: the limit is 100 characters")
    assert isinstance(report, Report)


def test_json_lines_are_told_by_content_not_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text('{"id": "r1", "text": "Rebels took Norvale."}\n')
    (tmp_path / "b.jsonl").write_text("Rebels took Norvale.\n\nThey left at dawn.\n")
    assert [r.name for r in read([str(tmp_path)], ReadSettings()) if isinstance(r, Report)] == ["r1", "b.jsonl"]


def test_a_jsonl_file_with_a_bad_first_line_is_still_json_lines(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('oops\n{"id": "r1", "text": "Rebels took Norvale."}\n')
    aside, report = list(read([str(tmp_path / "a.jsonl")], ReadSettings()))
    assert isinstance(aside, SetAside)
    assert isinstance(report, Report)
    assert report.name == "r1"


def test_the_given_id_makes_two_reports_of_one_text_two() -> None:
    first, second = _lines({"id": "r1", "text": "Rebels took Norvale."}, {"id": "r2", "text": "Rebels took Norvale."})
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.id != second.id


def test_the_text_keeps_its_line_ends_and_spaces() -> None:
    (report,) = _lines({"text": "  Rebels took\r\nNorvale. "})
    assert isinstance(report, Report)
    assert report.text == "  Rebels took\r\nNorvale. "
    assert report.name == "-:1"
