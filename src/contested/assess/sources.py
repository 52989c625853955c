"""What stands behind a claim: its report, when that was published, the origin it goes back to, and the kin that repeat its sentence."""

from collections.abc import Iterable, Mapping

from contested.records import ActorRef, Claim, Kinship, Lineage, Report
from contested.reference.corrections import load_corrections
from contested.reference.parties import Party, party

Voice = tuple[str, str | None]


class Sources:
    """Looks things up about claims; built once for all events."""

    def __init__(self, claims: Mapping[str, Claim], reports: Mapping[str, Report], lineage: Lineage) -> None:
        self._reports = reports
        self._origins = dict(lineage.origins)
        self._kin = {(kinship.a, kinship.b): kinship for kinship in lineage.kinships}
        self._refs: dict[str, ActorRef] = {}
        for claim in sorted(claims.values(), key=lambda claim: claim.id):
            for name, ref in ((claim.actor_name, claim.actor_ref), (claim.target_name, claim.target_ref)):
                if name is not None and ref is not None:
                    self._refs.setdefault(name, ref)

    def report(self, claim: Claim) -> Report | None:
        return self._reports.get(claim.report)

    def origin(self, claim: Claim) -> str:
        """The origin of the claim's report; a report that lineage does not know is its own."""
        return self._origins.get(claim.report, claim.report)

    def origins(self, claims: Iterable[Claim]) -> int:
        return len({self.origin(claim) for claim in claims})

    def published(self, claim: Claim) -> str | None:
        report = self.report(claim)
        return report.published if report else None

    def voice(self, claim: Claim) -> Voice:
        """Who tells it: the report, and the speaker it credits (None: the outlet itself)."""
        return claim.report, claim.speaker_name or ("somebody" if claim.speaker else None)

    def speaker(self, claim: Claim) -> Party | None:
        """The speaker as a party; a name that acts elsewhere is the party that acts there."""
        ref = self._refs.get(claim.speaker_name) if claim.speaker_name else None
        return party(claim.speaker_name, ref, claim.speaker_kind) if claim.speaker_name else None

    def corrects(self, claim: Claim) -> bool:
        """The sentence has words of correction."""
        report = self.report(claim)
        words = report.words(claim.sentence).casefold() if report else ""
        return any(word in words for word in load_corrections().words)

    def kinship(self, one: Claim, other: Claim) -> Kinship | None:
        """The kinship of two claims' reports, if it aligns the very sentences of the claims."""
        if one.report > other.report:
            one, other = other, one
        kinship = self._kin.get((one.report, other.report))
        if kinship and any(pair.a.overlaps(one.sentence) and pair.b.overlaps(other.sentence) for pair in kinship.aligned):
            return kinship
        return None


def is_later(one: str | None, other: str | None) -> bool:
    """Whether a publication time is surely after another: by the minute where both have one, else by the day."""
    if one is None or other is None:
        return False
    length = min(len(one), len(other))
    return one[:length] > other[:length]
