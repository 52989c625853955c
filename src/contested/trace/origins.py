"""Reports that go back to one text, as groups."""

from collections.abc import Iterable, Sequence

from contested.records import Kinship, Relation, Report

_SURE: dict[Relation, float] = {"duplicate": 0.0, "copy": 0.75, "rewrite": 0.75, "shared_source": 0.8}
"""The score from which a kinship joins origins. One wrong link joins two crowds, so a link must be surer than a kinship that is only shown."""


def find_origins(reports: Sequence[Report], kinships: Iterable[Kinship]) -> tuple[tuple[str, str], ...]:
    """(report id, origin id) for every report, sorted. The origin's id is that of its earliest report (undated last, then the smallest id).

    Kinships that are not sure enough join nothing.
    """
    parent = {report.id: report.id for report in reports}

    def root(of: str) -> str:
        while parent[of] != of:
            parent[of] = parent[parent[of]]
            of = parent[of]
        return of

    for kinship in kinships:
        if kinship.a in parent and kinship.b in parent and kinship.score >= _SURE[kinship.relation]:
            parent[root(kinship.a)] = root(kinship.b)
    first: dict[str, tuple[str, str]] = {}
    for report in reports:
        key = (report.published or "9999", report.id)
        group = root(report.id)
        first[group] = min(first.get(group, key), key)
    return tuple(sorted((report_id, first[root(report_id)][1]) for report_id in parent))
