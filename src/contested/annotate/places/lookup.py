"""Looking a name up as a report that names nothing else would be read, or one that also names a place nearby."""

from collections.abc import Sequence
from dataclasses import dataclass

from contested.annotate.places.context import Setting
from contested.annotate.places.mention import Mention
from contested.annotate.places.nearness import Company
from contested.annotate.places.resolve import Ranked, rank
from contested.reference.gazetteer import Entry, Gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedUp:
    """All places of a name, best first; where there are none, names spelled alike. `near` are the places it was asked near of, as they were understood;
    `unknown` those of them that are not there either.
    """

    ranked: tuple[Ranked, ...]
    alike: tuple[str, ...] = ()
    near: tuple[Entry, ...] = ()
    unknown: tuple[str, ...] = ()


def look_up(name: str, *, near: Sequence[str] = (), country: str | None = None, gazetteer: Gazetteer) -> LookedUp:
    """`near`: names that the same report speaks of; `country` (ISO alpha-2) leaves out the places of others."""
    entries = tuple(entry for entry in gazetteer.lookup(name) if country in (None, entry.country))
    if not entries:
        return LookedUp(ranked=(), alike=gazetteer.alike(name))
    mention = Mention(words=name, first=0, last=0, entries=entries)
    others = [Mention(words=other, first=0, last=0, entries=found) for other in near if (found := gazetteer.lookup(other))]
    alone = Setting()
    company = Company([mention, *others])
    chosen = [ranked[0].entry for other in others if (ranked := rank(other, setting=alone, gazetteer=gazetteer, company=company))]
    setting = Setting({entry.country: {entry.name: 1.0} for entry in chosen if entry.country})
    anchors = [entry.point for entry in chosen if entry.point is not None]
    ranked = rank(mention, setting=setting, gazetteer=gazetteer, company=company, anchors=anchors)
    return LookedUp(ranked=tuple(ranked), near=tuple(chosen), unknown=tuple(other for other in near if not gazetteer.lookup(other)))
