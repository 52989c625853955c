"""Words that could name a place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from contested.annotate.places.cues import Cues
from contested.records import PlaceKind, Span
from contested.reference.gazetteer import Entry, Gazetteer, name_key

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ARTICLES = frozenset({"al", "el", "ar", "as", "ash", "az", "ad", "an", "at", "ez", "es"})
_CONNECTORS = _ARTICLES | {"of", "de", "del", "da", "do", "du", "des", "la", "le", "i", "e", "y", "bin", "the", "and", "on", "upon", "sur", "der"}
_FUNCTION = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "ADV", "PART"})
_KNOWN_FROM = 150_000  # people
_LONGEST = 10  # tokens, hyphens counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """`first` and `last` are token numbers; `entries` all places of that name, empty where the gazetteer knows none.

    `kind` is set where a word beside the name says what sort of place it is ("Helmand province", "the city of Norvale").
    """

    words: str
    first: int
    last: int
    entries: tuple[Entry, ...]
    kind: PlaceKind | None = None
    cut: int = 0  # characters of the last token that are not part of the name ("U.S.-led" is one token)

    def span(self, doc: "Doc") -> Span:
        return Span(doc[self.first].idx, doc[self.last].idx + len(doc[self.last]) - self.cut)


def find_mentions(text: str, doc: "Doc", gazetteer: Gazetteer, *, cues: Cues) -> list[Mention]:
    """Names of the gazetteer in the text, longest first, left to right, never overlapping.

    `text` is the report's own: the parse may hold a headline's words in lower case. Some words in small letters may end a name ("Norvale airport").
    """
    found, i, count = [], 0, len(doc)
    while i < count:
        mention = _longest_at(doc, i, text, gazetteer, cues) or _before_hyphen(doc, i, gazetteer) if _may_start(doc, i, text) else None
        if mention is None:
            i += 1
        else:
            found.append(mention)
            i = mention.last + 1
    return found


def _before_hyphen(doc: "Doc", at: int, gazetteer: Gazetteer) -> Mention | None:
    """ "U.S." of the one token "U.S.-led"."""
    words, hyphen, rest = doc[at].text.partition("-")
    if not hyphen or not rest.islower() or len(words) < 2:
        return None
    entries = tuple(e for e in gazetteer.lookup(words) if e.grade == 2)
    return Mention(words=words, first=at, last=at, entries=entries, cut=len(rest) + 1) if entries else None


def _longest_at(doc: "Doc", start: int, text: str, gazetteer: Gazetteer, cues: Cues) -> Mention | None:
    begin = doc[start].idx
    for end in reversed(list(_ends(doc, start, text, cues.endings))):
        words = text[begin : doc[end].idx + len(doc[end])]
        if not gazetteer.knows(words):
            continue
        entries = gazetteer.lookup(words)
        if words.isupper() and len(words.replace(".", "")) <= 4 and not words.startswith(("AL-", "EL-")) and not _opens_dateline(doc, start, end):
            # an acronym, unless we list it as a name ("US", "UAE") or the town is one of note
            entries = tuple(e for e in entries if e.grade == 2 and _spelled_so(words, e))
        elif words in ("us", "Us"):
            entries = ()
        entries = tuple(e for e in entries if not _is_abbreviation(words, e) or _may_abbreviate(doc, start, end, words))
        if doc[start].text[0] != text[begin]:  # a headline's word that is a name nowhere else in the report
            entries = tuple(e for e in entries if e.grade == 2 or (e.grade and e.population >= _KNOWN_FROM))
        if doc[start].pos_ in _FUNCTION and doc[start].is_sent_start:
            entries = tuple(e for e in entries if e.grade == 2)
        if entries and not _names_a_street(doc, end, cues):
            return Mention(words=words, first=start, last=end, entries=entries)
    return None


def _opens_dateline(doc: "Doc", start: int, end: int) -> bool:
    """ "WANA, Pakistan -": four capitals at the beginning of a report."""
    return start == 0 and end + 1 < len(doc) and doc[end + 1].text in {",", "-", "–", "—", "/"}


def _names_a_street(doc: "Doc", end: int, cues: Cues) -> bool:
    """ "Tripoli Street" is a street of another town."""
    return end + 1 < len(doc) and doc[end + 1].lower_ in cues.streets and doc[end + 1].text.istitle() and bool(doc[end].whitespace_)


def _is_abbreviation(words: str, entry: Entry) -> bool:
    """ "Ky.", "Miss." and their like: states and provinces in fewer letters than their names."""
    return entry.kind == "admin1" and len(words) <= 5 and len(name_key(words)) + 2 < len(name_key(entry.name))


def _may_abbreviate(doc: "Doc", start: int, end: int, words: str) -> bool:
    """Abbreviated states follow a name and a comma, with a full stop ("Norvale, Mo.") or in capitals ("Norvale, MO"); "B.C." and "N.Y." need none."""
    if words.count(".") == 2 and words != "M.D.":
        return True
    stopped = words.endswith(".") or (end + 1 < len(doc) and doc[end + 1].text == "." and not doc[end].whitespace_)
    return (stopped or (words.isupper() and len(words) == 2)) and start > 1 and doc[start - 1].text == "," and doc[start - 2].text[:1].isupper()


def _spelled_so(words: str, entry: Entry) -> bool:
    return entry.kind in ("country", "admin1") or len(entry.name) <= len(words) + 1 or "." in words


def _may_start(doc: "Doc", i: int, text: str) -> bool:
    token = doc[i]
    if text[token.idx].isupper():
        return True
    if token.lower_ in _ARTICLES and i + 2 < len(doc) and doc[i + 1].text == "-" and doc[i + 2].text[0].isupper():
        return True
    article, hyphen, rest = token.text.partition("-")
    return bool(hyphen) and article in _ARTICLES and rest[:1].isupper()


def _ends(doc: "Doc", start: int, text: str, endings: frozenset[str]) -> Iterator[int]:
    """Where a name that starts here may end."""
    if doc[start].lower_ not in _ARTICLES:
        yield start
    for i in range(start + 1, min(start + _LONGEST, len(doc))):
        token, before = doc[i], doc[i - 1]
        if token.is_sent_start or token.is_space or not (_may_follow(token, before, text) or (token.lower_ in endings and before.whitespace_)):
            return
        if token.text not in {"-", "'", "’"} and (token.text.lower() not in _CONNECTORS or not before.whitespace_) and token.text not in {"'s", "’s"}:
            yield i


def _may_follow(token: "Token", before: "Token", text: str) -> bool:
    word = token.text
    if word in {"'s", "’s"}:
        return False
    if not before.whitespace_:
        return word in {"-", "'", "’"} or word.isalnum()
    return text[token.idx].isupper() or token.lower_ in _CONNECTORS or (word[0] in "'’" and word[1:2].isupper())
