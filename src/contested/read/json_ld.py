"""What a page says of its article in JSON-LD (schema.org): title, dates, authors, publisher, sources, the text itself."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement  # it ships no types

from contested.reference.page_meta import meta_names

_WRAPPING = re.compile(r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*$|;\s*$")
_LOOSE_COMMA = re.compile(r",(?=\s*[}\]])")
_DATE = re.compile(r'"datePublished"\s*:\s*"([^"\\]{4,60})"')
_CREDITS = ("articleSource", "source", "isBasedOn", "provider", "sourceOrganization", "creditText", "copyrightHolder")
_DEEPEST = 6
_MOST_NAMES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedArticle:
    """`authors`, `credits` are names of people and of makers; `published` and `updated` as written; `body` the article's text where the page gives it
    there, else empty."""

    headline: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    publisher: str | None = None
    body: str = ""


def linked_article(tree: HtmlElement, *, addresses: frozenset[str]) -> LinkedArticle:
    """What the JSON-LD of a page says of the article that the page is about, the one at one of `addresses` if several are described.

    A block that is no JSON is passed over, but for a date that stands plainly in it.
    """
    nodes: list[dict[str, Any]] = []
    broken_date = None
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            loaded = _loaded(script.text)
            if loaded is None:
                broken_date = broken_date or next(iter(_DATE.findall(script.text)), None)
            nodes.extend(_objects(loaded))
    by_id = {node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str) and len(node) > 1}
    main = _main(nodes, addresses)
    if main is None:
        return LinkedArticle(published=broken_date)
    return LinkedArticle(
        headline=_words(main.get("headline")) or _words(main.get("name")),
        published=_words(main.get("datePublished")) or broken_date,
        updated=_words(main.get("dateModified")),
        authors=_names(_each(main, "author", "creator"), by_id),
        credits=_names(_each(main, *_CREDITS), by_id),
        publisher=next(iter(_names(_each(main, "publisher"), by_id)), None),
        body=_words(main.get("articleBody")) or "",
    )


def _loaded(written: str) -> Any:
    written = _WRAPPING.sub("", _WRAPPING.sub("", written)).strip()
    for attempt in (written, _LOOSE_COMMA.sub("", written)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(loaded: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects at the top, in lists and in graphs, and what a page is about; not what it lists or links to."""
    if depth > _DEEPEST:
        return
    if isinstance(loaded, list):
        for item in loaded:
            yield from _objects(item, depth + 1)
    elif isinstance(loaded, dict):
        yield loaded
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(loaded.get(name), depth + 1)


def _main(nodes: list[dict[str, Any]], addresses: frozenset[str]) -> dict[str, Any] | None:
    for kind in ("article", "page"):
        fitting = [node for node in nodes if _is(node, kind) and (kind == "article" or "datePublished" in node)]
        here = [node for node in fitting if addresses & set(_addresses(node))]
        if chosen := here or fitting:
            return next((node for node in chosen if "datePublished" in node), chosen[0])
    return None


def _is(node: dict[str, Any], kind: str) -> bool:
    given = node.get("@type")
    types = given if isinstance(given, list) else [given]
    return any(isinstance(one, str) and one.lower().rsplit("/", 1)[-1] in meta_names(kind) for one in types)


def _addresses(node: dict[str, Any]) -> Iterator[str]:
    for value in _each(node, "url", "mainEntityOfPage", "@id"):
        address = value.get("@id") if isinstance(value, dict) else value
        if isinstance(address, str):
            yield address.split("#", 1)[0]


def _each(node: dict[str, Any], *names: str) -> Iterator[Any]:
    for name in names:
        value = node.get(name)
        yield from value if isinstance(value, list) else [value]


def _names(values: Iterable[Any], by_id: dict[str, dict[str, Any]]) -> tuple[str, ...]:
    """Names in the order given, each once; what is only referred to is looked up."""
    found: dict[str, None] = {}
    for value in values:
        if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
            value = by_id.get(value["@id"], value)
        name = value.get("name") if isinstance(value, dict) else value
        for one in name if isinstance(name, list) else [name]:
            if (words := _words(one)) and "://" not in words and len(words) < 120:
                found[words] = None
        if len(found) >= _MOST_NAMES:
            break
    return tuple(found)


def _words(value: Any) -> str | None:
    """One string, without half characters; None where it is none or blank."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value")
    if not isinstance(value, str):
        return None
    return value.encode("utf-8", errors="ignore").decode("utf-8").strip() or None
