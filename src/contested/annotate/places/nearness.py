"""Places that keep company: of two namesakes the one among the other places of the report is meant."""

from collections import defaultdict
from collections.abc import Iterable
from math import sqrt

from contested.annotate.places.mention import Mention
from contested.reference.gazetteer import Entry

_POINTS = frozenset({"settlement", "neighbourhood", "facility", "admin2"})
_CELL = 0.5  # degrees; a place keeps company with what lies in its cell and the eight around it
_MOST = 3.0
_RIVALS = 40  # a name of more places than this says nothing

Cell = tuple[int, int]


class Company:
    """How many other names of a report have a place near a point; a name of many places counts less."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._cells: dict[Cell, dict[str, float]] = defaultdict(dict)
        for words, entries in {m.words.casefold(): m.entries for m in mentions}.items():
            points = [entry for entry in entries if entry.kind in _POINTS and entry.point is not None and entry.grade]
            if 0 < len(points) <= _RIVALS:
                for entry in points:
                    self._cells[_cell(entry)][words] = 1 / sqrt(len(points))

    def of(self, entry: Entry, words: str) -> float:
        """0 to 3: what the other names around an entry weigh together."""
        if entry.kind not in _POINTS or entry.point is None:
            return 0.0
        y, x = _cell(entry)
        others: dict[str, float] = {}
        for cell in ((y + up, x + right) for up in (-1, 0, 1) for right in (-1, 0, 1)):
            others.update(self._cells.get(cell, {}))
        others.pop(words.casefold(), None)
        return min(_MOST, sum(others.values()))


def _cell(entry: Entry) -> Cell:
    return (int((entry.lat or 0.0) // _CELL), int((entry.lon or 0.0) // _CELL))
