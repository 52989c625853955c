"""Reading, and two clocks."""

import threading
from pathlib import Path

import pytest
from sqlalchemy import event, text

from contested.errors import CallError, StoreError
from contested.records import Extract, Lineage, Report, Span
from contested.records.view import View
from contested.store import Recomputed, Store, open_store
from factory import claim, report
from store.derivations import NOON, derived, standing


@pytest.fixture
def store(tmp_path: Path):
    with open_store(tmp_path / "reports.db") as opened:
        yield opened


def add(store: Store, told: Report, *claim_ids: str, read_at: str = NOON) -> Report:
    store.add(told, Extract(claims=tuple(claim(id=name, report=told.id) for name in claim_ids)), read_at=read_at)
    return told


def test_reports_come_by_publication_then_id(store: Store) -> None:
    given = [report(published=when, name=name) for when in ("2031-03-04T09:00", None, "2031-03-04", "2030-01-01") for name in ("a", "b")]
    for one in given:
        add(store, one)
    assert store.view().reports() == tuple(sorted(given, key=lambda one: (one.published or "", one.id)))


def test_claims_come_by_report_then_sentence_then_trigger(store: Store) -> None:
    late, early = report(published="2031-03-09"), report(published="2031-03-01")
    told = [
        claim(id="z", report=late.id, sentence=Span(0, 9)), claim(id="y", report=late.id, sentence=Span(40, 60), trigger=Span(50, 51)),
        claim(id="x", report=late.id, sentence=Span(40, 60), trigger=Span(55, 56)), claim(id="a", report=late.id, sentence=Span(100, 110)),
    ]
    store.add(late, Extract(claims=tuple(reversed(told))), read_at=NOON)
    add(store, early, "q")
    assert [one.id for one in store.view().claims()] == ["q", "z", "y", "x", "a"]


def test_a_record_that_is_not_there_is_a_key_error(store: Store) -> None:
    view = store.view()
    for ask in (view.report, view.claim, view.known_at):
        with pytest.raises(KeyError):
            ask("nobody")


def test_known_at_is_the_publication_else_the_reading(store: Store) -> None:
    dated, undated, odd = report(published="2031-03-04T17:40"), report(published=None), report(published="early March")
    for one in (dated, undated, odd):
        add(store, one)
    view = store.view()
    assert [view.known_at(one.id) for one in (dated, undated, odd)] == ["2031-03-04T17:40", NOON, NOON]


@pytest.mark.parametrize(
    ("published", "until", "shown"),
    [
        ("2031-03-04", "2031-03-04", True),
        ("2031-03-04T23:10", "2031-03-04", True),
        ("2031-03-05", "2031-03-04", False),
        ("2031-03-04T17:40", "2031-03-04T17:39", False),
        ("2031-03-04T17:40", "2031-03-04T17:40", True),
        ("2031-03-04T17:40:30", "2031-03-04T17:40", True),
        ("2031-03-04", "2031-03-04T00:00", True),
        ("2031-03-05T01:00+03:00", "2031-03-04", True),
        ("2031-03-04T23:00-03:00", "2031-03-04", False),
    ],
)
def test_a_view_of_then_has_what_was_known_then(store: Store, published: str, until: str, shown: bool) -> None:
    told = add(store, report(published=published), "c1")
    store.add(other := report("Norvale is held."), Extract(standings=(standing(report=other.id),)), read_at=NOON)
    view = store.view(known_at=until)
    assert (told in view.reports(), [one.id for one in view.claims()], told in view.search("seized")) == (shown, ["c1"] * shown, shown)
    assert view.known_until == until


def test_standings_of_unknown_reports_stay_out(store: Store) -> None:
    told = report(published="2031-03-04")
    store.add(told, Extract(standings=(standing(report=told.id),)), read_at=NOON)
    assert store.view(known_at="2031-03-03").standings() == ()
    assert len(store.view(known_at="2031-03-04").standings()) == 1


def test_a_time_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(CallError, match="known_at: expected an ISO day or time, got 'yesterday'"):
        store.view(known_at="yesterday")


def test_a_view_of_then_keeps_only_the_kinships_and_ties_of_then(store: Store) -> None:
    bridge = add(store, report("bridge", published="2031-03-09"), "c1")
    left, right = add(store, report("left", published="2031-03-01"), "c2"), add(store, report("right", published="2031-03-02"))
    whole = derived(bridge, left)
    ties = whole["lineage"].kinships + derived(bridge, right)["lineage"].kinships
    store.replace_derived(**whole | {"lineage": Lineage(kinships=ties, origins=tuple((one.id, "o1") for one in (bridge, left, right)))})
    then, now = store.view(known_at="2031-03-05"), store.view()
    assert len(now.lineage().kinships) == 2
    assert {origin for _, origin in now.lineage().origins} == {"o1"}
    assert then.lineage() == Lineage(kinships=(), origins=tuple(sorted((one.id, one.id) for one in (left, right))))
    assert (then.events(), then.assessments(), then.holdings()) == ((), (), ())
    assert len(now.events()) == 1


def test_what_is_derived_anew_stands_in_a_view_of_then(store: Store) -> None:
    a, b = add(store, report("a"), "c1"), add(store, report("b"), "c2")
    anew = derived(a, b)
    view: View = Recomputed(store.view(known_at="2031-03-05"), **anew)
    assert (view.lineage(), view.events(), view.assessments(), view.holdings()) == tuple(anew.values())
    assert (view.known_until, len(view.reports()), view.claim("c1").report, view.known_at(a.id)) == ("2031-03-05", 2, a.id, "2031-03-04")
    assert (view.report(b.id), view.standings(), len(view.claims()), view.search("a")) == (b, (), 2, (a,))


def test_a_view_shows_one_moment_whatever_is_written_later(store: Store) -> None:
    add(store, report("first"), "c1")
    view = store.view()
    add(store, report("second"), "c2")
    assert [one.text for one in view.reports()] == ["first"]
    assert {one.text for one in store.view().reports()} == {"first", "second"}


def test_a_reader_reads_on_while_another_writes(store: Store, tmp_path: Path) -> None:
    add(store, report("first"), "c1")
    seen: list[int] = []
    reached, go_on = threading.Event(), threading.Event()

    def pause(*_: object) -> None:
        reached.set()
        go_on.wait(10)

    event.listen(store._engine, "commit", pause)
    writer = threading.Thread(target=add, args=(store, report("second"), "c2"))
    writer.start()
    assert reached.wait(10)
    with open_store(tmp_path / "reports.db", create=False) as other:
        seen.append(len(other.view().reports()))
    go_on.set()
    writer.join()
    assert seen == [1]
    assert len(store.view().reports()) == 2


def test_search_wants_every_word_whole_and_minds_no_case_or_accent(store: Store) -> None:
    both = add(store, report("Rebels took Nórvale at dawn.", title="Fall of a town"))
    add(store, report("Rebels rested in Norvaleburg."))
    view = store.view()
    assert view.search("NORVALE rebels") == (both,)
    assert view.search("fall dawn") == (both,)
    assert view.search("norvale dusk") == ()
    assert len(view.search("rebels")) == 2


@pytest.mark.parametrize("words", ["", "  ", '"', "AND", "NEAR(a b)", "title:", "a* OR", '"took', "--", "'; drop table reports"])
def test_a_reader_may_search_for_anything(store: Store, words: str) -> None:
    add(store, report("Rebels took Norvale."))
    assert isinstance(store.view().search(words), tuple)
    assert len(store.view().reports()) == 1


def test_a_damaged_record_is_named(store: Store) -> None:
    told = add(store, report(), "c1")
    with store._engine.begin() as connection:
        connection.execute(text("""update claims set body = '{"id": "c1", "stance": "sings"}'"""))
    with pytest.raises(StoreError, match=r"reports\.db: holds a damaged record: no Claim"):
        store.view().claim("c1")
    assert store.view().report(told.id) == told


def test_a_closed_view_says_so(store: Store) -> None:
    with store.view() as view:
        pass
    with pytest.raises(StoreError, match="closed"):
        view.reports()
