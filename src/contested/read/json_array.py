"""A JSON file that is one array of objects: one report an object, with the fields of JSON lines."""

import json
import re
from collections.abc import Iterator
from typing import Any

from contested.errors import UnreadableError
from contested.read.columns import check_fields, told_report
from contested.read.decoding import decode
from contested.read.jsonl import told_by, value_at
from contested.read.reader import Container, Input, Means
from contested.records import Known, Report, SetAside

_OPENS = re.compile(rb'(?:\xef\xbb\xbf)?\s*\[\s*\{\s*"')


def is_json_array(given: Input) -> bool:
    return _OPENS.match(given.head) is not None


def read_json_array(given: Input, means: Means) -> Iterator[Report | SetAside | Known | Input]:
    """The reports of the objects; one that cannot be read is set aside as "where:number". It is taken into memory, so `max_bytes` is its limit.

    Raises UnreadableError: too long, not JSON, no object with a text.
    """
    objects = _objects(given, means)
    for number, fields in enumerate(objects, 1):
        where = f"{given.where}:{number}"
        try:
            yield _report(fields, means, where)
        except UnreadableError as error:
            yield SetAside(where=error.where, reason=error.reason)


def _objects(given: Input, means: Means) -> list[Any]:
    limit, columns = means.settings.max_bytes, means.settings.columns
    check_fields(columns, given.where)
    raw = given.stream.read(limit + 1)
    if len(raw) > limit:
        raise UnreadableError(given.where, f"too long: one array of {limit:,} bytes is the limit; JSON lines have none")
    try:
        found = json.loads(decode(raw, given.where))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(given.where, "not JSON that can be read") from error
    for field, name in {"text": "text", **columns}.items():
        if not any(isinstance(one, dict) and value_at(one, name) is not None for one in found):
            raise UnreadableError(given.where, f'JSON, but nothing in it has the field "{name}"' + (f" (for {field})" if field in columns else ""))
    return list(found)


def _report(fields: Any, means: Means, where: str) -> Report | Known:
    if not isinstance(fields, dict):
        raise UnreadableError(where, "not a JSON object")
    raw = json.dumps(fields, sort_keys=True).encode()
    return told_report(told_by(fields, means, where), raw, means, where=where)


JSON_ARRAY = Container(kind="JSON array", recognise=is_json_array, open=read_json_array, is_nest=False)
