"""Files that are built on the machine at first use, and where they lie."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from contested.errors import CallError


def built_file(name: str, build: Callable[[Path], None], *, what: str) -> Path:
    """The path of the built file `name`; built with `build` where it is not there yet. The name says which content it has: another content, another name.

    It lies in CONTESTED_CACHE, else XDG_CACHE_HOME/contested, else ~/.cache/contested; where that cannot be written, in the system's temporary folder.
    Raises CallError, which calls it `what`, where neither can be written.
    """
    folders = (_cache_folder(), Path(tempfile.gettempdir()) / f"contested-{os.getuid() if hasattr(os, 'getuid') else 'cache'}")
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    for folder in folders:
        if _is_writable(folder):
            return _build(folder / name, build)
    raise CallError(f"{what} cannot be built: neither {folders[0]} nor {folders[1]} can be written; set CONTESTED_CACHE to a folder that can")


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


def _build(path: Path, build: Callable[[Path], None]) -> Path:
    """Built beside its place and moved there in one step: of two processes that build at once, both end with a whole file."""
    handle, unfinished = tempfile.mkstemp(prefix=path.stem, suffix=".unfinished", dir=path.parent)
    os.close(handle)
    try:
        build(Path(unfinished))
        os.replace(unfinished, path)
    finally:
        Path(unfinished).unlink(missing_ok=True)
    return path
