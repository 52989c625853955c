"""Whether a claim's confidence is what it says: of the claims given 0.8, are four in five in the gold?

    python -m quality.calibration [SPLIT...]     (test, where none is named)
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from contested.assembly import assemble
from contested.export.inspect_json import claim_object
from contested.extract import claim_extractor
from contested.extract.confidence import confidence_of
from contested.pipeline import through
from contested.records import Report
from contested.reference.ontology import load_ontology
from contested.settings import Settings
from quality.corpus import read_story, story_folders
from quality.measure import BANDS, calibration_error, paired


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A claim's figures and confidence, whether the gold has it, and the story it is of."""

    figures: Mapping[str, float]
    confidence: float
    right: bool
    story: str


def judged_claims(splits: Sequence[str]) -> Iterator[Judged]:
    """Every claim we make on the stories of some splits that have gold."""
    tickets: list[Mapping[str, float]] = []

    def ticket(figures: Mapping[str, float]) -> float:
        """Kept in place of the confidence, it leads back from a claim to its figures."""
        tickets.append(figures)
        return float(len(tickets) - 1)

    parts = replace(assemble(Settings()), extract=claim_extractor(load_ontology(), weigh=ticket))
    for folder in story_folders():
        story = read_story(folder)
        if not story.gold or story.card["split"] not in splits:
            continue
        read = [line for line in story.reports if line["id"] in story.gold]
        reports = [Report(id=r["id"], name=r["id"], text=r["text"], published=r.get("published"), title=r.get("title"), outlet=r.get("outlet")) for r in read]
        for inspected in through(reports, parts):
            claims = inspected.extract.claims
            objects = [claim_object(claim, event=None) for claim in claims]
            right = {id(ours) for _, ours in paired(story.gold[inspected.report.id]["claims"], objects)}
            for claim, made in zip(claims, objects, strict=True):
                figures = tickets[int(claim.confidence)]
                yield Judged(figures=figures, confidence=confidence_of(figures), right=id(made) in right, story=folder.name)


def table(chances: Iterable[float], right: Iterable[bool]) -> str:
    """The reliability table: for each band how many claims, their mean confidence and the share that is right; and the expected calibration error."""
    pairs = [(float(chance), bool(answer)) for chance, answer in zip(chances, right, strict=True)]
    lines = ["confidence      claims  mean   right"]
    for band in range(BANDS):
        inside = [pair for pair in pairs if band == min(int(pair[0] * BANDS), BANDS - 1)]
        if inside:
            mean, share = sum(chance for chance, _ in inside) / len(inside), sum(answer for _, answer in inside) / len(inside)
            lines.append(f"{band / BANDS:.1f} to {(band + 1) / BANDS:.1f}  {len(inside):>10}  {mean:.2f}   {share:.2f}")
    return "\n".join([*lines, f"expected calibration error {calibration_error(pairs):.3f}"])


def main(splits: Sequence[str]) -> None:
    judged = list(judged_claims(splits or ("test",)))
    print(table([claim.confidence for claim in judged], [claim.right for claim in judged]))


if __name__ == "__main__":
    main(sys.argv[1:])
