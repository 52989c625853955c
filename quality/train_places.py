"""Fits the weights by which a name is told to be a place, on our own passages, and writes them as plain numbers.

    python -m quality.train_places

Reads the dev split of quality/gold/places.jsonl and quality/gold/names.jsonl; prints precision, recall and F1 in cross-validation by passage.
scikit-learn is needed here, never at run time.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

import contested.reference
from contested.annotate.places.candidates import Candidate, find_candidates
from contested.annotate.places.cues import load_cues
from contested.annotate.places.figures import FIGURES
from contested.language import SpacyParser, split_sentences
from contested.reference.gazetteer import Gazetteer
from contested.settings import Settings
from quality.places import Passage, load_gold

DATA = Path(contested.reference.__file__).parent / "data" / "places"
NAMES = Path(__file__).parent / "gold" / "names.jsonl"
LEAST = {"listed": 0.5, "unlisted": 0.65}
_STRENGTH, _FOLDS = 0.5, 6
_HEAD = """\
# Whether a name is a place here: two logistic regressions over the figures of annotate/places/figures.py, for names that the gazetteer knows and that it lacks.
# Made by `python -m quality.train_places`; not to be edited by hand. `least` is the chance that a name needs to be taken for a place.
"""

Rows = tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.int64]]


def passages() -> list[Passage]:
    """What may be trained on."""
    return [*load_gold("dev"), *(json.loads(line) for line in NAMES.read_text(encoding="utf-8").splitlines())]


def rows(told: Sequence[Passage]) -> dict[str, Rows]:
    """Figures, whether each is a place, and the passage it is of; for listed and unlisted names."""
    parser, gazetteer, cues = SpacyParser(Settings().language.pipeline), Gazetteer(), load_cues()
    texts = [(passage["text"], split_sentences(passage["text"])) for passage in told]
    found: dict[str, list[tuple[list[float], bool, int]]] = {"listed": [], "unlisted": []}
    for number, (passage, doc) in enumerate(zip(told, parser.parse(texts), strict=True)):
        candidates = find_candidates(passage["text"], doc, cues=cues, gazetteer=gazetteer, is_word=parser.is_word)
        for name, listed in (("listed", candidates.listed), ("unlisted", candidates.unlisted)):
            for candidate in listed:
                span = candidate.mention.span(doc)
                found[name].append((_row(candidate), _is_place(span.start, span.end, passage), number))
    return {name: (np.array([r[0] for r in got]), np.array([r[1] for r in got]), np.array([r[2] for r in got])) for name, got in found.items()}


def _row(candidate: Candidate) -> list[float]:
    unknown = candidate.figures.keys() - FIGURES.keys()
    assert not unknown, unknown
    return [candidate.figures.get(name, 0.0) for name in FIGURES]


def _is_place(start: int, end: int, passage: Passage) -> bool:
    return any(start < span[1] and span[0] < end for span in (*(t["span"] for t in passage["toponyms"]), *passage["ignore"]))


def main() -> int:
    fitted: dict[str, tuple[float, dict[str, float]]] = {}
    for name, (values, right, passage) in rows(passages()).items():
        print(f"{name:9} {len(right)} names, {int(right.sum())} of them places; in cross-validation {_crossed(values, right, passage, LEAST[name])}")
        model = _model().fit(values, right)
        fitted[name] = (float(model.intercept_[0]), dict(zip(FIGURES, (float(w) for w in model.coef_[0]), strict=True)))
    lines = [_HEAD, "[least]", *(f"{name} = {least}" for name, least in LEAST.items()), "", "[constant]"]
    lines += [f"{name} = {constant:.3f}" for name, (constant, _) in fitted.items()]
    for figure, says in FIGURES.items():
        lines += ["", f"[figure.{figure}] # {says}", *(f"{name} = {weights[figure]:.3f}" for name, (_, weights) in fitted.items())]
    (DATA / "recognition.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def _model() -> LogisticRegression:
    return LogisticRegression(C=_STRENGTH, max_iter=5000)


def _crossed(values: NDArray[np.float64], right: NDArray[np.bool_], passage: NDArray[np.int64], least: float) -> str:
    taken = np.zeros(len(right), dtype=bool)
    for train, test in GroupKFold(_FOLDS).split(values, right, passage):
        taken[test] = _model().fit(values[train], right[train]).predict_proba(values[test])[:, 1] >= least
    hits = int((taken & right).sum())
    precision, recall = hits / max(1, int(taken.sum())), hits / max(1, int(right.sum()))
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}"


if __name__ == "__main__":
    raise SystemExit(main())
