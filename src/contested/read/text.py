"""Plain text: one file, one report."""

from collections.abc import Iterator

from contested.errors import UnreadableError
from contested.read.decoding import decode
from contested.read.heading import find_heading
from contested.read.reader import Input, Reader
from contested.records import Report, SetAside, report_id
from contested.settings import ReadSettings

_BYTES_A_CHARACTER = 4


def read_text(given: Input, settings: ReadSettings) -> Iterator[Report | SetAside]:
    """One report. Raises UnreadableError: binary, no words, or longer than `max_characters` (told from the size before it is read)."""
    limit = settings.max_characters
    if given.size is not None and given.size > limit * _BYTES_A_CHARACTER:
        raise UnreadableError(given.where, f"too long: {given.size:,} bytes, the limit is {limit:,} characters")
    text = decode(given.stream.read(), given.where)
    if len(text) > limit:
        raise UnreadableError(given.where, f"too long: {len(text):,} characters, the limit is {limit:,}")
    if not any(character.isalnum() for character in text):
        raise UnreadableError(given.where, "no words in it")
    heading = find_heading(text)
    outlet = heading.outlet or settings.default_outlet
    yield Report(
        id=report_id(text, outlet=outlet, published=heading.published, title=heading.title, url=None, given=None),
        name=given.name,
        text=text,
        outlet=outlet,
        agency=heading.agency,
        published=heading.published,
        title=heading.title,
        byline=heading.byline,
        found_at=given.where,
        furniture=heading.furniture,
    )


PLAIN_TEXT = Reader(kind="plain text", recognise=lambda _: True, read=read_text)
