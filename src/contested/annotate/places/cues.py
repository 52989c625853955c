"""The words around a name that speak for or against a place."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Lower-case word sets of cues.toml and words.toml, under the names they have there; `kinds`: all words for towns, provinces, districts and their parts."""

    strong: Words
    weak: Words
    done_to: Words
    near: Words
    units: Words
    compass: Words
    adjectives: Words
    actor_verbs: Words
    settlement_only_verbs: Words
    talk_nouns: Words
    owned: Words
    titles: Words
    given: Words
    organisations: Words
    sited: Words
    common: Words
    plain_modifiers: Words
    types: dict[str, Words]
    anaphora: dict[str, Words]
    leading: Words
    may_precede: Words
    ordinals: dict[str, int]
    endings: Words
    never: Words
    leads_in: Words
    part_of: Words
    edges: Words
    streets: Words
    no_nouns: Words
    kinds: Words


@cache
def load_cues() -> Cues:
    """Read once."""
    folder = files("contested.reference") / "data" / "places"
    tree = tomllib.loads((folder / "cues.toml").read_text(encoding="utf-8"))
    kinds = tomllib.loads((folder / "words.toml").read_text(encoding="utf-8"))["types"]
    locative, actor, person, anaphora = tree["locative"], tree["actor"], tree["person"], tree["anaphora"]
    compass, strong, weak = (frozenset(locative[name]) for name in ("compass", "strong", "weak"))
    sited, adjectives = frozenset(tree["organisation"]["sited"]), frozenset(locative["adjectives"])
    part_of = frozenset(locative["part_of"])
    return Cues(
        strong=strong, weak=weak, done_to=frozenset(locative["verbs"]), near=frozenset(locative["near"]), units=frozenset(locative["distance_units"]),
        compass=compass, adjectives=adjectives, leading=compass | adjectives | {"the", "'s", "-"}, may_precede=compass | sited | strong | weak,
        actor_verbs=frozenset(actor["verbs"]), settlement_only_verbs=frozenset(actor["not_for_capitals"]), talk_nouns=frozenset(actor["talk_nouns"]),
        owned=frozenset(actor["owned"]), titles=frozenset(person["titles"]), given=frozenset(person["given"]),
        organisations=frozenset(tree["organisation"]["heads"]), sited=sited, common=frozenset(tree["words"]["common"]),
        plain_modifiers=frozenset(anaphora["plain_modifiers"]), types={kind: frozenset(words) for kind, words in kinds.items()},
        anaphora={kind: frozenset(anaphora[kind]) for kind in ("settlement", "admin1", "admin2")}, ordinals=anaphora["ordinals"],
        endings=frozenset(tree["words"]["endings"]),
        # "Street" and "Hospital" are towns too, and ends of names far more often
        never=frozenset(tree["words"]["never"]).union(*kinds.values()), leads_in=frozenset(locative["leads_in"]), part_of=part_of,
        edges=frozenset(locative["edges"]), streets=frozenset(locative["streets"]), no_nouns=frozenset(tree["demonym"]["no_nouns"]),
        kinds=part_of.union(*(kinds[kind] for kind in ("settlement", "admin1", "admin2"))),
    )
