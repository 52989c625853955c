"""Which place of a name is meant: the report as a whole decides, with its reasons."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log10
from typing import TYPE_CHECKING

from contested.annotate.places.containers import NOTHING, Outer, containers, holds
from contested.annotate.places.context import Setting
from contested.annotate.places.cues import Cues
from contested.annotate.places.mention import Mention
from contested.annotate.places.nearness import Company
from contested.reference.gazetteer import Entry, Gazetteer, distance_km

if TYPE_CHECKING:
    from spacy.tokens import Doc

Points = Sequence[tuple[float, float]]

_NEAR_KM = 200.0
_WIDE = frozenset({"region", "water", "relief", "road", "facility"})
_OURS = 1_000_000  # what a region or sea of our list weighs against settlements of its name
_NAMED = ("another name of it", "its main name", "a name of war reporting")
_A_WORD, _ELSEWHERE = 0.25, 0.7  # votes of other names: for the place's own country; for any
_CLOSE = 1.5  # a lead below this is told
_APART_KM = 50.0  # nearer than this the two are as good as one
_IN_TOWN = frozenset({"facility", "neighbourhood"})
_SMALL, _OF_NOTE, _GREAT = 150_000, 100_000, 500_000  # people; a town of that size is meant even where the words beside it seem to place it elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A place for a name; `margin` is how far it leads the next best, which is `runner_up` where that is close.

    `alone`: a small place of a country that nothing else in the report speaks of; `astray`: and the report speaks of others, or the name fits poorly: hardly
    the place meant.
    `chained`: the words beside the name say where it lies. `inside`: they do, and the gazetteer has no place of the name there; then `entry` is what holds it.
    """

    entry: Entry
    margin: float
    because: str
    chained: bool = False
    inside: bool = False
    alone: bool = False
    astray: bool = False
    runner_up: Entry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """One place of a name with what speaks for it: (weight, words) each, all of them."""

    entry: Entry
    score: float
    pieces: tuple[tuple[float, str], ...]

    @property
    def because(self) -> str:
        """What speaks for it most, of what tells more than its size and name."""
        told = [piece for piece in self.pieces[2:] if piece[0] >= 1.0]
        return max(told)[1] if told else "the largest place of that name"


def rank(
    mention: Mention, *, outer: Outer = NOTHING, inner: Entry | None = None, setting: Setting, gazetteer: Gazetteer, company: Company, anchors: Points = ()
) -> list[Ranked]:
    """All places of a name, best first."""
    ranked = []
    for entry in mention.entries:
        pieces = _pieces(entry, mention, outer=outer.entries, inner=inner, setting=setting, gazetteer=gazetteer, company=company, anchors=anchors)
        ranked.append(Ranked(entry=entry, score=sum(weight for weight, _ in pieces), pieces=tuple(pieces)))
    return sorted(ranked, key=lambda r: (-r.score, r.entry.id))


def choose(
    mention: Mention, *, outer: Outer = NOTHING, inner: Entry | None = None, setting: Setting, gazetteer: Gazetteer, company: Company, anchors: Points = ()
) -> Choice | None:
    """The best place for a name; None where the gazetteer has none."""
    ranked = rank(mention, outer=outer, inner=inner, setting=setting, gazetteer=gazetteer, company=company, anchors=anchors)
    if not ranked:
        return None
    best, second = ranked[0].entry, ranked[1].entry if len(ranked) > 1 else None
    lead = ranked[0].score - ranked[1].score if len(ranked) > 1 else 3.0
    chained = any(holds(o, best) for o in outer.entries)
    if not chained and (holder := _holder(best, outer)):
        because = f"the words beside it place it in {holder.name}, where the gazetteer knows no place of that name"
        return Choice(entry=holder, margin=0.5, because=because, chained=True, inside=True)
    close = lead < _CLOSE and second is not None and best.point and second.point and distance_km(best.point, second.point) > _APART_KM
    alone = not chained and _is_alone(best, mention, setting=setting, company=company)
    astray = alone and (best.grade == 0 or setting.told(without=mention.words) >= _ELSEWHERE)
    because = "the only places of that name lie where nothing else in the report does" if astray else ranked[0].because
    return Choice(entry=best, margin=lead, because=because, chained=chained, alone=alone, astray=astray, runner_up=second if close else None)


def _is_alone(best: Entry, mention: Mention, *, setting: Setting, company: Company) -> bool:
    """A small place of a country that nothing else in the report speaks of."""
    if (best.grade == 2 and best.kind not in _IN_TOWN) or best.kind not in ("settlement", "admin2", "neighbourhood", "facility") or best.population >= _SMALL:
        return False
    return setting.support(best.country, without=mention.words) < _A_WORD and not company.of(best, mention.words)


def _holder(best: Entry, outer: Outer) -> Entry | None:
    """What holds a name that the gazetteer does not know there; None where the words leave it open whether anything does."""
    if not outer.entries or best.kind in ("country", "admin1", "region", "water", "relief", "road"):
        return None
    holder = outer.entries[0]
    if holder.country is None or holder.point is None or holder.id == best.id:
        return None
    if outer.plain:
        return holder if not best.grade or (best.grade < 2 and best.population < _GREAT) else None
    settled = holder.kind in ("country", "admin1") and holder.grade
    return holder if settled and best.grade < 2 and best.population < _OF_NOTE else None


def _pieces(
    entry: Entry, mention: Mention, *, outer: tuple[Entry, ...], inner: Entry | None, setting: Setting, gazetteer: Gazetteer, company: Company, anchors: Points
) -> list[tuple[float, str]]:
    people = entry.population or (_OURS if entry.kind in _WIDE and entry.grade == 2 else 0)
    pieces = [(0.8 * log10(people + 10), "its size"), (1.2 * entry.grade, _NAMED[entry.grade])]
    if entry.point is None:
        pieces.append((-1.5, "nobody says where it lies"))
    if len(mention.entries) == 1:
        pieces.append((3.0, "the only place of that name"))
    pieces.append((_kind_weight(entry, mention), "the words beside the name say its kind" if mention.kind else "its kind is often named so"))
    share = setting.share_without(entry.country, mention.words) * (1.0 if entry.grade else 0.6)
    country = gazetteer.country(entry.country) if entry.country and share else None
    pieces.append((2.5 * share, f"the report speaks of {country.name if country else entry.country}"))
    if inner and holds(entry, inner):
        pieces.append((3.0, f"{inner.name}, named right before it, lies there"))
    if any(holds(o, entry) for o in outer):
        pieces.append((6.0, f"the words beside it place it in {next(o.name for o in outer if holds(o, entry))}"))
    if entry.kind != "admin1" and entry.admin1_code in setting.provinces:
        pieces.append((1.2, f"the report names {entry.admin1}"))
    if entry.kind == "settlement" and entry.country and (capital := gazetteer.capital(entry.country)) and capital.id == entry.id:
        pieces.append((1.0, "a capital"))
    if len(mention.entries) > 1 and entry.point:
        near = entry.grade and entry.kind == "settlement" and anchors and min(distance_km(entry.point, anchor) for anchor in anchors) < _NEAR_KM
        among = company.of(entry, mention.words)
        pieces.append((max(1.2 if near else 0.0, 1.0 * among), "close to other places in the report"))
    return pieces


def _kind_weight(entry: Entry, mention: Mention) -> float:
    if mention.kind is None:
        if entry.kind == "admin1" and entry.grade == 2 and not any(e.kind == "settlement" and e.grade == 2 for e in mention.entries):
            return 1.0  # "Quebec": listed as a province only
        if entry.kind == "admin1":
            return -0.8 if any(e.kind == "settlement" and e.admin1_code == entry.admin1_code for e in mention.entries) else 1.0
        return {"country": 3.0, "admin2": -2.5, "settlement": 0.5, "neighbourhood": 0.5}.get(entry.kind, 2.5 if entry.grade == 2 else 0.0)
    if entry.kind == mention.kind or (mention.kind == "admin1" and entry.kind == "region") or (mention.kind == "admin2" and entry.kind == "neighbourhood"):
        return 3.0
    if {mention.kind, entry.kind} == {"admin1", "admin2"}:
        return 2.0  # what one country calls its districts are another's provinces
    return 0.8 if mention.kind == "admin2" and entry.kind == "settlement" else -1.0


def anchors_of(choices: Sequence[Choice | None]) -> list[tuple[float, float]]:
    """Points of towns that are sure, for their neighbours' sake."""
    sure = [c.entry for c in choices if c and not (c.inside or c.alone) and (c.margin >= 2.0 or c.chained)]
    return sorted({e.point for e in sure if e.point is not None and e.kind in ("settlement", "admin1", "facility")})[:40]


def chosen(
    doc: "Doc", mentions: Sequence[Mention], *, setting: Setting, company: Company, cues: Cues, gazetteer: Gazetteer
) -> list[Choice | None]:
    """One choice per name; a name keeps its sense through a report, unless the words beside it say another kind."""
    outers = containers(doc, mentions, cues)
    drafts = [choose(m, outer=o, setting=setting, gazetteer=gazetteer, company=company) for m, o in zip(mentions, outers, strict=True)]
    anchors = anchors_of(drafts)
    chained: dict[str, Outer] = {}
    for mention, outer, draft in zip(mentions, outers, drafts, strict=True):
        if draft is not None and draft.chained and mention.words not in chained:
            chained[mention.words] = outer
    choices: list[Choice | None] = []
    for at, (mention, outer) in enumerate(zip(mentions, outers, strict=True)):
        inner = choices[-1].entry if at and outers[at - 1].entries and choices[-1] else None
        choice = choose(
            mention, outer=outer if outer.entries else chained.get(mention.words, NOTHING), inner=inner, setting=setting, gazetteer=gazetteer,
            company=company, anchors=anchors,
        )  # fmt: skip
        if choice and choice.chained and not outer.entries and not choice.inside:
            choice = replace(choice, because=f"elsewhere the report places it in {choice.entry.admin1 or choice.entry.country}")
        choices.append(choice)
    return choices
