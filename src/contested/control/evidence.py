"""From events and standings to signs: what each says of who holds which place, and when."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from contested.control.grounds import Grounds
from contested.control.holders import Holders
from contested.control.sites import Site, SiteKey, sites_of, sites_of_standing
from contested.records import Assessment, Claim, Event, Report, Standing
from contested.reference.parties import Party, likeness, opposed, party
from contested.reference.signs import SignKind, load_signs

Kind = Literal["takes", "leaves", "besieges", "fights", "held", "cut_off", "enters"]
_ORDER: dict[Kind, int] = {"besieges": 0, "cut_off": 0, "enters": 1, "fights": 2, "leaves": 3, "takes": 4, "held": 5}
_OF_THE_TARGET: tuple[SignKind, ...] = ("takes", "besieges", "enters")
_LONG = 5
_TOLD = ("actual", "ongoing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One happening, or one state, as it bears on one site.

    `actor` takes, leaves, besieges, fights or holds; `other` is who stands against. `since` as an event's date is written, None unknown;
    `first`, `last`: its ends; `published`: when it was first told; `order`: the day that places it in time.
    `claims` speak for it, `against` deny it. `admitted`: the side that loses says so; `own_word`: only the side that gains says so.
    """

    kind: Kind
    site: Site
    actor: Party | None
    other: Party | None
    since: str | None
    published: str | None
    latest_told: str | None
    claims: tuple[str, ...]
    against: tuple[str, ...] = ()
    origins: int = 1
    ongoing: bool = False
    again: bool = False
    admitted: bool = False
    own_word: bool = False

    @property
    def first(self) -> str | None:
        return self.since[:10] if self.since else None

    @property
    def last(self) -> str | None:
        return self.since[-10:] if self.since else None

    @property
    def order(self) -> tuple[str, bool, str, int, tuple[str, ...]]:
        """By the day it happened (the day it was told where that is unknown), then retakings, then by when it was told."""
        return self.last or (self.published or "")[:10], self.again, self.published or "", _ORDER[self.kind], self.claims


def signs_of_events(
    events: Sequence[Event], assessments: Mapping[str, Assessment], claims: Mapping[str, Claim], reports: Mapping[str, Report], *,
    holders: Holders, grounds: Grounds,
) -> Iterator[Sign]:
    """Signs of what happened, from the claims of each event that are of the sign's type. Plans, fears and suspicions make none."""
    kinds = load_signs().kinds
    for event in events:
        told = [claims[name] for name in sorted(event.claims)]
        bearing: dict[SignKind, list[Claim]] = defaultdict(list)
        for claim in told:
            kind = kinds.get(claim.event_type)
            if kind and claim.modality in _TOLD and claim.stance != "denies" and _bears(kind, claim, reports.get(claim.report)):
                bearing[kind].append(claim)
        for kind, real in sorted(bearing.items()):
            for site in _sites(real, reports, by_target=kind in _OF_THE_TARGET, grounds=grounds):
                if made := _sign(kind, site, real, told, assessment=assessments.get(event.id), reports=reports, holders=holders):
                    yield made


def signs_of_standings(standings: Sequence[Standing], reports: Mapping[str, Report], *, holders: Holders, grounds: Grounds) -> Iterator[Sign]:
    """Signs of what is said to be so. A holding without a holder says nothing."""
    kinds: dict[str, Kind] = {"held": "held", "contested": "fights", "besieged": "besieges", "cut_off": "cut_off"}
    for standing in sorted(standings, key=lambda standing: standing.id):
        kind, holder, challenger = kinds[standing.status], holders.able(standing.holder), holders.able(standing.challenger)
        if standing.modality not in _TOLD or standing.stance == "denies" or (kind == "held" and holder is None):
            continue
        report = reports.get(standing.report)
        published = report.published if report else None
        for site in sites_of_standing(standing, town=grounds.town(standing)):
            yield Sign(
                kind=kind, site=site, actor=holder if kind == "held" else challenger, other=challenger if kind == "held" else holder,
                since=standing.dated.text if standing.dated else None, published=published, latest_told=published, claims=(standing.id,), ongoing=True,
            )


def _bears(kind: SignKind, claim: Claim, report: Report | None) -> bool:
    """A war, or fighting of many days, contests no town; only coming into a place, not towards it, is a coming in."""
    if kind == "fights":
        words = report.words(claim.trigger).casefold().split() if report else []
        return _days(claim) < _LONG and load_signs().wars.isdisjoint(words)
    if kind == "enters":
        return claim.target_kind == "settlement" and _comes_into(claim, report)
    return True


def _days(claim: Claim) -> int:
    if claim.dated is None or claim.dated.earliest is None or claim.dated.latest is None:
        return 0
    return (date.fromisoformat(claim.dated.latest) - date.fromisoformat(claim.dated.earliest)).days + 1


def _comes_into(claim: Claim, report: Report | None) -> bool:
    if report is None or not claim.target:
        return False
    trigger = report.words(claim.trigger).casefold()
    between = report.text[claim.trigger.start : claim.target[0].start].casefold().split()
    return trigger.startswith(load_signs().enters) or not load_signs().into.isdisjoint(between)


def _sites(claims: Sequence[Claim], reports: Mapping[str, Report], *, by_target: bool, grounds: Grounds) -> list[Site]:
    """The sites that most of an event's claims speak of; a claim of no site does not count, nor one without a target beside others that have one."""
    aimed = [claim for claim in claims if claim.target_name] if by_target else []
    found = [sites_of(claim, reports.get(claim.report), by_target=by_target, town=grounds.town(claim)) for claim in aimed or claims]
    named = [sites for sites in found if sites]
    if not named:
        return []
    keys = Counter(_keys(sites) for sites in named)
    most = min(keys, key=lambda key: (-keys[key], _steady(key)))
    names = Counter(tuple(site.name for site in sites) for sites in named if _keys(sites) == most)
    often = min(names, key=lambda name: (-names[name], name))
    return list(next(sites for sites in named if _keys(sites) == most and tuple(site.name for site in sites) == often))


def _keys(sites: Sequence[Site]) -> tuple[SiteKey, ...]:
    return tuple(site.key for site in sites)


def _steady(key: object) -> str:
    """A key as text that is the same in every run; sets have no order of their own."""
    if isinstance(key, frozenset):
        return str(sorted(key))
    return str([_steady(part) for part in key]) if isinstance(key, tuple) else str(key)


def _sign(
    sign: SignKind, site: Site, real: Sequence[Claim], told: Sequence[Claim], *,
    assessment: Assessment | None, reports: Mapping[str, Report], holders: Holders,
) -> Sign | None:
    """An event's sign for one site, None where it says nothing of it. `real`: its claims that it happened, of all `told`."""
    actor, other = _actor(real, assessment, holders), _target(real, holders)
    kind: Kind = "takes" if sign == "yields" else sign
    if sign == "yields":
        if not _yields_the_place(real, site):
            return None
        actor, other = other, actor
    ongoing = any(claim.modality == "ongoing" for claim in real)
    if kind == "fights" and not _is_a_contest(actor, other, ongoing=ongoing, told=real):
        return None
    if kind in ("enters", "leaves") and actor is None:
        return None
    if kind == "besieges" and real[0].target_kind == "road":
        kind = "cut_off"
    published = sorted(report.published for claim in real if (report := reports.get(claim.report)) and report.published)
    speakers = [party(claim.speaker_name, None, claim.speaker_kind) for claim in real]
    return Sign(
        kind=kind, site=site, actor=actor, other=other, since=_day(real, told, assessment),
        published=published[0] if published else None, latest_told=published[-1] if published else None,
        claims=tuple(claim.id for claim in real),
        against=tuple(claim.id for claim in told if claim.modality == "negated" or claim.stance == "denies"),
        origins=assessment.origins if assessment else 1,
        ongoing=ongoing,
        again=any(_is_again(claim, reports.get(claim.report)) for claim in real),
        admitted=any(opposed(speaker, actor) for speaker in speakers),
        own_word=all(speaker is not None and likeness(speaker, actor) in ("same", "compatible") for speaker in speakers),
    )


def _day(real: Sequence[Claim], told: Sequence[Claim], assessment: Assessment | None) -> str | None:
    """The event's date; where only claims that bear no sign give it ("the war broke out in June"), the day most of the others give."""
    field = assessment.field("date") if assessment else None
    types = {claim.event_type for claim in real}
    days = Counter(claim.day for claim in told if claim.day and (claim in real or claim.event_type not in types))
    if field is not None and (field.value in days or (field.value and not _set_aside(real, told, types))):
        return field.value
    return min(days, key=lambda day: (-days[day], len(day), day)) if days else None


def _set_aside(real: Sequence[Claim], told: Sequence[Claim], types: set[str]) -> bool:
    return any(claim.event_type in types and claim.modality in _TOLD and claim not in real for claim in told)


def _is_a_contest(actor: Party | None, other: Party | None, *, ongoing: bool, told: Sequence[Claim]) -> bool:
    """Fighting that goes on contests a place whoever fights; a mention of fighting that is over does so only where somebody armed is named."""
    if any(somebody is not None and somebody.armed for somebody in (actor, other)):
        return True
    return ongoing and not any(claim.actor_name and claim.actor_ref for claim in told)


def _actor(claims: Sequence[Claim], assessment: Assessment | None, holders: Holders) -> Party | None:
    """The event's actor, or another that its claims name, the one named most often first; None where none can hold a place."""
    field = assessment.field("actor") if assessment else None
    wanted = field.value if field else None
    times = Counter(claim.actor_name or "" for claim in claims)
    known = sorted(claims, key=lambda claim: (claim.actor_name != wanted, -times[claim.actor_name or ""], claim.actor_name or "", claim.id))
    return next((somebody for claim in known if (somebody := holders.able(claim.actor_name, claim.actor_ref))), None)


def _target(claims: Sequence[Claim], holders: Holders) -> Party | None:
    """Who it is done to, where that is somebody and not a place."""
    aimed = (claim for claim in claims if claim.target_name and (claim.target_ref or claim.target_kind in (None, "group")))
    return next((somebody for claim in aimed if (somebody := holders.able(claim.target_name, claim.target_ref)) and somebody.armed), None)


def _yields_the_place(claims: Sequence[Claim], site: Site) -> bool:
    """Those who run the place give it up; some fighters who lay down arms do not."""
    return any(
        not any(count.kind == "surrendered" for count in claim.quantities) and (claim.actor_name or "").casefold().startswith(site.name.casefold())
        for claim in claims
    )


def _is_again(claim: Claim, report: Report | None) -> bool:
    words = report.words(claim.trigger).casefold() if report else ""
    return words.startswith(load_signs().again)
