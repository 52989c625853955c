"""Claims in, events out."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from contested.merge.candidates import Pair, candidate_pairs
from contested.merge.compare import Rarity
from contested.merge.group import Group, group_pairs
from contested.merge.judge import Judge, Judgement
from contested.merge.telling import Telling, tell
from contested.records import Claim, Event, Lineage, Reason, Report, Span
from contested.reference.akin import Akin, load_akin
from contested.settings import MergeSettings

_SHOWN = 4


def merge(claims: Sequence[Claim], reports: Mapping[str, Report], lineage: Lineage, settings: MergeSettings) -> tuple[Event, ...]:
    """Every claim in exactly one event; the order of claims in a sequence changes nothing. `reports`: report id -> Report, for the words.

    An event's id is a hash of its anchor: the claim whose report was published first (then the smallest claim id). Later claims leave it as it is.
    """
    akin = load_akin()
    partners = _partners(lineage)
    ordered = sorted(claims, key=lambda claim: claim.id)
    tellings = [tell(claim, reports.get(claim.report), partners=_partners_of(claim, partners), akin=akin) for claim in ordered]
    numbers: dict[object, int] = {}
    shapes = [numbers.setdefault(telling.shape, len(numbers)) for telling in tellings]
    rarity = Rarity(tellings)
    judge = Judge(settings, akin=akin, rarity=rarity)
    pairs = candidate_pairs(tellings, shapes=shapes, near_km=settings.near_km, akin=akin, rarity=rarity)

    def forbids(i: int, j: int) -> bool:
        return judge.forbids(tellings[i], tellings[j], shapes=_sorted(shapes[i], shapes[j]))

    groups = group_pairs(len(tellings), _judged(tellings, pairs, judge, shapes), shapes=shapes, same=settings.same, forbids=forbids)
    origins = dict(lineage.origins)
    events = (_event([tellings[i] for i in group.members], group, akin=akin, origins=origins) for group in groups)
    return tuple(sorted(events, key=lambda event: event.id))


def _judged(tellings: Sequence[Telling], pairs: Sequence[Pair], judge: Judge, shapes: Sequence[int]) -> Iterator[tuple[Pair, Judgement]]:
    for i, j in pairs:
        judgement = judge.judge(tellings[i], tellings[j], shapes=_sorted(shapes[i], shapes[j]))
        if not judgement.firm:
            yield (i, j), judgement


def _sorted(one: int, other: int) -> Pair:
    return (one, other) if one <= other else (other, one)


def _partners(lineage: Lineage) -> dict[str, list[tuple[Span, str, Span]]]:
    """Report id -> its sentences that a kin report repeats, with that report and sentence, in order."""
    found: dict[str, list[tuple[Span, str, Span]]] = defaultdict(list)
    for kinship in lineage.kinships:
        for pair in kinship.aligned:
            found[kinship.a].append((pair.a, kinship.b, pair.b))
            found[kinship.b].append((pair.b, kinship.a, pair.a))
    for sentences in found.values():
        sentences.sort()
    return found


def _partners_of(claim: Claim, partners: Mapping[str, list[tuple[Span, str, Span]]]) -> tuple[tuple[str, Span], ...]:
    """Sentences elsewhere that repeat the claim's own."""
    sentences = partners.get(claim.report, [])
    at = max(0, bisect_left(sentences, claim.sentence, key=lambda entry: entry[0]) - 1)
    found = []
    while at < len(sentences) and sentences[at][0].start < claim.sentence.end:
        if sentences[at][0].overlaps(claim.sentence):
            found.append(sentences[at][1:])
        at += 1
    return tuple(found)


def _event(members: Sequence[Telling], group: Group, *, akin: Akin, origins: Mapping[str, str]) -> Event:
    anchor = min(members, key=lambda telling: (telling.told is None, telling.told or 0, telling.claim.id))
    return Event(
        id=sha256(f"event\x1f{anchor.claim.id}".encode()).hexdigest()[:16],
        event_type=_event_type([telling.claim for telling in members], akin=akin, origins=origins),
        claims=tuple(telling.claim.id for telling in sorted(members, key=lambda telling: (telling.told is None, telling.told or 0, telling.claim.id))),
        reasons=_reasons(group),
    )


def _event_type(claims: Sequence[Claim], *, akin: Akin, origins: Mapping[str, str]) -> str:
    """The type that says most; among those that say as much, the one that most origins give, then most claims, then the first by name."""
    told: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        told[claim.event_type].add(origins.get(claim.report, claim.report))
    times = Counter(claim.event_type for claim in claims)
    return min(told, key=lambda name: (-akin.rank(name), -len(told[name]), -times[name], name))


def _reasons(group: Group) -> tuple[Reason, ...]:
    """How sure the weakest join is, and what was said most often for the joins."""
    if not group.joined:
        return ()
    weakest = min(judgement.score for judgement in group.joined)
    said: dict[str, tuple[int, float]] = {}
    for judgement in group.joined:
        for reason in judgement.reasons:
            if reason.score > 0.5:
                times, score = said.get(reason.because, (0, 0.0))
                said[reason.because] = (times + 1, max(score, reason.score))
    often = sorted(said, key=lambda because: (-said[because][0], -said[because][1], because))[:_SHOWN]
    lead = Reason(score=weakest, because=f"{len(group.members)} claims tell of it; the weakest link between them scores {weakest:.2f}")
    return (lead, *(Reason(score=said[because][1], because=because) for because in often))
