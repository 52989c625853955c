"""The weights behind a claim's confidence: plain numbers, made by training on our own gold."""

import tomllib
from functools import cache
from importlib.resources import files

from contested.errors import DataError
from contested.reference.question import Question

_FILE = "confidence.toml"


@cache
def confidence_weights() -> Question:
    """Read once. Raises DataError where the data file is broken."""
    try:
        table = tomllib.loads(files("contested.reference").joinpath("data", "ontology", _FILE).read_text(encoding="utf-8"))
        return Question(constant=float(table["constant"]), weights={name: float(weight) for name, weight in table["figure"].items()})
    except tomllib.TOMLDecodeError as error:
        raise DataError(_FILE, str(error)) from error
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise DataError(_FILE, f"{error} is missing or no number") from error
