"""The reading side of a store."""

from functools import cached_property
from typing import Any, Self, TypeVar

from sqlalchemy import ColumnElement, Engine, Row, Select, Table, select, true

from contested.records import Assessment, Claim, Event, Holding, Kinship, Lineage, Report, Standing
from contested.store.bodies import record_of
from contested.store.engine import reading
from contested.store.faults import naming
from contested.store.moments import last_second
from contested.store.origins import origins_among
from contested.store.rows import report_of
from contested.store.search import search_query
from contested.store.tables import assessments, claims, events, holdings, kinships, origins, reports, standings

Record = TypeVar("Record")


class StoreView:
    """A store as it stood when the view was made (`contested.records.view.View`); nothing written later shows.

    What it has read it keeps, so asking twice costs once. Every method raises StoreError where the database refuses.
    """

    def __init__(self, engine: Engine, *, name: str, known_until: str | None) -> None:
        self._name = name
        self._known_until = known_until
        self._shown: ColumnElement[bool] = true() if known_until is None else reports.c.known_second <= last_second(known_until)
        self._connection = reading(engine).connect()
        # A snapshot begins with the first look, so one is taken now.
        self._connection.execute(select(reports.c.number).limit(1)).all()

    @property
    def known_until(self) -> str | None:
        return self._known_until

    def reports(self) -> tuple[Report, ...]:
        return tuple(report for report, _ in self._reports.values())

    def report(self, report_id: str) -> Report:
        return self._reports[report_id][0]

    def known_at(self, report_id: str) -> str:
        return self._reports[report_id][1]

    def claims(self) -> tuple[Claim, ...]:
        return tuple(self._claims.values())

    def claim(self, claim_id: str) -> Claim:
        return self._claims[claim_id]

    def standings(self) -> tuple[Standing, ...]:
        return self._standings

    def lineage(self) -> Lineage:
        return self._lineage

    def events(self) -> tuple[Event, ...]:
        return self._events

    def assessments(self) -> tuple[Assessment, ...]:
        return self._assessments

    def holdings(self) -> tuple[Holding, ...]:
        return self._holdings

    def search(self, words: str) -> tuple[Report, ...]:
        query = search_query(words, dialect=self._connection.dialect.name, shown=self._shown)
        return () if query is None else tuple(self.report(row.id) for row in self._ask(query))

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def _reports(self) -> dict[str, tuple[Report, str]]:
        found = [(report_of(row._mapping, store=self._name), row.known_at) for row in self._ask(select(reports).where(self._shown))]
        return {report.id: (report, known) for report, known in sorted(found, key=lambda pair: (pair[0].published or "", pair[0].id))}

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self._said(claims, Claim)}

    @cached_property
    def _standings(self) -> tuple[Standing, ...]:
        return tuple(self._said(standings, Standing))

    @cached_property
    def _lineage(self) -> Lineage:
        rows = self._ask(select(kinships.c.body).order_by(kinships.c.a, kinships.c.b))
        everything = tuple(record_of(row.body, Kinship, store=self._name) for row in rows)
        among = tuple(kinship for kinship in everything if kinship.a in self._reports and kinship.b in self._reports)
        stored = tuple((row.report, row.origin) for row in self._ask(select(origins.c.report, origins.c.origin).order_by(origins.c.report)))
        return Lineage(kinships=among, origins=origins_among(stored, among, known=self._reports.keys()))

    @cached_property
    def _events(self) -> tuple[Event, ...]:
        return self._derived(events, Event)

    @cached_property
    def _assessments(self) -> tuple[Assessment, ...]:
        return self._derived(assessments, Assessment)

    @cached_property
    def _holdings(self) -> tuple[Holding, ...]:
        return self._derived(holdings, Holding)

    def _said(self, table: Table, kind: type[Record]) -> list[Record]:
        """What is said in the reports shown, in the order of the reports, then of their words."""
        rank = {report: place for place, report in enumerate(self._reports)}
        columns = (table.c.id, table.c.report, table.c.sentence_start, table.c.trigger_start, table.c.body)
        rows = self._ask(select(*columns).join(reports, reports.c.id == table.c.report).where(self._shown))
        ordered = sorted(rows, key=lambda row: (rank[row.report], row.sentence_start, row.trigger_start, row.id))
        return [record_of(row.body, kind, store=self._name) for row in ordered]

    def _derived(self, table: Table, kind: type[Record]) -> tuple[Record, ...]:
        if self._known_until is not None:
            return ()
        return tuple(record_of(row.body, kind, store=self._name) for row in self._ask(select(table.c.body).order_by(table.c.position)))

    def _ask(self, query: Select[Any]) -> list[Row[Any]]:
        with naming(self._name):
            return list(self._connection.execute(query).all())
