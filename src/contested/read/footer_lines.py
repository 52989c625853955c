"""Credits below the telling: "(Reporting by ...; Editing by ...)", "© AFP", "Source: Reuters", "with input from agencies"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from contested.read.credit import credit_of, is_photo_credit
from contested.read.dates import DATE_AND_CLOCK
from contested.read.header_lines import dated_tags, read_header_line
from contested.read.lines import Line
from contested.records import Span
from contested.reference.outlets import agency_pattern
from contested.reference.page_lines import is_page_line, opens_list

_REPORTING = re.compile(
    r"\(?\s*(?:(?:Additional|Further|Original)\s+)?(?:Reporting|Writing|Editing|Compiled|Translated|Written|Edited|Translation)(?:\s+and\s+\w+)?\s+by:?\s+[A-ZÀ-Þ][^\n]*"
)
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b)[^\n]{0,200}", re.I)
_WITH_INPUT = re.compile(
    r"[(\[]?\s*(?:with|based on)\s+(?:additional\s+|further\s+)?(?:inputs?|reports?|reporting|material|contributions|information|files?)"
    r"\s+(?:from|by|of)\s+(?P<who>[^\n.)\]]{2,120})[.)\]]*",
    re.I,
)
_CONTRIBUTED = re.compile(r"[^\n.]{0,160}\bcontributed (?:to|reporting)\b[^\n]{0,160}")
_WRITERS = re.compile(r"\b(?:writers?|reporters?|journalists?|correspondents?)\b", re.I)
_SOURCE = re.compile(r"[(\[]?\s*(?:source|sources|agency|via|credit)\s*:\s*(?P<who>[^\n]{2,80}?)[)\]]*", re.I)
_BRACKETED = re.compile(r"[(\[](?P<who>[^()\[\]\n]{2,60})[)\]]\.?$")
_REGION = 1500
_MOST_STORIES = 60
_LONGEST_STORY = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class FooterLine:
    """`weight`: how surely the credit names the wire of the whole text (2), or only a part of it (1)."""

    span: Span
    agency: str | None = None
    weight: int = 0
    published: str | None = None


def read_footer(text: str, lines: list[Line], *, telling_from: int) -> Iterator[FooterLine]:
    """What the lines below the telling say; lines of the page and rights anywhere, credits and lists of other stories in the last part of the text."""
    yield from _other_stories(lines, telling_from)
    for line in lines:
        if line.start < telling_from:
            continue
        if is_page_line(line.words):
            yield FooterLine(span=Span(line.start, line.end))
        elif tags := dated_tags(line):
            yield FooterLine(span=Span(line.start, line.end), published=tags.published)
        elif found := _rights(line):
            yield found
        elif line.end > len(text) - _REGION:
            yield from _credits(line)


def _other_stories(lines: list[Line], telling_from: int) -> Iterator[FooterLine]:
    """The headlines that a text ends with below "Related Articles" and the like."""
    first = None
    for i in range(len(lines) - 1, max(-1, len(lines) - _MOST_STORIES), -1):
        line = lines[i]
        if line.start < telling_from or len(line.words) > _LONGEST_STORY or line.words[-1] in ".…;,":
            break
        if opens_list(line.words):
            first = i
    if first is not None:
        yield FooterLine(span=Span(lines[first].start, lines[-1].end))


def _credits(line: Line) -> Iterator[FooterLine]:
    if match := _REPORTING.search(line.words):
        bracketed = match.group().lstrip().startswith("(")
        if match.start() == 0 or bracketed:
            named = re.search(rf"\b{agency_pattern()}\b", match.group())
            # "(Reporting by ...; Editing by ...)" in brackets is how Reuters signs
            agency = _agency(named.group()) if named else "Reuters" if bracketed and ("diting by" in match.group() or match.start() > 0) else None
            yield FooterLine(span=_span(line, match), agency=agency, weight=2)
            return
    if (match := _WITH_INPUT.search(line.words)) and (match.start() == 0 or match.group().lstrip()[0] in "(["):
        yield FooterLine(span=_span(line, match), agency=_agency(match["who"]), weight=1)
    elif match := _CONTRIBUTED.fullmatch(line.words):
        named = re.search(rf"\b{agency_pattern()}\b", line.words)
        signed = named is not None and _WRITERS.search(line.words[named.end() : named.end() + 20])
        yield FooterLine(span=Span(line.start, line.end), agency=_agency(named.group()) if named and signed else None, weight=2)
    elif match := _SOURCE.fullmatch(line.words):
        yield FooterLine(span=Span(line.start, line.end), agency=_agency(match["who"]), weight=2)
    elif (match := _BRACKETED.search(line.words)) and (agency := _wire(match["who"])):
        yield FooterLine(span=_span(line, match), agency=agency, weight=2)
    elif len(line.words) <= 80 and not line.is_closed and (header := read_header_line(line)) and header.end == line.end:
        yield FooterLine(span=Span(line.start, line.end), agency=header.agency, weight=2, published=header.published)


def _rights(line: Line) -> FooterLine | None:
    """A copyright line, or the copyright note that a sentence ends with."""
    match = _RIGHTS.match(line.words)
    if match is None or len(line.words) > 400:
        return None
    words = re.sub(r"\b(?:19|20)\d\d\b(?:\s*[-–]\s*(?:19|20)\d\d)?", " ", DATE_AND_CLOCK.sub(" ", match.group()))
    words = re.sub(r"^(?:©|\(c\)|copyright|by|\s)+", "", words, flags=re.I)
    named = re.match(rf"(?:the\s+)?({agency_pattern()})\b", words, re.I) if words else None
    agency = _agency(named[1]) if named else None
    return FooterLine(span=Span(line.start, line.end), agency=agency, weight=2)


def _wire(words: str) -> str | None:
    """The agency of a credit that names agencies alone."""
    credit = credit_of(words)
    alone = not credit.others and not credit.rest and not is_photo_credit(words, credit)
    return next(iter(credit.agencies), None) if alone else None


def _agency(words: str) -> str | None:
    return next(iter(credit_of(words.strip()).agencies), None)


def _span(line: Line, match: re.Match[str]) -> Span:
    return Span(line.start + match.start(), line.start + match.end())
