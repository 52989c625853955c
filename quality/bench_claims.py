"""Speed of everything between the parse and the claims, against spaCy's own pipeline on the same texts, in one run and one process.

    python -m quality.bench_claims [TEXTS.jsonl]

TEXTS holds one object with a "text" a line; without one, reports of our own corpus are read. Rounds alternate, so that a noisy machine slows both; CPU time is
taken and medians are compared. Then one long report, of reports joined, is read whole at two lengths: its time must grow no faster than its length.
Exit status 1 where a limit is broken.
"""

import sys
import time
from collections import defaultdict
from dataclasses import replace
from statistics import median

import spacy

from contested.assembly import assemble
from contested.language import split_sentences
from contested.pipeline import Parts, through
from contested.records import Marks, Report
from contested.settings import Settings
from quality.bench_marks import texts_of

RATIO, LONG_S, LONG_CHARACTERS = 1.0, 20.0, 300_000
ROUNDS, TEXTS = 3, 200


def main(arguments: list[str]) -> int:
    parts, alone = assemble(Settings()), spacy.load(Settings().language.pipeline)
    texts = texts_of(arguments)[:TEXTS]
    reports = [Report(id=str(i), name="bench", text=text, published="2031-03-06") for i, text in enumerate(texts)]
    list(alone.pipe(texts[:4]))
    spent: dict[str, list[float]] = defaultdict(list)
    for _ in range(ROUNDS):
        start = time.process_time()
        list(alone.pipe(texts))
        spent["pipeline"].append(time.process_time() - start)
        for name, seconds in _marked_and_claimed(reports, parts).items():
            spent[name].append(seconds)
    took = {name: median(seconds) for name, seconds in spent.items()}
    pipeline = took.pop("pipeline")
    ratio = sum(took.values()) / pipeline
    print(f"{len(texts)} texts, {sum(text.count(' ') + 1 for text in texts)} words (CPU, median of {ROUNDS} rounds)")
    print(f"pipeline {pipeline:.2f} s; " + ", ".join(f"{name} {seconds:.2f}" for name, seconds in took.items()))
    print(f"annotate and extract / pipeline  {ratio:.2f}  (limit {RATIO})")
    short, long = (_whole(texts, parts, characters) for characters in (LONG_CHARACTERS // 3, LONG_CHARACTERS))
    print(f"one report of {LONG_CHARACTERS // 3} characters {short:.1f} s, of {LONG_CHARACTERS} characters {long:.1f} s  (limit {LONG_S:.0f})")
    return 0 if ratio <= RATIO and long <= LONG_S else 1


def _marked_and_claimed(reports: list[Report], parts: Parts) -> dict[str, float]:
    """CPU seconds of every annotator and of extraction, over all reports."""
    sentences = [split_sentences(report.text) for report in reports]
    docs = list(parts.parser.parse((report.text, spans) for report, spans in zip(reports, sentences, strict=True)))
    spent: dict[str, float] = defaultdict(float)
    for report, spans, doc in zip(reports, sentences, docs, strict=True):
        marks = Marks(sentences=spans)
        for part in parts.annotators:
            start = time.process_time()
            marks = replace(marks, **{part.gives: part.annotate(report, doc, marks)})
            spent[part.gives] += time.process_time() - start
        start = time.process_time()
        parts.extract(report, doc, marks)
        spent["claims"] += time.process_time() - start
    return spent


def _whole(texts: list[str], parts: Parts, characters: int) -> float:
    """Seconds for one long report, the parse included."""
    joined = "\n\n".join(texts)
    text = "\n\n".join([joined] * (characters // len(joined) + 1))[:characters]
    start = time.process_time()
    list(through([Report(id="long", name="bench", text=text, published="2031-03-06")], parts))
    return time.process_time() - start


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
