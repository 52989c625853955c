"""What goes on the map."""

from collections.abc import Iterable
from dataclasses import dataclass

from contested.briefing.events import EventRow
from contested.briefing.holdings import HoldingRow

_regions = frozenset({"country", "admin1", "admin2", "region", "water", "relief", "road"})
"""Kinds of places that no point could stand for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A point (degrees, WGS84). `status`: held, contested, besieged, cut_off, or event (something happened there, nobody is said to hold it)."""

    name: str
    lat: float
    lon: float
    status: str
    holder: str | None
    disputed: bool
    says: str
    country: str | None = None


def spots(holdings: Iterable[HoldingRow], events: Iterable[EventRow]) -> tuple[Spot, ...]:
    """One spot a place: its lasting holding of the settlement itself, else that something happened there."""
    found: dict[tuple[str, float, float], Spot] = {}
    for row in holdings:
        ref = row.holding.place_ref
        if ref and ref.lat is not None and ref.lon is not None and ref.kind not in _regions and not row.ended and not row.holding.within:
            found[ref.name, ref.lat, ref.lon] = _held(row, ref.lat, ref.lon)
    for event in events:
        ref = event.ref
        if ref and ref.lat is not None and ref.lon is not None and ref.kind not in _regions:
            says = f"{ref.name}: {event.label}"
            here = Spot(name=ref.name, lat=ref.lat, lon=ref.lon, status="event", holder=None, disputed=False, says=says, country=ref.country)
            found.setdefault((ref.name, ref.lat, ref.lon), here)
    return tuple(found.values())


def _held(row: HoldingRow, lat: float, lon: float) -> Spot:
    holding = row.holding
    return Spot(
        name=holding.place, lat=lat, lon=lon, status=holding.status, holder=holding.holder, disputed=holding.disputed,
        says=f"{holding.place}: {row.told}" + (", disputed" if holding.disputed else ""),
        country=holding.place_ref.country if holding.place_ref else None,
    )
