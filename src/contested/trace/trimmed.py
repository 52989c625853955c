"""The plainest copies: every sentence of the shorter stands in the longer, letter for letter. They need no weighing, and most copies are such."""

from contested.records import Aligned, Kinship, Reason, Span
from contested.trace.prepared import Prepared
from contested.trace.upstream import upstream_of

_FEWEST = 3


def find_trimmed(a: Prepared, b: Prepared) -> Kinship | None:
    """The kinship of a report and a trimmed copy of it, None where it takes more to tell. `a` has the smaller id; both may be the shorter one.

    A report of one or two sentences may repeat a line that everybody has; the same sentences in the same order are a duplicate, which is another matter.
    """
    shorter, longer = (a, b) if len(a.spans) <= len(b.spans) else (b, a)
    if len(shorter.spans) < _FEWEST or len(shorter.spans) == len(longer.spans):
        return None
    where: dict[str, Span] = {longer.report.words(span): span for span in reversed(longer.spans)}
    partners = []
    for span in shorter.spans:
        partner = where.get(shorter.report.words(span))
        if partner is None:
            return None
        partners.append((span, partner))
    reason = Reason(score=1.0, because=f"all {len(partners)} sentences of the shorter stand in the longer, letter for letter")
    upstream, because = upstream_of(a.report, b.report, relation="copy", whole=longer.report)
    pairs = sorted(partners if shorter is a else ((theirs, mine) for mine, theirs in partners))
    paired_a, paired_b = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    return Kinship(
        a=a.report.id,
        b=b.report.id,
        relation="copy",
        score=1.0,
        reasons=(reason, because) if because else (reason,),
        aligned=tuple(Aligned(a=mine, b=theirs, score=1.0) for mine, theirs in pairs),
        upstream=upstream,
        only_a=tuple(span for span in a.spans if span not in paired_a),
        only_b=tuple(span for span in b.spans if span not in paired_b),
    )
