"""Datelines: "NORVALE, March 3 (Reuters) -", "Norvale, (Norvale Post - 3rd Mar, 2031 ) :", "NORVALE —", "MOSCOW, August 12. /TASS/."."""

import re
from dataclasses import dataclass

from contested.read.credit import Credit, credit_of
from contested.read.dates import DATE, DATE_AND_CLOCK, MONTH, WEEKDAY, YEARLESS, iso_of
from contested.read.lines import Line
from contested.reference.page_lines import opens_with_label

_WORD = r"[A-ZÀ-Þ][\w'’.\-]*"
_PLACE = rf"{_WORD}(?:[ /](?:{_WORD}|of|al|el|de|and|the)(?![a-z])){{0,5}}"
_PLACES = rf"{_PLACE}(?:,\s*(?!(?i:{MONTH}|{WEEKDAY})){_PLACE}){{0,2}}(?:\s*\[[^\]\n]{{2,30}}\])?"
_DATE = rf"(?:(?i:{WEEKDAY}),?\s*)?(?i:{DATE}|{YEARLESS.pattern})(?:,?\s*\d{{4}}\b)?"
_RULE = r"(?:[-–—―]{1,2}|:)"
_OPENING = r"(?=[\"“'‘(\[]*[A-Z0-9À-Þ])"

_WITH_CREDIT = re.compile(
    rf"(?P<place>{_PLACES})?(?:[,.]?\s*(?P<date>{_DATE}))?[,.:]?\s*\((?P<credit>[^()\n]{{2,80}})\)\s*(?P<rule>{_RULE}|\.|,)?\s*(?:{_RULE}\s*)?"
)
_WITH_SLASHES = re.compile(
    rf"(?P<place>{_PLACES})?(?:[,.]?\s*(?P<date>{_DATE}))?[,.]?\s*/\s?(?P<credit>[A-Z][\w .'-]{{1,30}})/?\s?/\s*(?P<rule>[-–—.:]+)?\s*"
)
_OUTLET_FIRST = re.compile(r"(?P<credit>[A-Z][\w .’'-]{1,40}?)\s?(?P<rule>/|\s[-–—]{1,2}|:)\s+" + _OPENING)
_WITH_DATE = re.compile(rf"(?P<place>{_PLACES}),?\s+(?P<date>{_DATE}),?\s*{_RULE}\s*{_OPENING}")
_IN_CAPITALS = re.compile(
    rf"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'’.\-]{{2,}}(?:[ /][A-ZÀ-Þ'’.\-]+){{0,4}}(?:,\s*{_PLACE}){{0,2}})"
    rf"\s*(?P<rule>[-–—―]{{1,2}}|:)\s*(?=[\"“'‘]*(?:[A-ZÀ-Þ][a-z]|A |I ))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """`end`: where the telling begins; `published`: ISO day, None where the dateline has no whole date."""

    end: int
    credit: Credit
    published: str | None


def find_dateline(line: Line, *, strict: bool) -> Dateline | None:
    """The dateline a line opens with, None where it has none. `strict`: only one that names an agency or outlet we know, as deep in a text."""
    for pattern in (_WITH_CREDIT, _WITH_SLASHES):
        if (match := pattern.match(line.words)) and (found := _credited(match, line, strict=strict)):
            return found
    if (match := _OUTLET_FIRST.match(line.words)) and (credit := credit_of(match["credit"])).is_known and (match["rule"] != ":" or not strict):
        return _dateline(line, match, credit)
    if strict:
        return None
    if match := _WITH_DATE.match(line.words):
        return _dateline(line, match, Credit())
    match = _IN_CAPITALS.match(line.words)
    if match and not opens_with_label(match["place"]) and (match["rule"] != ":" or len(line.words) > 80):
        return _dateline(line, match, Credit())
    return None


def _credited(match: re.Match[str], line: Line, *, strict: bool) -> Dateline | None:
    """A name in brackets is a credit if we know it, or if it stands where only a credit can: after a place and a date, or with a date."""
    words = re.sub(DATE_AND_CLOCK.pattern, " ", match["credit"], flags=re.I)
    credit = credit_of(words)
    place, dated = match["place"], bool(match["date"]) or words != match["credit"]
    if match.end() >= len(line.words) or (not match["rule"] and not credit.is_known):
        return None
    if credit.is_known and (place or match["rule"]) and not credit.rest:
        return _dateline(line, match, credit)
    if strict or not place or credit.rest or not (credit.others or dated):
        return None
    return _dateline(line, match, credit) if dated or (place.isupper() and len(place) > 3) else None


def _dateline(line: Line, match: re.Match[str], credit: Credit) -> Dateline:
    date = DATE_AND_CLOCK.search(match.group())
    return Dateline(end=line.start + match.end(), credit=credit, published=iso_of(date) if date else None)
