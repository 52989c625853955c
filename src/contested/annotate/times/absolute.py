"""Dates, months, years and the like: what a calendar can place, given at most the year."""

import re
from datetime import date

from contested.annotate.times.calendar import (
    Stretch,
    century_of,
    day_of,
    decade_of,
    half_of,
    month_of,
    quarter_of,
    season_of,
    year_of,
)
from contested.annotate.times.found import Found
from contested.annotate.times.lexicon import load_lexicon
from contested.annotate.times.telling import Meaning, Telling, named, unplaced

_STATED = "the words name it in full"
_NO_YEAR = "the year is nowhere told"


def resolve_iso(found: Found, _: Telling) -> Meaning | None:
    try:
        day = date(int(found.part("year")), int(found.part("month")), int(found.part("day")))
    except ValueError:
        return None
    if found.part("clock"):
        found.day_part = f"T{found.part('clock')}{found.part('zone')}"
    return named(day_of(day), _STATED, score=1.0)


def resolve_slashed(found: Found, _: Telling) -> Meaning | None:
    """ "25/12/2021" has one reading; "08/12/2021" has two and stays open; full stops put the day first."""
    one, two, year = int(found.part("one")), int(found.part("two")), int(found.part("year"))
    if one <= 12 and two <= 12 and one != two and found.part("sign") == "/":
        return unplaced("DATE", "day and month could be swapped")
    day, month = (one, two) if found.part("sign") == "." or one > 12 or two <= 12 else (two, one)
    try:
        return named(day_of(date(year, month, day)), "only one order of day and month is possible", score=0.95)
    except ValueError:
        return None


def resolve_month_day(found: Found, telling: Telling) -> Meaning | None:
    """A day of a month, with its year or with the year that fits."""
    lexicon = load_lexicon()
    month, day = lexicon.month(found.part("month")), int(found.part("day"))
    weekday = lexicon.weekdays.get(found.part("weekday").lower())
    if found.part("year"):
        try:
            return named(day_of(date(int(found.part("year")), month, day)), _STATED, score=1.0)
        except ValueError:
            return None
    fit = _of_told_year(found, telling, month, day) or telling.fitting(month, day, weekday=weekday, lead=found.lead)
    if fit is None:
        return unplaced("DATE", _NO_YEAR)
    return named(day_of(fit), f"the year that fits, {telling.because()}")


def resolve_month(found: Found, telling: Telling) -> Meaning | None:
    month = load_lexicon().month(found.part("month"))
    if short := re.search(r"\d\d$", found.part("apostrophe")):
        return named(month_of(_full_year(int(short.group()), telling), month), _STATED)
    if found.part("year"):
        return named(month_of(int(found.part("year")), month), _STATED, score=1.0)
    fit = _of_told_year(found, telling, month, 1) or telling.fitting(month, None, lead=found.lead)
    return named(month_of(fit.year, month), f"the year that fits, {telling.because()}") if fit else unplaced("DATE", _NO_YEAR)


def _of_told_year(found: Found, telling: Telling, month: int, day: int) -> date | None:
    """ "25 July of that year"."""
    year, _ = year_told(found, telling) if found.part("rel") else (None, "")
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None


def _full_year(short: int, telling: Telling) -> int:
    return 2000 + short if telling.published and 2000 + short <= telling.published.year + 1 else 1900 + short


def resolve_year(found: Found, _: Telling) -> Meaning | None:
    return named(year_of(int(found.part("year"))), _STATED, score=0.95) if found.part("year") else None


def resolve_bc(found: Found, _: Telling) -> Meaning:
    return Meaning(type="DATE", value=f"BC{int(found.part('year')):04d}", because="before our era; no ISO day can say it", score=0.9)


def resolve_decade(found: Found, _: Telling) -> Meaning:
    if found.part("bc"):
        return Meaning(type="DATE", value=f"BC{int(found.part('decade')):03d}", because="before our era; no ISO day can say it", score=0.9)
    if found.part("short"):
        return named(decade_of(1900 + 10 * int(found.part("short"))), "a decade without its century, read in the last one", score=0.7)
    return named(decade_of(int(found.part("decade")) * 10), _STATED, score=1.0)


def resolve_decade_name(found: Found, telling: Telling) -> Meaning:
    tens = load_lexicon().decade_names[found.part("name").lower()]
    anchor = telling.now()
    century = anchor.year // 100 * 100 if telling.narrative and anchor else 1900
    return named(decade_of(century + 10 * tens), "the decade's name, read in the century that fits", score=0.7)


def resolve_century(found: Found, _: Telling) -> Meaning | None:
    words = found.part("ordinal").lower()
    number = int(re.sub(r"\D", "", words) or load_lexicon().ordinals[words]) - 1
    if found.part("bc"):
        return Meaning(type="DATE", value=f"BC{number:02d}", because="before our era; no ISO day can say it", score=0.9)
    if not 0 < number < 99:
        return None
    return named(century_of(number * 100), "the century's number less one, as TIMEX3 counts", score=0.9)


def resolve_quarter(found: Found, telling: Telling) -> Meaning | None:
    """ "the third quarter", "Q3 2020"; without a year the latest that had begun, or the next where the verb looks ahead."""
    ordinal = found.part("ordinal").lower()
    if ordinal == "last" and not (found.part("year") or found.part("rel")):
        return None
    number = int(found.part("digit") or {"last": 4}.get(ordinal) or load_lexicon().ordinals[ordinal])
    year, because = year_told(found, telling)
    if year is None:
        return unplaced("DATE", _NO_YEAR)
    quarter = quarter_of(year, number)
    if not (found.part("year") or found.part("rel")):
        quarter = _shifted(quarter, quarter_of(year - 1, number), quarter_of(year + 1, number), telling)
    return named(quarter, because)


def resolve_half(found: Found, telling: Telling) -> Meaning:
    number = int(found.part("digit") or {"first": 1}.get(found.part("ordinal").lower(), 2))
    year, because = year_told(found, telling)
    return named(half_of(year, number), because) if year is not None else unplaced("DATE", _NO_YEAR)


def year_told(found: Found, telling: Telling) -> tuple[int | None, str]:
    """The year of "2020", "last year" or "that year", else the running one; and why."""
    if found.part("year"):
        return int(found.part("year")), _STATED
    leaning = found.part("rel") in {"that", "the same", "the following", "the previous"}
    anchor = (telling.told() if leaning else None) or telling.now()
    if anchor is None:
        return None, _NO_YEAR
    step = {"last": -1, "the previous": -1, "next": 1, "the following": 1}.get(found.part("rel").lower(), 0)
    return anchor.year + step, telling.because()


def _shifted(this: Stretch, previous: Stretch, following: Stretch, telling: Telling) -> Stretch:
    anchor = telling.now()
    if anchor is None or telling.narrative:
        return this
    if telling.is_ahead():
        return following if this.last < anchor else this
    return previous if this.first > anchor else this


def resolve_season(found: Found, telling: Telling) -> Meaning:
    """A northern season."""
    code = load_lexicon().seasons[found.part("season").lower()]
    found.edge = found.edge or found.part("edge").lower() or None
    if found.part("year"):
        return named(season_of(int(found.part("year")), code), _STATED, score=0.9)
    anchor, which = telling.now(), found.part("which").lower()
    if found.part("rel") and (year := year_told(found, telling)[0]):
        return named(season_of(year, code), f"{telling.because()}; a northern season", score=0.8)
    if anchor is None:
        return unplaced("DATE", _NO_YEAR)
    this = season_of(anchor.year, code)
    if which == "last":
        chosen = this if this.last < anchor else season_of(anchor.year - 1, code)
    elif which == "next" or which.endswith(("following", "coming", "the next")):
        chosen = this if this.first > anchor else season_of(anchor.year + 1, code)
    elif which in {"that", "this", "the same", "that same"} or (code == "WI" and telling.narrative):
        chosen = this
    else:
        chosen = _shifted(this, season_of(anchor.year - 1, code), season_of(anchor.year + 1, code), telling)
    return named(chosen, f"{telling.because()}; a northern season", score=0.7)
