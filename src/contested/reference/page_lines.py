"""Lines of a news page that tell nothing: share buttons, links to other stories, calls to subscribe, lines of pictures."""

import re
from functools import cache
from importlib.resources import files

from contested.errors import DataError

_FILE = "page_lines.tsv"
_PLACES = frozenset(("whole", "opening", "call", "caption", "network", "share", "list", "label"))
_LONGEST_LINK = 200
_LONGEST_CAPTION = 400
_MOST_BUTTONS = 24
_COUNTED = re.compile(
    r"\d+ ?(?:min(?:ute)?s?|sec(?:ond)?s?) read|\d+ (?:comments?|shares?|views?)|(?:about |last updated )?\d+ (?:minutes?|hours?|days?) ago"
)
_EDGES = "|•·*-–—_=>»›→▶:. "
_BUTTON = re.compile(r"[\w-]+")
_SYNDICATED = re.compile(r"The post .{3,250} (?:first appeared|appeared first) on \S.{1,80}")


def is_page_line(line: str) -> bool:
    """Whether a line of a report is one of the page, not of the telling."""
    words = line.strip()
    plain = words.casefold().strip(_EDGES)
    if plain in _words("whole") or _COUNTED.fullmatch(plain):
        return True
    if len(words) <= _LONGEST_LINK and (_opening().match(words) or (_shouted().match(words) and words[-1] not in ".!")):
        return True
    return _is_buttons(plain) or _SYNDICATED.fullmatch(words) is not None


def opens_caption(line: str) -> bool:
    """Whether a line begins as the lines of pictures do: "File photo: ...", "(Photo by ...", "FILE - ..."."""
    return len(line) <= _LONGEST_CAPTION and _caption().match(line) is not None


def opens_list(line: str) -> bool:
    """Whether headlines of other stories follow a line: "Related Articles", "Most read"."""
    return line.casefold().strip(_EDGES) in _words("list")


def opens_with_label(words: str) -> bool:
    """Whether words in capitals open with a label of the page ("WATCH", "FILE PHOTO") and so name no place."""
    first = re.match(r"\w+", words)
    return first is not None and first.group().casefold() in _words("label")


def _is_buttons(plain: str) -> bool:
    """Nothing but names of networks and words of share buttons: "Share Facebook Twitter 12"."""
    if len(plain) > _LONGEST_LINK:
        return False
    buttons = _BUTTON.findall(plain)
    networks, others = _words("network"), _words("share")
    if not 1 < len(buttons) <= _MOST_BUTTONS or not any(button in networks for button in buttons):
        return False
    return all(button in networks or button in others or button.isdigit() for button in buttons)


@cache
def _words(place: str) -> frozenset[str]:
    text = files("contested.reference").joinpath("data", "outlets", _FILE).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    if not rows or rows[0] != ["place", "words"] or any(len(row) != 2 or row[0] not in _PLACES for row in rows[1:]):
        raise DataError(_FILE, "expected the columns place, words")
    return frozenset(words for where, words in rows[1:] if where == place)


@cache
def _opening() -> re.Pattern[str]:
    """Labels want a colon or an arrow after them (a dash too, where they are two words); calls to the reader are enough by themselves."""
    labels, calls = _words("opening"), _words("call")
    long_labels = [words for words in labels if " " in words]
    return re.compile(rf"(?:{_any(labels)}\s*[:|>»›→]|{_any(long_labels)}\s+[-–—]\s|{_any(calls)}(?!\w))", re.I)


@cache
def _shouted() -> re.Pattern[str]:
    """A label in capitals before a headline: "ALSO READ Army returns to Norvale"."""
    return re.compile(rf"{_any([words.upper() for words in _words('opening') if ' ' in words])}\s+\S")


@cache
def _caption() -> re.Pattern[str]:
    """ "File photo: ...", "Image credit: ...", "(Photo by ...", and a wire's "FILE - In this picture ..."."""
    captions = _words("caption")
    long_captions = [words for words in captions if " " in words]
    return re.compile(
        rf"[(\[]?(?i:{_any(captions)})\s*(?:[:|/]|\s[-–—]\s)|(?i:{_any(long_captions)}),"
        r"|[(\[](?i:photo|picture|image) (?i:by|credit|courtesy)\b|FILE\s?[-–—]\s"
    )


def _any(words: list[str] | frozenset[str]) -> str:
    return "(?:" + "|".join(re.escape(one) for one in sorted(words, key=lambda one: (-len(one), one))) + ")"
