"""What became of everything that was put in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Something that could not be read: `where` (file, or file:line) and `reason`, a clause for people."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Something whose bytes were read before: `where` it was met again."""

    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The end of a build."""

    read: int = 0
    new: int = 0
    known: int = 0
    set_aside: tuple[SetAside, ...] = ()
    claims: int = 0
    events: int = 0
    origins: int = 0
    holdings: int = 0
