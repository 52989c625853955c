"""Who acts in the wars since 1990: a list of named actors, and the countries and peoples that name many more."""

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from contested.errors import DataError
from contested.records import ActorRef, Span

KINDS = frozenset(
    [
        "state_force",
        "government",
        "rebel_group",
        "political_militia",
        "identity_militia",
        "external_force",
        "private_force",
        "civilians",
        "protesters",
        "monitor",
        "media",
        "aid_body",
        "international_body",
        "political_body",
        "person",
        "unknown",
    ]
)
_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[ \-–'’/&()]{1,3}|, |\.|\s")
# Acronyms that are ordinary English words: not trusted in a line of capitals, nor in a text without case.
_ORDINARY = frozenset({"is", "who", "fact", "model", "tip", "site", "mena", "sana", "arena", "pa", "au", "care"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """One actor of the list, or one that a report names and the list lacks (`key` "").

    `names`: its own name first; `since`, `until`: years it was active, None where open; `parent`: the key it belongs or swore to.
    """

    key: str
    names: tuple[str, ...]
    kind: str
    countries: tuple[str, ...]
    since: int | None
    until: int | None
    parent: str | None

    @property
    def ref(self) -> ActorRef:
        return ActorRef(name=self.names[0], kind=self.kind, key=self.key or None, countries=self.countries)

    def active(self, year: int | None) -> bool:
        """Whether it existed in a year; yes where the year is unknown. A year's grace on both sides: names appear early and linger."""
        return year is None or ((self.since or 0) - 1 <= year <= (self.until or 9999) + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """`adjective`: the one used to build names ("Afghan"); `people`: the plural ("Afghans"), "" where it has none of its own."""

    code: str
    name: str
    adjective: str
    people: str
    capital: str


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """An ethnic, religious or political adjective that names a side ("Kurdish")."""

    name: str
    countries: tuple[str, ...]


Named = ActorEntry | Country | People


class NameHit(NamedTuple):
    """A name found in a text. `form`: "actor", "adjective" (Afghan), "country" (Afghanistan), "nationals" (Afghans) or "people" (Kurdish)."""

    span: Span
    form: str
    named: Named


class _Form(NamedTuple):
    words: tuple[str, ...]
    written: str
    form: str
    named: Named


class ActorList:
    """Names to actors, by exact name or by the longest match in a text."""

    def __init__(self, entries: Iterable[ActorEntry], countries: Iterable[Country] = (), peoples: Iterable[People] = (), names: Iterable[_Form] = ()) -> None:
        self.entries = tuple(entries)
        self._by_key = {entry.key: entry for entry in self.entries}
        self._countries = {country.code: country for country in countries}
        self._capitals = {plain(c.capital): c for c in self._countries.values() if c.capital}
        forms = [_form(name, "actor", entry) for entry in self.entries for name in entry.names]
        forms += [_form(people.name, "people", people) for people in peoples]
        self._index: dict[str, list[_Form]] = {}
        self._exact: dict[tuple[str, ...], list[_Form]] = {}
        for form in (*forms, *names):
            self._index.setdefault(form.words[0], []).append(form)
            self._exact.setdefault(form.words, []).append(form)
        for listed in self._index.values():
            listed.sort(key=lambda form: -len(form.words))

    def by_key(self, key: str) -> ActorEntry | None:
        return self._by_key.get(key)

    def country(self, code: str | None) -> Country | None:
        """The country of an ISO code."""
        return self._countries.get(code or "")

    def country_of_capital(self, name: str) -> Country | None:
        return self._capitals.get(plain(name))

    def lookup(self, name: str, *, year: int | None = None) -> ActorEntry | None:
        """The actor of exactly this name ("the" and case aside), one active in the year first; None where unknown."""
        words = tuple(plain(name).split())
        found = [f.named for f in self._exact.get(words[1:] if words[:1] == ("the",) else words, ()) if isinstance(f.named, ActorEntry)]
        return next((entry for entry in found if entry.active(year)), found[0] if found else None)

    def family(self, key: str | None) -> frozenset[str]:
        """A key and every key above it."""
        found: set[str] = set()
        while key and key not in found:
            found.add(key)
            entry = self._by_key.get(key)
            key = entry.parent if entry else None
        return frozenset(found)

    def find(self, text: str, *, year: int | None = None) -> Iterator[NameHit]:
        """Every name in a text, longest first, never overlapping, in order."""
        caseless = not (re.search(r"[a-z]", text) and re.search(r"[A-Z]", text))
        words = [(m.start(), m.end(), plain(m.group())) for m in _WORD.finditer(text)]
        i = 0
        while i < len(words):
            form = self._longest(text, words, i, caseless=caseless, year=year) if words[i][2] in self._index else None
            if form is None:
                i += 1
                continue
            end = words[i + len(form.words) - 1][1]
            yield NameHit(Span(words[i][0], end + (text[end : end + 1] == "." and form.written.endswith("."))), form.form, form.named)
            i += len(form.words)

    def _longest(self, text: str, words: list[tuple[int, int, str]], i: int, *, caseless: bool, year: int | None) -> _Form | None:
        best: _Form | None = None
        for form in self._index[words[i][2]]:
            if best is not None and len(form.words) < len(best.words):
                break
            run = words[i : i + len(form.words)]
            if len(run) < len(form.words) or any(have[2] != want for have, want in zip(run, form.words, strict=True)):
                continue
            if not all(_GAP.fullmatch(text[left[1] : right[0]]) for left, right in itertools.pairwise(run)):
                continue
            if not _case_fits(form.written, text, run, caseless=caseless):
                continue
            if isinstance(form.named, ActorEntry) and not form.named.active(year):
                best = best or form
                continue
            return form
        return best


def _case_fits(written: str, text: str, run: list[tuple[int, int, str]], *, caseless: bool) -> bool:
    """Names begin as they are written; acronyms are capitals throughout."""
    letters = [c for c in written if c.isalpha()]
    if caseless:
        return not (all(c.isupper() for c in letters) and "".join(letters).lower() in _ORDINARY | {"us"})
    slice_ = text[run[0][0] : run[-1][1]]
    if all(c.isupper() for c in letters):
        if [c for c in slice_ if c.isalpha()] != letters:
            return False
        return "".join(letters).lower() not in _ORDINARY or not _in_capitals(text, run[0][0], run[-1][1])
    return slice_[0].isupper() if written[0].isupper() else slice_[0] == written[0] or slice_[0].isupper()


def _in_capitals(text: str, start: int, end: int) -> bool:
    near = [*re.findall(r"[A-Za-z]{3,}", text[max(0, start - 24) : start])[-1:], *re.findall(r"[A-Za-z]{3,}", text[end : end + 24])[:1]]
    return bool(near) and all(w.isupper() for w in near)


def plain(words: str) -> str:
    """Lower case, no accents, words parted by single spaces: how names are compared."""
    if words.isascii() and words.isalnum():
        return words.lower()
    bare = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(bare.lower()))


def _form(written: str, form: str, named: Named) -> _Form:
    return _Form(tuple(plain(written).split()), written, form, named)


@cache
def actor_list() -> ActorList:
    """The list that comes with the package. Raises DataError (file:line) where a data file is broken."""
    entries = tuple(_entry(where, row) for where, row in rows("actors.tsv", 8))
    known = {entry.key for entry in entries}
    for entry in entries:
        if entry.parent is not None and entry.parent not in known:
            raise DataError(f"actors.tsv ({entry.key})", f'the parent "{entry.parent}" is not listed')
    if len(known) < len(entries):
        raise DataError("actors.tsv", "a key stands twice")
    countries, names = [], []
    for where, (code, name, adjective, people, capital, others, adjectives) in rows("countries.tsv", 7):
        if not re.fullmatch(r"[A-Z]{2}", code) or not name or not adjective:
            raise DataError(where, "expected an ISO alpha-2 code, a name and an adjective")
        country = Country(code=code, name=name, adjective=adjective, people=people, capital=capital)
        countries.append(country)
        names += [_form(written, "adjective", country) for written in (adjective, *listed(adjectives))]
        names += [_form(written, "country", country) for written in (name, *listed(others))]
        names += [_form(people, "nationals", country)] if people else []
    peoples = [People(name=name, countries=listed(codes)) for _, (name, codes) in rows("peoples.tsv", 2)]
    return ActorList(entries, countries, peoples, names)


def _entry(where: str, row: list[str]) -> ActorEntry:
    key, name, aliases, kind, countries, since, until, parent = row
    if not key or not name:
        raise DataError(where, "expected a key and a name")
    if kind not in KINDS:
        raise DataError(where, f'"{kind}" is no kind of actor')
    if any(not re.fullmatch(r"[A-Z]{2}", code) for code in listed(countries)):
        raise DataError(where, f'expected ISO alpha-2 codes, got "{countries}"')
    if any(year and not re.fullmatch(r"\d{4}", year) for year in (since, until)):
        raise DataError(where, f'expected years, got "{since}" and "{until}"')
    return ActorEntry(
        key=key, names=(name, *listed(aliases)), kind=kind, countries=listed(countries),
        since=int(since) if since else None, until=int(until) if until else None, parent=parent or None,
    )  # fmt: skip


def rows(name: str, columns: int) -> Iterator[tuple[str, list[str]]]:
    """The rows of a data file of actors with where they stand; trailing empty cells may be left out. Raises DataError."""
    text = files("contested.reference").joinpath("data", "actors", name).read_text(encoding="utf-8")
    return parse_rows(name, text, columns)


def parse_rows(name: str, text: str, columns: int) -> Iterator[tuple[str, list[str]]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > columns:
            raise DataError(f"{name}:{number}", f"expected {columns} columns, got {len(cells)}")
        yield f"{name}:{number}", cells + [""] * (columns - len(cells))


def listed(cell: str) -> tuple[str, ...]:
    return tuple(piece for piece in cell.split("|") if piece)
