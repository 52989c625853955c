"""Lines above the telling: who wrote it, when it was published, by whom."""

import re
from dataclasses import dataclass

from contested.read.credit import credit_of, is_photo_credit
from contested.read.dates import CLOCK, DATE_AND_CLOCK, MONTH, WEEKDAY, ZONE, iso_of
from contested.read.lines import Line
from contested.reference.page_lines import is_page_line

_DATE_LABEL = re.compile(
    r"(?P<label>date of publication|date(?:line)?|(?:first |originally )?(?:published|posted|issued|created|released)|"
    r"(?:last )?(?:updated|modified|edited)(?: time)?|"
    r"publication date|publish(?:ed)? date|date published|time)\s*(?:on|at|:|-|–|—)?\s*:?\s*",
    re.I,
)
_FIELD = re.compile(
    r"(?P<label>title|headline|source|outlet|publication|publisher|author|authors|byline|reporter|written by|agency)\s*:\s*(?P<value>\S.*)", re.I
)
_NAME = r"(?:[A-ZÀ-Þ][\w'’.-]*)(?:\s+(?:(?:van|von|de|del|al|el|bin|ibn|der|da|la)\s+)*[A-ZÀ-Þ][\w'’.-]*){0,4}"
_BYLINE = re.compile(
    rf"(?:(?i:(?:reported|written|story|text|words|analysis|photographs)\s+)?(?i:by)[:\s]+|(?i:from our (?:own )?correspondent)\b)\s*"
    rf"(?P<names>{_NAME}(?:\s*(?:,|and|&|\||/|–|—|-|in|for|with)\s+{_NAME})*)?[\s.,|•–—-]*"
)
_QUIET = re.compile(
    rf"\b(?:{WEEKDAY}|{MONTH}|{CLOCK}|a few|(?:about )?(?:\d+|an?|one) (?:sec(?:ond)?|min(?:ute)?|hour|day|week|month)s?|ago|"
    r"read|reading|time|minutes?|by|in|on|at|and|the|of|for|from|to|last|first|originally|published|publication|posted|updated|modified|edited|created|issued|date|staff|writer|reporter|correspondent|editor|local|"
    r"gmt|utc|est|edt|cst|cdt|pst|pdt|mst|mdt|cet|cest|eet|eest|msk|ist|pkt|aft|ast|eat|hkt|et|pt|am|pm)\b",
    re.I,
)
_AGO = re.compile(r"(?:a few|(?:about )?(?:\d+|an?|one)) (?:sec(?:ond)?|min(?:ute)?|hour|day)s? ago", re.I)
_LONGEST = 140
_LONGEST_TAGS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderLine:
    """What one line above the telling says. `end`: where its furniture ends (the line may go on with telling)."""

    end: int
    published: str | None = None
    updated: str | None = None
    byline: str | None = None
    outlet: str | None = None
    agency: str | None = None
    title: str | None = None


def read_header_line(line: Line) -> HeaderLine | None:
    """What the line says, None where it is telling (or a title)."""
    if is_page_line(line.words):
        return HeaderLine(end=line.end)
    return dated_tags(line) or _labelled_date(line) or _field(line) or _date_line(line) or _leading_date(line) or _byline(line) or _credit_line(line)


def dated_tags(line: Line) -> HeaderLine | None:
    """The date and the tags of a page in one line: "Date of publication 3 March 2031 Tags Westmark, War"."""
    if len(line.words) > _LONGEST_TAGS or line.is_closed or (label := _DATE_LABEL.match(line.words)) is None:
        return None
    date = DATE_AND_CLOCK.match(line.words, label.end())
    if date is None or re.match(r"\W*(?:tags?|topics?|keywords?|categor(?:y|ies)|filed under|section)\b", line.words[date.end() :], re.I) is None:
        return None
    return HeaderLine(end=line.end, published=iso_of(date))


def _labelled_date(line: Line) -> HeaderLine | None:
    label = _DATE_LABEL.match(line.words)
    if label is None or (date := DATE_AND_CLOCK.match(line.words, label.end())) is None:
        return None
    end = date.end() + len(re.match(rf"{ZONE}[\s|,;:•.–—-]*", line.words[date.end() :], re.I).group())  # type: ignore[union-attr]  # matches ""
    rest = line.words[end:]
    if rest and (_QUIET.sub("", DATE_AND_CLOCK.sub("", rest)).strip(" |,;:•.–—-()") == "" or re.match(r"(?i:by) [A-Z]", rest)):
        end = len(line.words)
    found = iso_of(date)
    if re.search(r"updated|modified|edited", label["label"], re.I):
        return HeaderLine(end=line.start + end, updated=found)
    byline = _names_in(rest) if re.match(r"(?i:by) [A-Z]", rest) else None
    return HeaderLine(end=line.start + end, published=found, byline=byline)


def _field(line: Line) -> HeaderLine | None:
    match = _FIELD.fullmatch(line.words)
    if match is None:
        return None
    label, value = match["label"].lower(), match["value"].strip()
    if label in {"title", "headline"}:
        return HeaderLine(end=line.start + match.start("value"), title=value)
    if len(line.words) > _LONGEST:
        return None
    credit = credit_of(value)
    if label in {"author", "authors", "byline", "reporter", "written by"}:
        return HeaderLine(end=line.end, byline=value, agency=next(iter(credit.agencies), None))
    if not credit.is_known and label in {"source", "agency"} and line.is_closed:
        return None
    named = next(iter(credit.outlets), None) or (value if not credit.agencies and label != "agency" else None)
    return HeaderLine(end=line.end, outlet=named, agency=next(iter(credit.agencies), None))


def _leading_date(line: Line) -> HeaderLine | None:
    """An ISO date and then the telling; spelled-out dates open timelines, so they are left alone."""
    match = re.match(r"\[?((?:19|20)\d\d-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?\]?[\s:|,–—-]+(?=\S)", line.words)
    if match is None or (date := DATE_AND_CLOCK.search(match.group())) is None:
        return None
    return HeaderLine(end=line.start + match.end(), published=iso_of(date))


def _date_line(line: Line) -> HeaderLine | None:
    """A short line of nothing but a date, names and words about publishing: "Jane Doe 25 minutes ago Mon 3rd March 2031 | 09:15 AM"."""
    if len(line.words) > _LONGEST:
        return None
    date = DATE_AND_CLOCK.search(line.words)
    ago = _AGO.search(line.words)
    if date is None and ago is None:
        return None
    rest = re.sub(rf"{ZONE}", "", DATE_AND_CLOCK.sub(" | ", line.words), flags=re.I) if date else line.words
    rest = _QUIET.sub(" | ", rest)
    if re.search(r"(?<![\w'’.-])[a-zà-ÿ][\w'’-]*[a-z]", rest) or re.search(r"\d{2,}|[!?\"“”]", rest):
        return None
    names = [piece.strip(" ,.;:•–—-()[]@") for piece in rest.split("|")]
    byline = next((name for name in names if re.fullmatch(_NAME, name) and " " in name and not credit_of(name).is_known), None)
    if date is None and byline is None and len(line.words) > 60:
        return None
    credits = [credit_of(name) for name in names if name]
    agency = next((name for credit in credits for name in credit.agencies), None)
    outlet = next((name for credit in credits for name in credit.outlets), None)
    found = iso_of(date) if date else None
    is_update = bool(re.match(r"(?:last )?(?:updated|modified)", line.words, re.I))
    return HeaderLine(end=line.end, published=None if is_update else found, updated=found if is_update else None, byline=byline, agency=agency, outlet=outlet)


def _byline(line: Line) -> HeaderLine | None:
    if len(line.words) > _LONGEST or (match := _BYLINE.match(line.words)) is None:
        return None
    rest = line.words[match.end() :]
    if match["names"] is None or (rest and (re.search(r"(?<![\w'’.-])[a-zà-ÿ]{3,}", _QUIET.sub("", rest)) or len(rest) > 60)):
        return None
    credit = credit_of(match["names"])
    names = ", ".join(credit.others) or None
    return HeaderLine(end=line.end, byline=names or match["names"].strip(), agency=next(iter(credit.agencies), None), outlet=next(iter(credit.outlets), None))


def _credit_line(line: Line) -> HeaderLine | None:
    """A line of agency or outlet names and people: "The Associated Press", "AFP, Norvale", "Reuters Staff"."""
    if len(line.words) > 80:
        return None
    credit = credit_of(line.words)
    if not credit.is_known or credit.rest:
        return None
    if is_photo_credit(line.words, credit):
        return HeaderLine(end=line.end)
    byline = next((name for name in credit.others if " " in name), None)
    return HeaderLine(end=line.end, byline=byline, agency=next(iter(credit.agencies), None), outlet=next(iter(credit.outlets), None))


def _names_in(words: str) -> str | None:
    match = _BYLINE.match(words)
    return match["names"].strip() if match and match["names"] else None
