"""Speed and memory: the whole way against the parser alone, on the same generated reports, in one run and one process.

    python -m quality.bench [REPORTS]

Prints seconds for `nlp.pipe` alone and for `contested build`, their ratio, the time to the first result of a fresh process, and the peak memory.
"""

import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from contested.assembly import build
from contested.language import SpacyParser
from contested.settings import Settings
from quality.corpus import CORPUS, read_story

_NAMES = (
    "Arvenholt", "Bresk", "Caldmoor", "Dunwick", "Esterbrook", "Farrow", "Galveth", "Harsk", "Ilmere", "Jorvan", "Kestrel Ford", "Lorne", "Morvay",
    "Nethercote", "Oskarn", "Pellworth", "Quarrin", "Rethmoor",
)


def varied_reports(count: int, *, seed: int = 7) -> list[dict[str, str]]:
    """Reports made of our own stories: names and numbers changed, paragraphs in another order; the same for the same seed."""
    chance = random.Random(seed)
    stories = [report for folder in sorted(p.parent for p in CORPUS.glob("*/story.json")) for report in read_story(folder).reports]
    made = []
    for i in range(count):
        report = stories[i % len(stories)]
        paragraphs = [part for part in report["text"].split("\n\n") if part.strip()]
        body = paragraphs[1:]
        chance.shuffle(body)
        words = [_varied(word, chance) for word in "\n\n".join([*paragraphs[:1], *body]).split(" ")]
        made.append({"id": f"bench-{i}", "text": " ".join(words), "published": f"2031-{1 + i % 12:02}-{1 + i % 28:02}"})
    return made


def _varied(word: str, chance: random.Random) -> str:
    if word.isdigit() and len(word) <= 3:
        return str(max(2, int(word) + chance.randint(-3, 9)))
    if word[:1].isupper() and word[1:].islower() and len(word) > 6 and chance.random() < 0.15:
        return chance.choice(_NAMES)
    return word


def parse_alone(texts: list[str]) -> float:
    """Seconds that the bare pipeline takes for the texts, loading not counted."""
    import spacy

    nlp = spacy.load(Settings().language.pipeline)
    list(nlp.pipe(texts[:8]))
    start = time.perf_counter()
    for _ in nlp.pipe(texts):
        pass
    return time.perf_counter() - start


def build_all(reports: list[dict[str, str]]) -> float:
    """Seconds that the whole way takes for the same reports, machines warm."""
    with TemporaryDirectory() as folder:
        warm, source = Path(folder) / "warm.jsonl", Path(folder) / "reports.jsonl"
        warm.write_text(json.dumps(reports[0]) + "\n", encoding="utf-8")
        source.write_text("".join(json.dumps(report) + "\n" for report in reports), encoding="utf-8")
        build([warm], store=Path(folder) / "warm.db")
        start = time.perf_counter()
        build([source], store=Path(folder) / "bench.db")
        whole = time.perf_counter() - start
    return whole - load_time()


def load_time() -> float:
    """Seconds to load the pipeline once more, which `build` does and the bare parse above does not count."""
    start = time.perf_counter()
    list(SpacyParser(Settings().language.pipeline).parse([("", ())]))
    return time.perf_counter() - start


def first_result() -> float:
    """Seconds from the start of a fresh process to the inspected first report, caches filled."""
    story = CORPUS / "siege" / "reports.jsonl"
    with TemporaryDirectory() as folder:
        one = Path(folder) / "one.jsonl"
        one.write_text(story.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
        command = [sys.executable, "-m", "contested", "inspect", str(one), "--json"]
        subprocess.run(command, check=True, capture_output=True)
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - start


def main(arguments: list[str]) -> int:
    reports = varied_reports(int(arguments[0]) if arguments else 400)
    words = sum(len(report["text"].split()) for report in reports)
    alone = parse_alone([report["text"] for report in reports])
    whole = build_all(reports)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"reports {len(reports)}, words {words}")
    print(f"nlp.pipe alone     {alone:8.2f} s")
    print(f"contested build    {whole:8.2f} s")
    print(f"ratio              {whole / alone:8.2f}   (at most 2.50)")
    print(f"first result       {first_result():8.2f} s (under 6)")
    print(f"peak memory        {peak:8.0f} MiB (under 1229)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
