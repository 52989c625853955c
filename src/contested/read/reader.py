"""What every reader is: a `Leaf` makes one report of one publication's bytes, a `Container` yields what lies in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO, Protocol

from contested.records import Known, Report, SetAside, Spans
from contested.settings import ReadSettings

HEAD = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What a container says of what lies in it: a letter's headers, a feed's entry, a web archive's record. None: it does not say.

    `published` and `fetched_at` are ISO days or minutes (UTC where the container gives a zone); `given` an id that lasts (a feed's
    guid, a letter's Message-ID).
    """

    url: str | None = None
    fetched_at: str | None = None
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    given: str | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One opened file, member or record, at its first byte. `head` is its first bytes (up to HEAD), for telling what it is.

    `where` is the path as reached: "a.txt", "a.zip!b/c.html" for a member, "a.warc.gz@1234" for the record that begins at byte 1234, "a.mbox#3" for the
    third letter, "-" for standard input. `name` is what a reader calls it; `size` in bytes, None where unknown; `depth` the containers around it.
    """

    where: str
    name: str
    head: bytes
    stream: BinaryIO
    size: int | None
    envelope: Envelope = field(default_factory=Envelope)
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The bytes of one publication, whole, with where they came from. `digest` is their SHA-256 in hex."""

    where: str
    name: str
    raw: bytes
    digest: str
    envelope: Envelope


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a leaf makes of a page: as in Report. `text` is what all offsets will point into."""

    text: str
    outlet: str | None = None
    agency: str | None = None
    published: str | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    furniture: Spans = ()


class Fetch(Protocol):
    """Fetches the page at a web address. Raises UnreadableError, with the address and the reason, where it cannot be had or must not be asked for."""

    def __call__(self, url: str) -> Input: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What readers work with. `known` says whether bytes of a digest, published at an address (or none), were read before;
    `fetch` is None where the links that are met may not be followed; `today` is the day no page can be later than."""

    settings: ReadSettings
    known: Callable[[str, str | None], bool]
    today: date
    fetch: Fetch | None = None


Recognise = Callable[[Input], bool]
"""Whether the content of an input is this reader's; looks at `head` first, at `name` or the content type only to settle a doubt; never at `stream`."""

ReadPage = Callable[[Page, Means], Draft]
"""One publication. Raises UnreadableError where it cannot be read."""

Open = Callable[[Input, Means], Iterator[Report | SetAside | Known | Input]]
"""What lies in a container, lazily, in its own order; an Input is read before the next one is asked for. A bad record is yielded as SetAside and the
rest goes on; UnreadableError where the container as a whole, or all that is left of it, cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """`kind` names it in messages ("plain text")."""

    kind: str
    recognise: Recognise
    read: ReadPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """`kind` names it in messages ("zip archive"). `is_nest`: it may hold containers, so that it counts for how deep containers may lie in one another."""

    kind: str
    recognise: Recognise
    open: Open
    is_nest: bool = True


Reader = Leaf | Container
