import bz2
import gzip
import io
import lzma
import random
import struct
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from quality.reader_samples import page, page_record, tarred, told, zipped

from contested.read import read
from contested.records import Report, SetAside
from contested.settings import ReadSettings

_MEMBERS = {"f/a.html": page(), "b.txt": told("Harsk").encode(), "c.jsonl": b'{"id": "r1", "text": "Rebels took Norvale."}\n'}


def _outline(folder: Path, name: str, raw: bytes, **settings: object) -> list[str]:
    """Of a report where it was found, of what was set aside that with the reason."""
    (folder / name).write_bytes(raw)
    items = read([str(folder / name)], ReadSettings(**settings))
    told = [item.found_at if isinstance(item, Report) else f"{item.where}: {item.reason}" for item in items if isinstance(item, Report | SetAside)]
    return [words.removeprefix(f"{folder}/") for words in told]


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.zip", lambda members: zipped(members)),
        ("a.tar", lambda members: tarred(members)),
        ("a.tar.gz", lambda members: gzip.compress(tarred(members))),
        ("a.tbz2", lambda members: bz2.compress(tarred(members))),
        ("a.tar.xz", lambda members: lzma.compress(tarred(members))),
        ("without an ending", lambda members: gzip.compress(tarred(members))),
    ],
)
def test_the_members_of_an_archive_are_read_in_its_order(tmp_path: Path, name: str, pack: Callable[[dict[str, bytes]], bytes]) -> None:
    assert _outline(tmp_path, name, pack(_MEMBERS)) == [f"{name}!f/a.html", f"{name}!b.txt", f"{name}!c.jsonl:1"]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_file_packed_by_itself_is_read(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    (tmp_path / "a.html.gz").write_bytes(pack(page()))
    (report,) = read([str(tmp_path)], ReadSettings())
    assert isinstance(report, Report)
    assert (report.name, report.title) == ("a.html", "Rebels take Norvale")


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_hidden_files_and_what_an_archiver_keeps_for_itself_are_passed_over(tmp_path: Path, pack: Callable[[dict[str, bytes]], bytes]) -> None:
    members = {".hidden": b"x", "a/.git/b.txt": b"x", "__MACOSX/._b.txt": b"x", "a/b.txt": told().encode()}
    assert _outline(tmp_path, "a.x", pack(members)) == ["a.x!a/b.txt"]


def test_a_name_that_leads_out_of_the_archive_is_only_a_name(tmp_path: Path) -> None:
    raw = zipped({"../../etc/a.txt": told().encode(), "/etc/b.txt": told("Harsk").encode()})
    assert _outline(tmp_path, "a.zip", raw) == ["a.zip!../../etc/a.txt", "a.zip!/etc/b.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip"]


def test_an_archive_in_an_archive_is_opened_but_not_without_end(tmp_path: Path) -> None:
    raw = told().encode()
    for level in range(6):
        raw = zipped({f"{level}": raw})
    assert _outline(tmp_path, "a.zip", raw) == ["a.zip!5!4!3!2: more than 4 containers in one another"]
    assert _outline(tmp_path, "b.zip", zipped({"in.zip": zipped(_MEMBERS)}))[1] == "b.zip!in.zip!b.txt"


def test_a_web_archive_in_an_archive_keeps_the_byte_of_its_records(tmp_path: Path) -> None:
    assert _outline(tmp_path, "a.zip", zipped({"w.warc.gz": gzip.compress(page_record())})) == ["a.zip!w.warc.gz@0"]


@pytest.mark.parametrize("pack", [lambda raw: zipped({"a.txt": raw}), gzip.compress, bz2.compress, lambda raw: gzip.compress(tarred({"a.txt": raw}))])
def test_an_archive_that_unpacks_to_more_than_it_honestly_can_is_set_aside(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    (aside,) = {line.partition(": ")[2] for line in _outline(tmp_path, "a.x", pack(b"a" * 40_000_000), max_bytes=100_000_000)}
    assert aside == "it unpacks to more than 200 times its size"


def test_a_member_that_is_too_long_is_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    long = random.Random(1).randbytes(60_000).hex().encode()
    first, second = _outline(tmp_path, "a.zip", zipped({"a.txt": long, "b.txt": told().encode()}), max_bytes=100_000)
    assert first == "a.zip!a.txt: too long: 120,000 bytes, the limit is 100,000"
    assert second == "a.zip!b.txt"


def test_more_members_than_the_limit_are_not_read(tmp_path: Path) -> None:
    members = {f"{n}.txt": told().encode() for n in range(5)}
    for name, raw in (("a.zip", zipped(members)), ("a.tar", tarred(members))):
        *read_ones, aside = _outline(tmp_path, name, raw, max_members=3)
        assert len(read_ones) == 3
        assert aside == f"{name}: more than 3 members: the rest is not read"


def test_a_locked_member_is_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    raw = bytearray(zipped({"a.txt": told().encode(), "b.txt": told().encode()}))
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert _outline(tmp_path, "a.zip", bytes(raw)) == ["a.zip!a.txt: it is locked with a password", "a.zip!b.txt"]


def test_a_member_with_a_wrong_checksum_is_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", told())
        archive.writestr("b.txt", told())
    raw = buffer.getvalue().replace(b"Rebels", b"Nobody", 1)
    assert _outline(tmp_path, "a.zip", raw) == ["a.zip!a.txt: damaged: its checksum is wrong", "a.zip!b.txt"]


def test_members_that_overlap_are_set_aside(tmp_path: Path) -> None:
    raw = bytearray(zipped({"a.txt": told().encode(), "b.txt": told().encode()}))
    second = raw.index(b"PK\x01\x02", raw.index(b"PK\x01\x02") + 1)
    raw[second + 42 : second + 46] = struct.pack("<L", 0)  # the second begins where the first does
    assert "a.zip!a.txt: damaged: it overlaps another member" in _outline(tmp_path, "a.zip", bytes(raw))


def test_a_zip_archive_without_its_end_is_set_aside(tmp_path: Path) -> None:
    raw = zipped(_MEMBERS)[:-60]
    assert _outline(tmp_path, "a.zip", raw) == ["a.zip: damaged: the list of its members at its end is missing or broken"]


@pytest.mark.parametrize("members", [{"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}, {"mimetype": b"application/epub+zip"}])
def test_an_office_document_is_no_archive(tmp_path: Path, members: dict[str, bytes]) -> None:
    (aside,) = _outline(tmp_path, "a.docx", zipped(members))
    assert aside.startswith("a.docx: an office document")


def test_links_and_devices_are_passed_over(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE):
            info = tarfile.TarInfo("a")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert _outline(tmp_path, "a.tar", buffer.getvalue()) == []


def test_behind_a_broken_header_the_rest_of_a_tar_archive_is_read(tmp_path: Path) -> None:
    raw = bytearray(tarred(_MEMBERS))
    raw[raw.index(b"b.txt")] = 255
    assert _outline(tmp_path, "a.tar", bytes(raw)) == ["a.tar!f/a.html", "a.tar: damaged: a member cannot be read before c.jsonl", "a.tar!c.jsonl:1"]


def test_of_a_truncated_tar_archive_what_comes_before_is_read(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(200_000).hex().encode()
    raw = tarred({"a.txt": told().encode(), "b.txt": noise, "c.txt": told().encode()})
    for name, cut in (("a.tar", raw[:300_000]), ("a.tar.gz", gzip.compress(raw)[:120_000])):
        first, *asides = _outline(tmp_path, name, cut)
        assert first == f"{name}!a.txt"
        assert f"{name}!b.txt: damaged: it ends too soon" in asides


def test_a_tar_header_with_a_name_of_a_gigabyte_is_not_taken_into_memory(tmp_path: Path) -> None:
    info = tarfile.TarInfo("././@LongLink")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 1 << 30
    raw = info.tobuf(tarfile.GNU_FORMAT) + tarred({"a.txt": told().encode()})
    assert [line for line in _outline(tmp_path, "a.tar", tarred({"0.txt": told().encode()})[:1024] + raw) if "!" in line] == ["a.tar!0.txt"]


@pytest.mark.parametrize("cut", [slice(0, -30), slice(0, 12)])
def test_a_truncated_packed_file_is_set_aside(tmp_path: Path, cut: slice) -> None:
    assert _outline(tmp_path, "a.txt.gz", gzip.compress(told().encode())[cut])[-1].endswith("damaged: it ends too soon")
