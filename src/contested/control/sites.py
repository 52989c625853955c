"""Which place a claim speaks of the control of: a settlement, a facility in it, a part of it, or a region; never a crowd of unnamed places."""

import re
from dataclasses import dataclass

from contested.control.names import is_crowd, is_generic, proper_name
from contested.records import Claim, PlaceRef, Report, Span, Standing
from contested.reference.akin import takes_several
from contested.reference.facilities import load_facilities, load_owners
from contested.reference.signs import load_signs

SiteKey = tuple[object, ...]
_AREAS = frozenset({"admin1", "admin2"})
_NO_PLACES = frozenset({"group", "people", "things"})
_BEFORE = 24
_JOINTS = re.compile(r",? and |, ")
_ARTICLE = re.compile(r"^(?:the|a|an|its|their)\s+", re.IGNORECASE)
_TAIL = re.compile(r",.*| (?:of|on|near|in|at|to|into|from|which|that|where) .*", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place that somebody can hold. `within`: the settlement it is a facility or a part of.

    Of a facility: `sorts` what it is and whose, `town` the key of the settlement, `named` whether it bears a name of its own ("Torrin bridge").
    """

    key: SiteKey
    name: str
    ref: PlaceRef | None
    within: str | None = None
    sorts: frozenset[str] = frozenset()
    town: SiteKey = ()
    named: bool = False


def sites_of(claim: Claim, report: Report | None, *, by_target: bool, town: PlaceRef | None) -> tuple[Site, ...]:
    """Usually one; several where one claim names several facilities; none where no place of its own is meant.

    `by_target`: the act is done to the place (taking, besieging), so a target that is no place leaves none; a fight is where it is, whoever is fought,
    and one that is somewhere in a province is of no place. `town`: the claim's place, as near as its sentence tells.
    """
    place, kind = claim.place_ref, claim.target_kind
    if (by_target and kind in _NO_PLACES) or takes_several(claim):
        return ()
    if by_target and kind in ("facility", "road") and claim.target_name:
        return tuple(_facility(name, town, road=kind == "road") for name in _names(claim.target_name, len(claim.target)))
    if place is not None and place.kind in ("facility", "road"):
        return (_facility(place.name, None, ref=place),)
    if place is not None and place.kind == "neighbourhood":
        return (_area(place),)
    part = _is_part(claim, report)
    if by_target and claim.target_name and not part and (is_crowd(claim.target_name) or (kind == "region" and is_generic(claim.target_name))):
        return ()
    if place is not None and place.kind == "settlement":
        if by_target and kind is None and claim.target_name and not _share_a_word(claim.target_name, place.name):
            return ()  # "lost most of the north", told in the capital
        site = _settlement(place)
        return (_part(site),) if part else (site,)
    if place is not None and place.kind in _AREAS:
        return (_area(place),) if by_target and kind != "settlement" and not part else ()
    return _unmapped(claim)


def sites_of_standing(standing: Standing, *, town: PlaceRef | None) -> tuple[Site, ...]:
    """The places whose state a Standing tells; none for a country, or for places that are not named."""
    place, words = standing.place_ref, standing.place_name
    own = place is not None and place.name.casefold() == words.casefold()
    if not own and _names_a_facility(words):
        return tuple(_facility(name, town) for name in _names(words, len(_JOINTS.split(words))))
    if not own and (is_crowd(words) or (is_generic(words) and (place is None or place.kind != "settlement"))):
        return ()
    if place is None:
        name = proper_name(words)
        return (Site(key=("name", name.casefold()), name=name, ref=None),) if name else ()
    if place.kind == "country":
        return ()
    if place.kind == "settlement":
        return (_settlement(place) if standing.whole else _part(_settlement(place)),)
    if place.kind in ("facility", "road"):
        return (_facility(place.name, None, ref=place),)
    return (_area(place),) if standing.whole or place.kind == "neighbourhood" else ()


def _area(place: PlaceRef) -> Site:
    return Site(key=(place.kind, place.geonameid or (place.name.casefold(), place.country)), name=place.name, ref=place)


def _names_a_facility(words: str) -> bool:
    """The noun the words turn on is a facility: "the bridge on the Torrin", not "the town on the highway"."""
    found = _WORD.findall(_TAIL.sub("", words.casefold()))
    return bool(found) and found[-1] in load_facilities()


def _share_a_word(one: str, other: str) -> bool:
    return not set(_WORD.findall(one.casefold())).isdisjoint(_WORD.findall(other.casefold()))


def _settlement(place: PlaceRef) -> Site:
    return Site(key=("settlement", place.geonameid or (place.name.casefold(), place.admin1, place.country)), name=place.name, ref=place)


def _part(site: Site) -> Site:
    return Site(key=("part", *site.key), name=f"parts of {site.name}", ref=site.ref, within=site.name)


def _facility(name: str, place: PlaceRef | None, *, ref: PlaceRef | None = None, road: bool = False) -> Site:
    """A facility is known by its sort, its owner and its settlement: "the jail" and "the prison" of one city are one."""
    town = place if place is not None and place.kind == "settlement" else None
    facilities, around = load_facilities(), set(_WORD.findall(place.name.casefold())) if place else set()
    name = _ARTICLE.sub("", name)
    words = [word for word in _WORD.findall(name) if word.casefold() not in ("s", "of") and word.casefold() not in around]
    lower = [word.casefold() for word in words]
    known = frozenset(facilities[word] for word in lower if word in facilities) | (load_owners() & set(lower))
    sorts = known or frozenset(lower) or frozenset({"road"} if road else ())
    named = ref is not None or any(word[:1].isupper() and word.casefold() not in facilities for word in words)
    if road and not words:
        name = f"{name} road"
    full = name if town is None or town.name.casefold() in name.casefold() else f"{town.name} {name}"
    own = frozenset(word for word in lower if word not in facilities) if named else frozenset()
    where = _settlement(town).key if town else (frozenset(lower),)
    return Site(key=("facility", sorts, own, *where), name=full, ref=ref or place, within=town.name if town else None,
                sorts=sorts, town=where if town else (), named=named)


def _names(name: str, pieces: int) -> list[str]:
    """ "the prison and the police headquarters" is two places where the words stand for two."""
    parts = [part.strip() for part in _JOINTS.split(name) if part.strip()]
    return parts if pieces > 1 and len(parts) == pieces else [name]


def _unmapped(claim: Claim) -> tuple[Site, ...]:
    """Places that no gazetteer holds: a named settlement, or a named stretch of land."""
    name, place = claim.target_name, claim.place_ref
    if name is None or (name := proper_name(name)) is None:
        return ()
    if claim.target_kind == "region" or (claim.target_kind == "settlement" and place is None):
        return (Site(key=("name", name.casefold()), name=name, ref=place),)
    return ()


def _is_part(claim: Claim, report: Report | None) -> bool:
    """The words for the place or the target leave the rest of it out ("two quarters of the town")."""
    if report is None:
        return False
    spans: list[Span] = [*claim.place, *claim.target]
    words = [report.text[max(claim.sentence.start, span.start - _BEFORE) : span.end].casefold() for span in spans]
    return any(part in said for said in words for part in load_signs().part)
