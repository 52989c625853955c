"""Tables (CSV and its kin): one report a row."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from contested.errors import UnreadableError
from contested.read.columns import columns_of, told_report
from contested.read.decoding import decode, wide_encoding
from contested.read.reader import HEAD, Container, Input, Means
from contested.records import Known, Report, SetAside
from contested.reference.columns import usual_column

_MARKS = (",", "\t", ";", "|")
_NAMES = (".csv", ".tsv", ".tab")
_TYPES = ("text/csv", "text/tab-separated-values")
_COLUMN = re.compile(r"[^\W\d_][\w .:/()#&-]{0,59}|_?id|Unnamed: 0|", re.I)
_SAID_MARK = re.compile(r"sep=(.)\r?\n", re.I)
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_HEADER = 4000
_MERCY = 4  # a field that is not much too long is taken in whole, so that what follows it stays in its columns
_SURE_ROWS = 3
_SURE_COLUMNS = 3
_EVEN = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How a table is written: its columns, what stands between them, and how many lines lie before them ("sep=;")."""

    columns: tuple[str, ...]
    mark: str
    before: int


def is_table(given: Input) -> bool:
    """A header of short names, and rows as wide as it is.

    One of the names is one that a column of texts usually has; or the file is called a table; or the rows are many and wide, which prose never is.
    """
    named = given.name.lower().endswith(_NAMES) or (given.envelope.content_type or "").lower().startswith(_TYPES)
    return _shape(given, named=named) is not None


def read_table(given: Input, means: Means) -> Iterator[Report | SetAside | Known | Input]:
    """The reports of the rows. A row that cannot be read is set aside as "where:row", counted as in a spreadsheet: the header is row 1.

    Raises UnreadableError: no column for the text, a mapped column that is not there; with the columns that are.
    """
    shape = _shape(given, named=True)
    if shape is None:
        raise UnreadableError(given.where, "not a table that can be read")
    columns = columns_of(shape.columns, means.settings.columns, given.where)
    at = {field: shape.columns.index(column) for field, column in columns.items()}
    for number, row in _rows(given, shape, means.settings.max_characters):
        where = f"{given.where}:{number}"
        try:
            yield _report(row, at, shape, means, where)
        except UnreadableError as error:
            yield SetAside(where=error.where, reason=error.reason)


def _rows(given: Input, shape: Shape, longest: int) -> Iterator[tuple[int, list[str] | None]]:
    """The rows under the header by their number; None for one with a field that is longer than any report may be."""
    most = max(longest * _MERCY, HEAD)
    csv.field_size_limit(most)
    wide = wide_encoding(given.head)
    wrapped = io.TextIOWrapper(given.stream, encoding=wide or "utf-8-sig", errors="replace" if wide else "surrogateescape", newline="")
    try:
        lines = iter(lambda: wrapped.readline(most), "")
        for _ in range(shape.before):
            next(lines, "")
        rows = csv.reader(lines, delimiter=shape.mark)
        number, is_below = 0, False
        while True:
            number += 1
            try:
                row = next(rows, None)
            except csv.Error:
                yield number, None
                continue
            if row is None:
                return
            if is_below and any(map(str.strip, row)):
                yield number, row
            is_below = is_below or bool(row)
    finally:
        wrapped.detach()  # the stream is the caller's to close


def _report(row: list[str] | None, at: dict[str, int], shape: Shape, means: Means, where: str) -> Report | Known:
    if row is None:
        raise UnreadableError(where, f"too long: the limit is {means.settings.max_characters:,} characters")
    if len(row) > len(shape.columns) and any(map(str.strip, row[len(shape.columns) :])):
        raise UnreadableError(where, f"{len(row)} fields, where the header has {len(shape.columns)}")
    if at["text"] >= len(row):
        raise UnreadableError(where, f"{len(row)} fields only, and none of them the text")
    raw = "\x1f".join(row).encode("utf-8", errors="surrogateescape")
    cells = [_mended(cell, where) for cell in row]
    return told_report(lambda field: cells[at[field]] if field in at and at[field] < len(cells) else None, raw, means, where=where)


def _mended(cell: str, where: str) -> str:
    """A cell; one that is no UTF-8 in the encoding it is likest to."""
    if "\0" in cell:
        raise UnreadableError(where, "a NUL character in it")
    return decode(cell.encode("utf-8", errors="surrogateescape"), where) if _SURROGATE.search(cell) else cell


def _shape(given: Input, *, named: bool) -> Shape | None:
    head = given.head.decode(wide_encoding(given.head) or "utf-8", errors="replace").lstrip("\ufeff")
    said = _SAID_MARK.match(head)
    head = head[said.end() :] if said else head
    first = head[:_LONGEST_HEADER].lstrip("\r\n").partition("\n")[0]
    if not any(mark in first for mark in _MARKS):
        return None
    is_cut = given.size is None or given.size > len(given.head) or len(given.head) >= HEAD
    shapes = [shape for mark in ((said[1],) if said else _MARKS) if mark in first and (shape := _as_table(head, mark, named=named, is_cut=is_cut))]
    best = max(shapes, key=lambda columns: (usual_column("text", columns[0]) is not None, len(columns[0])), default=None)
    return Shape(columns=best[0], mark=best[1], before=1 if said else 0) if best else None


def _as_table(head: str, mark: str, *, named: bool, is_cut: bool) -> tuple[tuple[str, ...], str] | None:
    rows = _head_rows(head, mark)
    if is_cut and len(rows) > 1:
        rows = rows[:-1]
    if not rows or len(rows[0]) < 2:
        return None
    columns, body = tuple(cell.strip() for cell in rows[0]), [row for row in rows[1:] if any(map(str.strip, row))]
    filled = [column for column in columns if column]
    if len(filled) < 2 or len(set(filled)) < len(filled) or not all(map(_COLUMN.fullmatch, columns)) or not (body or is_cut):
        return None
    even = sum(len(row) == len(columns) for row in body)
    has_text = usual_column("text", columns) is not None
    if named or has_text:
        return (columns, mark) if even * 2 >= len(body) else None
    sure = len(columns) >= _SURE_COLUMNS and len(body) >= _SURE_ROWS and even >= _EVEN * len(body)
    return (columns, mark) if sure else None


def _head_rows(head: str, mark: str) -> list[list[str]]:
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(head.lstrip("\r\n"), newline=""), delimiter=mark)
    with suppress(csv.Error):  # a field longer than the head: what came before tells enough
        rows.extend(reader)
    return rows


TABLE = Container(kind="table", recognise=is_table, open=read_table, is_nest=False)
