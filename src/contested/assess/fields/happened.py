"""Whether it happened at all."""

from contested.assess.fields.aspect import Aspect, Value
from contested.assess.fields.parties import denies_own_part
from contested.records import Claim

_TEXT = {"negated": "no", "planned": "planned", "possible": "possible"}
_SURE = {"no": 2.0, "yes": 2.0, "possible": 1.0, "planned": 0.0}


def _read(claim: Claim) -> Value | None:
    """A party that denies its own part does not say that nothing happened."""
    if denies_own_part(claim):
        return None
    text = "no" if claim.stance == "denies" else _TEXT.get(claim.modality, "yes")
    return Value(text=text, detail=text, narrow=_SURE[text])


def _fits(one: Value, other: Value) -> bool:
    return {one.text, other.text} != {"yes", "no"}


HAPPENED = Aspect(field="happened", read=_read, fits=_fits)
