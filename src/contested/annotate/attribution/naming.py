"""The name in a speaker's phrase: a person's without titles, an institution's in full, a role with what qualifies it."""

import re
from typing import TYPE_CHECKING

from contested.reference.cues import cue_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_ARTICLE = re.compile(r"^(?:an?|the|one|another|some)\s+(?!of\b)", re.IGNORECASE)
_OWNING = re.compile(r"['’]s?$")
_NO_PERSONS = frozenset({"GPE", "LOC", "DATE"})


def is_body(head: "Token") -> bool:
    """Whether a name ends on a word for an institution: "General Staff", "Interior Ministry"."""
    return head.tag_[:3] == "NNP" and head.lower_ in cue_words("attribution/bodies") and head.ent_type_ != "PERSON"


def person_name(head: "Token", phrase: list["Token"]) -> str | None:
    """The name in a phrase, without roles, titles and articles: the head's own, else that of an apposition. None for an institution."""
    if is_body(head):
        return None
    own = _name_ending_at(head)
    if own is not None and not (own == head.text and _is_title(head)):
        return own
    for token in phrase:
        if own is not None and token.dep_ == "pobj" and (name := _name_ending_at(token)) is not None and _follows_body(token, name):
            return name  # "Chief of the General Staff Olan Brec", taken for one phrase
        if token.dep_ == "appos" and (name := _name_ending_at(token)) is not None and token.ent_type_ not in _NO_PERSONS:
            return name
    return None


def names_person(head: "Token", phrase: list["Token"]) -> bool:
    """Whether the phrase names a person: the recogniser says so, or a role or title stands beside the name."""
    if is_body(head):
        return False
    if head.tag_[:3] == "NNP" and not _is_title(head):
        roles, titles = cue_words("attribution/roles"), cue_words("attribution/titles")
        beside = [child for child in head.children if child.dep_ in {"compound", "appos", "nmod", "amod"}]
        titled = any(word.lower_.strip(".") in titles or (word.lemma_.lower() in roles and word.tag_[:3] != "NNP") for word in beside)
        return titled or head.ent_type_ == "PERSON"
    named = any(token.dep_ == "appos" and token.tag_[:3] == "NNP" for token in phrase)
    return named and (_is_title(head) or head.lemma_.lower() in cue_words("attribution/roles"))


def body_name(head: "Token") -> str:
    """An institution's name in full: "Varland's General Staff", "Ministry of Defence of Varland"."""
    doc, start, end = head.doc, head.left_edge.i, head.i
    while end + 2 < len(doc) and doc[end + 1].lower_ == "of":
        after = end + 3 if doc[end + 2].lower_ == "the" and end + 3 < len(doc) else end + 2
        if doc[after].tag_[:3] != "NNP":
            break
        while after + 1 < len(doc) and doc[after + 1].tag_[:3] == "NNP":
            after += 1
        end = after
    return bare(doc[start : end + 1].text)


def bare(words: str) -> str:
    """A phrase without its article and without the mark of an owner."""
    return _OWNING.sub("", _ARTICLE.sub("", words))


def lowered(words: str, phrase: list["Token"]) -> str:
    """A phrase without the capital that only its place in the sentence gave it."""
    first = phrase[0]
    return words[:1].lower() + words[1:] if first.is_sent_start and first.tag_[:3] != "NNP" and words else words


def _follows_body(head: "Token", name: str) -> bool:
    before = head.i - len(name.split())
    return " " in name and before > 0 and head.doc[before].lower_ in cue_words("attribution/bodies")


def _is_title(token: "Token") -> bool:
    return token.lower_.strip(".") in cue_words("attribution/titles")


def _name_ending_at(head: "Token") -> str | None:
    if head.tag_[:3] != "NNP":
        return None
    doc, start = head.doc, head.i
    while start > head.sent.start and (doc[start - 1].tag_[:3] == "NNP" or (doc[start - 1].text in {"-", "."} and doc[start - 2].tag_[:3] == "NNP")):
        start -= 1
    bodies = cue_words("attribution/bodies")
    start = max((i + 1 for i in range(start, head.i) if doc[i].lower_ in bodies), default=start)  # "Varland Army General Olan Brec"
    while start < head.i and (_is_title(doc[start]) or doc[start].is_punct):
        start += 1
    return str(doc[start : head.i + 1].text)
