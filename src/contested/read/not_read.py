"""Kinds of input that are recognised and not read, so that nobody takes their markup for telling."""

import re

from contested.errors import UnreadableError
from contested.read.reader import Draft, Input, Leaf, Means, Page

_KINDS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\\rtf"), "rich text cannot be read yet"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|(?:urlset|sitemapindex|opml)\b)"), "XML that is no feed"),
    (re.compile(rb"WARC/\d"), "a web archive of a version that is not read"),
    (re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*(?:"[^"\n]*"\s*:|\})|\[\s*(?:[{\[]|"[^"\n]*"\s*[,\]]|\]\s*$))'), "JSON, but not one object a line"),
)


def recognise_not_read(given: Input) -> bool:
    return _kind(given.head) is not None


def refuse(page: Page, _: Means) -> Draft:
    raise UnreadableError(page.where, _kind(page.raw) or "unknown kind of file")


def _kind(head: bytes) -> str | None:
    return next((reason for pattern, reason in _KINDS if pattern.match(head)), None)


NOT_READ = Leaf(kind="a kind that is not read", recognise=recognise_not_read, read=refuse)
