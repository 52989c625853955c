"""What speaks for or against a name being a place here, as figures: the words around it, what the gazetteer says, the rest of the report."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import log10
from typing import TYPE_CHECKING, Final

from contested.annotate.places.beside import own_kind
from contested.annotate.places.context import Setting
from contested.annotate.places.cues import Cues
from contested.annotate.places.mention import Mention
from contested.annotate.places.resolve import Choice
from contested.reference.cues import speech_verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Figures = dict[str, float]

IsWord = Callable[[str], bool]
"""Whether a word in small letters is one of the language, not only a name."""

FIGURES: Final[Mapping[str, str]] = {
    # the words around
    "preposition_strong": "a word like 'in' stands before it",
    "preposition_from": "'from' stands before it",
    "preposition_weak": "a word like 'to' stands before it",
    "acted_on": "a verb such as 'seize' is done to it",
    "done_to": "something such as shelling is done to it",
    "kind_beside": "the words beside it say its kind",
    "listed_with": "it stands in a list with another name",
    "dateline": "it opens the text as a dateline does",
    "distance": "a distance or direction is measured from it",
    "before_comma_place": "a comma and another name follow it",
    "of_after": "'of' follows it",
    "name_before": "a capitalised word stands right before it",
    "name_after": "a capitalised word follows it right away",
    "body_after": "a word for a body follows it",
    "sited_after": "a building or office follows it",
    "title_before": "a title or first name stands before it",
    "speaks": "it says something",
    "subject": "it does something",
    "state_acts": "a country or capital says or does something",
    "owns": "it owns something",
    "sentence_start": "it opens a sentence",
    "no_name": "the parser takes it for no name",
    # the parser's label
    "label_place": "the parser takes it for a place",
    "label_person": "the parser takes it for a person",
    "label_person_longer": "it is part of what the parser takes for a person",
    "label_body": "the parser takes it for a body",
    "label_body_longer": "it is part of what the parser takes for a body",
    "label_date": "the parser takes it for a date",
    "label_people": "the parser takes it for a people",
    # the gazetteer
    "country": "it is a country's name",
    "province": "it is a province's name",
    "district": "it is a district's name",
    "wide": "it is a region, road, river or building",
    "listed": "it is listed as a name of war reporting",
    "main_name": "it is the place's main name",
    "size": "the place is large",
    "rivals": "many places are called so",
    "words": "the name has several words",
    "kind_within": "the name says its kind",
    # the language
    "word": "it is a word of the language as well",
    "word_of_note": "it is a word of the language, and a large or listed place",
    "everyday": "it is an everyday word",
    # the report
    "share": "the report speaks of its country",
    "company": "other places of the report lie near it",
    "placed": "the words beside it say where it lies",
    "astray": "nothing else in the report lies in its country",
    "holds_before": "the name before it lies there",
    "person": "a person of the report is called so",
    "person_elsewhere": "the parser finds it in a person's full name elsewhere",
    "located_elsewhere": "a word like 'in' stands before it elsewhere",
}
"""Name -> what it says, for the reasons."""

_JOINS = frozenset({"and", "or", ",", "&"})
_LONGEST_LIST = 12
_OF_NOTE = 200_000  # people
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_BODY_LABELS = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "LAW", "EVENT"})
_DATE_LABELS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT"})
_LOOSE_LABELS = frozenset({"DATE", "TIME", "NORP", "GPE"})  # a name may stand right beside one of these
_WIDE = frozenset({"region", "facility", "road", "water", "relief"})
_DASHES = frozenset({"-", "–", "—", "--", ":"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """One report's parse and candidates.

    `names`: last -> first token of every candidate; `starts`: where candidates and demonyms start.

    `persons`: words of people's full names; `located`: names that stand after a word like "in" somewhere.
    """

    doc: "Doc"
    text: str
    cues: Cues
    setting: Setting
    names: Mapping[int, int]
    starts: frozenset[int]
    persons: frozenset[str]
    located: frozenset[str]
    is_word: IsWord


def figures_of(around: Around, mention: Mention, choice: Choice | None, *, company: float, holds_before: bool, of_state: bool) -> Figures:
    """The figures of one name that are not 0. `choice` None: the gazetteer does not know it. `of_state`: it is a country or a capital."""
    told: Figures = {}
    for part in (_before, _after, _role, _labels):
        told |= part(around, mention)
    if of_state and (told.pop("speaks", 0.0) or told.pop("subject", 0.0)):
        told["state_acts"] = 1.0
    if choice is not None:
        told |= _known(mention, choice, around.setting)
        told["company"] = company
        told["holds_before"] = float(holds_before)
    told["kind_beside"] = float(mention.kind is not None)
    told["kind_within"] = float(own_kind(mention, around.cues) is not None)
    told["words"] = float(" " in mention.words or "-" in mention.words)
    told["person"] = float(mention.words in around.setting.persons)
    told["person_elsewhere"] = float(mention.words in around.persons and not {"label_person_longer", "title_before"} & {k for k, v in told.items() if v})
    told["located_elsewhere"] = float(mention.words in around.located and not told.get("preposition_strong"))
    if " " not in mention.words and around.is_word(mention.words.lower()):
        of_note = choice is not None and (choice.entry.grade == 2 or choice.entry.population >= _OF_NOTE or choice.entry.kind in ("country", "admin1"))
        told["word_of_note" if of_note else "word"] = 1.0
    told["everyday"] = float(mention.words.lower() in around.cues.common)
    return {name: value for name, value in told.items() if value}


def _known(mention: Mention, choice: Choice, setting: Setting) -> Figures:
    entry = choice.entry
    if choice.inside:  # only what holds it is known
        return {"share": setting.share.get(entry.country or "", 0.0), "placed": 1.0, "rivals": 1.0}
    return {
        "astray": float(choice.astray), "country": float(entry.kind == "country"), "province": float(entry.kind == "admin1"),
        "district": float(entry.kind == "admin2"), "wide": float(entry.kind in _WIDE), "listed": float(entry.grade == 2), "main_name": float(entry.grade == 1),
        "size": max(0.0, min(3.0, log10(entry.population + 10) - 3.0)), "rivals": min(3.0, log10(len(mention.entries)) * 2),
        "share": setting.share.get(entry.country or "", 0.0), "placed": float(choice.chained),
    }  # fmt: skip


def _before(around: Around, mention: Mention) -> Figures:
    """The word that governs the name, over "the", compass words, a few adjectives, and the other names of a list."""
    doc, cues, told = around.doc, around.cues, Figures()
    i, joined = mention.first - 1, 0
    while i >= 0 and not doc[i + 1].is_sent_start:
        if doc[i].lower_ in cues.leading:
            i -= 1
        elif doc[i].lower_ in _JOINS and i - 1 in around.names and joined < _LONGEST_LIST:
            i, joined = around.names[i - 1] - 1, joined + 1
        elif doc[i].lower_ == "and" and doc[i - 1].text == "," and i - 2 in around.names:
            i, joined = around.names[i - 2] - 1, joined + 1
        else:
            break
    told["listed_with"] = float(joined > 0)
    if i >= 0 and not doc[i + 1].is_sent_start:
        word, lemma = doc[i].lower_, doc[i].lemma_.lower()
        from_afar = word == "from" and any(t.lower_ in cues.units for t in doc[max(0, i - 6) : i])
        if from_afar or (word == "of" and i and doc[i - 1].lower_ in cues.compass | cues.edges):
            told["distance"] = 1.0
        elif word == "from":
            told["preposition_from"] = 1.0
        elif word in cues.strong:
            told["preposition_strong"] = 1.0
        elif word in cues.weak:
            told["preposition_weak"] = 1.0
        elif lemma in cues.done_to:
            told["acted_on"] = 1.0
    before = doc[mention.first - 1] if mention.first else None
    if before is not None and not doc[mention.first].is_sent_start and before.whitespace_ and _is_name_word(before):
        word = before.lower_.rstrip(".")
        if word in cues.titles or word in cues.given:
            told["title_before"] = 1.0
        elif not before.is_sent_start and word not in cues.may_precede and before.ent_type_ not in _LOOSE_LABELS:
            told["name_before"] = 1.0
    told["sentence_start"] = float(bool(doc[mention.first].is_sent_start) and mention.first == mention.last)
    return told


def _after(around: Around, mention: Mention) -> Figures:
    doc, cues, told = around.doc, around.cues, Figures()
    following = doc[mention.last + 1] if mention.last + 1 < len(doc) else None
    if following is None:
        return told
    if doc[mention.last].whitespace_ and not following.is_sent_start and _is_name_word(following):
        word = following.lower_.rstrip(".")
        if word in cues.organisations:
            told["body_after"] = 1.0
        elif word in cues.sited:
            told["sited_after"] = 1.0
        elif mention.last + 1 not in around.starts and word not in cues.titles and following.ent_type_ not in _LOOSE_LABELS:
            told["name_after"] = 1.0
    told["of_after"] = float(following.lower_ == "of")
    if following.text == "," and mention.last + 2 in around.starts:
        told["before_comma_place"] = 1.0
    opens = not around.text[: doc[mention.first].idx].strip()
    near = [t.text for t in doc[mention.last + 1 : mention.last + 8]]
    told["dateline"] = float((opens or (bool(doc[mention.first].is_sent_start) and mention.words.isupper())) and any(t in _DASHES for t in near))
    told["owns"] = float(following.lower_ in {"'s", "’s", "'", "’"})
    return told


def _role(around: Around, mention: Mention) -> Figures:
    head = around.doc[mention.first : mention.last + 1].root
    verb = head.head
    if head.dep_ == "nsubjpass" or (head.dep_ == "nsubj" and verb.lemma_ == "fall"):
        return {"done_to": float(verb.lemma_.lower() in around.cues.done_to)}
    if head.dep_ == "nsubj" and verb.pos_ in {"VERB", "AUX"}:
        speaks = verb.lemma_.lower() in speech_verbs()
        return {"speaks": float(speaks), "subject": float(not speaks)}
    return {}


def _labels(around: Around, mention: Mention) -> Figures:
    """The parser's own names: weak evidence, and of longer names of people and bodies strong evidence against."""
    doc = around.doc
    labels = {doc[i].ent_type_ for i in range(mention.first, mention.last + 1)}
    longer = _reaches_beyond(doc, mention)
    told = Figures()
    if labels & _PLACE_LABELS:
        told["label_place"] = 1.0
    elif "PERSON" in labels:
        told["label_person_longer" if longer else "label_person"] = 1.0
    elif labels & _BODY_LABELS:
        told["label_body_longer" if longer else "label_body"] = 1.0
    elif labels & _DATE_LABELS:
        told["label_date"] = 1.0
    elif "NORP" in labels or "LANGUAGE" in labels:
        told["label_people"] = 1.0
    told["no_name"] = float(doc[mention.last].pos_ not in {"PROPN", "NOUN"})
    return told


def _reaches_beyond(doc: "Doc", mention: Mention) -> bool:
    """Does the parser's name have more name words than ours?"""
    first, last = doc[mention.first], doc[mention.last]
    left = mention.first > 0 and first.ent_iob_ == "I" and doc[mention.first - 1].text[0].isupper()
    right = mention.last + 1 < len(doc) and doc[mention.last + 1].ent_iob_ == "I" and doc[mention.last + 1].text[0].isupper() and last.ent_type_ != ""
    return left or right


def _is_name_word(token: "Token") -> bool:
    return token.text[0].isupper() and (token.is_alpha or "." in token.text)


