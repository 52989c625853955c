"""What a report as a whole says about where it plays."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contested.annotate.places.cues import Cues
from contested.annotate.places.mention import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "sir", "dr"})


@dataclass(slots=True, kw_only=True)
class Setting:
    """`share` of every country: 1 for the one most spoken of. `provinces`: codes of the provinces named. `persons`: words that are people's names."""

    share: dict[str, float] = field(default_factory=dict)
    provinces: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()

    @property
    def main(self) -> str | None:
        """The country most spoken of."""
        return next(iter(self.share), None)


def read_setting(doc: "Doc", mentions: Iterable[Mention], demonyms: Iterable[tuple[int, int, str]], cues: Cues) -> Setting:
    """Votes: a country's name 1, a demonym 0.7, a town or province that can lie nowhere else 0.8; the same word counts three times at most."""
    persons = person_words(doc, cues)
    votes: dict[str, float] = defaultdict(float)
    provinces: set[str] = set()
    seen: Counter[str] = Counter()
    for mention in mentions:
        seen[mention.words] += 1
        if seen[mention.words] > 3 or mention.words in persons or mention.words.lower() in cues.common:
            continue
        best = mention.entries[0]
        if best.kind == "country" and best.country and not (len(mention.entries) > 1 and mention.entries[1].kind == "admin1" and mention.entries[1].grade == 2):
            votes[best.country] += 1.0
        elif best.country and _lies_nowhere_else(mention):
            votes[best.country] += 0.8
            if best.kind == "admin1" and best.admin1_code:
                provinces.add(best.admin1_code)
    for first, last, iso in demonyms:
        word = doc[first : last + 1].text
        seen[word] += 1
        if seen[word] <= 3:
            votes[iso] += 0.7
    top = max(votes.values(), default=0.0)
    share = {country: count / top for country, count in sorted(votes.items(), key=lambda item: (-item[1], item[0]))}
    return Setting(share=share, provinces=frozenset(provinces), persons=persons)


def _lies_nowhere_else(mention: Mention) -> bool:
    """One country only, or one place far larger than its namesakes or listed by us."""
    best = mention.entries[0]
    rivals = [e for e in mention.entries if e.country != best.country]
    if best.kind == "settlement" and best.grade < 2 and best.population < 20_000:
        return False
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
