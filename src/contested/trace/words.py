"""The words of a text as they are compared: with their stem, their place, and whether they name or count something."""

import re
from functools import lru_cache
from typing import NamedTuple

from contested.reference.wording import wording

WORD = re.compile(r"\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?\b|[^\W\d_]+(?:['’.-][^\W\d_]+)*(?:['’](?=[\s.,;:!?]|$))?|\d+[^\W\d_]+")
_SHORTEST = 4


class Token(NamedTuple):  # a tuple, not a dataclass: there are hundreds in a report, and they are made several times faster
    """One word. `stem` is "#10" for a number of value 10; `name`: written with a capital where no sentence begins."""

    start: int
    end: int
    stem: str
    lower: str
    name: bool
    number: bool
    content: bool


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The words of text[start:end], in order."""
    found: list[Token] = []
    for match in WORD.finditer(text, start, end):
        stem, lower, capital, number, content = read_word(match.group())
        found.append(Token(*match.span(), stem, lower, capital and bool(found) and content, number, content))
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def read_word(word: str) -> tuple[str, str, bool, bool, bool]:
    known = wording()
    lower = re.sub(r"['’](?:s|re|ve|ll|d|m)?$", "", word.casefold())
    if (value := number_value(lower)) is not None:
        return f"#{value:g}", lower, word[0].isupper(), True, True
    return stem_of(lower), lower, word[0].isupper(), False, lower not in known.stop and len(lower) > 1


def number_value(lower: str) -> float | None:
    """The value of a number in digits or in one word; "one" and "second" are no numbers by themselves."""
    if lower[0].isdigit():
        digits = re.match(r"\d+(?:,\d{3})*(?:\.\d+)?", lower)
        rest = lower[digits.end() :] if digits else ""
        return float(digits.group().replace(",", "")) if digits and rest in {"", "st", "nd", "rd", "th"} else None
    if lower == "one":
        return None
    tens, hyphen, ones = lower.partition("-")
    if not hyphen:
        return wording().numbers.get(lower)
    known = wording().numbers  # "twenty-six", "forty-first"
    left, right = known.get(tens), known.get(ones)
    return left + right if left is not None and right is not None and right < 10 <= left < 100 and left % 10 == 0 else None


@lru_cache(maxsize=1 << 16)
def stem_of(lower: str) -> str:
    """A rough stem: enough to bring "province" and "provincial", "serve" and "serving" together."""
    lower = wording().irregular.get(lower, lower)
    for ending in wording().endings:
        if lower.endswith(ending) and len(lower) - len(ending) >= _SHORTEST and not lower.endswith("ss"):
            lower = lower[: -len(ending)]
            break
    if len(lower) > _SHORTEST and lower[-1] in "eiy":
        lower = lower[:-1]
    if len(lower) > _SHORTEST and lower[-1] == lower[-2] and lower[-1] not in "sl":
        lower = lower[:-1]
    return lower
