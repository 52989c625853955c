"""What sort of act it was."""

from contested.assess.fields.aspect import Aspect, Value
from contested.records import Claim
from contested.reference.akin import load_akin

_SAYS_NOTHING = 0.5


def _read(claim: Claim) -> Value:
    return Value(text=claim.event_type, detail=claim.event_type, narrow=load_akin().rank(claim.event_type))


def _fits(one: Value, other: Value) -> bool:
    """A looser word for the same act is no dispute: "attack" fits "bomb"; "airstrike" against "bomb" is one."""
    akin = load_akin()
    if one.text == other.text or one.narrow == 0 or other.narrow == 0:
        return True
    return (akin.score(one.text, other.text) or 0.0) >= _SAYS_NOTHING


TYPE = Aspect(field="type", read=_read, fits=_fits)
