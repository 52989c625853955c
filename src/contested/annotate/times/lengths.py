"""Lengths of time and what comes again and again; a length that looks back from the day of publication becomes an interval."""

from datetime import date, timedelta
from typing import cast

from contested.annotate.times.calendar import Grain, holding, moved
from contested.annotate.times.found import Found
from contested.annotate.times.lexicon import load_lexicon
from contested.annotate.times.telling import Meaning, Telling, named

_INSIDE = frozenset({"in", "within", "over", "during", "throughout"})
_GRAINS = {"night": "day", "fortnight": "week"}


def length_value(number: float | None, unit: str) -> str:
    """ISO 8601: (2.5, "year") is "P2.5Y", (24, "hour") "PT24H", (None, "week") "PXW"."""
    code = load_lexicon().units[unit]
    if unit == "fortnight" and number is not None:
        number *= 2
    if number == 0.5 and unit in {"hour", "year", "century", "day"}:
        number, code = {"hour": (30, "TM"), "year": (6, "M"), "century": (50, "Y"), "day": (12, "TH")}[unit]
    amount = "X" if number is None else f"{number:g}"
    return f"PT{amount}{code[1:]}" if code.startswith("T") and len(code) > 1 else f"P{amount}{code}"


def back_to(anchor: date | None, number: float | None, unit: str) -> tuple[date | None, date | None]:
    """The days from so long ago until the anchor, both inside: a week back from the 12th is the 6th to the 12th."""
    if anchor is None or number is None:
        return None, anchor
    if unit in {"second", "minute", "hour"}:
        days = 0 if unit != "hour" else -(-int(number) // 24)
        return anchor - timedelta(days=days), anchor
    grain = cast(Grain, _GRAINS.get(unit, unit))
    try:
        start = _away(anchor, -number, unit, grain)
    except (ValueError, OverflowError):
        return None, anchor
    return min(anchor, start + timedelta(days=1)), anchor


def on_from(anchor: date | None, number: float | None, unit: str) -> tuple[date | None, date | None]:
    """The days from the anchor on, for so long."""
    if anchor is None or number is None or unit in {"second", "minute", "hour"}:
        return anchor, None
    try:
        return anchor, _away(anchor, number, unit, cast(Grain, _GRAINS.get(unit, unit)))
    except (ValueError, OverflowError):
        return anchor, None


def _away(anchor: date, number: float, unit: str, grain: Grain) -> date:
    if unit == "fortnight":
        number *= 2
    if number != int(number) and grain in {"year", "month"}:
        return anchor + timedelta(days=int(number * (365 if grain == "year" else 30)))
    return moved(anchor, int(number), grain)


def resolve_duration(found: Found, telling: Telling) -> Meaning:
    """ "three days", "less than two weeks", "30 years"; "in two days" with a verb that looks ahead is the day it ends on."""
    lexicon = load_lexicon()
    unit, number = lexicon.unit(found.part("unit")), lexicon.number(found.part("number"))
    if found.part("half") and number is not None:
        number += 0.5
    days_or_more = unit not in {"second", "minute", "hour", "night"}
    if found.lead == "in" and number is not None and days_or_more and telling.published and not telling.narrative and telling.tense() == "future":
        grain = cast(Grain, _GRAINS.get(unit, unit))
        ends = holding(grain, _away(telling.published, number, unit, grain))
        return named(ends, f"so long after the day of publication, {telling.published}", score=0.7)
    return _length(found, telling, number, unit)


def resolve_bare(found: Found, telling: Telling) -> Meaning:
    """ "for weeks", "within hours"."""
    return _length(found, telling, None, load_lexicon().unit(found.part("unit")))


def _length(found: Found, telling: Telling, number: float | None, unit: str) -> Meaning:
    """A length; anchored on the day of publication where the words look back from it."""
    value = length_value(number, unit)
    if not telling.narrative and telling.published and telling.alone and unit not in {"second", "minute"}:
        ongoing = found.lead == "for" and telling.tense() == "perfect"
        if ongoing or (found.lead in _INSIDE and number is not None and telling.is_ahead() is False):
            first, last = back_to(telling.published, number, unit)
            because = f"so long until the day of publication, {telling.published}"
            return Meaning(type="DURATION", value=value, because=because, first=first, last=last, score=0.7)
    return Meaning(type="DURATION", value=value, because="a length", score=0.8)


def resolve_hyphened(found: Found, _: Telling) -> Meaning:
    """ "20-year", "a three-week-long"."""
    lexicon = load_lexicon()
    unit = lexicon.unit(found.part("unit") or found.part("unit2"))
    number = lexicon.number(found.part("number") or found.part("number2"))
    return Meaning(type="DURATION", value=length_value(number, unit), because="a length", score=0.8)


def resolve_long(found: Found, _: Telling) -> Meaning:
    """ "week-long" is one week, "months-long" some months."""
    word = found.part("unit").lower()
    lexicon = load_lexicon()
    return Meaning(type="DURATION", value=length_value(None if word in lexicon.plurals else 1, lexicon.unit(word)), because="a length", score=0.8)


def resolve_span_of(found: Found, telling: Telling) -> Meaning:
    """ "the past 24 hours", "the next two weeks", "the first three days"."""
    lexicon = load_lexicon()
    unit, which = lexicon.unit(found.part("unit")), found.part("which").lower()
    number = lexicon.number(found.part("number")) if found.part("number") else None
    if which in {"past", "last", "recent"}:
        first, last = back_to(telling.now(), number, unit)
    elif which in {"previous", "preceding"}:
        first, last = back_to(telling.told(), number, unit)
    elif which in {"next", "coming"}:
        first, last = on_from(telling.now(), number, unit)
    elif which in {"following", "ensuing"}:
        first, last = on_from(telling.told(), number, unit)
    else:
        return Meaning(type="DURATION", value=length_value(number, unit), because="a length", score=0.8)
    because = "so long before or after the day it counts from"
    return Meaning(type="DURATION", value=length_value(number, unit), because=because, first=first, last=last, score=0.8)


def resolve_spans_of(found: Found, telling: Telling) -> Meaning:
    """ "recent days" are past, without a beginning."""
    if found.part("which").lower() == "recent":
        return Meaning(type="DATE", value="PAST_REF", because="recent, without a beginning", last=telling.now(), score=0.8)
    return resolve_span_of(found, telling)


def resolve_times_a(found: Found, _: Telling) -> Meaning:
    """ "twice a week"."""
    return Meaning(type="SET", value=length_value(1, load_lexicon().unit(found.part("unit"))), because="it comes again and again", score=0.8)


def resolve_every(found: Found, _: Telling) -> Meaning:
    """ "every day", "every second week", "each Monday", "every night"."""
    lexicon = load_lexicon()
    word, number = found.part("unit").lower(), found.part("number").lower()
    unit = lexicon.unit(word)
    if word in lexicon.day_parts:
        value = f"XXXX-XX-XX{lexicon.day_parts[word]}"
    elif unit in lexicon.units:
        value = length_value(2 if number == "other" else lexicon.ordinals.get(number) or lexicon.number(number or "one"), unit)
    elif word in lexicon.weekdays:
        value = f"XXXX-WXX-{lexicon.weekdays[word] + 1}"
    elif word in lexicon.seasons:
        value = f"XXXX-{lexicon.seasons[word]}"
    else:
        value = f"XXXX-{lexicon.months[word.rstrip('.')]:02d}"
    return Meaning(type="SET", value=value, because="it comes again and again", score=0.9)


def resolve_set_word(found: Found, _: Telling) -> Meaning:
    return Meaning(type="SET", value=load_lexicon().set_words[found.part("word").lower()], because="it comes again and again", score=0.9)


def resolve_reference(found: Found, telling: Telling) -> Meaning:
    """ "now", "recently": until the day of publication in news; when it began is not told."""
    value = load_lexicon().references[" ".join(found.part("word").lower().split())]
    now = None if telling.narrative else telling.published
    ahead = value == "FUTURE_REF"
    because = "it points at the time of telling without a date"
    return Meaning(type="DATE", value=value, because=because, first=now if ahead else None, last=None if ahead else now, score=0.7)
