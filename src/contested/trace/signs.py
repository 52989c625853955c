"""Which words change what a sentence commits to, word by word: read once for each word, however often its sentence is compared."""

from functools import lru_cache
from typing import Literal

from contested.reference.wording import cues

Sign = Literal["degree", "superlative", "say", "hedge", "negation", "time"]


@lru_cache(maxsize=1 << 16)
def signs_of(lower: str) -> tuple[Sign, ...]:
    """What a word in lower case may be a sign of; most are of nothing."""
    known = cues()
    found: list[Sign] = []
    if lower in known.degree or (len(lower) > 5 and lower.endswith("ly") and lower not in known.not_degree):
        found.append("degree")
    if lower in known.superlative or (len(lower) > 5 and lower.endswith("est") and lower not in known.not_superlative):
        found.append("superlative")
    if lower in known.say:
        found.append("say")
    if lower in known.hedge:
        found.append("hedge")
    if lower in known.negation:
        found.append("negation")
    if lower in known.time or (len(lower) == 4 and lower.isdigit()):
        found.append("time")
    return tuple(found)
