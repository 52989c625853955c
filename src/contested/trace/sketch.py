"""All reports as numbers: what candidates are found by. Some tens of bytes a word, so that a hundred thousand reports fit into memory."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from contested.records import Report
from contested.trace.words import WORD, read_word

Numbers = NDArray[np.uint64]
Hashes = NDArray[np.uint32]
Indices = NDArray[np.int64]

PERMUTATIONS = 64

_SEED = 20
_CHUNK = 2000
_MIX = np.uint64(0x9E3779B97F4A7C15)
_LOW = np.uint64(0xFFFFFFFF)
_HALF = np.uint64(32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketches:
    """Of many reports at once, row by row one after the other; `*_rows[i] : *_rows[i + 1]` are those of report i.

    digests  the MinHash of each report's runs of five words, shape (reports, PERMUTATIONS)
    has_runs  whether a report is long enough to have any
    stems  the different words of content (their stems), as hashes, sorted
    pairs  the different pairs of neighbouring words of content, as hashes, sorted
    words  how many words each report has
    """

    digests: NDArray[np.uint32]
    has_runs: NDArray[np.bool_]
    stems: Hashes
    stem_rows: Indices
    pairs: Hashes
    pair_rows: Indices
    words: Indices

    def stems_of(self, report: int) -> Hashes:
        return self.stems[self.stem_rows[report] : self.stem_rows[report + 1]]


def sketch(reports: Sequence[Report], *, run: int) -> Sketches:
    """The sketches of reports, in their order. Furniture is left out. `run`: words in a run."""
    parts = [_chunk(reports[at : at + _CHUNK], run) for at in range(0, len(reports), _CHUNK)] or [_chunk((), run)]
    return Sketches(
        digests=np.concatenate([part.digests for part in parts]), has_runs=np.concatenate([part.has_runs for part in parts]),
        stems=np.concatenate([part.stems for part in parts]), stem_rows=_joined([part.stem_rows for part in parts]),
        pairs=np.concatenate([part.pairs for part in parts]), pair_rows=_joined([part.pair_rows for part in parts]),
        words=np.concatenate([part.words for part in parts]),
    )  # fmt: skip


def _chunk(reports: Sequence[Report], run: int) -> Sketches:
    counts, flat = [], []
    for report in reports:
        numbers = [_numbered(word) for piece in _told(report) for word in WORD.findall(piece)]
        counts.append(len(numbers))
        flat.extend(numbers)
    both = np.array(flat, dtype=np.uint64)
    words = np.array(counts, dtype=np.int64)
    owner = np.repeat(np.arange(len(words), dtype=np.uint64), words)
    runs, run_rows = _runs(both >> _HALF, owner, len(words), run)
    content = both & _LOW
    is_content = content != 0
    content, owner = content[is_content], owner[is_content]
    stems, stem_rows = _different(content, owner, len(words))
    together = owner[1:] == owner[:-1] if len(owner) else np.zeros(0, dtype=bool)
    neighbours = ((content[:-1] * _MIX) ^ content[1:])[together] & _LOW
    pairs, pair_rows = _different(neighbours, owner[1:][together] if len(owner) else owner, len(words))
    digests = RMinHash.digest_matrix_from_flat_token_hashes(runs, run_rows.astype(np.uint64), PERMUTATIONS, _SEED)
    return Sketches(
        digests=np.array(digests.to_rows(), dtype=np.uint32).reshape(len(words), PERMUTATIONS), has_runs=np.diff(run_rows) > 0,
        stems=stems, stem_rows=stem_rows, pairs=pairs, pair_rows=pair_rows, words=words,
    )  # fmt: skip


def _told(report: Report) -> Iterator[str]:
    """The text between the furniture."""
    at = 0
    for span in report.furniture:
        yield report.text[at : span.start]
        at = max(at, span.end)
    yield report.text[at:]


@lru_cache(maxsize=1 << 18)
def _numbered(word: str) -> int:
    """The hash of a word in the upper half, that of its stem in the lower; 0 there for a word without content."""
    stem, lower, _, _, content = read_word(word)
    return (crc32(lower.encode()) << 32) | (crc32(stem.encode()) or 1 if content else 0)


def _runs(words: Numbers, owner: Numbers, reports: int, run: int) -> tuple[Numbers, Indices]:
    """A report shorter than a run has none."""
    if len(words) < run:
        return np.zeros(0, dtype=np.uint64), np.zeros(reports + 1, dtype=np.int64)
    mixed = np.zeros(len(words) - run + 1, dtype=np.uint64)
    for at in range(run):
        mixed = (mixed ^ words[at : at + len(mixed)]) * _MIX
    whole = owner[: len(mixed)] == owner[run - 1 :]
    return mixed[whole], _rows(owner[: len(mixed)][whole], reports)


def _different(values: Numbers, owner: Numbers, reports: int) -> tuple[Hashes, Indices]:
    """Each value once a report."""
    both = np.unique((owner << _HALF) | values)
    return (both & _LOW).astype(np.uint32), _rows(both >> _HALF, reports)


def _rows(owner: Numbers, reports: int) -> Indices:
    return np.searchsorted(owner, np.arange(reports + 1, dtype=np.uint64)).astype(np.int64)


def _joined(rows: Sequence[Indices]) -> Indices:
    joined = [rows[0]]
    for part in rows[1:]:
        joined.append(part[1:] + joined[-1][-1])
    return np.concatenate(joined)
