"""What every field of an event is: how a claim is read for it, and when two readings fit."""

from collections.abc import Callable
from dataclasses import dataclass

from contested.records import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One reading: `text` as shown, `detail` what `fits` compares, `narrow` how much it pins down (larger is narrower)."""

    text: str
    detail: object
    narrow: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """`read`: the claim's value for the field, None where it has none. `fits`: whether two values can both be true. `grows`: later counts replace lower."""

    field: str
    read: Callable[[Claim], Value | None]
    fits: Callable[[Value, Value], bool]
    grows: bool = False
