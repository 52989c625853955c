"""Fits the weights of a claim's confidence on our own gold, and writes them as plain numbers.

    python -m quality.train_confidence

A claim is right where the gold has its type at its words. Weights are fitted on the splits train and dev, peaceful stories included. The rules of extraction
were written with these at hand, so what comes out is too sure of itself: slope and constant are then set by Platt's scaling on the split test, and the table
printed is of claims of that split whose own story had no part in it. scikit-learn is needed here, never at run time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

import contested.reference
from contested.extract.confidence import FIGURES
from contested.reference.ontology import load_ontology
from quality.calibration import Judged, judged_claims, table

OUT = Path(contested.reference.__file__).parent / "data" / "ontology" / "confidence.toml"
_STRENGTH, _FREE, _FOLDS = 0.3, 1000.0, 8
_HEAD = """\
# How likely a claim is in the gold of a careful reader: a logistic regression over the figures of extract/confidence.py.
# Made by `python -m quality.train_confidence`; not to be edited by hand.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Figures, answers and story numbers of some claims."""

    figures: np.ndarray
    right: np.ndarray
    story: np.ndarray


def rows(claims: Sequence[Judged], names: Sequence[str]) -> Rows:
    """One row a claim, columns in the order of `names`."""
    figures = np.array([[claim.figures.get(name, 0.0) for name in names] for claim in claims])
    return Rows(figures=figures, right=np.array([claim.right for claim in claims]), story=np.unique([claim.story for claim in claims], return_inverse=True)[1])


def main() -> None:
    names = [*FIGURES, *(f"type_{event_type.id}" for event_type in load_ontology().types)]
    known = rows(list(judged_claims(("train", "dev"))), names)
    fresh = rows(list(judged_claims(("test",))), names)
    model = LogisticRegression(C=_STRENGTH, max_iter=1000).fit(known.figures, known.right)
    scores = model.decision_function(fresh.figures).reshape(-1, 1)
    platt = LogisticRegression(C=_FREE)
    crossed = cross_val_predict(platt, scores, fresh.right, groups=fresh.story, cv=GroupKFold(_FOLDS), method="predict_proba")[:, 1]
    print("split test, each story by what the others taught\n" + table(crossed, fresh.right))
    platt.fit(scores, fresh.right)
    slope, constant = float(platt.coef_[0][0]), float(platt.intercept_[0])
    noted = {name: f" # {meaning}" for name, meaning in FIGURES.items()}
    weights = "\n".join(f"{name} = {slope * weight:.3f}{noted.get(name, '')}" for name, weight in zip(names, model.coef_[0], strict=True))
    OUT.write_text(f"{_HEAD}\nconstant = {slope * float(model.intercept_[0]) + constant:.3f}\n\n[figure]\n{weights}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
