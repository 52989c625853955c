"""Which place of a name is meant: the report as a whole decides, with its reasons."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log10
from typing import TYPE_CHECKING

from contested.annotate.places.context import Setting
from contested.annotate.places.mention import Mention
from contested.reference.gazetteer import Entry, Gazetteer, distance_km

if TYPE_CHECKING:
    from spacy.tokens import Doc

Points = Sequence[tuple[float, float]]

_NEAR_KM = 200.0
_WIDE = frozenset({"region", "water", "relief", "road", "facility"})
_OURS = 1_000_000  # what a region or sea of our list weighs against settlements of its name
_LEADING_IN = frozenset({"in", "the", ",", "northern", "southern", "eastern", "western", "central", "city", "town", "village", "district", "province", "'s"})
_CONTAINERS = frozenset({"country", "admin1", "region"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A place for a name; `margin` is how far it leads the next best."""

    entry: Entry
    margin: float
    because: str
    chained: bool


def containers(doc: "Doc", mentions: Sequence[Mention]) -> list[tuple[Entry, ...]]:
    """For every name the places that the words right after it may say it lies in: "Norvale, Westmark", "Norvale in northern Westmark"."""
    found: list[tuple[Entry, ...]] = []
    for at, mention in enumerate(mentions):
        following = mentions[at + 1] if at + 1 < len(mentions) else None
        outer: tuple[Entry, ...] = ()
        if following and following.first - mention.last <= 6 and doc[mention.first].sent.start == doc[following.first].sent.start:
            between = [t.lower_ for t in doc[mention.last + 1 : following.first]]
            if between == [","] or _only_leads_in(between):
                outer = tuple(e for e in following.entries if e.kind in _CONTAINERS)
        found.append(outer)
    return found


def _only_leads_in(between: list[str]) -> bool:
    return "in" in between and _LEADING_IN.issuperset(between)


def holds(outer: Entry, inner: Entry) -> bool:
    """Does a country or province hold a place?"""
    if outer.country is None or outer.country != inner.country or outer.id == inner.id:
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    return outer.kind == "admin1" and outer.admin1_code == inner.admin1_code and inner.kind not in ("country", "admin1")


def choose(
    mention: Mention, *, outer: tuple[Entry, ...], inner: Entry | None = None, setting: Setting, gazetteer: Gazetteer, anchors: Points = ()
) -> Choice | None:
    """The best place for a name; None where the gazetteer has none."""
    scored = [
        (*_score(entry, mention, outer=outer, inner=inner, setting=setting, gazetteer=gazetteer, anchors=anchors), entry) for entry in mention.entries
    ]
    scored.sort(key=lambda s: (-s[0], s[2].id))
    if not scored:
        return None
    lead = scored[0][0] - scored[1][0] if len(scored) > 1 else 3.0
    return Choice(entry=scored[0][2], margin=lead, because=scored[0][1], chained=any(holds(o, scored[0][2]) for o in outer))


def _score(
    entry: Entry, mention: Mention, *, outer: tuple[Entry, ...], inner: Entry | None, setting: Setting, gazetteer: Gazetteer, anchors: Points
) -> tuple[float, str]:
    people = entry.population or (_OURS if entry.kind in _WIDE else 0)
    pieces = [(0.8 * log10(people + 10), "the largest place of that name"), (1.2 * entry.grade, "the usual place of that name")]
    if len(mention.entries) == 1:
        pieces.append((3.0, "the only place of that name"))
    pieces.append((_kind_weight(entry, mention), "the words beside the name say its kind" if mention.kind else "the usual kind of place of that name"))
    share = setting.share.get(entry.country or "", 0.0) * (1.0 if entry.grade else 0.6)
    country = gazetteer.country(entry.country) if entry.country and share else None
    pieces.append((2.5 * share, f"the report speaks of {country.name if country else entry.country}"))
    if inner and holds(entry, inner):
        pieces.append((3.0, f"{inner.name}, named right before it, lies there"))
    if any(holds(o, entry) for o in outer):
        pieces.append((6.0, f"the words after it place it in {entry.admin1 or entry.country}"))
    if entry.kind != "admin1" and entry.admin1_code in setting.provinces:
        pieces.append((1.2, f"the report names {entry.admin1}"))
    if entry.kind == "settlement" and entry.country and (capital := gazetteer.capital(entry.country)) and capital.id == entry.id:
        pieces.append((1.0, "a capital"))
    if len(mention.entries) > 1 and entry.grade and entry.kind == "settlement" and entry.lat is not None and entry.lon is not None and anchors:
        here = (entry.lat, entry.lon)
        if min(distance_km(here, anchor) for anchor in anchors) < _NEAR_KM:
            pieces.append((1.2, "close to other places in the report"))
    told = [p for p in pieces[2:] if p[0] >= 1.0] or pieces[:1]
    return sum(p[0] for p in pieces), max(told)[1]


def _kind_weight(entry: Entry, mention: Mention) -> float:
    if mention.kind is None:
        if entry.kind == "admin1":
            return -0.8 if any(e.kind == "settlement" and e.admin1_code == entry.admin1_code for e in mention.entries) else 1.0
        return {"country": 3.0, "admin2": -2.5, "settlement": 0.5}.get(entry.kind, 2.5 if entry.grade == 2 else 0.0)
    if entry.kind == mention.kind or (mention.kind == "admin1" and entry.kind == "region"):
        return 3.0
    return 0.8 if mention.kind == "admin2" and entry.kind == "settlement" else -1.0


def anchors_of(choices: Sequence[Choice | None]) -> list[tuple[float, float]]:
    """Points of towns that are sure, for their neighbours' sake."""
    sure = [c.entry for c in choices if c and c.entry.kind in ("settlement", "admin1", "facility") and (c.margin >= 2.0 or c.chained)]
    return sorted({(e.lat, e.lon) for e in sure if e.lat is not None and e.lon is not None})[:40]


def chosen(doc: "Doc", mentions: Sequence[Mention], *, setting: Setting, gazetteer: Gazetteer) -> list[Choice | None]:
    """One choice per name; a name keeps its sense through a report, unless the words beside it say another kind."""
    outers = containers(doc, mentions)
    anchors = anchors_of([choose(m, outer=o, setting=setting, gazetteer=gazetteer) for m, o in zip(mentions, outers, strict=True)])
    chained: dict[str, tuple[Entry, ...]] = {}
    for mention, outer in zip(mentions, outers, strict=True):
        if outer and mention.words not in chained:
            chained[mention.words] = outer
    choices: list[Choice | None] = []
    for at, (mention, outer) in enumerate(zip(mentions, outers, strict=True)):
        inner = choices[-1].entry if at and outers[at - 1] and choices[-1] else None
        choice = choose(mention, outer=outer or chained.get(mention.words, ()), inner=inner, setting=setting, gazetteer=gazetteer, anchors=anchors)
        if choice and choice.chained and not outer:
            choice = replace(choice, because=f"elsewhere the report places it in {choice.entry.admin1 or choice.entry.country}")
        choices.append(choice)
    return choices
