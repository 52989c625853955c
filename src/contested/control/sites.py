"""Which place a claim speaks of the control of: a settlement, a facility in it, a part of it, or a region; never a crowd of unnamed places."""

import re
from dataclasses import dataclass

from contested.records import Claim, PlaceRef, Report, Span, Standing
from contested.reference.akin import takes_several
from contested.reference.facilities import load_facilities
from contested.reference.signs import load_signs

SiteKey = tuple[object, ...]
_AREAS = frozenset({"admin1", "admin2"})
_NO_PLACES = frozenset({"group", "people", "things"})
_BEFORE = 24
_JOINTS = re.compile(r",? and |, ")
_ARTICLE = re.compile(r"^(?:the|a|an|its|their)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place that somebody can hold. `within`: the settlement it is a facility or a part of."""

    key: SiteKey
    name: str
    ref: PlaceRef | None
    within: str | None = None


def sites_of(claim: Claim, report: Report | None, *, by_target: bool) -> tuple[Site, ...]:
    """Usually one; several where one claim names several facilities; none where no place of its own is meant.

    `by_target`: the act is done to the place (taking, besieging), so a target that is no place leaves none; a fight is where it is, whoever is fought.
    """
    place, kind = claim.place_ref, claim.target_kind
    if (by_target and kind in _NO_PLACES) or takes_several(claim):
        return ()
    if by_target and kind in ("facility", "road") and claim.target_name:
        return tuple(_facility(name, place) for name in _names(claim.target_name, len(claim.target)))
    if place is not None and place.kind in ("facility", "road"):
        return (_facility(place.name, None, ref=place),)
    if place is not None and place.kind == "settlement":
        if by_target and kind is None and claim.target_name and not _share_a_word(claim.target_name, place.name):
            return ()  # "lost most of the north", told in the capital
        site = _settlement(place)
        return (_part(site),) if _is_part(claim, report) else (site,)
    if place is not None and place.kind in _AREAS:
        return (Site(key=(place.kind, place.geonameid or (place.name.casefold(), place.country)), name=place.name, ref=place),) if kind != "settlement" else ()
    return _unmapped(claim)


def site_of_standing(standing: Standing) -> Site | None:
    """The place whose state a Standing tells; None for a country."""
    place = standing.place_ref
    if (place is None or place.name.casefold() != standing.place_name.casefold()) and _names_a_facility(standing.place_name):
        return _facility(standing.place_name, place)
    if place is None:
        return Site(key=("name", standing.place_name.casefold()), name=standing.place_name, ref=None) if _is_a_name(standing.place_name) else None
    if place.kind == "country":
        return None
    if place.kind == "settlement":
        return _settlement(place) if standing.whole else _part(_settlement(place))
    if place.kind in ("facility", "road"):
        return _facility(place.name, None, ref=place)
    return Site(key=(place.kind, place.geonameid or (place.name.casefold(), place.country)), name=place.name, ref=place) if standing.whole else None


def _names_a_facility(name: str) -> bool:
    facilities = load_facilities()
    return any(word in facilities for word in _WORD.findall(name.casefold()))


def _is_a_name(words: str) -> bool:
    return any(word[:1].isupper() for word in words.split())


def _share_a_word(one: str, other: str) -> bool:
    return not set(_WORD.findall(one.casefold())).isdisjoint(_WORD.findall(other.casefold()))


def _settlement(place: PlaceRef) -> Site:
    return Site(key=("settlement", place.geonameid or (place.name.casefold(), place.admin1, place.country)), name=place.name, ref=place)


def _part(site: Site) -> Site:
    return Site(key=("part", *site.key), name=f"parts of {site.name}", ref=site.ref, within=site.name)


def _facility(name: str, place: PlaceRef | None, *, ref: PlaceRef | None = None) -> Site:
    """A facility is known by its sort and its settlement: "the jail" and "the prison" of one city are one."""
    town = place if place is not None and place.kind in ("settlement", *_AREAS) else None
    facilities = load_facilities()
    words = [word for word in _WORD.findall(name.casefold()) if word not in ("the", "s", "a", "of")]
    around = set(_WORD.findall(town.name.casefold())) if town else set()
    sorts = frozenset(facilities[word] for word in words if word in facilities) or frozenset(word for word in words if word not in around)
    name = _ARTICLE.sub("", name)
    full = name if town is None or town.name.casefold() in name.casefold() else f"{town.name} {name}"
    where = (town.kind, *_settlement(town).key) if town else (name.casefold(),)
    return Site(key=("facility", sorts, *where), name=full, ref=ref or place, within=town.name if town and town.kind == "settlement" else None)


def _names(name: str, pieces: int) -> list[str]:
    """ "the prison and the police headquarters" is two places where the words stand for two."""
    parts = [part.strip() for part in _JOINTS.split(name) if part.strip()]
    return parts if pieces > 1 and len(parts) == pieces else [name]


def _unmapped(claim: Claim) -> tuple[Site, ...]:
    """Places that no gazetteer holds: a named settlement, or a named stretch of land."""
    name, place = claim.target_name, claim.place_ref
    if name is None or not _is_a_name(name):
        return ()
    if claim.target_kind == "region" or (claim.target_kind == "settlement" and place is None):
        return (Site(key=(claim.target_kind, name.casefold(), place.country if place else None), name=name, ref=place),)
    return ()


def _is_part(claim: Claim, report: Report | None) -> bool:
    """The words for the place or the target leave the rest of it out ("some parts of the city")."""
    if report is None:
        return False
    spans: list[Span] = [*claim.place, *claim.target]
    words = [report.text[max(claim.sentence.start, span.start - _BEFORE) : span.end].casefold() for span in spans]
    return any(part in said for said in words for part in load_signs().part)
