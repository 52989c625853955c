"""What a report is about, as far as it matters for reading it: the words of peaceful walks of life, and the weights that tell war from them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from contested.errors import DataError
from contested.reference.question import Question

_DOMAINS, _NEAR, _WEIGHTS = "domains.toml", "near_war.toml", "war.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """`war`: does a report tell of war or unrest, by its figures; `words`: what each word that it has adds to that, its share in all such words taken.

    `least`: the chance that everyday words of war need to be read as its events; `open`: the chance
    below which a report makes no claims at all."""

    war: Question
    words: Mapping[str, float]
    least: float
    open: float


@cache
def walks_of_life() -> Mapping[str, frozenset[str]]:
    """The lemmas of each peaceful walk of life. Raises DataError where the data file is broken."""
    return {name: frozenset(words) for name, words in _read(_DOMAINS).items()}


@cache
def words_near_war() -> frozenset[str]:
    """Lemmas that reports of war are full of. Raises DataError where the data file is broken."""
    return frozenset(_read(_NEAR)["near"])


@cache
def telling_of_war() -> Telling:
    """The weights, read once. Raises DataError where the data file is broken."""
    table = _read(_WEIGHTS)
    try:
        war = Question(constant=float(table["constant"]), weights={name: float(weight) for name, weight in table["figure"].items()})
        words = {word: float(weight) for word, weight in table["word"].items()}
        return Telling(war=war, words=words, least=float(table["least"]), open=float(table["open"]))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise DataError(_WEIGHTS, f"{error} is missing or no number") from error


def _read(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(files("contested.reference").joinpath("data", "topic", name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(name, str(error)) from error
