import random
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from quality.reader_samples import pdf, told

from contested.read import read
from contested.read.pdf_lines import paragraphs
from contested.records import Report, SetAside
from contested.settings import ReadSettings

_LINES = ["Rebels took the town of Norvale on Monday, the governor said,", "after two days of fighting that killed twelve people in the town."]


def _read(folder: Path, raw: bytes, **settings: object) -> Report | SetAside:
    (folder / "a.pdf").write_bytes(raw)
    (item,) = read([str(folder / "a.pdf")], ReadSettings(**settings))
    assert isinstance(item, Report | SetAside)
    return item


def _reason(item: Report | SetAside) -> str:
    assert isinstance(item, SetAside)
    return item.reason


@pytest.mark.parametrize("packed", [False, True])
def test_the_lines_of_a_page_become_one_paragraph(tmp_path: Path, packed: bool) -> None:
    report = _read(tmp_path, pdf([_LINES], packed=packed))
    assert isinstance(report, Report)
    assert report.text == " ".join(_LINES)


def test_a_pdf_is_told_by_content(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_bytes(pdf([_LINES]))
    assert isinstance(next(read([str(tmp_path)], ReadSettings())), Report)


def test_a_word_that_was_cut_is_made_whole_and_a_compound_keeps_its_hyphen() -> None:
    lines = ["The rebels, who had held out in the hills for weeks, sur-", "rendered on Monday, officials said in a Norvale-", "based paper."]
    text = "The rebels, who had held out in the hills for weeks, surrendered on Monday, officials said in a Norvale-based paper."
    assert paragraphs([lines]) == text


def test_a_short_last_line_and_an_empty_line_end_a_paragraph() -> None:
    pages = [["Norvale falls", _LINES[0], "after two days of fighting.", _LINES[1], "", _LINES[0]]]
    assert paragraphs(pages).split("\n\n") == ["Norvale falls", f"{_LINES[0]} after two days of fighting.", _LINES[1], _LINES[0]]


def test_running_heads_and_page_numbers_are_left_out_and_a_sentence_goes_over_the_page() -> None:
    places = ("Norvale", "Harsk", "Eastford", "Lorne")
    opened, ended = "took the town on Monday, the governor said, and the army left", "It did not say who held the bridge and the mill of"
    pages = [[f"Security Report {n}", f"{place} {opened}", f"{ended} {place}", f"- {n} -"] for n, place in enumerate(places, 1)]
    assert paragraphs(pages) == " ".join(f"{place} {opened} {ended} {place}" for place in places)


def test_what_the_file_says_of_itself_counts_only_where_the_text_is_silent(tmp_path: Path) -> None:
    properties = "/Title (Norvale falls) /CreationDate (D:20110303100000Z)"
    silent = _read(tmp_path, pdf([_LINES], properties=properties))
    assert isinstance(silent, Report)
    assert (silent.title, silent.published) == ("Norvale falls", "2011-03-03")
    telling = _read(tmp_path, pdf([["Harsk falls", "Published: 4 April 2011", *_LINES]], properties=properties))
    assert isinstance(telling, Report)
    assert (telling.title, telling.published) == ("Harsk falls", "2011-04-04")


def test_a_file_made_in_the_future_says_nothing_of_its_day(tmp_path: Path) -> None:
    report = _read(tmp_path, pdf([_LINES], properties="/Title (report.docx) /CreationDate (D:29990303100000Z)"))
    assert isinstance(report, Report)
    assert (report.title, report.published) == (None, None)


def test_a_text_of_the_future_is_set_aside(tmp_path: Path) -> None:
    assert _reason(_read(tmp_path, pdf([["Norvale falls", "Published: 3 March 2098", *_LINES]]))) == "its date lies in the future: 2098-03-03"


def test_a_pdf_without_text_is_set_aside(tmp_path: Path) -> None:
    assert _reason(_read(tmp_path, pdf([[], []]))) == "no text in it: scanned pages?"


def test_a_locked_pdf_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "open.pdf").write_bytes(pdf([_LINES]))
    writer = PdfWriter(clone_from=PdfReader(tmp_path / "open.pdf"))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    assert _reason(_read(tmp_path, (tmp_path / "locked.pdf").read_bytes())) == "it is locked with a password"


def test_too_many_pages_are_set_aside(tmp_path: Path) -> None:
    assert _reason(_read(tmp_path, pdf([_LINES] * 4), max_pages=3)) == "too long: 4 pages, the limit is 3"


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.7 and the rest",
        b"%PDF-1.4\n" + random.Random(1).randbytes(5000),
        pdf([_LINES]).replace(b"/Kids [6 0 R]", b"/Kids [2 0 R]"),
    ],
)
def test_a_damaged_pdf_is_set_aside(tmp_path: Path, raw: bytes) -> None:
    assert isinstance(_read(tmp_path, raw), SetAside)


def test_half_a_pdf_is_read_as_far_as_it_goes_or_set_aside(tmp_path: Path) -> None:
    raw = pdf([_LINES, [told("Harsk")]])
    assert {type(_read(tmp_path, raw[:cut])) for cut in range(20, len(raw), 97)} <= {Report, SetAside}
