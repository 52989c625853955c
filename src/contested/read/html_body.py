"""The article of a page as paragraphs, and the lines of it that are links or captions and not telling."""

import re
from collections.abc import Iterator

from lxml.etree import XPath, _Element  # it ships no types
from lxml.html import HtmlElement  # it ships no types

_BREAKS = frozenset((
    "p", "div", "head", "h1", "h2", "h3", "h4", "h5", "h6", "quote", "blockquote", "list", "ul", "ol", "dl", "item", "li", "dt", "dd", "table", "row", "tr",
    "pre", "article", "section", "main", "header", "footer", "aside", "figure", "figcaption", "hr", "details", "summary", "address",
))
_LINE_BREAKS = frozenset(("lb", "br"))
_CELLS = frozenset(("cell", "td", "th"))
_UNSEEN = frozenset((
    "script", "style", "noscript", "template", "head", "title", "meta", "link", "nav", "form", "button", "select", "textarea", "iframe", "object", "svg",
    "figure", "aside",
))
_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\ufffe\x00-\x08\x0e-\x1f\x7f]")
_CAPTIONS = XPath('//figcaption | //caption | //*[contains(@class, "caption") or contains(@class, "Caption")]')
_LAID_OUT = XPath("boolean(.//table | .//p | .//h1 | .//h2 | .//div | .//article)")
_SHORT = 250
LONGEST_LINE = 400


def extracted(tree: HtmlElement) -> list[str]:
    """The paragraphs of the page's article, [] where it has none. Tables that lay the page out are made boxes in the tree.

    The quick way comes first; the thorough one, which compares what several methods find, where the quick one leaves out most of the page's paragraphs.
    """
    _unlay(tree)
    body = _body(tree, fast=True)
    told = _length(body)
    if told < _SHORT or told * 2 < sum(map(_length, tree.iter("p"))):
        body = _body(tree, fast=False)
    return paragraphs(body) if body is not None else []


def _body(tree: HtmlElement, *, fast: bool) -> _Element | None:
    from trafilatura import bare_extraction  # half a second to load: only where there is a page

    found = bare_extraction(tree, favor_precision=True, include_comments=False, fast=fast)
    return None if found is None or isinstance(found, dict) else found.body


def _length(element: _Element | None) -> int:
    return 0 if element is None else sum(map(len, element.itertext()))


def _unlay(tree: HtmlElement) -> None:
    """Sites of long ago lay a page out in tables: one that holds paragraphs, headlines or other tables tells no figures."""
    for table in list(tree.iter("table")):
        if _LAID_OUT(table):
            rows = [row for part in table for row in ([part] if part.tag == "tr" else part.iterchildren("tr"))]
            for element in [table, *table.iterchildren("tbody", "thead", "tfoot"), *rows, *(cell for row in rows for cell in row.iterchildren("td", "th"))]:
                element.tag = "div"


def paragraphs(element: _Element, *, unseen: frozenset[str] = frozenset()) -> list[str]:
    """The text of an element, one string a block, white space as it is seen; a line break stays one, two of them part paragraphs."""
    text = "".join(_pieces(element, unseen))
    parts = (part.split("\n") for part in re.split(r"\n(?:[ \t]*\n)+", text))
    return [joined for lines in parts if (joined := "\n".join(line for piece in lines if (line := _seen(piece))))]


def short_text(element: _Element, *, longest: int = LONGEST_LINE) -> str:
    """The text of an element as one line, "" where it is longer than a line of a page is."""
    pieces, length = [], 0
    for piece in element.itertext():
        pieces.append(piece)
        length += len(piece)
        if length > longest * 2:  # white space is written freely
            return ""
    words = _seen("".join(pieces))
    return words if len(words) <= longest else ""


def fragment_paragraphs(element: HtmlElement) -> list[str]:
    """The paragraphs of a piece of a page that is all article, as a feed holds it."""
    return paragraphs(element, unseen=_UNSEEN)


def linking_lines(tree: HtmlElement) -> frozenset[str]:
    """What stands on the page as a link alone, or under a picture: where such a line survives in an article it is none of its telling."""
    found = {short_text(link) for link in tree.iter("a") if _stands_alone(link)}
    found.update(short_text(element) for element in _CAPTIONS(tree))
    return frozenset(found - {""})


def _stands_alone(link: HtmlElement) -> bool:
    """Whether nothing is beside the link up to the paragraph or list item it stands in."""
    element: _Element = link
    while True:
        around = element.getparent()
        if around is None or len(around) != 1 or _seen(around.text or "") or _seen(element.tail or ""):
            return False
        if around.tag in _BREAKS:
            return True
        element = around


def _pieces(element: _Element, unseen: frozenset[str]) -> Iterator[str]:
    tag = element.tag
    if isinstance(tag, str) and tag not in unseen:
        mark = "\n\n" if tag in _BREAKS else ""
        yield mark
        if tag in _LINE_BREAKS:
            yield "\n"
        elif element.text:
            yield _SPACE.sub(" ", element.text)
        for child in element:
            yield from _pieces(child, unseen)
            if child.tail:
                yield _SPACE.sub(" ", child.tail)
        if tag in _CELLS and element.getnext() is not None:
            yield " | "
        yield mark


def _seen(text: str) -> str:
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()
