"""What every reader is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from contested.records import Report, SetAside
from contested.settings import ReadSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One opened file or stream, at its first byte. `head` is its first bytes (up to HEAD), for telling what it is.

    `where` is the path as reached, "-" for standard input; `name` what a reader calls it; `size` in bytes, None where unknown.
    """

    where: str
    name: str
    head: bytes
    stream: BinaryIO
    size: int | None


HEAD = 1 << 16

Recognise = Callable[[Input], bool]
"""Whether the content of an input is this reader's; looks at `head` first, at `name` only to settle a doubt; never at `stream`."""

Read = Callable[[Input, ReadSettings], Iterator[Report | SetAside]]
"""The reports of one input, lazily, in its own order. A bad record is yielded as SetAside and the rest goes on;
UnreadableError where the input as a whole cannot be read. The text is never cleaned: offsets point into it as given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """`kind` names it in messages ("plain text")."""

    kind: str
    recognise: Recognise
    read: Read
