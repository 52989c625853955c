"""Words that name one place, and words that only point at some."""

import re

from contested.reference.actors import actor_list
from contested.reference.signs import load_signs

_CUT = re.compile(r",.*| (?:on|near|in|at|outside|above|below|along|beside|between|which|that|where) .*", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")


def is_crowd(words: str) -> bool:
    """ "scattered villages", "towns of the south": nobody can tell which."""
    head = _head(words)
    return head in load_signs().crowds


def is_generic(words: str) -> bool:
    """ "the northern region": a place that is not named."""
    return _head(words) in load_signs().generic and proper_name(words) is None


def proper_name(words: str) -> str | None:
    """The name in the words ("the hill town of Little Holm, below the pass" -> "Little Holm"), None where there is none."""
    name = _CUT.sub("", words).strip()
    before, of, after = name.rpartition(" of ")
    if of and not any(word[:1].isupper() for word in before.split()[1:]):
        name = after
    if is_crowd(name) or not any(word[:1].isupper() for word in name.split()):
        return None
    kept = [word for word in _WORD.findall(name) if word.casefold() not in load_signs().generic]
    peoples = [name[hit.span.start : hit.span.end] for hit in actor_list().find(name) if hit.form in ("adjective", "people", "nationals")]
    adjectives = {word for words in peoples for word in _WORD.findall(words)}
    own = [word for word in kept if word[:1].isupper() and word not in adjectives]
    if not own and len(kept) < len(_WORD.findall(name)):
        return None  # "a Zedian border town"
    return re.sub(r"^(?:the|a|an)\s+", "", name, flags=re.IGNORECASE)


def _head(words: str) -> str:
    """The noun the words turn on: the last before "of", "in", a comma."""
    found = _WORD.findall(_CUT.sub("", words).partition(" of ")[0])
    return found[-1].casefold() if found else ""
