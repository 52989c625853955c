import io
import json
from pathlib import Path

import pytest
from quality.reader_samples import samples

from contested.read import read
from contested.records import Report, SetAside
from contested.settings import ReadSettings


def _read(*sources: object, stdin: bytes | None = None, **settings: object) -> list[Report | SetAside]:
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(read([str(source) for source in sources], ReadSettings(**settings), stdin=stream))


def test_a_text_file_becomes_one_report_with_its_text_unchanged(tmp_path: Path) -> None:
    raw = b"Rebels took Norvale.\r\n\r\n  They left at dawn.\r\n"
    (tmp_path / "a.txt").write_bytes(raw)
    (report,) = _read(tmp_path / "a.txt")
    assert isinstance(report, Report)
    assert report.text == raw.decode()
    assert (report.name, report.found_at, report.published) == ("a.txt", str(tmp_path / "a.txt"), None)


def test_a_folder_is_read_to_its_bottom_in_order_without_hidden_files_and_gold(tmp_path: Path) -> None:
    for name in ("b.txt", "a", "sub/c.text", "sub/gold/d.txt", ".hidden.txt", ".git/e.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"Rebels took {name}.")
    assert [r.name for r in _read(tmp_path) if isinstance(r, Report)] == ["a", "b.txt", "c.text"]


@pytest.mark.parametrize("resources", ["Page_files", "Page-Dateien", "page_fichiers", "Page.files"])
def test_the_folder_of_pictures_beside_a_saved_page_is_passed_over(tmp_path: Path, resources: str) -> None:
    for name in ("Page.html", f"{resources}/frame.html", f"{resources}/a.txt", "Other_files/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"<html><body><p>Rebels took Norvale, said {name}, and held it for nine days.</p></body></html>")
    assert [r.name for r in _read(tmp_path) if isinstance(r, Report)] == ["b.txt", "Page.html"]


def test_of_a_story_folder_only_the_reports_are_read(tmp_path: Path) -> None:
    (tmp_path / "reports.jsonl").write_text(json.dumps({"id": "r1", "text": "Rebels took Norvale."}) + "\n")
    (tmp_path / "lineage.json").write_text('{"pairs": []}')
    (tmp_path / "README.md").write_text("About this story.")
    assert [r.name for r in _read(tmp_path) if isinstance(r, Report)] == ["r1"]
    assert len(_read(tmp_path)) == 1


def test_a_pattern_finds_files_and_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.md"):
        (tmp_path / name).write_text("Rebels took Norvale.")
    assert [r.name for r in _read(tmp_path / "*.txt", tmp_path / "a.txt") if isinstance(r, Report)] == ["a.txt", "b.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_read(tmp_path: Path) -> None:
    (tmp_path / "report [1].txt").write_text("Rebels took Norvale.")
    assert isinstance(_read(tmp_path / "report [1].txt")[0], Report)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("/no/such/file.txt", "no such file"),
        ("/no/such/*.txt", "no file matches"),
        ("https://example.org/a", "web addresses cannot be read here"),
        ("", "no such file"),
    ],
)
def test_a_source_that_is_nothing_is_set_aside_with_its_reason(source: str, reason: str) -> None:
    (aside,) = _read(source)
    assert isinstance(aside, SetAside)
    assert aside.reason == reason


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("empty.txt", b"", "empty file"),
        ("blank.txt", b" \n\n\t ", "no words in it"),
        ("binary.txt", bytes(range(256)) * 4, "binary file"),
        ("paper.pdf", b"%PDF-1.7 and the rest", "damaged PDF"),
        ("page.txt", b"<!DOCTYPE html><html><body></body></html>", "no article text on this page"),
        ("one.json", b'{\n "pairs": [\n  1\n ]\n}', "JSON, but not one object a line"),
        ("list.json", b'[\n ["text", "Rebels"]\n]', "JSON, but not one object a line"),
    ],
)
def test_a_file_that_cannot_be_read_is_set_aside_and_the_rest_goes_on(tmp_path: Path, name: str, raw: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(raw)
    (tmp_path / "z.txt").write_text("Rebels took Norvale.")
    aside, report = _read(tmp_path)
    assert aside == SetAside(where=str(tmp_path / name), reason=reason)
    assert isinstance(report, Report)


def test_a_text_that_is_too_long_is_set_aside_with_the_limit(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("word " * 100)
    (aside,) = _read(tmp_path / "long.txt", max_characters=50)
    assert isinstance(aside, SetAside)
    assert "the limit is 50" in aside.reason


def test_a_huge_file_is_set_aside_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as stream:
        stream.write(b"Rebels took Norvale. " * 4000)
        stream.truncate(200_000_000_000)  # sparse: reading it would fail for want of memory
    (aside,) = _read(tmp_path / "huge.txt")
    assert isinstance(aside, SetAside)
    assert aside.reason.startswith("too long")


def test_an_empty_folder_and_a_dangling_link_say_so(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    asides = _read(tmp_path / "empty", tmp_path / "link.txt")
    assert [a.reason for a in asides if isinstance(a, SetAside)] == ["no files to read in this folder", "no such file"]


def test_reading_is_lazy(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Rebels took Norvale.")
    reports = read([str(tmp_path)], ReadSettings(), stdin=None)
    next(reports)
    (tmp_path / "b.txt").unlink()
    assert next(reports) == SetAside(where=str(tmp_path / "b.txt"), reason="no such file")


def test_standard_input_holds_json_lines() -> None:
    (report,) = _read("-", stdin=b'{"id": "r1", "text": "Rebels took Norvale."}\n')
    assert isinstance(report, Report)
    assert (report.name, report.found_at) == ("r1", "-:1")


@pytest.mark.parametrize("name", ["a.warc.gz", "a.zip", "a.tar.gz", "a.pdf", "a.mbox", "a.html", "a.xml"])
def test_what_is_plainly_something_else_on_standard_input_is_read_as_that(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(samples()[name])
    with (tmp_path / name).open("rb") as stream:
        items = list(read(["-"], ReadSettings(), stdin=stream))
    assert items
    assert all(isinstance(item, Report) and item.found_at.startswith("-") for item in items)


@pytest.mark.parametrize("stdin", [None, b"", b"\n\n"])
def test_nothing_on_standard_input_is_set_aside(stdin: bytes | None) -> None:
    assert _read("-", stdin=stdin) == [SetAside(where="-", reason="nothing is on standard input")]


def test_the_same_text_has_the_same_id_from_another_file(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Rebels took Norvale.")
    first, second = _read(tmp_path)
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.id == second.id
