"""Where accounts differ: two values for one thing, each with who says so."""

from collections.abc import Iterable
from dataclasses import dataclass

from contested.briefing.events import EventRow
from contested.briefing.passages import Passage, passages
from contested.briefing.shelf import Shelf
from contested.briefing.wording import counted, field_words, value_words
from contested.records import FieldAssessment, Variant


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One value, with who says so. `note` says why it does not count as an account of its own, "" where it does."""

    value: str
    note: str
    backing: str
    voices: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    event: EventRow
    field: str
    because: str
    accounts: tuple[Account, ...]


def differences(shelf: Shelf, rows: Iterable[EventRow]) -> tuple[Difference, ...]:
    """Every field whose accounts clash, in the order of the events."""
    return tuple(
        Difference(event=row, field=field_words(field.field), because=field.because, accounts=_accounts(field, shelf))
        for row in rows
        for field in _clashing(row, shelf)
    )


def _clashing(row: EventRow, shelf: Shelf) -> tuple[FieldAssessment, ...]:
    assessment = shelf.assessments.get(row.id)
    return tuple(field for field in assessment.fields if field.agreement == "differ") if assessment else ()


def _accounts(field: FieldAssessment, shelf: Shelf) -> tuple[Account, ...]:
    """Live accounts first, the best backed first; then those that were superseded or born in a copy."""
    ordered = sorted(field.variants, key=lambda variant: (variant.superseded or variant.drifted, -variant.origins))
    return tuple(_account(variant, field.field, shelf) for variant in ordered)


def _account(variant: Variant, field: str, shelf: Shelf) -> Account:
    said = shelf.told(variant.claims)
    return Account(
        value=value_words(field, variant.value),
        note="an earlier count, since overtaken" if variant.superseded else "came about in copying" if variant.drifted else "",
        backing=f"{counted(variant.origins, 'origin')}, {counted(len({one.report for one in said}), 'report')}",
        voices=shelf.voices(said),
        passages=passages(said, shelf.view),
    )
