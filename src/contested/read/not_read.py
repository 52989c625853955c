"""Kinds of input that are recognised and not read, so that nobody takes their markup for telling."""

import re
from collections.abc import Iterator

from contested.read.reader import Input, Reader
from contested.records import Report, SetAside
from contested.settings import ReadSettings

_KINDS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"%PDF-"), "binary file (PDF)"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\\rtf"), "rich text cannot be read yet"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)[\s>]", re.I | re.S), "web pages cannot be read yet"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml"), "XML cannot be read yet"),
    (re.compile(rb"WARC/\d"), "web archives cannot be read yet"),
    (re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*(?:"[^"\n]*"\s*:|\})|\[\s*(?:[{\[]|"[^"\n]*"\s*[,\]]|\]\s*$))'), "JSON, but not one object a line"),
)


def recognise_not_read(given: Input) -> bool:
    return _kind(given) is not None


def refuse(given: Input, _: ReadSettings) -> Iterator[Report | SetAside]:
    yield SetAside(where=given.where, reason=_kind(given) or "unknown kind of file")


def _kind(given: Input) -> str | None:
    return next((reason for pattern, reason in _KINDS if pattern.match(given.head)), None)


NOT_READ = Reader(kind="a kind that is not read yet", recognise=recognise_not_read, read=refuse)

