"""One file packed by itself: gzip, bzip2, xz. A packed tar archive is opened at once, as people think of it as one archive."""

import bz2
import gzip
import io
import lzma
import re
from collections.abc import Iterator
from typing import BinaryIO

from contested.read.member import Allowance, Drawn, Member, member_input
from contested.read.reader import HEAD, Container, Input, Means
from contested.read.tarred import is_tar, open_tar_stream
from contested.records import Known, Report, SetAside

_GZIP, _BZIP2, _XZ = re.compile(rb"\x1f\x8b\x08"), re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"), re.compile(rb"\xfd7zXZ\x00")
_CHUNK = 1 << 14
_ENDING = re.compile(r"\.(?:t?gz|t?bz2?|t?xz)$", re.I)


class _Counted(io.RawIOBase):
    """A stream that counts what is taken from it."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = Drawn(stream)
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:  # type: ignore[no-untyped-def]  # the standard library names no type for it before 3.12
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.taken += len(data)
        return len(data)


def is_packed(given: Input) -> bool:
    return any(mark.match(given.head) for mark in (_GZIP, _BZIP2, _XZ))


def open_packed(given: Input, means: Means) -> Iterator[Report | SetAside | Known | Input]:
    """The file that was packed, or the members of the tar archive that was. Raises UnreadableError where it cannot be unpacked."""
    member = unpacked(given, means)
    if is_tar(member.head):
        yield from open_tar_stream(io.BufferedReader(member, HEAD), given, means)
    else:
        yield member_input(member, given, inner_name(given.name), size=None)


def unpacked(given: Input, means: Means) -> Member:
    """What comes out of a packed file. Raises UnreadableError where its first bytes cannot be unpacked."""
    counted = _Counted(given.stream)
    allowance = Allowance(where=given.where, settings=means.settings, packed=lambda: counted.taken)
    return Member(_unpacker(given.head, io.BufferedReader(counted, _CHUNK)).read1, given.where, allowance=allowance)


def inner_name(name: str) -> str:
    """The name of what is packed: "a.html" of "a.html.gz"."""
    inner = _ENDING.sub("", name.rpartition("/")[2])
    return inner or name


def _unpacker(head: bytes, stream: io.BufferedReader) -> gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile:
    if _GZIP.match(head):
        return gzip.GzipFile(fileobj=stream, mode="rb")
    return bz2.BZ2File(stream) if _BZIP2.match(head) else lzma.LZMAFile(stream)


PACKED = Container(kind="packed file", recognise=is_packed, open=open_packed)
