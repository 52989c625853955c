"""JSON lines: one report a line, {"id", "text", "published"?, "outlet"?, "title"?, "url"?}."""

import io
import json
import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from contested.errors import UnreadableError
from contested.read.dates import given_date
from contested.read.finish import finish
from contested.read.reader import Container, Envelope, Input, Means
from contested.read.text import draft_of
from contested.records import Known, Report, SetAside

_ESCAPED = 12  # one character as JSON writes it: at most two \uXXXX
_ENVELOPE = 100_000  # for the fields beside the text
_OPENS_OBJECT = re.compile(r'\s*\{\s*"[^"]*"\s*:')
_SURROGATE = re.compile("[\ud800-\udfff]")
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
    try:
        any_line = False
        for number, line in enumerate(_lines(wrapped, longest), 1):
            if line is not None and not line.strip("\ufeff \t\r\n"):
                continue
            any_line = True
            where = f"{given.where}:{number}"
            try:
                yield _report(line, where, means)
            except UnreadableError as error:
                yield SetAside(where=error.where, reason=error.reason)
        if not any_line:
            raise UnreadableError(given.where, "empty file" if given.where != "-" else "nothing is on standard input")
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


def _report(line: str | None, where: str, means: Means) -> Report | Known:
    limit = means.settings.max_characters
    if line is None:
        raise UnreadableError(where, f"too long: the limit is {limit:,} characters")
    fields = _object(line, where)
    text = fields.get("text")
    if not isinstance(text, str) or not any(character.isalnum() for character in text):
        raise UnreadableError(where, "no text" if text is None or isinstance(text, str) else "text: expected words in quotation marks")
    given, url = _given_id(fields, where), _words(fields, "url", where)
    envelope = Envelope(
        url=url, outlet=_words(fields, "outlet", where), title=_words(fields, "title", where), given=given,
        published=given_date(_words(fields, "published", where), where),
    )
    digest = sha256(line.strip().encode("utf-8", errors="surrogatepass")).hexdigest()
    if means.known(digest, url):
        return Known(where=where)
    return finish(draft_of(text), envelope, means, where=where, name=given or where, digest=digest)


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
    if broken := next((name for name, value in found.items() if isinstance(value, str) and _SURROGATE.search(value)), None):
        raise UnreadableError(where, f"{broken}: half a character (a lone surrogate)")
    return found


def _given_id(fields: dict[str, Any], where: str) -> str | None:
    given = fields.get("id")
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    return _words(fields, "id", where)


def _words(fields: dict[str, Any], name: str, where: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise UnreadableError(where, f"{name}: expected words in quotation marks")
    return value.strip() or None


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _encoding(head: bytes) -> str:
    return "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"


JSON_LINES = Container(kind="JSON lines", recognise=is_json_lines, open=read_jsonl, is_nest=False)
