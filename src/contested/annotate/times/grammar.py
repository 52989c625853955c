"""The grammar: the patterns of reference/data/times/grammar.toml, compiled, each tried only at words that can begin it."""

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from contested.annotate.times.lexicon import Lexicon, any_of, load_lexicon
from contested.errors import DataError

DAYS: Final = frozenset({"iso", "slashed", "month_day", "day_month", "weekday", "deictic", "feast", "solar", "day_number"})
"""Rules that name a day."""
PERIODS: Final = DAYS | {"unit_turn", "month", "year", "bc", "decade", "decade_name", "century", "quarter", "half", "season", "unit"}
"""Rules that name a stretch of the calendar, which "early", "late" or "the end of" may cut."""
PARTS: Final = frozenset({"clock", "day_part"})
"""Rules that name a part of a day."""
REL_YEAR: Final = re.compile(r",?\s+(?:of\s+)?(?P<rel>that|the\s+same|this|last|next|the\s+following|the\s+previous)\s+year(?![\w’'])", re.IGNORECASE)
"""The year of a month or season, told by another."""
_WHERE = "times/grammar.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    name: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """`by_word`: the rules that a word (lower case) can begin, in order; `numeral`: those that a digit can begin.

    `edge` and `tail` are described in the data file, `edges` says what each edge word means;
    `hints`: words of which one stands in every time that has no digits.
    """

    by_word: dict[str, tuple[Rule, ...]]
    numeral: tuple[Rule, ...]
    edge: re.Pattern[str]
    tail: re.Pattern[str]
    edges: dict[str, str]
    hints: frozenset[str]

    def rules_at(self, word: str) -> tuple[Rule, ...]:
        """`word` in lower case."""
        return self.numeral if word[0].isdigit() else self.by_word.get(word, ())


@lru_cache(maxsize=1)
def load_grammar() -> Grammar:
    """All rules compiled, indexed by first word. Raises DataError where a table is missing or a pattern does not compile."""
    tree = tomllib.loads((files("contested.reference") / "data" / "times" / "grammar.toml").read_text(encoding="utf-8"))
    lexicon = load_lexicon()
    try:
        fragments, classes = tree["fragments"] | _word_fragments(lexicon, tree), _classes(lexicon, tree["classes"])
        by_word, numeral = _index(tree["rules"], fragments, classes)
        edge, tail = (_compile(tree["openers"][name], fragments) for name in ("edge", "tail"))
    except (KeyError, re.error) as error:
        raise DataError(_WHERE, str(error)) from error
    return Grammar(by_word=by_word, numeral=numeral, edge=edge, tail=tail, edges=tree["edges"], hints=_hints(lexicon))


_Index = tuple[dict[str, tuple[Rule, ...]], tuple[Rule, ...]]


def _index(rules: dict[str, dict[str, str]], fragments: dict[str, str], classes: dict[str, tuple[str, ...]]) -> _Index:
    by_word: dict[str, list[Rule]] = defaultdict(list)
    numeral: list[Rule] = []
    for name, entry in rules.items():
        rule = Rule(name=name, pattern=_compile(entry["pattern"], fragments))
        begins = entry["begins"].split()
        if {"DIGIT", "QUANTITY"} & set(begins):
            numeral.append(rule)
        for word in dict.fromkeys(word for begin in begins for word in classes.get(begin, (begin.lower(),))):
            by_word[word].append(rule)
    return {word: tuple(listed) for word, listed in by_word.items()}, tuple(numeral)


def _classes(lexicon: Lexicon, more: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    units, numbers, quantifiers = (*lexicon.units, *lexicon.plurals), (*lexicon.numbers, *more["number"]), _first_words(lexicon.quantifiers)
    return {
        "DIGIT": (), "UNIT": units, "NUMBER": numbers, "QUANTITY": (*numbers, *quantifiers, *units), "RELATIVE": (*more["relative"], *quantifiers),
        "MONTH": tuple(lexicon.months), "WEEKDAY": (*lexicon.weekdays, *_plurals(lexicon)), "ORDINAL": (*_first_words(lexicon.ordinals), "last"),
        "SEASON": tuple(lexicon.seasons), "FEAST": _first_words(lexicon.feasts), "SOLAR": tuple(lexicon.solar_months),
        "DEICTIC": _first_words(lexicon.deictic_days),
        "SETWORD": tuple(lexicon.set_words), "DAYPART": (*lexicon.day_parts, *more["day_part"]), "REFERENCE": _first_words(lexicon.references),
    }  # fmt: skip


def _first_words(entries: dict[str, Any]) -> tuple[str, ...]:
    return tuple({re.split(r"[\s'’-]", entry)[0] for entry in entries})


def _plurals(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(f"{day}s" for day in lexicon.weekdays)


def _hints(lexicon: Lexicon) -> frozenset[str]:
    tables = (lexicon.months, lexicon.weekdays, lexicon.units, lexicon.plurals, lexicon.day_parts, lexicon.seasons, lexicon.feasts, lexicon.solar_months,
              lexicon.deictic_days, lexicon.decade_names, lexicon.references, lexicon.set_words, _plurals(lexicon))  # fmt: skip
    words = {word for table in tables for entry in table for word in re.findall(r"[a-z]{3,}", entry)}
    return frozenset(words - {"the", "this", "right", "after", "before", "more", "most", "new"} | {"half", "overnight", "q", "h"})


def _word_fragments(lexicon: Lexicon, tree: dict[str, Any]) -> dict[str, str]:
    numbers = list(lexicon.numbers)
    tens, ones = numbers[numbers.index("twenty") :], numbers[numbers.index("one") : numbers.index("ten")]
    return {
        "full_month": any_of([month for month in lexicon.months if len(month) > 4 or month in {"may", "june", "july"}], cased=True),
        "any_month": any_of(lexicon.months, cased=True), "any_weekday": any_of(lexicon.weekdays, cased=True),
        "full_weekday": any_of([day for day in lexicon.weekdays if day.endswith("day")], cased=True),
        "number_word": any_of([*numbers, *(f"{ten}-{one}" for ten in tens for one in ones)]),
        "quantifiers": any_of(lexicon.quantifiers), "unit": any_of([*lexicon.units, *lexicon.plurals]), "units": any_of(lexicon.plurals),
        "one_unit": any_of(lexicon.units), "ordinal": any_of(lexicon.ordinals), "day_part": any_of(lexicon.day_parts), "feast": any_of(lexicon.feasts),
        "solar_month": any_of(lexicon.solar_months, cased=True),
        "deictic": any_of(lexicon.deictic_days), "decade_name": any_of(lexicon.decade_names), "reference": any_of(lexicon.references),
        "set_word": any_of(lexicon.set_words), "edge": any_of(tree["edges"]),
    }  # fmt: skip


def _compile(pattern: str, fragments: dict[str, str]) -> re.Pattern[str]:
    """Fill in the fragments, widen the spaces, and let all but capitalised names ignore case."""
    filled = pattern.replace("\n", "")
    while name := re.search(r"\{([a-z][a-z_]*)\}", filled):
        filled = filled.replace(name.group(), fragments[name.group(1)].replace("\n", ""))
    spaced = re.sub(r" (?![^\[]*\])", r"\\s+", filled.replace(" ?", r"\s*"))
    return re.compile(_one_name_each(spaced), re.IGNORECASE)


def _one_name_each(pattern: str) -> str:
    """Only the first of several groups of one name keeps it."""
    seen: set[str] = set()

    def once(group: re.Match[str]) -> str:
        if group.group(1) in seen:
            return "(?:"
        seen.add(group.group(1))
        return group.group()

    return re.sub(r"\(\?P<([a-z_0-9]+)>", once, pattern)
