"""From sources (files, folders, patterns, standard input) to reports; what cannot be read is set aside, and the rest goes on."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from contested.errors import UnreadableError
from contested.read.places import Found, find, shown
from contested.read.reader import HEAD, Input, Reader
from contested.read.readers import READERS
from contested.records import Report, SetAside
from contested.settings import ReadSettings

_WEB = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+://")


def read(
    sources: Iterable[str], settings: ReadSettings, *, stdin: BinaryIO | None = None, leave_out: Iterable[Path] = (), readers: tuple[Reader, ...] = READERS
) -> Iterator[Report | SetAside]:
    """The reports of some sources, lazily, in the order given; a folder's and a pattern's files sorted, a file named twice read once.

    A source is a file, a folder (with everything below it), a glob pattern, or "-": JSON lines on `stdin`.
    Nothing is raised for a source that cannot be read: it is yielded as a SetAside with its reason; the files of `leave_out`
    are passed over without a word.
    """
    seen = {path.resolve() for path in leave_out}
    for source in sources:
        if source == "-":
            yield from _read_stream(stdin, settings, readers)
        elif _WEB.match(source):
            yield SetAside(where=shown(source), reason="web addresses cannot be read yet")
        else:
            for found in find(source):
                if isinstance(found, SetAside):
                    yield found
                elif found.real not in seen:
                    seen.add(found.real)
                    yield from _read_file(found, settings, readers)


def _read_stream(stdin: BinaryIO | None, settings: ReadSettings, readers: tuple[Reader, ...]) -> Iterator[Report | SetAside]:
    if stdin is None:
        yield SetAside(where="-", reason="nothing is on standard input")
        return
    json_lines = next(reader for reader in readers if reader.kind == "JSON lines")
    try:
        yield from json_lines.read(Input(where="-", name="-", head=b"", stream=stdin, size=None), settings)
    except UnreadableError as error:
        yield SetAside(where=error.where, reason=error.reason)
    except OSError as error:
        yield SetAside(where="-", reason=why(error))


def _read_file(found: Found, settings: ReadSettings, readers: tuple[Reader, ...]) -> Iterator[Report | SetAside]:
    where = shown(found.path)
    try:
        with found.path.open("rb") as stream:
            yield from _read_opened(stream, where, found, settings=settings, readers=readers)
    except UnreadableError as error:
        yield SetAside(where=error.where, reason=error.reason)
    except OSError as error:
        yield SetAside(where=where, reason=why(error))


def _read_opened(
    stream: BinaryIO, where: str, found: Found, *, settings: ReadSettings, readers: tuple[Reader, ...]
) -> Iterator[Report | SetAside]:
    head = stream.read(HEAD)
    if not head:
        raise UnreadableError(where, "empty file")
    whole = len(head) < HEAD
    if not whole:
        stream.seek(0)
    size = len(head) if whole else found.path.stat().st_size
    given = Input(where=where, name=shown(found.path.name), head=head, stream=BytesIO(head) if whole else stream, size=size)
    reader = next((reader for reader in readers if reader.recognise(given)), None)
    if reader is None:
        raise UnreadableError(where, "unknown kind of file")
    yield from reader.read(given, settings)


def why(error: OSError) -> str:
    """A clause for people: "no such file", "permission denied"."""
    match error:
        case FileNotFoundError():
            return "no such file"
        case PermissionError():
            return "permission denied"
        case _:
            return (error.strerror or type(error).__name__).lower()
