"""From the lines of printed pages to paragraphs.

A line of print ends where the column does, so lines are joined; a word cut by a hyphen is made whole. Running heads and page numbers are
left out: they would stand in the middle of sentences that go over the page.
"""

import re
from collections import Counter
from itertools import pairwise

_NUMBER = re.compile(r"[-–—|\s]*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*", re.I)
_DIGITS = re.compile(r"\d+")
_CUT = re.compile(r"(?:^|[\s(“\"'])([a-z]\w*)[-\u00ad]$")
_ENDS = (".", "!", "?", ":", "”", '"', "…", ";")
_EDGE = 2
_FEWEST = 3
_SHORT = 0.5
_SHORTER = 0.85


def paragraphs(pages: list[list[str]]) -> str:
    """The text, an empty line between two paragraphs."""
    kept = _without_running(pages)
    lines = [line for page in kept for line in page]
    full = _full_width(lines)
    told: list[str] = []
    for line, begins in _with_breaks(kept, full):
        if told:
            told += ("\n\n",) if begins else _between(told, line)
        told.append(line)
    return "".join(told)


def _without_running(pages: list[list[str]]) -> list[list[str]]:
    """The lines without those that stand at the edge of most pages, and without page numbers. An empty line stays one."""
    stripped = [[" ".join(line.split()) for line in page] for page in pages]
    edges = [_edge(page) for page in stripped]
    often = Counter(key for page, edge in zip(stripped, edges, strict=True) for key in {_key(page[i]) for i in edge})
    running = {key for key, count in often.items() if count >= _FEWEST and count * 2 > len(pages)}
    return [
        [line for i, line in enumerate(page) if not (i in edge and (_key(line) in running or _NUMBER.fullmatch(line)))]
        for page, edge in zip(stripped, edges, strict=True)
    ]


def _edge(page: list[str]) -> frozenset[int]:
    filled = [i for i, line in enumerate(page) if line]
    return frozenset(filled[:_EDGE] + filled[-_EDGE:]) if len(filled) > 1 else frozenset()


def _key(line: str) -> str:
    return _DIGITS.sub("#", line.casefold())


def _full_width(lines: list[str]) -> int:
    """How long a full line is: nine of ten are no longer."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _with_breaks(pages: list[list[str]], full: int) -> list[tuple[str, bool]]:
    """The filled lines, each with whether a paragraph begins there."""
    found: list[tuple[str, bool]] = []
    for page in pages:
        filled = [(i, line) for i, line in enumerate(page) if line]
        if filled:
            begins = not found or _ends(found[-1][0], full) or found[-1][0].endswith(_ENDS)
            found.append((filled[0][1], begins))
        found += [(line, i - before > 1 or _ends(last, full)) for (before, last), (i, line) in pairwise(filled)]
    return found


def _ends(line: str, full: int) -> bool:
    return len(line) < _SHORT * full or (len(line) < _SHORTER * full and line.endswith(_ENDS))


def _between(told: list[str], line: str) -> tuple[str, ...]:
    """What stands between the last line and the next; the hyphen of a word that was cut goes."""
    last = told[-1]
    if line[0].islower() and _CUT.search(last):
        told[-1] = last[:-1]
        return ()
    return () if last.endswith("-") and last[-2:-1].isalnum() else (" ",)
