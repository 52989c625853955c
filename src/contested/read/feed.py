"""Feeds: RSS 0.9 to 2.0, Atom and JSON Feed; every entry is one report.

An entry that holds its article is read as it is; of another the page it links to is fetched, where that may be; else its summary is the report.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from io import BytesIO

from contested.errors import UnreadableError
from contested.read.feed_entry import HTML, Feed, FeedEntry, FeedText
from contested.read.feed_json import json_feed
from contested.read.feed_xml import xml_feed
from contested.read.finish import refuse_future
from contested.read.html_bytes import page_text
from contested.read.reader import HEAD, Container, Envelope, Input, Means
from contested.records import Known, Report, SetAside
from contested.reference.outlets import outlet_at, outlet_named

_ROOT = r"(?:[\w.-]{1,40}:)?(?:rss|feed|rdf)\b"
_XML = re.compile(rf"(?:\s|\ufeff|<!--(?>.*?-->)|<\?(?>.*?\?>)|<!doctype\s(?!\s*{_ROOT})(?>[^<>\[\]]*>))*+<(?:!doctype\s+)?{_ROOT}", re.I | re.S)
_JSON = re.compile(r'[\s\ufeff]*\{(?>.*?"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version\\?/1)', re.S)
_LOOK = 8192
_PARTS = re.compile(r"\s+[-–—|»>:]\s+|:\s+")


def is_feed(given: Input) -> bool:
    """The root of the XML is that of a feed; a JSON object that names the version of JSON Feed."""
    head = given.head[:_LOOK]
    if b"\0" in head:
        head = head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    text = head.decode("utf-8", errors="replace")
    return _XML.match(text) is not None or _JSON.match(text) is not None


def open_feed(given: Input, means: Means) -> Iterator[Report | SetAside | Known | Input]:
    """The entries as inputs, each with what the feed says of it; "where#3" is the third. A link is followed once.

    Raises UnreadableError where there is no entry to be had.
    """
    feed = _feed(given, means)
    followed: set[str] = set()
    for number, entry in enumerate(feed.entries, 1):
        try:
            if isinstance(entry, UnreadableError):
                raise entry
            if number == feed.cut:
                raise UnreadableError(f"{given.where}#{number}", "the feed breaks off inside it")
            yield Known(where=f"{given.where}#{number}") if entry.link in followed else _input(entry, number, given, means, followed)
        except UnreadableError as error:
            yield SetAside(where=error.where, reason=error.reason)


def _feed(given: Input, means: Means) -> Feed:
    limit = means.settings.max_bytes
    raw = given.stream.read(limit + 1)
    if len(raw) > limit:
        raise UnreadableError(given.where, f"too long: more than {limit:,} bytes")
    text = page_text(raw, given.where, content_type=given.envelope.content_type)
    if _JSON.match(text[:_LOOK]):
        return json_feed(text, given.where, order=means.settings.date_order)
    return xml_feed(text, given.where, url=given.envelope.url, order=means.settings.date_order)


def _input(entry: FeedEntry, number: int, given: Input, means: Means, followed: set[str]) -> Input:
    where = f"{given.where}#{number}"
    refuse_future(entry.published, means, where=where, fetched_at=given.envelope.fetched_at)
    said = Envelope(
        url=entry.link, fetched_at=given.envelope.fetched_at, published=entry.published, outlet=_outlet(entry), title=entry.title, byline=entry.byline,
        given=entry.given,
    )
    text = entry.longest
    if means.fetch and entry.link and not (text and text.is_full):
        if len(followed) >= (limit := means.settings.fetch.max_links):
            raise UnreadableError(where, f"not fetched: of one feed no more than {limit:,} links are followed")
        followed.add(entry.link)
        return _page(means.fetch(entry.link), said, given.depth + 1)
    if text is None or not (raw := _bytes(entry.title, text)):
        raise UnreadableError(where, "neither a text nor a summary in this entry")
    said = replace(said, content_type=f"{text.content_type if text.is_full else 'text/plain'}; charset=utf-8")
    name = entry.given or entry.link or f"{given.name}#{number}"
    return Input(where=where, name=name, head=raw[:HEAD], stream=BytesIO(raw), size=len(raw), envelope=said, depth=given.depth + 1)


def _page(page: Input, said: Envelope, depth: int) -> Input:
    """The page that an entry leads to, with what the feed says of it."""
    if is_feed(page):
        raise UnreadableError(page.where, "a feed that another feed leads to is not followed")
    own = page.envelope
    return replace(page, envelope=replace(said, url=own.url, fetched_at=own.fetched_at, content_type=own.content_type), depth=depth)


def _bytes(title: str | None, text: FeedText) -> bytes:
    """The text with its title above it, as a page has it: a headline tells, too. An article stays as it is written, a summary is its bare words."""
    if text.is_full and text.content_type == HTML:
        above = f"<h1>{escape(title, quote=False)}</h1>\n" if title else ""
        return (above + text.value).encode("utf-8", errors="replace")
    plain = text.plain
    return "\n\n".join(part for part in (title, plain) if part).encode("utf-8", errors="replace") if plain else b""


def _outlet(entry: FeedEntry) -> str | None:
    """The outlet of the feed's title ("Norvale Courier - World" is the Norvale Courier), else of the address, else the title as it stands."""
    title = entry.outlet
    for words in (title, *_PARTS.split(title)) if title else ():
        if known := outlet_named(words):
            return known.name
    host = outlet_at(entry.link) if entry.link else None
    return host if host and (outlet_named(host) or title is None) else title


FEED = Container(kind="feed", recognise=is_feed, open=open_feed)
