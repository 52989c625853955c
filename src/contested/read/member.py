"""What lies in an archive, handed on as it is unpacked: never on disk, never more of it than a small archive can honestly hold."""

import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from contested.errors import UnreadableError
from contested.read.places import shown
from contested.read.reader import HEAD, Input
from contested.settings import ReadSettings

FREE = 10_000_000
"""So much may come out of any archive; beyond it `ReadSettings.max_expansion` counts."""

DAMAGE = (zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError, EOFError, NotImplementedError, OSError, ValueError, MemoryError)
"""What the libraries raise for an archive that is damaged, cut short, or packed in an unusual way."""

_HIDDEN = "__MACOSX"


@dataclass(slots=True, kw_only=True)
class Allowance:
    """How much may still come out of an archive. `packed` says how many bytes of it were taken in."""

    where: str
    settings: ReadSettings
    packed: Callable[[], int]
    given_out: int = 0

    def spend(self, amount: int) -> None:
        """Raises UnreadableError where more comes out than `max_expansion` times what went in."""
        self.given_out += amount
        if self.given_out > FREE + self.settings.max_expansion * self.packed():
            raise UnreadableError(self.where, f"it unpacks to more than {self.settings.max_expansion} times its size")


class Member(io.RawIOBase):
    """A stream over `fetch` (what can be had at once of so many bytes, nothing at the end), its `head` already taken and given again.

    Damage is raised as UnreadableError, but never before all that lies before it was given.
    """

    def __init__(self, fetch: Callable[[int], bytes], where: str, *, allowance: Allowance | None = None) -> None:
        super().__init__()
        self._fetch, self._where, self._allowance = fetch, where, allowance
        self._given = 0
        self._failure: UnreadableError | None = None
        self.head = self._first()

    @property
    def is_whole(self) -> bool:
        """The head is all there is."""
        return len(self.head) < HEAD and self._failure is None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:  # type: ignore[no-untyped-def]  # the standard library names no type for it before 3.12
        data = self.head[self._given : self._given + len(buffer)] or self._rest(len(buffer))
        self._given += len(data)
        buffer[: len(data)] = data
        return len(data)

    def _rest(self, size: int) -> bytes:
        if self._failure is not None:
            raise self._failure
        return b"" if self.is_whole else self._more(size)

    def _first(self) -> bytes:
        head = b""
        while len(head) < HEAD:
            try:
                data = self._more(HEAD - len(head))
            except UnreadableError as error:
                if not head:
                    raise
                self._failure = error
                break
            if not data:
                break
            head += data
        return head

    def _more(self, size: int) -> bytes:
        try:
            data = self._fetch(size)
        except DAMAGE as error:
            raise UnreadableError(self._where, damage_of(error)) from error
        except UnreadableError as error:  # the archive around it is damaged: tell it of the member that is cut
            raise UnreadableError(self._where, error.reason) from error
        if self._allowance is not None:
            self._allowance.spend(len(data))
        return data


class Drawn:
    """A stream whose `read` gives what can be had at once, so that nothing that lies before damage is lost with it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._read = stream.read1 if isinstance(stream, io.BufferedIOBase) else stream.read

    def read(self, size: int) -> bytes:
        return self._read(size)


def member_input(member: Member, given: Input, name: str, *, size: int | None) -> Input:
    """A member of the container `given` as an input of its own; `name` is its path in the container."""
    stream = io.BytesIO(member.head) if member.is_whole else io.BufferedReader(member, HEAD)
    return Input(
        where=f"{given.where}!{shown(name)}", name=shown(name.rstrip("/").rpartition("/")[2]), head=member.head, stream=stream,
        size=len(member.head) if member.is_whole else size, depth=given.depth + 1,
    )


def is_hidden(name: str) -> bool:
    """A hidden file, or one that an archiver keeps for itself."""
    return any(part == _HIDDEN or (part.startswith(".") and part.strip(".")) for part in name.split("/"))


def damage_of(error: Exception) -> str:
    """A clause for people."""
    words = str(error)
    match error:
        case EOFError():
            return "damaged: it ends too soon"
        case MemoryError():
            return "it needs too much memory to be unpacked"
        case NotImplementedError():
            return "packed in a way that is not read here"
        case OSError() if error.errno is not None:
            return (error.strerror or type(error).__name__).lower()
        case _ if "crc" in words.lower() or "checksum" in words.lower():
            return "damaged: its checksum is wrong"
        case _ if "unexpected end" in words or "end-of-stream" in words:
            return "damaged: it ends too soon"
        case _:
            return "damaged: it cannot be unpacked"
