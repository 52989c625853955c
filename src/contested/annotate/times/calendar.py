"""Stretches of the calendar, each with its TIMEX3 value."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Grain = Literal["day", "weekend", "week", "month", "quarter", "half", "season", "year", "decade", "century"]

# The month a season starts in; winter ends in the next year's February.
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# Where "early" and the like begin and end, in months of a year and years of a decade.
_CUTS: dict[Grain, tuple[Grain, dict[str, tuple[int, int]]]] = {
    "year": ("month", {"early": (0, 4), "mid": (4, 8), "late": (8, 12), "start": (0, 2), "end": (10, 12)}),
    "decade": ("year", {"early": (0, 4), "mid": (3, 7), "late": (6, 10), "start": (0, 2), "end": (8, 10)}),
    "century": ("year", {"early": (0, 35), "mid": (35, 65), "late": (65, 100), "start": (0, 10), "end": (90, 100)}),
}
_ORDER = ("SP", "SU", "FA", "WI")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """From `first` to `last` day, both inside; `value` as TIMEX3 writes it."""

    first: date
    last: date
    grain: Grain
    value: str

    def __contains__(self, other: "Stretch") -> bool:
        return self.first <= other.first and other.last <= self.last


def day_of(day: date) -> Stretch:
    return Stretch(first=day, last=day, grain="day", value=day.isoformat())


def week_of(day: date) -> Stretch:
    """The ISO week, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    return Stretch(first=monday, last=monday + timedelta(days=6), grain="week", value=f"{year}-W{week:02d}")


def weekend_of(day: date) -> Stretch:
    """The Saturday and Sunday of the ISO week."""
    week = week_of(day)
    return Stretch(first=week.first + timedelta(days=5), last=week.last, grain="weekend", value=f"{week.value}-WE")


def month_of(year: int, month: int) -> Stretch:
    return Stretch(first=date(year, month, 1), last=_month_end(year, month), grain="month", value=f"{year:04d}-{month:02d}")


def quarter_of(year: int, quarter: int) -> Stretch:
    return Stretch(first=date(year, 3 * quarter - 2, 1), last=_month_end(year, 3 * quarter), grain="quarter", value=f"{year:04d}-Q{quarter}")


def half_of(year: int, half: int) -> Stretch:
    return Stretch(first=date(year, 6 * half - 5, 1), last=_month_end(year, 6 * half), grain="half", value=f"{year:04d}-H{half}")


def season_of(year: int, season: str) -> Stretch:
    """A northern season by its TIMEX3 code; "WI" runs from December into the next year."""
    start = _SEASON_STARTS[season]
    last = _month_end(year + 1, 2) if season == "WI" else _month_end(year, start + 2)
    return Stretch(first=date(year, start, 1), last=last, grain="season", value=f"{year:04d}-{season}")


def year_of(year: int) -> Stretch:
    return Stretch(first=date(year, 1, 1), last=date(year, 12, 31), grain="year", value=f"{year:04d}")


def decade_of(year: int) -> Stretch:
    start = year // 10 * 10
    return Stretch(first=date(max(start, 1), 1, 1), last=date(start + 9, 12, 31), grain="decade", value=f"{start // 10:03d}")


def century_of(year: int) -> Stretch:
    """As TIMEX3 counts: "19" is 1900 to 1999."""
    start = year // 100 * 100
    return Stretch(first=date(max(start, 1), 1, 1), last=date(start + 99, 12, 31), grain="century", value=f"{start // 100:02d}")


def holding(grain: Grain, day: date) -> Stretch:
    """The stretch of a grain that holds a day."""
    match grain:
        case "day":
            return day_of(day)
        case "week":
            return week_of(day)
        case "weekend":
            return weekend_of(day)
        case "month":
            return month_of(day.year, day.month)
        case "quarter":
            return quarter_of(day.year, (day.month + 2) // 3)
        case "half":
            return half_of(day.year, 1 if day.month < 7 else 2)
        case "season":
            return season_of(day.year - (day.month < 3), _ORDER[(day.month - 3) % 12 // 3])
        case "year":
            return year_of(day.year)
        case "decade":
            return decade_of(day.year)
        case _:
            return century_of(day.year)


def moved(day: date, steps: int, grain: Grain) -> date:
    """A day so many grains later (or earlier). A month's last day stays inside the month. Raises OverflowError or ValueError past year 9999 or before 1."""
    match grain:
        case "day":
            return day + timedelta(days=steps)
        case "week" | "weekend":
            return day + timedelta(weeks=steps)
        case "month":
            return _by_months(day, steps)
        case "quarter" | "season":
            return _by_months(day, 3 * steps)
        case "half":
            return _by_months(day, 6 * steps)
        case "year":
            return _by_months(day, 12 * steps)
        case "decade":
            return _by_months(day, 120 * steps)
        case _:
            return _by_months(day, 1200 * steps)


def _by_months(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1] if 1 <= year <= 9999 else 28))


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def edge_of(stretch: Stretch, edge: str) -> tuple[date, date]:
    """The part of a stretch that "early", "mid" or "late" leaves: about a third of it, a fifth at "start" and "end"."""
    if stretch.grain in _CUTS:
        grain, marks = _CUTS[stretch.grain]
        low, high = marks[edge]
        return moved(stretch.first, low, grain), moved(stretch.first, high, grain) - timedelta(days=1)
    length = (stretch.last - stretch.first).days + 1
    if edge in {"start", "end"}:
        part = max(1, length // 5)
        return (stretch.first, stretch.first + timedelta(days=part - 1)) if edge == "start" else (stretch.last - timedelta(days=part - 1), stretch.last)
    third = max(1, length // 3)
    if edge == "early":
        return stretch.first, stretch.first + timedelta(days=third - 1)
    if edge == "late":
        return stretch.first + timedelta(days=2 * third), stretch.last
    return stretch.first + timedelta(days=third), stretch.first + timedelta(days=2 * third - 1)
