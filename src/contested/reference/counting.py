"""How news counts: number words, hedges, and what is measured rather than counted."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from contested.errors import DataError

_FILE = "counting.toml"
_HEDGES = frozenset({"least", "most", "about", "between"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """All words lower case.

    hedges, hedges_after   words before or after a number: "least", "most", "about", "between"
    vague                  amounts open above to what they are at least; `exact` are those of them that are not open ("no")
    openers                first words of whatever counts, figures aside
    units, scales          number words and their values
    after_article          scale words that "a" may precede ("a dozen")
    symbols, numbered      what before a number makes it no count ("$", "highway")
    measures               units of measure; spans_of_time: units of time
    people, toll           counted nouns that are always counts; nouns a toll is given of
    harmed, harm           states ("dead") and verb lemmas of harm
    """

    hedges: Mapping[str, str]
    hedges_after: Mapping[str, str]
    vague: Mapping[str, int]
    scales: Mapping[str, int]
    units: Mapping[str, int]
    exact: frozenset[str]
    after_article: frozenset[str]
    symbols: frozenset[str]
    numbered: frozenset[str]
    measures: frozenset[str]
    spans_of_time: frozenset[str]
    people: frozenset[str]
    toll: frozenset[str]
    openers: frozenset[str]
    harmed: frozenset[str]
    harm: frozenset[str]


@cache
def counting() -> Counting:
    """The rules that come with the package. Raises DataError where the data file is broken."""
    text = files("contested.reference").joinpath("data", "quantities", _FILE).read_text(encoding="utf-8")
    return read_counting(text)


def read_counting(text: str) -> Counting:
    try:
        tree: dict[str, Any] = tomllib.loads(text)
        words = {name: frozenset(listed) for name, listed in tree["words"].items()}
        hedges, after = dict(tree["hedges"]), dict(tree["hedges_after"])
        if unknown := {*hedges.values(), *after.values()} - _HEDGES:
            raise DataError(_FILE, f"unknown hedge {sorted(unknown)[0]!r}")
        openers = frozenset(name.split()[0] for table in ("hedges", "vague", "units", "scales") for name in tree[table]) | {"a", "an", "half", "quarter"}
        return Counting(
            hedges=hedges, hedges_after=after, vague=dict(tree["vague"]), scales=dict(tree["scales"]), units=dict(tree["units"]),
            after_article=frozenset(tree["scales"]), openers=openers, **words,
        )  # fmt: skip
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise DataError(_FILE, f"cannot be read ({error})") from error
