"""How well it is told who repeats whom, on the stories of corpus/retold, beside two plain baselines.

    python -m quality.lineage [SPLIT] [--errors]

All reports of all stories are traced together. Over the pairs of each story: 5-way accuracy (duplicate, copy, rewrite, shared_source, none), F1 of
derived-or-not, the share of independent pairs called derived; over all reports B3 of the origins. Then the same with words alone. The baselines get
their best threshold on the very pairs they are measured on. SPLIT (test) is train, dev or test.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from contested.language.encoder import Encoder, open_encoder
from contested.records import Lineage, Report
from contested.reference.wording import wording
from contested.trace import trace
from contested.trace.prepared import Prepared
from quality.corpus import CORPUS, read_story
from quality.lineage_stories import NONE, Told, reports_in, told_pairs

DERIVED = frozenset({"duplicate", "copy", "rewrite"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """All 0..1. `false` is the share of independent pairs that are called derived; `drift_recall` how many planted changes of paired sentences are told
    with the words (or some of them, function words aside) that were changed."""

    accuracy: float
    derived_f1: float
    false: float
    origins_b3: float
    drift_recall: float


def measure(split: str, encoder: Encoder | None, *, corpus: Path = CORPUS) -> tuple[Score, list[str]]:
    """The score of one split, and a line for each pair that came out wrong."""
    reports: list[Report] = []
    gold_origin: dict[str, str] = {}
    gold: dict[frozenset[str], str] = {}
    planted: list[tuple[str, str, str, str]] = []
    for folder in sorted(path.parent for path in corpus.glob("retold/*/story.json")):
        story = read_story(folder)
        if story.card["split"] != split:
            continue
        reports += reports_in(folder)
        gold |= {frozenset(pair): NONE for pair in combinations(story.texts, 2)}
        gold |= {frozenset((pair["a"], pair["b"])): pair["relation"] for pair in story.lineage["pairs"]}
        planted += [
            (pair["a"], pair["b"], change["a"], change["b"])
            for pair in story.lineage["pairs"] for aligned in pair.get("aligned", []) for change in aligned["changes"]
        ]
        gold_origin |= {name: group["id"] for group in story.lineage["origins"] for name in group["reports"]}
    lineage = trace(reports, encoder=encoder)
    return _score(gold, gold_origin, lineage, planted), _errors(gold, lineage)


def _score(
    gold: Mapping[frozenset[str], str], gold_origin: Mapping[str, str], lineage: Lineage, planted: Sequence[tuple[str, str, str, str]]
) -> Score:
    found = {frozenset((kinship.a, kinship.b)): str(kinship.relation) for kinship in lineage.kinships}
    told = {pair: found.get(pair, NONE) for pair in gold}
    strangers = [pair for pair in found if pair not in gold and found[pair] in DERIVED]
    independent = [pair for pair, relation in gold.items() if relation == NONE]
    return Score(
        accuracy=sum(told[pair] == relation for pair, relation in gold.items()) / len(gold),
        derived_f1=_f1([(relation in DERIVED, told[pair] in DERIVED) for pair, relation in gold.items()] + [(False, True)] * len(strangers)),
        false=sum(told[pair] in DERIVED for pair in independent) / len(independent),
        origins_b3=b3(gold_origin, dict(lineage.origins)),
        drift_recall=sum(_is_told(change, lineage) for change in planted) / (len(planted) or 1),
    )


def _is_told(planted: tuple[str, str, str, str], lineage: Lineage) -> bool:
    """Whether some change between these two reports has words of the planted one, on each side that has any."""
    a, b, words_a, words_b = planted
    for kinship in lineage.kinships:
        if {kinship.a, kinship.b} != {a, b}:
            continue
        sides = ((change.a, change.b) if kinship.a == a else (change.b, change.a) for pair in kinship.aligned for change in pair.changes)
        return any(_share_words(found_a, words_a) and _share_words(found_b, words_b) for found_a, found_b in sides)
    return False


def _share_words(found: str, planted: str) -> bool:
    mine, theirs = ({word for word in words.casefold().split() if word not in wording().stop} for words in (found, planted))
    return bool(mine & theirs) or not theirs


def _errors(gold: Mapping[frozenset[str], str], lineage: Lineage) -> list[str]:
    found = {frozenset((kinship.a, kinship.b)): str(kinship.relation) for kinship in lineage.kinships}
    wrong = [(sorted(pair), gold.get(pair, NONE), found.get(pair, NONE)) for pair in gold.keys() | found.keys()]
    return [f"{' | '.join(pair)}: {right}, told {told}" for pair, right, told in sorted(wrong) if right != told]


def b3(gold: Mapping[str, str], found: Mapping[str, str]) -> float:
    """B-cubed F1 of two groupings of the same things (Bagga and Baldwin 1998)."""
    mine, theirs = _members(found), _members(gold)
    precision = sum(len(mine[found[one]] & theirs[gold[one]]) / len(mine[found[one]]) for one in gold) / len(gold)
    recall = sum(len(mine[found[one]] & theirs[gold[one]]) / len(theirs[gold[one]]) for one in gold) / len(gold)
    return 2 * precision * recall / (precision + recall)


def _members(groups: Mapping[str, str]) -> dict[str, set[str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for one, group in groups.items():
        members[group].add(one)
    return members


def _f1(pairs: Iterable[tuple[bool, bool]]) -> float:
    listed = list(pairs)
    hits = sum(right and told for right, told in listed)
    return 2 * hits / (sum(right for right, _ in listed) + sum(told for _, told in listed) or 1)


def baseline(pairs: Sequence[Told], likeness: Callable[[Prepared, Prepared], float]) -> tuple[float, float]:
    """Derived-or-not by one likeness: the F1 and the share of independent pairs called derived, at the threshold that suits these pairs best."""
    scored = [(likeness(pair.a, pair.b), pair.relation in DERIVED, pair.relation == NONE) for pair in pairs]
    best = max({value for value, _, _ in scored}, key=lambda least: _f1([(right, value >= least) for value, right, _ in scored]))
    independent = [value for value, _, is_none in scored if is_none]
    return _f1([(right, value >= best) for value, right, _ in scored]), sum(value >= best for value in independent) / len(independent)


def containment(a: Prepared, b: Prepared) -> float:
    """How many runs of five words of the shorter the longer has."""
    shorter, longer = sorted((a.told_runs, b.told_runs), key=len)
    return len(shorter & longer) / len(shorter) if shorter else 0.0


def likest_sentences(a: Prepared, b: Prepared) -> float:
    """For every sentence of the shorter the likest of the longer: mean cosine."""
    if a.vectors is None or b.vectors is None:
        return 0.0
    meanings = a.vectors @ b.vectors.T
    return float(meanings.max(axis=1 if len(a.sentences) <= len(b.sentences) else 0).mean())


def main(arguments: list[str]) -> int:
    split = next((argument for argument in arguments if not argument.startswith("-")), "test")
    encoder = open_encoder()
    for name, using in (("with meaning", encoder), ("words alone", None)):
        if name == "with meaning" and using is None:
            print("with meaning: the sentence encoder is not installed")
            continue
        score, errors = measure(split, using)
        relations = f"accuracy {score.accuracy:.3f}  derived F1 {score.derived_f1:.3f}  false {score.false:.3f}"
        print(f"{name:14} {relations}  origins B3 {score.origins_b3:.3f}  drift {score.drift_recall:.3f}")
        if "--errors" in arguments:
            print("\n".join(errors))
    pairs = list(told_pairs(encoder, splits=frozenset({split})))
    for name, likeness in (("runs of five", containment), ("likest cosine", likest_sentences)):
        f1, false = baseline(pairs, likeness)
        print(f"{name:14} {'':14}  derived F1 {f1:.3f}  false {false:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
