"""How near the product comes to gold claims: events found, and the fields of those found."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

Gold = dict[str, Any]
_FIELDS = ("actor_name", "target_name", "place_name", "speaker_name", "date", "stance", "modality")
_COUNTS = ("killed", "injured")
BANDS = 5
_WORD = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class Tallied:
    """True positives, predictions and gold items of one measure."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, *, gold: bool, predicted: bool, same: bool) -> None:
        self.gold += gold
        self.predicted += predicted
        self.right += gold and predicted and same

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.predicted + self.gold) if self.predicted + self.gold else 1.0


@dataclass(slots=True)
class Measured:
    """Sums over all reports. `events`: same type, overlapping trigger, one to one; the fields over the events found."""

    events: Tallied = field(default_factory=Tallied)
    fields: dict[str, Tallied] = field(default_factory=lambda: {name: Tallied() for name in (*_FIELDS, *_COUNTS, "has_speaker")})
    peaceful_reports: int = 0
    false_claims: int = 0
    confidences: list[tuple[float, bool]] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Every figure by name, rounded to three places; one of which nothing could be compared is left out."""
        tallies = {"event": self.events, **self.fields}
        named = {f"claims.{name}_f1": tallied.f1 for name, tallied in tallies.items() if tallied.gold + tallied.predicted}
        if self.confidences:
            named["claims.calibration_error"] = calibration_error(self.confidences)
        if self.peaceful_reports:
            named["claims.false_per_peaceful_report"] = self.false_claims / self.peaceful_reports
        return {name: round(value, 3) for name, value in named.items()}


def compare_report(measured: Measured, gold: Sequence[Gold], predicted: Sequence[Gold]) -> None:
    """Add one report's claims. A report whose gold is empty counts its predictions as false claims instead."""
    if not gold:
        measured.peaceful_reports += 1
        measured.false_claims += len(predicted)
        return
    pairs = paired(gold, predicted)
    right = {id(ours) for _, ours in pairs}
    measured.confidences += [(claim["confidence"], id(claim) in right) for claim in predicted if "confidence" in claim]
    measured.events.gold += len(gold)
    measured.events.predicted += len(predicted)
    measured.events.right += len(pairs)
    for theirs, ours in pairs:
        for name in _FIELDS:
            mine, known = ours.get(name), theirs.get(name)
            same = same_name(known, mine) if name.endswith("_name") else known == mine
            measured.fields[name].add(gold=bool(known), predicted=bool(mine), same=same)
        for name in _COUNTS:
            known_count, my_count = theirs["quantities"].get(name), ours["quantities"].get(name)
            measured.fields[name].add(gold=known_count is not None, predicted=my_count is not None, same=known_count == my_count)
        spoken, heard = bool(theirs.get("speaker") or theirs.get("speaker_name")), bool(ours.get("speaker") or ours.get("speaker_name"))
        measured.fields["has_speaker"].add(gold=spoken, predicted=heard, same=True)


def calibration_error(pairs: Iterable[tuple[float, bool]]) -> float:
    """The expected calibration error: how far, over five bands of confidence, the mean confidence lies from the share that is right."""
    by_band: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in pairs:
        by_band[min(int(confidence * BANDS), BANDS - 1)].append((confidence, right))
    total = sum(map(len, by_band.values()))
    return sum(abs(sum(confidence - right for confidence, right in inside)) for inside in by_band.values()) / total if total else 0.0


def paired(gold: Sequence[Gold], predicted: Sequence[Gold]) -> list[tuple[Gold, Gold]]:
    """One to one, best agreement first."""
    scored = sorted(
        ((_agreement(theirs, ours), -i, -j) for i, theirs in enumerate(gold) for j, ours in enumerate(predicted) if _is_same_event(theirs, ours)), reverse=True
    )
    pairs, used_gold, used_ours = [], set(), set()
    for _, i, j in scored:
        if -i not in used_gold and -j not in used_ours:
            used_gold.add(-i)
            used_ours.add(-j)
            pairs.append((gold[-i], predicted[-j]))
    return pairs


def _is_same_event(theirs: Gold, ours: Gold) -> bool:
    a, b = theirs["trigger"], ours["trigger"]
    return bool(theirs["event_type"] == ours["event_type"] and a[0] < b[1] and b[0] < a[1])


def _agreement(theirs: Gold, ours: Gold) -> int:
    return sum(same_name(theirs.get(name), ours.get(name)) for name in ("actor_name", "target_name", "place_name", "speaker_name")) + (
        theirs.get("date") == ours.get("date")
    )


def same_name(a: str | None, b: str | None) -> bool:
    """One name holds the other in whole words, article, case and punctuation aside. Where one is None, both must be."""
    if a is None or b is None:
        return a is b
    left, right = _words(a), _words(b)
    return left == right or (bool(left and right) and (f" {left} " in f" {right} " or f" {right} " in f" {left} "))


def _words(name: str) -> str:
    return " ".join(_WORD.findall(name.casefold())).removeprefix("the ")
