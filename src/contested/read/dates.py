"""Dates as news pages print them: found by shape, read by dateparser, never guessed.

A date without its year, or with day and month that could be swapped, is no date.
"""

import re
from datetime import date
from functools import lru_cache

from contested.errors import UnreadableError

MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
WEEKDAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
_DAY = r"(?:[0-2]?\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
CLOCK = r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\b\.?)?|(?:1[0-2]|0?[1-9])\s?[ap]\.?m\b\.?"
ZONE = r"(?:\s*\(?(?:GMT|UTC|[ECMPB][SD]T|CEST|CET|EET|EEST|MSK|IST|PKT|AFT|AST|EAT|WAT|ET|PT|Z|[+-]\d\d:?\d\d|(?:GMT|UTC)[+-]\d{1,2}(?::\d\d)?)\b\)?)?"
DATE = (
    rf"(?:{WEEKDAY},?\s+)?(?:{_DAY}(?:\s+of)?[\s-]+{MONTH},?[\s-]+{_YEAR}|{MONTH}\s+{_DAY},?\s+{_YEAR})\b"
    rf"|{_YEAR}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?!\d)|{_YEAR}/(?:0?\d|1[0-2])/(?:[0-2]?\d|3[01])\b"
    rf"|\b(?:[0-2]?\d|3[01])\.(?:0?\d|1[0-2])\.{_YEAR}\b|\b(?:[0-2]?\d|3[01])/(?:[0-2]?\d|3[01])/{_YEAR}\b"
)
BETWEEN = r"(?:\s*[|@,·•–—-]\s*|\s+at\s+|\s+|T)"
DATE_AND_CLOCK = re.compile(rf"(?P<clock_first>{CLOCK}){ZONE}{BETWEEN}(?P<date_after>{DATE})|(?P<date>{DATE})(?:{BETWEEN}(?P<clock>{CLOCK}){ZONE})?", re.I)
"""A whole date with the clock time beside it, if any. Four groups: read it with `iso_of`."""

YEARLESS = re.compile(rf"(?:{MONTH}\s+{_DAY}|{_DAY}\s+{MONTH})", re.I)
"""A day and a month."""

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?)?", re.I)
_NUMERIC = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{4}|\d{1,2})")


def iso_of(match: re.Match[str]) -> str | None:
    """The ISO day or minute of a match of `DATE_AND_CLOCK`, on the clock of the place it was written; None where it is no date."""
    day = _day(match["date"] or match["date_after"])
    clock = match["clock"] or match["clock_first"]
    if day is None or clock is None:
        return day
    minute = _clock(clock)
    return f"{day}T{minute}" if minute else day


def given_date(words: str | None, where: str) -> str | None:
    """A date a structured source gave, as ISO day or minute. Raises UnreadableError where it is none."""
    if words is None:
        return None
    if (iso := _ISO.fullmatch(words)) and (day := _day(iso[1])):
        return f"{day}T{iso[2]}" if iso[2] and _clock(iso[2]) else day
    if (match := DATE_AND_CLOCK.search(words)) and (found := iso_of(match)):
        return found
    raise UnreadableError(where, f'published: expected a date, got "{words[:40]}"')


@lru_cache(maxsize=4096)
def _day(words: str) -> str | None:
    if numeric := _NUMERIC.fullmatch(words):
        return _numeric_day(numeric)
    import dateparser  # a third of a second to load: only where a date is spelled out

    plain = re.sub(rf"^{WEEKDAY},?\s+|\bof\b|[.,]", " ", words, flags=re.I)
    found = dateparser.parse(" ".join(plain.split()), languages=["en"], settings={"STRICT_PARSING": True, "PARSERS": ["absolute-time"]})
    return found.date().isoformat() if found else None


def _numeric_day(match: re.Match[str]) -> str | None:
    first, mark, second, third = match.groups()
    if len(first) == 4:
        year, month, day = int(first), int(second), int(third)
    elif len(third) == 4:
        year, month, day = int(third), int(second), int(first)
        if mark == "/" and month != day:
            if month <= 12 and day <= 12:
                return None  # 03/04/2031: the third of April, or the fourth of March
            if month > 12:
                month, day = day, month
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _clock(words: str) -> str | None:
    match = re.fullmatch(r"(\d{1,2})(?:[:.](\d\d))?(?:[:.]\d\d)?\s?(?:([ap])\.?m\.?)?", words.strip(), re.I)
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    if half and hour <= 12:  # "17:40 PM" is printed too: then the half says nothing
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
