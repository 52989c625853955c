"""Speed of reading against the bare libraries, on the same made pages, in one run and one process.

    python -m quality.bench_read [PAGES]

Prints pages a second for each library alone and for ours, and their ratio. Exit status 1 where a ratio is below its floor.
"""

import gzip
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import trafilatura
from fastwarc.warc import ArchiveIterator, WarcRecordType

from contested.read import read
from contested.records import Report
from contested.settings import ReadSettings
from quality.bench_pages import SamplePage, sample_pages
from quality.reader_samples import answer, record

_ROUNDS = 3
_FETCHED = b"2025-06-01T10:00:00Z"  # after the last of the pages was published


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """`alone` and `ours` get a folder and the pages, make ready, and return the work to be timed: a call that does it all once and
    says how many pages it read. `floor`: what share of the library's speed ours must reach."""

    name: str
    against: str
    alone: Callable[[Path, list[SamplePage]], Callable[[], int]]
    ours: Callable[[Path, list[SamplePage]], Callable[[], int]]
    floor: float


def pages_alone(_: Path, pages: list[SamplePage]) -> Callable[[], int]:
    """trafilatura with its metadata, from bytes in memory."""
    raw = [page.html.encode() for page in pages]
    return lambda: sum(trafilatura.bare_extraction(one, with_metadata=True) is not None for one in raw)


def pages_ours(folder: Path, pages: list[SamplePage]) -> Callable[[], int]:
    """The whole of our reading, from files."""
    for i, page in enumerate(pages):
        (folder / f"{i:04}.html").write_text(page.html, encoding="utf-8")
    return lambda: sum(isinstance(item, Report) for item in read([str(folder)], ReadSettings()))


def archive_alone(folder: Path, pages: list[SamplePage]) -> Callable[[], int]:
    """fastwarc and trafilatura, with nothing around them."""
    path = _archive(folder, pages)
    return lambda: sum(
        trafilatura.bare_extraction(record.reader.read(), with_metadata=True) is not None
        for record in ArchiveIterator(str(path), record_types=WarcRecordType.response, parse_http=True)
    )


def archive_ours(folder: Path, pages: list[SamplePage]) -> Callable[[], int]:
    """The whole of our reading, from a web archive."""
    path = _archive(folder, pages)
    return lambda: sum(isinstance(item, Report) for item in read([str(path)], ReadSettings()))


def _archive(folder: Path, pages: list[SamplePage]) -> Path:
    """The pages as a crawler keeps them: record by record, packed with gzip."""
    path = folder / "pages.warc.gz"
    records = (record(answer(page.html.encode()), url=page.story.url.encode(), date=_FETCHED) for page in pages)
    path.write_bytes(b"".join(map(gzip.compress, records)))
    return path


MEASURES: tuple[Measure, ...] = (
    Measure(name="web pages", against="trafilatura", alone=pages_alone, ours=pages_ours, floor=0.8),
    Measure(name="web archives", against="fastwarc + trafilatura", alone=archive_alone, ours=archive_ours, floor=0.7),
)
"""What is measured. A new kind of source is a line here."""


def speeds(works: tuple[Callable[[], int], ...], count: int) -> list[float]:
    """Pages a second of each work, the best of some rounds in turn, after one that loads what is loaded once.

    Raises ValueError where a page was not read.
    """
    for work in works:
        if (done := work()) != count:
            raise ValueError(f"{done} of {count} pages were read: nothing is measured")
    best = [float("inf")] * len(works)
    for _ in range(_ROUNDS):
        for i, work in enumerate(works):
            start = time.perf_counter()
            work()
            best[i] = min(best[i], time.perf_counter() - start)
    return [count / seconds for seconds in best]


def main(arguments: list[str]) -> int:
    pages = sample_pages(int(arguments[0]) if arguments else 300)
    print(f"pages {len(pages)}, {sum(len(page.html) for page in pages) / len(pages) / 1000:.0f} kB each")
    status = 0
    for measure in MEASURES:
        with TemporaryDirectory() as theirs, TemporaryDirectory() as own:
            alone, ours = speeds((measure.alone(Path(theirs), pages), measure.ours(Path(own), pages)), len(pages))
        print(f"{measure.name:12} {measure.against} alone {alone:7.1f}/s   ours {ours:7.1f}/s   ratio {ours / alone:5.2f} (at least {measure.floor:.2f})")
        if ours / alone < measure.floor:
            print(f"bench_read: {measure.name}: {ours / alone:.2f} is below {measure.floor:.2f}", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
