"""Headlines that the parse takes for a heap of nouns: "Rebels storm army base" read by position."""

from typing import TYPE_CHECKING

from contested.extract.slots import Slots

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMES = frozenset({"NOUN", "PROPN", "PRON"})
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET"})
_BEHIND = _INSIDE | {"ADP"}


def may_be_verb(token: "Token", tokens: list["Token"]) -> bool:
    """Whether a word taken for a noun or adjective can be a headline's verb: no finite verb in its clause, a noun before it and a phrase behind it."""
    if token.pos_ not in ("NOUN", "ADJ", "PROPN") or token.tag_ == "NNP":
        return False
    at = token.i - tokens[0].i
    if not 0 < at < len(tokens) - 1 or tokens[at - 1].pos_ not in _NAMES or tokens[at + 1].pos_ not in _BEHIND:
        return False
    clause = _clause(tokens, at)
    return not any(other.pos_ in ("VERB", "AUX") and other.tag_ in ("VBZ", "VBP", "VBD", "MD") for other in clause)


def positional_slots(token: "Token", tokens: list["Token"]) -> Slots:
    """The noun right before as subject, the head of the phrase right behind as object, or as a preposition's where one stands between."""
    at = token.i - tokens[0].i
    linked = tokens[at + 1].pos_ == "ADP"
    end = at + 2 if linked else at + 1
    while end < len(tokens) and tokens[end].pos_ in _INSIDE:
        end += 1
    objects = [other for other in tokens[at + 1 : end] if other.pos_ in _NAMES]
    return {"s": [tokens[at - 1]], (tokens[at + 1].lower_ if linked else "o"): objects[-1:]}


def _clause(tokens: list["Token"], at: int) -> list["Token"]:
    """The words between the nearest semicolons, colons or commas."""
    start = max((i + 1 for i in range(at) if tokens[i].text in ";:,"), default=0)
    end = min((i for i in range(at, len(tokens)) if tokens[i].text in ";:,"), default=len(tokens))
    return tokens[start:end]
