"""From sources (files, folders, patterns, web addresses, standard input) to reports; what cannot be read is set aside, and the rest goes on."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BufferedReader, BytesIO
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from contested.errors import UnreadableError
from contested.read.dispatch import expand
from contested.read.places import Found, find, shown
from contested.read.reader import HEAD, Fetch, Input, Means, Reader
from contested.read.readers import READERS
from contested.records import Known, Report, SetAside
from contested.settings import ReadSettings

_WEB = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+://")

_PLAIN_BY_FIRST_BYTES = frozenset({"web archive", "zip archive", "packed file", "tar archive", "PDF", "mailbox", "feed", "web page"})

Item = Report | SetAside | Known


def nothing_known(_digest: str, _url: str | None) -> bool:
    """The memory of those who have read nothing."""
    return False


def nobody_told(_number: int) -> None:
    """The answer of those who do not look."""


def count_files(sources: Iterable[str], *, at_most: int = 20_000) -> int | None:
    """How many files and pages the sources are; None where they are so many that counting takes long."""
    found = (entry for source in sources for entry in ((source,) if source == "-" or _WEB.match(source) else find(source)))
    count = sum(1 for _ in islice(found, at_most))
    return count if count < at_most else None


def read(
    sources: Iterable[str], settings: ReadSettings, *, stdin: BinaryIO | None = None, leave_out: Iterable[Path] = (),
    known: Callable[[str, str | None], bool] = nothing_known, fetch: Fetch | None = None, readers: tuple[Reader, ...] = READERS,
    opened: Callable[[int], None] = nobody_told,
) -> Iterator[Item]:
    """The reports of some sources, lazily, in the order given; a folder's and a pattern's files sorted, a file or address named twice read once.

    A source is a file, a folder (with everything below it), a glob pattern, a web address (fetched with `fetch`), or "-": JSON lines on `stdin`,
    or what its first bytes plainly say that it is.
    What lies in a fetched source is fetched, too; the links in a file only where `settings.fetch.follow` says so.
    Nothing is raised for a source that cannot be read: it is yielded as a SetAside with its reason; the files of `leave_out`
    are passed over without a word. Bytes that `known` knows by their digest are not read again: they are yielded as Known.
    `opened` is told the number of each file or page (from 1) before it is read.
    """
    means = Means(settings=settings, known=known, fetch=fetch if settings.fetch.follow else None, today=datetime.now(UTC).date())
    seen = {path.resolve() for path in leave_out}
    number = 0
    for source in dict.fromkeys(sources):
        if source == "-" or _WEB.match(source):
            opened(number := number + 1)
        if source == "-":
            yield from _read_stream(stdin, means, readers)
        elif _WEB.match(source):
            yield from _read_address(source, replace(means, fetch=fetch), readers)
        else:
            for found in find(source):
                if isinstance(found, SetAside):
                    yield found
                elif found.real not in seen:
                    seen.add(found.real)
                    opened(number := number + 1)
                    yield from _read_file(found, means, readers)


def _read_stream(stdin: BinaryIO | None, means: Means, readers: tuple[Reader, ...]) -> Iterator[Item]:
    if stdin is None:
        yield SetAside(where="-", reason="nothing is on standard input")
        return
    head = stdin.peek(HEAD) if isinstance(stdin, BufferedReader) else b""
    given = Input(where="-", name="-", head=head, stream=stdin, size=None)
    told = (reader for reader in readers if reader.kind in _PLAIN_BY_FIRST_BYTES and reader.recognise(given))
    json_lines = (reader for reader in readers if reader.kind == "JSON lines")
    chosen = next(chain(told, json_lines))
    yield from expand(given, means, (chosen, *readers))


def _read_address(url: str, means: Means, readers: tuple[Reader, ...]) -> Iterator[Item]:
    if means.fetch is None:
        yield SetAside(where=shown(url), reason="web addresses cannot be read here")
        return
    try:
        given = means.fetch(url)
    except UnreadableError as error:
        yield SetAside(where=error.where, reason=error.reason)
        return
    yield from expand(given, means, readers)


def _read_file(found: Found, means: Means, readers: tuple[Reader, ...]) -> Iterator[Item]:
    where = shown(found.path)
    try:
        with found.path.open("rb") as stream:
            head = stream.read(HEAD)
            whole = len(head) < HEAD
            if not whole:
                stream.seek(0)
            size = len(head) if whole else found.path.stat().st_size
            given = Input(where=where, name=shown(found.path.name), head=head, stream=BytesIO(head) if whole else stream, size=size)
            yield from expand(given, means, readers)
    except OSError as error:
        yield SetAside(where=where, reason=why(error))


def why(error: OSError) -> str:
    """A clause for people: "no such file", "permission denied"."""
    match error:
        case FileNotFoundError():
            return "no such file"
        case PermissionError():
            return "permission denied"
        case _:
            return (error.strerror or type(error).__name__).lower()
