"""A view whose derived records were derived anew."""

from collections.abc import Iterable

from contested.records import Assessment, Claim, Event, Holding, Lineage, Report, Standing
from contested.records.view import View


class Recomputed:
    """What `view` shows, with other events, assessments and holdings (and lineage): those derived from just its reports.

    For a view of what was known at a time: the pipeline runs trace, merge, assess and control over it and puts the outcome here.
    """

    def __init__(
        self,
        view: View,
        *,
        lineage: Lineage | None = None,
        events: Iterable[Event],
        assessments: Iterable[Assessment],
        holdings: Iterable[Holding],
    ) -> None:
        self._view = view
        self._lineage = view.lineage() if lineage is None else lineage
        self._events = tuple(events)
        self._assessments = tuple(assessments)
        self._holdings = tuple(holdings)

    @property
    def known_until(self) -> str | None:
        return self._view.known_until

    def reports(self) -> tuple[Report, ...]:
        return self._view.reports()

    def report(self, report_id: str) -> Report:
        return self._view.report(report_id)

    def claims(self) -> tuple[Claim, ...]:
        return self._view.claims()

    def claim(self, claim_id: str) -> Claim:
        return self._view.claim(claim_id)

    def standings(self) -> tuple[Standing, ...]:
        return self._view.standings()

    def lineage(self) -> Lineage:
        return self._lineage

    def events(self) -> tuple[Event, ...]:
        return self._events

    def assessments(self) -> tuple[Assessment, ...]:
        return self._assessments

    def holdings(self) -> tuple[Holding, ...]:
        return self._holdings

    def known_at(self, report_id: str) -> str:
        return self._view.known_at(report_id)

    def search(self, words: str) -> tuple[Report, ...]:
        return self._view.search(words)
