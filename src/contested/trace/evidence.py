"""What two aligned reports have in common, in figures that a reader understands."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from contested.trace.alignment import Alignment, Pair
from contested.trace.prepared import RUN, Prepared, Run

_UNKNOWN = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Figures of a pair of reports, each 0..1 but `pairs`, and `meaning_*` which may be below 0. "The shorter" is the report with fewer words. What stands
    between quotation marks was worded by a speaker, whom two reporters may both have heard: it counts in `quotations` alone.

    told_shorter, told_longer  how much of each report (words of content) stands in aligned sentences
    closeness       mean score of the aligned sentences
    pairs           aligned sentences (of the side with fewer)
    order           how many of the aligned sentences keep their order
    verbatim        of the words of aligned sentences, how many stand in runs of five that both have
    runs_shorter, runs_longer  of all words of each report, how many stand in such runs
    longest_run     words of the longest run that both have, as a share of 40 (1: 40 words or more)
    phrasing        of the pairs of neighbouring words of the shorter, how many are in the longer too
    names, numbers  of the names and numbers of the shorter, how many the longer has too; 0.5 where it has none
    names_longer    the same, of the longer
    quotations      of the shorter's quoted words, how many the longer has too; 0.5 where it quotes nobody
    meaning_shorter, meaning_longer  for every sentence the likest one in the other report: mean cosine, above that of any two sentences of
                    the two reports; None without an encoder
    meaning_titles  cosine of the first two sentences; None without an encoder
    identical       the same words in the same order
    same_agency     the agency both credit
    """

    told_shorter: float
    told_longer: float
    closeness: float
    pairs: int
    order: float
    verbatim: float
    runs_shorter: float
    runs_longer: float
    longest_run: float
    phrasing: float
    names: float
    numbers: float
    names_longer: float
    quotations: float
    meaning_shorter: float | None
    meaning_longer: float | None
    meaning_titles: float | None
    identical: bool
    same_agency: str | None


def weigh(a: Prepared, b: Prepared, alignment: Alignment) -> Evidence:
    """The evidence of one alignment; the same whichever report comes first, but for ties in length."""
    a_is_shorter = is_shorter(a, b)
    shorter, longer = (a, b) if a_is_shorter else (b, a)
    pairs = alignment.pairs if a_is_shorter else tuple(Pair(a=p.b, b=p.a, score=p.score, wording=p.wording) for p in alignment.pairs)
    paired_shorter, paired_longer = {pair.a for pair in pairs}, {pair.b for pair in pairs}
    likest = _likest(shorter, longer, alignment, a_is_shorter=a_is_shorter)
    agency = a.report.agency
    return Evidence(
        told_shorter=_share(shorter, paired_shorter),
        told_longer=_share(longer, paired_longer),
        closeness=_closeness(shorter, longer, pairs),
        pairs=min(len(paired_shorter), len(paired_longer)),
        order=_order(pairs),
        verbatim=_verbatim(shorter, longer, paired_shorter, paired_longer),
        runs_shorter=_runs(shorter, longer),
        runs_longer=_runs(longer, shorter),
        longest_run=min(1.0, _longest_run(shorter, longer) / 40),
        phrasing=_held(shorter.pairs, longer.pairs) or 0.0,
        names=_or_unknown(_held(shorter.names, longer.names)),
        numbers=_or_unknown(_held(shorter.numbers, longer.numbers)),
        names_longer=_or_unknown(_held(longer.names, shorter.names)),
        quotations=_or_unknown(_held(shorter.quoted_runs, longer.short_runs)),
        meaning_shorter=likest[0],
        meaning_longer=likest[1],
        meaning_titles=likest[2],
        identical=bool(a.words) and a.words == b.words,
        same_agency=agency if agency and agency == b.report.agency else None,
    )


def is_shorter(a: Prepared, b: Prepared) -> bool:
    """Whether `a` is the one with fewer words; of two equals the one with the smaller id."""
    return (len(a.words), a.report.id) <= (len(b.words), b.report.id)


def _held(mine: Set[object], theirs: Set[object]) -> float | None:
    return len(mine & theirs) / len(mine) if mine else None


def _or_unknown(value: float | None) -> float:
    return _UNKNOWN if value is None else value


def _share(report: Prepared, paired: set[int]) -> float:
    total = sum(sentence.told for sentence in report.sentences)
    return sum(report.sentences[i].told for i in paired) / total if total else 0.0


def _closeness(shorter: Prepared, longer: Prepared, pairs: Sequence[Pair]) -> float:
    lengths = [min(shorter.sentences[pair.a].told, longer.sentences[pair.b].told) for pair in pairs]
    total = sum(lengths)
    return sum(pair.score * n for pair, n in zip(pairs, lengths, strict=True)) / total if total else 0.0


def _order(pairs: Sequence[Pair]) -> float:
    """The longest run of pairs in order (each sentence of the shorter once), as a share."""
    best: dict[int, Pair] = {}
    for pair in pairs:
        if pair.a not in best or best[pair.a].score < pair.score:
            best[pair.a] = pair
    tails: list[int] = []
    for a in sorted(best):
        at = bisect_right(tails, best[a].b)  # a sentence that two others repeat is in order for both
        tails[at : at + 1] = [best[a].b]
    return len(tails) / len(best) if best else 0.0


def _verbatim(shorter: Prepared, longer: Prepared, paired_shorter: set[int], paired_longer: set[int]) -> float:
    known = {run for i in paired_longer for run in longer.sentences[i].told_runs}
    return _covered((shorter.sentences[i].told_runs for i in sorted(paired_shorter)), known)


def _runs(of: Prepared, within: Prepared) -> float:
    return _covered((sentence.told_runs for sentence in of.sentences), within.told_runs)


def _covered(sentences: Iterable[tuple[Run, ...]], known: Set[Run]) -> float:
    """Of the runs of some sentences, how many are known."""
    met = total = 0
    for runs in sentences:
        total += len(runs)
        met += sum(run in known for run in runs)
    return met / total if total else 0.0


def _longest_run(shorter: Prepared, longer: Prepared) -> int:
    """Words of the longest stretch told alike, within one sentence of the shorter."""
    known, longest = longer.told_runs, 0
    for sentence in shorter.sentences:
        length = 0
        for run in sentence.told_runs:
            length = length + 1 if run in known else 0
            longest = max(longest, length)
    return longest + RUN - 1 if longest else 0


def _likest(shorter: Prepared, longer: Prepared, alignment: Alignment, *, a_is_shorter: bool) -> tuple[float | None, float | None, float | None]:
    if alignment.meanings is None or not alignment.meanings.size:
        return None, None, None
    meanings = alignment.meanings if a_is_shorter else alignment.meanings.T
    of_shorter, of_longer = meanings.max(axis=1).tolist(), meanings.max(axis=0).tolist()
    return _mean(shorter, of_shorter), _mean(longer, of_longer), float(meanings[0, 0])


def _mean(report: Prepared, values: Sequence[float]) -> float:
    """The mean over sentences, each counting for as much as it tells."""
    told = [sentence.told for sentence in report.sentences]
    return sum(value * n for value, n in zip(values, told, strict=True)) / (sum(told) or 1)
