"""Adding and replacing."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, text

from contested.errors import CallError, StoreError, UnreadableError
from contested.records import Event, Extract, Lineage, Report, SetAside, Span, Tally
from contested.store import Store, open_store
from factory import claim, report
from store.derivations import NOON, derived, full_claim, standing


@pytest.fixture
def store(tmp_path: Path):
    with open_store(tmp_path / "reports.db") as opened:
        yield opened


@pytest.fixture
def two(store: Store) -> tuple[Report, Report]:
    first, second = report(), report("Norvale fell to rebels.", outlet="The Westmark Post")
    for one, claim_id in ((first, "c1"), (second, "c2")):
        assert store.add(one, Extract(claims=(claim(id=claim_id, report=one.id),)), read_at=NOON)
    return first, second


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables but the log of builds."""
    tables = ("reports", "claims", "standings", "kinships", "origins", "events", "event_claims", "assessments", "holdings")
    with store._engine.connect() as connection:
        return {table: sorted(tuple(row) for row in connection.execute(text(f"select * from {table}"))) for table in tables}


def test_everything_comes_back_as_it_was_put_in(store: Store, two: tuple[Report, Report]) -> None:
    third = report("«Ночью» rebels\r\nleft — 🕊.", byline="By Ann", furniture=(Span(0, 7), Span(9, 11)), found_at="in/a.txt", agency="NNA", title="Gone")
    extract = Extract(claims=(full_claim(third),), standings=(standing(report=third.id),))
    assert store.add(third, extract, read_at=NOON)
    store.replace_derived(**derived(*two))
    view = store.view()
    assert view.report(third.id) == third
    assert view.claim("full") == extract.claims[0]
    assert view.standings() == extract.standings
    assert type(view.claim("full").sentence) is Span
    assert {"lineage": view.lineage(), "events": view.events(), "assessments": view.assessments(), "holdings": view.holdings()} == derived(*two)


def test_a_known_report_changes_nothing(store: Store, two: tuple[Report, Report]) -> None:
    before = dump(store)
    assert store.known(two[0].id)
    assert not store.add(two[0], Extract(claims=(claim(id="other", report=two[0].id),)), read_at="2035-01-01")
    assert dump(store) == before


def test_a_second_build_changes_nothing(store: Store, two: tuple[Report, Report]) -> None:
    store.replace_derived(**derived(*two))
    before = dump(store)
    for one in two:
        store.add(one, Extract(), read_at="2032-01-01")
    store.replace_derived(**derived(*two))
    assert dump(store) == before


def test_derived_records_give_way_as_a_whole(store: Store, two: tuple[Report, Report]) -> None:
    store.replace_derived(**derived(*two))
    store.replace_derived(lineage=Lineage(), events=(), assessments=(), holdings=())
    after = dump(store)
    assert not any(after[table] for table in ("kinships", "origins", "events", "event_claims", "assessments", "holdings"))
    assert len(after["claims"]) == 2


def fail_at(engine: Engine, words: str):
    """The database breaks off at the first statement that has these words, as a killed process would."""

    def stop(_connection, _cursor, statement, *_) -> None:
        if words in statement:
            raise KeyboardInterrupt

    event.listen(engine, "before_cursor_execute", stop)
    return lambda: event.remove(engine, "before_cursor_execute", stop)


@pytest.mark.parametrize("table", ["claims", "standings"])
def test_a_report_cut_off_half_way_is_not_there_at_all(store: Store, table: str) -> None:
    told = report()
    extract = Extract(claims=(claim(report=told.id),), standings=(standing(report=told.id),))
    mend = fail_at(store._engine, f"INSERT INTO {table}")
    with pytest.raises(KeyboardInterrupt):
        store.add(told, extract, read_at=NOON)
    mend()
    assert not any(dump(store).values())
    assert store.view().search("Norvale") == ()
    assert store.add(told, extract, read_at=NOON)


def test_a_replacement_cut_off_half_way_leaves_the_old(store: Store, two: tuple[Report, Report]) -> None:
    store.replace_derived(**derived(*two))
    before = dump(store)
    mend = fail_at(store._engine, "INSERT INTO holdings")
    with pytest.raises(KeyboardInterrupt):
        store.replace_derived(**derived(*two) | {"events": (), "assessments": ()})
    mend()
    assert dump(store) == before


def test_an_event_of_a_claim_nobody_made_is_refused(store: Store, two: tuple[Report, Report]) -> None:
    with pytest.raises(StoreError, match=r"reports\.db: the database says"):
        store.replace_derived(lineage=Lineage(), events=(Event(id="e", event_type="seize", claims=("nobody",)),), assessments=(), holdings=())


def test_one_claim_twice_in_an_extract_is_one(store: Store) -> None:
    told = report()
    store.add(told, Extract(claims=(claim(report=told.id), claim(report=told.id))), read_at=NOON)
    assert store.view().claims() == (claim(report=told.id),)


def test_text_no_database_takes_names_the_report(store: Store) -> None:
    broken = replace(report(found_at="in/feed.jsonl:7"), text="Rebels \ud800 came.")
    with pytest.raises(UnreadableError, match=r"in/feed\.jsonl:7: .*characters"):
        store.add(broken, Extract(), read_at=NOON)
    assert not any(dump(store).values())


def test_a_read_time_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(CallError, match="read_at: expected an ISO day or time, got 'noon'"):
        store.add(report(published=None), Extract(), read_at="noon")


def test_builds_are_remembered_in_order(store: Store) -> None:
    first = Tally(read=2, new=1, set_aside=(SetAside(where="a.bin", reason="no text"),))
    store.record_build(first, run_at=NOON)
    store.record_build(Tally(read=2, known=2), run_at="2031-03-06")
    assert store.builds() == ((NOON, first), ("2031-03-06", Tally(read=2, known=2)))
