"""Which part of the world to draw, and where on the sheet a point of it falls."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, dist, radians
from statistics import median

from contested.briefing.map.spots import Spot

WIDTH = 720.0
"""Of the sheet, in its own units."""

_margin = 0.25
_near_degrees = 14.0
_beside_degrees = 2.0
_tallest, _flattest = 0.62, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A box in degrees (longitudes may pass 180) and a scale: equirectangular, with longitudes shortened by the cosine of the middle latitude."""

    west: float
    south: float
    east: float
    north: float
    scale: float
    shrink: float

    @property
    def height(self) -> float:
        return (self.north - self.south) * self.scale

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """Units of the sheet, from its upper left corner."""
        return (lon - self.west) * self.shrink * self.scale, (self.north - lat) * self.scale

    def near(self, lon: float) -> float:
        """The longitude, once round the world if that brings it nearer."""
        middle = (self.west + self.east) / 2
        return lon + 360 * round((middle - lon) / 360)

    def kilometres(self, units: float) -> float:
        """How long a line of the sheet is on the ground, along a meridian."""
        return units / self.scale * 111.2

    def holds(self, spot: Spot) -> bool:
        return self.west <= self.near(spot.lon) <= self.east and self.south <= spot.lat <= self.north


def window_of(spots: Sequence[Spot], *, least: float = 4.5) -> Window:
    """A window, `least` degrees wide and tall, on most of the spots: those far off the middle of them all (a meeting on another continent)
    stay outside, and so do events far from every place that somebody holds.
    """
    placed = [spot for spot in spots if spot.status != "event"] or list(spots)
    lons = [lon for lon, _ in _turned(placed, placed[0].lon)]
    lat0, lon0 = median(spot.lat for spot in placed), median(lons)
    close = [(lon, spot.lat) for lon, spot in zip(lons, placed, strict=True) if abs(lon - lon0) < _near_degrees and abs(spot.lat - lat0) < _near_degrees]
    points = close or [(lons[0], placed[0].lat)]
    points += [(lon, spot.lat) for lon, spot in _turned(spots, points[0][0]) if any(dist((lon, spot.lat), point) < _beside_degrees for point in points)]
    west, east = _widened(min(lon for lon, _ in points), max(lon for lon, _ in points), least)
    south, north = _widened(min(lat for _, lat in points), max(lat for _, lat in points), least)
    return _shaped(west, max(south, -89.0), east, min(north, 89.0))


def _turned(spots: Sequence[Spot], lon: float) -> list[tuple[float, Spot]]:
    """The spots with their longitudes, once round the world where that brings them nearer to `lon`."""
    return [(lon + (spot.lon - lon + 180) % 360 - 180, spot) for spot in spots]


def _widened(low: float, high: float, least: float) -> tuple[float, float]:
    extra = max((high - low) * _margin, (least - (high - low)) / 2)
    return low - extra, high + extra


def _shaped(west: float, south: float, east: float, north: float) -> Window:
    """The box made wider or taller until it has the shape of a sheet."""
    shrink = max(cos(radians((south + north) / 2)), 0.1)
    wide, tall = (east - west) * shrink, north - south
    if tall > wide * _tallest:
        more = (tall / _tallest - wide) / shrink / 2
        west, east = west - more, east + more
    elif tall < wide * _flattest:
        more = (wide * _flattest - tall) / 2
        south, north = south - more, north + more
    return Window(west=west, south=south, east=east, north=north, scale=WIDTH / ((east - west) * shrink), shrink=shrink)
