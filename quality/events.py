"""Which claims speak of one event: the product's events against the event ids of our own gold.

    python -m quality.events [SPLIT...]     (all splits, where none is named)

B3 over all gold claims of a split together, stories side by side. "raw": claims read off the text, a gold claim that is not found is an event by itself;
"given": the gold claims themselves, made into records, so that merging alone is measured.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from contested.assembly import assemble
from contested.export.inspect_json import claim_object
from contested.pipeline import Parts, through
from contested.records import Claim, Count, Dated, Lineage, Place, Report, Span
from contested.settings import Settings
from quality.corpus import read_story, story_folders
from quality.corpus_checks import SPLITS, Story
from quality.measure import paired

Key = tuple[str, str]
"""Report id and id of a gold claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clustered:
    """For every gold claim its event in the gold and in what we made of it."""

    gold: Mapping[Key, str]
    ours: Mapping[Key, str]

    @property
    def b3(self) -> float:
        """B3 F1: precision and recall averaged over the claims."""
        theirs, ours = _clusters(self.gold), _clusters(self.ours)
        precision = recall = 0.0
        for key in self.gold:
            mine, known = ours[self.ours[key]], theirs[self.gold[key]]
            both = len(mine & known)
            precision += both / len(mine)
            recall += both / len(known)
        total = len(self.gold)
        return 2 * precision * recall / ((precision + recall) * total) if total and precision + recall else 0.0


def _clusters(of: Mapping[Key, str]) -> dict[str, set[Key]]:
    found: dict[str, set[Key]] = defaultdict(set)
    for key, cluster in of.items():
        found[cluster].add(key)
    return found


def raw(stories: Sequence[Story], parts: Parts) -> Clustered:
    """Everything read off the text."""
    reports = list(_reports(stories))
    inspected = list(through(reports, parts))
    claims = [claim for entry in inspected for claim in entry.extract.claims]
    event_of = _merged(claims, reports, parts)
    gold, ours = {}, {}
    known = {report: found["claims"] for story in stories for report, found in story.gold.items()}
    for entry in inspected:
        made = [claim_object(claim, event=None) for claim in entry.extract.claims]
        partner = {id(theirs): mine["id"] for theirs, mine in paired(known[entry.report.name], made)}
        for claim in known[entry.report.name]:
            key = (entry.report.name, claim["id"])
            gold[key] = claim["event"]
            ours[key] = event_of[partner[id(claim)]] if id(claim) in partner else f"missed {key}"
    return Clustered(gold=gold, ours=ours)


def given(stories: Sequence[Story], parts: Parts) -> Clustered:
    """The gold claims as records, merged."""
    reports = list(_reports(stories))
    inspected = {entry.report.name: entry for entry in through(reports, parts)}
    gold, claims, keys = {}, [], {}
    for story in stories:
        for name, found in story.gold.items():
            entry = inspected[name]
            for claim in found["claims"]:
                record = as_record(claim, entry.report, entry.marks.places)
                gold[name, claim["id"]] = claim["event"]
                keys[record.id] = (name, claim["id"])
                claims.append(record)
    event_of = _merged(claims, reports, parts)
    return Clustered(gold=gold, ours={keys[claim.id]: event_of[claim.id] for claim in claims})


def _merged(claims: Sequence[Claim], reports: Sequence[Report], parts: Parts) -> dict[str, str]:
    lineage: Lineage = parts.trace(reports)
    events = parts.merge(claims, {report.id: report for report in reports}, lineage)
    return {claim: event.id for event in events for claim in event.claims}


def _reports(stories: Sequence[Story]) -> Iterator[Report]:
    for story in stories:
        for line in (line for line in story.reports if line["id"] in story.gold):
            published, title, outlet = (line.get(field) for field in ("published", "title", "outlet"))
            yield Report(id=line["id"], name=line["id"], text=line["text"], published=published, title=title, outlet=outlet)


def as_record(gold: Mapping[str, Any], report: Report, places: Sequence[Place]) -> Claim:
    """A gold claim as the product would hold it; its place is what the report's own marks make of the name, else a name without a point."""
    span = Span(*gold["trigger"])
    quantities = tuple(Count(kind=kind, low=low, high=high, wording=f"{low}-{high}", span=span) for kind, (low, high) in gold["quantities"].items())
    first, _, last = (gold["date"] or "").partition("/")
    dated = Dated(earliest=first, latest=last or first, precision=1 if not last else 2, wording=gold["date"]) if first else None
    name = gold["place_name"]
    ref = next((place.ref for place in places if place.ref is not None and name is not None and name in (place.wording, place.ref.name)), None)
    return Claim(
        id=f"{report.id}/{gold['id']}", report=report.id, event_type=gold["event_type"], sentence=Span(*gold["sentence"]), trigger=span,
        actor=_spans(gold["actor"]), actor_name=gold["actor_name"], target=_spans(gold["target"]), target_name=gold["target_name"],
        place=_spans(gold["place"]), place_ref=ref, place_name=name, dated=dated, quantities=quantities, speaker=_spans(gold["speaker"]),
        speaker_name=gold["speaker_name"], stance=gold["stance"], anonymous=gold["anonymous"], modality=gold["modality"],
    )


def _spans(spans: Sequence[Sequence[int]] | None) -> tuple[Span, ...]:
    return tuple(Span(*span) for span in spans or ())


def main(splits: Sequence[str]) -> None:
    parts = assemble(Settings())
    stories = [story for story in map(read_story, story_folders()) if story.gold and any(found["claims"] for found in story.gold.values())]
    for split in splits or (*sorted(SPLITS), "all"):
        some = [story for story in stories if split in (story.card["split"], "all")]
        print(f"{split:6} {len(some)} stories   raw B3 {raw(some, parts).b3:.3f}   given claims B3 {given(some, parts).b3:.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
