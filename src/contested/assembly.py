"""Settings in, ready parts out: the only file that names every concrete part.

The store's database library takes a second to import, so it is imported by the calls that open a store: `inspect` does not wait for it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from contested.annotate.actors import actors_part
from contested.annotate.attribution import attribution_part
from contested.annotate.doubt import doubt_part
from contested.annotate.part import AnnotatorPart
from contested.annotate.places import LookedUp, look_up, places_part
from contested.annotate.quantities import quantities_part
from contested.annotate.times import times_part
from contested.assess import assess
from contested.control import control
from contested.errors import CallError
from contested.extract import claim_extractor
from contested.language import SpacyParser
from contested.language.encoder import find_weights, open_encoder
from contested.merge import merge
from contested.pipeline import Derived, Inspected, Parts, Progress, derive, run, silent, through
from contested.read import count_files, nobody_told, nothing_known, read
from contested.read.fetch import web_fetcher
from contested.records import Known, Marks, Report, SetAside, Tally, report_id
from contested.records.view import View
from contested.reference.actors import actor_list
from contested.reference.gazetteer import open_gazetteer
from contested.reference.ontology import load_ontology
from contested.settings import Settings
from contested.trace import trace

if TYPE_CHECKING:
    from contested.store.store import Store


def assemble(settings: Settings) -> Parts:
    """The parts of the whole way. Raises CallError, naming both, where an annotator needs what none before it gives."""
    gazetteer = open_gazetteer(settings.reference.places)
    parser = SpacyParser(settings.language.pipeline, batch=settings.language.batch)
    annotators = (
        times_part(), places_part(gazetteer, parser.is_word), actors_part(actor_list()), quantities_part(), attribution_part(), doubt_part(),
    )
    check_order(annotators)
    return Parts(
        trace=partial(trace, settings=settings.trace, encoder=open_encoder() if settings.language.encoder else None),
        parser=parser,
        annotators=annotators,
        extract=claim_extractor(load_ontology()),
        merge=partial(merge, settings=settings.merge),
        assess=assess,
        control=control,
    )


def lacks_encoder(settings: Settings) -> bool:
    """Whether tracing is to ask for meaning and cannot: the sentence encoder is not installed."""
    return settings.language.encoder and find_weights() is None


def check_order(annotators: Sequence[AnnotatorPart]) -> None:
    """Refuse a list of annotators that cannot work."""
    known = {field.name for field in fields(Marks)}
    given = {"sentences"}
    for part in annotators:
        if part.gives not in known:
            raise CallError(f"an annotator gives {part.gives!r}, which no report is marked with")
        missing = [need for need in part.needs if need not in given]
        if missing:
            raise CallError(f"the annotator of {part.gives!r} needs {missing[0]!r}, which no annotator before it gives")
        given.add(part.gives)


def build(
    sources: Sequence[str | Path], *, store: str | Path, settings: Settings | None = None, stdin: BinaryIO | None = None, progress: Progress = silent
) -> Tally:
    """Read the sources and run the whole way into the store, incrementally. Raises StoreError where the store cannot be used.

    Where nothing can be read and no store is there yet, none is made.
    """
    from contested.store import open_store

    chosen = settings or Settings()
    parts = assemble(chosen)  # before the store is made: a wrong setting leaves nothing behind
    memory = _Memory()
    total = None if progress is silent else count_files(map(str, sources))
    items = reports_of(
        sources, settings=chosen, stdin=stdin, leave_out=_files_of(store), known=memory.known, opened=lambda number: progress("file", number - 1, total)
    )
    if any(path.exists() for path in _files_of(store)) or _is_url(store):
        with open_store(store) as keeper:
            memory.keeper = keeper
            return run(items, parts, keeper, run_at=_now(), progress=progress)
    first = _up_to_a_report(items)
    if not any(isinstance(item, Report) for item in first):
        return Tally(set_aside=tuple(item for item in first if isinstance(item, SetAside)))
    with open_store(store) as keeper:
        memory.keeper = keeper
        return run(chain(first, items), parts, keeper, run_at=_now(), progress=progress)


@dataclass(slots=True)
class _Memory:
    """What the readers ask whether they have read something before; knows nothing while no store is open."""

    keeper: "Store | None" = None

    def known(self, digest: str, url: str | None) -> bool:
        return self.keeper is not None and self.keeper.known_bytes(digest, url)


def _is_url(store: str | Path) -> bool:
    return "://" in str(store)


def _up_to_a_report(items: Iterator[Report | SetAside | Known]) -> list[Report | SetAside | Known]:
    taken = []
    for item in items:
        taken.append(item)
        if isinstance(item, Report):
            break
    return taken


def reports_of(
    sources: Sequence[str | Path], *, settings: Settings, stdin: BinaryIO | None = None, leave_out: Iterable[Path] = (),
    known: Callable[[str, str | None], bool] = nothing_known, opened: Callable[[int], None] = nobody_told,
) -> Iterator[Report | SetAside | Known]:
    """What the sources hold, lazily: reports, what had to be set aside, and what `known` knows by its bytes. The files of `leave_out` are passed over.

    Web addresses are fetched; `opened` is told which file or page of all is being read.
    """
    fetch = web_fetcher(settings.read.fetch)
    return read([str(source) for source in sources], settings.read, stdin=stdin, leave_out=leave_out, known=known, fetch=fetch, opened=opened)


def inspect(text: str, *, published: str | None = None, outlet: str | None = None, title: str | None = None, settings: Settings | None = None) -> Inspected:
    """Everything marked and claimed in one text. Nothing is stored."""
    identity = report_id(text, outlet=outlet, published=published, title=title, url=None, given=None)
    report = Report(id=identity, name="text", text=text, outlet=outlet, published=published, title=title)
    return next(iter(through([report], assemble(settings or Settings()))))


def inspect_reports(reports: Sequence[Report], *, settings: Settings) -> tuple[tuple[Inspected, ...], Derived]:
    """Everything marked and claimed in some reports, and what follows from them together. Nothing is stored."""
    parts = assemble(settings)
    inspected = tuple(through(reports, parts))
    claims = [claim for entry in inspected for claim in entry.extract.claims]
    standings = [standing for entry in inspected for standing in entry.extract.standings]
    return inspected, derive([entry.report for entry in inspected], claims, standings, parts)


def look_up_place(name: str, *, near: Sequence[str] = (), country: str | None = None, settings: Settings | None = None) -> LookedUp:
    """The places of a name, best first, with what speaks for each; `near`: names of other places of the same report."""
    return look_up(name, near=near, country=country, gazetteer=open_gazetteer((settings or Settings()).reference.places))


def open_view(store: str | Path, *, known_at: str | None = None, settings: Settings | None = None) -> View:
    """What a store holds; with `known_at` (ISO day or time) what could be known then, derived anew from just those reports.

    Raises StoreError where there is no such store.
    """
    from contested.store import Recomputed, open_store

    keeper = open_store(store, create=False)
    view = keeper.view(known_at=known_at)
    if known_at is None:
        return view
    derived = derive(view.reports(), view.claims(), view.standings(), assemble(settings or Settings()))
    return Recomputed(view, lineage=derived.lineage, events=derived.events, assessments=derived.assessments, holdings=derived.holdings)


def _files_of(store: str | Path) -> tuple[Path, ...]:
    """A store may lie in the very folder that is read: its files are no reports."""
    return tuple(Path(f"{store}{ending}") for ending in ("", "-wal", "-shm", "-journal"))


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
