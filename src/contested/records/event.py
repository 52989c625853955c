"""What happened, and how well it is known."""

from dataclasses import dataclass
from typing import Literal

from contested.records.reason import Reason

Agreement = Literal["agree", "differ", "single"]
Status = Literal["single_origin", "several_origins", "confirmed_by_other_side", "disputed", "denied"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Claims that speak of one happening. `reasons` say what held them together."""

    id: str
    event_type: str
    claims: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One value of one field, and the claims that say so. `superseded` by a later count; `drifted`: born in a copy, no second account."""

    value: str
    claims: tuple[str, ...]
    origins: int
    superseded: bool = False
    drifted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldAssessment:
    """`value` the best supported value (None unknown), all variants kept; `differ` only where two live values clash."""

    field: str
    value: str | None
    variants: tuple[Variant, ...]
    agreement: Agreement
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """How well one event is known. `origins`: independent origins, not reports. `known_from`: when the first of its reports was published."""

    event: str
    event_type: str
    status: Status
    origins: int
    reports: tuple[str, ...]
    outlets: tuple[str, ...]
    speakers: tuple[str, ...]
    fields: tuple[FieldAssessment, ...]
    known_from: str | None
    reasons: tuple[Reason, ...] = ()

    def field(self, name: str) -> FieldAssessment | None:
        return next((f for f in self.fields if f.field == name), None)
