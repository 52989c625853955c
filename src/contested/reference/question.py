"""A yes-or-no question answered by weighing figures: a logistic regression whose numbers a person can read."""

import math
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A logistic regression over figures: how likely the answer is yes."""

    constant: float
    weights: Mapping[str, float]

    def chance(self, figures: Mapping[str, float]) -> float:
        """0..1. Raises KeyError where a figure is missing."""
        return chance_of(self.constant + math.fsum(weight * figures[name] for name, weight in self.weights.items()))

    def score(self, told: Mapping[str, float]) -> float:
        """The logit of the chance, where figures that are not told are 0. Raises KeyError where a figure is unknown."""
        return self.constant + math.fsum(self.weights[name] * value for name, value in told.items())


def chance_of(score: float) -> float:
    """0..1, of a logit."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
