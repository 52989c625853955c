"""Which column of a table, or field of a JSON object, tells what of a report."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256

from contested.errors import UnreadableError
from contested.read.dates import given_date
from contested.read.finish import finish
from contested.read.reader import Envelope, Means
from contested.read.text import draft_of
from contested.records import Known, Report
from contested.reference.columns import FIELDS, plain_name, usual_column

Told = Callable[[str], str | None]
"""What a row or an object tells of a field (one of FIELDS), None where it does not. Raises UnreadableError where it is no text."""


def columns_of(header: tuple[str, ...], mapped: Mapping[str, str], where: str) -> dict[str, str]:
    """The column of each field: as mapped, else as it is usually called.

    Raises UnreadableError, with the columns that are there: a mapped column that is not, no column for the text.
    """
    check_fields(mapped, where)
    plain = {plain_name(column): column for column in reversed(header)}
    found: dict[str, str] = {}
    for field in FIELDS:
        if field in mapped:
            column = mapped[field] if mapped[field] in header else plain.get(plain_name(mapped[field]))
            if column is None:
                raise UnreadableError(where, f'no column "{mapped[field]}" (for {field}); there are: {_listed(header)}')
            found[field] = column
        elif (column := usual_column(field, tuple(one for one in header if one not in mapped.values()))) is not None:
            found[field] = column
    if "text" not in found:
        raise UnreadableError(where, f"which column holds the text? say so with --map text=COLUMN; there are: {_listed(header)}")
    return found


def check_fields(mapped: Mapping[str, str], where: str) -> None:
    """Raises UnreadableError where something is mapped that a report does not have."""
    if unknown := next((field for field in mapped if field not in FIELDS), None):
        raise UnreadableError(where, f'nothing is called "{unknown}" in a report; columns can be mapped to: {", ".join(FIELDS)}')


def told_report(told: Told, raw: bytes, means: Means, *, where: str, name: str | None = None) -> Report | Known:
    """One row's or object's report; `raw` are the bytes that it is known by. Raises UnreadableError."""
    text = told("text")
    if text is None or not any(map(str.isalnum, text)):
        raise UnreadableError(where, "no text")
    url, given = _told(told, "url"), _told(told, "id")
    published = given_date(_told(told, "published"), where, means.settings.date_order)
    digest = sha256(raw).hexdigest()
    if means.known(digest, url):
        return Known(where=where)
    draft = draft_of(text)
    envelope = Envelope(
        url=url, outlet=_told(told, "outlet"), title=_told(told, "title"), given=given, byline=_told(told, "byline"), published=published,
    )
    return finish(replace(draft, agency=_told(told, "agency") or draft.agency), envelope, means, where=where, name=given or name or where, digest=digest)


def _told(told: Told, field: str) -> str | None:
    words = told(field)
    return (words.strip() or None) if words else None


def _listed(header: tuple[str, ...]) -> str:
    shown = ", ".join(f'"{column[:40]}"' for column in header[:20])
    return shown + (f" and {len(header) - 20} more" if len(header) > 20 else "")
