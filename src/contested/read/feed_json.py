"""JSON Feed (jsonfeed.org, versions 1 and 1.1)."""

import json
from collections.abc import Iterator
from typing import Any

from contested.errors import UnreadableError
from contested.read.dates import DateOrder, given_date
from contested.read.feed_entry import HTML, MOST_ENTRIES, Feed, FeedEntry, FeedText, one_line, whole


def json_feed(text: str, where: str, *, order: DateOrder | None) -> Feed:
    """The entries of a JSON text. Raises UnreadableError: broken, no entries, too many."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(where, "broken JSON feed") from error
    items = found.get("items") if isinstance(found, dict) else None
    if not isinstance(items, list) or not items:
        raise UnreadableError(where, "no entries in this feed")
    if len(items) > MOST_ENTRIES:
        raise UnreadableError(where, f"too long: more than {MOST_ENTRIES:,} entries in one feed")
    title, authors = one_line(_words(found, "title")), found.get("authors")
    return Feed(entries=tuple(_entry(item, f"{where}#{number}", title, authors, order) for number, item in enumerate(items, 1)))


def _entry(item: Any, where: str, feed_title: str | None, feed_authors: Any, order: DateOrder | None) -> FeedEntry | UnreadableError:
    if not isinstance(item, dict):
        return UnreadableError(where, "not a JSON object")
    try:
        published = given_date(_words(item, "date_published") or _words(item, "date_modified"), where, order)
    except UnreadableError as error:
        return error
    given = item.get("id")
    return FeedEntry(
        title=one_line(_words(item, "title")),
        link=_words(item, "url") or _words(item, "external_url"),
        given=whole(str(given)) if isinstance(given, (str, int, float)) else None,
        published=published,
        outlet=feed_title,
        byline=_byline(item.get("authors") or [item.get("author")]) or _byline(feed_authors),
        texts=tuple(_texts(item)),
    )


def _texts(item: dict[str, Any]) -> Iterator[FeedText]:
    for name, kind in (("content_html", HTML), ("content_text", "text/plain"), ("summary", "text/plain")):
        if value := _words(item, name):
            yield FeedText(value=value, content_type=kind)


def _byline(authors: Any) -> str | None:
    names = [one_line(_words(author, "name")) for author in authors if isinstance(author, dict)] if isinstance(authors, list) else []
    return ", ".join(dict.fromkeys(name for name in names if name)) or None


def _words(fields: dict[str, Any], name: str) -> str | None:
    """A text field; None where it is empty or of another kind."""
    value = fields.get(name)
    return whole(value) if isinstance(value, str) else None
