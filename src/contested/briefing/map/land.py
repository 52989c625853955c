"""The land of a window, as SVG paths."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from contested.briefing.map.window import WIDTH, Window
from contested.reference.outlines import Outline, load_outlines

Point = tuple[float, float]

_beyond = 0.1
"""How far past the window land is drawn, as a share of its width: the edge of the cut stays out of sight."""

_finest = 0.7
"""Two points nearer to each other than this, in units of the sheet, look like one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """One piece of land: SVG path data with its holes, and what of its coast lies on the sheet (`coast`, in units of it; its `area` and centroid)."""

    country: str
    path: str
    coast: tuple[Point, ...]
    area: float
    middle: Point


def land(window: Window) -> tuple[Land, ...]:
    """Every piece of land that shows."""
    # The world is round: a window may lie across 180 degrees, where the outlines end and begin.
    pieces = (_piece(polygon, window, turn) for polygon in load_outlines() for turn in (-360.0, 0.0, 360.0))
    return tuple(piece for piece in pieces if piece)


def _piece(polygon: Sequence[Outline], window: Window, turn: float) -> Land | None:
    extra = (window.east - window.west) * _beyond
    west, east = window.west - extra, window.east + extra
    south, north = window.south - extra, window.north + extra
    if not polygon[0].touches(west=west - turn, south=south, east=east - turn, north=north):
        return None
    drawn = []
    for outline in polygon:
        ring = clipped([(lon + turn, lat) for lon, lat in outline.ring], west=west, south=south, east=east, north=north)
        points = list(_thinned(window.point(lon, lat) for lon, lat in ring))
        if len(points) > 2:
            drawn.append(points)
    if not drawn:
        return None
    coast = clipped(drawn[0], west=0.0, south=0.0, east=WIDTH, north=window.height)
    area, middle = _middle(coast)
    path = "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z" for points in drawn)
    return Land(country=polygon[0].country, path=path, coast=tuple(coast), area=area, middle=middle)


def _middle(ring: list[Point]) -> tuple[float, Point]:
    """Area and centroid of a closed line (the shoelace formula); nothing at all has area 0."""
    twice = along = down = 0.0
    for (x, y), (next_x, next_y) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x * next_y - next_x * y
        twice, along, down = twice + cross, along + (x + next_x) * cross, down + (y + next_y) * cross
    return (abs(twice) / 2, (along / (3 * twice), down / (3 * twice))) if twice else (0.0, (0.0, 0.0))


def clipped(ring: list[Point], *, west: float, south: float, east: float, north: float) -> list[Point]:
    """The part of a closed line inside a box (Sutherland and Hodgman, Communications of the ACM 17:1, 1974)."""
    for axis, limit, side in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        ring = _cut(ring, axis, _inside(axis, limit, side), limit=limit)
    return ring


def _inside(axis: int, limit: float, side: int) -> Callable[[Point], bool]:
    return lambda point: (point[axis] - limit) * side >= 0


def _cut(ring: list[Point], axis: int, inside: Callable[[Point], bool], *, limit: float) -> list[Point]:
    kept: list[Point] = []
    for before, here in zip(ring[-1:] + ring[:-1], ring, strict=True):
        if inside(here) != inside(before):
            share = (limit - before[axis]) / (here[axis] - before[axis])
            other = before[1 - axis] + share * (here[1 - axis] - before[1 - axis])
            kept.append((limit, other) if axis == 0 else (other, limit))
        if inside(here):
            kept.append(here)
    return kept


def _thinned(points: Iterable[Point]) -> Iterator[Point]:
    last: Point | None = None
    for x, y in points:
        if last is None or abs(x - last[0]) + abs(y - last[1]) >= _finest:
            last = (x, y)
            yield last
