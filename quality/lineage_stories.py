"""The stories of corpus/retold as pairs of reports with their gold relation."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from contested.language.encoder import Encoder
from contested.records import Report
from contested.trace.prepared import Prepared, prepare
from quality.corpus import CORPUS, read_story

NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Two reports of one story: their gold `relation` ("none" for independent ones), and the sentences that carry one content where the gold has them."""

    story: str
    split: str
    a: Prepared
    b: Prepared
    relation: str
    aligned: frozenset[tuple[int, int]] | None


def reports_in(folder: Path) -> list[Report]:
    """The reports of a story as a reader would give them, without what a text says of itself; named and identified by their ids in the story."""
    return [
        Report(id=line["id"], name=line["id"], text=line["text"], published=line["published"], outlet=line["outlet"], title=line.get("title"))
        for line in read_story(folder).reports
    ]


def told_pairs(encoder: Encoder | None, *, splits: frozenset[str], corpus: Path = CORPUS) -> Iterator[Told]:
    """Every two reports of every story of these splits."""
    for folder in sorted(path.parent for path in corpus.glob("retold/*/story.json")):
        story = read_story(folder)
        if story.card["split"] not in splits:
            continue
        prepared = {report.id: prepare(report, encoder) for report in reports_in(folder)}
        gold = {frozenset((pair["a"], pair["b"])): pair for pair in story.lineage["pairs"]}
        for first, second in combinations(sorted(prepared), 2):
            pair = gold.get(frozenset((first, second)))
            a, b = prepared[first], prepared[second]
            yield Told(
                story=folder.name, split=story.card["split"], a=a, b=b, relation=pair["relation"] if pair else NONE,
                aligned=_aligned(pair, a, b) if pair and pair["relation"] != "shared_source" and "aligned" in pair else None,
            )  # fmt: skip


def _aligned(pair: dict[str, Any], a: Prepared, b: Prepared) -> frozenset[tuple[int, int]]:
    turned = pair["a"] != a.report.id
    sides = ("b", "a") if turned else ("a", "b")
    return frozenset((_nearest(a, entry[sides[0]]), _nearest(b, entry[sides[1]])) for entry in pair["aligned"])


def _nearest(report: Prepared, span: list[int]) -> int:
    """The sentence that shares most with a gold span: the splitter may cut otherwise than the reader did."""
    return max(report.sentences, key=lambda s: min(s.span.end, span[1]) - max(s.span.start, span[0])).index
