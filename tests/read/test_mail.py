import base64
from pathlib import Path

import pytest
from quality.reader_samples import letter, mailbox, page, parts, pdf, saved_page, told, zipped

from contested.read import read
from contested.records import Report, SetAside
from contested.settings import ReadSettings

_PLAIN = "Content-Type: text/plain; charset=utf-8"
_HTML = "Content-Type: text/html; charset=utf-8"
_LONG = " ".join(told(place) for place in ("Norvale", "Harsk", "Eastford"))


def _read(folder: Path, raw: bytes, **settings: object) -> list[Report | SetAside]:
    (folder / "a.eml").write_bytes(raw)
    return [item for item in read([str(folder / "a.eml")], ReadSettings(**settings)) if isinstance(item, Report | SetAside)]


def _report(folder: Path, raw: bytes) -> Report:
    (report,) = _read(folder, raw)
    assert isinstance(report, Report)
    return report


def _attached(name: str, content: bytes, content_type: str) -> tuple[str, str]:
    header = f'Content-Type: {content_type}\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="{name}"'
    return header, base64.encodebytes(content).decode()


def test_a_letter_tells_its_text_its_sender_its_subject_and_its_minute_in_utc(tmp_path: Path) -> None:
    report = _report(tmp_path, letter())
    assert (report.outlet, report.title, report.published, report.found_at) == ("Norvale Post", "Norvale falls", "2011-03-03T10:00", f"{tmp_path}/a.eml")
    assert report.text.strip() == told()


def test_the_words_of_a_header_are_decoded(tmp_path: Path) -> None:
    assert _report(tmp_path, letter(subject="=?utf-8?q?Zo=C3=AB_in_Norvale?=")).title == "Zoë in Norvale"


def test_the_same_letter_twice_is_one_report_and_another_letter_of_its_words_is_another(tmp_path: Path) -> None:
    other = letter().replace(b"<1@post.example>", b"<2@post.example>")
    assert _report(tmp_path, letter()).id == _report(tmp_path, letter()).id != _report(tmp_path, other).id


@pytest.mark.parametrize(("charset", "transfer"), [("iso-8859-1", "8bit"), ("windows-1251", "8bit"), ("utf-8", "8bit"), ("no-such-charset", "8bit")])
def test_the_text_is_read_in_the_encoding_that_the_letter_names(tmp_path: Path, charset: str, transfer: str) -> None:
    text = told() + (" Норвале" if charset == "windows-1251" else " Zoë")
    extra = f"MIME-Version: 1.0\r\nContent-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: {transfer}\r\n"
    raw = letter("BODY", extra=extra).replace(b"BODY", text.encode("utf-8" if charset == "no-such-charset" else charset))
    assert _report(tmp_path, raw).text.strip() == text


def test_of_a_letter_written_twice_the_plain_text_is_read(tmp_path: Path) -> None:
    html = f"<html><body><p>Read us on the web</p><p>{_LONG}</p></body></html>"
    assert _report(tmp_path, parts([(_PLAIN, _LONG), (_HTML, html)])).text == _LONG


def test_of_a_letter_whose_plain_text_is_a_stub_the_page_is_read(tmp_path: Path) -> None:
    report = _report(tmp_path, parts([(_PLAIN, "To read this letter, open it in a browser."), (_HTML, page().decode())]))
    assert "Rebels took the town of Norvale" in report.text


def test_what_is_attached_is_read_where_it_can_be(tmp_path: Path) -> None:
    attached = [
        _attached("a.pdf", pdf([[told("Harsk")]]), "application/pdf"),
        _attached("b.zip", zipped({"c.txt": told("Lorne").encode()}), "application/octet-stream"),
        _attached("d.csv", f'text,id\n"{told("Bresk")}",r1\n'.encode(), "text/csv"),
        _attached("e.png", b"\x89PNG", "image/png"),
    ]
    items = _read(tmp_path, parts([(_PLAIN, told()), *attached], kind="mixed"))
    assert [item.found_at.rpartition("/")[2] for item in items if isinstance(item, Report)] == ["a.eml", "a.eml!a.pdf", "a.eml!b.zip!c.txt", "a.eml!d.csv:2"]
    assert len(items) == 4


def test_a_saved_page_is_a_page_with_its_address_and_the_minute_it_was_saved(tmp_path: Path) -> None:
    report = _report(tmp_path, saved_page())
    assert (report.url, report.fetched_at, report.outlet) == ("https://post.example/norvale", "2011-03-03T12:00", "post.example")
    assert (report.title, report.published) == ("Rebels take Norvale", None)


def test_the_letters_of_a_mailbox_are_read_in_order(tmp_path: Path) -> None:
    items = _read(tmp_path, mailbox([letter(), letter(told("Harsk")), letter(told("Lorne"))]))
    assert [item.found_at.rpartition("#")[2] for item in items if isinstance(item, Report)] == ["1", "2", "3"]


def test_a_line_that_begins_like_a_letter_inside_a_letter_is_its_text(tmp_path: Path) -> None:
    body = f"{told()}\n\n>From the hills they came.\n\nFrom the town they went."
    first, _ = _read(tmp_path, mailbox([letter(body), letter(told("Harsk"))]))
    assert isinstance(first, Report)
    assert "\n\nFrom the hills they came.\n\nFrom the town they went." in first.text


def test_a_letter_with_a_broken_header_is_set_aside_by_its_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    broken = letter().replace(b"Subject:", b"Subject")
    first, aside, last = _read(tmp_path, mailbox([letter(), broken, letter(told("Harsk"))]))
    assert aside == SetAside(where=f"{tmp_path}/a.eml#2", reason="its header is broken")
    assert isinstance(first, Report)
    assert isinstance(last, Report)


def test_a_letter_that_is_too_long_is_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    first, aside, last = _read(tmp_path, mailbox([letter(), letter(told() + "\n" + "word " * 4000), letter(told("Harsk"))]), max_bytes=9000)
    assert aside == SetAside(where=f"{tmp_path}/a.eml#2", reason="too long: the limit is 9,000 bytes")
    assert isinstance(first, Report)
    assert isinstance(last, Report)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (letter().replace(b"2011 12", b"2999 12"), "its date lies in the future: 2999-03-03"),
        (parts([("Content-Type: image/png", "xx")]), "nothing to read in this letter"),
    ],
)
def test_a_letter_that_cannot_be_read_is_set_aside(tmp_path: Path, raw: bytes, reason: str) -> None:
    assert _read(tmp_path, raw) == [SetAside(where=f"{tmp_path}/a.eml", reason=reason)]


def test_a_letter_whose_date_cannot_be_read_has_none(tmp_path: Path) -> None:
    assert _report(tmp_path, letter().replace(b"Thu, 03 Mar 2011 12:00:00 +0200", b"soon")).published is None


@pytest.mark.parametrize(
    "text",
    ["From: the hills\nTo: the town\n\nRebels took Norvale.", "Subject: to change\n\nRebels took Norvale.", "From Norvale, 10:00 in 2011\n\nRebels left."],
)
def test_prose_that_begins_a_little_like_a_letter_is_none(tmp_path: Path, text: str) -> None:
    assert _report(tmp_path, text.encode()).text == text
