"""JSON lines: one report a line, {"id", "text", "published"?, "outlet"?, "title"?, "url"?}, or as the settings map the fields."""

import io
import json
import re
from collections.abc import Iterator
from typing import Any

from contested.errors import UnreadableError
from contested.read.columns import Told, check_fields, told_report
from contested.read.reader import Container, Input, Means
from contested.records import Known, Report, SetAside

_ESCAPED = 12  # one character as JSON writes it: at most two \uXXXX
_ENVELOPE = 100_000  # for the fields beside the text
_OPENS_OBJECT = re.compile(r'\s*\{\s*"[^"]*"\s*:')
_SURROGATE = re.compile("[\ud800-\udfff]")
_OWN = ("text", "title", "published", "outlet", "url", "id")
_JSON_NAMES = (".jsonl", ".ndjson", ".jsonlines")


def is_json_lines(given: Input) -> bool:
    """The first line that is not blank is a JSON object, or most lines open as one (a named .jsonl: any line)."""
    text = given.head.decode(_encoding(given.head), errors="replace").lstrip("\ufeff")
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines:
        return False
    if _is_object(lines[0]) or (len(lines) == 1 and given.size != len(given.head) and bool(_OPENS_OBJECT.match(lines[0]))):
        return True
    opening = sum(bool(_OPENS_OBJECT.match(line)) for line in lines)
    named = given.name.lower().endswith(_JSON_NAMES)
    return opening > 0 if named else opening * 2 > len(lines)


def read_jsonl(given: Input, means: Means) -> Iterator[Report | SetAside | Known]:
    """The reports of the lines. A line that cannot be read is set aside as "where:line" with its reason. Raises UnreadableError if it has no line."""
    wrapped = io.TextIOWrapper(given.stream, encoding=_encoding(given.head), errors="surrogateescape", newline="\n")
    longest = means.settings.max_characters * _ESCAPED + _ENVELOPE
    unseen = set(means.settings.columns.values())
    check_fields(means.settings.columns, given.where)
    try:
        any_line = False
        for number, line in enumerate(_lines(wrapped, longest), 1):
            if line is not None and not line.strip("\ufeff \t\r\n"):
                continue
            any_line = True
            where = f"{given.where}:{number}"
            try:
                yield _report(line, where, means, unseen)
            except UnreadableError as error:
                yield SetAside(where=error.where, reason=error.reason)
        if not any_line:
            raise UnreadableError(given.where, "empty file" if given.where != "-" else "nothing is on standard input")
        for name in sorted(unseen):
            yield SetAside(where=given.where, reason=f'no line has the field "{name}", which is mapped')
    finally:
        wrapped.detach()  # the stream is the caller's to close


def _lines(stream: io.TextIOWrapper, longest: int) -> Iterator[str | None]:
    """The lines of a stream; None for one that is longer than any report may be, whose rest is passed over."""
    while line := stream.readline(longest):
        if len(line) < longest or line.endswith("\n"):
            yield line
            continue
        while (rest := stream.readline(longest)) and not rest.endswith("\n"):
            pass
        yield None


def _report(line: str | None, where: str, means: Means, unseen: set[str]) -> Report | Known:
    limit = means.settings.max_characters
    if line is None:
        raise UnreadableError(where, f"too long: the limit is {limit:,} characters")
    fields = _object(line, where)
    unseen.difference_update([name for name in unseen if value_at(fields, name) is not None])
    return told_report(told_by(fields, means, where), line.strip().encode("utf-8", errors="surrogatepass"), means, where=where)


def told_by(fields: dict[str, Any], means: Means, where: str) -> Told:
    """What an object tells: the fields that are mapped (a dot leads into an object: "source.name"), and those that are called as a report's are."""
    names = {field: field for field in _OWN} | means.settings.columns

    def told(field: str) -> str | None:
        return _words(fields, names[field], where, numbers=field == "id") if field in names else None

    return told


def value_at(fields: dict[str, Any], name: str) -> Any:
    """The value of a field, or of one inside an object; None where there is none."""
    value: Any = fields
    for part in (name,) if name in fields else name.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _object(line: str, where: str) -> dict[str, Any]:
    if _SURROGATE.search(line):
        raise UnreadableError(where, "not valid UTF-8")
    try:
        found = json.loads(line.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        raise UnreadableError(where, f"not JSON ({error.msg.lower()}, column {error.colno})") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets nested thousands deep
        raise UnreadableError(where, "not JSON that can be read") from error
    if not isinstance(found, dict):
        raise UnreadableError(where, "not a JSON object")
    return found


def _words(fields: dict[str, Any], name: str, where: str, *, numbers: bool) -> str | None:
    value = value_at(fields, name)
    if value is None:
        return None
    if numbers and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise UnreadableError(where, f"{name}: expected words in quotation marks")
    if _SURROGATE.search(value):
        raise UnreadableError(where, f"{name}: half a character (a lone surrogate)")
    return value


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _encoding(head: bytes) -> str:
    return "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"


JSON_LINES = Container(kind="JSON lines", recognise=is_json_lines, open=read_jsonl, is_nest=False)
