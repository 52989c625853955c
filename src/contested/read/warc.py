"""Web archives (WARC, WET): the pages in them, one record in memory at a time; behind damage the next sound record is looked for."""

import gzip
import sys
from collections.abc import Iterator
from typing import BinaryIO, cast

from fastwarc.warc import WarcRecord

from contested.errors import UnreadableError
from contested.read.member import FREE, Allowance
from contested.read.reader import HEAD, Container, Input, Means
from contested.read.warc_record import begins_page, may_hold_page, page_in
from contested.read.warc_walk import BrokenError, block_of, is_gzip, is_packed_whole, is_warc_head, next_record, pass_over, records
from contested.records import Known, Report, SetAside

_MOST_BREAKS = 100


def is_warc(given: Input) -> bool:
    return is_warc_head(given.head)


def read_warc(given: Input, means: Means) -> Iterator[Report | SetAside | Known | Input]:
    """The pages of an archive. A record that is damaged or too long is set aside as "path@byte"; the byte is counted in the file, or, where the
    whole archive is packed as one, in what is unpacked.

    Raises UnreadableError: it unpacks to more than it honestly can, too many damaged places.
    """
    whole = is_packed_whole(given.head)
    stream = cast(BinaryIO, gzip.GzipFile(fileobj=given.stream)) if whole else given.stream
    archive = _Archive(given, means, stream)
    start: int | None = 0
    pending: SetAside | None = None
    for _ in range(_MOST_BREAKS):
        try:
            yield from archive.pages(start or 0, pending)
            return
        except BrokenError as broken:
            told = SetAside(where=f"{given.where}@{broken.at}", reason=broken.reason)
            start = next_record(stream, broken.at + 1)
            pending = told if broken.is_after and start is not None else None  # told once the next record is seen to be sound: else that one is told
        if pending is None:
            yield told
        if start is None:
            return
    raise UnreadableError(given.where, f"damaged in more than {_MOST_BREAKS} places: the rest is not read")


class _Archive:
    """An opened archive, with how much may come out of it."""

    def __init__(self, given: Input, means: Means, stream: BinaryIO) -> None:
        self._given, self._stream, self._limit = given, stream, means.settings.max_bytes
        size = given.size if given.size is not None else sys.maxsize
        self._longest = size if given.head.startswith(b"WARC/") else FREE + means.settings.max_expansion * size
        self._is_gzip = stream is given.stream and is_gzip(given.head)
        self._allowance = Allowance(where=given.where, settings=means.settings, packed=lambda: size)

    def pages(self, start: int, pending: SetAside | None) -> Iterator[SetAside | Input]:
        """The pages from the byte `start` on; `pending` once a record could be read. Raises BrokenError, UnreadableError."""
        for at, record in records(self._stream, start, is_gzip=self._is_gzip):
            if pending is not None:
                yield pending
                pending = None
            if "Content-Length" not in record.headers:
                raise BrokenError(at, "its header is broken or cut short")
            if record.content_length > self._longest:
                raise BrokenError(at, "cut short, or its length is wrong")
            self._allowance.spend(record.content_length)
            if (found := self._found(at, record)) is not None:
                yield found
        if pending is not None:
            yield pending

    def _found(self, at: int, record: WarcRecord) -> Input | SetAside | None:
        where, length = f"{self._given.where}@{at}", record.content_length
        try:
            if not may_hold_page(record):
                pass_over(at, record)
                return None
            if length > self._limit:
                too_long = begins_page(record.reader.read(HEAD), record, where)
                pass_over(at, record, passed=HEAD)
                return SetAside(where=where, reason=f"too long: {length:,} bytes, the limit is {self._limit:,}") if too_long else None
            block = block_of(at, record)
            return page_in(block, record, where=where, name=f"{self._given.name}@{at}", depth=self._given.depth + 1, limit=self._limit)
        except UnreadableError as error:
            return SetAside(where=error.where, reason=error.reason)


WEB_ARCHIVE = Container(kind="web archive", recognise=is_warc, open=read_warc)
