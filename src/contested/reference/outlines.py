"""The outlines of the countries (Natural Earth, 1:50 million), read from data/outlines.

The file is TopoJSON as world-atlas publishes it: borders are arcs that neighbours share, each a list of small steps on a grid.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import Any

from contested.errors import DataError

Ring = tuple[tuple[float, float], ...]
"""(longitude, latitude) in degrees; the last point is the first."""

_FILE = files("contested.reference") / "data" / "outlines" / "countries-50m.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One closed line of one country: a coast with its borders, or (`ring` inside another of the country) a hole."""

    country: str
    ring: Ring
    west: float
    south: float
    east: float
    north: float

    def touches(self, *, west: float, south: float, east: float, north: float) -> bool:
        """Whether its bounding box meets the given one (degrees)."""
        return self.west <= east and west <= self.east and self.south <= north and south <= self.north


@lru_cache(maxsize=1)
def load_outlines() -> tuple[tuple[Outline, ...], ...]:
    """The outlines of every country, grouped so that a coast and its holes are together. Raises DataError where the file is broken."""
    try:
        topology = json.loads(_FILE.read_text(encoding="utf-8"))
        arcs = _decoded(topology)
        return tuple(
            tuple(_outline(country["properties"]["name"], ring, arcs) for ring in polygon)
            for country in topology["objects"]["countries"]["geometries"]
            for polygon in _polygons(country)
        )
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        raise DataError(_FILE.name, f"is no TopoJSON of countries ({error!r})") from error


def _decoded(topology: dict[str, Any]) -> list[Ring]:
    """The arcs in degrees: each point of the file is a step from the one before, on a grid with a scale and an origin."""
    (scale_x, scale_y), (start_x, start_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        xs = accumulate(step[0] for step in arc)
        ys = accumulate(step[1] for step in arc)
        decoded.append(tuple((x * scale_x + start_x, y * scale_y + start_y) for x, y in zip(xs, ys, strict=True)))
    return decoded


def _polygons(country: dict[str, Any]) -> list[list[list[int]]]:
    """Polygons are lists of rings, rings lists of arc numbers."""
    found: list[list[list[int]]] = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
    return found


def _outline(country: str, ring: list[int], arcs: list[Ring]) -> Outline:
    points: list[tuple[float, float]] = []
    for number in ring:
        # A negative number is an arc walked backwards; the first point of an arc is the last of the one before.
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    longitudes, latitudes = zip(*points, strict=True)
    return Outline(
        country=country, ring=tuple(points), west=min(longitudes), east=max(longitudes), south=min(latitudes), north=max(latitudes)
    )
