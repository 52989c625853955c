"""The quality gate: figures on the gold in corpus/, held against quality/floors.json.

    python -m quality.gate [--table] [--write]

Exit status 1 where a figure falls below its floor (or above its ceiling), or where the gold is not the gold the floors were set on.
`--table` prints all figures; `--write` sets the floors anew from what was just measured, which is a decision and shows in the history.
"""

import json
import math
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

from contested.assembly import inspect_reports, reports_of
from contested.export.inspect_json import claim_object
from contested.pipeline import Derived, Inspected
from contested.records import Report
from contested.settings import Settings
from quality.corpus import CORPUS, read_story
from quality.corpus_checks import Story
from quality.measure import Measured, compare_report

FLOORS = Path(__file__).with_name("floors.json")
_CEILINGS = frozenset({"claims.false_per_peaceful_report"})
_SLACK = 0.01


def measure(corpus: Path = CORPUS) -> dict[str, float]:
    """All figures over all stories, by name."""
    measured = Measured()
    pairs_right = pairs = origins_right = origins = holdings_right = holdings = 0
    for folder in sorted(path.parent for path in corpus.glob("*/story.json")):
        story = read_story(folder)
        inspected, derived = _run(story)
        names = {entry.report.id: entry.report.name for entry in inspected}
        for entry in inspected:
            gold = story.gold[entry.report.name]["claims"]
            compare_report(measured, gold, [claim_object(claim, event=None) for claim in entry.extract.claims])
        right, total = _pairs(story, derived, names)
        pairs_right, pairs = pairs_right + right, pairs + total
        right, total = _origins(story, derived, names)
        origins_right, origins = origins_right + right, origins + total
        right, total = _holdings(story, derived)
        holdings_right, holdings = holdings_right + right, holdings + total
    return measured.figures() | {
        "lineage.relation_accuracy": round(pairs_right / pairs, 3), "lineage.origin_pair_accuracy": round(origins_right / origins, 3),
        "holdings.recall": round(holdings_right / holdings, 3),
    }


def _run(story: Story) -> tuple[tuple[Inspected, ...], Derived]:
    settings = Settings()
    if story.card.get("places_file"):
        reference = settings.reference.model_copy(update={"places": story.folder / story.card["places_file"]})
        settings = settings.model_copy(update={"reference": reference})
    reports = [item for item in reports_of([story.folder / "reports.jsonl"], settings=settings) if isinstance(item, Report)]
    return inspect_reports(reports, settings=settings)


def _pairs(story: Story, derived: Derived, names: dict[str, str]) -> tuple[int, int]:
    """Pairs of a story with lineage gold, the unrelated ones included: right relation, all."""
    if not story.lineage:
        return 0, 0
    told = {frozenset((pair["a"], pair["b"])): pair["relation"] for pair in story.lineage["pairs"]}
    found = {frozenset((names[k.a], names[k.b])): k.relation for k in derived.lineage.kinships}
    every = _every_pair(sorted(names.values()))
    return sum(_named(told.get(pair)) == _named(found.get(pair)) for pair in every), len(every)


def _named(relation: str | None) -> str:
    return "independent" if relation in (None, "none") else str(relation)


def _origins(story: Story, derived: Derived, names: dict[str, str]) -> tuple[int, int]:
    """Pairs of reports that gold and product both put together, or both keep apart."""
    groups = story.lineage.get("origins") if story.lineage else None
    if not groups:
        return 0, 0
    theirs = {name: i for i, group in enumerate(groups.values() if isinstance(groups, dict) else groups) for name in _members(group)}
    ours = {names[report]: origin for report, origin in derived.lineage.origins}
    every = [tuple(sorted(pair)) for pair in _every_pair(sorted(theirs))]
    return sum((theirs[a] == theirs[b]) == (ours[a] == ours[b]) for a, b in every), len(every)


def _members(group: Any) -> list[str]:
    return group["reports"] if isinstance(group, dict) else list(group)


def _every_pair(names: list[str]) -> list[frozenset[str]]:
    return [frozenset((a, b)) for i, a in enumerate(names) for b in names[i + 1 :]]


def _holdings(story: Story, derived: Derived) -> tuple[int, int]:
    """Gold holdings that the product has with the same status and holder, among those still standing."""
    ours = {(h.place.casefold(), h.status): h for h in derived.holdings}
    right = 0
    for gold in story.holdings:
        held = ours.get((gold["place"].casefold(), gold["status"]))
        right += held is not None and (gold["holder"] is None or _same(gold["holder"], held.holder))
    return right, len(story.holdings)


def _same(a: str, b: str | None) -> bool:
    return b is not None and (a.casefold() in b.casefold() or b.casefold() in a.casefold())


def digest(corpus: Path = CORPUS) -> str:
    """Over every gold file, so that floors and gold cannot part in silence."""
    content = sha256()
    for path in sorted([*corpus.glob("*/gold/*.json"), *corpus.glob("*/*.json"), *corpus.glob("*/reports.jsonl")]):
        content.update(str(path.relative_to(corpus)).encode() + b"\0" + path.read_bytes())
    return content.hexdigest()


def main(arguments: list[str]) -> int:
    figures, gold = measure(), digest()
    if "--write" in arguments:
        floors = {name: _floor(name, value) for name, value in sorted(figures.items())}
        FLOORS.write_text(json.dumps({"gold": gold, "floors": floors}, indent=1) + "\n", encoding="utf-8")
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))
    failures = [
        f"{name}: {figures.get(name)} is {'above' if name in _CEILINGS else 'below'} {floor}"
        for name, floor in pinned["floors"].items()
        if name not in figures or (figures[name] > floor if name in _CEILINGS else figures[name] < floor)
    ]
    if pinned["gold"] != gold:
        failures.append("the gold in corpus/ is not the gold that the floors were set on: measure, then `python -m quality.gate --write`")
    if "--table" in arguments:
        for name, value in sorted(figures.items()):
            print(f"{name:40} {value:7.3f}   floor {pinned['floors'].get(name, float('nan')):7.3f}")
    for failure in failures:
        print(f"quality gate: {failure}", file=sys.stderr)
    print(f"quality gate: {len(figures) - len(failures)} figures hold, {len(failures)} do not")
    return 1 if failures else 0


def _floor(name: str, value: float) -> float:
    """A little room for another machine's arithmetic."""
    return math.ceil((value + _SLACK) * 1000) / 1000 if name in _CEILINGS else max(0.0, math.floor((value - _SLACK) * 1000) / 1000)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
