"""What a view shows, laid out so that every record is found by its id."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from contested.briefing.voices import voice_lines
from contested.records import Assessment, Claim, Event, Kinship, Report, Standing
from contested.records.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """`said`: claims and standings by id. `origins`: for every report the letter of its origin; reports of one letter go back to one text."""

    view: View
    said: dict[str, Claim | Standing]
    assessments: dict[str, Assessment]
    origins: dict[str, str]
    kin: dict[str, tuple[Kinship, ...]]

    def told(self, ids: Iterable[str]) -> tuple[Claim | Standing, ...]:
        """The claims and standings of these ids, leaving out what the view does not show."""
        return tuple(self.said[one] for one in ids if one in self.said)

    def claims(self, event: Event) -> tuple[Claim, ...]:
        return tuple(one for one in self.told(event.claims) if isinstance(one, Claim))

    def voices(self, said: Iterable[Claim | Standing], *, denying: bool = True) -> tuple[str, ...]:
        """Everybody who says so, a line for every way of saying it."""
        return voice_lines(said, self.view, denying=denying)


def shelf_of(view: View) -> Shelf:
    said: dict[str, Claim | Standing] = {claim.id: claim for claim in view.claims()}
    said.update((standing.id, standing) for standing in view.standings())
    lineage = view.lineage()
    kin: dict[str, list[Kinship]] = defaultdict(list)
    for kinship in lineage.kinships:
        kin[kinship.a].append(kinship)
        kin[kinship.b].append(kinship)
    return Shelf(
        view=view,
        said=said,
        assessments={assessment.event: assessment for assessment in view.assessments()},
        origins=_lettered(view.reports(), dict(lineage.origins)),
        kin={report: tuple(kinships) for report, kinships in kin.items()},
    )


def _lettered(reports: Iterable[Report], origins: dict[str, str]) -> dict[str, str]:
    """Letters in the order in which the origins first appear; a report without a stored origin is its own."""
    letters: dict[str, str] = {}
    return {report.id: letters.setdefault(origins.get(report.id, report.id), _letter(len(letters))) for report in reports}


def _letter(number: int) -> str:
    """A, B, ... Z, AA, AB, ..."""
    letter = chr(ord("A") + number % 26)
    return letter if number < 26 else _letter(number // 26 - 1) + letter
