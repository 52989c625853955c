"""Where accounts differ: the values of one thing, each with who says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from contested.briefing.events import EventRow
from contested.briefing.passages import Passage, passages
from contested.briefing.shelf import Shelf
from contested.briefing.wording import counted, field_words, value_words
from contested.records import CountKind, FieldAssessment, Variant

_order: tuple[str, ...] = ("happened", "control", *get_args(CountKind), "actor", "place", "date", "type", "target")
"""What matters most to a reader first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One value, with who says so. `note` says why it does not count as an account of its own, "" where it does."""

    value: str
    note: str
    origins: int
    backing: str
    voices: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field of an event. `inside`: every account that counts stands in one and the same report. `because` is "" where it only says the accounts again."""

    field: str
    because: str
    accounts: tuple[Account, ...]
    inside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """An event with every field on which its accounts clash, the one that matters most first."""

    event: EventRow
    fields: tuple[Difference, ...]


def clashes(shelf: Shelf, rows: Iterable[EventRow]) -> tuple[Clash, ...]:
    """The events whose accounts clash: between reports before within one, whether it happened before how many before where, the most reported first."""
    found = [(row, _clashing(row, shelf)) for row in rows]
    weighed = [(_weight(fields[0], row, shelf), row, fields) for row, fields in found if fields]
    return tuple(
        Clash(event=row, fields=tuple(_difference(field, shelf) for field in fields)) for _, row, fields in sorted(weighed, key=lambda one: one[0])
    )


def _clashing(row: EventRow, shelf: Shelf) -> list[FieldAssessment]:
    assessment = shelf.assessments.get(row.id)
    clashing = [field for field in assessment.fields if field.agreement == "differ"] if assessment else []
    return sorted(clashing, key=lambda field: (_inside(field, shelf), _rank(field)))


def _weight(field: FieldAssessment, row: EventRow, shelf: Shelf) -> tuple[bool, int, int]:
    return (_inside(field, shelf), _rank(field), -row.reports)


def _rank(field: FieldAssessment) -> int:
    return _order.index(field.field) if field.field in _order else len(_order)


def _inside(field: FieldAssessment, shelf: Shelf) -> bool:
    live = [variant for variant in field.variants if not (variant.superseded or variant.drifted)]
    return len({one.report for variant in live for one in shelf.told(variant.claims)}) == 1


def _difference(field: FieldAssessment, shelf: Shelf) -> Difference:
    because = "" if " against " in field.because else field.because
    return Difference(field=field_words(field.field), because=because, accounts=_accounts(field, shelf), inside=_inside(field, shelf))


def _accounts(field: FieldAssessment, shelf: Shelf) -> tuple[Account, ...]:
    """Live accounts first, the best backed first; then those that were superseded or born in a copy."""
    ordered = sorted(field.variants, key=lambda variant: (variant.superseded or variant.drifted, -variant.origins))
    return tuple(_account(variant, field.field, shelf) for variant in ordered)


def _account(variant: Variant, field: str, shelf: Shelf) -> Account:
    said = shelf.told(variant.claims)
    return Account(
        value=value_words(field, variant.value),
        note="an earlier count, since overtaken" if variant.superseded else "came about in copying" if variant.drifted else "",
        origins=variant.origins,
        backing=f"{counted(variant.origins, 'origin')}, {counted(len({one.report for one in said}), 'report')}",
        # "It did not happen: denied by Ann" would be read as Ann saying that it did.
        voices=shelf.voices(said, denying=(field, variant.value) != ("happened", "no")),
        passages=passages(said, shelf.view),
    )
