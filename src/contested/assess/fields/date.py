"""When it happened."""

from datetime import date
from typing import cast

from contested.assess.fields.aspect import Aspect, Value
from contested.records import Claim, Dated


def _read(claim: Claim) -> Value | None:
    dated = claim.dated
    if dated is None or dated.text is None or dated.earliest is None or dated.latest is None:
        return None
    days = (date.fromisoformat(dated.latest[:10]) - date.fromisoformat(dated.earliest[:10])).days
    return Value(text=dated.text, detail=dated, narrow=-float(days))


def _fits(one: Value, other: Value) -> bool:
    ours, theirs = cast(Dated, one.detail), cast(Dated, other.detail)
    return (ours.earliest or "") <= (theirs.latest or "") and (theirs.earliest or "") <= (ours.latest or "")


DATE = Aspect(field="date", read=_read, fits=_fits)
