"""Feasts, and months of other calendars: the days they fall on in our own.

Fixed feasts are a day of a month; moving ones are told from Easter or from the Islamic calendar (Umm al-Qura, by the package hijridate); months of the
Solar Hijri calendar of Iran and Afghanistan by the package persiantools.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from contested.annotate.times.calendar import day_of
from contested.annotate.times.found import Found
from contested.annotate.times.lexicon import load_lexicon
from contested.annotate.times.telling import Meaning, Telling, named, unplaced

_DAY = timedelta(days=1)
_NO_YEAR = "the year is nowhere told"
_EASTERS = {"easter": 3, "orthodox": 2}  # as dateutil counts them
_HIJRI_YEARS = (1924, 2077)  # what hijridate covers
_SOLAR_YEARS = (1300, 1499)

Days = tuple[date, date]


def resolve_feast(found: Found, telling: Telling) -> Meaning:
    """The feast of its year, else of the year that fits."""
    code = load_lexicon().feasts[re.sub(r"\s+", " ", found.part("feast").lower())]
    if found.part("year"):
        fits = list(_days(code, int(found.part("year"))))
        return _meaning(code, fits[0], "the words name its year") if fits else unplaced("DATE", "outside the calendar")
    anchor = telling.now()
    if anchor is None:
        return unplaced("DATE", _NO_YEAR)
    fits = [days for year in (anchor.year - 1, anchor.year, anchor.year + 1) for days in _days(code, year)]
    chosen = telling.nearest([first for first, _ in fits], lead=found.lead)
    days = next((days for days in fits if days[0] == chosen), None)
    return _meaning(code, days, f"the one that fits, {telling.because()}") if days else unplaced("DATE", "outside the calendar")


def _meaning(code: str, days: Days, because: str) -> Meaning:
    first, last = days
    if code.startswith("hijri"):
        because = f"by the Islamic calendar, which the sight of the moon may move by a day; {because}"
        value = first.isoformat() if len(code.split("-")) == 2 else None
        return Meaning(type="DATE", value=value, because=because, first=first, last=last, stretch=day_of(first) if value else None, score=0.7)
    return named(day_of(first), f"a feast on one day of the year; {because}", score=0.8)


def _days(code: str, year: int) -> Iterator[Days]:
    """When a feast falls in a year: once, but an Islamic one may fall in it twice or not at all. A moon-bound day leaves the day after open."""
    kind, _, rest = code.partition(" ")
    if kind in _EASTERS:
        from dateutil.easter import easter  # type: ignore[import-untyped]  # it has no types

        day = easter(year, _EASTERS[kind]) + int(rest) * _DAY
        yield day, day
    elif kind == "hijri":
        yield from _hijri(rest, year)
    else:
        month, day_number = (int(number) for number in code.split("-"))
        yield date(year, month, day_number), date(year, month, day_number)


def _hijri(rest: str, year: int) -> Iterator[Days]:
    from hijridate import Gregorian, Hijri

    if not _HIJRI_YEARS[0] < year < _HIJRI_YEARS[1]:
        return
    month, _, day_number = rest.partition("-")
    opening = Gregorian(year, 1, 1).to_hijri().year
    for hijri_year in (opening, opening + 1, opening + 2):
        start = Hijri(hijri_year, int(month), int(day_number or 1))
        first = date(*start.to_gregorian().datetuple())
        if first.year == year:
            yield first, first + (_DAY if day_number else (start.month_length() - 1) * _DAY)


def resolve_solar(found: Found, telling: Telling) -> Meaning | None:
    """ "22 Asad 1400", "Khordad 1401", "the 3rd of Sawr": a day or month of the Solar Hijri calendar."""
    month = load_lexicon().solar_months[_told(found, "solar", "solar2", "solar3").lower()]
    day = int(told) if (told := _told(found, "day", "day3")) else None
    if year := _told(found, "solar_year", "solar_year3"):
        days = _solar(int(year), month, day)
        return _solar_meaning(days, day, "the words name it in full") if days else None
    anchor = telling.now()
    if anchor is None:
        return unplaced("DATE", _NO_YEAR)
    fits = [days for year in range(anchor.year - 623, anchor.year - 619) if (days := _solar(year, month, day))]
    chosen = telling.nearest([first for first, _ in fits], lead=found.lead)
    days = next((days for days in fits if days[0] == chosen), None)
    return _solar_meaning(days, day, f"the year that fits, {telling.because()}") if days else None


def _told(found: Found, *parts: str) -> str:
    return next((words for part in parts if (words := found.part(part))), "")


def _solar(year: int, month: int, day: int | None) -> Days | None:
    from persiantools.jdatetime import JalaliDate

    if not _SOLAR_YEARS[0] <= year <= _SOLAR_YEARS[1]:
        return None
    try:
        first: date = JalaliDate(year, month, day or 1).to_gregorian()  # type: ignore[no-untyped-call]  # it is typed in part
    except ValueError:
        return None
    return first, first if day else first + (JalaliDate.days_in_month(month, year) - 1) * _DAY


def _solar_meaning(days: Days, day: int | None, because: str) -> Meaning:
    because = f"by the Solar Hijri calendar; {because}"
    if day is not None:
        return named(day_of(days[0]), because)
    return Meaning(type="DATE", value=None, because=because, first=days[0], last=days[1], score=0.9)
