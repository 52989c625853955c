"""The bodies one report names and the list lacks ("the Highland Front"), and the short words it has for them later ("the Front", "HLF")."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from contested.annotate.actors.body_kinds import kind_of
from contested.annotate.actors.runs import Runs, singular
from contested.reference.actor_words import BodyWord, actor_words, body_cues, body_words
from contested.reference.actors import ActorEntry, Country

if TYPE_CHECKING:
    from contested.annotate.actors.scene import Scene

_ACRONYM = re.compile(r"[A-Z][A-Z0-9-]*[A-Z0-9]")
_DETERMINERS = frozenset({"the", "this", "that"})
_TELLS = frozenset({"of", "for", "from"})
_SPEAKS_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson", "commander", "leader", "member", "wing", "supporter"})
_NO_BODIES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "EVENT", "WORK_OF_ART", "LAW", "GPE", "LOC", "FAC", "NORP"})


@dataclass(slots=True)
class _Body:
    """One body while it is collected. `words`: its longest name in small letters; `word`: what it is called by, None for a name without one."""

    name: str
    words: tuple[str, ...]
    word: BodyWord | None
    runs: list[tuple[int, int]] = field(default_factory=list)
    short: list[int] = field(default_factory=list)
    acronyms: set[str] = field(default_factory=set)

    @property
    def heads(self) -> set[str]:
        """The words that may stand for it: what it is called by, and the last word of its name."""
        return {self.word.word if self.word else "", singular(self.words[-1])} - {""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A body at tokens `first`..`last`; `because`: why short words stand for it, "" where they are its name."""

    first: int
    last: int
    entry: ActorEntry
    because: str = ""


class Bodies:
    """Finds the unlisted bodies of a report; to be asked for the last one that a common noun ("the movement") can mean."""

    def __init__(self, scene: "Scene") -> None:
        self._scene = scene
        self._runs = Runs(scene)
        self._taken: set[int] = set()
        self._listed: list[_Body] = []
        self._heads: dict[str, list[tuple[int, _Body | ActorEntry]]] = {}
        self._entries: dict[int, ActorEntry] = {}
        self.found: tuple[Named, ...] = ()
        if not any(token.is_lower for token in scene.doc[:60]):
            return  # capitals tell nothing in a text of capitals
        for first, last, word in self._named():
            self._collect(first, last, word)
        self._acronyms()
        for first, last in self._told():
            self._collect(first, last, None)
        self._acronyms()
        self._repeated()
        for body in self._listed:
            for first, _ in body.runs:
                for head in body.heads:
                    self._heads.setdefault(head, []).append((first, body))
        self._heads_of_the_list()
        for listed in self._heads.values():
            listed.sort(key=lambda pair: pair[0])
        short = list(self._short())
        self._entries = {id(body): self._entry(body) for body in self._listed}
        named = [Named(first=first, last=last, entry=self._entries[id(body)]) for body in self._listed for first, last in body.runs]
        named += [Named(first=i, last=i, entry=(entry := self._entry_of(of)), because=f"{entry.names[0]} is what the report calls so") for i, of in short]
        self.found = tuple(sorted(named, key=lambda n: n.first))

    def last_called(self, word: str, before: int) -> ActorEntry | None:
        """The body that a common noun means at a token: the last one called so before it, else the only one."""
        found = self._last_called(word, before)
        return self._entry_of(found) if found is not None else None

    def _last_called(self, word: str, before: int) -> _Body | ActorEntry | None:
        listed = self._heads.get(singular(word.lower()), [])
        at = bisect_left(listed, before, key=lambda pair: pair[0])
        if at:
            return listed[at - 1][1]
        return listed[0][1] if listed and all(body == listed[0][1] for _, body in listed) else None

    def _entry_of(self, found: _Body | ActorEntry) -> ActorEntry:
        return found if isinstance(found, ActorEntry) else self._entries[id(found)]

    def _named(self) -> Iterator[tuple[int, int, BodyWord]]:
        words, lower = body_words(), self._scene.lower
        for i, capital in enumerate(self._runs.capital):
            if i in self._taken or self._scene.entry_at(i) is not None or self._is_place(i):
                continue
            word = words.get(lower[i]) or (words.get(singular(lower[i])) if capital else None)
            if word is not None and (capital or word.where == "name"):
                run = self._runs.around(i, word)
                if run is not None and not self._is_of_state(*run, i):
                    yield *run, word

    def _told(self) -> Iterator[tuple[int, int]]:
        for i, capital in enumerate(self._runs.capital):
            telling = self._scene.lower[i] in _armed_words() or singular(self._scene.lower[i]) in _SPEAKS_FOR
            if telling and not capital and i not in self._taken and (run := self._told_by(i)) is not None:
                yield run

    def _is_place(self, i: int) -> bool:
        place = self._scene.places.get(i)
        return place is not None and place.ref is not None and not place.as_actor

    def _is_of_state(self, first: int, last: int, head: int) -> bool:
        """ "Malian Army", "National Guard", "Basra Police": the words that stand for forces and offices say it already."""
        lower = self._scene.lower
        for start in range(first, head + 1):
            word = actor_words().get(" ".join(lower[start : head + 1])) or actor_words().get(" ".join([*lower[start:head], singular(lower[head])]))
            if word is None or word.role not in {"state", "government", "ministry", "coalition", "political", "media"}:
                continue
            before = range(first, start)
            return last == head and all(self._scene.nation_at(i) is not None or i in self._scene.places or self._scene.people_at(i) for i in before)
        return False

    def _told_by(self, i: int) -> tuple[int, int] | None:
        """Names without a word for bodies: "Northern Accord fighters", "a spokesman for the Northern Accord"."""
        armed = self._scene.lower[i] in _armed_words()
        if armed and i > 0 and self._runs.capital[i - 1] and self._is_name(i - 1):
            first = self._runs.left(i - 1)
            if first is None or not self._is_name(first) or (first == i - 1 and self._scene.lower[first] in body_cues("opens")):
                return None
            return first, i - 1
        k = i + 2
        if k >= len(self._runs.capital) or self._scene.lower[i + 1] not in _TELLS:
            return None
        article = self._scene.lower[k] == "the"
        k += article
        if k >= len(self._runs.capital) or not (article or armed) or not self._is_name(k) or (not article and self._runs.doc[k].ent_type_ == "PERSON"):
            return None
        last = k
        while last + 1 < len(self._runs.capital) and self._is_name(last + 1) and self._runs.doc[last].dep_ == "compound":
            last += 1
        return k, last

    def _is_name(self, i: int) -> bool:
        token = self._runs.doc[i]
        return (
            self._runs.capital[i] and token.pos_ == "PROPN" and len(token) > 2 and i not in self._scene.hit_at and i not in self._scene.places
            and token.ent_type_ not in _NO_BODIES and i not in self._taken
            and singular(self._scene.lower[i]) not in body_words() and singular(self._scene.lower[i]) not in actor_words()
            and (not token.is_sent_start or token.tag_ in {"NNP", "NNPS"})
        )  # fmt: skip

    def _collect(self, first: int, last: int, word: BodyWord | None) -> None:
        if any(i in self._taken for i in range(first, last + 1)):
            return
        doc = self._runs.doc
        text = self._scene.report.text[doc[first].idx : doc[last].idx + len(doc[last])]
        name = " ".join(text.split())
        words = tuple(name.lower().split())
        for body in self._listed:
            if _same(body.words, words):
                body.runs.append((first, last))
                if len(words) > len(body.words) and self._scene.sentence[first] not in self._runs.headline:
                    body.name, body.words = name, words
                break
        else:
            self._listed.append(_Body(name, words, word, [(first, last)]))
        self._taken.update(range(first, last + 1))

    def _repeated(self) -> None:
        """The same names where the grammar or a headline hid them."""
        starts: dict[str, list[_Body]] = {}
        for body in self._listed:
            starts.setdefault(self._scene.lower[body.runs[0][0]], []).append(body)
        for i, lower in enumerate(self._scene.lower):
            if lower not in starts or i in self._taken or not self._runs.capital[i] or self._scene.entry_at(i) is not None:
                continue
            for body in starts[lower]:
                first, last = body.runs[0]
                wanted = self._scene.lower[first : last + 1]
                if self._scene.lower[i : i + len(wanted)] == wanted and (i == 0 or self._runs.doc[i].is_sent_start or not self._runs.capital[i - 1]):
                    body.runs.append((i, i + len(wanted) - 1))
                    self._taken.update(range(i, i + len(wanted)))
                    break

    def _acronyms(self) -> None:
        """ "the Popular Defence Union (PDU)", and capitals that are the initials of one body."""
        doc = self._runs.doc
        for body in self._listed:
            for _, last in body.runs:
                if last + 3 < len(doc) and doc[last + 1].text == "(" and doc[last + 3].text in {")", ","} and _ACRONYM.fullmatch(doc[last + 2].text):
                    body.acronyms.add(doc[last + 2].text)
        initials = Counter(_initials(body.name) for body in self._listed)
        known = {acronym: body for body in self._listed for acronym in body.acronyms}
        known = {i: body for body in self._listed if len(i := _initials(body.name)) > 2 and initials[i] == 1} | known
        defined = {acronym for body in self._listed for acronym in body.acronyms}
        if not known:
            return
        for token in doc:
            meant = known.get(token.text)
            if meant is not None and token.i not in self._taken and (token.text in defined or self._scene.entry_at(token.i) is None):
                meant.runs.append((token.i, token.i))
                meant.acronyms.add(token.text)
                self._taken.add(token.i)

    def _entry(self, body: _Body) -> ActorEntry:
        codes = {named.code for first, last in body.runs[:1] for i in range(first, last + 1) if isinstance(named := self._country_at(i), Country)}
        kind = kind_of(self._scene, body.words, body.word, [*body.runs, *((i, i) for i in body.short)])
        return ActorEntry(
            key="", names=(body.name, *sorted(body.acronyms)), kind=kind, countries=tuple(sorted(codes)), since=None, until=None, parent=None,
        )  # fmt: skip

    def _country_at(self, i: int) -> object:
        hit = self._scene.hit_at.get(i)
        return hit.name.named if hit is not None else None

    def _heads_of_the_list(self) -> None:
        """ "the Front" may also mean a listed body of which the report writes the name out."""
        for hit in self._scene.hits:
            if isinstance(hit.name.named, ActorEntry) and hit.affix is None and hit.last > hit.first:
                head = singular(self._scene.lower[hit.last])
                if (word := body_words().get(head)) is not None and (word.armed or word.kind == "monitor") and head not in {"army", "force"}:
                    self._heads.setdefault(head, []).append((hit.first, hit.name.named))

    def _short(self) -> Iterator[tuple[int, _Body | ActorEntry]]:
        """A capitalised last word behind an article, or before its fighters."""
        for i, capital in enumerate(self._runs.capital):
            if not capital or i in self._taken or self._scene.lower[i] in {"army", "forces", "force"} or singular(self._scene.lower[i]) not in self._heads:
                continue
            if self._scene.entry_at(i) is not None or i in self._scene.places:
                continue
            behind = any(child.lower_ in _DETERMINERS for child in self._runs.doc[i].lefts)
            before = i + 1 < len(self._runs.capital) and singular(self._scene.lower[i + 1]) in actor_words()
            if not (behind or before) or self._scene.sentence[i] in self._runs.headline:
                continue
            found = None if self._runs.goes_on(i) else self._last_called(self._scene.lower[i], i)
            if found is not None:
                if isinstance(found, _Body):
                    found.short.append(i)
                yield i, found


@cache
def _armed_words() -> frozenset[str]:
    single = [word for word, entry in actor_words().items() if entry.role in {"rebel", "militia"} and " " not in word]
    return frozenset([*single, *(word + "s" for word in single)])


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())


def _same(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """One name is the other, its end, or its beginning before "of" or "for"."""
    short, long = sorted((known, words), key=len)
    if short == long:
        return True
    if len(short) < 2:
        return False
    return long[-len(short) :] == short or (long[: len(short)] == short and long[len(short)] in {"of", "for"})
