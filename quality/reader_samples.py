"""Small sound inputs of every kind that is read, made with the libraries: what the tests of the readers begin with, and what the fuzzer damages."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
import zlib

_TOLD = "Rebels took the town of {place} on Monday, the governor said, after two days of fighting that killed {dead} people."
PAGE_TYPE = b"text/html; charset=utf-8"
ATOM = (
    '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Norvale Post</title><entry><title>Norvale falls</title>'
    '<id>tag:post.example,2011:1</id><updated>2011-03-03T10:00:00Z</updated><content type="html">&lt;p&gt;{told}&lt;/p&gt;</content></entry></feed>'
)


def told(place: str = "Norvale", dead: int = 12) -> str:
    """A sentence that is long enough to be an article."""
    return _TOLD.format(place=place, dead=dead)


def page(place: str = "Norvale") -> bytes:
    """A web page with one article."""
    body = "".join(f"<p>{told(place, dead)} The army left the mill and the {place} bridge at dawn.</p>" for dead in (12, 13))
    head = f"<title>Rebels take {place}</title>"
    return f"<!DOCTYPE html><html><head>{head}</head><body><article><h1>Rebels take {place}</h1>{body}</article></body></html>".encode()


def answer(body: bytes, *, content_type: bytes = PAGE_TYPE, status: bytes = b"200 OK", extra: bytes = b"") -> bytes:
    """An HTTP answer; `extra` are further header lines, each with its line end."""
    return b"HTTP/1.1 " + status + b"\r\nContent-Type: " + content_type + b"\r\n" + extra + b"\r\n" + body


def record(
    block: bytes, *, kind: bytes = b"response", url: bytes = b"https://post.example/1", content_type: bytes = b"application/http; msgtype=response",
    length: int | None = None, date: bytes = b"2011-03-03T10:00:59Z",
) -> bytes:
    """One record of a web archive; `length` is what it says of itself, if not the truth."""
    fields = (
        b"WARC-Type: " + kind, b"WARC-Target-URI: " + url, b"WARC-Date: " + date, b"WARC-Record-ID: <urn:uuid:0>",
        b"Content-Type: " + content_type, b"Content-Length: %d" % (len(block) if length is None else length),
    )
    return b"WARC/1.0\r\n" + b"\r\n".join(fields) + b"\r\n\r\n" + block + b"\r\n\r\n"


def page_record(place: str = "Norvale", *, length: int | None = None) -> bytes:
    return record(answer(page(place)), url=b"https://post.example/" + place.lower().encode(), length=length)


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


def pdf(pages: list[list[str]], *, properties: str = "", packed: bool = False) -> bytes:
    """A PDF of some pages of some lines; `properties` as PDF writes them: "/Title (Norvale)"."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", f"<< {properties} >>"]
    kids = []
    for lines in pages:
        shown = " ".join(f"({line.replace('(', '').replace(')', '')}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET"
        raw = zlib.compress(stream.encode("latin-1")).decode("latin-1") if packed else stream
        objects.append(f"<< /Length {len(raw)} {'/Filter /FlateDecode' if packed else ''} >>\nstream\n{raw}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        resources = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R {resources} >>")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return f"{out}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


def letter(body: str = "", *, subject: str = "Norvale falls", extra: str = "") -> bytes:
    """A plain letter; `extra` are further header lines."""
    head = f"From: Norvale Post <news@post.example>\r\nTo: desk@desk.example\r\nSubject: {subject}\r\nDate: Thu, 03 Mar 2011 12:00:00 +0200\r\n"
    return f"{head}Message-ID: <1@post.example>\r\n{extra}\r\n{body or told()}\r\n".encode()


def parts(kinds: list[tuple[str, str]], *, kind: str = "alternative", extra: str = "") -> bytes:
    """A letter of some parts, each its header lines and its content."""
    inside = "".join(f"--cut\r\n{header}\r\n\r\n{content}\r\n" for header, content in kinds)
    fields = f'MIME-Version: 1.0\r\nContent-Type: multipart/{kind}; boundary="cut"\r\n{extra}'
    return letter(f"{inside}--cut--", extra=fields)


def mailbox(letters: list[bytes]) -> bytes:
    return b"".join(b"From news@post.example Thu Mar  3 12:00:00 2011\n" + one.replace(b"\r\n", b"\n") + b"\n" for one in letters)


def saved_page() -> bytes:
    """A page that a browser saved as a letter."""
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/norvale\r\nSubject: Norvale falls\r\n"
        "Date: Thu, 3 Mar 2011 12:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="cut"\r\n\r\n'
    )
    root = "--cut\r\nContent-Type: text/html\r\nContent-Location: https://post.example/norvale\r\n\r\n"
    return head.encode() + root.encode() + page() + b"\r\n--cut\r\nContent-Type: image/png\r\nContent-Location: a.png\r\n\r\nxx\r\n--cut--\r\n"


def samples() -> dict[str, bytes]:
    """A file of every kind, by its name."""
    records = [page_record(place) for place in ("Norvale", "Eastford", "Harsk")]
    table = f'date,source,content\n2011-03-03,Norvale Post,"{told()}\nSo it was."\n2011-03-04,Harsk Times,{told("Harsk").replace(",", "")}\n'
    lines = "".join(json.dumps({"id": place, "text": told(place), "published": "2011-03-03"}) + "\n" for place in ("Norvale", "Harsk"))
    members = {"a.html": page(), "b/c.txt": told().encode(), "d.jsonl": lines.encode()}
    return {
        "a.txt": f"Norvale falls\n\nNORVALE, March 3, 2011 (Reuters) - {told()}\n".encode(),
        "a.html": page(), "a.xml": ATOM.format(told=told()).encode(), "a.jsonl": lines.encode(),
        "a.json": json.dumps([{"text": told()}, {"text": told("Harsk")}]).encode(), "a.csv": table.encode(), "wide.csv": table.encode("utf-16"),
        "a.warc": b"".join(records), "a.warc.gz": b"".join(map(gzip.compress, records)), "whole.warc.gz": gzip.compress(b"".join(records)),
        "a.warc.wet": record(told().encode(), kind=b"conversion", content_type=b"text/plain"),
        "a.zip": zipped(members), "a.tar": tarred(members), "a.tar.gz": gzip.compress(tarred(members)), "a.tar.xz": lzma.compress(tarred(members)),
        "a.txt.bz2": bz2.compress(told().encode()), "nested.zip": zipped({"a.zip": zipped(members), "b.warc.gz": gzip.compress(records[0])}),
        "a.pdf": pdf([[told()], [told("Harsk")]], properties="/Title (Norvale falls) /CreationDate (D:20110303100000Z)"),
        "packed.pdf": pdf([[told()]], packed=True), "a.eml": letter(), "a.mbox": mailbox([letter(), letter(told("Harsk"))]), "a.mhtml": saved_page(),
        "parts.eml": parts([("Content-Type: text/plain", told()), ("Content-Type: text/html", page().decode())]),
    }
