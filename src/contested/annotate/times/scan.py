"""Reading a text for times: rules tried at each word that can begin one, the longest wins, and neighbours that make one time are joined."""

import re

from contested.annotate.times.found import Found
from contested.annotate.times.grammar import DAYS, PARTS, PERIODS, REL_YEAR, Grammar
from contested.annotate.times.guards import Guards
from contested.annotate.times.lexicon import Lexicon
from contested.records import Span, Spans

_WORD = re.compile(r"[A-Za-z]+|\d+\w*")
_REACH = 6
_LEAD = re.compile(r"((?:\bahead\s+)?[\w’']+)\s+$")
_PART_THEN_DAY = re.compile(r"\s+(?:(?:of|on|in)\s+)?|\s*,\s*(?=\d)")
_DAY_THEN_PART = re.compile(r"\s+(?:(?:at|around|about|in)\s+)?")
_NEEDS_OF = frozenset({"middle", "end", "close", "start", "beginning", "onset", "outset", "eve"})
_CUT = PERIODS | {"the_unit", "day_part", "last_night"}
_DATED_BY_YEAR = frozenset({"month", "month_day", "day_month", "season"})


class Scanner:
    """Finds the times of one text, sentence by sentence."""

    def __init__(self, text: str, grammar: Grammar, guards: Guards, lexicon: Lexicon) -> None:
        self._text = text
        self._grammar = grammar
        self._guards = guards
        self._lexicon = lexicon
        self._end = 0

    def scan(self, sentences: Spans) -> list[Found]:
        """All finds, in order, never overlapping; none crosses a sentence."""
        finds: list[Found] = []
        for number, sentence in enumerate(sentences):
            self._end, done = sentence.end, sentence.start
            for start in self._openings(sentence):
                if start < done:
                    continue
                for found in self._read(start):
                    found.sentence = number
                    finds.append(found)
                    done = max(done, found.end)
        return finds

    def _openings(self, sentence: Span) -> list[int]:
        """Where a time could begin: a word that a rule begins with, and itself or one of the next few words speaks of time."""
        grammar, openings, since = self._grammar, [], _REACH + 1
        for match in reversed(list(_WORD.finditer(self._text, sentence.start, sentence.end))):
            word = match.group().lower()
            since = 0 if word in grammar.hints or word[0].isdigit() else since + 1
            if since <= _REACH and (word in grammar.by_word or word[0].isdigit() or word in grammar.edges):
                openings.append(match.start())
        openings.reverse()
        return openings

    def _read(self, start: int) -> list[Found]:
        """What begins at a word: nothing, one time, or the days of "3, 4 and 5 May"."""
        lead = self._lead(start)
        found, cut = self._longest(start, lead=lead), self._cut(start)
        if cut is not None and (found is None or cut.end >= found.end):
            found = cut
        if found is None:
            return []
        if found.rule == "part_of":
            return self._part_of(found)
        if found.rule == "day_pair":
            return self._day_pair(found)
        found = self._join(found)
        if not self._guards.accept(found):
            return []
        return [found, *self._tails(found)] if found.rule == "month_day" and not found.day_part else [found]

    def _lead(self, start: int) -> str:
        before = _LEAD.search(self._text, max(0, start - 14), start)
        return before.group(1).lower() if before else ""

    def _longest(self, start: int, *, lead: str = "", edge: str | None = None) -> Found | None:
        first = _WORD.match(self._text, start)
        best: Found | None = None
        for rule in self._grammar.rules_at(first.group().lower()) if first else ():
            match = rule.pattern.match(self._text, start, self._end)
            if match and (best is None or match.end() > best.end):
                candidate = Found(rule=rule.name, start=start, end=match.end(), parts=match.groupdict(), lead=lead, edge=edge)
                if rule.name in PARTS or self._guards.accept(candidate):
                    best = candidate
        return best

    def _cut(self, start: int) -> Found | None:
        """ "early", "late", "the end of" before a period."""
        match = self._grammar.edge.match(self._text, start, self._end)
        if match is None or (match.group("edge").lower() in _NEEDS_OF and "of" not in match.group("glue").split()):
            return None
        edge = self._grammar.edges[match.group("edge").lower()]
        inner_start = match.end()
        found = self._longest(inner_start, lead=edge, edge=edge)
        if found is None and match.group("the"):
            inner_start = match.end("the")
            found = self._longest(inner_start, lead=edge, edge=edge)
        if found is None or found.rule not in _CUT or (edge == "eve" and found.rule not in DAYS):
            return None
        found.start, found.edge, found.lead = start, edge, self._lead(start)
        return found

    def _part_of(self, part: Found) -> list[Found]:
        """ "the last week of March": a part and the period it is part of, as one."""
        whole = self._longest(part.end, lead="of")
        if whole is None or whole.rule not in PERIODS:
            return []
        whole = self._join(whole)
        part.end, part.whole = whole.end, whole
        return [part]

    def _join(self, found: Found) -> Found:
        """A part of a day and its day, in either order, are one time; so are "July 25" and "of that year"."""
        if found.rule in _DATED_BY_YEAR and not found.part("year") and (year := REL_YEAR.match(self._text, found.end, self._end)):
            found.parts["rel"], found.end = " ".join(year.group("rel").lower().split()), year.end()
        if found.rule in PARTS:
            glue = _PART_THEN_DAY.match(self._text, found.end, self._end)
            day = self._longest(glue.end()) if glue else None
            if day is None or day.rule not in DAYS or not self._guards.accept(day):
                return found
            day.day_part, day.start, day.lead = self._code(found), found.start, found.lead
            day.edge = found.edge if found.rule == "day_part" else None
            return day
        if found.rule in DAYS and not found.part("plural"):
            glue = _DAY_THEN_PART.match(self._text, found.end, self._end)
            part = self._longest(glue.end()) if glue else None
            if part is not None and part.rule in PARTS and not part.part("which"):
                found.day_part, found.end = self._code(part), part.end
        return found

    def _code(self, part: Found) -> str:
        """The TIMEX3 code of a part of a day, or "T17:40"."""
        if part.rule == "clock":
            return clock_code(part)
        word = next((part.part(name) for name in ("part", "part3", "part4", "part5") if part.part(name)), "morning")
        return self._lexicon.day_parts[word.lower()]

    def _day_pair(self, pair: Found) -> list[Found]:
        """ "3-5 May", "the 13th to the 19th of October": the first day takes its month and year from the last."""
        last = self._longest(pair.end)
        if last is None or last.rule != "day_month":
            return []
        parts = last.parts | {"day": pair.part("first"), "weekday": None}
        opening = Found(rule="day_month", start=pair.start, end=self._pair_end(pair), parts=parts, lead=pair.lead)
        return [opening, self._join(last)]

    def _pair_end(self, pair: Found) -> int:
        glue = self._text.rfind(pair.part("glue"), pair.start, pair.end)
        return pair.start + len(self._text[pair.start : glue].rstrip())

    def _tails(self, found: Found) -> list[Found]:
        """ "May 3-5", "May 6 and 7th", "May 3, 4 and 5, 1951": further days of the month just named; a year at the end is everybody's."""
        tails: list[Found] = []
        at, last = found.end, found
        while not last.part("year") and (match := self._grammar.tail.match(self._text, at, self._end)):
            glue = match.group("glue")
            if not (match.group("ordinal") or match.group("year") or match.group("then") is not None or glue in "-–—"):
                break
            if glue == "," and not (match.group("ordinal") or re.match(r"\s*(?:,|and)\s*\d", self._text[match.end("day") : match.end("day") + 8])):
                break
            start = match.start("the") if match.group("the") else match.start("day")
            ends = [match.end(name) for name in ("year", "ordinal", "day") if match.group(name)]
            parts = {"month": found.part("month"), "day": match.group("day"), "year": match.group("year")}
            last = Found(rule="month_day", start=start, end=max(ends), parts=parts, lead=glue)
            tails.append(last)
            at = last.end
        if last.part("year"):
            for earlier in [found, *tails]:
                earlier.parts["year"] = last.part("year")
        return tails


def clock_code(clock: Found) -> str:
    """ "5.40 pm" as "T17:40", "16:15 UTC" as "T16:15Z"."""
    if clock.part("military"):
        hour, minute = int(clock.part("military")[:2]), int(clock.part("military")[2:])
    elif clock.part("oclock"):
        hour, minute = int(clock.part("oclock")), 0
    elif clock.part("hour24"):
        hour, minute = int(clock.part("hour24")), int(clock.part("minute24"))
    else:
        hour, minute = int(clock.part("hour")) % 12 if int(clock.part("hour")) <= 12 else int(clock.part("hour")), int(clock.part("minute") or 0)
        hour += 12 if clock.part("half").lower().startswith("p") and hour < 12 else 0
    zone = "Z" if {"GMT", "UTC", "Z"} & set(clock.part("zone").upper().strip(" ()").split()) else ""
    return f"T{hour:02d}:{minute:02d}{zone}"
