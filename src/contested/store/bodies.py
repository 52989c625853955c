"""Records to JSON and back."""

from typing import Any, TypeVar

from cattrs.errors import BaseValidationError
from cattrs.preconf.json import make_converter

from contested.errors import StoreError

Record = TypeVar("Record")

_converter = make_converter()


def body_of(record: Any) -> Any:
    """What a JSON column takes: dicts, lists, words and numbers. A Span becomes [start, end]."""
    return _converter.unstructure(record)


def record_of(body: Any, kind: type[Record], *, store: str) -> Record:
    """The record that a body was made of. A field that the body is too old to have takes its default.

    Raises StoreError, which names `store`, where the body is no such record.
    """
    try:
        return _converter.structure(body, kind)
    except (BaseValidationError, KeyError, TypeError, ValueError) as error:
        raise StoreError(store, f"holds a damaged record: no {kind.__name__} can be made of {str(body)[:80]}") from error
