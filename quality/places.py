"""Places of quality/gold/places.jsonl: are they found, and within 25 km?

    python -m quality.places [dev|test] [--wrong]

The gold is passages that we wrote about some fifty wars and fronts, each of them in one split. Prints recall and precision of recognition, the share of
recognised places within 25 km (within its radius where the gold gives a wide place one), the share of all, by kind of place and by war; --wrong lists what
is wrong.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from contested.assembly import inspect_reports
from contested.records import Place, Report
from contested.reference.gazetteer import distance_km
from contested.settings import Settings

GOLD = Path(__file__).parent / "gold" / "places.jsonl"
WITHIN_KM = 25.0

Passage = dict[str, Any]
Toponym = dict[str, Any]


@dataclass(slots=True)
class Score:
    """Counts over passages: toponyms of the gold, recognised, those of them with a point, right; marks made, marks that meet no toponym."""

    gold: int = 0
    recognised: int = 0
    placed_gold: int = 0
    with_point: int = 0
    right: int = 0
    marks: int = 0
    astray: int = 0
    by_kind: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    by_war: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    wrong: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        precision = 1 - self.astray / self.marks if self.marks else 0.0
        recall = self.recognised / self.gold if self.gold else 0.0
        return {
            "places.recognition_f1": round(2 * precision * recall / (precision + recall), 3) if precision + recall else 0.0,
            "places.recognition_precision": round(precision, 3),
            "places.recognition_recall": round(recall, 3),
            "places.recognised_within_25_km": round(self.right / self.with_point, 3) if self.with_point else 0.0,
            "places.all_within_25_km": round(self.right / self.placed_gold, 3) if self.placed_gold else 0.0,
        }


def load_gold(split: str | None = None) -> list[Passage]:
    """The passages of a split, or all."""
    passages = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return [p for p in passages if split in (None, p["split"])]


def score(passages: list[Passage]) -> Score:
    """Reads every passage as a report of its day and compares its place marks."""
    reports = [Report(id=p["id"], name=p["id"], text=p["text"], published=p["published"]) for p in passages]
    inspected, _ = inspect_reports(reports, settings=Settings())
    total = Score()
    for passage, entry in zip(passages, inspected, strict=True):
        marks = [place for place in entry.marks.places if not place.anaphor]
        total.marks += len(marks)
        total.astray += sum(1 for mark in marks if not _meets_any(mark, passage))
        total.wrong += [f"{passage['id']}: astray: {mark.wording}" for mark in marks if not _meets_any(mark, passage)]
        for toponym in passage["toponyms"]:
            _add(total, passage, toponym, marks)
    return total


def _add(total: Score, passage: Passage, toponym: Toponym, marks: list[Place]) -> None:
    met = [mark for mark in marks if _meets(mark, toponym["span"])]
    total.gold += 1
    total.recognised += bool(met)
    if toponym["lat"] is None:
        return
    total.placed_gold += 1
    total.with_point += bool(met)
    away = min((_away(mark, toponym) for mark in met), default=float("inf"))
    right = away <= max(WITHIN_KM, toponym.get("radius_km", 0.0))
    total.right += right
    for counter in (total.by_kind[toponym["kind"]], total.by_war[passage["war"]]):
        counter["gold"] += 1
        counter["right"] += right
    if not right:
        told = "missed" if not met else f"{away:.0f} km away ({met[0].ref.name if met[0].ref else 'no place'}, {met[0].ref.admin1 if met[0].ref else None})"
        total.wrong.append(f"{passage['id']}: {toponym['name']} ({toponym['kind']}): {told}")


def _away(mark: Place, toponym: Toponym) -> float:
    if mark.ref is None or mark.ref.lat is None or mark.ref.lon is None:
        return float("inf")
    return distance_km((mark.ref.lat, mark.ref.lon), (toponym["lat"], toponym["lon"]))


def _meets(mark: Place, span: list[int]) -> bool:
    return mark.span.start < span[1] and span[0] < mark.span.end


def _meets_any(mark: Place, passage: Passage) -> bool:
    """Whether a mark meets a toponym, or words that the gold leaves open (a place's name that stands for a government)."""
    return any(_meets(mark, span) for span in (*(t["span"] for t in passage["toponyms"]), *passage["ignore"]))


def _rows(total: Score) -> Iterator[str]:
    for name, value in total.figures().items():
        yield f"{name:34} {value:.3f}"
    yield f"{total.gold} names, {total.placed_gold} with a point, {total.marks} marks"
    for heading, counters in (("kind", total.by_kind), ("war", total.by_war)):
        yield f"\nwithin 25 km by {heading}"
        yield from (f"  {name:34} {c['right']:4} of {c['gold']:4}  {c['right'] / c['gold']:.2f}" for name, c in sorted(counters.items()))


def main(arguments: list[str]) -> int:
    split = next((a for a in arguments if a in ("dev", "test")), None)
    total = score(load_gold(split))
    print("\n".join(_rows(total)))
    if "--wrong" in arguments:
        print("\n" + "\n".join(total.wrong))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
