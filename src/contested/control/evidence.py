"""From events and standings to signs: what each says of who holds which place, and when."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from contested.control.sites import Site, SiteKey, site_of_standing, sites_of
from contested.records import Assessment, Claim, Event, Report, Standing
from contested.reference.parties import Party, likeness, opposed, party
from contested.reference.signs import SignKind, load_signs

Kind = Literal["takes", "leaves", "besieges", "fights", "held", "cut_off"]
_ORDER: dict[Kind, int] = {"besieges": 0, "cut_off": 0, "fights": 1, "leaves": 2, "takes": 3, "held": 4}
_OF_THE_TARGET: tuple[SignKind, ...] = ("takes", "besieges")
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
    events: Sequence[Event], assessments: Mapping[str, Assessment], claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> Iterator[Sign]:
    """Signs of what happened. Plans, fears and suspicions make none."""
    kinds = load_signs().kinds
    for event in events:
        sign = kinds.get(event.event_type)
        told = [claims[name] for name in sorted(event.claims)]
        real = [claim for claim in told if claim.modality in _TOLD and claim.stance != "denies"]
        if sign is None or not real:
            continue
        for site in _sites(real, reports, by_target=sign in _OF_THE_TARGET):
            if made := _sign(sign, site, real, told, assessment=assessments.get(event.id), reports=reports):
                yield made


def signs_of_standings(standings: Sequence[Standing], reports: Mapping[str, Report]) -> Iterator[Sign]:
    """Signs of what is said to be so."""
    kinds: dict[str, Kind] = {"held": "held", "contested": "fights", "besieged": "besieges", "cut_off": "cut_off"}
    for standing in sorted(standings, key=lambda standing: standing.id):
        site = site_of_standing(standing)
        if site is None or standing.modality not in _TOLD or standing.stance == "denies":
            continue
        kind = kinds[standing.status]
        holder, challenger = party(standing.holder), party(standing.challenger)
        report = reports.get(standing.report)
        published = report.published if report else None
        yield Sign(
            kind=kind, site=site, actor=holder if kind == "held" else challenger, other=challenger if kind == "held" else holder,
            since=standing.dated.text if standing.dated else None, published=published, latest_told=published, claims=(standing.id,), ongoing=True,
        )


def _sites(claims: Sequence[Claim], reports: Mapping[str, Report], *, by_target: bool) -> list[Site]:
    """The sites that most of an event's claims speak of; a claim of no site does not count."""
    found = [sites_of(claim, reports.get(claim.report), by_target=by_target) for claim in claims]
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
    sign: SignKind, site: Site, real: Sequence[Claim], told: Sequence[Claim], *, assessment: Assessment | None, reports: Mapping[str, Report]
) -> Sign | None:
    """An event's sign for one site, None where it says nothing of it. `real`: its claims that it happened, of all `told`."""
    actor, other = _actor(real, assessment), _target(real)
    kind: Kind = "takes" if sign == "yields" else sign
    if sign == "yields":
        if not _yields_the_place(real, site):
            return None
        actor, other = other, actor
    ongoing = any(claim.modality == "ongoing" for claim in real)
    if kind == "fights" and not _is_a_contest(actor, other, ongoing=ongoing):
        return None
    if kind == "besieges" and real[0].target_kind == "road":
        kind = "cut_off"
    published = sorted(report.published for claim in real if (report := reports.get(claim.report)) and report.published)
    date = assessment.field("date") if assessment else None
    speakers = [party(claim.speaker_name, None, claim.speaker_kind) for claim in real]
    return Sign(
        kind=kind, site=site, actor=actor, other=other, since=date.value if date else real[0].day,
        published=published[0] if published else None, latest_told=published[-1] if published else None,
        claims=tuple(claim.id for claim in real),
        against=tuple(claim.id for claim in told if claim.modality == "negated" or claim.stance == "denies"),
        origins=assessment.origins if assessment else 1,
        ongoing=ongoing,
        again=any(_is_again(claim, reports.get(claim.report)) for claim in real),
        admitted=any(opposed(speaker, actor) for speaker in speakers),
        own_word=all(speaker is not None and likeness(speaker, actor) in ("same", "compatible") for speaker in speakers),
    )


def _is_a_contest(actor: Party | None, other: Party | None, *, ongoing: bool) -> bool:
    """Fighting that goes on contests a place whoever fights; a mention of fighting that is over does so only where somebody armed is named."""
    known = [somebody for somebody in (actor, other) if somebody is not None]
    return any(somebody.armed for somebody in known) or (ongoing and not known)


def _actor(claims: Sequence[Claim], assessment: Assessment | None) -> Party | None:
    field = assessment.field("actor") if assessment else None
    wanted = field.value if field else None
    known = [claim for claim in claims if claim.actor_name]
    chosen = next((claim for claim in known if claim.actor_name == wanted), known[0] if known else None)
    return party(chosen.actor_name, chosen.actor_ref) if chosen else None


def _target(claims: Sequence[Claim]) -> Party | None:
    """Who it is done to, where that is somebody and not a place."""
    chosen = next((claim for claim in claims if claim.target_name and (claim.target_ref or claim.target_kind in (None, "group"))), None)
    somebody = party(chosen.target_name, chosen.target_ref) if chosen else None
    return somebody if somebody and somebody.armed else None


def _yields_the_place(claims: Sequence[Claim], site: Site) -> bool:
    """Those who run the place give it up; some fighters who lay down arms do not."""
    return any(
        not any(count.kind == "surrendered" for count in claim.quantities) and (claim.actor_name or "").casefold().startswith(site.name.casefold())
        for claim in claims
    )


def _is_again(claim: Claim, report: Report | None) -> bool:
    words = report.words(claim.trigger).casefold() if report else ""
    return words.startswith(load_signs().again)
