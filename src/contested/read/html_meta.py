"""What a page says of itself outside its text: in JSON-LD, in meta tags, in its address, and in the lines under its headline."""

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urljoin, urlsplit

from lxml.etree import XPath  # it ships no types
from lxml.html import HtmlElement  # it ships no types

from contested.read.credit import credit_of
from contested.read.header_lines import HeaderLine, read_header_line
from contested.read.html_body import short_text
from contested.read.json_ld import LinkedArticle, linked_article
from contested.read.lines import Line
from contested.read.page_dates import day_in, moment
from contested.reference.outlets import agency_pattern, outlet_at, outlet_named
from contested.reference.page_meta import meta_names

_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d+[a-z_]*/(?=https?:)")
_SITE_SUFFIX = re.compile(r"\s+[|–—·•»-]\s+[^|–—·•»]{2,60}$")
_OTHER_HOSTS = re.compile(r"^(?:www|m|mobile|amp|en|edition)\.")
_WORD = re.compile(r"\w+")
_AUTHOR = re.compile(r"(?:[Bb]y:?\s+)?([A-ZÀ-Þ][\w.'’-]*(?: [\w.'’-]+){0,5})")
_CHANGED = re.compile("updated|modified", re.I)
_TELLING = 100
_SITE_WORDS = 4
_LONGEST_HEADER_LINE = 140
_FOLLOWING = XPath("(following::*)[position() <= 60]")
_AUTHORS = XPath('//*[@itemprop="author"] | //a[@rel="author"]')
_MARKED = XPath('//*[@itemprop="datePublished"] | //time[@pubdate or contains(@class, "published") or contains(@class, "entry-date")]')


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """As in Report; None where the page does not say. `body`: the article's text as JSON-LD gives it, "" where it does not."""

    title: str | None
    outlet: str | None
    agency: str | None
    byline: str | None
    published: str | None
    url: str | None
    body: str


def page_facts(tree: HtmlElement, *, fetched_from: str | None) -> PageFacts:
    """What the page says. `fetched_from` is the address it was had at, None where unknown."""
    tags = _meta_tags(tree)
    url, elsewhere = _address(tree, tags, fetched_from)
    linked = linked_article(tree, addresses=frozenset(address for address in (url, elsewhere, fetched_from) if address))
    headline = _headline(tree, tags, linked)
    under = _under(headline)
    names = _bylines(tree, tags, linked)
    byline = ", ".join(names) or next((line.byline for line in under if line.byline), None)
    return PageFacts(
        title=_title(tree, tags, linked, headline),
        outlet=_outlet(tags, linked, url),
        agency=_agency(tags, linked, names, elsewhere) or next((line.agency for line in under if line.agency), None),
        byline=byline,
        published=_published(tree, tags, linked, under, url),
        url=url,
        body=linked.body,
    )


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    """What meta tags and marked elements say, by their name in small letters; the first one counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            content = (element.get("content") or "").strip()
            if content and (name := element.get(attribute)):
                found.setdefault(name.strip().lower(), content)
    return found


def _said(tags: dict[str, str], field: str) -> list[str]:
    return [tags[name] for name in meta_names(field) if name in tags]


def _address(tree: HtmlElement, tags: dict[str, str], fetched_from: str | None) -> tuple[str | None, str | None]:
    """The page's own address, and the canonical one where that is another site's: then the page is a copy, and keeps the address it was had at."""
    given = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    canonical = next((address for one in [*given, *_said(tags, "url")] if one and (address := _absolute(one, fetched_from))), None)
    if canonical is None or fetched_from is None or _site(canonical) == _site(fetched_from) or "ampproject" in fetched_from:
        return canonical or fetched_from, None
    return fetched_from, canonical


def _absolute(address: str, fetched_from: str | None) -> str | None:
    try:
        address = _ARCHIVED.sub("", urljoin(fetched_from or "", address.strip()))
        return address if urlsplit(address).scheme in ("http", "https") and urlsplit(address).hostname else None
    except ValueError:
        return None


def _site(address: str) -> str:
    try:
        host = urlsplit(_ARCHIVED.sub("", address)).hostname or ""
    except ValueError:
        return address
    return _OTHER_HOSTS.sub("", host)


def _headline(tree: HtmlElement, tags: dict[str, str], linked: LinkedArticle) -> HtmlElement | None:
    """The h1 that is the article's headline: the one whose words the page gives as its title, or the only one if it is no site's name."""
    candidates = [element for element in tree.iter("h1") if short_text(element)]
    titles = [title for title in (linked.headline, *_said(tags, "title"), *(short_text(element) for element in tree.iter("title"))) if title]
    for title in titles:
        wanted = _words(title)
        for element in candidates:
            if (words := _words(short_text(element))) and len(words & wanted) * 2 >= len(words) and len(words) > 1:
                return element
    only = candidates[0] if len(candidates) == 1 else None
    return only if only is not None and (not titles or short_text(only).count(" ") >= _SITE_WORDS) else None


def _title(tree: HtmlElement, tags: dict[str, str], linked: LinkedArticle, headline: HtmlElement | None) -> str | None:
    if headline is not None:
        return short_text(headline)
    if linked.headline:
        return " ".join(linked.headline.split())
    site = next(iter(_said(tags, "site")), None)
    for title in (*_said(tags, "title"), *(short_text(element) for element in tree.iter("title"))):
        if words := _SITE_SUFFIX.sub("", " ".join(title.split())):
            return words if words != site else None
    return None


def _words(title: str) -> set[str]:
    return set(_WORD.findall(title.casefold()))


def _under(headline: HtmlElement | None) -> list[HeaderLine]:
    """What the short lines between the headline and the first paragraph say: date line, byline, credit."""
    if headline is None:
        return []
    found: list[HeaderLine] = []
    seen: set[str] = set()
    for element in _FOLLOWING(headline):
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "a"):
            continue
        if element.tag == "p" and len(element.text or "") >= _TELLING:
            break
        if element.tag == "time" and (date := moment(element.get("datetime") or "")):
            is_change = _CHANGED.search(element.get("class") or "") is not None
            found.append(HeaderLine(end=0, updated=date) if is_change else HeaderLine(end=0, published=date))
            continue
        words = short_text(element, longest=_LONGEST_HEADER_LINE)
        if words and words not in seen and _worth_reading().search(words):
            seen.add(words)
            line = read_header_line(Line(start=0, end=len(words), words=words, blank_after=True))
            found.extend([line] if line else [])
    return found


@cache
def _worth_reading() -> re.Pattern[str]:
    """What a date line, a byline or a credit cannot be without; most lines of a page are none, and cheaply told."""
    return re.compile(rf"\d|^(?i:by|from our)\b|\b{agency_pattern()}\b")


def _bylines(tree: HtmlElement, tags: dict[str, str], linked: LinkedArticle) -> tuple[str, ...]:
    if linked.authors:
        return linked.authors
    marked = (match[1] for element in _AUTHORS(tree) if (match := _AUTHOR.fullmatch(short_text(element, longest=_LONGEST_HEADER_LINE))))
    return next(((words,) for words in (*_said(tags, "byline"), *marked) if "://" not in words and len(words) < 120), ())


def _outlet(tags: dict[str, str], linked: LinkedArticle, url: str | None) -> str | None:
    """A known outlet by the name of the site, of the publisher, or by the address; else the name as the page writes it."""
    names = [name for name in (*_said(tags, "site"), linked.publisher) if name and "://" not in name and len(name) < 80]
    for name in names:
        if known := outlet_named(name):
            return known.name
    host = outlet_at(url) if url else None
    if host and outlet_named(host):
        return host
    return next(iter(names), host)


def _agency(tags: dict[str, str], linked: LinkedArticle, names: tuple[str, ...], elsewhere: str | None) -> str | None:
    credited = (*linked.credits, *names, *_said(tags, "credit"), *([linked.publisher] if linked.publisher else []))
    for words in credited:
        if agency := next(iter(credit_of(words).agencies), None):
            return agency
    copied_from = outlet_named(outlet_at(elsewhere) or "") if elsewhere else None
    return copied_from.name if copied_from and copied_from.kind == "agency" else None


def _published(tree: HtmlElement, tags: dict[str, str], linked: LinkedArticle, under: list[HeaderLine], url: str | None) -> str | None:
    """The surest date the page gives; one of a change only where there is no other. Never one from the telling."""
    marked = [
        element.get("content") or element.get("datetime") or short_text(element)
        for element in _MARKED(tree)
    ]
    for words in (linked.published, *_said(tags, "published"), *marked):
        if words and (date := moment(words)):
            return date
    if date := next((line.published for line in under if line.published), None) or day_in(url or ""):
        return date
    changed = (date for words in (linked.updated, *_said(tags, "updated")) if words and (date := moment(words)))
    return next(changed, None) or next((line.updated for line in under if line.updated), None)
