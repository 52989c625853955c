"""Times that lean on another: on the day of publication ("last week") or on the time last spoken of ("two days later")."""

from datetime import date, timedelta
from typing import cast

from contested.annotate.times.calendar import Grain, Stretch, day_of, holding, moved
from contested.annotate.times.found import Found
from contested.annotate.times.lengths import back_to, length_value
from contested.annotate.times.lexicon import load_lexicon
from contested.annotate.times.scan import clock_code
from contested.annotate.times.telling import Meaning, Telling, named, unplaced

_NO_ANCHOR = "nothing tells the day it counts from"
_BACK = frozenset({"last", "previous", "preceding", "past"})
_ON = frozenset({"next", "following", "coming"})
_GRAINS = {"night": "day", "fortnight": "week"}


def resolve_deictic(found: Found, telling: Telling) -> Meaning:
    word = " ".join(found.part("deictic").lower().split())
    if telling.published is None or (telling.narrative and word == "today"):
        return unplaced("DATE", "the day of writing is not the day told of" if telling.published else _NO_ANCHOR, "PRESENT_REF" if word == "today" else None)
    if word == "tonight":
        found.day_part = found.day_part or "TNI"
    return named(day_of(telling.published + timedelta(days=load_lexicon().deictic_days[word])), telling.because(), score=0.95)


def resolve_last_night(found: Found, telling: Telling) -> Meaning:
    """ "last night" is the night before publication; "overnight" may reach into its morning."""
    anchor = telling.now()
    if anchor is None:
        return unplaced("TIME", _NO_ANCHOR)
    eve = day_of(anchor - timedelta(days=1))
    last = anchor if found.part("night").lower() == "overnight" else eve.last
    return Meaning(type="TIME", value=f"{eve.value}TNI", because=telling.because(), first=eve.first, last=last, stretch=eve, score=0.85)


def resolve_weekday(found: Found, telling: Telling) -> Meaning | None:
    """The nearest such day before publication, or after it where the verb looks ahead."""
    wanted = load_lexicon().weekdays[found.part("name").lower()]
    if found.part("plural"):
        return Meaning(type="SET", value=f"XXXX-WXX-{wanted + 1}", because="a weekday in the plural comes every week", score=0.8)
    which = found.part("which").lower().split()
    anchor = telling.told() if which and (which[-1] in {"following", "same"} or which[0] == "that") else telling.now()
    if anchor is None or (telling.narrative and telling.stated is not None and telling.stated.grain not in {"day", "week", "weekend"}):
        return unplaced("DATE", _NO_ANCHOR)
    if found.part("of"):
        step = {"last": -7, "this": 0, "next": 7}[found.part("of").lower().split()[0]]
        return named(day_of(holding("week", anchor + timedelta(days=step)).first + timedelta(days=wanted)), telling.because())
    word = which[-1] if which else ""
    ahead = telling.is_ahead(found.lead)
    if word in _BACK:
        day = anchor - timedelta(days=(anchor.weekday() - wanted - 1) % 7 + 1)
    elif word in _ON:
        day = anchor + timedelta(days=(wanted - anchor.weekday() - 1) % 7 + 1)
    elif telling.narrative or ahead or (word == "this" and ahead is None):
        day = anchor + timedelta(days=(wanted - anchor.weekday()) % 7)
    else:
        day = anchor - timedelta(days=(anchor.weekday() - wanted) % 7)
    direction = "looking ahead" if day > anchor else "the last such day"
    return named(day_of(day), f"{direction}, {telling.because()}", score=0.9 if ahead is not None or word else 0.8)


def resolve_unit(found: Found, telling: Telling) -> Meaning | None:
    """ "last week", "this year", "that night", "the following month"."""
    unit, which = load_lexicon().unit(found.part("unit")), found.part("which").lower().split()
    word = which[-1]
    if unit in {"minute", "hour", "second"}:
        return Meaning(type="DURATION", value=length_value(1, unit), because="a length", score=0.6)
    if (which[0] == "the" and word in {"past", "last"}) and unit != "day":
        first, last = back_to(telling.now(), 1, unit)
        return Meaning(type="DURATION", value=length_value(1, unit), because=telling.because(), first=first, last=last)
    leaning = word in {"following", "same", "that", "previous", "preceding"} or (word == "next" and (which[0] == "the" and unit in {"day", "night"}))
    anchor = telling.told() if leaning else telling.now()
    if anchor is None and leaning and unit not in {"day", "night"}:
        anchor = telling.published
    if anchor is None or (unit in {"day", "night"} and leaning and (telling.stated is None or telling.stated.grain != "day")):
        return unplaced("DATE", _NO_ANCHOR)
    step = -1 if word in _BACK else 1 if word in _ON else 0
    grain = cast(Grain, _GRAINS.get(unit, unit))
    found.day_part = "TNI" if unit == "night" else found.day_part
    if found.part("own"):
        found.edge = "end"
    because = f"counted from the time last spoken of, {telling.stated.value}" if leaning and telling.stated else telling.because()
    return named(holding(grain, moved(anchor, step, grain)), because)


def resolve_the_unit(found: Found, telling: Telling) -> Meaning:
    """ "later in the day", "the end of the year": of the one told of, else the running one."""
    unit = load_lexicon().unit(found.part("unit"))
    anchor = (None if unit == "weekend" and not telling.narrative else telling.told()) or telling.published
    if anchor is None:
        return unplaced("DATE", _NO_ANCHOR)
    if unit == "weekend" and not telling.narrative:
        weekend = holding("weekend", anchor)
        past = weekend.first > anchor and not telling.is_ahead()
        return named(holding("weekend", anchor - timedelta(weeks=1)) if past else weekend, f"the nearest weekend, around {anchor}", score=0.8)
    grain = cast(Grain, {"summer": "season", "winter": "season"}.get(unit, _GRAINS.get(unit, unit)))
    return named(holding(grain, anchor), f"the {unit} spoken of, around {anchor}", score=0.7)


def resolve_unit_end(found: Found, telling: Telling) -> Meaning:
    found.edge = "end"
    return resolve_the_unit(found, telling)


def resolve_ago(found: Found, telling: Telling) -> Meaning:
    """ "two days ago" counts from publication, "two days later" from the time last spoken of."""
    lexicon = load_lexicon()
    unit, turn = lexicon.unit(found.part("unit")), " ".join(found.part("turn").lower().split())
    number = lexicon.number(found.part("number")) if found.part("number") else None
    deictic = turn in {"ago", "hence", "from now"}
    back = turn in {"ago", "earlier", "before", "previously"}
    anchor = telling.now() if deictic else telling.told()
    vague = "PAST_REF" if back else "FUTURE_REF"
    if anchor is None:
        return unplaced("TIME" if unit in {"second", "minute", "hour"} else "DATE", _NO_ANCHOR, vague if number is None else None)
    because = telling.because() if deictic else f"counted from the time last spoken of, {anchor}"
    if number is None:
        return Meaning(type="DATE", value=vague, because=because, first=None if back else anchor, last=anchor if back else None, score=0.7)
    if unit in {"second", "minute", "hour"}:
        return _hours_away(anchor, number if unit == "hour" else 0, back=back, because=because)
    if not deictic and telling.stated is not None and telling.stated.grain not in {"day", "weekend"} and unit in {"day", "night"}:
        return unplaced("DATE", "the day it counts from is not told")
    grain = cast(Grain, _GRAINS.get(unit, unit))
    steps, grain = _whole(number * (2 if unit == "fortnight" else 1), grain)
    try:
        return named(holding(grain, moved(anchor, -steps if back else steps, grain)), because)
    except (ValueError, OverflowError):
        return unplaced("DATE", "outside the calendar")


def _hours_away(anchor: date, hours: float, *, back: bool, because: str) -> Meaning:
    """Hours from an unknown hour may reach the neighbouring day."""
    reach = timedelta(days=int(hours // 24) + (1 if hours >= 6 else 0))
    first, last = (anchor - reach, anchor) if back else (anchor, anchor + reach)
    return Meaning(type="TIME", value=day_of(anchor).value if first == last else None, because=because, first=first, last=last, score=0.6)


def _whole(number: float, grain: Grain) -> tuple[int, Grain]:
    """ "one and a half years" is 18 months."""
    if number != int(number) and grain == "year":
        return int(number * 12), "month"
    return int(number), grain


def resolve_unit_turn(found: Found, telling: Telling) -> Meaning:
    """ "the day before", "the year after": of the time last spoken of; before an event ("the day before the vote") it stays open."""
    unit = load_lexicon().unit(found.part("unit"))
    grain = cast(Grain, {"night": "day", "evening": "day"}.get(unit, unit))
    anchor = telling.told()
    if found.parts.get("event") is not None or anchor is None or (grain == "day" and telling.stated is not None and telling.stated.grain != "day"):
        return unplaced("DATE", _NO_ANCHOR)
    found.day_part = {"night": "TNI", "evening": "TEV"}.get(unit)
    return named(holding(grain, moved(anchor, 1 if found.part("turn").lower() == "after" else -1, grain)), f"counted from the time last spoken of, {anchor}")


def resolve_day_number(found: Found, telling: Telling) -> Meaning | None:
    """ "on the 20th": of the month spoken of."""
    anchor = telling.told() or telling.published
    if anchor is None:
        return unplaced("DATE", _NO_ANCHOR)
    try:
        return named(day_of(anchor.replace(day=int(found.part("day")))), f"of the month spoken of, around {anchor}", score=0.7)
    except ValueError:
        return None


def resolve_day_part(found: Found, telling: Telling) -> Meaning:
    """ "this morning", "that afternoon", "the next evening", "at dawn"."""
    parts = load_lexicon().day_parts
    word = next((found.part(name) for name in ("part", "part3", "part4", "part5") if found.part(name)), "morning").lower()
    which = found.part("which").lower().split()
    anchor = (telling.now() if which[0] == "this" else telling.told()) if which else None if word in {"night", "nights"} else telling.told()
    if anchor is None and not which and word not in {"night", "nights"} and telling.stated is None and not telling.narrative and telling.published is not None:
        return _at(day_of(telling.published), parts[word], "no other day is told before it than that of publication", score=0.5)
    if anchor is None or (telling.stated is not None and telling.stated.grain != "day" and which[:1] != ["this"]):
        return unplaced("TIME", _NO_ANCHOR, parts[word])
    step = (1 if which[-1] in _ON else -1 if which[-1] in _BACK else 0) if which else 0
    because = telling.because() if which[:1] == ["this"] else "the day spoken of"
    return _at(day_of(anchor + timedelta(days=step)), parts[word], because, score=0.8 if which else 0.6)


def resolve_clock(found: Found, telling: Telling) -> Meaning:
    """On the day last spoken of; in a running account, or where no day is told before it, on that of publication."""
    code = clock_code(found)
    if (telling.stated is None or telling.opens) and not telling.narrative and telling.published is not None:
        because = "the account runs on the day of publication" if telling.opens else "no other day is told before it than that of publication"
        return _at(day_of(telling.published), code, because, score=0.5)
    if telling.stated is None or telling.stated.grain != "day":
        return unplaced("TIME", "the day is not told", code)
    return _at(telling.stated, code, "on the day last spoken of", score=0.7)


def _at(day: Stretch, code: str, because: str, *, score: float) -> Meaning:
    return Meaning(type="TIME", value=day.first.isoformat() + code, because=because, first=day.first, last=day.last, stretch=day, score=score)
