"""Files that the commands leave behind."""

from pathlib import Path

from contested.errors import CallError


def write_page(path: Path, page: str) -> None:
    """Raises CallError, which names the file, where it cannot be written."""
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise CallError(f"{path}: cannot be written ({(error.strerror or str(error)).lower()})") from error
