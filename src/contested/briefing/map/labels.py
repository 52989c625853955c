"""Names beside their spots, none over another."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import dist

_letter = 8.5
_spaced = 10.5
_tall = 17.0
_away = 13.0
_steps = (-200.0, -120.0, -60.0, 0.0, 60.0, 120.0, 200.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """`x`, `y`: where the words are anchored (their baseline), in units of the sheet; `anchor` as SVG has it."""

    x: float
    y: float
    anchor: str
    words: str


Box = tuple[float, float, float, float]


class Sheet:
    """A sheet that remembers what is taken: spots first, then every name put on it."""

    def __init__(self, spots: Sequence[tuple[float, float]], *, width: float, height: float) -> None:
        self._width = width
        self._height = height
        self._taken: list[Box] = [(x - 8, y - 8, x + 8, y + 8) for x, y in spots]

    def name_spot(self, number: int, words: str) -> Label | None:
        """A name beside the spot of that number, or None where every place beside it is taken."""
        west, top, _, _ = spot = self._taken[number]
        choices = _choices(west + 8, top + 8, words)
        return self._first(choices, besides=spot)

    def name_area(self, coast: Sequence[tuple[float, float]], middle: tuple[float, float], words: str) -> Label | None:
        """A name inside a closed line, as near to its middle as there is room; None where there is none."""
        half = len(words) * _spaced / 2
        places = sorted(((middle[0] + dx, middle[1] + dy) for dx in _steps for dy in _steps), key=lambda place: dist(place, middle))
        return self._first(
            [
                (Label(x=x, y=y, anchor="middle", words=words), (x - half, y - _tall + 3, x + half, y + 3))
                for x, y in places
                if within(x - half, y, coast) and within(x + half, y, coast)
            ],
            besides=None,
        )

    def _first(self, choices: Sequence[tuple[Label, Box]], *, besides: Box | None) -> Label | None:
        others = [box for box in self._taken if box is not besides]
        for label, box in choices:
            if self._fits(box, others):
                self._taken.append(box)
                return label
        return None

    def _fits(self, box: Box, others: Sequence[Box]) -> bool:
        west, top, east, bottom = box
        if west < 2 or top < 2 or east > self._width - 2 or bottom > self._height - 2:
            return False
        return not any(west < other[2] and other[0] < east and top < other[3] and other[1] < bottom for other in others)


def _choices(x: float, y: float, words: str) -> list[tuple[Label, Box]]:
    long = len(words) * _letter
    spots = (
        (x + _away, y + 5, "start"), (x - _away, y + 5, "end"), (x, y - _away, "middle"), (x, y + _away + 11, "middle"),
        (x + _away, y - 7, "start"), (x - _away, y - 7, "end"), (x + _away, y + 17, "start"), (x - _away, y + 17, "end"),
    )  # fmt: skip
    shift = {"start": 0.0, "end": -long, "middle": -long / 2}
    return [
        (Label(x=left, y=base, anchor=anchor, words=words), (left + shift[anchor], base - _tall + 3, left + shift[anchor] + long, base + 3))
        for left, base, anchor in spots
    ]


def within(x: float, y: float, coast: Sequence[tuple[float, float]]) -> bool:
    """Whether a point lies inside a closed line: a ray from it crosses the line an odd number of times."""
    inside = False
    for (x0, y0), (x1, y1) in zip(coast, (*coast[1:], coast[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            inside = not inside
    return inside
