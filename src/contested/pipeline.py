"""The way of a report through the house, as one typed function.

    bytes -> Report -> Lineage -> Marks -> Claim -> Event -> Assessment -> Holding -> (store)
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from contested.annotate.part import AnnotatorPart
from contested.errors import UnreadableError
from contested.extract import Extractor
from contested.language import Parser, split_sentences
from contested.records import Assessment, Claim, Event, Extract, Holding, Known, Lineage, Marks, Report, SetAside, Span, Standing, Tally
from contested.records.view import View

BATCH = 64
"""Reports read before they are parsed together; what an interruption can cost."""

STEPS = ("read", "trace", "annotate", "extract", "merge", "assess", "control", "store")


class Assess(Protocol):
    def __call__(self, events: Sequence[Event], claims: Mapping[str, Claim], reports: Mapping[str, Report], lineage: Lineage) -> tuple[Assessment, ...]: ...


class Control(Protocol):
    def __call__(
        self, events: Sequence[Event], assessments: Sequence[Assessment], claims: Mapping[str, Claim], standings: Sequence[Standing],
        reports: Mapping[str, Report],
    ) -> tuple[Holding, ...]: ...


Trace = Callable[[Sequence[Report]], Lineage]
"""All reports in; how they are akin, and the origin of each, out."""

Merge = Callable[[Sequence[Claim], Mapping[str, Report], Lineage], tuple[Event, ...]]
"""All claims in; the happenings they tell of out, each claim in one."""

Progress = Callable[[str, int, int | None], None]
"""Told the name of the step at work, how many reports are through it, and of how many (None where not yet known); as "file" how many files are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """One engine a step, settings already inside. Assembly makes it."""

    trace: Trace
    parser: Parser
    annotators: tuple[AnnotatorPart, ...]
    extract: Extractor
    merge: Merge
    assess: Assess
    control: Control


class Keeper(Protocol):
    """What the way asks of a store."""

    def known(self, report_id: str) -> bool: ...
    def add(self, report: Report, extract: Extract, *, read_at: str) -> bool: ...
    def view(self, *, known_at: str | None = None) -> View: ...
    def replace_derived(
        self, *, lineage: Lineage, events: Iterable[Event], assessments: Iterable[Assessment], holdings: Iterable[Holding]
    ) -> None: ...
    def record_build(self, tally: Tally, *, run_at: str) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """One report with everything marked and claimed in it."""

    report: Report
    marks: Marks
    extract: Extract


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What follows from all reports together."""

    lineage: Lineage
    events: tuple[Event, ...]
    assessments: tuple[Assessment, ...]
    holdings: tuple[Holding, ...]


def silent(_step: str, _done: int, _total: int | None) -> None:
    """The progress of those who do not look."""


def run(items: Iterable[Report | SetAside | Known], parts: Parts, store: Keeper, *, run_at: str, progress: Progress = silent) -> Tally:
    """The whole way for what is read: new reports are kept as they come, then all that follows from the whole store is derived anew.

    Stopped at any moment, the store holds every report kept so far, and the next run goes on from there. No more than `BATCH` reports are held at a time.
    """
    count = _Count()
    for batch in _batches(items, store, count, progress):
        for inspected in through(batch, parts):
            try:
                count.new += store.add(inspected.report, inspected.extract, read_at=run_at)
            except UnreadableError as error:
                count.set_aside.append(SetAside(where=error.where, reason=error.reason))
            progress("extract", count.new, None)
    view = store.view()
    stale = bool(count.new) or len(view.lineage().origins) != len(view.reports())
    derived = derive(view.reports(), view.claims(), view.standings(), parts, progress=progress) if stale else as_stored(view)
    if stale:
        store.replace_derived(lineage=derived.lineage, events=derived.events, assessments=derived.assessments, holdings=derived.holdings)
    tally = Tally(
        read=count.read, new=count.new, known=count.known, set_aside=tuple(count.set_aside), claims=len(view.claims()), events=len(derived.events),
        origins=len({origin for _, origin in derived.lineage.origins}), holdings=len(derived.holdings),
    )
    if tally.new or not tally.known:
        store.record_build(tally, run_at=run_at)
    return tally


def through(reports: Sequence[Report], parts: Parts) -> Iterator[Inspected]:
    """Annotate and extract, report by report, in order."""
    sentences = [split_sentences(report.text, report.furniture) for report in reports]
    docs = parts.parser.parse((report.text, spans) for report, spans in zip(reports, sentences, strict=True))
    for report, spans, doc in zip(reports, sentences, docs, strict=True):
        marks = Marks(sentences=spans)
        for part in parts.annotators:
            marks = replace(marks, **{part.gives: part.annotate(report, doc, marks)})
        yield Inspected(report=report, marks=marks, extract=_telling_only(report, parts.extract(report, doc, marks)))


def derive(reports: Sequence[Report], claims: Sequence[Claim], standings: Sequence[Standing], parts: Parts, *, progress: Progress = silent) -> Derived:
    """What follows from reports and all they claim, together: lineage, events, assessments, holdings."""
    count = len(reports)
    progress("trace", 0, count)
    lineage = parts.trace(reports)
    by_report, by_claim = {report.id: report for report in reports}, {claim.id: claim for claim in claims}
    progress("merge", 0, count)
    events = parts.merge(claims, by_report, lineage)
    progress("assess", 0, count)
    assessments = parts.assess(events, by_claim, by_report, lineage)
    progress("control", 0, count)
    holdings = parts.control(events, assessments, by_claim, standings, by_report)
    return Derived(lineage=lineage, events=events, assessments=assessments, holdings=holdings)


def as_stored(view: View) -> Derived:
    """What was derived before, where nothing came to it."""
    return Derived(lineage=view.lineage(), events=view.events(), assessments=view.assessments(), holdings=view.holdings())


@dataclass(slots=True)
class _Count:
    """What became of the items so far."""

    read: int = 0
    new: int = 0
    known: int = 0
    set_aside: list[SetAside] = field(default_factory=list)


def _batches(items: Iterable[Report | SetAside | Known], store: Keeper, count: _Count, progress: Progress) -> Iterator[list[Report]]:
    """The new reports, some at a time; everything else is only counted."""
    batch: dict[str, Report] = {}
    for item in items:
        if isinstance(item, SetAside):
            count.set_aside.append(item)
            continue
        count.read += 1
        if isinstance(item, Known) or item.id in batch or store.known(item.id):
            count.known += 1
        else:
            batch[item.id] = item
        progress("read", count.read, None)
        if len(batch) >= BATCH:
            yield list(batch.values())
            batch.clear()
    if batch:
        yield list(batch.values())


def _telling_only(report: Report, extract: Extract) -> Extract:
    """Furniture (bylines, share lines) makes no claims."""

    def tells(trigger: Span) -> bool:
        return not any(span.overlaps(trigger) for span in report.furniture)

    return Extract(claims=tuple(claim for claim in extract.claims if tells(claim.trigger)), standings=tuple(s for s in extract.standings if tells(s.trigger)))
