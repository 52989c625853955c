"""Is a name a place here? Evidence is added up: what speaks for it above 0, what speaks against it below."""

from math import log10
from typing import TYPE_CHECKING

from contested.annotate.places.context import Setting
from contested.annotate.places.cues import Cues
from contested.annotate.places.mention import Mention
from contested.records import PlaceKind
from contested.reference.gazetteer import Entry

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ENOUGH = 2.0
_JOINS = frozenset({"and", "or", ",", "&"})
_LONGEST_LIST = 12
_PLACE_LABELS = frozenset({"GPE", "LOC"})
_OTHER_LABELS = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "LAW", "EVENT"})
_LOOSE_LABELS = frozenset({"DATE", "TIME", "NORP", "GPE"})  # a name may stand right beside one of these


def kind_beside(doc: "Doc", mention: Mention, cues: Cues) -> PlaceKind | None:
    """What the words beside a name say it is: "Aleppo province", "Kuwait City", "the town of Norvale"."""
    after = doc[mention.last + 1].lower_ if mention.last + 1 < len(doc) and doc[mention.last].whitespace_ else ""
    before = doc[mention.first - 1].lower_ if mention.first else ""
    if before == "of" and mention.first >= 2:
        before = doc[mention.first - 2].lemma_.lower()
        for kind in ("settlement", "admin1", "admin2"):
            if before in cues.types[kind]:
                return _kind(kind)
    for kind in ("settlement", "admin2", "admin1"):
        if after in cues.types[kind] and after not in {"port", "state", "department", "territory"}:
            return _kind(kind)
    if after in {"state", "territory"} and doc[mention.last + 1].text.istitle():
        return "admin1"
    if mention.first and doc[mention.first - 1].lower_ in {"province", "city", "town", "village", "district"}:
        return next(_kind(kind) for kind in ("settlement", "admin1", "admin2") if doc[mention.first - 1].lower_ in cues.types[kind])
    return None


def _kind(name: str) -> PlaceKind:
    kinds: dict[str, PlaceKind] = {"settlement": "settlement", "admin1": "admin1", "admin2": "admin2"}
    return kinds[name]


def weigh(doc: "Doc", mention: Mention, *, cues: Cues, setting: Setting, names: dict[int, int], starts: frozenset[int]) -> float:
    """All that the words around a name say. `names`: last -> first token of every known name, `starts`: where names and demonyms start."""
    locative = _preposition(doc, mention, names, cues)
    weight = locative + _label(doc, mention) + _neighbours(doc, mention, cues=cues, starts=starts)
    if mention.kind:
        weight += 3.0
    head = doc[mention.first : mention.last + 1].root
    if (head.dep_ == "nsubjpass" and head.head.lemma_.lower() in cues.done_to) or (head.dep_ == "nsubj" and head.head.lemma_ == "fall"):
        weight += 1.0
    if mention.words in setting.persons and locative < 2:
        weight -= 4.0
    if mention.words.lower() in cues.common:
        weight -= 3.0
    if doc[mention.first].is_sent_start and mention.first == mention.last and doc[mention.first].pos_ not in {"PROPN", "NOUN"}:
        weight -= 1.5
    return weight


def weigh_entry(entry: Entry, mention: Mention, setting: Setting) -> float:
    """How likely a name is to be meant for a place, before the words around it are read."""
    support = setting.share.get(entry.country or "", 0.0)
    if entry.kind == "country":
        return 3.0
    if entry.kind in ("admin1", "region", "facility", "road", "water", "relief"):
        return (2.5 if entry.grade == 2 else 1.0 if entry.grade else -0.5) + 1.5 * support
    if entry.kind == "admin2":
        return (0.0 if mention.kind == "admin2" or " " in mention.words else -1.0) + support + (0.0 if entry.grade else -0.5)
    size = max(0.0 if entry.grade == 2 else -1.5, min(2.0, log10(entry.population + 10) - 4.5))
    return size + (2.2 if entry.grade == 2 else 0.0 if entry.grade else -1.0) + 1.5 * support


def _preposition(doc: "Doc", mention: Mention, names: dict[int, int], cues: Cues) -> float:
    """The word that governs the name, over "the", compass words, a few adjectives, and the other names of a list."""
    i, joined = mention.first - 1, 0
    while i >= 0 and not doc[i + 1].is_sent_start:
        if doc[i].lower_ in cues.leading:
            i -= 1
        elif doc[i].lower_ in _JOINS and i - 1 in names and joined < _LONGEST_LIST:
            i, joined = names[i - 1] - 1, joined + 1
        elif doc[i].lower_ == "and" and doc[i - 1].text == "," and i - 2 in names:
            i, joined = names[i - 2] - 1, joined + 1
        else:
            break
    if i < 0 or doc[i + 1].is_sent_start:
        return 0.0
    word = doc[i].lower_
    if word in cues.strong:
        return 1.5 if word == "from" else 2.0
    return 1.0 if word in cues.weak or doc[i].lemma_.lower() in cues.done_to else 0.0


def _label(doc: "Doc", mention: Mention) -> float:
    """The parser's own names: weak evidence, and of longer names of people and bodies strong evidence against."""
    labels = {doc[i].ent_type_ for i in range(mention.first, mention.last + 1)}
    longer = _reaches_beyond(doc, mention)
    if labels & _PLACE_LABELS:
        return 1.7
    if "PERSON" in labels:
        return -2.5 if longer else -1.2 if mention.first == mention.last else -0.5
    if labels & _OTHER_LABELS:
        return -1.0 if longer else -0.4
    return -1.5 if "DATE" in labels else 0.0


def _reaches_beyond(doc: "Doc", mention: Mention) -> bool:
    """Does the parser's name have more name words than ours?"""
    first, last = doc[mention.first], doc[mention.last]
    left = mention.first > 0 and first.ent_iob_ == "I" and doc[mention.first - 1].text[0].isupper()
    right = mention.last + 1 < len(doc) and doc[mention.last + 1].ent_iob_ == "I" and doc[mention.last + 1].text[0].isupper() and last.ent_type_ != ""
    return left or right


def _neighbours(doc: "Doc", mention: Mention, *, cues: Cues, starts: frozenset[int]) -> float:
    """A capitalised word right beside a name usually makes it part of a longer name."""
    weight = 0.0
    following = doc[mention.last + 1] if mention.last + 1 < len(doc) else None
    if following is not None and doc[mention.last].whitespace_ and not following.is_sent_start and _is_name_word(following):
        word = following.lower_.rstrip(".")
        if word in cues.organisations:
            weight -= 3.0
        elif mention.last + 1 not in starts and word not in cues.sited and word not in cues.titles and following.ent_type_ not in _LOOSE_LABELS:
            weight -= 2.0
    before = doc[mention.first - 1] if mention.first else None
    if before is not None and not doc[mention.first].is_sent_start and before.whitespace_ and _is_name_word(before):
        word = before.lower_.rstrip(".")
        if word in cues.titles or word in cues.given:
            weight -= 3.5
        elif not before.is_sent_start and word not in cues.may_precede and before.ent_type_ not in _LOOSE_LABELS:
            weight -= 2.0
    return weight


def _is_name_word(token: "Token") -> bool:
    return token.text[0].isupper() and (token.is_alpha or "." in token.text)
