"""Tar archives: their members in the order of the archive, as the stream goes by."""

import tarfile
from collections.abc import Iterator
from typing import BinaryIO

from contested.errors import UnreadableError
from contested.read.member import DAMAGE, Drawn, Member, damage_of, is_hidden, member_input
from contested.read.places import shown
from contested.read.reader import Container, Input, Means
from contested.records import Known, Report, SetAside

_BLOCK = 512
_LONGEST_HEADER = 1 << 20
_LONG = frozenset({tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE})


class _Archive(tarfile.TarFile):
    """A tar archive that remembers whether it met headers it could not read."""

    is_damaged = False


class _Header(tarfile.TarInfo):
    """The library passes over a broken header without a word; and it takes a long name of any length into memory."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "_Header":
        header = super().frombuf(buf, encoding, errors)
        if header.size < 0 or (header.type in _LONG and header.size > _LONGEST_HEADER):
            raise tarfile.HeaderError("a header that is longer than any name")
        return header

    @classmethod
    def fromtarfile(cls, tarfile: tarfile.TarFile) -> "_Header":
        try:
            return super().fromtarfile(tarfile)
        except (_INVALID, _TRUNCATED):
            tarfile.is_damaged = True  # type: ignore[attr-defined]
            raise


_INVALID: type[Exception] = getattr(tarfile, "InvalidHeaderError", tarfile.HeaderError)
_TRUNCATED: type[Exception] = getattr(tarfile, "TruncatedHeaderError", tarfile.HeaderError)


def is_tar(head: bytes) -> bool:
    """The first block is a header whose checksum is right."""
    if len(head) < _BLOCK:
        return False
    try:
        return bool(tarfile.TarInfo.frombuf(head[:_BLOCK], "utf-8", "surrogateescape").name)
    except tarfile.HeaderError:
        return False


def open_tar(given: Input, means: Means) -> Iterator[Report | SetAside | Known | Input]:
    """The members. Folders, links, devices and hidden files are passed over. Raises UnreadableError where the rest cannot be read."""
    yield from open_tar_stream(given.stream, given, means)


def open_tar_stream(stream: BinaryIO, given: Input, means: Means) -> Iterator[Report | SetAside | Known | Input]:
    """As `open_tar`, from a stream that is the archive unpacked."""
    try:
        archive = _Archive.open(  # type: ignore[call-overload]  # of a stream's methods it calls `read` alone
            fileobj=Drawn(stream), mode="r|", tarinfo=_Header, ignore_zeros=True, errorlevel=0
        )
    except DAMAGE as error:
        raise UnreadableError(given.where, damage_of(error)) from error
    for _ in range(means.settings.max_members):
        member = _next(archive, given)
        if archive.is_damaged:
            archive.is_damaged = False
            yield SetAside(where=given.where, reason=f"damaged: a member cannot be read before {shown(member.name)}" if member else "damaged at its end")
        if member is None:
            return
        if member.isreg() and not is_hidden(member.name):
            yield _member(archive, member, given)
    raise UnreadableError(given.where, f"more than {means.settings.max_members:,} members: the rest is not read")


def _next(archive: tarfile.TarFile, given: Input) -> tarfile.TarInfo | None:
    try:
        member = archive.next()
    except DAMAGE as error:
        raise UnreadableError(given.where, damage_of(error)) from error
    archive.members = []  # type: ignore[attr-defined]  # the library keeps them all
    return member


def _member(archive: tarfile.TarFile, member: tarfile.TarInfo, given: Input) -> Input | SetAside:
    where = f"{given.where}!{shown(member.name)}"
    if member.issparse():
        return SetAside(where=where, reason="a file with holes in it (sparse)")
    content = archive.extractfile(member)
    if content is None:
        return SetAside(where=where, reason="damaged: it cannot be unpacked")
    try:
        return member_input(Member(Drawn(content).read, where), given, member.name, size=member.size)
    except UnreadableError as error:
        return SetAside(where=where, reason=error.reason)


TAR = Container(kind="tar archive", recognise=lambda given: is_tar(given.head), open=open_tar)
