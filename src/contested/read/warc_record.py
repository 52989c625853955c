"""One record of a web archive: whether there is a page in it, and the page as it was sent, unpacked."""

import re
import zlib
from dataclasses import dataclass
from datetime import UTC
from io import BytesIO
from urllib.parse import urlsplit

from fastwarc.stream_io import BrotliReader, ChunkedReader, ZstdReader
from fastwarc.warc import HeaderMap, WarcRecord, WarcRecordType

from contested.errors import UnreadableError
from contested.read.places import shown
from contested.read.reader import HEAD, Envelope, Input

_KINDS = (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion)
_TYPES = re.compile(r"text/(?:html|plain|xml|csv)|application/(?:xhtml\+xml|(?:x-)?pdf|xml|rss\+xml|atom\+xml|rdf\+xml)|\Z", re.I)
_SCHEMES = frozenset({"http", "https", "ftp", "file"})
_FOR_MACHINES = re.compile(r"/(?:robots|ads|app-ads|humans|security|llms)\.txt\Z")
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_DONE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sent:
    """What a record holds beside its own header; `transfer` and `packing` as the server names them."""

    status: int = _DONE
    content_type: str = ""
    transfer: str = ""
    packing: str = ""
    body: bytes


def may_hold_page(record: WarcRecord) -> bool:
    """A response, a resource or a conversion, from an address people read."""
    if record.record_type not in _KINDS:
        return False
    url = _url(record)
    return url is None or (_scheme(url) in _SCHEMES and not _FOR_MACHINES.search(url))


def begins_page(begin: bytes, record: WarcRecord, where: str) -> bool:
    """Whether a record that begins so holds a page, answered with 200. Raises UnreadableError where its header is broken."""
    return _is_page(_sent(begin, record, where))


def page_in(block: bytes, record: WarcRecord, *, where: str, name: str, depth: int, limit: int) -> Input | None:
    """The page of a record, None where it holds another kind of thing or an answer other than 200.

    Raises UnreadableError: a broken header, a page that cannot be unpacked or is longer than `limit` bytes.
    """
    sent = _sent(block, record, where)
    if not _is_page(sent):
        return None
    page = _unpacked(sent, where, limit)
    envelope = Envelope(url=_url(record), fetched_at=_minute(record), content_type=sent.content_type or None)
    return Input(where=where, name=name, head=page[:HEAD], stream=BytesIO(page), size=len(page), envelope=envelope, depth=depth)


def _is_page(sent: _Sent) -> bool:
    return sent.status == _DONE and _TYPES.match(sent.content_type.strip()) is not None


def _sent(block: bytes, record: WarcRecord, where: str) -> _Sent:
    said = record.headers.get("Content-Type") or ""
    if record.record_type != WarcRecordType.response or not said.lower().startswith("application/http"):
        return _Sent(content_type=said, body=block)
    end = _HEADER_END.search(block)
    headers = HeaderMap()
    try:
        headers.parse(BytesIO(block[: end.end()] if end else b""), has_status_line=True)
    except OSError as error:
        raise UnreadableError(where, "its HTTP header is broken") from error
    if end is None or headers.status_code is None:
        raise UnreadableError(where, "its HTTP header is broken")
    return _Sent(
        status=headers.status_code, content_type=headers.get("Content-Type") or "", transfer=(headers.get("Transfer-Encoding") or "").strip().lower(),
        packing=(headers.get("Content-Encoding") or "").strip().lower(), body=block[end.end() :],
    )


def _unpacked(sent: _Sent, where: str, limit: int) -> bytes:
    """The page itself. Crawlers keep the header of a packed page and store it unpacked: what does not look packed is taken as it is."""
    page = _dechunked(sent.body) if sent.transfer == "chunked" else sent.body
    match sent.packing:
        case "gzip" | "x-gzip" if page.startswith(b"\x1f\x8b"):
            page = _inflated(page, 31, where, limit)
        case "deflate" if page[:1] and (page[0] & 15) == 8:
            page = _inflated(page, 15, where, limit)
        case "br" if page.lstrip()[:1] != b"<":
            page = _drawn(BrotliReader, page, where, limit)
        case "zstd" if page.startswith(b"\x28\xb5\x2f\xfd"):
            page = _drawn(ZstdReader, page, where, limit)
    if len(page) > limit:
        raise UnreadableError(where, f"too long: more than {limit:,} bytes")
    return page


def _dechunked(body: bytes) -> bytes:
    try:
        return bytes(ChunkedReader(BytesIO(body)).read())
    except OSError:
        return body


def _inflated(page: bytes, kind: int, where: str, limit: int) -> bytes:
    inflater = zlib.decompressobj(kind)
    try:
        found = inflater.decompress(page, limit + 1)
    except zlib.error as error:
        raise UnreadableError(where, "damaged: it cannot be unpacked") from error
    if len(found) <= limit and not inflater.eof:
        raise UnreadableError(where, "damaged: it ends too soon")
    return found


def _drawn(unpacker: type[BrotliReader] | type[ZstdReader], page: bytes, where: str, limit: int) -> bytes:
    try:
        return bytes(unpacker(BytesIO(page)).read(limit + 1))
    except OSError as error:
        raise UnreadableError(where, "damaged: it cannot be unpacked") from error


def _url(record: WarcRecord) -> str | None:
    url = (record.headers.get("WARC-Target-URI") or "").strip().removeprefix("<").removesuffix(">")
    return shown(url) or None


def _scheme(url: str) -> str:
    try:
        return urlsplit(url).scheme.lower()
    except ValueError:
        return ""


def _minute(record: WarcRecord) -> str | None:
    date = record.record_date
    return date.astimezone(UTC).isoformat(timespec="minutes")[:16] if date else None
