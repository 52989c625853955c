import gzip
import random
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from fastwarc.stream_io import Lz4Writer, ZstdWriter
from quality.reader_samples import answer, page, page_record, record, told

from contested.read import read
from contested.records import Known, Report, SetAside
from contested.settings import ReadSettings

_PLACES = ("Norvale", "Eastford", "Harsk")
_RECORDS = [page_record(place) for place in _PLACES]

Packing = Callable[[list[bytes]], bytes]


def _plain(records: list[bytes]) -> bytes:
    return b"".join(records)


def _by_record(records: list[bytes]) -> bytes:
    return b"".join(map(gzip.compress, records))


def _whole(records: list[bytes]) -> bytes:
    return gzip.compress(b"".join(records))


def _read(folder: Path, raw: bytes, **settings: object) -> list[Report | SetAside | Known]:
    (folder / "a.warc").write_bytes(raw)
    return list(read([str(folder / "a.warc")], ReadSettings(**settings)))


def _outline(folder: Path, raw: bytes, **settings: object) -> list[str]:
    """Of a report its place, of what was set aside the byte and the reason."""
    items = _read(folder, raw, **settings)
    return [item.url.rpartition("/")[2] if isinstance(item, Report) else f"@{item.where.rpartition('@')[2]}: {item.reason}" for item in items]


@pytest.mark.parametrize("packing", [_plain, _by_record, _whole])
def test_the_pages_of_an_archive_are_read_with_their_address_and_the_minute_they_were_fetched(tmp_path: Path, packing: Packing) -> None:
    reports = _read(tmp_path, packing(_RECORDS))
    assert [report.title for report in reports if isinstance(report, Report)] == [f"Rebels take {place}" for place in _PLACES]
    first = reports[0]
    assert isinstance(first, Report)
    assert (first.url, first.fetched_at, first.outlet) == ("https://post.example/norvale", "2011-03-03T10:00", "post.example")


@pytest.mark.parametrize("packing", [_plain, _by_record])
def test_a_report_is_found_at_the_byte_where_its_record_begins(tmp_path: Path, packing: Packing) -> None:
    second = _read(tmp_path, packing(_RECORDS))[1]
    assert isinstance(second, Report)
    assert second.found_at == f"{tmp_path}/a.warc@{len(packing(_RECORDS[:1]))}"


@pytest.mark.parametrize("writer", [ZstdWriter, Lz4Writer])
def test_archives_packed_with_zstd_and_lz4_are_read(tmp_path: Path, writer: type) -> None:
    with (tmp_path / "packed").open("wb") as stream:
        packed = writer(stream)
        packed.write(b"".join(_RECORDS))
        packed.finish()
        packed.close()
    assert len([item for item in read([str(tmp_path / "packed")], ReadSettings()) if isinstance(item, Report)]) == len(_RECORDS)


def test_only_pages_answered_with_200_are_read_and_the_rest_is_passed_over_without_a_word(tmp_path: Path) -> None:
    others = [
        record(b"about this archive", kind=b"warcinfo", content_type=b"application/warc-fields"),
        record(b"GET / HTTP/1.1\r\n\r\n", kind=b"request", content_type=b"application/http; msgtype=request"),
        record(answer(page(), status=b"404 Not Found")),
        record(answer(b"", status=b"301 Moved", extra=b"Location: /2\r\n")),
        record(answer(b"\x89PNG", content_type=b"image/png")),
        record(answer(page()), kind=b"revisit"),
        record(answer(b"User-agent: *", content_type=b"text/plain"), url=b"https://post.example/robots.txt"),
        record(b"20110303 post.example", kind=b"response", url=b"dns:post.example", content_type=b"text/dns"),
    ]
    assert _outline(tmp_path, b"".join([*others, _RECORDS[2]])) == ["harsk"]


def test_texts_that_were_taken_out_of_pages_are_read_as_plain_text(tmp_path: Path) -> None:
    (report,) = _read(tmp_path, record(told().encode(), kind=b"conversion", content_type=b"text/plain"))
    assert isinstance(report, Report)
    assert report.text == told()


@pytest.mark.parametrize(
    ("extra", "pack"),
    [
        (b"Content-Encoding: gzip\r\n", gzip.compress),
        (b"Content-Encoding: deflate\r\n", zlib.compress),
        (b"Content-Encoding: br\r\n", brotli.compress),
        (b"Transfer-Encoding: chunked\r\n", lambda raw: b"%x\r\n%s\r\n0\r\n\r\n" % (len(raw), raw)),
        (b"Content-Encoding: gzip\r\n", lambda raw: raw),
        (b"Content-Encoding: br\r\n", lambda raw: raw),
        (b"Transfer-Encoding: chunked\r\n", lambda raw: raw),
    ],
)
def test_a_page_is_unpacked_and_one_that_was_stored_unpacked_is_taken_as_it_is(tmp_path: Path, extra: bytes, pack: Callable[[bytes], bytes]) -> None:
    (report,) = _read(tmp_path, record(answer(pack(page()), extra=extra)))
    assert isinstance(report, Report)
    assert report.title == "Rebels take Norvale"


def test_a_page_that_cannot_be_unpacked_is_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    cut = record(answer(gzip.compress(page())[:-30], extra=b"Content-Encoding: gzip\r\n"))
    assert _outline(tmp_path, cut + _RECORDS[1]) == ["@0: damaged: it ends too soon", "eastford"]


def test_a_page_that_unpacks_to_more_than_a_page_may_have_is_set_aside(tmp_path: Path) -> None:
    bomb = record(answer(gzip.compress(b"a" * 5_000_000), extra=b"Content-Encoding: gzip\r\n"))
    assert _outline(tmp_path, bomb + _RECORDS[1], max_bytes=1_000_000) == ["@0: too long: more than 1,000,000 bytes", "eastford"]


def test_a_record_that_is_too_long_is_set_aside_and_a_long_film_is_passed_over(tmp_path: Path) -> None:
    long, film = record(answer(page() + b" " * 90_000)), record(answer(b"\0" * 90_000, content_type=b"video/mp4"))
    (aside, other) = _outline(tmp_path, long + film + _RECORDS[1], max_bytes=50_000)
    assert aside.startswith("@0: too long: ")
    assert other == "eastford"


@pytest.mark.parametrize("packing", [_plain, _by_record, _whole])
def test_of_a_truncated_archive_what_comes_before_is_read_and_the_cut_is_told(tmp_path: Path, packing: Packing) -> None:
    noise = b"<p>" + random.Random(1).randbytes(4000).hex().encode() + b"</p>"
    last = record(answer(page("Harsk") + noise), url=b"https://post.example/harsk")
    whole = packing([*_RECORDS[:2], last])
    *before, aside = _outline(tmp_path, whole[:-2000])
    assert before == ["norvale", "eastford"]
    assert aside.startswith("@")
    assert "cut short" in aside or "ends too soon" in aside


@pytest.mark.parametrize("packing", [_plain, _by_record])
def test_behind_garbage_between_records_reading_goes_on(tmp_path: Path, packing: Packing) -> None:
    raw = packing(_RECORDS[:1]) + b"garbage\r\n" * 9 + packing(_RECORDS[1:])
    assert _outline(tmp_path, raw) == ["norvale", "@0: what follows this record is damaged", "eastford", "harsk"]


@pytest.mark.parametrize("packing", [_plain, _by_record])
@pytest.mark.parametrize("length", [2000, 10**12])
def test_a_record_whose_length_is_too_long_is_set_aside_and_swallows_no_other(tmp_path: Path, packing: Packing, length: int) -> None:
    records = [_RECORDS[0], page_record("Lorne", length=length), *_RECORDS[1:]]
    first, aside, *rest = _outline(tmp_path, packing(records))
    assert (first, rest) == ("norvale", ["eastford", "harsk"])
    assert aside.startswith(f"@{len(packing(records[:1]))}: ")
    assert "its length is wrong" in aside


def test_a_record_without_its_length_is_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    broken = _RECORDS[1].replace(b"Content-Length", b"Content-Width")
    start = len(_RECORDS[0])
    assert _outline(tmp_path, _RECORDS[0] + broken + _RECORDS[2]) == ["norvale", f"@{start}: its header is broken or cut short", "harsk"]


def test_a_gzip_member_with_a_flipped_bit_is_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    first, second, third = map(gzip.compress, _RECORDS)
    broken = second[:200] + bytes([second[200] ^ 255, second[201] ^ 255]) + second[202:]
    outline = _outline(tmp_path, first + broken + third)
    assert (outline[0], outline[-1]) == ("norvale", "harsk")
    assert outline[1].startswith(f"@{len(first)}: ")


def test_an_archive_that_is_damaged_everywhere_is_given_up(tmp_path: Path) -> None:
    raw = (_RECORDS[0].replace(b"Content-Length", b"Content-Width")) * 200
    assert _read(tmp_path, raw)[-1] == SetAside(where=f"{tmp_path}/a.warc", reason="damaged in more than 100 places: the rest is not read")


def test_an_archive_that_unpacks_to_more_than_it_honestly_can_is_given_up(tmp_path: Path) -> None:
    film = record(answer(b"\0" * 4_000_000, content_type=b"video/mp4"))
    last = _read(tmp_path, _by_record([_RECORDS[0]] + [film] * 5), max_expansion=1)[-1]
    assert last == SetAside(where=f"{tmp_path}/a.warc", reason="it unpacks to more than 1 times its size")


def test_a_page_that_is_known_is_not_extracted_again(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(_RECORDS[0])
    (item,) = read([str(tmp_path / "a.warc")], ReadSettings(), known=lambda _digest, url: url == "https://post.example/norvale")
    assert item == Known(where=f"{tmp_path}/a.warc@0")
