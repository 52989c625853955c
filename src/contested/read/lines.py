"""The lines of a text that hold words, with where they stand."""

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_TERMINAL = re.compile(r"[.!?…][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`start`, `end`: offsets of its words, white space around them left out; `blank_after`: an empty line or the end follows."""

    start: int
    end: int
    words: str
    blank_after: bool

    @property
    def is_telling(self) -> bool:
        """Long enough, or closed like a sentence."""
        return len(self.words) > 160 or (bool(_TERMINAL.search(self.words)) and self.words.count(" ") >= 7)

    @property
    def is_closed(self) -> bool:
        """Ends like a sentence."""
        return bool(_TERMINAL.search(self.words))


def content_lines(text: str) -> list[Line]:
    """Every line with a letter or digit, in order. Linear in the length of the text."""
    found = []
    matches = [match for match in _LINE.finditer(text) if not match.group().isspace()]
    for i, match in enumerate(matches):
        words = match.group().strip()
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        following = matches[i + 1].start() if i + 1 < len(matches) else len(text)
        gap = text[match.end() : following].replace("\r\n", "\n")
        blank = i + 1 == len(matches) or sum(gap.count(mark) for mark in "\n\r\u2028\u2029") > 1
        if any(character.isalnum() for character in words):
            found.append(Line(start=start, end=start + len(words), words=words, blank_after=blank))
    return found
