"""How English words vary, as data: function words, irregular forms, number words, and the cues of drift."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from contested.errors import DataError


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """`stop`: words without content; `irregular`: form to ground form; `numbers`: number words and ranks to their value;
    `endings`: in the order they are tried."""

    stop: frozenset[str]
    endings: tuple[str, ...]
    irregular: dict[str, str]
    numbers: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words that change what a sentence commits to. `say`: form of an attributing verb to its tone ("says", "claims", "confirms", "denies").

    `degree`: words of degree, extent or frequency; `not_degree`: words in -ly that are none; `hedge`, `negation`, `time` as named;
    `superlative`: words that single out as a superlative does; `not_superlative`: words in -est that are none; `not_speaker`: words that name no speaker;
    `before_noun`: words after which a verb of saying is a noun ("the reports"); `rank`: titles and adjectives before a name that are no part of it.
    """

    say: dict[str, str]
    degree: frozenset[str]
    not_degree: frozenset[str]
    hedge: frozenset[str]
    negation: frozenset[str]
    time: frozenset[str]
    superlative: frozenset[str]
    not_superlative: frozenset[str]
    not_speaker: frozenset[str]
    before_noun: frozenset[str]
    rank: frozenset[str]


@cache
def wording() -> Wording:
    """Raises DataError where the data file is broken."""
    table = _table("words.toml")
    try:
        return Wording(
            stop=frozenset(table["stop"]), endings=tuple(table["endings"]), irregular=dict(table["irregular"]), numbers=dict(table["numbers"])
        )
    except KeyError as error:
        raise DataError("words.toml", f"{error} is missing") from error


@cache
def cues() -> Cues:
    """Raises DataError where the data file is broken."""
    table = _table("cues.toml")
    try:
        say = {form: tone for tone, forms in table["say"].items() for form in forms}
        sets = {name: frozenset(table[name]) for name in Cues.__dataclass_fields__ if name != "say"}
    except KeyError as error:
        raise DataError("cues.toml", f"{error} is missing") from error
    return Cues(say=say, **sets)


def _table(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(files("contested.reference").joinpath("data", "drift", name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(name, str(error)) from error
