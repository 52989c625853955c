"""What copies changed: sentences of kin reports side by side."""

from collections.abc import Iterable
from dataclasses import dataclass

from contested.briefing.passages import Role, Segment, marked
from contested.briefing.wording import RELATION, outlet_words
from contested.records import Aligned, Change, Kinship, Report, Span
from contested.records.view import View

_change: Role = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sentences that carry one content; `notes` say what changed from the one to the other."""

    left: tuple[Segment, ...]
    right: tuple[Segment, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """`left` is the report that the other follows, where that can be told. `same` counts the aligned sentences that change nothing."""

    left: Report
    right: Report
    relation: str
    direction: str
    because: tuple[str, ...]
    pairs: tuple[Pair, ...]
    same: int


def drifts(view: View, reports: Iterable[str] | None = None) -> tuple[Drift, ...]:
    """The kinships that changed something, of which a report is among `reports` (all, where None), in the order of the lineage."""
    wanted = None if reports is None else set(reports)
    among = (kinship for kinship in view.lineage().kinships if wanted is None or kinship.a in wanted or kinship.b in wanted)
    return tuple(drift_of(kinship, view) for kinship in among if any(pair.changes for pair in kinship.aligned))


def drift_of(kinship: Kinship, view: View) -> Drift:
    turned, directed = kinship.upstream == kinship.b, kinship.upstream is not None
    left, right = (view.report(kinship.b), view.report(kinship.a)) if turned else (view.report(kinship.a), view.report(kinship.b))
    changed = [pair for pair in kinship.aligned if pair.changes]
    return Drift(
        left=left,
        right=right,
        relation=RELATION[kinship.relation],
        direction=f"{outlet_words(right)} follows {outlet_words(left)}" if kinship.upstream else "which came first cannot be told",
        because=tuple(reason.because for reason in kinship.reasons),
        pairs=tuple(_pair(pair, view.report(kinship.a), view.report(kinship.b), turned=turned, directed=directed) for pair in changed),
        same=len(kinship.aligned) - len(changed),
    )


def _pair(pair: Aligned, a: Report, b: Report, *, turned: bool, directed: bool) -> Pair:
    in_a = marked(a.text, pair.a, [(_place(change.a, change.a_span, a, within=pair.a), _change) for change in pair.changes])
    in_b = marked(b.text, pair.b, [(_place(change.b, change.b_span, b, within=pair.b), _change) for change in pair.changes])
    notes = tuple(_note(change, turned=turned, directed=directed) for change in pair.changes)
    return Pair(left=in_b, right=in_a, notes=notes) if turned else Pair(left=in_a, right=in_b, notes=notes)


def _place(words: str, span: Span | None, report: Report, *, within: Span) -> Span:
    """Where changed words stand; an empty span where nothing stands for them or they are not in the sentence."""
    if span is not None:
        return span
    start = report.text.find(words, within.start, within.end) if words else -1
    return Span(within.start, within.start) if start < 0 else Span(start, start + len(words))


def _note(change: Change, *, turned: bool, directed: bool) -> str:
    """Only where one report is known to follow the other is a change told as something done to it."""
    left, right = (change.b, change.a) if turned else (change.a, change.b)
    if left and right:
        words = f"“{left}” {'became' if directed else 'here,'} “{right}”{'' if directed else ' there'}"
    elif left:
        words = f"“{left}” {'was left out' if directed else 'here only'}"
    else:
        words = f"“{right}” {'was added' if directed else 'there only'}"
    return f"{change.kind}: {words}" + (f" ({change.note})" if change.note else "")
