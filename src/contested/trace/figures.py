"""The figures that a relation is decided on, and how each is said to a reader."""

from collections.abc import Callable

from contested.trace.evidence import Evidence

FIGURES: dict[str, Callable[[Evidence], float | None]] = {
    "told_shorter": lambda e: e.told_shorter,
    "told_longer": lambda e: e.told_longer,
    "closeness": lambda e: e.closeness,
    "order": lambda e: e.order,
    "verbatim": lambda e: e.verbatim,
    "told_verbatim": lambda e: e.told_shorter * e.verbatim,
    "runs_shorter": lambda e: e.runs_shorter,
    "runs_longer": lambda e: e.runs_longer,
    "longest_run": lambda e: e.longest_run,
    "phrasing": lambda e: e.phrasing,
    "names": lambda e: e.names,
    "numbers": lambda e: e.numbers,
    "names_longer": lambda e: e.names_longer,
    "quotations": lambda e: e.quotations,
    "agency": lambda e: float(e.same_agency is not None),
    "meaning_shorter": lambda e: e.meaning_shorter,
    "meaning_longer": lambda e: e.meaning_longer,
    "meaning_titles": lambda e: e.meaning_titles,
}
"""Each 0..1; those of meaning may be below 0, and are None where no encoder was at hand."""

_SAID: dict[str, str] = {
    "told_shorter": "{e.told_shorter:.0%} of what the shorter tells stands in sentences that both have",
    "told_longer": "{e.told_longer:.0%} of what the longer tells stands in sentences that both have",
    "closeness": "the paired sentences are {e.closeness:.0%} alike",
    "order": "{e.order:.0%} of the paired sentences come in the same order",
    "verbatim": "{e.verbatim:.0%} of the words of paired sentences stand in runs of five that both have",
    "told_verbatim": "{e.told_shorter:.0%} of the shorter stands in paired sentences, {e.verbatim:.0%} of that word for word",
    "runs_shorter": "{e.runs_shorter:.0%} of the shorter stands in runs of five words that both have",
    "runs_longer": "{e.runs_longer:.0%} of the longer stands in runs of five words that both have",
    "longest_run": "the longest stretch of the same words is a share of {e.longest_run:.2f} of forty words",
    "phrasing": "{e.phrasing:.0%} of the pairs of neighbouring words of the shorter are in the longer",
    "names": "{e.names:.0%} of the names of the shorter are in the longer",
    "numbers": "{e.numbers:.0%} of the numbers of the shorter are in the longer",
    "names_longer": "{e.names_longer:.0%} of the names of the longer are in the shorter",
    "quotations": "{e.quotations:.0%} of the quoted words of the shorter are in the longer",
    "agency": "the agencies they credit",
    "meaning_shorter": "the sentences of the shorter have a match in the longer of {e.meaning_shorter:.2f} in meaning, on average",
    "meaning_longer": "the sentences of the longer have a match in the shorter of {e.meaning_longer:.2f} in meaning, on average",
    "meaning_titles": "the opening sentences are {e.meaning_titles:.2f} alike in meaning",
}


def figures_of(evidence: Evidence) -> dict[str, float]:
    """Every figure that is known, by name."""
    return {name: value for name, figure in FIGURES.items() if (value := figure(evidence)) is not None}


def said_of(name: str, evidence: Evidence) -> str:
    """A figure as a clause for people."""
    return _SAID[name].format(e=evidence)
