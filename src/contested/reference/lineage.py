"""The weights by which sentences are paired and relations decided: plain numbers, made by training on our own stories."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from contested.errors import DataError
from contested.reference.question import Question

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
        chosen = {name: float(value) for name, value in table["with_meaning" if meaning else "without_meaning"].items()}
        return AlignmentWeights(**chosen, pair=float(table["pair"]), split=float(table["split"]))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise DataError("alignment.toml", f"{error} is missing or unknown") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationWeights:
    """Three questions. `derived`: does one report repeat the other; if so `copy`: word for word; if not `shared`: do both carry a part of one text.

    `means`: what each figure is on average, to tell what is out of the ordinary; `least`: the chance that copy or rewrite together ("derived"), and a
    shared source, need before they are believed.
    """

    derived: Question
    copy: Question
    shared: Question
    means: Mapping[str, float]
    least: Mapping[str, float]

    def chances(self, figures: Mapping[str, float]) -> dict[str, float]:
        """The chance of each relation and of none; together they are one."""
        derived, copy, shared = (question.chance(figures) for question in (self.derived, self.copy, self.shared))
        return {"copy": derived * copy, "rewrite": derived * (1 - copy), "shared_source": (1 - derived) * shared, NONE: (1 - derived) * (1 - shared)}

    def speaks_for(self, relation: str, figure: str, value: float) -> float:
        """How much a figure, as far as it is out of the ordinary, speaks for a relation and against the others; below zero: against it."""
        derived, copy, shared = (question.weights[figure] for question in (self.derived, self.copy, self.shared))
        weight = {"copy": derived + copy, "rewrite": derived - copy, "shared_source": shared - derived}[relation]
        return weight * (value - self.means[figure])


@cache
def relation_weights(*, meaning: bool) -> RelationWeights:
    """With or without the likeness of meaning. Raises DataError where the data file is broken."""
    table = _table("relation.toml")
    try:
        chosen = table["with_meaning" if meaning else "without_meaning"]
        derived, copy, shared = (
            Question(constant=float(chosen["constant"][name]), weights={figure: float(row[name]) for figure, row in chosen["figure"].items()})
            for name in ("derived", "copy", "shared")
        )
        means = {name: float(row["mean"]) for name, row in chosen["figure"].items()}
        least = {name: float(table["least"][name]) for name in ("derived", "shared_source")}
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise DataError("relation.toml", f"{error} is missing or no number") from error
    return RelationWeights(derived=derived, copy=copy, shared=shared, means=means, least=least)


def _table(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(files("contested.reference").joinpath("data", "lineage", name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(name, str(error)) from error
