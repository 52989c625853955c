"""Web pages: the article of the page as text, and what the page says of it."""

import re

from lxml.html import HtmlElement  # it ships no types

from contested.errors import UnreadableError
from contested.read.finish import refuse_future
from contested.read.heading import find_heading, merged
from contested.read.html_body import extracted, fragment_paragraphs, linking_lines
from contested.read.html_bytes import page_text
from contested.read.html_meta import PageFacts, page_facts
from contested.read.lines import content_lines
from contested.read.mojibake import mended
from contested.read.reader import Draft, Input, Leaf, Means, Page
from contested.records import Span, Spans

_PROLOG = r"(?:\s|\ufeff|<!--(?>.*?-->)|<\?(?>.*?\?>))*+"  # possessive: what it took it keeps, or a page of comments takes for ever
_PAGE = re.compile(rf"{_PROLOG}<(?:!doctype\s+html|html|head|body|article|main|frameset)\b", re.I | re.S)
_TAG = re.compile(
    r"<(?:!doctype|html|head|body|article|section|div|p|h[1-6]|span|br|img|ul|ol|table|blockquote|figure|center|font|b|i|a|strong|em|meta|title|script)\b", re.I
)
_NAMES = (".html", ".htm", ".xhtml", ".shtml")
_TYPES = ("text/html", "application/xhtml+xml")
_WHOLE = re.compile(r"<(?:html|head|body|frameset)\b", re.I)
_LOOK = 8192
_SHORTER = 0.5


def is_web_page(given: Input) -> bool:
    """The first tag is one that pages begin with; any tag of a page, where the sender or the file's name says that it is one."""
    head = given.head[:_LOOK]
    if b"\0" in head:
        head = head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    text = head.decode("utf-8", errors="replace")
    if _PAGE.match(text):
        return True
    said = (given.envelope.content_type or "").lower().startswith(_TYPES) or given.name.lower().endswith(_NAMES)
    return said and _TAG.search(text) is not None


def read_page(page: Page, means: Means) -> Draft:
    """The article with its title above it, and what the page says of itself.

    Raises UnreadableError: no text, no article in it, a date in the future.
    """
    written = page_text(page.raw, page.where, content_type=page.envelope.content_type)
    is_whole = _WHOLE.search(written[:_LOOK]) is not None
    tree = _parsed(written, is_whole=is_whole)
    if tree is None:
        raise UnreadableError(page.where, "no article text on this page")
    facts = page_facts(tree, fetched_from=page.envelope.url)
    refuse_future(facts.published, means, where=page.where, fetched_at=page.envelope.fetched_at)
    links = linking_lines(tree)
    body = _body(tree, facts, is_whole=is_whole)
    return _draft(body, facts, links, page.where)


def _parsed(written: str, *, is_whole: bool) -> HtmlElement | None:
    from trafilatura import load_html  # half a second to load: only where there is a page

    start = _WHOLE.search(written[:_LOOK])
    inside = written[start.start() :] if start and is_whole else f"<body><article>{written}</article></body>"
    return load_html(inside if inside[:5].lower() == "<html" else f"<html>{inside}</html>")


def _body(tree: HtmlElement, facts: PageFacts, *, is_whole: bool) -> list[str]:
    if not is_whole:
        return [mended(part) for part in fragment_paragraphs(tree)]
    found = extracted(tree)
    if sum(map(len, found)) < _SHORTER * len(facts.body) and "<" not in facts.body:
        found = [part for line in facts.body.splitlines() if (part := " ".join(line.split()))]  # the page builds its text only when it is run
    return [mended(part) for part in found]


def _draft(body: list[str], facts: PageFacts, links: frozenset[str], where: str) -> Draft:
    title = mended(facts.title) if facts.title else None
    if title and body and _bare(body[0].split("\n")[0]) != _bare(title):
        body = [title, *body]
    text = "\n\n".join(body)
    heading = find_heading(text)
    linking = [Span(line.start, line.end) for line in content_lines(text) if line.words in links and line.words != title]
    furniture = merged([*heading.furniture, *linking])
    if not _tells(text, furniture, title):
        raise UnreadableError(where, "no article text on this page")
    return Draft(
        text=text,
        outlet=facts.outlet or heading.outlet,
        agency=heading.agency or facts.agency,
        published=facts.published or heading.published,
        title=title or heading.title,
        byline=facts.byline or heading.byline,
        url=facts.url,
        furniture=furniture,
    )


def _tells(text: str, furniture: Spans, title: str | None) -> bool:
    """Whether anything is left beside the title and what is none of the telling."""
    starts = {span.start for span in furniture}
    return any(line.start not in starts and line.words != title for line in content_lines(text))


def _bare(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()


WEB_PAGE = Leaf(kind="web page", recognise=is_web_page, read=read_page)
