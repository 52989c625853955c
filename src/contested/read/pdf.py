"""PDF: the text of all pages as paragraphs."""

import logging
import re
import time
from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, DeprecationError, LimitReachedError, PyPdfError

from contested.errors import UnreadableError
from contested.read.finish import refuse_future
from contested.read.pdf_lines import paragraphs
from contested.read.reader import Draft, Input, Leaf, Means, Page
from contested.read.text import draft_of

_MARK = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}%PDF-\d")
_FAILURES = (
    PyPdfError, DeprecationError, ValueError, TypeError, LookupError, AttributeError, AssertionError, ArithmeticError, NotImplementedError, OSError,
    RecursionError, MemoryError,
)
"""What the library raises for files that break its rules."""

_LONGEST_S = 60.0
_FEWEST_LETTERS = 20
_LONGEST_TITLE = 200
_NO_TITLE = re.compile(r"untitled|microsoft (?:word|powerpoint)|.*\.(?:docx?|pdf|indd|qxd|odt|rtf)\b", re.I)
_ODD = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def is_pdf(given: Input) -> bool:
    return _MARK.match(given.head) is not None


def read_pdf(page: Page, means: Means) -> Draft:
    """The text with what it says of itself; what the file says of itself (title, the day it was made) only where the text is silent.

    Raises UnreadableError: locked, damaged, too many pages, too slow to read, no text in it, a date in the future.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it writes of every flaw to standard error
    pages, reader = _pages(page, means)
    text = paragraphs(pages)
    if sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        raise UnreadableError(page.where, "no text in it: scanned pages?")
    draft = draft_of(text)
    refuse_future(draft.published, means, where=page.where, fetched_at=page.envelope.fetched_at)
    title, made = _said(reader)
    made = made if made is None or made <= (page.envelope.fetched_at or means.today.isoformat())[:10] else None
    return replace(draft, title=draft.title or title, published=draft.published or made)


def _pages(page: Page, means: Means) -> tuple[list[list[str]], PdfReader]:
    """The lines of every page."""
    limit, until = means.settings.max_pages, time.monotonic() + _LONGEST_S
    try:
        reader = PdfReader(BytesIO(page.raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError(page.where, "it is locked with a password")
        count = len(reader.pages)
        if count > limit:
            raise UnreadableError(page.where, f"too long: {count:,} pages, the limit is {limit:,}")
        pages = []
        for one in reader.pages:
            pages.append(_ODD.sub("", one.extract_text()).splitlines())
            if time.monotonic() > until:
                raise UnreadableError(page.where, "it takes too long to read")
    except DependencyError as error:
        raise UnreadableError(page.where, "it is locked in a way that is not read here") from error
    except LimitReachedError as error:
        raise UnreadableError(page.where, "it unpacks to more than an honest PDF") from error
    except _FAILURES as error:
        raise UnreadableError(page.where, "damaged PDF") from error
    return pages, reader


def _said(reader: PdfReader) -> tuple[str | None, str | None]:
    """Title and day of making, as the file's own properties say."""
    try:
        said = reader.metadata
        title = _ODD.sub("", " ".join(str(said.title or "").split())) if said else ""
        made = said.creation_date if said else None
    except _FAILURES:  # properties that nobody can read say nothing
        return None, None
    return (title if title and len(title) <= _LONGEST_TITLE and not _NO_TITLE.match(title) else None), f"{made:%Y-%m-%d}" if made else None


PDF = Leaf(kind="PDF", recognise=is_pdf, read=read_pdf)
