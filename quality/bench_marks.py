"""Speed of places and times against the spaCy pipeline alone, on the same texts, in one run and one process.

    python -m quality.bench_marks [TEXTS.jsonl]

TEXTS holds one object with a "text" a line; without one the reports of our own corpus are read. Rounds alternate between the pipeline and the annotators,
so that a noisy machine slows both; the ratio of the medians is printed, with the seconds to open the gazetteer and the memory it takes.
Exit status 1 where one of them breaks its limit.
"""

import json
import resource
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from statistics import median

from contested.annotate.places import places_part
from contested.annotate.times import times_part
from contested.language import SpacyParser, split_sentences
from contested.records import Marks, Report
from contested.reference.gazetteer import Gazetteer
from contested.settings import Settings
from quality.corpus import read_story, story_folders

RATIO, OPENING, MEMORY = 0.35, 0.5, 250.0
"""Limits: times the pipeline; seconds; MiB."""

ROUNDS = 3


def texts_of(arguments: list[str]) -> list[str]:
    """The texts of a file, else of our own reports."""
    if arguments:
        return [json.loads(line)["text"] for line in Path(arguments[0]).read_text(encoding="utf-8").splitlines()]
    return [report["text"] for folder in story_folders() for report in read_story(folder).reports][:400]


def _opening() -> tuple[float, float]:
    """Seconds from nothing to the first answer, and MiB that the process holds more after a few; in a fresh process (Linux)."""
    code = (
        "import time; from pathlib import Path; from contested.reference.gazetteer import Gazetteer\n"
        "held = lambda: int(Path('/proc/self/statm').read_text().split()[1]) * 4096\n"
        "before, start, gazetteer = held(), time.perf_counter(), Gazetteer(); assert gazetteer.lookup('Kabul'); took = time.perf_counter() - start\n"
        "[gazetteer.lookup(name) for name in ('Hit', 'Paris', 'London', 'Tripoli', 'Herat')]; print(took, (held() - before) / 1048576)"
    )
    seconds, memory = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    return float(seconds), float(memory)


def main(arguments: list[str]) -> int:
    Gazetteer().lookup("Kabul")  # built, if it was not yet
    opening, memory = _opening()
    parser, times = SpacyParser(Settings().language.pipeline), times_part()
    texts = [(text, split_sentences(text)) for text in texts_of(arguments)]
    words = sum(text.count(" ") + 1 for text, _ in texts)
    list(parser.parse(texts[:8]))
    spent: dict[str, list[float]] = {"pipeline": [], "places": [], "times": []}
    for _ in range(ROUNDS):
        start = time.process_time()
        docs = list(parser.parse(texts))
        spent["pipeline"].append(time.process_time() - start)
        for name, part in (("places", places_part(Gazetteer(), parser.is_word)), ("times", times)):  # a gazetteer anew: names are looked up, not remembered
            start = time.process_time()
            for (text, sentences), doc in zip(texts, docs, strict=True):
                report = Report(id=sha256(text.encode()).hexdigest()[:16], name="bench", text=text, published="2031-03-06")
                part.annotate(report, doc, Marks(sentences=sentences))
            spent[name].append(time.process_time() - start)
    took = {name: median(seconds) for name, seconds in spent.items()}
    ratio = (took["places"] + took["times"]) / took["pipeline"]
    print(f"{len(texts)} texts, {words} words; peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    print(f"pipeline {took['pipeline']:.2f} s, places {took['places']:.2f} s, times {took['times']:.2f} s (CPU, median of {ROUNDS} rounds)")
    print(f"places and times / pipeline  {ratio:.2f}  (limit {RATIO})")
    print(f"opening the gazetteer        {opening:.2f} s  (limit {OPENING})")
    print(f"memory it takes              {memory:.0f} MiB  (limit {MEMORY:.0f})")
    return 0 if ratio <= RATIO and opening <= OPENING and memory <= MEMORY else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
