"""Speed and memory of tracing, against reading and splitting the same number of reports, in one run.

    python -m quality.bench_trace [REPORTS]

Makes REPORTS (20,000) reports of some 400 words: of ten, seven tell a story of their own, two are trimmed copies and one re-words another; reads them
from JSON lines, and three hundred pages for what reading costs where reports come as pages; splits them into sentences; traces half of them, then all.
Prints seconds, tracing as a share of reading and splitting (pages: with a limit; JSON lines, which cost next to nothing to read: without), the growth
from half to all, and the peak memory. Exit status 1 where one of them breaks its limit.
"""

import json
import resource
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from contested.language import split_sentences
from contested.language.encoder import Encoder, open_encoder
from contested.read import read
from contested.records import Lineage, Report
from contested.settings import ReadSettings
from contested.trace import trace
from quality.bench_pages import sample_pages
from quality.bench_read import pages_ours
from quality.bench_words import Writer

RATIO, GROWTH, PEAK = 1.0, 2.2, 2048.0
"""Limits: tracing as a share of reading pages and splitting; time for twice the reports; MiB."""

_PAGES = 300


def main(arguments: list[str]) -> int:
    count = int(arguments[0]) if arguments else 20_000
    with TemporaryDirectory() as folder:
        source = Path(folder) / "reports.jsonl"
        with source.open("w", encoding="utf-8") as out:
            for line in Writer(seed=11).reports(count):
                out.write(json.dumps(line) + "\n")
        start = time.perf_counter()
        reports = [item for item in read([str(source)], ReadSettings()) if isinstance(item, Report)]
        reading = time.perf_counter() - start
        (Path(folder) / "pages").mkdir()
        read_pages = pages_ours(Path(folder) / "pages", sample_pages(_PAGES))
        start = time.perf_counter()
        were_read = read_pages()
        paging = (time.perf_counter() - start) * count / were_read
    start = time.perf_counter()
    sentences = sum(len(split_sentences(report.text, report.furniture)) for report in reports)
    splitting = time.perf_counter() - start
    print(f"{len(reports)} reports, {sentences} sentences: read from JSON lines in {reading:.1f} s, from pages {paging:.1f} s; split in {splitting:.1f} s")
    encoder = open_encoder()
    half, _ = _timed(reports[: count // 2], encoder)
    whole, lineage = _timed(reports, encoder)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    ratio, growth = whole / (paging + splitting), whole / half
    origins = len(set(dict(lineage.origins).values()))
    print(f"traced {count // 2} in {half:.1f} s, {count} in {whole:.1f} s: {len(lineage.kinships)} kinships, {origins} origins")
    print(f"tracing / (pages + splitting)    {ratio:.2f} (limit {RATIO})")
    print(f"tracing / (lines + splitting)    {whole / (reading + splitting):.2f}")
    print(f"twice the reports take           {growth:.2f} times as long (limit {GROWTH})")
    print(f"peak memory                      {peak:.0f} MiB (limit {PEAK:.0f})")
    return int(ratio > RATIO or growth > GROWTH or peak > PEAK)


def _timed(reports: list[Report], encoder: Encoder | None) -> tuple[float, Lineage]:
    start = time.perf_counter()
    lineage = trace(reports, encoder=encoder)
    return time.perf_counter() - start, lineage


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
