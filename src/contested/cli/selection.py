"""A view cut down to a place and a span of days; everything it still shows is unchanged."""

from dataclasses import dataclass

from contested.records import Assessment, Claim, Event, Holding, Lineage, PlaceRef, Report, Standing
from contested.records.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """ISO days, inclusive; None: no limit. `place` is compared without case with place names, provinces and country codes."""

    place: str | None = None
    since: str | None = None
    until: str | None = None
    on: str | None = None

    @property
    def is_open(self) -> bool:
        return self.place is None and self.since is None and self.until is None and self.on is None


def select(view: View, wanted: Selection) -> View:
    """The view itself where nothing is asked for."""
    return view if wanted.is_open else _Selected(view, wanted)


class _Selected:
    """Claims, events and holdings at the place and in the days; reports and lineage by publication day."""

    def __init__(self, view: View, wanted: Selection) -> None:
        self._view = view
        self._wanted = wanted
        self._claims = tuple(claim for claim in view.claims() if self._claim_fits(claim))
        kept = {claim.id for claim in self._claims}
        self._events = tuple(event for event in view.events() if kept.intersection(event.claims))
        self._reports = tuple(report for report in view.reports() if _inside(report.day, report.day, wanted))

    @property
    def known_until(self) -> str | None:
        return self._view.known_until

    def reports(self) -> tuple[Report, ...]:
        """Every report that a shown claim, or a claim of a shown event, stands in, and those of the days asked for."""
        with_claims = {claim.report for claim in self._claims} | {self._view.claim(claim).report for event in self._events for claim in event.claims}
        by_day = set() if self._wanted.place else {report.id for report in self._reports}
        return tuple(report for report in self._view.reports() if report.id in with_claims or report.id in by_day)

    def report(self, report_id: str) -> Report:
        return self._view.report(report_id)

    def claims(self) -> tuple[Claim, ...]:
        return self._claims

    def claim(self, claim_id: str) -> Claim:
        return self._view.claim(claim_id)

    def standings(self) -> tuple[Standing, ...]:
        return tuple(standing for standing in self._view.standings() if self._place_fits(standing.place_name, standing.place_ref))

    def lineage(self) -> Lineage:
        shown = {report.id for report in self.reports()}
        lineage = self._view.lineage()
        return Lineage(
            kinships=tuple(kinship for kinship in lineage.kinships if kinship.a in shown and kinship.b in shown),
            origins=tuple(pair for pair in lineage.origins if pair[0] in shown),
        )

    def events(self) -> tuple[Event, ...]:
        return self._events

    def assessments(self) -> tuple[Assessment, ...]:
        shown = {event.id for event in self._events}
        return tuple(assessment for assessment in self._view.assessments() if assessment.event in shown)

    def holdings(self) -> tuple[Holding, ...]:
        return tuple(holding for holding in self._view.holdings() if self._holding_fits(holding))

    def known_at(self, report_id: str) -> str:
        return self._view.known_at(report_id)

    def search(self, words: str) -> tuple[Report, ...]:
        return self._view.search(words)

    def _claim_fits(self, claim: Claim) -> bool:
        first, last = (claim.dated.earliest, claim.dated.latest) if claim.dated else (None, None)
        return self._place_fits(claim.target_name, claim.place_ref) and _inside(first, last, self._wanted)

    def _holding_fits(self, holding: Holding) -> bool:
        if not (self._place_fits(holding.place, holding.place_ref) or self._place_fits(holding.within, None)):
            return False
        since, until = holding.since, holding.until
        first, last = (since.split("/")[0] if since else None), (until.split("/")[-1] if until else None)
        on = self._wanted.on
        if on is not None:
            return (first is None or first <= on) and (last is None or on <= last)
        return (self._wanted.since is None or last is None or last >= self._wanted.since) and (
            self._wanted.until is None or first is None or first <= self._wanted.until
        )

    def _place_fits(self, name: str | None, ref: PlaceRef | None) -> bool:
        if self._wanted.place is None:
            return True
        names = {name, *((ref.name, ref.admin1, ref.country) if ref else ())}
        return self._wanted.place.casefold() in {known.casefold() for known in names if known}


def _inside(first: str | None, last: str | None, wanted: Selection) -> bool:
    """Whether a span of days touches the days asked for; what has no date is shown only where no days are asked for."""
    since, until = wanted.since or wanted.on, wanted.until or wanted.on
    if since is None and until is None:
        return True
    if first is None and last is None:
        return False
    return (since is None or (last or first or "") >= since[:10]) and (until is None or (first or last or "") <= until[:10])
