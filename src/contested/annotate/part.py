"""What every annotator is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from contested.records import Marks, Report

if TYPE_CHECKING:
    from spacy.tokens import Doc

Annotator = Callable[[Report, "Doc", Marks], tuple[Any, ...]]
"""A report, its parse and the marks made so far in; the marks of one kind out, sorted by where they start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatorPart:
    """`gives`: the field of Marks it fills; `needs`: the fields it reads; assembly refuses an order that cannot work."""

    gives: str
    needs: tuple[str, ...]
    annotate: Annotator
