"""The writing side of a store."""

from collections.abc import Iterable, Sequence
from typing import Any, Self
from weakref import WeakSet

from sqlalchemy import Connection, Engine, Table, delete, insert, select
from sqlalchemy.exc import DataError

from contested.errors import StoreError, UnreadableError
from contested.records import Assessment, Event, Extract, Holding, Lineage, Report, Tally
from contested.store.bodies import body_of, record_of
from contested.store.engine import writing
from contested.store.faults import naming
from contested.store.rows import assessment_rows, claim_row, event_claim_rows, event_rows, holding_rows, kinship_row, report_row, standing_row
from contested.store.tables import assessments as assessments_table
from contested.store.tables import builds, claims, event_claims, kinships, origins, reports, standings
from contested.store.tables import events as events_table
from contested.store.tables import holdings as holdings_table
from contested.store.view import StoreView

_derived = (event_claims, assessments_table, events_table, kinships, origins, holdings_table)
"""Everything that is derived from all reports together; what points to another comes before it."""

_unstorable = "it has characters that the store's database does not take"


class Store:
    """Reports and claims, added once and never changed, and what was derived from them, replaced as a whole.

    `name` is what the errors call it. Every method raises StoreError where the database refuses.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self.name = name
        self._engine = engine
        self._views: WeakSet[StoreView] = WeakSet()

    def known(self, report_id: str) -> bool:
        """Whether a report is in the store."""
        with naming(self.name), self._engine.connect() as connection:
            return _has(connection, report_id)

    def known_bytes(self, digest: str, url: str | None) -> bool:
        """Whether a report was read from bytes of this SHA-256 (hex); of two addresses with the same bytes each counts for itself."""
        asked = select(reports.c.number).where(reports.c.digest == digest)
        with naming(self.name), self._engine.connect() as connection:
            return connection.execute(asked.where(reports.c.url == url) if url else asked).first() is not None

    def add(self, report: Report, extract: Extract, *, read_at: str) -> bool:
        """Adds a report with all it claims, in one transaction; False, and nothing changed, where its id is known.

        `read_at` is the ISO time it was read at, which counts as the time it became known where it has no publication time.
        Raises UnreadableError where the text has characters that no database takes.
        """
        row = report_row(report, read_at)
        try:
            with naming(self.name), writing(self._engine).begin() as connection:
                if _has(connection, report.id):
                    return False
                connection.execute(insert(reports), row)
                _fill(connection, claims, [claim_row(claim) for claim in _once(extract.claims)])
                _fill(connection, standings, [standing_row(standing) for standing in _once(extract.standings)])
        except ValueError as error:  # half of a surrogate pair, or a zero character, as the driver may have it
            raise UnreadableError(report.found_at or report.name, _unstorable) from error
        except StoreError as error:
            if isinstance(error.__cause__, DataError):
                raise UnreadableError(report.found_at or report.name, _unstorable) from error
            raise
        return True

    def replace_derived(
        self, *, lineage: Lineage, events: Iterable[Event], assessments: Iterable[Assessment], holdings: Iterable[Holding]
    ) -> None:
        """Puts these in the place of all that was derived before, in one transaction: readers see the old or the new, whole."""
        told = tuple(events)
        with naming(self.name), writing(self._engine).begin() as connection:
            for table in _derived:
                connection.execute(delete(table))
            _fill(connection, kinships, [kinship_row(kinship) for kinship in lineage.kinships])
            _fill(connection, origins, [{"report": report, "origin": origin} for report, origin in lineage.origins])
            _fill(connection, events_table, event_rows(told))
            _fill(connection, event_claims, event_claim_rows(told))
            _fill(connection, assessments_table, assessment_rows(assessments))
            _fill(connection, holdings_table, holding_rows(holdings))

    def record_build(self, tally: Tally, *, run_at: str) -> None:
        """Notes that a build ended at an ISO time with this tally."""
        with naming(self.name), writing(self._engine).begin() as connection:
            connection.execute(insert(builds), {"run_at": run_at, "tally": body_of(tally)})

    def builds(self) -> tuple[tuple[str, Tally], ...]:
        """When each build ended, and with what tally; oldest first."""
        with naming(self.name), self._engine.connect() as connection:
            rows = connection.execute(select(builds.c.run_at, builds.c.tally).order_by(builds.c.number)).all()
        return tuple((row.run_at, record_of(row.tally, Tally, store=self.name)) for row in rows)

    def view(self, *, known_at: str | None = None) -> StoreView:
        """The store as it stands now, whatever is written later; with `known_at` (ISO day or time) only what was known by then.

        Raises CallError where `known_at` is no ISO day or time.
        """
        with naming(self.name):
            view = StoreView(self._engine, name=self.name, known_until=known_at)
        self._views.add(view)
        return view

    def close(self) -> None:
        """Closes the store and every view of it."""
        for view in tuple(self._views):
            view.close()
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _has(connection: Connection, report_id: str) -> bool:
    return connection.execute(select(reports.c.number).where(reports.c.id == report_id)).first() is not None


def _fill(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _once(records: Iterable[Any]) -> list[Any]:
    """Each id once: ids are made of content, so a second of the same id says nothing new."""
    return list({record.id: record for record in records}.values())
