"""What one report offers to name its actors by: names found in it, its places, its country."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from contested.annotate.actors.bodies import Bodies
from contested.annotate.actors.lands import lands_of, main_land
from contested.records import Marks, Place, Report, Span
from contested.reference.actors import ActorEntry, ActorList, Country, NameHit, People

if TYPE_CHECKING:
    from spacy.tokens import Doc

_AGAINST = re.compile(r"(?:\b(?:pro|anti|non|ex|counter|post|pre)\s?[-–]\s?)$", re.IGNORECASE)
_PART_OF = re.compile(
    r"\s?[-–]\s?(held|controlled|run|linked|backed|led|affiliated|style|era|aligned|allied|dominated|occupied|made|inspired|supported|born|based|claimed)\b",
    re.IGNORECASE,
)
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "agent", "appos", "conj", "poss"})
_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Hit:
    """A name at tokens `first`..`last`; `root` is its head. `affix`: "pro", "held"... where a hyphen makes it part of another word.

    `because`: why a short form ("the Front") stands for it, "" where the words are its name.
    """

    name: NameHit
    first: int
    last: int
    root: int
    affix: str | None
    because: str = ""

_SURE_PLACE = 0.5  # a place of a lower score does not say which country a report is about


class Scene:
    """One report under the annotator's eyes."""

    def __init__(self, report: Report, doc: "Doc", marks: Marks, *, actors: ActorList) -> None:
        self.report = report
        self.doc = doc
        self.actors = actors
        self.year = int(report.day[:4]) if report.day and report.day[:4].isdigit() else None
        self._starts = [token.idx for token in doc]
        self.lower = [token.lower_ for token in doc]
        self.sentence = [0] * len(doc)
        number = -1
        for sentence in doc.sents:
            number += not doc[sentence.start].is_space  # white space between paragraphs is a sentence of its own
            for i in range(sentence.start, sentence.end):
                self.sentence[i] = max(number, 0)
        self.places: dict[int, Place] = {}
        for place in marks.places:
            for i in range(self.token_index(place.span.start), self.token_index(place.span.end - 1) + 1):
                self.places[i] = place
        self.hits = tuple(self._hits())
        self.hit_at = {i: hit for hit in self.hits for i in range(hit.first, hit.last + 1)}
        self._forget_unknown_places()
        self.bodies = Bodies(self)
        self._add_bodies()
        self._place_heads = sorted((self.token_index(p.span.start), p) for p in {id(p): p for p in marks.places}.values())

    def token_index(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _hits(self) -> Iterable[Hit]:
        for name in self.actors.find(self.report.text, year=self.year):
            first, last = self.token_index(name.span.start), self.token_index(name.span.end - 1)
            yield Hit(name, first, last, self._root(first, last), self._affix(name.span))

    def _root(self, first: int, last: int) -> int:
        """The head of a name; where the parse breaks the name up, the piece that does something in the sentence."""
        if first == last:
            return first
        loose = [t for t in self.doc[first : last + 1] if t.head.i == t.i or not first <= t.head.i <= last]
        return next((t.i for t in reversed(loose) if len(loose) > 1 and t.dep_ in _ARGUMENTS), self.doc[first : last + 1].root.i)

    def _affix(self, span: Span) -> str | None:
        text = self.report.text
        before = _AGAINST.search(text, max(0, span.start - 9), span.start)
        after = _PART_OF.match(text, span.end)
        return before.group().strip(" -–").lower() if before else after.group(1).lower() if after else None

    def _forget_unknown_places(self) -> None:
        """A listed actor ("Islamic State") is no place that the gazetteer does not know."""
        for i, hit in self.hit_at.items():
            if isinstance(hit.name.named, ActorEntry) and i in self.places and self.places[i].ref is None:
                del self.places[i]

    def _add_bodies(self) -> None:
        """The bodies the list lacks join its hits, in place of whatever the list knew of their words."""
        for body in self.bodies.found:
            span = Span(self.doc[body.first].idx, self.doc[body.last].idx + len(self.doc[body.last]))
            root = self._root(body.first, body.last)
            hit = Hit(NameHit(span, "actor", body.entry), body.first, body.last, root, self._affix(span), body.because)
            self.hit_at.update(dict.fromkeys(range(body.first, body.last + 1), hit))
        if self.bodies.found:
            self.hits = tuple(sorted({id(hit): hit for hit in self.hit_at.values()}.values(), key=lambda hit: hit.first))

    def entry_at(self, i: int) -> ActorEntry | None:
        """The listed actor whose name holds a token, None within "pro-" and "-held"."""
        hit = self.hit_at.get(i)
        return hit.name.named if hit is not None and hit.affix is None and isinstance(hit.name.named, ActorEntry) else None

    def nation_at(self, i: int) -> str | None:
        """The ISO code of the country a token names, as a word of the list or as a marked place that is a country."""
        hit = self.hit_at.get(i)
        if hit is not None and hit.affix is None and isinstance(hit.name.named, Country):
            return hit.name.named.code
        place = self.places.get(i)
        return place.ref.country if place is not None and place.ref is not None and place.ref.kind == "country" else None

    def people_at(self, i: int) -> str | None:
        """The ethnic, religious or political adjective at a token."""
        hit = self.hit_at.get(i)
        return hit.name.named.name if hit is not None and hit.affix is None and isinstance(hit.name.named, People) else None

    def place_at(self, i: int) -> str | None:
        """The name of the town or province a token names or stands for."""
        place = self.places.get(i)
        return place.ref.name if place is not None and place.ref is not None and place.ref.kind != "country" else None

    def place_before(self, i: int) -> str | None:
        """The nearest town or province named before a token, in its sentence or the one before."""
        at = bisect_right(self._place_heads, i, key=lambda pair: pair[0])
        for token, place in reversed(self._place_heads[:at]):
            if self.sentence[i] - self.sentence[token] > 1:
                return None
            if place.ref is not None and place.ref.kind in {"settlement", "admin1", "admin2"} and not self.actors.country_of_capital(place.ref.name):
                return place.ref.name
        return None

    @cached_property
    def country(self) -> str | None:
        """The country the report is about: most of its places and national adjectives; None where none prevails.

        Towns alone, where no word names their country, count only if there are several and no unlisted country is spoken of.
        """
        code = _majority(self._countries(range(len(self.doc))))
        if code is None or self._names_country(code):
            return code
        towns = {place.ref.name for _, place in self._place_heads if place.ref is not None and place.ref.country == code}
        return code if len(towns) > 1 and not lands_of(self) else None

    def _names_country(self, code: str) -> bool:
        """Whether a word of the report names a country, an adjective of it, or an actor at home in it alone."""
        if any(place.ref is not None and place.ref.kind == "country" and place.ref.country == code for _, place in self._place_heads):
            return True
        named = (hit.name.named for hit in self.hits)
        return any(n.code == code if isinstance(n, Country) else isinstance(n, ActorEntry) and n.countries == (code,) for n in named)

    @cached_property
    def land(self) -> str | None:
        """The country the report is about where the list of countries lacks it."""
        return main_land(self)

    @cached_property
    def lands(self) -> Counter[str]:
        """Countries that the list lacks, where the report is about none of the list."""
        return lands_of(self) if self.country is None else Counter()

    def country_near(self, i: int) -> str | None:
        """The report's country, else the one country of the token's sentence, if a word of the report names it."""
        if self.country is not None:
            return self.country
        sentence = self.doc[i].sent
        code = _majority(self._countries(range(sentence.start, sentence.end)))
        return code if code is not None and self._names_country(code) else None

    def _countries(self, tokens: range) -> Counter[str]:
        found: Counter[str] = Counter()
        seen: Place | None = None
        for token, place in self._place_heads:
            unsure = place.reason is not None and place.reason.score < _SURE_PLACE
            if token in tokens and place.ref is not None and place.ref.country and place is not seen and not unsure:
                found[place.ref.country] += 2
                seen = place
        for hit in self.hits:
            if hit.first not in tokens or hit.first in self.places:
                continue
            if isinstance(hit.name.named, Country):
                found[hit.name.named.code] += 2
            elif (
                isinstance(hit.name.named, ActorEntry)
                and len(hit.name.named.countries) == 1
                and hit.name.named.kind not in {"media", "monitor", "external_force"}
            ):
                found[hit.name.named.countries[0]] += 1
        return found

    def adjective(self, code: str) -> str | None:
        country = self.actors.country(code)
        return country.adjective if country else None


def _majority(counted: Counter[str]) -> str | None:
    if not counted:
        return None
    (code, most), *rest = counted.most_common(2)
    return code if not rest or (most > rest[0][1] and most >= _SHARE * (most + rest[0][1])) else None
