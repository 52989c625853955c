"""Reports in, Lineage out."""

from collections.abc import Sequence
from functools import lru_cache

from contested.language.encoder import Encoder
from contested.records import Kinship, Lineage, Report
from contested.settings import TraceSettings
from contested.trace.candidates import find_candidates
from contested.trace.compare import compare_prepared
from contested.trace.origins import find_origins
from contested.trace.prepared import Prepared, prepare

_AT_HAND = 128


def trace(
    reports: Sequence[Report], *, earlier: Sequence[Report] = (), known: Sequence[Kinship] = (), settings: TraceSettings | None = None,
    encoder: Encoder | None = None,
) -> Lineage:
    """Which of the new `reports` repeat each other or `earlier` ones, and what they changed.

    Gives the kinships with at least one new report, sorted; and the origin of every report, new and earlier. `known` are the kinships among
    the earlier reports: without them these are grouped only through new ones. The order of the input changes nothing. Without an `encoder`
    words alone decide.
    """
    settings = settings or TraceSettings()
    new = {report.id: report for report in reports}
    every = {report.id: report for report in earlier} | new
    fresh = frozenset(new) - {report.id for report in earlier}
    ordered = sorted(every.values(), key=lambda r: (r.published or "9999", r.id))

    @lru_cache(maxsize=_AT_HAND)  # candidates come sorted, so that those of one report follow each other
    def at_hand(index: int) -> Prepared:
        return prepare(ordered[index], encoder)

    pairs = find_candidates(ordered, new=fresh, window_days=settings.window_days)
    found = [kinship for a, b in pairs if (kinship := compare_prepared(at_hand(a), at_hand(b))) is not None]
    kinships = tuple(sorted(found, key=lambda k: (k.a, k.b)))
    return Lineage(kinships=kinships, origins=find_origins(list(every.values()), (*known, *kinships)))
