"""Assessments and standings in, holdings out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256

from contested.control.evidence import Sign, signs_of_events, signs_of_standings
from contested.control.grounds import Grounds
from contested.control.holders import Holders
from contested.control.ledger import Entry, Ledger
from contested.control.settle import settle
from contested.control.sites import Site, SiteKey
from contested.records import Assessment, Claim, Event, Holding, Reason, Report, Standing


def control(
    events: Sequence[Event], assessments: Sequence[Assessment], claims: Mapping[str, Claim], standings: Sequence[Standing], reports: Mapping[str, Report],
    *, on: str | None = None,
) -> tuple[Holding, ...]:
    """The intervals of every place that anything is said of, by place and time. The order of the input changes nothing.

    `on` (ISO day): only what is so on that day. What is planned or feared holds nothing; a facility never makes its city held; unnamed places make no row,
    nor does a holding without a holder.
    """
    told: list[Claim | Standing] = [*claims.values(), *standings]
    holders, grounds = Holders(claims.values()), Grounds(told)
    signs = [*signs_of_events(events, {assessment.event: assessment for assessment in assessments}, claims, reports, holders=holders, grounds=grounds),
             *signs_of_standings(standings, reports, holders=holders, grounds=grounds)]
    ledgers: dict[SiteKey, list[Sign]] = defaultdict(list)
    for sign in settle(signs, reports={one.id: one.report for one in told}):
        ledgers[sign.site.key].append(sign)
    entries = (entry for found in ledgers.values() for entry in Ledger(_first_site(found)).read(found))
    holdings = [_holding(entry) for entry in entries if entry.status != "held" or entry.holder is not None]
    return tuple(sorted((holding for holding in holdings if on is None or _covers(holding, on)), key=_in_order))


def _first_site(signs: Sequence[Sign]) -> Site:
    return min((sign.site for sign in signs), key=lambda site: (len(site.name), site.name))


def _holding(entry: Entry) -> Holding:
    names = tuple(sorted({name for sign in entry.signs for name in sign.claims}))
    told = sorted(sign.published for sign in entry.signs if sign.published)
    holder, challenger = (somebody.name if somebody else None for somebody in (entry.holder, entry.challenger))
    disputed_by = tuple(sorted(set(entry.disputed_by)))
    identity = (entry.site.name, entry.site.within or "", entry.status, holder or "", entry.since or "", names[0])
    return Holding(
        id=sha256("\x1f".join(identity).encode()).hexdigest()[:16],
        place=entry.site.name, place_ref=entry.site.ref, within=entry.site.within, status=entry.status, holder=holder, challenger=challenger,
        since=entry.since, until=entry.until, known_from=told[0] if told else None, disputed=bool(disputed_by), claims=names, disputed_by=disputed_by,
        reasons=_reasons(entry),
    )


def _reasons(entry: Entry) -> tuple[Reason, ...]:
    reasons = list(entry.reasons)
    takings = [sign for sign in entry.signs if sign.kind == "takes"]
    if any(sign.admitted for sign in takings):
        reasons.append(Reason(score=0.9, because="the side that lost it says so"))
    elif takings and all(sign.own_word for sign in takings):
        reasons.append(Reason(score=0.4, because="claimed by the side that gains"))
    origins = max((sign.origins for sign in takings), default=0)
    if origins > 1:
        reasons.append(Reason(score=0.8, because=f"{origins} independent origins tell it"))
    return tuple(reasons)


def _covers(holding: Holding, day: str) -> bool:
    """From its first day, or the day it was first told, until the day before the next; a contest of one day covers that day."""
    start = (holding.since or holding.known_from or "")[:10]
    if start > day:
        return False
    return holding.until is None or day < holding.until[-10:] or (holding.status == "contested" and holding.until == day)


def _in_order(holding: Holding) -> tuple[str, str, str, str, str]:
    return holding.within or holding.place, holding.place, holding.since or holding.known_from or "", holding.until or "9999", holding.id
