"""Words of reports, made harmless for a terminal."""

import re

from rich.text import Text

_control = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def plain(text: str) -> str:
    """The same text, character for character, with every control character but tab and new line made visible or blank.

    A report may carry terminal commands, and a terminal would obey them; the length stays, so every offset still points to its words.
    """
    return _control.sub(lambda found: " " if found.group() == "\r" else "\N{REPLACEMENT CHARACTER}", text)


def cell(words: str | None, style: str = "") -> Text:
    """Words for a table, never read as markup."""
    return Text(plain(words or ""), style=style)
