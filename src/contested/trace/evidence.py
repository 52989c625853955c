"""What two aligned reports have in common, in figures that a reader understands."""

from bisect import bisect_right
from dataclasses import dataclass

from contested.trace.alignment import Alignment, Pair
from contested.trace.prepared import Prepared


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Shares are 0..1 of the words of content outside quotations.

    share_a, share_b  of each report stand in aligned sentences
    closeness         mean likeness of the aligned sentences
    verbatim          of the aligned words (of the shorter side) stand in runs of five words that both have
    phrasing          of the pairs of neighbouring words of content of the shorter report are in the other too
    order             of the aligned sentences keep their order
    pairs             aligned sentences (of the side with fewer)
    same_agency       the agency both credit
    """

    share_a: float
    share_b: float
    closeness: float
    verbatim: float
    phrasing: float
    order: float
    pairs: int
    identical: bool
    same_agency: str | None

    @property
    def share(self) -> float:
        """Of the report that is covered more."""
        return max(self.share_a, self.share_b)


def weigh(a: Prepared, b: Prepared, alignment: Alignment) -> Evidence:
    """The evidence of one alignment."""
    pairs = alignment.pairs
    told_a, told_b = ([sentence.told for sentence in report.sentences] for report in (a, b))
    paired_a, paired_b = {pair.a for pair in pairs}, {pair.b for pair in pairs}
    run_share = _runs(a, b, paired_a=paired_a, paired_b=paired_b)
    lengths = {pair: min(told_a[pair.a], told_b[pair.b]) for pair in pairs}
    total = sum(lengths.values()) or 1
    agency = a.report.agency
    return Evidence(
        share_a=_share(told_a, paired_a),
        share_b=_share(told_b, paired_b),
        closeness=sum(pair.score * n for pair, n in lengths.items()) / total if pairs else 0.0,
        verbatim=run_share,
        phrasing=_phrasing(a, b),
        order=_order(pairs),
        pairs=min(len(paired_a), len(paired_b)),
        identical=a.words == b.words,
        same_agency=agency if agency and agency == b.report.agency else None,
    )


def _share(told: list[int], paired: set[int]) -> float:
    total = sum(told)
    return sum(told[i] for i in paired) / total if total else 0.0


def _phrasing(a: Prepared, b: Prepared) -> float:
    shorter, longer = sorted((a.pairs, b.pairs), key=len)
    return len(shorter & longer) / len(shorter) if shorter else 0.0


def _runs(a: Prepared, b: Prepared, *, paired_a: set[int], paired_b: set[int]) -> float:
    """Of the words of the shorter aligned side, how many stand in runs of five that the other has too."""
    side_a, side_b = ([s for s in report.sentences if s.index in paired] for report, paired in ((a, paired_a), (b, paired_b)))
    shorter, longer = sorted((side_a, side_b), key=lambda side: sum(len(s.tokens) for s in side))
    known = {run for sentence in longer for run in sentence.runs}
    covered = total = 0
    for sentence in shorter:
        total += len(sentence.tokens)
        reached = 0
        for start, run in enumerate(sentence.runs):
            if run in known:
                covered += start + 5 - max(reached, start)
                reached = start + 5
    return covered / total if total else 0.0


def _order(pairs: tuple[Pair, ...]) -> float:
    """Longest run of pairs in order (each sentence of `a` once), as a share."""
    best: dict[int, Pair] = {}
    for pair in pairs:
        if pair.a not in best or best[pair.a].score < pair.score:
            best[pair.a] = pair
    sequence = [best[a].b for a in sorted(best)]
    tails: list[int] = []
    for b in sequence:
        at = bisect_right(tails, b)  # a sentence that two others repeat is in order for both
        tails[at : at + 1] = [b]
    return len(tails) / len(sequence) if sequence else 0.0

