"""How many: one field for each kind of count."""

from typing import cast

from contested.assess.fields.aspect import Aspect, Value
from contested.records import Claim, Count, CountKind
from contested.reference.corrections import load_corrections

_LOOSE = 0.1


def count_aspect(kind: CountKind) -> Aspect:
    """The field of one kind of count. "At least 30" fits 32; "around 40" fits 43."""

    def read(claim: Claim) -> Value | None:
        count = next((count for count in claim.quantities if count.kind == kind), None)
        if count is None or (count.low is None and count.high is None) or claim.modality == "negated":
            return None
        return Value(text=count_text(count), detail=count, narrow=2.0 if count.low == count.high else 1.0 if count.low is not None else 0.0)

    return Aspect(field=kind, read=read, fits=_fits, grows=True)


def count_text(count: Count) -> str:
    """ "32", "32+", "up to 32" or "30-35"."""
    if count.high is None:
        return f"{count.low}+"
    if count.low is None:
        return f"up to {count.high}"
    return str(count.low) if count.low == count.high else f"{count.low}-{count.high}"


def _fits(one: Value, other: Value) -> bool:
    (low, high), (low_other, high_other) = _bounds(cast(Count, one.detail)), _bounds(cast(Count, other.detail))
    return low <= high_other and low_other <= high


def _bounds(count: Count) -> tuple[float, float]:
    low, high = float(count.low or 0), float("inf") if count.high is None else float(count.high)
    words = f" {count.wording.casefold()} "
    if any(f" {word} " in words for word in load_corrections().loose):
        return low * (1 - _LOOSE), high * (1 + _LOOSE)
    return low, high
