"""What a report as a whole says about where it plays."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import sqrt
from typing import TYPE_CHECKING

from contested.annotate.places.cues import Cues
from contested.annotate.places.mention import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SPOKEN_OF = 0.7  # votes from which on a country is spoken of: a demonym
_OF_NOTE = 20_000  # people
_UNCOUNTED = 1000  # people a place has at least, for its say in where a report plays
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "sir", "dr"})


class Setting:
    """What a report says of where it plays.

    `votes`: country -> name -> what that name says for it. `provinces`: codes of the provinces named. `persons`: words that are people's names.
    """

    def __init__(
        self, votes: Mapping[str, Mapping[str, float]] | None = None, *, provinces: frozenset[str] = frozenset(), persons: frozenset[str] = frozenset()
    ) -> None:
        self._votes = votes or {}
        self._totals = {country: sum(by_name.values()) for country, by_name in self._votes.items()}
        self._others: dict[str, dict[str, float]] = {}
        self.provinces, self.persons = provinces, persons
        self.share = _shares(self._totals)
        """Of every country: 1 for the one most spoken of, if it is spoken of at all; that one first."""

    @property
    def main(self) -> str | None:
        """The country most spoken of; None where hardly any is."""
        top = next(iter(self.share), None)
        return top if top is not None and self._totals[top] >= _SPOKEN_OF else None

    def support(self, country: str | None, *, without: str) -> float:
        """What all names but one say for a country."""
        return self._without(without).get(country or "", 0.0)

    def told(self, *, without: str) -> float:
        """What all names but one say for any country."""
        return sum(self._without(without).values())

    def share_without(self, country: str | None, name: str) -> float:
        """The share of a country by all names but one: a name is no witness of itself."""
        others = self._without(name)
        return others.get(country or "", 0.0) / max(_SPOKEN_OF, *others.values(), 0.0)

    def _without(self, name: str) -> dict[str, float]:
        """The votes of every country but for one name's, worked out once a name."""
        if name not in self._others:
            self._others[name] = {country: total - self._votes[country].get(name, 0.0) for country, total in self._totals.items()}
        return self._others[name]


def read_setting(
    doc: "Doc", mentions: Iterable[Mention], demonyms: Iterable[tuple[int, int, str]], cues: Cues, *, home: str | None = None
) -> Setting:
    """Votes: a country's name 1, a demonym 0.7, a town or province of note 0.8, any other place 0.35, shared among the countries it may lie in.

    The same word counts three times at most. `home`, the country of the outlet, has half a vote.
    """
    persons = person_words(doc, cues)
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    provinces: set[str] = set()
    seen: Counter[str] = Counter()
    for mention in mentions:
        seen[mention.words] += 1
        if seen[mention.words] > 3 or mention.words in persons or mention.words.lower() in cues.common:
            continue
        best = mention.entries[0]
        if best.kind == "country" and best.country and not (len(mention.entries) > 1 and mention.entries[1].kind == "admin1" and mention.entries[1].grade == 2):
            votes[best.country][mention.words] += 1.0
            continue
        for country, part in _countries(mention).items():
            votes[country][mention.words] += part
        if best.kind == "admin1" and best.admin1_code and _lies_nowhere_else(mention):
            provinces.add(best.admin1_code)
    for first, last, iso in demonyms:
        word = doc[first : last + 1].text
        seen[word] += 1
        if seen[word] <= 3:
            votes[iso][word] += 0.7
    if home is not None:
        votes[home][""] += 0.5
    return Setting(votes, provinces=frozenset(provinces), persons=persons)


def _shares(totals: Mapping[str, float]) -> dict[str, float]:
    top = max(_SPOKEN_OF, *totals.values()) if totals else 1.0
    return {country: total / top for country, total in sorted(totals.items(), key=lambda item: (-item[1], item[0]))}


def _countries(mention: Mention) -> dict[str, float]:
    """Country -> what a name says for it: more for places of note, shared by how many people live in them and how well the name fits."""
    weights: dict[str, float] = defaultdict(float)
    worth: dict[str, float] = defaultdict(float)
    for entry in mention.entries:
        if entry.country:
            of_note = entry.grade == 2 or entry.kind == "admin1" or (entry.grade and entry.population >= _OF_NOTE)
            weights[entry.country] = max(weights[entry.country], (1.0 + entry.grade) ** 2 * sqrt(entry.population + _UNCOUNTED))
            worth[entry.country] = max(worth[entry.country], 0.8 if of_note else 0.35)
    total = sum(weights.values())
    return {country: worth[country] * weight / total for country, weight in weights.items()}


def _lies_nowhere_else(mention: Mention) -> bool:
    """One country only, or one place far larger than its namesakes or listed by us."""
    best = mention.entries[0]
    rivals = [e for e in mention.entries if e.country != best.country]
    return best.grade > 0 and all(e.grade < best.grade or e.population * 12 < best.population for e in rivals)


def person_words(doc: "Doc", cues: Cues) -> frozenset[str]:
    """Last names: what follows a first name or a title, here or anywhere in the report."""
    found = set()
    for token in doc:
        if not token.text[0].isupper() or token.i == 0 or token.is_sent_start:
            continue
        before = doc[token.i - 1]
        if not before.text[0].isupper():
            continue
        is_given = before.lower_ in cues.given and before.ent_type_ not in {"GPE", "LOC"}
        if is_given or before.lower_.rstrip(".") in _TITLES:
            found.add(token.text)
    return frozenset(found)


def full_name_words(doc: "Doc") -> frozenset[str]:
    """The words of names of two and more that the parser takes for people's."""
    people = (entity for entity in doc.ents if entity.label_ == "PERSON" and sum(token.text[0].isupper() for token in entity) > 1)
    return frozenset(token.text for entity in people for token in entity if token.text[0].isupper())
