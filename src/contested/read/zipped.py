"""Zip archives: their members in the order in which they are listed."""

import io
import struct
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from typing import BinaryIO

from contested.errors import UnreadableError
from contested.read.member import DAMAGE, FREE, Allowance, Drawn, Member, damage_of, is_hidden, member_input
from contested.read.places import shown
from contested.read.reader import Container, Input, Means
from contested.records import Known, Report, SetAside
from contested.settings import ReadSettings

_MARKS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x00\x00PK\x03\x04")
_LOCAL = 30
_LOCKED = 1
_DOCUMENTS = (("[Content_Types].xml", "an office document: not read yet"), ("mimetype", "an office document or electronic book: not read yet"))


def is_zip(given: Input) -> bool:
    return given.head.startswith(_MARKS)


def open_zip(given: Input, means: Means) -> Iterator[Report | SetAside | Known | Input]:
    """The members. Folders and hidden files are passed over.

    Raises UnreadableError: no list of members at its end, an office document, more members or bytes than an honest archive has.
    """
    stream = _seekable(given, means)
    size = stream.seek(0, io.SEEK_END)
    archive = _archive(stream, given)
    members = [member for member in archive.infolist() if not is_hidden(member.filename) and not member.filename.endswith("/")]
    names = {member.filename for member in members}
    if reason := next((reason for name, reason in _DOCUMENTS if name in names), None):
        raise UnreadableError(given.where, reason)
    overlapping = _overlapping(archive.infolist())
    allowance = Allowance(where=given.where, settings=means.settings, packed=lambda: size)
    for number, member in enumerate(members):
        if number >= means.settings.max_members:
            raise UnreadableError(given.where, f"more than {means.settings.max_members:,} members: the rest is not read")
        where = f"{given.where}!{shown(member.filename)}"
        if reason := _refusal(member, means.settings, overlaps=member.header_offset in overlapping):
            yield SetAside(where=where, reason=reason)
        else:
            allowance.spend(member.file_size)
            yield _member(archive, member, given, where)


def _seekable(given: Input, means: Means) -> BinaryIO:
    """A zip archive is read from its end: one that lies in another archive is taken into memory, if it is no longer than a file may be."""
    if given.stream.seekable():
        return given.stream
    limit = means.settings.max_bytes
    raw = given.stream.read(limit + 1)
    if len(raw) > limit:
        raise UnreadableError(given.where, f"too long: a zip archive inside another may have {limit:,} bytes")
    return io.BytesIO(raw)


def _archive(stream: BinaryIO, given: Input) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except (*DAMAGE, struct.error, OverflowError) as error:
        raise UnreadableError(given.where, "damaged: the list of its members at its end is missing or broken") from error


def _overlapping(members: list[zipfile.ZipInfo]) -> frozenset[int]:
    """Where the members begin that share bytes with the one after them: so a small archive pretends to hold much."""
    ordered = sorted(members, key=lambda member: member.header_offset)
    return frozenset(one.header_offset for one, other in pairwise(ordered) if one.header_offset + _LOCAL + one.compress_size > other.header_offset)


def _refusal(member: zipfile.ZipInfo, settings: ReadSettings, *, overlaps: bool) -> str | None:
    if member.flag_bits & _LOCKED:
        return "it is locked with a password"
    if overlaps:
        return "damaged: it overlaps another member"
    if member.file_size > FREE + settings.max_expansion * member.compress_size:
        return f"it unpacks to more than {settings.max_expansion} times its size"
    return None


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, given: Input, where: str) -> Input | SetAside:
    try:
        content = archive.open(member)
    except (*DAMAGE, RuntimeError, struct.error) as error:
        return SetAside(where=where, reason=damage_of(error))
    try:
        return member_input(Member(Drawn(content).read, where), given, member.filename, size=member.file_size)
    except UnreadableError as error:
        return SetAside(where=error.where, reason=error.reason)


ZIP = Container(kind="zip archive", recognise=is_zip, open=open_zip)
