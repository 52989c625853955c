"""Records of a web archive one after another, from any place in it; and where the next sound one begins behind damage."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from fastwarc.stream_io import Lz4Reader, ZstdReader
from fastwarc.warc import ArchiveIterator, WarcRecord

from contested.read.member import Drawn, damage_of

_MARK = b"WARC/1."
_GZIP = b"\x1f\x8b\x08"
_OTHERS = ((b"\x28\xb5\x2f\xfd", ZstdReader), (b"\x04\x22\x4d\x18", Lz4Reader))
_BEGINS = re.compile(rb"(?:\A|\n)WARC/1\.\d\r?\n(?:WARC-|Content-)")
_MAY_BEGIN = re.compile(rb"(\x1f\x8b\x08)|\nWARC/1\.\d\r?\n")
_HEADER = re.compile(rb"WARC/1\..*?\r?\n\r?\n", re.S)
_SAID_LENGTH = re.compile(rb"^Content-Length:\s*(\d{1,18})\s*$", re.I | re.M)
_CHUNK = 1 << 20
_OVERLAP = 64
_PEEK = 512
_ENOUGH = 1 << 18


class BrokenError(Exception):
    """The archive is damaged: `at` the byte of a record. `is_after`: that record is sound, what follows it is not."""

    def __init__(self, at: int, reason: str, *, is_after: bool = False) -> None:
        super().__init__(f"{at}: {reason}")
        self.at, self.reason, self.is_after = at, reason, is_after


class _Tap:
    """A stream as the library wants it: it asks for all of these, and calls the first two."""

    def __init__(self, stream: BinaryIO, start: int) -> None:
        self._stream, self._at = Drawn(stream), start

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size if size >= 0 else _CHUNK)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at

    def seek(self, *_: int) -> int:
        raise OSError("a web archive is read forwards")

    def close(self) -> None:
        """The stream is the caller's to close."""


def records(stream: BinaryIO, start: int, *, is_gzip: bool) -> Iterator[tuple[int, WarcRecord]]:
    """The records from the byte `start` on, where one begins, each with the byte it begins at. Raises BrokenError where it cannot go on."""
    if start:
        stream.seek(start)
    archive = ArchiveIterator(_Tap(stream, start), parse_http=False)
    at = None
    while True:
        try:
            record = next(archive, None)
        except (OSError, EOFError, zlib.error, ValueError) as error:
            if at is None:
                raise BrokenError(start, "this record cannot be read") from error
            raise BrokenError(at, "what follows this record is damaged", is_after=True) from error
        if record is None:
            break
        at = record.stream_pos
        yield at, record
    if is_gzip and at is not None and (cut := next_record(stream, at + 1)) is not None:
        raise BrokenError(cut, "cut short")  # so short that the library saw nothing of it


def block_of(at: int, record: WarcRecord) -> bytes:
    """All that a record holds. Raises BrokenError where it is cut short, or so long that it holds records itself."""
    try:
        block = record.reader.read()
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise BrokenError(at, damage_of(error)) from error
    if len(block) < record.content_length:
        raise BrokenError(at, "cut short")
    if _MARK in block and _BEGINS.search(block):
        raise BrokenError(at, "its length is wrong: another record begins inside it")
    return bytes(block)


def pass_over(at: int, record: WarcRecord, *, passed: int = 0) -> None:
    """Goes to the end of a record of which so many bytes were read. Raises BrokenError where the archive ends before it."""
    try:
        passed += record.consume()
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise BrokenError(at, damage_of(error)) from error
    if passed < record.content_length:
        raise BrokenError(at, "cut short")


def next_record(stream: BinaryIO, start: int) -> int | None:
    """Where the next record begins, at `start` or behind it; None where none does, or where the stream cannot go back."""
    if not stream.seekable():
        return None
    try:
        return _search(stream, start)
    except (OSError, EOFError, zlib.error):
        return None


def _search(stream: BinaryIO, start: int) -> int | None:
    base, kept = start, b""
    while True:
        stream.seek(base + len(kept))
        chunk = Drawn(stream).read(_CHUNK)
        if not chunk:
            return None
        window = kept + chunk
        for found in _MAY_BEGIN.finditer(window):
            if found[1] is None:
                return base + found.start() + 1
            if _holds_record(stream, base + found.start()):
                return base + found.start()
        kept = window[-_OVERLAP:]
        base += len(window) - len(kept)


def _holds_record(stream: BinaryIO, at: int) -> bool:
    stream.seek(at)
    packed = stream.read(_PEEK)
    try:
        begin = zlib.decompressobj(31).decompress(packed, len(_MARK))
    except zlib.error:
        return False
    return begin == _MARK or (not begin and len(packed) < _PEEK)  # nothing comes of so little, where the archive was cut


def is_warc_head(head: bytes) -> bool:
    """Whether an archive begins so: with the mark of a record, plain or packed with gzip, zstd or lz4."""
    return head.startswith(_MARK) or _first_packed(head, len(_MARK)) == _MARK


def is_gzip(head: bytes) -> bool:
    return head.startswith(_GZIP)


def is_packed_whole(head: bytes) -> bool:
    """Whether an archive is gzip as one, not record by record: more is in its first part than one record."""
    if not is_gzip(head):
        return False
    first = _first_packed(head, _ENOUGH)
    header = _HEADER.match(first)
    length = _SAID_LENGTH.search(header[0]) if header else None
    return header is not None and length is not None and len(first) > header.end() + int(length[1]) + len(b"\r\n\r\n")


def _first_packed(head: bytes, size: int) -> bytes:
    """The first bytes of what is packed; nothing where nothing is, or it is broken."""
    try:
        if is_gzip(head):
            return zlib.decompressobj(31).decompress(head, size)
        reader = next((reader for mark, reader in _OTHERS if mark in head[:_PEEK]), None)
        return bytes(reader(BytesIO(head)).read(size)) if reader else b""
    except (zlib.error, OSError, EOFError, ValueError):
        return b""
