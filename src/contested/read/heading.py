"""What a news text says of itself: outlet, agency, title, byline, publication date; and the stretches that are not telling."""

from dataclasses import dataclass, field

from contested.read.captions import picture_lines
from contested.read.dateline import Dateline, find_dateline
from contested.read.footer_lines import read_footer
from contested.read.header_lines import HeaderLine, read_header_line
from contested.read.lines import Line, content_lines
from contested.records import Span, Spans

_HEAD_CHARACTERS = 600
_HEAD_TELLING_LINES = 3
_LONGEST_TITLE = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """As in Report; None and empty where the text does not say. `published` only where the text prints it as its own date."""

    outlet: str | None = None
    agency: str | None = None
    published: str | None = None
    title: str | None = None
    byline: str | None = None
    furniture: Spans = ()


@dataclass(slots=True, kw_only=True)
class _Findings:
    """What was found so far; the first finding of a kind stays."""

    furniture: list[Span] = field(default_factory=list)
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    agency: str | None = None
    published: str | None = None
    in_dateline: str | None = None
    updated: str | None = None

    def add_line(self, line: Line, found: HeaderLine) -> None:
        self.furniture.append(Span(line.start, found.end))
        self.title = self.title or found.title
        self.byline = self.byline or found.byline
        self.outlet = self.outlet or found.outlet
        self.agency = self.agency or found.agency
        self.published = _finer(self.published, found.published)
        self.updated = self.updated or found.updated

    def add_dateline(self, line: Line, found: Dateline) -> None:
        self.furniture.append(Span(line.start, found.end))
        credit = found.credit
        self.agency = next(iter(credit.agencies), None) or self.agency  # the dateline names the wire of the text itself
        self.outlet = self.outlet or " / ".join(credit.outlets or credit.others) or None
        self.in_dateline = self.in_dateline or found.published


def find_heading(text: str) -> Heading:
    """What a news text says of itself. Offsets point into `text` as given. Linear in its length."""
    lines = content_lines(text)
    findings = _Findings()
    if pictures := picture_lines(lines):
        findings.furniture.extend(Span(line.start, line.end) for line in pictures)
        starts = {line.start for line in pictures}
        lines = [line for line in lines if line.start not in starts]
    titled, told_from, dateline = _read_head(lines, findings)
    if dateline is None:
        _deep_datelines(lines, findings, told_from)
    agency = findings.agency
    weight = 0
    for found in read_footer(text, lines, telling_from=told_from):
        findings.furniture.append(found.span)
        findings.published = findings.published or found.published
        if agency is None or (weight and found.agency and found.weight > weight):
            agency, weight = found.agency, found.weight
    return Heading(
        outlet=findings.outlet,
        agency=agency,
        published=findings.published or findings.in_dateline or findings.updated,
        title=findings.title or (titled.words if titled else None),
        byline=findings.byline,
        furniture=merged(findings.furniture),
    )


def _read_head(lines: list[Line], findings: _Findings) -> tuple[Line | None, int, Line | None]:
    """Reads the lines above the telling. The title, where the telling begins, and the line with the dateline."""
    told, titled, told_from = 0, None, None
    for i, line in enumerate(lines):
        if told >= _HEAD_TELLING_LINES or (told and line.start > _HEAD_CHARACTERS) or line.start > _HEAD_CHARACTERS * 5:
            break
        if dateline := find_dateline(line, strict=False):
            findings.add_dateline(line, dateline)
            return titled, line.start, line
        if found := read_header_line(line):
            findings.add_line(line, found)
            told += found.end < line.end and not found.title
        elif line.is_telling:
            told += 1
        elif titled is None and not told and _is_title(line, lines[i + 1] if i + 1 < len(lines) else None):
            titled = line
        told_from = line.start if told and told_from is None else told_from
    return titled, told_from or 0, None


def _deep_datelines(lines: list[Line], findings: _Findings, start: int) -> None:
    """A dateline that names a known agency, below menus and captions."""
    for line in lines:
        if line.start >= start and (dateline := find_dateline(line, strict=True)):
            findings.add_dateline(line, dateline)
            return


def _is_title(line: Line, following: Line | None) -> bool:
    """A short line without a full stop, with an empty line, a header line or a longer line after it."""
    words = line.words
    if len(words) > _LONGEST_TITLE or words[-1] in ".;:," or words.islower() or following is None or words.count(" ") < 1:
        return False
    if line.blank_after or find_dateline(following, strict=False) or read_header_line(following):
        return True
    return following.is_telling and len(following.words) > 1.5 * len(words) and not following.words[0].islower()


def _finer(old: str | None, new: str | None) -> str | None:
    """The first date found; a later one only where it adds the clock to the same day."""
    if old is None or (new is not None and new.startswith(old)):
        return new or old
    return old


def merged(spans: list[Span]) -> Spans:
    """The same stretches in order, those that touch joined, empty ones left out."""
    merged: list[Span] = []
    for span in sorted(spans):
        if span.end <= span.start:
            continue
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
