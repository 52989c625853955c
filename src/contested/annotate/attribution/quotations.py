"""Where quotation marks open and close, over sentences and paragraphs."""

import re

from contested.records import Span, Spans

_MARK = re.compile(r"[\"“”„«»]|``|''|\n\s*\n\s*|\n(?=[\"“„«]|'')")
_LONGEST = 3000


def quotations(text: str) -> Spans:
    """Stretches between quotation marks, the marks included, in order.

    A quotation that runs over a paragraph's end without a closing mark goes on where the next paragraph opens with one; each paragraph is a stretch.
    A mark that finds no partner within its paragraph is no quotation.
    """
    found: list[Span] = []
    opened: int | None = None
    for mark in _MARK.finditer(text):
        if opened is not None and mark.start() - opened > _LONGEST:
            opened = None
        if mark.group()[0] == "\n":
            if opened is not None and text[mark.end() : mark.end() + 1] in {'"', "“", "„", "«", "'"}:
                found.append(Span(opened, mark.start()))
            opened = None
        elif opened is None:
            opened = mark.start() if _may_open(text, mark) else None
        elif _must_open(text, mark):
            opened = mark.start()
        else:
            found.append(Span(opened, mark.end()))
            opened = None
    return tuple(found)


def _may_open(text: str, mark: re.Match[str]) -> bool:
    if mark.group() in {"”", "»"}:
        return False
    if mark.group() in {"“", "„", "«", "``"}:
        return True
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    # "5 inches 6"" and a stray closing mark: stuck to the word before, free after.
    return not (before and (before.isalnum() or before in ".,!?") and (not after or after.isspace() or after in ".,;:!?)"))


def _must_open(text: str, mark: re.Match[str]) -> bool:
    if mark.group() in {"“", "„", "«", "``"}:
        return True
    if mark.group() not in {'"', "''"}:
        return False
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return before.isspace() and after.isalnum()
