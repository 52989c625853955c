"""What a reader of records may ask; the store's view answers, and so may anything else that holds records."""

from typing import Protocol

from contested.records.claim import Claim, Standing
from contested.records.event import Assessment, Event
from contested.records.holding import Holding
from contested.records.lineage import Lineage
from contested.records.report import Report


class View(Protocol):
    """Records to read, never to change; the same view gives the same answer every time.

    A view of what was known at a time (`known_until` set) shows the reports known by then, their claims and standings, and the
    kinships among them. Events, assessments and holdings derive from all reports together, so such a view has none until
    they are derived again from what it shows.
    """

    @property
    def known_until(self) -> str | None:
        """The ISO day (its end) or time whose knowledge this view shows; None: everything."""
        ...

    def reports(self) -> tuple[Report, ...]:
        """All reports, by publication time (those without one first), then id."""
        ...

    def report(self, report_id: str) -> Report:
        """One report. Raises KeyError where the view has none of that id."""
        ...

    def claims(self) -> tuple[Claim, ...]:
        """All claims, in the order of their reports, then by where their sentence and their trigger start."""
        ...

    def claim(self, claim_id: str) -> Claim:
        """One claim. Raises KeyError where the view has none of that id."""
        ...

    def standings(self) -> tuple[Standing, ...]:
        """All standings, in the order of their reports, then by where their sentence and their trigger start."""
        ...

    def lineage(self) -> Lineage:
        """The kinships among the reports of this view, by their two ids, and the origin of each report, by report id."""
        ...

    def events(self) -> tuple[Event, ...]:
        """All events, in the order they were derived in."""
        ...

    def assessments(self) -> tuple[Assessment, ...]:
        """One assessment an event, in the order of the events."""
        ...

    def holdings(self) -> tuple[Holding, ...]:
        """All holdings, in the order they were derived in."""
        ...

    def known_at(self, report_id: str) -> str:
        """When a report became known: its publication, else when it was read (ISO). Raises KeyError where the view has none of that id."""
        ...

    def search(self, words: str) -> tuple[Report, ...]:
        """The reports whose title or text has every one of the words, in whatever order and case; best match first."""
        ...
