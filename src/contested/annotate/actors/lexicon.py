"""Actor words at the end of a phrase, looked up in the parse."""

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from contested.reference.actor_words import ActorWord, actor_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST = 5  # tokens; a hyphen is one
_SINGULAR = (("ies", "y"), ("men", "man"), ("sses", "ss"), ("s", ""))


class WordAt(NamedTuple):
    """An actor word and the token it begins at."""

    word: ActorWord
    first: int


def word_ending_at(doc: "Doc", last: int, low: int) -> WordAt | None:
    """The longest actor word that ends at a token and begins at `low` or later."""
    words = actor_words()
    token = doc[last]
    endings = _endings(token.lower_, token.lemma_.lower())
    if not any(ending in _last_words() for ending in endings):
        return None
    for first in range(max(low, last - _LONGEST + 1), last + 1):
        before = doc[first:last].text_with_ws.lower() if first < last else ""
        if "\n" in before:
            continue
        for ending in endings:
            if (word := words.get(before + ending)) is not None:
                return WordAt(word, first)
    return None


def ministry_of(doc: "Doc", i: int) -> ActorWord | None:
    """ "ministry" followed by "of the interior", "of Foreign Affairs": what it is called."""
    after = [t.lower_ for t in doc[i + 1 : i + 6] if t.lower_ != "the"]
    for length in (4, 3, 2):
        joined = " ".join(["ministry", *after[:length]])
        for ending in _endings(joined, joined):
            if (word := actor_words().get(ending)) is not None:
                return word
    return None


@cache
def _last_words() -> frozenset[str]:
    return frozenset(piece for words in actor_words() for piece in (words, words.rsplit(" ", 1)[-1], words.rsplit("-", 1)[-1]))


def _endings(lower: str, lemma: str) -> list[str]:
    found = [lower] if lower == lemma else [lower, lemma]
    for plural, singular in _SINGULAR:
        if lower.endswith(plural):
            found.append(lower[: -len(plural)] + singular)
            break
    return found
