"""The event types, their crosswalks, and the words that tell of them, read from data/ontology.

A type's triggers stand in `triggers/<type>.tsv`, one row for words that share a frame:

    forms    lemmas, "|" between alternatives; several words may stand apart in the sentence ("take control"), "+in" is a particle and no
             preposition, "*" in phrases up to five words of names and qualities
    pos      v verb, n noun, a adjective before a noun, p prepositional phrase after a copula,
             c what a copula says of its subject ("the town is ours", "the road is shut"), or a headline of its first noun ("Army back in Norvale")
    roles    slot=role pairs. Slots: s logical subject, o logical object, n the noun an adjective stands before,
             poss possessor (of a verb's other words: "fell into the rebels' hands"), comp word before a noun ("rebel attack"),
             lv subject of a light verb ("carried out an attack"), or a preposition. Roles: actor, target, place, weapon, both (actor and target), - (nobody)
    needs    what must be so: role:class|class (filled and of a class), role?class (if filled, of a class), role!class (not of it);
             object:class speaks of the verb's object whatever its role, x:class of the verb of its complement ("refused to leave";
             the class "verb" takes any), @slot:class of what stands in a slot whatever its role, among them @manner, the adverbs and the copula
             ("still holds", "remains"), @inf, the verb of an infinitive, @xs, the complement's own subject, @under, the verb that a noun is the
             object of, @bare, the noun of a participle without a doer; classes that no list tells: any, place, name, lived_in, actor, verb, pronoun;
             report:war asks for a report that speaks of war
    example  a sentence with the trigger in braces; a test runs it
"""

import csv
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from contested.errors import DataError

Pos = Literal["v", "n", "a", "p", "c"]
_POS: dict[str, Pos] = {"v": "v", "n": "n", "a": "a", "p": "p", "c": "c"}
_DATA = files("contested.reference") / "data" / "ontology"
_ROLES = frozenset({"actor", "target", "place", "weapon", "both", "-"})


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """`count`: the quantity that a bare number of targets is ("detained" for arrest), None where it is none. Crosswalks as in the field's codebooks."""

    id: str
    label: str
    family: str
    count: str | None
    acled: str
    plover: str
    cameo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One condition on a role's filler: `must` be filled and of a class, or `may` (only if filled), or `not` of it."""

    role: str
    how: Literal["must", "may", "not"]
    classes: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One row of a trigger table, for one of its forms. `roles` maps slots to roles."""

    event_type: str
    form: tuple[str, ...]
    pos: Pos
    roles: tuple[tuple[str, str], ...]
    needs: tuple[Need, ...]
    example: str

    def role(self, slot: str) -> str | None:
        return next((role for known, role in self.roles if known == slot), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """All types, all triggers in the order of the tables, the word classes that triggers ask for, corrected lemmas by form, all words of all classes.

    `traits` lists types by what holds of them, `narrower` types that tell more of the same event, `back_references` what a noun with "the" may speak of.
    """

    types: tuple[EventType, ...]
    triggers: tuple[Trigger, ...]
    classes: dict[str, frozenset[str]]
    lemmas: dict[str, str]
    words: frozenset[str]
    traits: dict[str, frozenset[str]]
    narrower: dict[str, frozenset[str]]
    back_references: dict[str, frozenset[str]]

    def has_trait(self, event_type: str, trait: str) -> bool:
        """Whether something of traits.toml holds of a type."""
        return event_type in self.traits[trait]

    def lemma(self, form: str, lemma: str) -> str:
        """The lemma of a word in small letters, with what the parser gets wrong put right: known forms, and plurals it took for names ("Rebels")."""
        small = self.lemmas.get(form.lower(), lemma.lower())
        return small[:-1] if small.endswith("s") and small not in self.words and small[:-1] in self.words else small

    def type(self, event_type: str) -> EventType:
        return next(known for known in self.types if known.id == event_type)

    def is_a(self, lemma: str, word_class: str) -> bool:
        return lemma in self.classes.get(word_class, frozenset())


@lru_cache(maxsize=1)
def load_ontology() -> Ontology:
    """The bundled ontology. Raises DataError, naming file and line, where a table is broken."""
    types = tuple(
        EventType(id=row["id"], label=row["label"], family=row["family"], count=None if row["count"] == "-" else row["count"],
                  acled=row["acled"], plover=row["plover"], cameo=row["cameo"])
        for _, row in _rows(_DATA / "types.tsv")
    )
    classes = {name: frozenset(words) for name, words in tomllib.loads((_DATA / "classes.toml").read_text(encoding="utf-8")).items()}
    triggers = tuple(trigger for event_type in types for trigger in _triggers(event_type.id))
    lemmas = tomllib.loads((_DATA / "lemmas.toml").read_text(encoding="utf-8"))
    words = frozenset[str]().union(*classes.values())
    traits = tomllib.loads((_DATA / "traits.toml").read_text(encoding="utf-8"))
    narrower, back_references = (
        {name: frozenset(listed) for name, listed in traits.pop(table).items()} for table in ("narrower", "back_reference")
    )
    return Ontology(
        types=types, triggers=triggers, classes=classes, lemmas=lemmas, words=words, narrower=narrower, back_references=back_references,
        traits={name: frozenset(listed) for name, listed in traits.items()},
    )


def _rows(table: Traversable) -> list[tuple[str, dict[str, str]]]:
    lines = table.read_text(encoding="utf-8").splitlines()
    return [(f"{table.name}:{i}", row) for i, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), start=2)]


def _triggers(event_type: str) -> list[Trigger]:
    found = []
    for where, row in _rows(_DATA / "triggers" / f"{event_type}.tsv"):
        pos = _POS.get(row["pos"])
        if pos is None:
            raise DataError(where, f"pos is {row['pos']!r}, expected v, n, a, p or c")
        roles, needs = _roles(where, row["roles"]), _needs(where, row["needs"])
        found += [
            Trigger(event_type=event_type, form=tuple(form.split()), pos=pos, roles=roles, needs=needs, example=row["example"])
            for form in row["forms"].split("|")
        ]
    return found


def _roles(where: str, cell: str) -> tuple[tuple[str, str], ...]:
    pairs = []
    for pair in cell.split():
        slot, _, role = pair.partition("=")
        if role not in _ROLES:
            raise DataError(where, f"{pair!r}: unknown role {role!r}")
        pairs.append((slot, role))
    return tuple(pairs)


def _needs(where: str, cell: str) -> tuple[Need, ...]:
    found = []
    for need in cell.split():
        if need == "-":
            continue
        for mark, how in ((":", "must"), ("?", "may"), ("!", "not")):
            role, sign, classes = need.partition(mark)
            if sign:
                found.append(Need(role=role, how=how, classes=frozenset(classes.split("|"))))  # type: ignore[arg-type]  # how is one of the three above
                break
        else:
            raise DataError(where, f"cannot read the need {need!r}")
    return tuple(found)
