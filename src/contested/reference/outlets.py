"""Outlets and agencies by every name they go by, and by the addresses they publish at."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal
from urllib.parse import urlsplit

from contested.errors import DataError

_FILE = "outlets.tsv"
_COLUMNS = ["name", "kind", "aliases", "domains"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """`kind` "agency" sells its reports to other outlets; `names` all it goes by, its own first; `domains` where it publishes."""

    name: str
    kind: Literal["agency", "outlet"]
    names: tuple[str, ...]
    domains: tuple[str, ...]


@cache
def outlets() -> tuple[Outlet, ...]:
    """Every outlet and agency known, in file order. Raises DataError where the data file is broken."""
    text = files("contested.reference").joinpath("data", "outlets", _FILE).read_text(encoding="utf-8")
    rows = [(n, line.split("\t")) for n, line in enumerate(text.splitlines(), 1) if line and not line.startswith("#")]
    if not rows or rows[0][1] != _COLUMNS:
        raise DataError(_FILE, f"expected the columns {', '.join(_COLUMNS)}")
    return tuple(_outlet(f"{_FILE}:{n}", fields) for n, fields in rows[1:])


def _outlet(where: str, fields: list[str]) -> Outlet:
    if len(fields) != len(_COLUMNS):
        raise DataError(where, f"expected {len(_COLUMNS)} columns, got {len(fields)}")
    name, kind, aliases, domains = fields
    if kind == "agency":
        return Outlet(name=name, kind="agency", names=(name, *_listed(aliases)), domains=_listed(domains))
    if kind == "outlet":
        return Outlet(name=name, kind="outlet", names=(name, *_listed(aliases)), domains=_listed(domains))
    raise DataError(where, f'expected the kind "agency" or "outlet", got "{kind}"')


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(piece for piece in cell.split(";") if piece)


def outlet_named(words: str) -> Outlet | None:
    """The outlet of exactly these words (case counts only in names of up to four letters), None where unknown."""
    exact, folded = _by_name()
    words = re.sub(r"^[Tt]he\s+", "", words.strip())
    return exact.get(words) or folded.get(words.casefold())


@cache
def _by_name() -> tuple[dict[str, Outlet], dict[str, Outlet]]:
    exact: dict[str, Outlet] = {}
    folded: dict[str, Outlet] = {}
    for outlet in outlets():
        for name in outlet.names:
            bare = re.sub(r"^[Tt]he\s+", "", name)
            exact.setdefault(bare, outlet)
            if len(bare) > 4:
                folded.setdefault(bare.casefold(), outlet)
    return exact, folded


def outlet_at(url: str) -> str | None:
    """Who publishes at a web address: a known outlet's name, else the host without "www."; None where there is no host."""
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return None
    known = _by_domain()
    parts = host.split(".")
    for start in range(len(parts) - 1):
        if name := known.get(".".join(parts[start:])):
            return name
    return host or None


@cache
def _by_domain() -> dict[str, str]:
    return {domain: outlet.name for outlet in outlets() for domain in outlet.domains}


@cache
def agency_pattern() -> str:
    """A regular expression (no groups) that matches any agency name, longest first."""
    names = {name for outlet in outlets() if outlet.kind == "agency" for name in outlet.names}
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n))) + ")"
