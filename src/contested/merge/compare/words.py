"""Do the sentences share rare words?"""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

from contested.merge.telling import Telling
from contested.records import Reason

_SHARE, _SHOWN, _LIGHT = 0.25, 3, 1.0


class Rarity:
    """How rare each word is among the sentences of all claims. `weight` 0 for a word that most sentences have."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        sentences = {(telling.claim.report, telling.claim.sentence): telling.words for telling in tellings}
        self._seen = Counter(word for words in sentences.values() for word in words)
        self._weights: Mapping[str, float] = {word: log((len(sentences) + 1) / times) for word, times in self._seen.items()}

    def weight(self, word: str) -> float:
        return self._weights.get(word, 0.0)

    def times(self, word: str) -> int:
        """In how many sentences the word stands."""
        return self._seen[word]


def compare_words(left: Telling, right: Telling, *, rarity: Rarity) -> Reason | None:
    """Speaks only for one happening: that sentences differ says nothing. Names, triggers and times are weighed elsewhere."""
    if left.claim.report == right.claim.report and left.claim.sentence == right.claim.sentence:
        return None
    named = left.name_words | right.name_words
    ours, theirs = left.words - named, right.words - named
    shared = ours & theirs
    if len(shared) < 2:
        return None
    smaller = min(sum(map(rarity.weight, ours)), sum(map(rarity.weight, theirs)))
    weight = sum(map(rarity.weight, shared))
    if smaller <= _LIGHT or weight < _SHARE * smaller:
        return None
    shown = sorted(shared, key=lambda word: (-rarity.weight(word), word))[:_SHOWN]
    return Reason(score=min(0.85, 0.5 + 0.45 * weight / smaller), because=f"sentences share {', '.join(shown)}")
