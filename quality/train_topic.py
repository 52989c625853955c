"""Fits the weights that tell a report of war from one of peaceful life, on our own stories and passages, and writes them as plain numbers.

    python -m quality.train_topic

Reads the stories of the splits train and dev, and quality/gold/topics.jsonl but for its split test; prints recall of both sides in cross-validation by
story, and on what was held out. No word of war may speak for peace, nor one of peace for war. SciPy and scikit-learn are needed here, never at run time.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.model_selection import GroupKFold

import contested.reference
from contested.assembly import assemble
from contested.extract.scene import lemmas_of, named_armed_groups
from contested.extract.topic import FEWEST, FIGURES, figures_of, telling_words
from contested.language import split_sentences
from contested.pipeline import through
from contested.records import Report
from contested.reference.ontology import load_ontology
from contested.settings import Settings
from quality.corpus import read_story, story_folders

OUT = Path(contested.reference.__file__).parent / "data" / "topic" / "war.toml"
PASSAGES = Path(__file__).parent / "gold" / "topics.jsonl"
LEAST, OPEN = 0.4, 0.15
_STRENGTH, _STRENGTH_OF_WORDS, _STORIES, _FOLDS = 0.8, 20.0, 8, 6
_OF_PEACE = frozenset({"domain", "domain_kinds", "peace"})
_HEAD = """\
# Whether a report tells of war or unrest: a logistic regression over the figures of extract/topic.py and over words that many of our stories have.
# Made by `python -m quality.train_topic`; not to be edited by hand. `least`: the chance that everyday words of war need to be read as its events;
# `open`: the chance below which a report makes no claims at all.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text, whether it tells of war or unrest, the story it is of, and whether it is held out."""

    text: str
    war: bool
    story: str
    held_out: bool


def examples() -> list[Example]:
    """All that we wrote: stories, and passages on topics."""
    found = []
    for folder in story_folders():
        story = read_story(folder)
        for report in story.reports:
            gold = story.gold.get(report["id"])
            peaceful = gold is not None and not gold["claims"]
            found.append(Example(text=report["text"], war=not peaceful, story=folder.name, held_out=story.card["split"] == "test"))
    for line in PASSAGES.read_text(encoding="utf-8").splitlines() if PASSAGES.exists() else ():
        passage = json.loads(line)
        found.append(Example(text=passage["text"], war=passage["war"], story=passage["id"], held_out=passage["split"] == "test"))
    return found


def rows(told: Sequence[Example]) -> tuple[NDArray[np.float64], list[frozenset[str]]]:
    """The figures and the telling words of each example."""
    parts, ontology = assemble(Settings()), load_ontology()
    reports = [Report(id=str(i), name=str(i), text=example.text) for i, example in enumerate(told)]
    docs = parts.parser.parse((report.text, split_sentences(report.text)) for report in reports)
    made, words = [], []
    for inspected, doc in zip(through(reports, parts), docs, strict=True):
        figures = figures_of(lemmas_of(doc, ontology), armed=len(named_armed_groups(inspected.marks)), ontology=ontology)
        made.append([figures[name] for name in FIGURES])
        words.append(telling_words(doc, ontology))
    return np.array(made), words


def vocabulary(told: Sequence[Example], words: Sequence[frozenset[str]]) -> list[str]:
    """The words that several stories have: a word of one story would only teach that story."""
    seen = Counter(word for word, _ in {(word, example.story) for example, own in zip(told, words, strict=True) for word in own})
    return sorted(word for word, times in seen.items() if times >= _STORIES)


def columns(figures: NDArray[np.float64], words: Sequence[frozenset[str]], known: Sequence[str]) -> NDArray[np.float64]:
    """Figures, then the share of each known word among the known words of its text."""
    at = {word: i for i, word in enumerate(known)}
    shares = np.zeros((len(words), len(known)))
    for row, own in zip(shares, words, strict=True):
        found = [at[word] for word in own if word in at]
        row[found] = 1 / np.sqrt(max(FEWEST, len(found)))
    return np.hstack([figures, shares])


def fitted(table: NDArray[np.float64], war: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Constant and weights of a logistic regression, both sides counting alike, each weight of a figure of the sign that it may have."""
    counts = np.where(war, 0.5 / war.mean(), 0.5 / (1 - war.mean()))
    side = np.where(war, 1.0, -1.0)
    free = table.shape[1] - len(FIGURES)
    hold = np.concatenate([np.full(len(FIGURES), 1 / _STRENGTH), np.full(free, 1 / _STRENGTH_OF_WORDS)])

    def loss(point: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margin = (table @ point[1:] + point[0]) * side
        slope = -counts * side / (1 + np.exp(margin))
        gradient = np.concatenate([[slope.sum()], table.T @ slope + hold * point[1:]])
        return float((counts * np.logaddexp(0, -margin)).sum() + (hold * point[1:] ** 2).sum() / 2), gradient

    bounds = [(None, None), *((None, 0.0) if name in _OF_PEACE else (0.0, None) for name in FIGURES), *([(None, None)] * free)]
    found: NDArray[np.float64] = minimize(loss, np.zeros(table.shape[1] + 1), jac=True, bounds=bounds, method="L-BFGS-B").x
    return found


def chances(point: NDArray[np.float64], table: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1 / (1 + np.exp(-(table @ point[1:] + point[0]))))


def main() -> None:
    told = examples()
    figures, words = rows(told)
    kept = np.array([not example.held_out for example in told])
    known = vocabulary([e for e in told if not e.held_out], [own for own, keep in zip(words, kept, strict=True) if keep])
    table, war = columns(figures, words, known), np.array([example.war for example in told])
    groups = np.unique([example.story for example in told if not example.held_out], return_inverse=True)[1]
    crossed = np.zeros(int(kept.sum()))
    for fold, rest in GroupKFold(_FOLDS).split(table[kept], war[kept], groups):
        crossed[rest] = chances(fitted(table[kept][fold], war[kept][fold]), table[kept][rest])
    _print("cross-validated", war[kept], crossed)
    point = fitted(table[kept], war[kept])
    if not kept.all():
        _print("held out", war[~kept], chances(point, table[~kept]))
    own, others = point[1 : 1 + len(FIGURES)], point[1 + len(FIGURES) :]
    weights = "\n".join(f"{name} = {weight:.3f} # {FIGURES[name]}" for name, weight in zip(FIGURES, own, strict=True))
    by_word = "\n".join(f"{json.dumps(word, ensure_ascii=False)} = {weight:.2f}" for word, weight in zip(known, others, strict=True))
    head = f"{_HEAD}\nleast = {LEAST}\nopen = {OPEN}\nconstant = {point[0]:.3f}\n"
    OUT.write_text(f"{head}\n[figure]\n{weights}\n\n[word]\n{by_word}\n", encoding="utf-8")


def _print(what: str, war: Iterable[bool], chances: Iterable[float]) -> None:
    """How many of both sides are told right at both limits."""
    pairs = list(zip(war, chances, strict=True))
    for limit in (OPEN, LEAST):
        of_war, of_peace = ([chance for is_war, chance in pairs if is_war == side] for side in (True, False))
        right_war, right_peace = sum(chance >= limit for chance in of_war), sum(chance < limit for chance in of_peace)
        print(f"{what}, at {limit}: war {right_war} of {len(of_war)}, peace {right_peace} of {len(of_peace)}")


if __name__ == "__main__":
    main()
