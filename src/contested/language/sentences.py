"""Where sentences begin and end: rules for news text, without a model, so that tracing and annotating see the same ones.

A headline, subhead, dateline or caption that stands on its own line, or is set off with dashes, is a sentence of its own.
"""

import re

from contested.records import Span, Spans

_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)")
_OPENS = re.compile(r"\s*(?:[-–—]{1,2}\s*)?[\"'“‘(\[]*[A-Z0-9À-ÞĀ-ŽЀ-Я\u0600-\u06ff]")
_SUBHEAD = re.compile(r"[-–—]{1,2} ?[^\n.–—-][^\n.–—]{2,58}? [-–—]{1,2}\s+(?=[\"“'A-Z])")
_TITLE_BEFORE = re.compile(
    r"(?:^|[\s(\"“])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Brig|Adm|Cmdr|Gov|Sen|Rep|Rev|St|Hon|Pres|Sr|Jr|Insp|Supt|No|Nos|vs|v|Jan|Feb|Mar|Apr|Jun|Jul|"
    r"Aug|Sep|Sept|Oct|Nov|Dec|approx|est|al|Inc|Ltd|Co|Corp|Ave|Mt|Ft|e\.g|i\.e|a\.m|p\.m|Ph\.D)$"
)
_INITIALS = re.compile(r"(?:^|[\s(\"“.-])[A-Z]$")
_TERMINAL = re.compile(r"[.!?…:;][\"'”’)\]]*\s*$")
_WRAP_WIDTH = 110


def split_sentences(text: str, furniture: Spans = ()) -> Spans:
    """Sentences of a news text as spans without surrounding white space, in order, never overlapping.

    `furniture` (bylines, datelines, share lines) is left out; a sentence never crosses it. Linear in the length of the text.
    """
    return tuple(
        trimmed
        for piece in _between(text, furniture)
        for block in _blocks(text, piece)
        for sentence in _sentences(text, block)
        if (trimmed := _trim(text, sentence)) is not None
    )


def _between(text: str, furniture: Spans) -> list[Span]:
    pieces, at = [], 0
    for span in sorted(furniture):
        if span.start > at:
            pieces.append(Span(at, span.start))
        at = max(at, span.end)
    if at < len(text):
        pieces.append(Span(at, len(text)))
    return pieces


def _blocks(text: str, piece: Span) -> list[Span]:
    """Lines, or runs of lines where the text is hard-wrapped."""
    blocks = []
    for paragraph in re.finditer(r"(?:[^\n]|\n(?![^\S\n]*\n))+", text[piece.start : piece.end]):
        at = piece.start + paragraph.start()
        lines = [Span(at + line.start(), at + line.end()) for line in re.finditer(r"[^\n]+", paragraph.group())]
        wrapped = _is_wrapped([text[line.start : line.end] for line in lines])
        start = None
        for i, line in enumerate(lines):
            start = line.start if start is None else start
            following = text[lines[i + 1].start : lines[i + 1].end].lstrip() if i + 1 < len(lines) else ""
            if following and (wrapped or following[0].islower()):
                continue
            blocks.append(Span(start, line.end))
            start = None
    return blocks


def _is_wrapped(lines: list[str]) -> bool:
    """Three lines or more, none long, and half of the inner line ends fall inside a sentence."""
    if len(lines) < 3 or max(map(len, lines)) > _WRAP_WIDTH:
        return False
    return sum(not _TERMINAL.search(line) for line in lines[:-1]) * 2 >= len(lines) - 1


def _sentences(text: str, block: Span) -> list[Span]:
    found, start = [], block.start
    if subhead := _SUBHEAD.match(text, _first_letter(text, block), block.end):
        found.append(Span(start, subhead.end()))
        start = subhead.end()
    for end in _END.finditer(text, block.start, block.end):
        if end.end() <= start or end.end() >= block.end:
            continue
        if not _OPENS.match(text, end.end(), block.end) or _is_abbreviation(text, start, end):
            continue
        found.append(Span(start, end.end()))
        start = end.end()
    found.append(Span(start, block.end))
    return found


def _first_letter(text: str, block: Span) -> int:
    at = block.start
    while at < block.end and text[at].isspace():
        at += 1
    return at


def _is_abbreviation(text: str, start: int, end: re.Match[str]) -> bool:
    if end.group()[0] != "." or len(end.group()) > 1:
        return False
    before = text[max(start, end.start() - 14) : end.start()]
    return bool(_TITLE_BEFORE.search(before) or _INITIALS.search(before))


def _trim(text: str, span: Span) -> Span | None:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return Span(start, end) if any(character.isalnum() for character in text[start:end]) else None
