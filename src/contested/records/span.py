"""Where words stand in a report."""

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open character offsets into `Report.text`: `text[start:end]`."""

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]
