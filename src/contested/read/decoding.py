"""From bytes to text, unchanged but for the byte order mark: line ends stay as they are, so offsets stay true."""

import codecs
import re

from charset_normalizer import from_bytes

from contested.errors import UnreadableError

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MANY_BYTES = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_SAMPLE = 1 << 16


def decode(raw: bytes, where: str) -> str:
    """The text of a file. Raises UnreadableError ("binary file") where the bytes are no text."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _checked(raw[len(mark) :].decode(encoding, errors="replace"), where)
    wide = _wide(raw)
    if wide is not None:
        return _checked(raw.decode(wide, errors="replace"), where)
    if b"\0" in raw:
        raise UnreadableError(where, "binary file")
    try:
        return _checked(raw.decode("utf-8"), where)
    except UnicodeDecodeError:
        return _checked(_decode_other(raw, where), where)


def wide_encoding(head: bytes) -> str | None:
    """The encoding of a text, told from its first bytes, whose characters take two or four of them; None where they do not."""
    marked = next((encoding for mark, encoding in _MARKS if head.startswith(mark)), None)
    if marked is not None:
        return None if marked == "utf-8" else marked[:6]  # "utf-16" and "utf-32" take the mark away themselves
    return _wide(head[: len(head) // 2 * 2])


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of Western text is zero."""
    sample = raw[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs < 2 or len(raw) % 2:
        return None
    even, odd = sample[0 : pairs * 2 : 2].count(0), sample[1 : pairs * 2 : 2].count(0)
    if odd >= pairs * 0.4 and even <= pairs * 0.02:
        return "utf-16-le"
    if even >= pairs * 0.4 and odd <= pairs * 0.02:
        return "utf-16-be"
    return None


def _decode_other(raw: bytes, where: str) -> str:
    high = len(_HIGH.findall(raw))
    many = len(_MANY_BYTES.findall(raw))
    if many and raw.decode("utf-8", errors="replace").count("\ufffd") <= many * 0.2:
        return raw.decode("utf-8", errors="replace")  # UTF-8 with a broken byte, not another encoding
    if high <= len(raw) * 0.08:  # Western text: the odd accent or curly quotation mark
        try:
            return raw.decode("cp1252")
        except UnicodeDecodeError:
            return raw.decode("latin-1")
    best = from_bytes(raw[:_SAMPLE]).best()
    if best is None:
        raise UnreadableError(where, "binary file")
    return raw.decode(best.encoding, errors="replace")


def _checked(text: str, where: str) -> str:
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > len(sample) * 0.01 or "\0" in sample:
        raise UnreadableError(where, "binary file")
    return text
