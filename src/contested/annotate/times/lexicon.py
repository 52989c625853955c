"""The words for times, read once from reference/data/times/words.toml."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from contested.errors import DataError

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_EITHER = re.compile(r"\s+(?:or|to)\s+|(?<=\d)-(?=\d)")
_JOINTS = re.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Word (lower case) -> meaning; the data file explains each table."""

    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    plurals: dict[str, str]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    day_parts: dict[str, str]
    seasons: dict[str, str]
    feasts: dict[str, str]
    solar_months: dict[str, int]
    deictic_days: dict[str, int]
    decade_names: dict[str, int]
    references: dict[str, str]
    set_words: dict[str, str]
    quantifiers: dict[str, str]
    timetable: frozenset[str]
    planning: frozenset[str]
    modals: frozenset[str]
    named_days: frozenset[str]
    counted: frozenset[str]
    strong_leads: frozenset[str]
    weak_leads: frozenset[str]
    lasting_leads: frozenset[str]
    day_part_leads: frozenset[str]

    def unit(self, word: str) -> str:
        """The singular of a unit of time."""
        lowered = word.lower()
        return self.plurals.get(lowered, lowered)

    def month(self, word: str) -> int:
        return self.months[word.lower().rstrip(".")]

    def number(self, words: str | None) -> float | None:
        """How many: "24", "twenty-four", "two and a half", of "ten or fifteen" the last; None where the words leave it open ("several", "a few")."""
        text = (words or "").lower().strip()
        if _DIGITS.fullmatch(text):
            return float(text)
        if text in {"couple", "a couple", "a couple of", "the couple of"}:
            return 2.0
        if text in {"half", "half a", "half an"}:
            return 0.5
        text = _EITHER.split(text)[-1]
        total, known = 0.0, False
        for word in _JOINTS.split(text):
            if word == "half" and known:
                total += 0.5 - (1.0 if text.endswith(("a-half", "a half")) else 0.0)
            elif word == "hundred":
                total = (total or 1.0) * 100
                known = True
            elif word in self.numbers or _DIGITS.fullmatch(word):
                total += self.numbers.get(word) or float(word)
                known = True
            elif word != "and":
                return None
        return total if known else None


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The bundled words. Raises DataError where a table is missing."""
    tree = tomllib.loads((files("contested.reference") / "data" / "times" / "words.toml").read_text(encoding="utf-8"))
    try:
        return Lexicon(
            months=tree["months"] | tree["month_abbreviations"], weekdays=tree["weekdays"] | tree["weekday_abbreviations"],
            units=tree["units"], plurals=tree["unit_plurals"], numbers=tree["numbers"], ordinals=tree["ordinals"], day_parts=tree["day_parts"],
            seasons=tree["seasons"], feasts=tree["feasts"], solar_months=tree["solar_months"],
            deictic_days=tree["deictic_days"], decade_names=tree["decade_names"],
            references=tree["references"], set_words=tree["set_words"], quantifiers=tree["quantifiers"], timetable=frozenset(tree["timetable"]["verbs"]),
            planning=frozenset(tree["planning"]["words"]), modals=frozenset(tree["planning"]["modals"]), named_days=frozenset(tree["named_days"]["words"]),
            counted=frozenset(tree["counted"]["words"]), strong_leads=frozenset(tree["time_leads"]["strong"]), weak_leads=frozenset(tree["time_leads"]["weak"]),
            lasting_leads=frozenset(tree["lasting_leads"]["words"]), day_part_leads=frozenset(tree["day_part_leads"]["words"]),
        )
    except KeyError as error:
        raise DataError("times/words.toml", f"the table {error.args[0]!r} is missing") from error


def any_of(words: Iterable[str], *, cased: bool = False) -> str:
    """An alternation, longest word first; spaces stand for any white space. `cased`: only "Word" and "WORD"."""
    listed = sorted(words, key=len, reverse=True)
    if cased:
        listed = [form for word in listed for form in (word.title(), word.upper())]
    return ("(?-i:" if cased else "(?:") + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in listed) + ")"
