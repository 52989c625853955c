"""One input to all the reports in it: the reader is chosen by content, containers are opened, what lies in them is read in its turn."""

from collections.abc import Iterator
from hashlib import sha256

from contested.errors import UnreadableError
from contested.read.finish import finish
from contested.read.reader import Container, Input, Leaf, Means, Page, Reader
from contested.records import Known, Report, SetAside

_DEEPEST = 4


def expand(given: Input, means: Means, readers: tuple[Reader, ...]) -> Iterator[Report | SetAside | Known]:
    """The reports of an input and of everything in it, lazily, in order. Raises nothing: what cannot be read is set aside."""
    try:
        if not given.head and given.where != "-":
            raise UnreadableError(given.where, "empty file")
        reader = next((reader for reader in readers if reader.recognise(given)), None) if given.where != "-" else readers[0]
        if reader is None:
            raise UnreadableError(given.where, "unknown kind of file")
        if isinstance(reader, Leaf):
            yield _page(reader, given, means)
        else:
            yield from _contents(reader, given, means, readers)
    except UnreadableError as error:
        yield SetAside(where=error.where, reason=error.reason)
    except RecursionError:
        yield SetAside(where=given.where, reason="nested too deep to be read")
    except OSError as error:
        yield SetAside(where=given.where, reason=(error.strerror or type(error).__name__).lower())


def _contents(reader: Container, given: Input, means: Means, readers: tuple[Reader, ...]) -> Iterator[Report | SetAside | Known]:
    if reader.is_nest and given.depth >= _DEEPEST:
        raise UnreadableError(given.where, f"more than {_DEEPEST} containers in one another")
    for item in reader.open(given, means):
        if isinstance(item, Input):
            yield from expand(item, means, readers)
        else:
            yield item


def _page(reader: Leaf, given: Input, means: Means) -> Report | Known:
    limit = means.settings.max_bytes
    if given.size is not None and given.size > limit:
        raise UnreadableError(given.where, f"too long: {given.size:,} bytes, the limit is {limit:,}")
    raw = given.stream.read(limit + 1)
    if len(raw) > limit:
        raise UnreadableError(given.where, f"too long: more than {limit:,} bytes")
    digest = sha256(raw).hexdigest()
    if means.known(digest, given.envelope.url):
        return Known(where=given.where)
    page = Page(where=given.where, name=given.name, raw=raw, digest=digest, envelope=given.envelope)
    return finish(reader.read(page, means), given.envelope, means, where=given.where, name=given.name, digest=digest)
