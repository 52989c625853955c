"""The weights by which a name is told to be a place: plain numbers, made by training on our own passages."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from contested.errors import DataError
from contested.reference.question import Question

_FILE = "recognition.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """Is a name a place here: a question for names of the gazetteer, one for names that it lacks. `least`: the chance that each needs."""

    listed: Question
    unlisted: Question
    least: Mapping[str, float]


@cache
def recognition() -> Recognition:
    """Read once. Raises DataError where the data file is broken."""
    try:
        table = tomllib.loads(files("contested.reference").joinpath("data", "places", _FILE).read_text(encoding="utf-8"))
        listed, unlisted = (
            Question(constant=float(table["constant"][name]), weights={figure: float(row[name]) for figure, row in table["figure"].items()})
            for name in ("listed", "unlisted")
        )
        return Recognition(listed=listed, unlisted=unlisted, least={name: float(table["least"][name]) for name in ("listed", "unlisted")})
    except tomllib.TOMLDecodeError as error:
        raise DataError(_FILE, str(error)) from error
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise DataError(_FILE, f"{error} is missing or no number") from error
