"""One facility, one site: "the police headquarters" and "Norvale police headquarters"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from contested.control.evidence import Sign
from contested.control.grounds import is_inside
from contested.control.sites import Site


def settle(signs: Sequence[Sign], *, reports: Mapping[str, str]) -> list[Sign]:
    """Signs of one facility under one site. A facility of no known town goes to the only one of its sort in its reports; else it must bear a name.

    `reports`: claim or standing id -> report id.
    """
    standing_in: dict[str, set[Site]] = defaultdict(set)
    for sign in signs:
        if sign.site.sorts and sign.site.within:
            for name in sign.claims:
                standing_in[reports[name]].add(sign.site)
    placed = []
    for sign in signs:
        site = sign.site
        if site.sorts:
            around = [found for name in sign.claims for found in standing_in.get(reports[name], ()) if _is_one(site, found)]
            if len({found.key for found in around}) == 1:
                site = min(around, key=lambda found: (len(found.name), found.name, str(found.ref)))
            elif site.within is None and not site.named:
                continue
        placed.append(sign if site is sign.site else replace(sign, site=site))
    return placed


def _is_one(site: Site, found: Site) -> bool:
    """One sort, in one town as far as told; "the headquarters" may be the police headquarters."""
    if site.key == found.key or not site.sorts <= found.sorts or (site.named and site.within is None):
        return False
    if site.within is not None:
        return site.town == found.town
    return found.ref is None or site.ref is None or is_inside(found.ref, site.ref)
