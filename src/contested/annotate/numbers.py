"""Numbers in words and figures, with their hedges: "at least 32", "dozens", "between 20 and 30", "2.5 million"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from contested.reference.counting import counting

_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_LONGEST_HEDGE = 4
_ARTICLES = frozenset({"a", "an"})
_SHARES = {"half": 2, "quarter": 4}


class NumberAt(NamedTuple):
    """A number at tokens `first`..`last`; `core` is the token that carries it. `low`, `high` inclusive, None where open."""

    first: int
    last: int
    core: int
    low: int | None
    high: int | None
    hedged: bool = False
    vague: bool = False


class _Amount(NamedTuple):
    low: int
    high: int | None
    last: int
    core: int
    vague: bool


def parse_number(words: Sequence[str]) -> tuple[int | None, int | None] | None:
    """(low, high) of words that are a number and nothing else ("at least 32", "a dozen"); None where they are none."""
    lower = [word.lower() for word in words]
    found = number_at(lower, 0) if lower else None
    return (found.low, found.high) if found is not None and found.last == len(lower) - 1 else None


def number_at(words: Sequence[str], at: int) -> NumberAt | None:
    """The longest number that begins at a word, its hedge included. `words` are lower case."""
    if not (words[at][:1].isdigit() or words[at].split("-", 1)[0] in counting().openers):
        return None
    hedge, kind = _hedge(words, at)
    if kind == "between":
        return _between(words, at, hedge)
    amount = _amount(words, hedge)
    if amount is None:
        return None
    low, high, last = amount.low, amount.high, amount.last
    if kind is None and (joined := _range(words, amount)) is not None:
        return NumberAt(at, joined.last, joined.core, amount.low, joined.high, hedged=True)
    if kind is None and (after := _hedge_after(words, last + 1)) is not None:
        last, kind = after
    if kind == "least":
        return NumberAt(at, last, amount.core, low, None, hedged=True, vague=amount.vague)
    if kind == "most":
        return NumberAt(at, last, amount.core, None, high if not amount.vague else None, hedged=True, vague=amount.vague)
    return NumberAt(at, last, amount.core, low, high, hedged=kind is not None, vague=amount.vague)


def _hedge(words: Sequence[str], at: int) -> tuple[int, str | None]:
    """Where the number after a hedge begins, and what the hedge does."""
    for length in range(_LONGEST_HEDGE, 0, -1):
        if (kind := counting().hedges.get(" ".join(words[at : at + length]))) is not None and at + length < len(words):
            return at + length, kind
    return at, None


def _hedge_after(words: Sequence[str], at: int) -> tuple[int, str] | None:
    """ "32 or more", "50-odd"."""
    for length in (2, 1):
        if (kind := counting().hedges_after.get(" ".join(words[at : at + length]))) is not None:
            return at + length - 1, kind
    return None


def _between(words: Sequence[str], at: int, start: int) -> NumberAt | None:
    left = _amount(words, start)
    if left is None or left.last + 2 >= len(words) or words[left.last + 1] not in {"and", "to"}:
        return None
    right = _amount(words, left.last + 2)
    if right is None or right.low < left.low:
        return None
    return NumberAt(at, right.last, right.core, left.low, right.high, hedged=True)


def _range(words: Sequence[str], left: _Amount) -> _Amount | None:
    """ "20 to 30", "20-30", "two or three"."""
    if left.vague or left.last + 2 >= len(words) or words[left.last + 1] not in {"to", "or", "-", "–"}:
        return None
    right = _amount(words, left.last + 2)
    return right if right is not None and not right.vague and left.low < right.low <= left.low * 20 + 20 else None


def _amount(words: Sequence[str], at: int) -> _Amount | None:
    """A bare amount: a figure or number words with their scale, or a vague word ("dozens", "several thousand")."""
    if at >= len(words):
        return None
    rules = counting()
    if (part := _part_of_scale(words, at)) is not None:
        return part
    start = at + 1 if words[at] in _ARTICLES and at + 1 < len(words) and words[at + 1] in rules.after_article else at
    if start > at and words[start] in rules.scales:
        value = rules.scales[words[start]]
        return _Amount(value, value, start, start, vague=False)
    two = " ".join(words[at : at + 2])
    if at + 1 < len(words) and (low := rules.vague.get(two)) is not None:
        return _Amount(low, low, at + 1, at, vague=False) if two in rules.exact else _scaled(words, at + 1, low)
    if (low := rules.vague.get(words[at])) is not None:
        if words[at] in rules.exact:
            return _Amount(low, low, at, at, vague=False)
        return _scaled(words, at, low)
    return _exact(words, at)


def _part_of_scale(words: Sequence[str], at: int) -> _Amount | None:
    """ "half a million", "a quarter of a million", "half a dozen"."""
    scales = counting().scales
    i = at + 1 if words[at] in _ARTICLES else at
    share = _SHARES.get(words[i]) if i < len(words) else None
    if share is None:
        return None
    last = i + 1
    while last < min(len(words), i + 3) and (words[last] in _ARTICLES or words[last] == "of"):
        last += 1
    if last >= len(words) or words[last] not in scales:
        return None
    value = scales[words[last]] // share
    return _Amount(value, value, last, last, vague=False)


def _scaled(words: Sequence[str], at: int, low: int) -> _Amount:
    """ "several hundred", "hundreds of thousands", "dozens": open above."""
    core = at
    step = at + 1 if at + 1 < len(words) and words[at + 1] != "of" else at + 2
    scales = counting().scales
    word = words[step] if step < len(words) else ""
    scale = scales.get(word) or (scales.get(word.removesuffix("s")) if step == at + 2 else None)
    if scale is not None and scale > 12:
        return _Amount(low * scale, None, step, core, vague=True)
    return _Amount(low, None, at, core, vague=True)


def _exact(words: Sequence[str], at: int) -> _Amount | None:
    rules = counting()
    word = words[at]
    if _FIGURE.fullmatch(word):
        value, last = float(word.replace(",", "")), at
        while last + 2 < len(words) and words[last + 1] == "," and re.fullmatch(r"\d{3}", words[last + 2]) and value < 1e9 and value == int(value):
            value, last = value * 1000 + int(words[last + 2]), last + 2  # "1 , 200" in tokenised texts
        if words[last + 1 : last + 4] == ["and", "a", "half"] and last + 4 < len(words) and words[last + 4] in rules.scales:
            value, last = (value + 0.5) * rules.scales[words[last + 4]], last + 4
        elif last + 1 < len(words) and (scale := rules.scales.get(words[last + 1])) is not None:
            value, last = value * scale, last + 1
        elif value != int(value):
            return None  # a bare fraction measures, it does not count
        return _Amount(round(value), round(value), last, last if words[last] not in rules.scales else at, vague=False)
    return _in_words(words, at)


def _in_words(words: Sequence[str], at: int) -> _Amount | None:
    """ "forty-two", "two hundred and six", "three dozen"."""
    rules = counting()
    total, current, last, core = 0, 0, at - 1, at
    i = at
    while i < len(words):
        word = words[i]
        if words[i : i + 3] == ["and", "a", "half"] and i > at and i + 3 < len(words) and words[i + 3] in rules.scales:
            half = rules.scales[words[i + 3]]
            return _Amount(total + current * half + half // 2, total + current * half + half // 2, i + 3, i + 3, vague=False)
        if word in {"-", "and"} and i > at and i + 1 < len(words) and words[i + 1] in rules.units and (word == "-" or total or current >= 100):
            i += 1
            continue
        if (
            word in rules.units
            and (last < at or current % 100 == 0 or (current % 10 == 0 and rules.units[word] < 10))
            and not (last >= at and current and current < 20)
        ):
            current += rules.units[word]
        elif word in rules.scales and last >= at:
            scale = rules.scales[word]
            total, current = (total + current * scale, 0) if scale >= 1000 else (total, current * scale)
        elif "-" in word and all(piece in rules.units for piece in word.split("-")):
            current += sum(rules.units[piece] for piece in word.split("-"))
        else:
            break
        last = i
        i += 1
    if last < at:
        return None
    value = total + current
    return _Amount(value, value, last, core, vague=False)
