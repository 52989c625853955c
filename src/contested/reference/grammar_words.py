"""The words of grammar by which a language is told from others, for the languages that are read here."""

from functools import cache
from importlib.resources import files

from contested.errors import DataError

_FILE = "grammar_words.tsv"


@cache
def grammar_words() -> dict[str, frozenset[str]]:
    """Lower-case words by ISO 639-1 code. Raises DataError where the data file is broken."""
    text = files("contested.reference").joinpath("data", "language", _FILE).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    if not rows or rows[0] != ["language", "words"] or any(len(row) != 2 for row in rows):
        raise DataError(_FILE, "expected the columns language, words")
    return {code: frozenset(words.split()) for code, words in rows[1:]}
