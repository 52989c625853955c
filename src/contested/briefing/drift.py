"""What copies changed: sentences of kin reports side by side."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from contested.briefing.passages import Role, Segment, marked
from contested.briefing.wording import RELATION, outlet_words
from contested.records import Aligned, Change, Kinship, Report, Span
from contested.records.view import View

_change: Role = "changed"

_share = re.compile(r"(\d+%) of ([ab])\b")

_of_sides = re.compile(r"“|\b[ab] (?:adds|credits|does|has|leaves|puts)\b")
"""A note that quotes says the words once more; one that speaks of the sides a and b speaks of what a reader does not see."""

_light = frozenset({"dropped", "added", "qualifier"})
"""Changes that alter what a reader believes less than a number or a denial does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sentences that carry one content; `notes` say what changed from the one to the other."""

    left: tuple[Segment, ...]
    right: tuple[Segment, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """`left` is the report that the other follows, where that can be told. `kinds` says what changed how often ("number ×2, hedge");
    `same` counts the aligned sentences that change nothing.
    """

    left: Report
    right: Report
    relation: str
    direction: str
    because: tuple[str, ...]
    pairs: tuple[Pair, ...]
    kinds: str
    same: int


def drifts(view: View, reports: Iterable[str] | None = None) -> tuple[Drift, ...]:
    """The kinships that changed something, of which a report is among `reports` (all, where None): those with the most telling changes first."""
    wanted = None if reports is None else set(reports)
    among = (kinship for kinship in view.lineage().kinships if wanted is None or kinship.a in wanted or kinship.b in wanted)
    changed = [kinship for kinship in among if any(pair.changes for pair in kinship.aligned)]
    return tuple(drift_of(kinship, view) for kinship in sorted(changed, key=_telling, reverse=True))


def because_words(kinship: Kinship, view: View) -> tuple[str, ...]:
    """Why two reports are kin, with their outlets for the letters of their sides."""
    outlets = {"a": outlet_words(view.report(kinship.a)), "b": outlet_words(view.report(kinship.b))}
    return tuple(_share.sub(lambda found: f"{found[1]} of {outlets[found[2]]}", reason.because) for reason in kinship.reasons)


def _telling(kinship: Kinship) -> int:
    return sum(change.kind not in _light for pair in kinship.aligned for change in pair.changes)


def _kinds(changed: Iterable[Aligned]) -> str:
    found = Counter(change.kind for pair in changed for change in pair.changes)
    ordered = sorted(found.items(), key=lambda kind: (kind[0] in _light, -kind[1]))
    return ", ".join(kind + (f" ×{times}" if times > 1 else "") for kind, times in ordered)


def drift_of(kinship: Kinship, view: View) -> Drift:
    turned, directed = kinship.upstream == kinship.b, kinship.upstream is not None
    left, right = (view.report(kinship.b), view.report(kinship.a)) if turned else (view.report(kinship.a), view.report(kinship.b))
    changed = [pair for pair in kinship.aligned if pair.changes]
    return Drift(
        left=left,
        right=right,
        relation=RELATION[kinship.relation],
        direction=f"{outlet_words(right)} follows {outlet_words(left)}" if kinship.upstream else "which came first cannot be told",
        because=because_words(kinship, view),
        pairs=tuple(_pair(pair, view.report(kinship.a), view.report(kinship.b), turned=turned, directed=directed) for pair in changed),
        kinds=_kinds(changed),
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
    more = "" if _of_sides.search(change.note) else change.note.partition(":")[0]
    return f"{change.kind}: {words}" + (f" ({more})" if more else "")
