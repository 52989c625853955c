"""Which reports repeat one text, and what the copy changed."""

from dataclasses import dataclass
from typing import Literal

from contested.records.reason import Reason
from contested.records.span import Span

Relation = Literal["duplicate", "copy", "rewrite", "shared_source"]
ChangeKind = Literal["number", "name", "place", "time", "qualifier", "quote", "attribution", "hedge", "negation", "dropped", "added"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Drift: what stands in `a` and what stands for it in `b` ("" where nothing does), with where, and why it counts."""

    kind: ChangeKind
    a: str
    b: str
    a_span: Span | None
    b_span: Span | None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """Two sentences that carry one content. `score` 0..1. A sentence split in two is two pairs with one side in common."""

    a: Span
    b: Span
    score: float
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """Two reports of which one repeats the other, or both a third. `a` < `b` (report ids).

    `upstream` is the report that the other follows, None where it cannot be told. `dropped_*` are sentences without a partner.
    """

    a: str
    b: str
    relation: Relation
    score: float
    reasons: tuple[Reason, ...]
    aligned: tuple[Aligned, ...]
    upstream: str | None = None
    only_a: tuple[Span, ...] = ()
    only_b: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """All kinships, and for every report the origin (group id) it goes back to: (report id, origin id) pairs, every report once."""

    kinships: tuple[Kinship, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()
