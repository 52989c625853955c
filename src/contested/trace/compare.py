"""Two reports in, their kinship out."""

from contested.language.encoder import Encoder
from contested.records import Aligned, Kinship, Report
from contested.trace.alignment import Alignment, align
from contested.trace.drift import find_drift
from contested.trace.evidence import Evidence, is_shorter, weigh
from contested.trace.prepared import Prepared, prepare
from contested.trace.relation import Verdict, decide
from contested.trace.trimmed import find_trimmed
from contested.trace.upstream import upstream_of

_SURE = 0.9
_NO_DOUBT = 0.01
_ALMOST_ALL = 0.9
_NOT_ALL = 0.8
_FEWEST = 3


def compare(a: Report, b: Report, *, encoder: Encoder | None = None) -> Kinship | None:
    """The kinship of two reports, whichever comes first; None where neither repeats the other. `Kinship.a` is the smaller id."""
    return compare_prepared(prepare(a, encoder), prepare(b, encoder))


def compare_prepared(left: Prepared, right: Prepared) -> Kinship | None:
    """As `compare`, for reports that are compared more than once."""
    a, b = sorted((left, right), key=lambda prepared: prepared.report.id)
    if trimmed := find_trimmed(a, b):
        return trimmed
    alignment, evidence, verdict = _judged(a, b)
    if verdict.relation is None:
        return None
    holds_all = evidence.told_shorter >= _ALMOST_ALL and evidence.told_longer < _NOT_ALL and evidence.pairs >= _FEWEST
    whole = (b if is_shorter(a, b) else a).report if verdict.relation == "copy" and holds_all else None
    upstream, because = upstream_of(a.report, b.report, relation=verdict.relation, whole=whole)
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


def _judged(a: Prepared, b: Prepared) -> tuple[Alignment, Evidence, Verdict]:
    """Words first, which is cheap; meaning only where words leave open whether one report has anything of the other."""
    alignment = align(a, b, meaning=False)
    evidence = weigh(a, b, alignment)
    verdict = decide(evidence)
    is_settled = max(verdict.derived, verdict.independent) >= _SURE or verdict.independent <= _NO_DOUBT
    if a.encoder is None or b.encoder is None or is_settled:
        return alignment, evidence, verdict
    alignment = align(a, b, meaning=True)
    evidence = weigh(a, b, alignment)
    return alignment, evidence, decide(evidence)
