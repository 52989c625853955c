"""Fits the weights by which sentences are paired and relations decided, on the stories of corpus/retold (split train), and writes them as plain numbers.

    python -m quality.train_lineage

Prints how the relations come out in cross-validation by story, with and without the likeness of meaning. scikit-learn is needed here, never at run time.
"""

import sys
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

import contested.reference
from contested.language.encoder import open_encoder
from contested.reference.lineage import alignment_weights
from contested.trace.alignment import align, centred, wordings
from contested.trace.evidence import weigh
from contested.trace.figures import FIGURES, figures_of
from quality.lineage_stories import NONE, Told, told_pairs

DATA = Path(contested.reference.__file__).parent / "data" / "lineage"
_STRENGTH = 0.1
_FOLDS = 6
_TRAIN = frozenset({"train"})
DERIVED = ["copy", "rewrite"]
RISING = frozenset(FIGURES) - {"quotations", "names_longer", "meaning_titles", "order"}
"""Figures of which more never speaks against one report repeating the other."""

Values: TypeAlias = NDArray[np.float64]
Words: TypeAlias = NDArray[np.str_]


def main() -> int:
    encoder = open_encoder()
    if encoder is None:
        print("the sentence encoder is not installed", file=sys.stderr)
        return 2
    pairs = list(told_pairs(encoder, splits=_TRAIN))
    (DATA / "alignment.toml").write_text(_alignment(pairs), encoding="utf-8")
    alignment_weights.cache_clear()
    (DATA / "relation.toml").write_text(_relation(pairs), encoding="utf-8")
    return 0


def _alignment(pairs: Sequence[Told]) -> str:
    rows: list[list[float]] = []
    right: list[bool] = []
    for pair in pairs:
        if pair.aligned is None or pair.a.vectors is None or pair.b.vectors is None:
            continue
        meanings = centred(pair.a.vectors @ pair.b.vectors.T)
        shared = wordings(pair.a.sentences, pair.b.sentences)
        many_a, many_b = len(pair.a.sentences), len(pair.b.sentences)
        for i, j in product(range(many_a), range(many_b)):
            rows.append([shared.get((i, j), 0.0), float(meanings[i, j]), abs((i + 0.5) / many_a - (j + 0.5) / many_b)])
            right.append((i, j) in pair.aligned)
    columns = np.array(rows)
    lines = [
        "# How two sentences are told to carry one content: the weights of a logistic regression, and from which score on they are a pair.",
        "# Made by `python -m quality.train_lineage`; not to be edited by hand.",
        "# wording: share of rare words, names and numbers that both have, 0..1; meaning: cosine of their vectors; apart: how far apart they stand, 0..1.",
        "", "pair = 0.2   # one to one", "split = 0.25 # a further sentence beside one that is paired already",
    ]  # fmt: skip
    for section, used in (("with_meaning", [0, 1, 2]), ("without_meaning", [0, 2])):
        fitted = LogisticRegression(C=10, max_iter=2000).fit(columns[:, used], right)
        weights = dict(zip([("wording", "meaning", "apart")[column] for column in used], fitted.coef_[0], strict=True))
        lines += ["", f"[{section}]", f"constant = {fitted.intercept_[0]:.3f}"]
        lines += [f"{name} = {weights.get(name, 0.0):.3f}" for name in ("wording", "meaning", "apart")]
    return "\n".join(lines) + "\n"


def _relation(pairs: Sequence[Told]) -> str:
    lines = [
        "# What two reports are to each other: three logistic regressions over the figures of trace/figures.py:",
        "# derived (or not); if so, copy (or rewrite); if not, shared (or none).",
        "# Made by `python -m quality.train_lineage`; not to be edited by hand. `mean` is a figure's average, to tell what is out of the ordinary;",
        "# `least` is the chance that a relation (derived: copy or rewrite) needs before it is believed.",
        "", "[least]", "derived = 0.5", "shared_source = 0.4", "",
    ]  # fmt: skip
    relations = np.array([pair.relation for pair in pairs])
    for section, meaning in (("with_meaning", True), ("without_meaning", False)):
        names = [name for name in FIGURES if meaning or not name.startswith("meaning_")]
        evidence = [figures_of(weigh(pair.a, pair.b, align(pair.a, pair.b, meaning=meaning))) for pair in pairs]
        values = np.array([[figures[name] for name in names] for figures in evidence])
        _tell(section, values, relations, names=names, stories=[pair.story for pair in pairs])
        fitted = _fit(values, relations, names)
        lines += [f"[{section}.constant]", *(f"{name} = {weights[-1]:.4f}" for name, weights in fitted.items()), ""]
        for at, name in enumerate(names):
            lines += [f"[{section}.figure.{name}]", f"mean = {values[:, at].mean():.4f}"]
            lines += [*(f"{question} = {weights[at]:.4f}" for question, weights in fitted.items()), ""]
    return "\n".join(lines[:-1]) + "\n"


def _fit(values: Values, relations: Words, names: Sequence[str]) -> dict[str, Values]:
    """The weights of the three questions over the figures as they are, the constant last."""
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-6
    level = (values - mean) / spread
    derived = np.isin(relations, DERIVED)
    floors = [0.0 if name in RISING else -np.inf for name in names]
    free = [-np.inf] * len(names)
    asked = {
        "derived": (level, derived, floors), "copy": (level[derived], relations[derived] == "copy", free),
        "shared": (level[~derived], relations[~derived] == "shared_source", free),
    }  # fmt: skip
    found = {}
    for question, (columns, answers, least) in asked.items():
        weights = _logistic(columns, answers.astype(float), least)
        found[question] = np.append(weights[:-1] / spread, weights[-1] - float(weights[:-1] @ (mean / spread)))
    return found


def _logistic(columns: Values, answers: Values, floors: Sequence[float]) -> Values:
    """A logistic regression with a ridge, whose weights stay above their floors: more of what both have must never speak against kinship."""

    def loss(weights: Values) -> tuple[float, Values]:
        score = columns @ weights[:-1] + weights[-1]
        off = 1 / (1 + np.exp(-score)) - answers
        penalty = float(weights[:-1] @ weights[:-1]) / (2 * _STRENGTH)
        total = float(np.logaddexp(0, np.where(answers > 0, -score, score)).sum()) + penalty
        return total, np.append(columns.T @ off + weights[:-1] / _STRENGTH, off.sum())

    bounds = [(floor, np.inf) for floor in [*floors, -np.inf]]
    return np.asarray(minimize(loss, np.zeros(columns.shape[1] + 1), jac=True, method="L-BFGS-B", bounds=bounds).x)


def _answer(fitted: dict[str, Values], values: Values) -> Words:
    derived, copy, shared = (values @ weights[:-1] + weights[-1] > 0 for weights in fitted.values())
    return np.where(derived, np.where(copy, "copy", "rewrite"), np.where(shared, "shared_source", NONE))


def _tell(section: str, values: Values, relations: Words, *, names: Sequence[str], stories: Sequence[str]) -> None:
    predicted = relations.copy()
    for known, asked in GroupKFold(_FOLDS).split(values, relations, stories):
        predicted[asked] = _answer(_fit(values[known], relations[known], names), values[asked])
    false = int((np.isin(predicted, DERIVED) & (relations == NONE)).sum())
    accuracy = float((predicted == relations).mean())
    print(f"{section}: {len(relations)} pairs, cross-validated accuracy {accuracy:.3f}, independent called derived {false} of {(relations == NONE).sum()}")


if __name__ == "__main__":
    sys.exit(main())
