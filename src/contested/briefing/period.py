"""The days a briefing is about."""

from dataclasses import dataclass
from datetime import date

from contested.briefing.wording import day_words
from contested.errors import CallError


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Inclusive ISO days, None where open."""

    since: str | None
    until: str | None

    def meets(self, when: str | None) -> bool:
        """Whether a day, time or interval "A/B" shares a day with the period; None shares none, unless the period is open at both ends."""
        if when is None:
            return self.since is None and self.until is None
        first, _, last = when.partition("/")
        return self.overlaps(first, last or first)

    def overlaps(self, first: str | None, last: str | None) -> bool:
        """The same for two ends, each of which may be open (None)."""
        begins_in_time = first is None or self.until is None or first[:10] <= self.until
        ends_in_time = last is None or self.since is None or last[:10] >= self.since
        return begins_in_time and ends_in_time

    @property
    def words(self) -> str:
        """ "4–6 March 2031", "from 4 March 2031", "up to 6 March 2031", "all days"."""
        if self.since and self.until:
            return day_words(f"{self.since}/{self.until}")
        if self.since:
            return f"from {day_words(self.since)}"
        return f"up to {day_words(self.until)}" if self.until else "all days"


def period(since: str | None, until: str | None) -> Period:
    """Raises CallError where an end is no ISO day, or the period ends before it begins."""
    for name, day in (("since", since), ("until", until)):
        if day is not None and not _is_day(day):
            raise CallError(f"{name}: expected an ISO day (2031-03-04), got {day!r}")
    if since and until and since > until:
        raise CallError(f"since: {since} is after until: {until}")
    return Period(since=since, until=until)


def _is_day(day: str) -> bool:
    try:
        return date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False
