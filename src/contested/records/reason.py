"""A score never travels without its reason."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """`score` is 0..1 (1 speaks fully for the decision); `because` is a sentence a reader understands."""

    score: float
    because: str
