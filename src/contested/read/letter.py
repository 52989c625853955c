"""One letter, or one page saved as a letter (MHTML): its text, and what is attached to it."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from email import policy
from email.errors import FirstHeaderLineIsContinuationDefect, MissingHeaderBodySeparatorDefect
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr
from io import BytesIO

from contested.errors import UnreadableError
from contested.read.decoding import decode
from contested.read.finish import refuse_future
from contested.read.places import shown
from contested.read.reader import HEAD, Envelope, Input, Means
from contested.records import SetAside

_BROKEN = (MissingHeaderBodySeparatorDefect, FirstHeaderLineIsContinuationDefect)
_ATTACHED = re.compile(
    r"application/(?:pdf|zip|x-zip-compressed|gzip|x-gzip|xhtml\+xml|(?:rss|atom)\+xml)|text/(?:html|plain|csv|tab-separated-values|xml)|message/rfc822"
)
_NAMED = re.compile(r"\.(?:pdf|html?|txt|csv|tsv|zip|gz|jsonl|eml)$", re.I)
_SAVED_BY = re.compile(r"<?saved by ", re.I)
_UNSEEN = re.compile(r"<(/?)(?:style|script|head)\b", re.I)
_TAG = re.compile(r"<[^<>]*>")
_REAL = 30
_SHARE = 0.5
_FAILURES = (LookupError, UnicodeError, ValueError, AttributeError, TypeError, IndexError, AssertionError, KeyError)
"""What the library raises for headers and parts that break its rules."""


def letter_parts(raw: bytes, given: Input, means: Means, *, where: str, name: str) -> Iterator[Input | SetAside]:
    """The text of a letter as an input at `where`, then its attachments as "where!name".

    Of a letter that is written twice, as a web page and as plain text, the plain text is read, as it has no menus; but where it has less than half the
    words of the page it only points to it, and the page is read. Raises UnreadableError: a broken header, a date in the future, nothing to read.
    """
    letter = _parsed(raw, where)
    envelope = _saved_page(letter) or _envelope(letter)
    refuse_future(envelope.published, means, where=where)
    parts = [part for part in _leaves(letter) if not part.is_multipart()]
    body = _body(parts, where)
    attached = [part for part in parts if part is not body and envelope.url is None and _is_attached(part)]
    if body is not None:
        yield _text_input(body, given, envelope, where=where, name=name)
    elif not attached:
        raise UnreadableError(where, "nothing to read in this letter")
    for number, part in enumerate(attached, 1):
        yield _attachment(part, given, where, number)


def _parsed(raw: bytes, where: str) -> EmailMessage:
    try:
        letter = BytesParser(policy=policy.default).parsebytes(raw)
        broken = any(isinstance(defect, _BROKEN) for defect in letter.defects) or not letter.keys()
    except (*_FAILURES, RecursionError) as error:
        raise UnreadableError(where, "its header is broken") from error
    if broken:
        raise UnreadableError(where, "its header is broken")
    return letter


def _envelope(letter: EmailMessage) -> Envelope:
    sender, address = parseaddr(_header(letter, "From") or "")
    return Envelope(
        published=_date(letter), outlet=sender.strip() or address.rpartition("@")[2] or None, title=_header(letter, "Subject"),
        given=_header(letter, "Message-ID"),
    )


def _saved_page(letter: EmailMessage) -> Envelope | None:
    """The envelope of a page that a browser saved as a letter; None where it is a letter. Its date is when it was saved."""
    if letter.get_content_type() != "multipart/related":
        return None
    address = _header(letter, "Snapshot-Content-Location") or _header(letter, "Content-Location")
    root = next((part for part in _leaves(letter) if part.get_content_type() == "text/html"), None)
    if address is None and root is not None:
        address = _header(root, "Content-Location")
    if address is None and not _SAVED_BY.match(_header(letter, "From") or ""):
        return None
    return Envelope(url=address or "", fetched_at=_date(letter))


def _header(part: EmailMessage, name: str) -> str | None:
    try:
        words = str(part.get(name, ""))
    except _FAILURES:
        return None
    return shown(" ".join(words.split()).encode("utf-8", errors="replace").decode()) or None


def _date(letter: EmailMessage) -> str | None:
    try:
        moment = letter["Date"].datetime
        return f"{moment.astimezone(UTC) if moment.tzinfo else moment:%Y-%m-%dT%H:%M}" if moment.year >= 1970 else None
    except (*_FAILURES, OverflowError):
        return None


def _leaves(letter: EmailMessage) -> Iterator[EmailMessage]:
    """All parts, a letter inside the letter as one."""
    for part in letter.walk() if letter.get_content_maintype() == "multipart" else (letter,):
        if isinstance(part, EmailMessage):
            yield part


def _body(parts: list[EmailMessage], where: str) -> EmailMessage | None:
    own = [part for part in parts if not _is_filed(part)]
    page = next((part for part in own if part.get_content_type() in {"text/html", "application/xhtml+xml"}), None)
    plain = next((part for part in own if part.get_content_type() == "text/plain"), None)
    if page is None or plain is None:
        return page or plain
    words = len(_text(plain, where).split())
    return plain if words >= _REAL and words >= _SHARE * _words_of_page(_text(page, where)) else page


def _words_of_page(html: str) -> int:
    """About how many words a page shows."""
    first, *rest = _UNSEEN.split(html)
    shown = [first, *(after for closes, after in zip(rest[::2], rest[1::2], strict=True) if closes)]
    return sum(len(_TAG.sub(" ", piece).split()) for piece in shown)


def _is_filed(part: EmailMessage) -> bool:
    return part.get_content_disposition() == "attachment" or _file_name(part) is not None


def _is_attached(part: EmailMessage) -> bool:
    return _is_filed(part) and (_ATTACHED.fullmatch(part.get_content_type()) is not None or _NAMED.search(_file_name(part) or "") is not None)


def _file_name(part: EmailMessage) -> str | None:
    try:
        return part.get_filename()
    except _FAILURES:
        return None


def _text(part: EmailMessage, where: str) -> str:
    raw = _bytes(part)
    try:
        return raw.decode(part.get_content_charset() or "utf-8")
    except _FAILURES:
        return decode(raw, where)


def _bytes(part: EmailMessage) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except _FAILURES:
        return b""
    return content if isinstance(content, bytes) else b""


def _text_input(part: EmailMessage, given: Input, envelope: Envelope, *, where: str, name: str) -> Input:
    """The text in UTF-8 with its mark, as only the letter knows in what it is written."""
    content_type = f"{part.get_content_type()}; charset=utf-8"
    raw = codecs.BOM_UTF8 + _text(part, where).removeprefix("\ufeff").encode("utf-8", errors="replace")
    return _input(raw, given, replace(envelope, url=envelope.url or None, content_type=content_type), where=where, name=name)


def _attachment(part: EmailMessage, given: Input, where: str, number: int) -> Input:
    name = shown(_file_name(part) or f"attachment {number}")
    return _input(_bytes(part), given, Envelope(content_type=part.get_content_type()), where=f"{where}!{name}", name=name)


def _input(raw: bytes, given: Input, envelope: Envelope, *, where: str, name: str) -> Input:
    return Input(where=where, name=name, head=raw[:HEAD], stream=BytesIO(raw), size=len(raw), envelope=envelope, depth=given.depth + 1)
