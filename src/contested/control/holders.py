"""Who can hold a place: an armed or a governing body, never a crowd of gunmen, a monitor or half a sentence."""

import re
from collections.abc import Iterable

from contested.records import ActorRef, Claim
from contested.reference.actors import Country, actor_list, plain
from contested.reference.parties import Party, party
from contested.reference.signs import load_signs

_SIDES = frozenset({"state", "armed_group"})
_ARTICLE = re.compile(r"^(?:the|a|an|its|their)\s+", re.IGNORECASE)


class Holders:
    """Knows the actors that the claims name; a name that one claim could not place may be known from another."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._refs: dict[str, ActorRef] = {}
        named = ((claim.id, name, ref) for claim in claims for name, ref in ((claim.actor_name, claim.actor_ref), (claim.target_name, claim.target_ref)))
        for _, name, ref in sorted(((at, name, ref) for at, name, ref in named if name and ref), key=lambda told: (told[0], told[1])):
            if ref.kind in load_signs().holders:
                self._refs.setdefault(plain(name), ref)

    def able(self, name: str | None, ref: ActorRef | None = None) -> Party | None:
        """The party of a name, None where nobody who can hold a place is meant."""
        if ref is not None and ref.kind in load_signs().holders:
            return party(name or ref.name, ref)
        if name is None or (ref is not None and ref.kind != "unknown"):
            return None
        name = _ARTICLE.sub("", name)
        known = self._refs.get(plain(name)) or _listed(name)
        if known is not None:
            return party(known.name if _is_adjective(name) else name, known)
        somebody = party(name)
        return somebody if somebody and somebody.side in _SIDES else None


def _listed(name: str) -> ActorRef | None:
    """An actor of the list, or the state that an adjective or a country stands for ("in Zedian hands")."""
    if entry := actor_list().lookup(name):
        return entry.ref if entry.kind in load_signs().holders else None
    for hit in actor_list().find(name):
        if isinstance(hit.named, Country) and (hit.span.start, hit.span.end) == (0, len(name)) and hit.form in ("adjective", "country"):
            return ActorRef(name=hit.named.name, kind="government", countries=(hit.named.code,))
    return None


def _is_adjective(name: str) -> bool:
    return any(hit.form == "adjective" and len(name) == hit.span.end for hit in actor_list().find(name) if hit.span.start == 0)
