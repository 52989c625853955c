"""Dates as news pages print them: found by shape, read by dateparser, never guessed.

A date without its year, or with day and month that could be swapped, is no date.
"""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Literal

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

_NUMERIC = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{4}|\d{1,2})")

DateOrder = Literal["day-first", "month-first"]

_NOTHING = frozenset({"", "-", "null", "none", "nan", "nat", "n/a", "unknown"})
_EPOCH = "1970-01-01"
_LONGEST = 200
_PIVOT = 69  # the first year of two digits that is of the last century, as in POSIX
_SECONDS = re.compile(r"(\d{10})(?:\d{3}|\.\d+)?", re.A)
_COMPACT = re.compile(r"(?:19|20)\d{12}", re.A)
_MAIL = re.compile(r"(?:[A-Z][a-z]{2}, ?)?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d", re.A)
_SWAPPABLE = re.compile(
    rf"(?<![\d./-])(?P<date>(?P<first>\d{{1,2}})(?P<mark>[./-])(?P<second>\d{{1,2}})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d))(?!\d|[./-]\d)"
    rf"(?:(?:,?\s+|T)(?P<clock>{CLOCK}))?",
    re.I | re.A,
)
_OFFSET = re.compile(r"\s*\(?(?:Z\b|(?:UTC|GMT)?(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?\b|(?:UTC|GMT)\b)", re.A)


def iso_of(match: re.Match[str]) -> str | None:
    """The ISO day or minute of a match of `DATE_AND_CLOCK`, on the clock of the place it was written; None where it is no date."""
    day = _day(match["date"] or match["date_after"])
    clock = match["clock"] or match["clock_first"]
    if day is None or clock is None:
        return day
    minute = _clock(clock)
    return f"{day}T{minute}" if minute else day


def given_date(words: str | None, where: str, order: DateOrder | None = None) -> str | None:
    """A date that a structured source gave, as ISO day or minute; None where it gives none ("", "null", the first day that computers count).

    Read are ISO, e-mail dates, dates spelled out in English, seconds or milliseconds since 1970, and numbers by `order`; without an order only those that
    can be meant one way. A clock whose distance from UTC is given becomes UTC, another stays as it is; midnight to the second is a clock that nobody set.
    Raises UnreadableError where it is no date, or could be two.
    """
    if words is None or (words := words.strip()).casefold() in _NOTHING:
        return None
    try:
        found = _counted(words) or _machine(words) or _numbers(words[:_LONGEST], where, order) or _spelled(words[:_LONGEST])
    except (ValueError, OverflowError):  # the thirtieth of February, a moment outside the years that are counted
        found = None
    if found is None:
        raise UnreadableError(where, f'published: expected a date, got "{words[:40]}"')
    return None if found.startswith(_EPOCH) else found


def _counted(words: str) -> str | None:
    """Seconds or milliseconds since 1970."""
    match = _SECONDS.fullmatch(words)
    return f"{datetime.fromtimestamp(int(match[1]), UTC):%Y-%m-%dT%H:%M}" if match else None


def _machine(words: str) -> str | None:
    """ISO 8601, an e-mail's date, or fourteen digits."""
    if _COMPACT.fullmatch(words):
        return _minute(datetime.strptime(words, "%Y%m%d%H%M%S"))
    try:
        if words[:1].isdigit():
            return _minute(datetime.fromisoformat(re.sub(r"\s*(?:UTC|GMT)$", "Z", words)))
    except ValueError:  # not ISO
        pass
    if _MAIL.match(words):
        return _minute(parsedate_to_datetime(words))
    return None


def _numbers(words: str, where: str, order: DateOrder | None) -> str | None:
    match = _SWAPPABLE.search(words)
    if match is None:
        return None
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    plain = order or ("day-first" if match["mark"] == "." and len(match["year"]) == 4 else _only_order(first, second, match["year"]))
    if plain is None:
        raise UnreadableError(where, f"{match['date']}: day or month first? say so with --dates")
    day, month = (first, second) if plain == "day-first" else (second, first)
    if month > 12 and order and day <= 12:
        raise UnreadableError(where, f"{match['date']}: there is no month {month}, and dates are said to be {order}")
    if len(match["year"]) == 2:
        year += 1900 if year >= _PIVOT else 2000
    return _with_clock(date(year, month, day).isoformat(), match["clock"], words[match.end() :])


def _only_order(first: int, second: int, year: str) -> DateOrder | None:
    """The one order in which two numbers can be day and month; None where there are two, or where the first may be the year."""
    if len(year) == 2:
        return None
    if first == second or second <= 12 < first:
        return "day-first"
    return "month-first" if first <= 12 < second else None


def _spelled(words: str) -> str | None:
    match = DATE_AND_CLOCK.search(words)
    day = _day(match["date"] or match["date_after"]) if match else None
    if match is None or day is None:
        return None
    group = "clock" if match["clock"] else "clock_first"
    return _with_clock(day, match[group], words[match.end(group) :])


def _with_clock(day: str, clock: str | None, after: str) -> str:
    minute = _clock(clock) if clock else None
    if minute is None:
        return day
    zone = _OFFSET.match(after)
    if zone is None:
        return f"{day}T{minute}"
    return _minute(datetime.fromisoformat(f"{day}T{minute}{_iso_zone(zone)}"))


def _iso_zone(zone: re.Match[str]) -> str:
    return f"{zone['sign']}{int(zone['hours']):02}:{zone['minutes'] or '00'}" if zone["sign"] else "+00:00"


def _minute(moment: datetime) -> str:
    if (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return moment.date().isoformat()
    utc = moment.astimezone(UTC) if moment.tzinfo else moment
    return utc.replace(tzinfo=None).isoformat(timespec="minutes")


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
