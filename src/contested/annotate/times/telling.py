"""Where the telling stands: the day it was written on, and the time it last spoke of."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from contested.annotate.times.calendar import Stretch
from contested.annotate.times.syntax import Tense
from contested.records import TimeType

_SLACK = timedelta(days=1)


@dataclass(slots=True, kw_only=True)
class Telling:
    """`narrative`: the text tells of a past with its years in it, so that "in May" is May of the running year, not of the publication's.

    `stated` is the time last spoken of (in news: the day), None while there is none. `tense` answers for the find at hand;
    `era`: the years (inclusive) a narrative keeps to; `alone`: its sentence names no other date;
    `opens`: it opens a line, as the hours of a running account do.
    """

    published: date | None
    narrative: bool
    stated: Stretch | None = None
    era: tuple[int, int] = (1, 9999)
    alone: bool = True
    opens: bool = False
    tense: Callable[[], Tense | None] = lambda: None

    def now(self) -> date | None:
        """The day that "last week" and "this year" count from."""
        return self.told() or self.published if self.narrative else self.published

    def told(self) -> date | None:
        """The day that "two days later" and "that evening" count from."""
        return self.stated.first if self.stated is not None else None

    def because(self) -> str:
        """What `now` is, in words."""
        if self.narrative and self.stated is not None:
            return f"counted from the time last spoken of, {self.stated.value}"
        return f"counted from the day of publication, {self.published}"

    def is_ahead(self, lead: str = "") -> bool | None:
        """True where the words look forward, False where they look back, None where the verb does not tell."""
        if lead == "ahead of":
            return True
        if lead == "since":
            return False
        tense = self.tense()
        if tense in {"future", "timetable"}:
            return True
        return False if tense in {"past", "perfect"} else None

    def fitting(self, month: int, day: int | None, *, weekday: int | None = None, lead: str = "") -> date | None:
        """The day (or the month's first) of the year that fits a date without a year; None where nothing tells the year."""
        anchor = self.now()
        if anchor is None:
            return None
        inside = self.narrative and self.stated is not None and self.stated.grain not in {"day", "week", "weekend", "month"}
        years = [anchor.year] if inside else range(anchor.year - 1, anchor.year + 2)
        fits = [d for year in years if (d := _valid(year, month, day or 1)) is not None]
        if weekday is not None:
            fits = [d for d in fits if d.weekday() == weekday] or fits
        return self.nearest(fits, lead=lead, whole_month=day is None)

    def nearest(self, fits: list[date], *, lead: str, whole_month: bool = False) -> date | None:
        """The one of several days that is meant: the nearest, on the side that the verb looks to. `whole_month`: they stand for their months."""
        anchor = self.now()
        if anchor is None:
            return None
        if self.narrative or not fits:
            return min(fits, key=lambda d: abs((d - anchor).days), default=None)
        ahead = self.is_ahead(lead)
        start = anchor.replace(day=1) if whole_month else anchor
        if ahead is True:
            fits = [d for d in fits if d >= start] or fits
        elif ahead is False:
            fits = [d for d in fits if d <= start + _SLACK] or fits
        return min(fits, key=lambda d: abs((d - start).days))


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A find placed on the calendar. `stretch` is the time it names (None for lengths and the vague); `first`, `last` the days it leaves open or bounds."""

    type: TimeType
    value: str | None
    because: str
    first: date | None = None
    last: date | None = None
    stretch: Stretch | None = None
    score: float = 0.9


def named(stretch: Stretch, because: str, *, score: float = 0.9) -> Meaning:
    """A stretch of the calendar as a DATE."""
    return Meaning(type="DATE", value=stretch.value, because=because, first=stretch.first, last=stretch.last, stretch=stretch, score=score)


def unplaced(type: TimeType, because: str, value: str | None = None) -> Meaning:
    """A time that cannot be placed: no days."""
    return Meaning(type=type, value=value, because=because, score=0.5)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
