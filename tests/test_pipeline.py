"""The way through the house with parts of straw: what is done, in what order, how often."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from contested.annotate.part import AnnotatorPart
from contested.errors import UnreadableError
from contested.pipeline import Parts, as_stored, derive, run, through
from contested.records import Event, Extract, Lineage, Report, SetAside, Span, Spans, Standing
from contested.store import open_store
from contested.store.store import Store
from factory import event, report, said, standing

NOW = "2031-03-09T12:00:00Z"


class _Parser:
    """Gives the sentences themselves for a parse."""

    def parse(self, texts: Iterable[tuple[str, Spans]]) -> Iterator[Any]:
        for text, sentences in texts:
            yield [text[span.start : span.end] for span in sentences]


class _Engines:
    """Counts its calls; one claim a report, one event a claim."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def parts(self, **others: Any) -> Parts:
        return replace(
            Parts(
                trace=self._trace, parser=_Parser(), annotators=(), extract=self._extract, merge=self._merge, assess=self._assess, control=self._control
            ),
            **others,
        )

    def _extract(self, told: Report, _doc: Any, _marks: Any) -> Extract:
        self.calls.append(f"extract {told.name}")
        return Extract(claims=(said(told, "seized"),), standings=())

    def _trace(self, reports: Sequence[Report]) -> Lineage:
        self.calls.append(f"trace {len(reports)}")
        return Lineage(origins=tuple((told.id, told.id) for told in reports))

    def _merge(self, claims: Sequence[Any], *_: Any) -> tuple[Event, ...]:
        self.calls.append(f"merge {len(claims)}")
        return tuple(event(one) for one in claims)

    def _assess(self, *_: Any) -> tuple[()]:
        self.calls.append("assess")
        return ()

    def _control(self, *_: Any) -> tuple[()]:
        self.calls.append("control")
        return ()


REPORTS = [report(f"Rebels seized Norvale, witness {number} says.", name=f"r{number}") for number in range(3)]
ASIDE = SetAside(where="bad.txt", reason="empty file")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "a.db") as opened:
        yield opened


def test_every_report_is_read_once_and_what_follows_is_derived_once(store: Store) -> None:
    engines = _Engines()
    tally = run(REPORTS, engines.parts(), store, run_at=NOW)
    assert engines.calls == ["extract r0", "extract r1", "extract r2", "trace 3", "merge 3", "assess", "control"]
    assert (tally.read, tally.new, tally.known, tally.claims, tally.events, tally.origins) == (3, 3, 0, 3, 3, 3)


def test_what_is_known_is_not_read_again_and_nothing_is_derived_anew(store: Store) -> None:
    run(REPORTS, _Engines().parts(), store, run_at=NOW)
    engines = _Engines()
    tally = run(REPORTS, engines.parts(), store, run_at=NOW)
    assert engines.calls == []
    assert (tally.new, tally.known, tally.claims, tally.events) == (0, 3, 3, 3)
    assert len(store.builds()) == 1


def test_a_new_report_is_read_alone_and_all_are_derived_together(store: Store) -> None:
    run(REPORTS[:2], _Engines().parts(), store, run_at=NOW)
    engines = _Engines()
    tally = run(REPORTS, engines.parts(), store, run_at=NOW)
    assert engines.calls[:2] == ["extract r2", "trace 3"]
    assert (tally.new, tally.known) == (1, 2)


def test_one_report_given_twice_is_one_report(store: Store) -> None:
    tally = run([REPORTS[0], REPORTS[0]], _Engines().parts(), store, run_at=NOW)
    assert (tally.read, tally.new, tally.known) == (2, 1, 1)


def test_what_is_set_aside_ends_in_the_tally_and_the_rest_goes_on(store: Store) -> None:
    tally = run([ASIDE, *REPORTS], _Engines().parts(), store, run_at=NOW)
    assert (tally.set_aside, tally.new) == ((ASIDE,), 3)


def test_a_report_that_the_store_does_not_take_is_set_aside(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    add = Store.add

    def picky(self: Store, told: Report, extract: Extract, *, read_at: str) -> bool:
        if told.name == "r1":
            raise UnreadableError("r1", "it has characters that the store's database does not take")
        return add(self, told, extract, read_at=read_at)

    monkeypatch.setattr(Store, "add", picky)
    tally = run(REPORTS, _Engines().parts(), store, run_at=NOW)
    assert [entry.where for entry in tally.set_aside] == ["r1"]
    assert (tally.new, tally.claims) == (2, 2)


@pytest.mark.parametrize("step", ["extract", "trace", "merge", "assess", "control"])
def test_a_run_that_stops_anywhere_is_taken_up_by_the_next(store: Store, tmp_path: Path, step: str) -> None:
    def stop(*_: Any) -> Any:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(REPORTS, _Engines().parts(**{step: stop}), store, run_at=NOW)
    run(REPORTS, _Engines().parts(), store, run_at=NOW)
    with open_store(tmp_path / "whole.db") as whole:
        run(REPORTS, _Engines().parts(), whole, run_at=NOW)
        left, right = store.view(), whole.view()
        assert left.claims() == right.claims()
        assert as_stored(left) == as_stored(right)


def test_annotators_work_in_order_and_see_what_those_before_them_gave() -> None:
    seen = []

    def part(gives: str, marks: tuple[Any, ...]) -> AnnotatorPart:
        def annotate(_report: Report, _doc: Any, before: Any) -> tuple[Any, ...]:
            seen.append((gives, before.times, before.places))
            return marks

        return AnnotatorPart(gives=gives, needs=(), annotate=annotate)

    parts = _Engines().parts(annotators=(part("times", ("t",)), part("places", ("p",))))
    (inspected,) = through(REPORTS[:1], parts)
    assert seen == [("times", (), ()), ("places", ("t",), ())]
    assert (inspected.marks.times, inspected.marks.places, inspected.report) == (("t",), ("p",), REPORTS[0])


def test_a_byline_claims_nothing() -> None:
    told = report("By A. Reporter, who seized the day\n\nRebels seized Norvale.", furniture=(Span(0, 34),))
    claims = (said(told, "seized Norvale"), said(replace(told, furniture=()), "seized the day"))
    held = tuple(standing(report=told.id, trigger=Span(start, start + 2)) for start in (20, 40))
    parts = _Engines().parts(extract=lambda *_: Extract(claims=claims, standings=held))
    (inspected,) = through([told], parts)
    assert inspected.extract == Extract(claims=claims[:1], standings=held[1:])


def test_progress_is_told_step_by_step(store: Store) -> None:
    told: list[tuple[str, int, int | None]] = []
    run(REPORTS, _Engines().parts(), store, run_at=NOW, progress=lambda *step: told.append(step))
    assert told == [
        ("read", 1, None), ("read", 2, None), ("read", 3, None), ("extract", 1, None), ("extract", 2, None), ("extract", 3, None),
        ("trace", 0, 3), ("merge", 0, 3), ("assess", 0, 3), ("control", 0, 3),
    ]  # fmt: skip


def test_no_reports_derive_to_nothing() -> None:
    standings: tuple[Standing, ...] = ()
    derived = derive((), (), standings, _Engines().parts())
    assert (derived.events, derived.assessments, derived.holdings, derived.lineage.origins) == ((), (), (), ())
