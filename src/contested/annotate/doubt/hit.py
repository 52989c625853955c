"""A cue and the words it was found to govern, before cues are weighed against each other."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from contested.records import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """`targets` are the heads that the cue governs; `reach.spread` finds the predicates below them."""

    cue: "Token"
    targets: tuple["Token", ...]
    modality: Modality
    because: str
