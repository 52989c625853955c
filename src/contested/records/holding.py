"""Who holds which place, from when, until when, according to whom."""

from dataclasses import dataclass
from typing import Literal

from contested.records.marks import PlaceRef
from contested.records.reason import Reason

HoldingStatus = Literal["held", "contested", "besieged", "cut_off"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """`place` is the gazetteer name, or the name of a part of one ("Norvale prison"), then `within` names the settlement.

    `since`, `until`: a day, an interval "A/B", or None. `claims` speak for it, `disputed_by` against it (claim or standing ids).
    `known_from`: when the first report that says so was published.
    """

    id: str
    place: str
    place_ref: PlaceRef | None
    status: HoldingStatus
    holder: str | None
    challenger: str | None
    since: str | None
    until: str | None
    known_from: str | None
    disputed: bool
    claims: tuple[str, ...]
    disputed_by: tuple[str, ...]
    within: str | None = None
    reasons: tuple[Reason, ...] = ()
