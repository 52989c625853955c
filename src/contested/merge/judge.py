"""Same or different: every comparer's word weighed as evidence.

Each score is read as the chance that two tellings are one happening, given that evidence alone and even odds before it;
the odds multiply. Firm comparers look at a telling's shape alone, so their verdict on two shapes is kept.
"""

from dataclasses import dataclass
from itertools import chain
from typing import Literal

from contested.merge.compare import (
    Rarity,
    compare_actors,
    compare_definite,
    compare_lineage,
    compare_place,
    compare_quantities,
    compare_reality,
    compare_sentence,
    compare_targets,
    compare_time,
    compare_type,
    compare_words,
)
from contested.merge.telling import Telling
from contested.records import Reason
from contested.reference.akin import Akin
from contested.settings import MergeSettings

_PRIOR_ODDS = 0.25  # one pair of candidates in five is one happening, before anything is compared
_NEXT = 4  # characters between a sentence and the next
Verdict = Literal["same", "different", "firmly different"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """`score` 0..1: how likely it is one happening. `firm`: it is not, whatever else agrees. `reasons` are what the comparers said."""

    score: float
    firm: bool
    reasons: tuple[Reason, ...]


class Judge:
    """Judges pairs of tellings; `rarity` is of all the tellings of one merge."""

    def __init__(self, settings: MergeSettings, *, akin: Akin, rarity: Rarity) -> None:
        self._settings = settings
        self._akin = akin
        self._rarity = rarity
        self._shapes: dict[tuple[int, int], tuple[Reason, ...] | Reason] = {}

    def judge(self, left: Telling, right: Telling, *, shapes: tuple[int, int]) -> Judgement:
        """`shapes`: the numbers of the two tellings' shapes, smaller first."""
        firm = self._by_shape(left, right, shapes)
        if isinstance(firm, Reason):
            return Judgement(score=0.0, firm=True, reasons=(firm,))
        soft = (
            compare_sentence(left, right), compare_lineage(left, right), compare_definite(left, right), compare_quantities(left, right),
            compare_words(left, right, rarity=self._rarity),
        )
        if not _is_linked(left, right):
            return Judgement(score=0.0, firm=True, reasons=(Reason(score=0.0, because="one of them names neither place nor target"),))
        reasons = (*firm, *(reason for reason in soft if reason))
        return Judgement(score=_combine(reasons), firm=False, reasons=reasons)

    def forbids(self, left: Telling, right: Telling, *, shapes: tuple[int, int]) -> bool:
        """Whether two tellings can never be one happening."""
        return isinstance(self._by_shape(left, right, shapes), Reason)

    def _by_shape(self, left: Telling, right: Telling, shapes: tuple[int, int]) -> tuple[Reason, ...] | Reason:
        known = self._shapes.get(shapes)
        if known is None:
            known = self._shapes[shapes] = self._compare_shapes(left, right)
        return known

    def _compare_shapes(self, left: Telling, right: Telling) -> tuple[Reason, ...] | Reason:
        """All reasons, or the first firm one alone."""
        reasons = []
        akin = self._akin
        for reason in chain(
            (compare_type(left, right, akin=akin), compare_reality(left, right), compare_place(left, right, near_km=self._settings.near_km)),
            (compare_time(left, right, akin=akin), compare_targets(left, right, akin=akin), compare_actors(left, right, akin=akin)),
        ):
            if reason is None:
                continue
            if reason.score == 0.0:
                return reason
            reasons.append(reason)
        return tuple(reasons)


def _is_linked(left: Telling, right: Telling) -> bool:
    """What names neither a place nor anybody it is done to is one with another only where the sentences themselves say so:

    one repeats the other, both are told by the same words, or the next sentence points back or counts the same.
    """
    if not (left.bare or right.bare) or compare_lineage(left, right):
        return True
    one, other = sorted((left, right), key=lambda telling: telling.claim.sentence)
    if one.claim.report != other.claim.report:
        return False
    if one.claim.sentence.overlaps(other.claim.sentence):
        return one.claim.trigger == other.claim.trigger
    near = other.claim.sentence.start - one.claim.sentence.end <= _NEXT
    return near and (other.definite or _counts_alike(one, other))


def _counts_alike(one: Telling, other: Telling) -> bool:
    counted = {(count.kind, count.low, count.high) for count in one.claim.quantities if count.low is not None}
    return any((count.kind, count.low, count.high) in counted for count in other.claim.quantities)


def _combine(reasons: tuple[Reason, ...]) -> float:
    odds = _PRIOR_ODDS
    for reason in reasons:
        score = min(max(reason.score, 0.01), 0.99)
        odds *= score / (1 - score)
    return odds / (1 + odds)
