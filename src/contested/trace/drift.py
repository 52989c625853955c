"""What the words of one report became in the other: drift, pair of sentences by pair of sentences."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from contested.records import Change, Span
from contested.trace.alignment import Alignment
from contested.trace.drifts.certainty import find_hedge_changes, find_negation_changes
from contested.trace.drifts.clauses import find_clause_changes
from contested.trace.drifts.degrees import find_degree_changes
from contested.trace.drifts.names import find_name_changes
from contested.trace.drifts.numbers import find_number_changes
from contested.trace.drifts.quotes import find_quote_changes
from contested.trace.drifts.speakers import find_speaker_changes
from contested.trace.drifts.superlatives import find_superlative_changes
from contested.trace.drifts.times import find_time_changes
from contested.trace.prepared import Prepared, Sentence
from contested.trace.sides import Side, Sides, lay

Rule = Callable[[Sides], Iterator[Change]]
"""Two sentences side by side in, changes of one kind out. Synonyms are no drift: a rule looks only where words commit to something."""

RULES: tuple[Rule, ...] = (
    find_quote_changes,
    find_speaker_changes,
    find_superlative_changes,
    find_number_changes,
    find_name_changes,
    find_time_changes,
    find_degree_changes,
    find_hedge_changes,
    find_negation_changes,
    find_clause_changes,
)
"""In this order; words that an earlier rule has told of are not told of again."""


def find_drift(a: Prepared, b: Prepared, alignment: Alignment) -> tuple[tuple[Change, ...], ...]:
    """The changes of each pair, in the order of `alignment.pairs`."""
    of_a: dict[int, list[Sentence]] = defaultdict(list)
    of_b: dict[int, list[Sentence]] = defaultdict(list)
    for pair in alignment.pairs:
        of_a[pair.a].append(b.sentences[pair.b])
        of_b[pair.b].append(a.sentences[pair.a])
    return tuple(
        _changes(_side(a, a.sentences[pair.a], of_a[pair.a]), _side(b, b.sentences[pair.b], of_b[pair.b])) for pair in alignment.pairs
    )


def _side(report: Prepared, sentence: Sentence, others: Iterable[Sentence]) -> Side:
    listed = list(others)
    return Side(
        report=report.report,
        sentence=sentence,
        other_stems=listed[0].stems.union(*(other.stems for other in listed[1:])),
        other_words=listed[0].words.union(*(other.words for other in listed[1:])),
    )


def _changes(a: Side, b: Side) -> tuple[Change, ...]:
    if len(a.tokens) == len(b.tokens) and all(x.lower == y.lower for x, y in zip(a.tokens, b.tokens, strict=True)):
        return ()
    sides = lay(a, b)
    kept: list[Change] = []
    for rule in RULES:
        found = [change for change in rule(sides) if not any(_is_told(change, earlier) for earlier in kept)]
        kept.extend(found)
    return tuple(sorted(kept, key=lambda c: (c.a_span or Span(1 << 60, 0), c.b_span or Span(0, 0))))


def _is_told(change: Change, earlier: Change) -> bool:
    return any(
        mine is not None and theirs is not None and mine.overlaps(theirs) for mine, theirs in ((change.a_span, earlier.a_span), (change.b_span, earlier.b_span))
    )
