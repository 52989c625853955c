"""Letters: an .eml file, a saved page (MHTML), and mailboxes (mbox) letter by letter, one in memory at a time."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from contested.errors import UnreadableError
from contested.read.letter import letter_parts
from contested.read.reader import Container, Input, Means
from contested.records import Known, Report, SetAside

_BEGINS = rb"From \S[^\r\n]{0,200}?\d\d:\d\d[^\r\n]{0,40}?(?:19|20)\d\d[^\r\n]{0,20}\r?\n"
_MBOX = re.compile(rb"\s*" + _BEGINS)
_LETTER = re.compile(_BEGINS)
_QUOTED = re.compile(rb"^>(>*From )", re.M)
_FIELD = re.compile(rb"([!-9;-~]{1,76}):(?:[ \t]|\r?$)")
_TELLING = frozenset({b"from", b"date", b"subject", b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to", b"content-type", b"to"})
_LOOK = 1 << 14


def is_mbox(given: Input) -> bool:
    """A line that begins a letter, then its header."""
    begins = _MBOX.match(given.head)
    return begins is not None and _FIELD.match(given.head, begins.end()) is not None


def is_letter(given: Input) -> bool:
    """Header lines and nothing else up to the first empty line, three of them of a letter's own; MIME-Version and Content-Type say enough by themselves."""
    names: set[bytes] = set()
    for line in given.head[:_LOOK].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n").split(b"\n"):
        if not line.strip():
            break
        field = _FIELD.match(line.rstrip(b"\r"))
        if field is None and (not names or line[:1] not in b" \t"):
            return False
        if field is not None:
            names.add(field[1].lower())
    return len(names & _TELLING) >= 3 or {b"mime-version", b"content-type"} <= names


def open_letter(given: Input, means: Means) -> Iterator[Report | SetAside | Known | Input]:
    """The text of the letter, then what is attached. Raises UnreadableError: too long, a broken header, nothing to read in it."""
    limit = means.settings.max_bytes
    raw = given.stream.read(limit + 1)
    if len(raw) > limit:
        raise UnreadableError(given.where, f"too long: the limit is {limit:,} bytes")
    yield from letter_parts(raw.lstrip(b"\r\n"), given, means, where=given.where, name=given.name)


def open_mbox(given: Input, means: Means) -> Iterator[Report | SetAside | Known | Input]:
    """The letters of a mailbox in order, as "path#number". A letter that cannot be read is set aside, and the rest goes on."""
    limit = means.settings.max_bytes
    for number, raw in enumerate(_letters(given.stream, limit), 1):
        where = f"{given.where}#{number}"
        if raw is None:
            yield SetAside(where=where, reason=f"too long: the limit is {limit:,} bytes")
            continue
        try:
            yield from letter_parts(_QUOTED.sub(rb"\1", raw), given, means, where=where, name=f"{given.name}#{number}")
        except UnreadableError as error:
            yield SetAside(where=error.where, reason=error.reason)


def _letters(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The letters without the lines that begin them; None for one that is longer than any may be."""
    lines: list[bytes] = []
    size, is_inside, after_empty = 0, False, True
    while line := stream.readline(limit):
        if after_empty and _LETTER.match(line):
            if is_inside:
                yield b"".join(lines) if size <= limit else None
            lines, size, is_inside = [], 0, True
        elif is_inside:
            size += len(line)
            if size <= limit:
                lines.append(line)
            else:
                lines = []
        after_empty = not line.strip()
    if is_inside:
        yield b"".join(lines) if size <= limit else None


LETTER = Container(kind="letter", recognise=is_letter, open=open_letter)
MAILBOX = Container(kind="mailbox", recognise=is_mbox, open=open_mbox)
