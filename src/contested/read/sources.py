"""From sources (files, folders, patterns, web addresses, standard input) to reports; what cannot be read is set aside, and the rest goes on."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
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

Item = Report | SetAside | Known


def nothing_known(_digest: str, _url: str | None) -> bool:
    """The memory of those who have read nothing."""
    return False


def read(
    sources: Iterable[str], settings: ReadSettings, *, stdin: BinaryIO | None = None, leave_out: Iterable[Path] = (),
    known: Callable[[str, str | None], bool] = nothing_known, fetch: Fetch | None = None, readers: tuple[Reader, ...] = READERS,
) -> Iterator[Item]:
    """The reports of some sources, lazily, in the order given; a folder's and a pattern's files sorted, a file named twice read once.

    A source is a file, a folder (with everything below it), a glob pattern, a web address (fetched with `fetch`), or "-": JSON lines on `stdin`.
    Nothing is raised for a source that cannot be read: it is yielded as a SetAside with its reason; the files of `leave_out`
    are passed over without a word. Bytes that `known` knows by their digest are not read again: they are yielded as Known.
    """
    means = Means(settings=settings, known=known, fetch=fetch, today=datetime.now(UTC).date())
    seen = {path.resolve() for path in leave_out}
    for source in sources:
        if source == "-":
            yield from _read_stream(stdin, means, readers)
        elif _WEB.match(source):
            yield from _read_address(source, means, readers)
        else:
            for found in find(source):
                if isinstance(found, SetAside):
                    yield found
                elif found.real not in seen:
                    seen.add(found.real)
                    yield from _read_file(found, means, readers)


def _read_stream(stdin: BinaryIO | None, means: Means, readers: tuple[Reader, ...]) -> Iterator[Item]:
    if stdin is None:
        yield SetAside(where="-", reason="nothing is on standard input")
        return
    json_lines = tuple(reader for reader in readers if reader.kind == "JSON lines")
    yield from expand(Input(where="-", name="-", head=b"", stream=stdin, size=None), means, json_lines)


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
