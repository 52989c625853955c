"""What came out of one short text of invented places, asked for by event type and by words."""

from collections.abc import Callable
from dataclasses import dataclass

from contested.pipeline import Inspected
from contested.records import Claim, Extract, Report, Spans, Standing

WAR = " The army and the rebels have been at war for years."
"""Everyday words ("released", "fled", "battle") are read as events of war only where the report speaks of war."""

PLACES = (
    ("Norvale", "settlement", "10.0", "20.0", "Westmark"),
    ("Tarsk", "settlement", "10.5", "20.5", "Westmark"),
    ("Velmora", "capital", "11.0", "21.0", "Eastmark"),
    ("Dunmere", "settlement", "11.5", "21.5", "Eastmark"),
    ("Westmark", "admin1", "10.2", "20.2", ""),
    ("Eastmark", "admin1", "11.2", "21.2", ""),
    ("Zembria", "country", "10.8", "20.8", ""),
)
"""The invented country of these tests: name, kind, lat, lon, admin1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One inspected text. `claims` and `standings` are all of it, in the order of the text."""

    inspected: Inspected

    @property
    def report(self) -> Report:
        return self.inspected.report

    @property
    def extract(self) -> Extract:
        return self.inspected.extract

    @property
    def claims(self) -> tuple[Claim, ...]:
        return self.extract.claims

    @property
    def standings(self) -> tuple[Standing, ...]:
        return self.extract.standings

    @property
    def types(self) -> list[str]:
        return [claim.event_type for claim in self.claims]

    def all(self, event_type: str) -> list[Claim]:
        return [claim for claim in self.claims if claim.event_type == event_type]

    def one(self, event_type: str) -> Claim:
        """The only claim of a type."""
        found = self.all(event_type)
        assert len(found) == 1, [(claim.event_type, self.report.words(claim.trigger)) for claim in self.claims]
        return found[0]

    def words(self, spans: Spans) -> list[str]:
        return [self.report.words(span) for span in spans]


Tell = Callable[..., Told]
"""`tell(text, war=True, **fields)`: a text (with the sentence WAR behind it, unless `war` is False) run through the real parts."""


def counted(claim: Claim) -> dict[str, tuple[int | None, int | None]]:
    """The counts of a claim, by kind."""
    return {count.kind: (count.low, count.high) for count in claim.quantities}


def place_name(claim: Claim) -> str | None:
    return claim.place_ref.name if claim.place_ref else None
