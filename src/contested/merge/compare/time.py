"""Is it one time?"""

from contested.merge.telling import Telling
from contested.records import Reason
from contested.reference.akin import Akin

_DAY, _PERIOD, _LONG = 2, 5, 10
_OLD_NEWS, _FAR_APART = 60, 30


def compare_time(left: Telling, right: Telling, *, akin: Akin) -> Reason | None:
    """Overlapping, a day beside, a period and one of its days (two happenings), or firmly apart. None where nothing dates them."""
    if left.earliest is None or left.latest is None or right.earliest is None or right.latest is None:
        return _compare_undated(left, right)
    lasting = left.claim.event_type in akin.lasting and right.claim.event_type in akin.lasting
    gap = max(left.earliest, right.earliest) - min(left.latest, right.latest)
    if gap > 0:
        return _compare_apart(gap, lasting=lasting)
    short, long = sorted((left, right), key=lambda telling: telling.days)
    if long.days >= _PERIOD and short.days <= _DAY and not lasting:
        return _compare_day_of_period(long)
    if long.days <= _DAY:
        same = left.earliest == right.earliest and left.latest == right.latest
        return Reason(score=0.75 if same else 0.65, because="the same day" if same else "overlapping days")
    shared = min(left.latest, right.latest) - max(left.earliest, right.earliest) + 1
    return Reason(score=0.68 if shared * 2 >= long.days else 0.52, because="overlapping periods")


def _compare_apart(gap: int, *, lasting: bool) -> Reason:
    if lasting:
        return Reason(score=0.45 if gap <= _FAR_APART else 0.0, because=f"{gap} days apart, and the act can last")
    if gap == 1:
        return Reason(score=0.2, because="a day apart")
    return Reason(score=0.0, because=f"{gap} days apart")


def _compare_day_of_period(long: Telling) -> Reason | None:
    """ "Last week" may be any day of it; a campaign of weeks is none of its days."""
    if long.days > _LONG or long.many or long.claim.modality == "ongoing":
        return Reason(score=0.0, because=f"one lasts {long.days} days, the other is a day of it")
    return None


def _compare_undated(left: Telling, right: Telling) -> Reason | None:
    """What is told before a day did not happen on it."""
    for undated, other in ((left, right), (right, left)):
        if undated.told is None or undated.reality != "real":
            continue
        if other.earliest is not None and undated.told + 1 < other.earliest:
            return Reason(score=0.0, because="one was told before the other happened")
        if other.latest is not None and undated.told - other.latest > _OLD_NEWS:
            return Reason(score=0.3, because="one is undated and told months after the other")
    if left.told is not None and right.told is not None and abs(left.told - right.told) > _FAR_APART:
        return Reason(score=0.3, because="undated, and told more than a month apart")
    return None
