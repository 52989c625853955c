"""Speed and memory: the whole way against the parser alone, on the same generated reports, in one run and one process.

    python -m quality.bench [REPORTS]

Prints seconds for `nlp.pipe` alone and for the whole way (read, trace, annotate, extract, merge, assess, control, store), their ratio, the time to the
first result of a fresh process, and the peak memory. Exit status 1 where one of them breaks its limit.
"""

import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from contested.assembly import assemble, reports_of
from contested.pipeline import run
from contested.settings import Settings
from contested.store import open_store
from quality.corpus import CORPUS, read_story

RATIO, FIRST_RESULT, PEAK = 2.50, 6.0, 1229.0
"""Limits: times the bare parse; seconds; MiB."""

_RUN_AT = "2031-12-31T00:00:00Z"

_NAMES = (
    "Arvenholt", "Bresk", "Caldmoor", "Dunwick", "Esterbrook", "Farrow", "Galveth", "Harsk", "Ilmere", "Jorvan", "Kestrel Ford", "Lorne", "Morvay",
    "Nethercote", "Oskarn", "Pellworth", "Quarrin", "Rethmoor",
)


def varied_reports(count: int, *, seed: int = 7) -> list[dict[str, str]]:
    """Reports made of our own stories, no two alike: names and numbers changed, paragraphs in another order; the same for the same seed."""
    chance = random.Random(seed)
    stories = [report for folder in sorted(p.parent for p in CORPUS.glob("*/story.json")) for report in read_story(folder).reports]
    seen = {report["text"] for report in stories}
    made = []
    for i in range(count):
        text = _unlike(stories[i % len(stories)]["text"], seen, chance)
        seen.add(text)
        made.append({"id": f"bench-{i}", "text": text, "published": f"2031-{1 + i % 12:02}-{1 + i % 28:02}"})
    return made


def _unlike(text: str, seen: set[str], chance: random.Random) -> str:
    """The text varied until it is none of those seen. One without names and numbers enough gets a sentence that has some."""
    for share in (0.15, 0.3, 0.6, 1.0):
        varied = _varied(text, chance, share=share)
        if varied not in seen:
            return varied
    more = f"A reader in {chance.choice(_NAMES)} and {chance.randint(2, 99)} others in {chance.choice(_NAMES)} wrote to say so."
    return _unlike(f"{text}\n\n{more}", seen, chance)


def _varied(text: str, chance: random.Random, *, share: float) -> str:
    paragraphs = [part for part in text.split("\n\n") if part.strip()]
    body = paragraphs[1:]
    chance.shuffle(body)
    return " ".join(_varied_word(word, chance, share=share) for word in "\n\n".join([*paragraphs[:1], *body]).split(" "))


def _varied_word(word: str, chance: random.Random, *, share: float) -> str:
    if word.isdigit() and len(word) <= 3:
        return str(max(2, int(word) + chance.randint(-3, 9)))
    if word[:1].isupper() and word[1:].islower() and len(word) > 6 and chance.random() < share:
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


def whole_way(reports: list[dict[str, str]]) -> float:
    """Seconds from files to a filled store for the same reports, with parts that have seen a report before."""
    settings = Settings()
    parts = assemble(settings)
    with TemporaryDirectory() as folder:
        warm, source = Path(folder) / "warm.jsonl", Path(folder) / "reports.jsonl"
        warm.write_text(json.dumps(reports[0]) + "\n", encoding="utf-8")
        source.write_text("".join(json.dumps(report) + "\n" for report in reports), encoding="utf-8")
        with open_store(Path(folder) / "warm.db") as store:
            run(reports_of([warm], settings=settings), parts, store, run_at=_RUN_AT)
        start = time.perf_counter()
        with open_store(Path(folder) / "bench.db") as store:
            tally = run(reports_of([source], settings=settings), parts, store, run_at=_RUN_AT)
        seconds = time.perf_counter() - start
    if tally.new != len(reports):
        raise ValueError(f"{tally.new} of {len(reports)} reports were kept: nothing is measured")
    return seconds


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


def broken_limits(*, ratio: float, first: float, peak: float) -> list[str]:
    """What to say of each limit that is broken."""
    measured = (("ratio", ratio, RATIO, ""), ("first result", first, FIRST_RESULT, " s"), ("peak memory", peak, PEAK, " MiB"))
    return [f"{name}: {value:.2f}{unit} is above {limit:.2f}{unit}" for name, value, limit, unit in measured if value > limit]


def main(arguments: list[str]) -> int:
    reports = varied_reports(int(arguments[0]) if arguments else 400)
    words = sum(len(report["text"].split()) for report in reports)
    alone = parse_alone([report["text"] for report in reports])
    whole = whole_way(reports)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    first = first_result()
    print(f"reports {len(reports)}, words {words}")
    print(f"nlp.pipe alone     {alone:8.2f} s")
    print(f"the whole way      {whole:8.2f} s")
    print(f"ratio              {whole / alone:8.2f}   (at most {RATIO:.2f})")
    print(f"first result       {first:8.2f} s (at most {FIRST_RESULT:.0f})")
    print(f"peak memory        {peak:8.0f} MiB (at most {PEAK:.0f})")
    broken = broken_limits(ratio=whole / alone, first=first, peak=peak)
    for failure in broken:
        print(f"bench: {failure}", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
