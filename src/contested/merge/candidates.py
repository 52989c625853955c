"""Which tellings are worth comparing: those that share a cell of the map and a day, a report, an aligned sentence, or rare words.

Everything goes through small buckets, so the work grows with the number of claims, not with its square. In a bucket, tellings that *seek* meet
everybody; those that merely are *there* (because a better bucket has them) meet the seekers only.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from contested.merge.compare import Rarity
from contested.merge.telling import Telling
from contested.records import Span
from contested.reference.akin import Akin

Pair = tuple[int, int]
_ALL, _WINDOW, _SEEN = 40, 12, 20
_RARE, _LONGEST, _WEEK, _MONTH = 6, 10, 7, 30
_KM_PER_DEGREE = 111.0
_AREAS = frozenset({"admin1", "admin2", "country", "region"})


@dataclass(slots=True)
class _Bucket:
    seeking: list[int] = field(default_factory=list)
    there: list[int] = field(default_factory=list)


def candidate_pairs(tellings: Sequence[Telling], *, shapes: Sequence[int], near_km: float, akin: Akin, rarity: Rarity) -> list[Pair]:
    """Pairs of positions in `tellings`, smaller first, sorted. Pairs that differ firmly at first sight are left out."""
    buckets: dict[tuple[object, ...], _Bucket] = defaultdict(_Bucket)
    for i, telling in enumerate(tellings):
        kind = akin.family(telling.claim.event_type)
        placed = telling.place is not None and telling.place.kind not in _AREAS
        _put(buckets["report", kind, telling.claim.report], i, seeks=not placed or not telling.dated)
        times = list(_times(telling))
        for where, seeks_there in _cells(telling, near_km):
            for when, seeks_then in times:
                _put(buckets[kind, where, when], i, seeks=seeks_there and seeks_then)
        for word in () if placed and telling.dated else _rare_words(telling, rarity):
            _put(buckets["word", kind, word], i, seeks=True)
    pairs = {pair for bucket in buckets.values() for pair in _within(bucket, tellings, shapes)}
    pairs.update(_aligned(tellings))
    return sorted(pair for pair in pairs if _could_be_one(tellings[pair[0]], tellings[pair[1]], near_km=near_km, akin=akin))


def _put(bucket: _Bucket, i: int, *, seeks: bool) -> None:
    (bucket.seeking if seeks else bucket.there).append(i)


def _cells(telling: Telling, near_km: float) -> Iterator[tuple[object, bool]]:
    """The place's cells, and its province for tellings that name no more; with whether it seeks there."""
    place = telling.place
    if telling.many:
        yield ("many", telling.claim.place_ref.country if telling.claim.place_ref else None), True
        return
    if place is None or place.kind in ("country", "region"):
        # Without any place only words, the report or an alignment can bring two tellings together.
        if telling.place_name:
            yield telling.place_name.casefold(), True
        return
    yield ("admin1", place.country, place.admin1), place.kind in _AREAS
    if place.kind in _AREAS:
        return
    if place.lat is None or place.lon is None:
        yield (place.name.casefold(), place.country), True
        return
    # Four grids, each moved by half a cell: two points nearer than half a cell share a cell of at least one.
    size = max(near_km, 1.0) / _KM_PER_DEGREE * 2
    for up, right in ((0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5)):
        yield (up, right, (place.lat / size + up) // 1, (place.lon / size + right) // 1), True


def _times(telling: Telling) -> Iterator[tuple[object, bool]]:
    """The days, with the day after for its neighbours, or the months of a long time; and the week of telling, where the undated seek."""
    if telling.earliest is not None and telling.latest is not None:
        if telling.days <= _LONGEST:
            yield from ((day, True) for day in range(telling.earliest, telling.latest + 2))
        else:
            first = telling.earliest // _MONTH
            yield from ((("month", month), True) for month in range(first, min(telling.latest // _MONTH, first + 12) + 1))
    seeks = not telling.dated or telling.days > _LONGEST
    if telling.told is None:
        yield ("told", None), seeks
        return
    yield ("told", telling.told // _WEEK), seeks
    if seeks:
        yield ("told", telling.told // _WEEK - 1), seeks


def _rare_words(telling: Telling, rarity: Rarity) -> list[str]:
    """The rarest words of the sentence that at least one other sentence has."""
    shared = [word for word in telling.words - telling.name_words if 2 <= rarity.times(word) <= _SEEN]
    return sorted(shared, key=lambda word: (rarity.times(word), word))[:_RARE]


def _within(bucket: _Bucket, tellings: Sequence[Telling], shapes: Sequence[int]) -> Iterator[Pair]:
    """All pairs with a seeker. In a large bucket: neighbours in an order that puts the like together, and one of each shape with many others."""
    if len(bucket.seeking) <= _ALL:
        yield from combinations(bucket.seeking, 2)
        ordered = bucket.seeking
    else:
        ordered = sorted(bucket.seeking, key=lambda i: (shapes[i], [(count.kind, count.low or 0) for count in tellings[i].claim.quantities], i))
        firsts = list({shapes[i]: i for i in reversed(ordered)}.values())
        for line, reach in ((ordered, _WINDOW), (firsts, _ALL)):
            for at, i in enumerate(line):
                yield from (_sorted(i, j) for j in line[at + 1 : at + 1 + reach])
    there = bucket.there if len(bucket.there) <= _ALL else list({shapes[i]: i for i in bucket.there}.values())[:_ALL]
    yield from (_sorted(i, j) for i in ordered for j in there)


def _sorted(i: int, j: int) -> Pair:
    return (i, j) if i < j else (j, i)


def _could_be_one(left: Telling, right: Telling, *, near_km: float, akin: Akin) -> bool:
    """The firm verdicts that cost next to nothing; the comparers give the same ones with their reasons."""
    if akin.score(left.claim.event_type, right.claim.event_type) is None:
        return False
    if left.earliest is not None and left.latest is not None and right.earliest is not None and right.latest is not None:
        gap = max(left.earliest, right.earliest) - min(left.latest, right.latest)
        if gap > 1 and left.claim.event_type not in akin.lasting:
            return False
    one, other = left.place, right.place
    if one is None or other is None or one.kind in _AREAS or other.kind in _AREAS or one.lat is None or other.lat is None:
        return True
    return one.name == other.name or abs(one.lat - other.lat) * _KM_PER_DEGREE <= near_km


def _aligned(tellings: Sequence[Telling]) -> Iterator[Pair]:
    """Tellings in sentences that repeat each other."""
    by_report: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for i, telling in enumerate(tellings):
        by_report[telling.claim.report].append((telling.claim.sentence, i))
    for told in by_report.values():
        told.sort()
    for i, telling in enumerate(tellings):
        for report, span in telling.partners:
            told = by_report.get(report, [])
            at = bisect_left(told, (Span(span.start, 0), -1))
            while at < len(told) and told[at][0].start < span.end:
                if i != told[at][1]:
                    yield _sorted(i, told[at][1])
                at += 1
