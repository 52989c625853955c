"""RSS and Atom, as feedparser reads them."""

import codecs
import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from time import struct_time
from typing import Any

from contested.errors import UnreadableError
from contested.read.dates import DateOrder, given_date
from contested.read.feed_entry import HTML, MOST_ENTRIES, Feed, FeedEntry, FeedText, one_line, whole

_DECLARATION = re.compile(r"[\s\ufeff]*<\?xml\b[^<>]{0,400}\?>")
_ENTITY = re.compile(r"<!ENTITY\b", re.I)
_OPENING = re.compile(r"<(?:[\w.-]{1,40}:)?(?:item|entry)\b(?![^<>]{0,400}/>)", re.I)
_CLOSING = re.compile(r"</(?:[\w.-]{1,40}:)?(?:item|entry)\s*>", re.I)
_MOST_TAGS = 1_000_000
_LONGEST_NAME = 300
_ADDED_LINES = 2  # the empty one, and the declaration that feedparser puts before it
_FAULTS = (ValueError, LookupError, TypeError, AttributeError, AssertionError, OverflowError)  # what its lenient parser stumbles over


def xml_feed(text: str, where: str, *, url: str | None, order: DateOrder | None) -> Feed:
    """The entries of an XML text that was fetched from `url`. Raises UnreadableError: it declares entities, is no feed, is broken, or is too much."""
    if _ENTITY.search(text):  # anywhere: no feed needs to say it, and a parser may see it where we do not
        raise UnreadableError(where, "it declares entities")
    if text.count("<") > _MOST_TAGS or sum(1 for _ in _OPENING.finditer(text)) > MOST_ENTRIES:
        raise UnreadableError(where, f"too long: more than {MOST_ENTRIES:,} entries in one feed, or {_MOST_TAGS:,} tags")
    found = _parsed(text, where, url)
    if not found.entries:
        raise UnreadableError(where, _why_empty(found))
    title = one_line(_words(found.feed, "title"))
    entries = tuple(_entry(entry, title, f"{where}#{number}", order) for number, entry in enumerate(found.entries, 1))
    return Feed(entries=entries, cut=len(entries) if found.bozo and _breaks_off(text) else None)


def _parsed(text: str, where: str, url: str | None) -> Any:
    # what the text declares of its encoding is behind us; the empty line keeps feedparser from looking for it
    raw = codecs.BOM_UTF8 + b"\n" + _DECLARATION.sub("", text, count=1).encode("utf-8", errors="replace")
    headers = {"content-location": url} if url else {}
    try:
        return _feedparser().parse(BytesIO(raw), response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    except _FAULTS as error:
        raise UnreadableError(where, "broken XML") from error


@cache
def _feedparser() -> Any:
    """The library, its two parsers made to look for an e-mail address in the beginning of a name only: they take the square of its length in time."""
    import feedparser  # here, so that nobody waits for it who reads no feed
    from feedparser import api

    api.StrictFeedParser = type("StrictFeedParser", (_ShortNames, api.StrictFeedParser), {})
    api.LooseFeedParser = type("LooseFeedParser", (_ShortNames, api.LooseFeedParser), {})
    return feedparser


class _ShortNames:
    """Goes before one of feedparser's parsers."""

    def _sync_author_detail(self: Any, key: str = "author") -> None:
        context = self._get_context()
        if isinstance(name := context.get(key), str):
            context[key] = name[:_LONGEST_NAME]
        super()._sync_author_detail(key)  # type: ignore[misc]


def _why_empty(found: Any) -> str:
    if found.bozo:
        error = found.bozo_exception
        words = error.getMessage() if hasattr(error, "getMessage") else str(error)
        line = f"line {max(error.getLineNumber() - _ADDED_LINES, 1)}: " if hasattr(error, "getLineNumber") else ""
        return f"broken XML ({line}{words})"
    return "no entries in this feed" if found.version else "XML that is no feed"


def _breaks_off(text: str) -> bool:
    """Whether an entry is opened after the last one that is closed."""
    closed = max((match.end() for match in _CLOSING.finditer(text)), default=0)
    return _OPENING.search(text, closed) is not None


def _entry(entry: Any, feed_title: str | None, where: str, order: DateOrder | None) -> FeedEntry | UnreadableError:
    try:
        published = _published(entry, where, order)
    except UnreadableError as error:
        return error
    return FeedEntry(
        title=one_line(_words(entry, "title")),
        link=whole(_words(entry, "link")),
        given=whole(_words(entry, "id")),
        published=published,
        outlet=one_line(_words(entry.get("source"), "title")) or feed_title,
        byline=_byline(entry),
        texts=tuple(_texts(entry)),
    )


def _published(entry: Any, where: str, order: DateOrder | None) -> str | None:
    """The day it was published, else changed."""
    for name in ("published", "updated"):
        if words := _words(entry, name):
            parsed = entry.get(f"{name}_parsed") if f"{name}_parsed" in entry else None
            if not isinstance(parsed, struct_time):
                return given_date(words, where, order)
            try:
                return given_date(f"{datetime.fromtimestamp(timegm(parsed), UTC):%Y-%m-%dT%H:%M:%S}", where)
            except (ValueError, OverflowError) as error:
                raise UnreadableError(where, f'published: expected a date, got "{words[:40]}"') from error
    return None


def _byline(entry: Any) -> str | None:
    names = [_words(author, "name") for author in _listed(entry, "authors")] or [_words(entry.get("author_detail"), "name")]
    known = [line for name in names if (line := one_line(name))]
    return ", ".join(dict.fromkeys(known)) or None


def _texts(entry: Any) -> Iterator[FeedText]:
    for found in (*_listed(entry, "content"), entry.get("summary_detail")):
        if (value := _words(found, "value")) and value.strip():
            kind = _words(found, "type") or HTML
            if kind.startswith("text/") or "xhtml" in kind:
                yield FeedText(value=value, content_type="text/plain" if kind == "text/plain" else HTML)


def _words(found: Any, name: str) -> str | None:
    """A text that was found, None where there is none: an element that feedparser does not know may be called like one of its own, and be anything."""
    value = found.get(name) if isinstance(found, dict) and name in found else None
    return value if isinstance(value, str) else None


def _listed(found: Any, name: str) -> list[Any]:
    value = found.get(name)
    return value if isinstance(value, list) else []
