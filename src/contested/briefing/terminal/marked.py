"""Places and times of one report in a terminal: each name with where it lies and why, each time with its days."""

from collections.abc import Iterable, Iterator
from typing import Final

from rich.table import Table

from contested.briefing.safe import plain
from contested.briefing.terminal.rows import fill, headline, sheet
from contested.records import Place, PlaceRef, When

_PRECISE: Final = {1: "precisely", 2: "near it, or in its small area", 3: "no closer than its region"}
_MARGIN = 22


def places_table(places: Iterable[Place]) -> Table:
    """One row for each place and reading of it: the words, the place with its point and precision, the reason, the runner-up where it is close."""
    table = sheet("Places", margin=_MARGIN)
    seen: set[tuple[str, PlaceRef | None, bool]] = set()
    for place in places:
        key = (place.wording, place.ref, place.as_actor)
        if key not in seen:
            seen.add(key)
            fill(table, plain(place.wording), headline(place.ref.name if place.ref else "not known which", *_where(place)), *_why(place))
    return table


def _where(place: Place) -> Iterator[str]:
    ref = place.ref
    if ref is None:
        return
    within = ", ".join(part for part in (ref.admin1 if ref.admin1 != ref.name else None, ref.country) if part)
    yield f" ({ref.kind}{f', {within}' if within else ''})"
    if ref.lat is not None and ref.lon is not None:
        yield f"  {ref.lat:.3f} {ref.lon:.3f}"
    if ref.precision is not None:
        yield f"  precision {ref.precision}: {_PRECISE[ref.precision]}"


def _why(place: Place) -> Iterator[str]:
    if place.reason is not None:
        yield f"{place.reason.score:.2f} because {place.reason.because}"
    if place.runner_up is not None:
        within = ", ".join(part for part in (place.runner_up.admin1, place.runner_up.country) if part)
        yield f"else {place.runner_up.name} ({place.runner_up.kind}{f', {within}' if within else ''})"


def times_table(times: Iterable[When]) -> Table:
    """One row for each time: the words, the TIMEX value, the days, the precision, the reason."""
    table = sheet("Times", margin=_MARGIN)
    for when in times:
        days = _days(when)
        precise = f"  precision {when.precision}" if when.precision else ""
        because = f"{when.reason.score:.2f} because {when.reason.because}" if when.reason else ""
        fill(table, plain(when.wording), headline(when.value or "no value", f"  {when.type}  {days}{precise}"), because)
    return table


def _days(when: When) -> str:
    if when.earliest is None and when.latest is None:
        return "days not known"
    if when.earliest == when.latest:
        return when.earliest or ""
    return f"{when.earliest or '...'} to {when.latest or '...'}"
