"""What a feed says, whatever it is written in: its entries, and which of an entry's texts is the article."""

import html
import re
from dataclasses import dataclass

from lxml.etree import ParserError
from lxml.html import fragment_fromstring

from contested.errors import UnreadableError
from contested.read.html_body import fragment_paragraphs

FULL = 80
"""The words from which a text in a feed is the article itself and no summary of it."""

MOST_ENTRIES = 10_000
HTML = "text/html"

_CUT = re.compile(r"(?:\.\.\.|…|&hellip;|&#8230;|\[(?:\.\.\.|…|&hellip;|&#8230;)\])\s*(?:</?\w[^<>]*>\s*)*$", re.I)
_LONGEST_ENDING = 200
_TAG = re.compile("<[^<>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedText:
    """A text as the feed holds it: `value` in `content_type`, "text/html" or "text/plain"."""

    value: str
    content_type: str

    @property
    def words(self) -> int:
        return len(_TAG.sub(" ", self.value).split())

    @property
    def is_full(self) -> bool:
        """Long enough for an article, and not broken off with an ellipsis."""
        return self.words >= FULL and _CUT.search(self.value[-_LONGEST_ENDING:]) is None

    @property
    def plain(self) -> str:
        """The words alone, paragraphs parted by empty lines."""
        if self.content_type != HTML:
            return self.value.strip()
        try:
            tree = fragment_fromstring(self.value, create_parent="div")
        except (ParserError, ValueError):  # nothing in it, or characters that stand in no page
            return ""
        return "\n\n".join(fragment_paragraphs(tree))


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One entry. `texts`: whatever it holds that may be the article or a summary of it; `published` as ISO day or minute (UTC)."""

    title: str | None = None
    link: str | None = None
    given: str | None = None
    published: str | None = None
    outlet: str | None = None
    byline: str | None = None
    texts: tuple[FeedText, ...] = ()

    @property
    def longest(self) -> FeedText | None:
        return max(self.texts, key=lambda text: text.words, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """The entries in the feed's order, an error where one cannot be read; `cut`: the number (from 1) of the one that the feed breaks off in."""

    entries: tuple[FeedEntry | UnreadableError, ...]
    cut: int | None = None


def one_line(words: str | None) -> str | None:
    """A title or a name without markup, on one line; None where nothing is left."""
    return " ".join(html.unescape(_TAG.sub("", whole(words) or "")).split()) or None


def whole(words: str | None) -> str | None:
    """An address or an id as it stands, but for half characters (lone surrogates), which no text can hold: a question mark each."""
    return words.strip().encode("utf-8", errors="replace").decode() or None if words else None
