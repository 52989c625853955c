"""Headlines In Capitals mislead a tagger: put the small words and the verbs back into small letters."""

from collections.abc import Callable, Sequence

_STOPS = frozenset(".!?”\"")
_LONG = 4
_FEWEST = 4
_SHARE = 0.7


def is_headline_case(words: Sequence[str]) -> bool:
    """Whether nearly all long words of a sentence begin with a capital letter, and no full stop ends it."""
    if words and words[-1][-1:] in _STOPS:
        return False
    long = [word for word in words if len(word) >= _LONG and word.isalpha()]
    return len(long) >= _FEWEST - 1 and len(words) >= _FEWEST and sum(word[0].isupper() for word in long) >= _SHARE * len(long)


def truecase(words: Sequence[str], *, seen: frozenset[str], is_common: Callable[[str], bool]) -> list[str]:
    """The words of a headline as they would stand inside a sentence; lengths do not change.

    A word goes to small letters if the report has it so elsewhere (`seen`), or if it is a verb, adjective or function word (`is_common`).
    """
    lowered = []
    for i, word in enumerate(words):
        small = word.lower()
        plain = word[:1].isupper() and len(small) == len(word) and (word[1:].islower() or len(word) == 1 or word.isupper())
        lowered.append(small if i and plain and (small in seen or is_common(small)) else word)
    return lowered
