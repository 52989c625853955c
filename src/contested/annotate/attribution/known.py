"""Who is meant by a role, a pronoun or a paper: persons that the report names with a role, and who spoke last."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from contested.annotate.attribution.naming import person_name
from contested.reference.cues import cue_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BESIDE = frozenset({"compound", "appos", "nmod", "amod"})
_NEAR = 3  # sentences back


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """`offices` full names by the role they are named with, `persons` the last words of persons' names in order, `subjects` what sentences are about."""

    offices: dict[str, frozenset[str]]
    persons: tuple["Token", ...]
    starts: tuple[int, ...]

    def holder(self, role: str) -> str | None:
        """The one person whom the report names with a role; None where it names none or several."""
        names = self.offices.get(role, frozenset())
        return next(iter(names)) if len(names) == 1 else None

    def person_before(self, token: "Token") -> "Token | None":
        """The last person named before a word, a few sentences back at most."""
        at = bisect_left(self.starts, token.i) - 1
        if at < 0:
            return None
        person, sentence = self.persons[at], token.sent
        for _ in range(_NEAR):
            if person.i >= sentence.start:
                return person
            if sentence.start == 0:
                break
            sentence = token.doc[sentence.start - 1].sent
        return None


def known_in(doc: "Doc", full: dict[str, str]) -> Known:
    """Who is named in a report; `full` gives full names by surname."""
    persons = tuple(ent.root for ent in doc.ents if ent.label_ == "PERSON" and ent.root.tag_[:3] == "NNP")
    offices: dict[str, set[str]] = {}
    for head in persons:
        name = person_name(head, [head])
        if name is None:
            continue
        for role in _roles_of(head):
            offices.setdefault(role, set()).add(full.get(name, name))
    return Known(offices={role: frozenset(names) for role, names in offices.items()}, persons=persons, starts=tuple(head.i for head in persons))


def _roles_of(head: "Token") -> Iterator[str]:
    """Roles that stand beside a name: "Governor Olan Brec", "Olan Brec, the governor", "the governor, Olan Brec"."""
    near = [child for child in head.children if child.dep_ in _BESIDE]
    if head.dep_ == "appos":
        near.append(head.head)
    for word in near:
        lemma = word.lemma_.lower()
        if lemma in cue_words("attribution/roles") or word.lower_.strip(".") in cue_words("attribution/titles"):
            yield lemma
            yield from (part.lemma_.lower() for part in word.conjuncts)
