"""Lines of pictures: "File photo: ...", "Smoke over Norvale. (Photo by Jane Doe / AFP)"."""

import re

from contested.read.lines import Line
from contested.reference.page_lines import opens_caption

_WORD = r"(?:photo(?:graph)?|picture|image|pic)s?"
_BRACKETED = re.compile(
    rf"[(\[](?:(?i:(?:file )?{_WORD}(?: credit| courtesy)?)\s?(?::|/|\bby\b|\bof\b|\bvia\b)[^()\[\]\n]{{2,80}}"
    rf"|(?i:file|credit|courtesy)\s?[:/][^()\[\]\n]{{2,80}}"
    rf"|(?:AP|AFP|EPA|Reuters|REUTERS) (?i:{_WORD})\b[^()\[\]\n]{{0,80}}"
    rf"|[^()\[\]\n]{{2,60}}\b(?:Getty(?: Images)?|(?i:file {_WORD}|handout|pool)[^()\[\]\n]{{0,40}}))[)\]]\.?$"
)
_SQUARE = re.compile(r"\[[A-ZÀ-Þ][\w .'’-]{2,40}/[A-Z][\w .'’-]{1,40}\]$")
_PLAIN = re.compile(
    rf"(?:^|[.!?|–—”\"]\s*)(?i:{_WORD}(?: credit| courtesy)?)\s?(?::|\bby\b)\s?[A-ZÀ-Þ][^.:\n]{{1,60}}$"
    r"|[.!?|–—”\"]\s*(?i:credit|courtesy)\s?:\s?[A-ZÀ-Þ][^.:\n]{1,60}$"
    r"|\b(?:REUTERS|AP Photo|AFP PHOTO|EPA(?:-EFE)?)\s?/\s?[A-ZÀ-Þ][^.\n]{2,60}$|\bvia Getty Images$"
)
_LONGEST = 300
_LONGEST_CREDIT = 110


def picture_lines(lines: list[Line]) -> list[Line]:
    """The lines that say what a picture shows, by their opening or by the credit they end with; none where no other line tells anything."""
    pictures = [line for line in lines if opens_caption(line.words) or _ends_with_credit(line.words)]
    if not pictures:
        return []
    starts = {line.start for line in pictures}
    return pictures if any(line.is_telling and line.start not in starts for line in lines) else []


def _ends_with_credit(words: str) -> bool:
    if len(words) > _LONGEST:
        return False
    tail = words[-_LONGEST_CREDIT:]
    return any(pattern.search(tail) is not None for pattern in (_BRACKETED, _SQUARE, _PLAIN))
