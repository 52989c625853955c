"""The weights by which sentences are paired and relations decided: plain numbers, made by training on our own stories."""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from contested.errors import DataError

NONE: Final = "none"
"""The name of no relation: each report is its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignmentWeights:
    """A logistic regression over two sentences; `pair`, `split`: the scores from which they are a pair, or one more part of a pair."""

    constant: float
    wording: float
    meaning: float
    apart: float
    pair: float
    split: float


@cache
def alignment_weights(*, meaning: bool) -> AlignmentWeights:
    """With or without the likeness of meaning. Raises DataError where the data file is broken."""
    table = _table("alignment.toml")
    try:
        return AlignmentWeights(**table["with_meaning" if meaning else "without_meaning"], pair=table["pair"], split=table["split"])
    except (KeyError, TypeError) as error:
        raise DataError("alignment.toml", f"{error} is missing or unknown") from error



@dataclass(frozen=True, slots=True, kw_only=True)
class RelationWeights:
    """A multinomial logistic regression over figures of two reports.

    `relations` and "none", in the order of all tuples; `constants` one a relation; `weights` one a relation for each figure; `means`: what each figure
    is on average, to tell what is out of the ordinary; `least`: the chance that copy or rewrite together ("derived"), and a shared source, need
    before they are believed.
    """

    relations: tuple[Any, ...]
    constants: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]
    means: dict[str, float]
    least: dict[str, float]

    def chances(self, figures: Mapping[str, float]) -> dict[Any, float]:
        """The chance of each relation; together they are one. Raises KeyError where a figure is missing."""
        scores = list(self.constants)
        for name, weights in self.weights.items():
            for at, weight in enumerate(weights):
                scores[at] += weight * figures[name]
        highest = max(scores)
        raised = [math.exp(score - highest) for score in scores]
        return {name: value / sum(raised) for name, value in zip(self.relations, raised, strict=True)}

    def speaks_for(self, relation: str, figure: str, value: float) -> float:
        """How much a figure, as far as it is out of the ordinary, speaks for a relation and against the others; below zero: against it."""
        weights = self.weights[figure]
        at = self.relations.index(relation)
        others = (sum(weights) - weights[at]) / (len(weights) - 1)
        return (weights[at] - others) * (value - self.means[figure])


@cache
def relation_weights(*, meaning: bool) -> RelationWeights:
    """With or without the likeness of meaning. Raises DataError where the data file is broken."""
    table = _table("relation.toml")
    try:
        chosen = table["with_meaning" if meaning else "without_meaning"]
        relations = tuple(chosen["constant"])
        return RelationWeights(
            relations=relations,
            constants=tuple(chosen["constant"].values()),
            weights={name: tuple(row[relation] for relation in relations) for name, row in chosen["figure"].items()},
            means={name: row["mean"] for name, row in chosen["figure"].items()},
            least=dict(table["least"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError("relation.toml", f"{error} is missing or unknown") from error


def _table(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(files("contested.reference").joinpath("data", "lineage", name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(name, str(error)) from error
