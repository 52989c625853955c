"""The origins of some of the reports."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from contested.records import Kinship

Origins = tuple[tuple[str, str], ...]


def origins_among(stored: Iterable[tuple[str, str]], kinships: Iterable[Kinship], *, known: Collection[str]) -> Origins:
    """(report, origin) for every known report that has a stored origin, in the order of `stored`; `kinships` are those among known reports.

    A group all of whose reports are known stays as it is. One that has lost reports keeps together only what a kinship still
    ties: two reports that nothing but a third, unknown one connects are not known to share an origin. A part split off is
    named by its first report id.
    """
    pairs = tuple(stored)
    groups: dict[str, list[str]] = defaultdict(list)
    for report, origin in pairs:
        groups[origin].append(report)
    neighbours: dict[str, list[str]] = defaultdict(list)
    for kinship in kinships:
        neighbours[kinship.a].append(kinship.b)
        neighbours[kinship.b].append(kinship.a)
    named: dict[str, str] = {}
    for origin, members in groups.items():
        left = {report for report in members if report in known}
        parts = [left] if len(left) == len(members) else _tied(left, neighbours)
        for part in parts:
            named.update(dict.fromkeys(part, origin if len(parts) == 1 else min(part)))
    return tuple((report, named[report]) for report, _ in pairs if report in named)


def _tied(reports: set[str], neighbours: dict[str, list[str]]) -> list[set[str]]:
    """The sets of reports that kinships tie together, directly or through each other."""
    parts: list[set[str]] = []
    free = set(reports)
    while free:
        part: set[str] = set()
        ahead = [free.pop()]
        while ahead:
            report = ahead.pop()
            part.add(report)
            ahead.extend(found := [other for other in neighbours[report] if other in free])
            free.difference_update(found)
        parts.append(part)
    return parts
