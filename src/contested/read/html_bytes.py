"""From the bytes of a web page to its text: the byte order mark, UTF-8 that holds, then what the page or its sender declares."""

import codecs
import re

from contested.read.decoding import decode
from contested.read.mojibake import WINDOWS

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.I)
_SENT = re.compile(r"""charset\s*=\s*["']?([\w.:-]{2,40})""", re.I)
_HEAD = 4096
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8)
_MEANT = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949",
}
"""What browsers take a declared encoding for."""


def page_text(raw: bytes, where: str, *, content_type: str | None = None) -> str:
    """The page as text. UTF-8 wins where the bytes hold as UTF-8, whatever is declared: nothing else looks like it by chance.

    Raises UnreadableError ("binary file") where the bytes are no text.
    """
    if raw.startswith(_WIDE) or b"\0" in raw[:_HEAD]:
        return decode(raw, where)
    declared = _declared(raw, content_type)
    if declared is None or _is_utf8(raw, declared):
        return decode(raw, where)
    if declared == "cp1252":
        return raw.decode("latin-1").translate(WINDOWS)
    try:
        return raw.decode(declared)
    except (UnicodeError, LookupError):  # it does not hold, or is an encoding of something else than text
        return decode(raw, where)


def _declared(raw: bytes, content_type: str | None) -> str | None:
    """The name Python has for the declared encoding; the sender's word goes before the page's. None where none is declared that is known."""
    sent = _SENT.search(content_type) if content_type else None
    named = [sent[1]] if sent else []
    named += [(match[1] or match[2]).decode("ascii", errors="replace") for match in _DECLARED.finditer(raw[:_HEAD])]
    for name in named:
        try:
            known = codecs.lookup(name).name
        except LookupError:
            continue
        if not known.startswith(("utf-16", "utf-32")):  # what can be read as declaring it is not in it
            return _MEANT.get(known, known)
    return None


def _is_utf8(raw: bytes, declared: str) -> bool:
    if declared.startswith("utf-8"):
        return True
    if b"\x1b" in raw:  # an encoding that shifts with escapes is all ASCII
        return False
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
