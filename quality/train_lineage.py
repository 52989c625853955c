"""Fits the weights by which sentences are paired and relations decided, on the stories of corpus/retold (split train), and writes them as plain numbers.

    python -m quality.train_lineage

Prints how the relations come out in cross-validation by story, with and without the likeness of meaning. scikit-learn is needed here, never at run time.
"""

import sys
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

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
        "# What two reports are to each other: the weights of a multinomial logistic regression over the figures of trace/figures.py.",
        "# Made by `python -m quality.train_lineage`; not to be edited by hand. `mean` is a figure's average, to tell what is out of the ordinary;",
        "# `least` is the chance that a relation (derived: copy or rewrite) needs before it is believed.",
        "", "[least]", "derived = 0.5", "shared_source = 0.4", "",
    ]  # fmt: skip
    for section, meaning in (("with_meaning", True), ("without_meaning", False)):
        names = [name for name in FIGURES if meaning or not name.startswith("meaning_")]
        evidence = [figures_of(weigh(pair.a, pair.b, align(pair.a, pair.b, meaning=meaning))) for pair in pairs]
        values = np.array([[figures[name] for name in names] for figures in evidence])
        relations = np.array([pair.relation for pair in pairs])
        mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-6
        model = LogisticRegression(C=_STRENGTH, max_iter=5000)
        _tell(section, cross_val_predict(model, (values - mean) / spread, relations, groups=[p.story for p in pairs], cv=GroupKFold(_FOLDS)), pairs)
        model.fit((values - mean) / spread, relations)
        weights = model.coef_ / spread
        constants = model.intercept_ - weights @ mean
        lines += [f"[{section}.constant]", *(f"{name} = {value:.4f}" for name, value in zip(model.classes_, constants, strict=True)), ""]
        for at, name in enumerate(names):
            lines += [f"[{section}.figure.{name}]", f"mean = {mean[at]:.4f}"]
            lines += [*(f"{relation} = {value:.4f}" for relation, value in zip(model.classes_, weights[:, at], strict=True)), ""]
    return "\n".join(lines[:-1]) + "\n"


def _tell(section: str, predicted: Sequence[str], pairs: Sequence[Told]) -> None:
    right = sum(guess == pair.relation for guess, pair in zip(predicted, pairs, strict=True))
    false = sum(guess in ("copy", "rewrite") and pair.relation == NONE for guess, pair in zip(predicted, pairs, strict=True))
    none = sum(pair.relation == NONE for pair in pairs)
    print(f"{section}: {len(pairs)} pairs, cross-validated accuracy {right / len(pairs):.3f}, independent pairs called derived {false} of {none}")


if __name__ == "__main__":
    sys.exit(main())
