"""Two reports in, their kinship out."""

from contested.records import Aligned, Kinship, Report
from contested.trace.alignment import align
from contested.trace.drift import find_drift
from contested.trace.evidence import weigh
from contested.trace.prepared import Prepared, prepare
from contested.trace.relation import decide, upstream_of


def compare(a: Report, b: Report) -> Kinship | None:
    """The kinship of two reports, whichever comes first; None where neither repeats the other. `Kinship.a` is the smaller id."""
    return compare_prepared(prepare(a), prepare(b))


def compare_prepared(left: Prepared, right: Prepared) -> Kinship | None:
    """As `compare`, for reports that are compared more than once."""
    a, b = sorted((left, right), key=lambda prepared: prepared.report.id)
    alignment = align(a, b)
    evidence = weigh(a, b, alignment)
    verdict = decide(evidence)
    if verdict is None:
        return None
    upstream, because = upstream_of(a.report, b.report, evidence, relation=verdict.relation)
    changes = find_drift(a, b, alignment)
    paired_a, paired_b = {pair.a for pair in alignment.pairs}, {pair.b for pair in alignment.pairs}
    return Kinship(
        a=a.report.id,
        b=b.report.id,
        relation=verdict.relation,
        score=round(verdict.score, 4),
        reasons=verdict.reasons + ((because,) if because else ()),
        aligned=tuple(
            Aligned(a=a.sentences[pair.a].span, b=b.sentences[pair.b].span, score=round(pair.score, 4), changes=found)
            for pair, found in zip(alignment.pairs, changes, strict=True)
        ),
        upstream=upstream,
        only_a=tuple(s.span for s in a.sentences if s.index not in paired_a),
        only_b=tuple(s.span for s in b.sentences if s.index not in paired_b),
    )
