"""What the words beside a name say it lies in: "Norvale, Westmark", "Norvale in northern Westmark", "Norvale's Ost district", "the Norvale suburb of Ost"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from contested.annotate.places.cues import Cues
from contested.annotate.places.mention import Mention
from contested.reference.gazetteer import Entry, distance_km

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CONTAINERS = frozenset({"country", "admin1", "region", "admin2"})
_TOWNS = frozenset({"settlement", "neighbourhood"})
_FARTHEST = 6  # tokens between the two names
_IN_TOWN_KM = 40.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer:
    """The places that may hold a name; `plain` where the words leave no doubt that one does (a comma may only part two of a list)."""

    entries: tuple[Entry, ...] = ()
    plain: bool = False


NOTHING = Outer()


def containers(doc: "Doc", mentions: Sequence[Mention], cues: Cues) -> list[Outer]:
    """For every name of the gazetteer, what the names right after or before it may say it lies in."""
    found = []
    for at, mention in enumerate(mentions):
        following = mentions[at + 1] if at + 1 < len(mentions) else None
        before = mentions[at - 1] if at else None
        found.append(stated(doc, mention.first, mention.last, before=before, following=following, cues=cues))
    return found


def stated(doc: "Doc", first: int, last: int, *, before: Mention | None, following: Mention | None, cues: Cues) -> Outer:
    """What holds the name of tokens `first` to `last`, by the known names next to it on either side."""
    if before is not None and (plain := _owned(doc, before.last, first, cues)):
        entries = tuple(e for e in before.entries if e.kind in _CONTAINERS | _TOWNS)
        if entries:
            return Outer(entries=entries, plain=plain)
    if following is not None and 0 < following.first - last <= _FARTHEST and doc[first].sent.start == doc[following.first].sent.start:
        between = [t.lower_ for t in doc[last + 1 : following.first]]
        if between and between[0] in cues.kinds:
            between = between[1:]
        if between == [","] or between == ["("]:
            return Outer(entries=tuple(e for e in following.entries if e.kind in _CONTAINERS), plain=between == ["("])
        if "in" in between and all(word in cues.leads_in or word in cues.compass or word in cues.kinds for word in between):
            return Outer(entries=tuple(e for e in following.entries if e.kind in _CONTAINERS | _TOWNS), plain=True)
    return NOTHING


def _owned(doc: "Doc", last: int, first: int, cues: Cues) -> bool:
    """ "Norvale's [northern] X", "the Norvale suburb of X", "the Norvale province town of X"."""
    if not 0 < first - last <= _FARTHEST or doc[last].sent.start != doc[first].sent.start:
        return False
    between = [t.lower_ for t in doc[last + 1 : first]]
    if len(between) >= 2 and between[-1] == "of" and between[-2] in cues.part_of:
        return all(word in cues.compass or word in cues.adjectives or word in cues.kinds for word in between[:-2])
    while between and between[0] in cues.kinds:
        between = between[1:]
    if not between:
        return False
    return between[0] in {"'s", "’s"} and all(word in cues.compass | cues.adjectives | {"of", "-"} or word in cues.kinds for word in between[1:])


def holds(outer: Entry, inner: Entry) -> bool:
    """Does a country, province, district or town hold a place?"""
    if outer.id == inner.id or outer.country is None or outer.country != inner.country:
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    if inner.kind in ("country", "admin1"):
        return False
    if outer.kind == "admin1":
        return outer.admin1_code == inner.admin1_code
    if inner.parent_id == outer.id:
        return True
    if outer.kind in _TOWNS or outer.kind == "admin2":
        return outer.point is not None and inner.point is not None and distance_km(outer.point, inner.point) <= _IN_TOWN_KM
    return False
