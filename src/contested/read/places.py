"""Where the files of a source lie: one path, everything below a folder, or whatever a pattern matches."""

import glob
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from contested.records import SetAside
from contested.reference.page_meta import meta_names

_STORY = "reports.jsonl"
_SKIPPED_FOLDERS = frozenset({"gold"})
_PAGES = frozenset({"html", "htm", "xhtml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file to read: its path as reached from the source, and the one path it really has."""

    path: Path
    real: Path


def find(source: str) -> Iterator[Found | SetAside]:
    """The files of one source, sorted. Hidden files, and folders named "gold", are passed over inside folders, and so is the folder
    of pictures and scripts beside a saved page ("Page.html", "Page_files").

    A folder with a `reports.jsonl` is a story: that file alone is read.
    """
    if not source or "\0" in source:
        yield SetAside(where=shown(source) or '""', reason="no such file")
    elif os.path.lexists(source):
        yield from _at(Path(source))
    elif matches := sorted(glob.glob(source, recursive=True)) if glob.has_magic(source) else []:
        for match in matches:
            yield from _at(Path(match))
    else:
        yield SetAside(where=shown(source), reason="no such file" if not glob.has_magic(source) else "no file matches")


def shown(path: str | Path) -> str:
    """A path as one line that any terminal, file and database takes: what no character can be made of, or ends the line, is U+FFFD."""
    words = os.fsencode(path).decode("utf-8", errors="replace")
    return "".join(character if character.isprintable() else "\ufffd" for character in words)


def _at(path: Path) -> Iterator[Found | SetAside]:
    try:
        mode = path.stat().st_mode
        real = path.resolve()
    except OSError as error:
        yield SetAside(where=shown(path), reason="no such file" if isinstance(error, FileNotFoundError) else (error.strerror or "unreadable").lower())
        return
    if stat.S_ISDIR(mode):
        yield from _below(path)
    elif stat.S_ISREG(mode):
        yield Found(path=path, real=real)
    else:
        yield SetAside(where=shown(path), reason="not a regular file")


def _below(folder: Path) -> Iterator[Found | SetAside]:
    found_any = False
    for found in _walk(folder):
        found_any = True
        yield found
    if not found_any:
        yield SetAside(where=shown(folder), reason="no files to read in this folder")


def _walk(folder: Path) -> Iterator[Found | SetAside]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield SetAside(where=shown(folder), reason="permission denied" if isinstance(error, PermissionError) else (error.strerror or "unreadable").lower())
        return
    if any(entry.name == _STORY and entry.is_file() for entry in entries):
        yield from _at(folder / _STORY)
        return
    resources = _resources(entries)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in _SKIPPED_FOLDERS and entry.name.casefold() not in resources:
                yield from _walk(Path(entry.path))
        elif not entry.is_dir():  # a link to a folder is not followed: it may lead back here
            yield from _at(Path(entry.path))


def _resources(entries: list[os.DirEntry[str]]) -> frozenset[str]:
    """The names that the folders have in which a browser lays the pictures and scripts of the pages it saves here."""
    stems = {stem for entry in entries if (stem := _page_stem(entry.name))}
    return frozenset(stem + ending for stem in stems for ending in meta_names("resources"))


def _page_stem(name: str) -> str | None:
    stem, dot, kind = name.casefold().rpartition(".")
    return stem if dot and kind in _PAGES else None
