"""Checks the stories we wrote: `python -m quality.corpus [FOLDER]`.

FOLDER is the corpus or one story of it; without one the whole corpus is checked, and that every event type occurs.
Exit status 0: nothing to object to; 1: problems, one a line, file first; 2: there is nothing to check.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quality.corpus_checks import Problem, Story, check_story, problems_in

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"
TYPES = ROOT / "src" / "contested" / "reference" / "data" / "ontology" / "types.tsv"

# Kin reports repeat one another by nature; a frame met in more groups than this is a writer's habit that a system could learn by heart.
FRAME_LIMIT = 2
FRAME_WORDS = 4


def story_folders(root: Path = CORPUS) -> list[Path]:
    """Every story below a corpus, those in groups (corpus/retold) too; sorted."""
    return sorted(path.parent for pattern in ("*/story.json", "*/*/story.json") for path in root.glob(pattern))


def read_story(folder: Path) -> Story:
    """Read a story's files. Raises OSError, ValueError (not JSON) or KeyError (no id or text) where they cannot be read at all."""

    def load(name: str, otherwise: Any) -> Any:
        path = folder / name
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else otherwise

    card = json.loads((folder / "story.json").read_text(encoding="utf-8"))
    reports = [json.loads(line) for line in (folder / "reports.jsonl").read_text(encoding="utf-8").splitlines() if line.strip()]
    for report in reports:
        report["id"], report["text"]  # a report without them cannot be checked
    gold, second = (
        {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((folder / name).glob("*.json"))} for name in ("gold", "second")
    )
    for found in (*gold.values(), *second.values()):
        found["claims"]
    places = None
    if card.get("places_file"):
        rows = [line.split("\t") for line in (folder / card["places_file"]).read_text(encoding="utf-8").splitlines()[1:]]
        places = frozenset(row[0] for row in rows)
    lineage, holdings = load("lineage.json", {}), load("holdings.json", [])
    return Story(folder=folder, card=card, reports=reports, gold=gold, second=second, lineage=lineage, holdings=holdings, places=places)


def check_together(stories: list[Story]) -> Iterator[Problem]:
    """What can only be told from several stories: ids shared, a conflict in two splits, sentence frames used too often."""
    splits: dict[str, set[str]] = defaultdict(set)
    reports: Counter[str] = Counter()
    events: dict[str, set[str]] = defaultdict(set)
    for story in stories:
        splits[str(story.card.get("conflict"))].add(str(story.card.get("split")))
        reports.update(story.texts.keys())
        for gold in story.gold.values():
            for claim in gold["claims"]:
                events[claim["event"]].add(story.folder.name)
    home = stories[0].folder.parent
    for conflict, found in splits.items():
        if len(found) > 1:
            yield Problem(file=home, reason=f"conflict {conflict!r} stands in several splits: {', '.join(sorted(found))}")
    for name, times in reports.items():
        if times > 1:
            yield Problem(file=home, reason=f"report id {name!r} is used {times} times")
    for event, folders in events.items():
        if len(folders) > 1:
            yield Problem(file=home, reason=f"event id {event!r} is used in several stories: {', '.join(sorted(folders))}")
    yield from problems_in(home, _frames(stories))


def check_coverage(stories: list[Story], types: frozenset[str]) -> Iterator[Problem]:
    """Every event type is met at least twice."""
    met = Counter(claim["event_type"] for story in stories for gold in story.gold.values() for claim in gold["claims"])
    for name in sorted(types):
        if met[name] < 2:
            yield Problem(file=stories[0].folder.parent, reason=f"event type {name!r} is met {met[name]} times, expected at least 2")


def event_types(path: Path = TYPES) -> frozenset[str]:
    return frozenset(line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines()[1:] if line and not line.startswith("#"))


def frame(sentence: str) -> str | None:
    """The sentence with capitalised words and numbers masked, None where too few words are left to call it a frame."""
    tokens = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d,.:]*(?:st|nd|rd|th)?", sentence)
    masked = ["_" if token[0].isdigit() or token[0].isupper() else token for token in tokens]
    joined = [token for i, token in enumerate(masked) if token != "_" or i == 0 or masked[i - 1] != "_"]
    return " ".join(joined) if sum(token != "_" for token in joined) >= FRAME_WORDS else None


def _frames(stories: list[Story]) -> Iterator[str]:
    groups: dict[str, set[str]] = defaultdict(set)
    for story in stories:
        origin = {name: group["id"] for group in story.lineage.get("origins", []) for name in group["reports"]}
        for name, text in story.texts.items():
            for sentence in re.split(r"(?<=[.!?”])\s+|\n+", text):
                if masked := frame(sentence):
                    groups[masked].add(f"{story.folder.name}/{origin.get(name, name)}")
    for masked, found in groups.items():
        if len(found) > FRAME_LIMIT:
            yield f"one sentence frame in {len(found)} places ({', '.join(sorted(found))}): {masked}"


def main(argv: list[str] | None = None) -> int:
    arguments = sys.argv[1:] if argv is None else argv
    root = Path(arguments[0]) if arguments else CORPUS
    folders = [root] if (root / "story.json").exists() else story_folders(root)
    if not folders:
        print(f"{root}: no story here", file=sys.stderr)
        return 2
    types, stories, problems = event_types(), [], []
    for folder in folders:
        try:
            stories.append(read_story(folder))
        except (OSError, ValueError, KeyError) as error:
            problems.append(Problem(file=folder, reason=f"cannot be read: {error!r}"))
    for story in stories:
        found = list(check_story(story, types))
        problems += found
        print(f"{story.folder.name}: {len(story.reports)} reports, {sum(len(g['claims']) for g in story.gold.values())} claims, {len(found)} problems")
    if stories:
        problems += check_together(stories)
    if stories and not arguments:
        problems += check_coverage(stories, types)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(stories)} stories checked, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
