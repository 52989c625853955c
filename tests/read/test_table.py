import csv
import io
import json
from pathlib import Path

import pytest
from quality.reader_samples import told

from contested.read import read
from contested.records import Report, SetAside
from contested.settings import ReadSettings

_CORPUS = Path(__file__).parent.parent.parent / "corpus"


def _csv(rows: list[list[str]], *, mark: str = ",") -> str:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=mark).writerows(rows)
    return buffer.getvalue()


def _read(folder: Path, raw: str | bytes, *, name: str = "a.csv", **settings: object) -> list[Report | SetAside]:
    (folder / name).write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return [item for item in read([str(folder / name)], ReadSettings(**settings)) if isinstance(item, Report | SetAside)]


def _report(folder: Path, raw: str | bytes, *, name: str = "a.csv", **settings: object) -> Report:
    (report,) = _read(folder, raw, name=name, **settings)
    assert isinstance(report, Report)
    return report


_HEADER = ["id", "text", "title", "date", "source", "url", "agency", "author"]
_ROW = ["r1", told(), "Norvale falls", "2011-03-03", "Norvale Post", "https://post.example/1", "Reuters", "Jane Doe"]


def test_each_column_of_a_usual_name_tells_its_part_of_the_report(tmp_path: Path) -> None:
    report = _report(tmp_path, _csv([_HEADER, _ROW]))
    told_of = (report.name, report.text, report.title, report.published, report.outlet, report.url, report.agency, report.byline)
    assert told_of == tuple(_ROW[i] for i in (0, 1, 2, 3, 4, 5, 6, 7))
    assert report.found_at == f"{tmp_path}/a.csv:2"


@pytest.mark.parametrize("mark", [",", "\t", ";", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_table_is_read_whatever_its_marks_and_its_encoding(tmp_path: Path, mark: str, encoding: str) -> None:
    text = told() + " “We left”, said Zoë."
    assert _report(tmp_path, _csv([["content", "outlet"], [text, "Norvale Post"]], mark=mark).encode(encoding), name="a.txt").text == text


def test_a_quoted_cell_may_have_line_ends_and_marks_in_it_and_rows_are_counted_as_in_a_spreadsheet(tmp_path: Path) -> None:
    text = f'Norvale falls\n\n{told()}\n"We left", they said; all of them.'
    reports = _read(tmp_path, _csv([["text", "id"], [text, "r1"], [told("Harsk"), ""]]))
    assert [(item.text, item.found_at.rpartition(":")[2]) for item in reports if isinstance(item, Report)] == [(text, "2"), (told("Harsk"), "3")]


def test_the_line_with_which_spreadsheets_name_their_mark_is_heard(tmp_path: Path) -> None:
    assert _report(tmp_path, "sep=;\r\n" + _csv([["text", "id"], [told(), "r1"]], mark=";")).name == "r1"


def test_columns_are_mapped_by_the_settings(tmp_path: Path) -> None:
    raw = _csv([["headline", "text", "wire_copy", "day"], ["Norvale falls", "not this", told(), "03/04/2011"]])
    report = _report(tmp_path, raw, columns={"text": "wire_copy", "published": "Day"}, date_order="day-first")
    assert (report.text, report.title, report.published) == (told(), "Norvale falls", "2011-04-03")


def test_a_mapped_column_that_is_not_there_is_one_error_that_names_those_that_are(tmp_path: Path) -> None:
    (aside,) = _read(tmp_path, _csv([["text", "day"], [told(), "2011-03-03"]] * 3), columns={"published": "date_line"})
    assert aside == SetAside(where=f"{tmp_path}/a.csv", reason='no column "date_line" (for published); there are: "text", "day"')


def test_a_table_without_a_text_is_one_error_and_no_prose(tmp_path: Path) -> None:
    raw = _csv([["place", "day", "dead"], *[[place, "2011-03-03", "3"] for place in ("Norvale", "Harsk", "Eastford")]])
    for name in ("a.csv", "a.txt"):
        (aside,) = _read(tmp_path, raw, name=name)
        assert isinstance(aside, SetAside)
        assert aside.reason == 'which column holds the text? say so with --map text=COLUMN; there are: "place", "day", "dead"'


def test_what_no_report_has_cannot_be_mapped(tmp_path: Path) -> None:
    (aside,) = _read(tmp_path, _csv([["text", "day"], [told(), "2011-03-03"]]), columns={"body": "text"})
    assert isinstance(aside, SetAside)
    assert aside.reason.startswith('nothing is called "body" in a report')


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["", "2011-03-03"], "no text"),
        ([told(), "soon"], 'published: expected a date, got "soon"'),
        ([told(), "03/04/2011"], "03/04/2011: day or month first? say so with --dates"),
        ([told(), "2011-03-03", "and", "more"], "4 fields, where the header has 2"),
        ([told() + "\0", "2011-03-03"], "a NUL character in it"),
        ([told() * 1000, "2011-03-03"], "too long: 111,000 characters, the limit is 100,000"),
        ([told() * 2000, "2011-03-03"], "too long: 222,000 characters, the limit is 100,000"),
    ],
)
def test_a_row_that_cannot_be_read_is_set_aside_by_its_number_and_the_rest_goes_on(tmp_path: Path, row: list[str], reason: str) -> None:
    rows = [["text", "date"], [told(), "2011-03-03"], row, [told("Harsk"), "2011-03-03"]]
    first, aside, last = _read(tmp_path, _csv(rows), max_characters=100_000)
    assert isinstance(aside, SetAside)
    assert (aside.where, aside.reason) == (f"{tmp_path}/a.csv:3", reason)
    assert isinstance(first, Report)
    assert isinstance(last, Report)


def test_a_row_that_ends_before_its_text_is_set_aside(tmp_path: Path) -> None:
    first, second = _read(tmp_path, f"date,text\n2011-03-03\n2011-03-04,{told().replace(',', '')}\n")
    assert first == SetAside(where=f"{tmp_path}/a.csv:2", reason="1 fields only, and none of them the text")
    assert isinstance(second, Report)


def test_an_open_quotation_mark_swallows_no_more_than_a_report_may_have(tmp_path: Path) -> None:
    row = told().replace(",", "")
    items = _read(tmp_path, f'text,id\n{row},r1\n"{row},r2\n' + f"{row},r3\n" * 4000, max_characters=70_000)
    assert isinstance(items[0], Report)
    assert SetAside(where=f"{tmp_path}/a.csv:3", reason="too long: the limit is 70,000 characters") in items
    assert isinstance(items[-1], Report)


def test_a_table_may_be_longer_than_what_is_looked_at_to_tell_it(tmp_path: Path) -> None:
    rows = [["text", "id"], *[[f"{told(dead=n)}\nSo it was, all say.", f"r{n}"] for n in range(2000)]]
    assert [item.name for item in _read(tmp_path, _csv(rows)) if isinstance(item, Report)] == [f"r{n}" for n in range(2000)]


@pytest.mark.parametrize(
    "text",
    [
        "Norvale, Westmark\n\nRebels took the town, the governor said.\nThe army left, he said.\nNobody was hurt, he said.",
        "Body found in river, police say\n\nA body was found, police say.\nNobody knows whose, they say.",
        "WHO, WHEN, WHERE\n\nRebels, on Monday, in Norvale.\nThe army, on Tuesday, in Harsk, and elsewhere.\nBoth lost men.",
        "Norvale; Harsk; Eastford: three towns fell\nThey fell on Monday; so said the governor; nobody else did.\nMore to come.",
    ],
)
def test_prose_with_commas_is_no_table(tmp_path: Path, text: str) -> None:
    assert _report(tmp_path, text, name="a.txt").text == text


def test_none_of_our_own_stories_is_taken_for_a_table(tmp_path: Path) -> None:
    for path in sorted(_CORPUS.rglob("reports.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            (tmp_path / "a.txt").write_text(json.loads(line)["text"], encoding="utf-8")
            (item,) = read([str(tmp_path / "a.txt")], ReadSettings())
            assert isinstance(item, SetAside) or item.found_at.endswith("a.txt")  # type: ignore[union-attr]


def test_json_lines_hear_the_same_map_and_a_dot_leads_into_an_object(tmp_path: Path) -> None:
    line = json.dumps({"body": told(), "source": {"name": "Norvale Post"}, "wire": "Reuters", "id": 7})
    report = _report(tmp_path, line, name="a.jsonl", columns={"text": "body", "outlet": "source.name", "agency": "wire"})
    assert (report.text, report.outlet, report.agency, report.name) == (told(), "Norvale Post", "Reuters", "7")


def test_a_mapped_field_that_no_line_has_is_told_once(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"text": told(place)}) for place in ("Norvale", "Harsk"))
    *_, aside = _read(tmp_path, lines, name="a.jsonl", columns={"published": "day"})
    assert aside == SetAside(where=f"{tmp_path}/a.jsonl", reason='no line has the field "day", which is mapped')


def test_an_array_of_objects_is_read_like_json_lines(tmp_path: Path) -> None:
    raw = json.dumps([{"text": told(), "id": "r1"}, {"text": ""}, 7, {"text": told("Harsk")}], indent=1)
    first, second, third, last = _read(tmp_path, raw, name="a.json")
    assert (first.name, last.found_at) == ("r1", f"{tmp_path}/a.json:4")  # type: ignore[union-attr]
    assert [second, third] == [SetAside(where=f"{tmp_path}/a.json:{n}", reason=reason) for n, reason in ((2, "no text"), (3, "not a JSON object"))]


def test_an_array_without_a_text_is_one_error(tmp_path: Path) -> None:
    assert _read(tmp_path, '[{"pairs": 1}, {"pairs": 2}]', name="a.json") == [
        SetAside(where=f"{tmp_path}/a.json", reason='JSON, but nothing in it has the field "text"')
    ]
