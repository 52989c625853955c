"""Plain text: one file, one report, its text unchanged."""

from contested.read.decoding import decode
from contested.read.heading import find_heading
from contested.read.reader import Draft, Leaf, Means, Page


def read_text(page: Page, _: Means) -> Draft:
    """The text with what it says of itself. Raises UnreadableError where the bytes are no text."""
    return draft_of(decode(page.raw, page.where))


def draft_of(text: str) -> Draft:
    """A text as a draft, with what it says of itself."""
    heading = find_heading(text)
    return Draft(
        text=text,
        outlet=heading.outlet,
        agency=heading.agency,
        published=heading.published,
        title=heading.title,
        byline=heading.byline,
        furniture=heading.furniture,
    )


PLAIN_TEXT = Leaf(kind="plain text", recognise=lambda _: True, read=read_text)
