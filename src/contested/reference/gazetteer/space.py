"""Distances on the globe."""

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt

_EARTH_KM = 6371.0
_MANY = 30


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance in kilometres between two (lat, lon) points in degrees."""
    lat_a, lat_b = radians(a[0]), radians(b[0])
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(radians(b[1] - a[1]) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def _inner(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """(lowest, highest) latitude and longitude without the outermost hundredth on each side."""
    cut = -(-len(points) // 100)
    return [(values[cut], values[-1 - cut]) for values in (sorted(p[axis] for p in points) for axis in (0, 1))]


def middle_of(points: Sequence[tuple[float, float]], *, cells: int = 10) -> tuple[float, float]:
    """The middle of the land that points (lat, lon) cover: every cell of a grid that has a point counts once, so that a crowded corner does not draw it.

    Of many points the outermost hundredth is left out: some towns stand under a wrong province.
    """
    if len(points) >= _MANY:
        inner = _inner(points)
        points = [p for p in points if all(low <= value <= high for value, (low, high) in zip(p, inner, strict=True))]
    low, high = (tuple(f(p[axis] for p in points) for axis in (0, 1)) for f in (min, max))
    side = max(high[0] - low[0], high[1] - low[1]) / cells or 1.0
    taken = {(round(lat / side), round(lon / side)) for lat, lon in points}
    if len(taken) == 1:
        return round(sum(p[0] for p in points) / len(points), 4), round(sum(p[1] for p in points) / len(points), 4)
    return round(side * sum(cell[0] for cell in taken) / len(taken), 4), round(side * sum(cell[1] for cell in taken) / len(taken), 4)
