"""The quality gate: figures on the gold in corpus/, held against quality/floors.json.

    python -m quality.gate [--table] [--write]

Figures are given over all stories and, with the name of the split in front ("test.claims.event_f1"), over the stories of each split.
Exit status 1 where a figure falls below its floor (or above its ceiling), where a figure has no floor or a floor no figure, or where the gold is not the
gold the floors were set on. `--table` prints all figures; `--write` sets the floors anew from what was just measured, which is a decision and shows in
the history.
"""

import json
import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any

from contested.assembly import assemble, reports_of
from contested.export.inspect_json import claim_object
from contested.language.encoder import open_encoder
from contested.pipeline import Derived, Inspected, Parts, derive, through
from contested.records import Holding, Report
from contested.settings import Settings
from quality import lineage, places
from quality.corpus import CORPUS, read_story
from quality.corpus_checks import SPLITS, Story
from quality.measure import Measured, compare_report, same_name

FLOORS = Path(__file__).with_name("floors.json")
_CEILINGS = ("claims.false_per_peaceful_report", "claims.calibration_error", "lineage.false_derivation")
_SLACK = 0.01
_SLACK_OF_A_SPLIT = 0.03


@dataclass(slots=True)
class Share:
    """How many of how many."""

    right: int = 0
    total: int = 0

    def add(self, right: int, total: int) -> None:
        self.right += right
        self.total += total


@dataclass(slots=True)
class Sums:
    """What is counted over some stories."""

    claims: Measured = field(default_factory=Measured)
    relations: Share = field(default_factory=Share)
    origins: Share = field(default_factory=Share)
    holdings_found: Share = field(default_factory=Share)
    holdings_told: Share = field(default_factory=Share)

    def figures(self) -> dict[str, float]:
        """Every figure by name; one of which nothing could be compared is left out."""
        shares = {
            "lineage.relation_accuracy": self.relations, "lineage.origin_pair_accuracy": self.origins,
            "holdings.recall": self.holdings_found, "holdings.precision": self.holdings_told,
        }
        return self.claims.figures() | {name: round(share.right / share.total, 3) for name, share in shares.items() if share.total}


def measure(corpus: Path = CORPUS) -> dict[str, float]:
    """All figures, by name: over all stories, then over the stories of each split."""
    told = _told(corpus, "*/story.json", "") | _told(corpus, "retold/*/story.json", "retold.") | _retraced(corpus)
    return told | (_placed() if corpus == CORPUS else {})


def _told(corpus: Path, pattern: str, kind: str) -> dict[str, float]:
    """The figures of the stories that have claims gold; `kind` goes before their names."""
    every, by_split = Sums(), {split: Sums() for split in sorted(SPLITS)}
    for story, inspected, derived in _outcomes(corpus, pattern):
        for sums in (every, by_split[story.card["split"]]):
            add_story(sums, story, inspected, derived)
    figures = {f"{kind}{name}": value for name, value in every.figures().items()}
    figures |= {f"{split}.{kind}{name}": value for split, sums in by_split.items() for name, value in sums.figures().items()}
    return {name: value for name, value in figures.items() if "retold.lineage" not in name}  # of them all reports are traced together, below


def _retraced(corpus: Path) -> dict[str, float]:
    """Who repeats whom among all retold stories of a split. Weights are fitted on the split train."""
    figures: dict[str, float] = {}
    encoder = open_encoder()
    for split in sorted(SPLITS) if any(corpus.glob("retold/*/story.json")) else ():
        score, _ = lineage.measure(split, encoder, corpus=corpus)
        told = {
            "accuracy": score.accuracy, "derived_f1": score.derived_f1, "false_derivation": score.false, "origins_b3": score.origins_b3,
            "drift_recall": score.drift_recall,
        }
        figures |= {f"{split}.retold.lineage.{name}": round(value, 3) for name, value in told.items()}
    return figures


def _outcomes(corpus: Path, pattern: str) -> Iterator[tuple[Story, tuple[Inspected, ...], Derived]]:
    """What the product makes of each story; the parser is loaded once for all of them."""
    usual = assemble(Settings())
    for folder in sorted(path.parent for path in corpus.glob(pattern)):
        story = read_story(folder)
        if not story.gold:
            continue
        parts = replace(assemble(_settings(story)), parser=usual.parser) if story.card.get("places_file") else usual
        yield story, *_run(story, parts)


def _settings(story: Story) -> Settings:
    settings = Settings()
    if not story.card.get("places_file"):
        return settings
    reference = settings.reference.model_copy(update={"places": story.folder / story.card["places_file"]})
    return settings.model_copy(update={"reference": reference})


def _run(story: Story, parts: Parts) -> tuple[tuple[Inspected, ...], Derived]:
    reports = [item for item in reports_of([story.folder / "reports.jsonl"], settings=_settings(story)) if isinstance(item, Report)]
    inspected = tuple(through(reports, parts))
    claims = [claim for entry in inspected for claim in entry.extract.claims]
    standings = [standing for entry in inspected for standing in entry.extract.standings]
    return inspected, derive(reports, claims, standings, parts)


def add_story(sums: Sums, story: Story, inspected: Sequence[Inspected], derived: Derived) -> None:
    """Count one story in: what its gold tells against what the product made of it."""
    names = {entry.report.id: entry.report.name for entry in inspected}
    for entry in inspected:
        gold = story.gold[entry.report.name]["claims"]
        compare_report(sums.claims, gold, [claim_object(claim, event=None) for claim in entry.extract.claims])
    sums.relations.add(*_relations(story, derived, names))
    sums.origins.add(*_origins(story, derived, names))
    found = _holdings_found(story, derived.holdings)
    sums.holdings_found.add(len(found), len(story.holdings))
    if story.holdings:
        sums.holdings_told.add(sum(held.until is None for held in found), sum(held.until is None for held in derived.holdings))


def _relations(story: Story, derived: Derived, names: dict[str, str]) -> tuple[int, int]:
    """Pairs of a story with lineage gold, the unrelated ones included: right relation, all."""
    if not story.lineage:
        return 0, 0
    told = {frozenset((pair["a"], pair["b"])): pair["relation"] for pair in story.lineage["pairs"]}
    found = {frozenset((names[k.a], names[k.b])): k.relation for k in derived.lineage.kinships}
    every = [frozenset(pair) for pair in combinations(sorted(names.values()), 2)]
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
    every = list(combinations(sorted(theirs), 2))
    return sum((theirs[a] == theirs[b]) == (ours[a] == ours[b]) for a, b in every), len(every)


def _members(group: Any) -> list[str]:
    return group["reports"] if isinstance(group, dict) else list(group)


def _holdings_found(story: Story, holdings: tuple[Holding, ...]) -> list[Holding]:
    """The product's holdings that a gold one answers, one to one."""
    found: list[Holding] = []
    for gold in story.holdings:
        answer = next((held for held in holdings if held not in found and _is_same_holding(gold, held)), None)
        if answer is not None:
            found.append(answer)
    return found


def _is_same_holding(gold: dict[str, Any], held: Holding) -> bool:
    """Same place, status and holder, ended or still standing alike. A holder that the gold does not know must not be known here either."""
    return (
        (gold["place"].casefold(), gold["status"], gold["until"] is None) == (held.place.casefold(), held.status, held.until is None)
        and same_name(gold["holder"], held.holder)
    )


def digest(corpus: Path = CORPUS) -> str:
    """Over every file of the stories, so that floors and gold cannot part in silence."""
    content = sha256()
    patterns = ("gold/*.json", "*.json", "reports.jsonl", "*.tsv")
    for path in sorted(path for pattern in patterns for kind in ("*", "retold/*") for path in corpus.glob(f"{kind}/{pattern}")):
        content.update(str(path.relative_to(corpus)).encode() + b"\0" + path.read_bytes())
    content.update(places.GOLD.read_bytes())
    return content.hexdigest()


def _placed() -> dict[str, float]:
    """How many names of places are found, and found in the right place, in the passages of quality/gold."""
    return {f"{split}.{name}": value for split in ("dev", "test") for name, value in places.score(places.load_gold(split)).figures().items()}


def main(arguments: list[str]) -> int:
    figures, gold = measure(), digest()
    if "--write" in arguments:
        floors = {name: _floor(name, figures[name]) for name in sorted(figures, key=_order)}
        FLOORS.write_text(json.dumps({"gold": gold, "floors": floors}, indent=1) + "\n", encoding="utf-8")
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))
    floors = pinned["floors"]
    compared, floorless, orphaned = (
        sorted(names, key=_order) for names in (figures.keys() & floors.keys(), figures.keys() - floors.keys(), floors.keys() - figures.keys())
    )
    broken = [told for name in compared if (told := _broken(name, figures[name], floors[name]))]
    unpaired = [f"{name}: {figures[name]} has no floor; `python -m quality.gate --write` sets it" for name in floorless]
    unpaired += [f"{name}: the floor {floors[name]} has no figure" for name in orphaned]
    if pinned["gold"] != gold:
        unpaired.append("the gold in corpus/ is not the gold that the floors were set on: measure, then `python -m quality.gate --write`")
    if "--table" in arguments:
        for name in sorted(figures, key=_order):
            print(f"{name:45} {figures[name]:7.3f}   {'ceiling' if _is_ceiling(name) else 'floor':7} {floors.get(name, float('nan')):7.3f}")
    for failure in (*broken, *unpaired):
        print(f"quality gate: {failure}", file=sys.stderr)
    print(f"quality gate: {len(compared) - len(broken)} of {len(compared)} compared figures hold" + (f", {len(unpaired)} other problems" if unpaired else ""))
    return 1 if broken or unpaired else 0


def _order(name: str) -> tuple[bool, str]:
    """Figures over all stories before those of a split."""
    return _is_of_a_split(name), name


def _is_of_a_split(name: str) -> bool:
    return name.partition(".")[0] in SPLITS


def _is_ceiling(name: str) -> bool:
    return name.endswith(_CEILINGS)


def _broken(name: str, value: float, floor: float) -> str | None:
    """What to say of a figure that does not hold; None where it holds."""
    if _is_ceiling(name):
        return f"{name}: {value} is above {floor}" if value > floor else None
    return f"{name}: {value} is below {floor}" if value < floor else None


def _floor(name: str, value: float) -> float:
    """A little room for another machine's arithmetic: a split has fewer claims, so that one of them moves its figures more."""
    slack = _SLACK_OF_A_SPLIT if _is_of_a_split(name) else _SLACK
    return math.ceil((value + slack) * 1000) / 1000 if _is_ceiling(name) else max(0.0, math.floor((value - slack) * 1000) / 1000)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
