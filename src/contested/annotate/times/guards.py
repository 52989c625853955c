"""Which finds are times and which only look like one: the words around them decide."""

import re
from collections.abc import Callable

from contested.annotate.times.found import Found
from contested.annotate.times.lexicon import Lexicon
from contested.annotate.times.syntax import Syntax

_NEXT_WORD = re.compile(r"\s*[-–]?\s*([\w’']+|\S)")
_WORD_BEFORE = re.compile(r"([\w’'.$€£#]+)[\s“\"(,]*$")
_YEAR_BEFORE = re.compile(r"(?:1\d|20)\d\d\s*[-–/]$")
_YEAR_PAIR = re.compile(r"\s*[-–]\s*(?:(?:1\d|20)\d\d|\d\d)(?![\w.,]*\d)")
_SHARED_NAMES = frozenset({"may", "march", "april", "june", "august", "mar", "jan", "dec", "jun", "sep"})
_NOUN = ("NN", "JJ", "CD")


class Guards:
    """One text's finds, judged one by one."""

    def __init__(self, text: str, syntax: Syntax, lexicon: Lexicon) -> None:
        self._text = text
        self._syntax = syntax
        self._lexicon = lexicon
        self._rules: dict[str, Callable[[Found], bool]] = {
            "month": self._month, "month_day": self._month_day, "day_month": self._month_day, "year": self._year, "decade": self._decade,
            "season": self._season, "weekday": self._weekday, "unit": self._unit, "bare": self._bare, "duration": self._duration, "ago": self._ago,
            "hyphened": self._hyphened, "day_part": self._day_part, "day_number": self._day_number, "set_word": self._set_word, "reference": self._reference,
            "every": self._no_ordinal, "times_a": self._no_ordinal, "long": self._no_ordinal,
            "the_unit": self._the_unit, "span_of": self._span_of, "spans_of": self._span_of,
            "half": lambda found: bool(found.part("year") or found.part("rel")),
            "slashed": lambda found: found.start == 0 or not self._text[found.start - 1].isalnum(),
        }  # fmt: skip

    def accept(self, found: Found) -> bool:
        rule = self._rules.get(found.rule)
        return rule is None or rule(found)

    def _next(self, found: Found) -> str:
        following = _NEXT_WORD.match(self._text, found.end)
        return following.group(1) if following else ""

    def _before(self, found: Found) -> str:
        preceding = _WORD_BEFORE.search(self._text[max(0, found.start - 24) : found.start])
        return preceding.group(1) if preceding else ""

    def _next_tag(self, found: Found) -> str:
        following = _NEXT_WORD.match(self._text, found.end)
        return self._syntax.tag(following.start(1)) if following else ""

    def _month(self, found: Found) -> bool:
        """ "May", "March" and short forms need more than a capital letter."""
        lexicon, word = self._lexicon, found.part("month").lower().rstrip(".")
        if found.part("year") or found.part("apostrophe") or found.edge:
            return True
        if len(word) < 5 and word not in {"may", "june", "july"}:
            return found.lead in lexicon.strong_leads | lexicon.weak_leads and self._text[found.end - 1] == "."
        if found.lead in lexicon.strong_leads | lexicon.weak_leads - {"of", "to", "for", "and", "or"}:
            return self._syntax.tag(found.start) != "MD"
        if word not in _SHARED_NAMES:
            return True
        following = self._next(found)
        if self._syntax.tag(found.start) in {"MD", "VB", "VBP"} or following == "of":
            return False
        return not (self._before(found)[:1].isupper() or following[:1].isupper())

    def _month_day(self, found: Found) -> bool:
        """ "may 20 people" is no date; "12 Mar" needs its month to be one."""
        word = found.part("month").lower().rstrip(".")
        return word != "may" or bool(found.part("year")) or self._syntax.tag(self._text.find(found.part("month"), found.start)) != "MD"

    def _year(self, found: Found) -> bool:
        """A bare number of four digits is a year after "in", "since", in brackets, in a pair of years, alone on a line, or before what it dates."""
        before = self._text[max(0, found.start - 8) : found.start]
        if found.part("short"):
            return bool(_YEAR_BEFORE.search(before))
        following, line_start = self._next(found), not before.strip(" \t") or before.rstrip(" \t").endswith("\n")
        if following.lower() in self._lexicon.counted or following in {"%", "-", "€", "$", "°"} or before[-1:] in {"$", "€", "£", "#", ".", ",", "+"}:
            return False
        if _YEAR_PAIR.match(self._text, found.end) or re.match(r"[’']s\b", self._text[found.end : found.end + 3]):
            return True
        if found.edge or _YEAR_BEFORE.search(before) or before.rstrip().endswith(("(", "–", "—")) or before.endswith("-"):
            return not before.endswith("-") or bool(re.search(r"(?:\d{4}|[A-Za-z]{3})\s*-$", before)) or bool(found.edge)
        if line_start and (following in {":", ""} or self._text[found.end : found.end + 1] in {"\n", ":", "–", "-"}):
            return True
        if found.lead in self._lexicon.strong_leads:
            return True
        if found.lead in self._lexicon.weak_leads:
            return self._next_tag(found) != "NNS"
        value = int(found.part("year"))
        if line_start and self._next_tag(found).startswith(("VBD", "VBZ")):
            return True
        if value < 1500 or value > 2049 or value % 1000 == 0:
            return False
        if self._syntax.tag(found.start - 2).startswith(("DT", "PRP", "POS", "JJ")):
            return self._next_tag(found).startswith(("NN", "JJ", "VBN"))
        return False

    def _decade(self, found: Found) -> bool:
        """ "the 80s", "'80s"; "in his 80s" is an age."""
        return not found.part("short") or bool(found.edge) or self._text[found.start : found.start + 3].lower() == "the" or self._text[found.start - 1] in "'’‘"

    def _season(self, found: Found) -> bool:
        if found.part("year") or found.part("which"):
            return True
        word, tag = found.part("season").lower(), self._syntax.tag(found.end - 1)
        if word == "fall":
            return found.lead == "in" and not found.part("the") and self._next(found).lower() not in {"of", "from"}
        return not tag.startswith("VB") and not (found.part("season")[:1].isupper() and self._before(found)[:1].isupper())

    def _weekday(self, found: Found) -> bool:
        return self._before(found).lower() not in self._lexicon.named_days and not (found.part("which").lower() == "the" and not found.part("of"))

    def _unit(self, found: Found) -> bool:
        """ "at the last minute", "that second" name no time on a calendar."""
        exact = self._lexicon.unit(found.part("unit")) not in {"second", "minute", "hour", "quarter"}
        return exact or found.part("which").lower().split()[-1] in {"next", "following"}

    def _the_unit(self, found: Found) -> bool:
        """ "the end of the year", "later in the day"; "the year" alone names nothing, "over the weekend" does."""
        weekend = found.part("unit").lower() == "weekend" and found.lead in self._lexicon.strong_leads | {"over", "at", "on", "before", "after"}
        return weekend or found.edge is not None

    def _span_of(self, found: Found) -> bool:
        """ "the last two months", not "is to last two months"."""
        return not (found.part("which").lower() == "last" and self._syntax.tag(self._text.lower().find("last", found.start)).startswith("VB"))

    def _bare(self, found: Found) -> bool:
        """Plural units alone: "for weeks", "hours after", "years of war"."""
        if self._syntax.tag(found.start - 2) == "CD" or self._lexicon.unit(found.part("unit")) in {"quarter", "second"}:
            return False
        return found.lead in self._lexicon.lasting_leads or self._next(found).lower() in {"of", "after", "before", "into"}

    def _day_part(self, found: Found) -> bool:
        if not found.part("part5") or found.day_part or found.edge or self._text[found.start : found.start + 3].lower() == "the":
            return True
        return found.lead in self._lexicon.day_part_leads

    def _duration(self, found: Found) -> bool:
        number, unit = found.part("number").lower(), self._lexicon.unit(found.part("unit"))
        if found.lead in {"aged", "age", "ages"} or (unit == "second" and number in {"a", "one", "an"}) or unit == "quarter":
            return False
        if number in {"a", "an"} and not found.part("quantifier"):
            return found.lead in self._lexicon.lasting_leads | {"of", "by"} or not self._syntax.tag(found.start - 2).startswith(("NN", "CD", "$", "RB"))
        if self._text[found.start - 1 : found.start] in {"$", "€", "£", "-", "."}:
            return False
        return unit not in {"second", "minute"} or number != "a"

    def _hyphened(self, found: Found) -> bool:
        number = (found.part("number") or found.part("number2")).lower()
        unit = self._lexicon.unit(found.part("unit") or found.part("unit2"))
        return unit not in {"second", "quarter"} and number not in {"a", "an"}

    def _day_number(self, found: Found) -> bool:
        """ "by the 20th" is a day, "the 20th brigade" is not."""
        return found.lead in {"on", "by", "until", "from", "since", "of", "to", "between", "till", "through"} and not self._next_tag(found).startswith(_NOUN)

    def _set_word(self, found: Found) -> bool:
        """ "Daily" inside a sentence belongs to a name."""
        capital = found.part("word")[:1].isupper()
        return not (capital and (self._before(found)[-1:].isalnum() or self._next(found)[:1].isupper()))

    def _reference(self, found: Found) -> bool:
        word = found.part("word").lower()
        if word in {"the past", "the future"}:
            return not self._next_tag(found).startswith(_NOUN)
        return not (word == "now" and self._next(found).lower() == "that") and not (word == "current" and self._next_tag(found) in {"", "."})

    def _ago(self, found: Found) -> bool:
        """ "days later" stands, "day later" does not; "two days before the vote" hangs on an event."""
        unit = found.part("unit").lower()
        return bool(found.part("number") or unit in self._lexicon.plurals) and found.lead not in {"aged"}

    def _no_ordinal(self, found: Found) -> bool:
        """ "second" orders more often than it lasts."""
        return self._lexicon.unit(found.part("unit")) != "second"
