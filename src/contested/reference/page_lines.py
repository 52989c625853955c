"""Lines of a news page that tell nothing: share buttons, links to other stories, calls to subscribe."""

import re
from functools import cache
from importlib.resources import files

from contested.errors import DataError

_FILE = "page_lines.tsv"
_LONGEST_LINK = 200
_COUNTED = re.compile(
    r"\d+ ?(?:min(?:ute)?s?|sec(?:ond)?s?) read|\d+ (?:comments?|shares?|views?)|(?:about |last updated )?\d+ (?:minutes?|hours?|days?) ago"
)
_LEADS_ON = frozenset({"on", "at", "our", "to", "latest", "by", "published", "visit", "reserved"})


def is_page_line(line: str) -> bool:
    """Whether a line of a report is one of the page, not of the telling."""
    plain = line.strip().casefold().strip("|•·*-–—_=>»:. ")
    if plain in _words("whole") or _COUNTED.fullmatch(plain):
        return True
    return len(line) <= _LONGEST_LINK and _opening().match(line.strip()) is not None


def opens_with_label(words: str) -> bool:
    """Whether words in capitals open with a label of the page ("WATCH", "FILE PHOTO") and so name no place."""
    first = re.match(r"\w+", words)
    return first is not None and first.group().casefold() in _words("label")


@cache
def _words(place: str) -> frozenset[str]:
    text = files("contested.reference").joinpath("data", "outlets", _FILE).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    if not rows or rows[0] != ["place", "words"] or any(len(row) != 2 for row in rows):
        raise DataError(_FILE, "expected the columns place, words")
    return frozenset(words for where, words in rows[1:] if where == place)


@cache
def _opening() -> re.Pattern[str]:
    """Labels want a colon or an arrow after them; calls to the reader ("follow us on") are enough by themselves."""
    opening = sorted(_words("opening"), key=lambda words: (-len(words), words))
    calls = [words for words in opening if " " in words and words.split()[-1] in _LEADS_ON]
    labels = [words for words in opening if words not in calls]
    return re.compile(rf"(?:(?:{'|'.join(map(re.escape, labels))})\s*[:|>»]|(?:{'|'.join(map(re.escape, calls))})\b)", re.I)
