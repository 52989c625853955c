"""Dates as web pages give them to machines: ISO, e-mail and printed forms; a clock with a zone becomes UTC."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from contested.read.dates import DATE_AND_CLOCK, iso_of

_ISO = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<dash>-?)(?P<month>\d\d)(?P=dash)(?P<day>\d\d)"
    r"(?:(?:T|\s+|,\s*)?(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.I,
)
_MAIL = re.compile(r"(?:[A-Z][a-z]{2}, ?)?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)?(?: ?(?P<zone>GMT|UTC|UT|[+-]\d{4}))")
_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)|/((?:19|20)\d\d)(\d\d)(\d\d)/")
_LONGEST = 80
_EPOCH = "1970-01-01"


def moment(words: str) -> str | None:
    """The ISO day or minute of a date given to machines, None where it is none.

    With a zone the minute is UTC, without one it is as given. Midnight to the second is how a clock is filled in that nobody set: the day alone is
    kept. A day and month that could be swapped are no date, nor is the first day that computers count.
    """
    words = words.strip()
    if len(words) > _LONGEST:
        return None
    match = _ISO.fullmatch(words)
    found = _iso(match) if match else _mail(words) or _printed(words)
    return None if found is None or found.startswith(_EPOCH) else found


def day_in(address: str) -> str | None:
    """The ISO day in the path of a web address: ".../2031/03/04/...". None where it has none."""
    match = _ADDRESS.search(address)
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        return datetime(year, month, day).date().isoformat()
    except ValueError:
        return None


def _iso(match: re.Match[str]) -> str | None:
    clock, zone = match["hour"] and f"{match['hour']}:{match['minute']}", match["zone"]
    try:
        day = datetime(int(match["year"]), int(match["month"]), int(match["day"])).date().isoformat()
        if not clock or (clock == "00:00" and int(match["second"] or 0) == 0):
            return day
        if zone is None:
            return f"{datetime.fromisoformat(f'{day}T{clock}'):%Y-%m-%dT%H:%M}"
        return _utc(datetime.fromisoformat(f"{day}T{clock}{zone if zone[0] in '+-' else '+00:00'}"))
    except (ValueError, OverflowError):
        return None


def _mail(words: str) -> str | None:
    if _MAIL.fullmatch(words) is None:
        return None
    try:
        return _utc(parsedate_to_datetime(words))
    except (ValueError, OverflowError):
        return None


def _printed(words: str) -> str | None:
    match = DATE_AND_CLOCK.search(words)
    return iso_of(match) if match else None


def _utc(given: datetime) -> str:
    return f"{given.astimezone(UTC):%Y-%m-%dT%H:%M}"
