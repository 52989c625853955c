"""Who a speaker's phrase means: a name, an institution, or only a role; pronouns go back to who spoke last."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from contested.annotate.attribution.source import joint, source_phrase
from contested.language.phrases import conjuncts, noun_phrase, span_of
from contested.records import Actor, Marks, Report, Span
from contested.reference.cues import cue_words, speech_nouns

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HE = frozenset({"he", "she", "him", "her"})
_IT = frozenset({"it", "they", "them"})
_UNNAMED = re.compile(
    r"\b(?:(?:not|n[o']t|without|declin\w+|refus\w+)\b.{0,25}\b(?:be(?:ing)?|to be)?\s*(?:named|identified|quoted by name)|anonym\w+"
    r"|(?:withh\w+|withheld|not (?:disclose|reveal|give|publish)).{0,20}\bnames?\b|not authori[sz]ed to (?:speak|brief|talk|comment))",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:an?|the|one|another|some)\s+(?!of\b)", re.IGNORECASE)

_OWNING = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """`name` None where the words name nobody and no role."""

    span: Span
    name: str | None
    kind: str | None
    anonymous: bool


class Speakers:
    """Resolves speakers in the order of the report; remembers who spoke last, for pronouns, and full names, for surnames."""

    def __init__(self, report: Report, doc: "Doc", marks: Marks) -> None:
        self._report, self._actors = report, marks.actors
        self._starts = [actor.span.start for actor in marks.actors]
        self._full = {ent[-1].text: ent.text for ent in reversed(doc.ents) if ent.label_ == "PERSON" and len(ent) > 1 and _is_name(ent.text)}
        self._person: Speaker | None = None
        self._body: Speaker | None = None
        self._offered: dict[int, Span] = {}

    def resolve(self, head: "Token") -> Speaker:
        """The speaker that the phrase of `head` means."""
        if head.lower_ in _HE | _IT:
            return self._antecedent(head)
        bearer = _bearer(head)
        speaker = self._named(bearer)
        if bearer.dep_ == "poss" and bearer is not head:
            speaker = replace(speaker, span=span_of(source_phrase(head)))
        if _is_person(bearer, speaker):
            self._person = speaker
        else:
            self._body = speaker
        return speaker

    def _antecedent(self, pronoun: "Token") -> Speaker:
        span = Span(pronoun.idx, pronoun.idx + len(pronoun))
        meant = (self._person or self._body) if pronoun.lower_ in _HE else (self._body or self._person)
        if meant is None:
            return Speaker(span=span, name=None, kind=None, anonymous=False)
        return Speaker(span=span, name=meant.name, kind=meant.kind, anonymous=meant.anonymous)

    def _named(self, head: "Token") -> Speaker:
        phrase = source_phrase(head)
        span = span_of(phrase)
        if len(conjuncts(head)) > 1 and len(joint(head)) == 1:
            span = span_of([*phrase, *source_phrase(conjuncts(head)[-1])])
            return Speaker(span=span, name=_bare(self._report.words(span)), kind=None, anonymous=False)
        actor = self._actor_at(head)
        name = _person_name(head, phrase)
        if name is not None and (actor is None or actor.ref is None or actor.ref.kind == "person" or _own_name(head, phrase)):
            kind = actor.ref.kind if actor and actor.ref and actor.ref.kind == "person" else "person" if _own_name(head, phrase) else None
            return Speaker(span=span, name=self._full.get(name, name), kind=kind, anonymous=False)
        role = self._role(head, phrase, span)
        if role is not None:
            return role
        if actor is not None and actor.ref is not None:
            return Speaker(span=span, name=actor.ref.name, kind=actor.ref.kind, anonymous=False)
        words = name or _bare(self._report.words(noun_phrase(head, keep_apposition=False)))
        kind = "media" if head.lemma_.lower() in cue_words("attribution/media") else None
        return Speaker(span=span, name=words or None, kind=kind, anonymous=head.tag_[:3] != "NNP" and self._asks_not_to_be_named(head))

    def _role(self, head: "Token", phrase: list["Token"], span: Span) -> Speaker | None:
        """Only a role, or an account; with a definite article or an owner, some roles are one known person's."""
        lemma = head.lemma_.lower()
        account = lemma in cue_words("attribution/accounts")
        if head.tag_[:3] == "NNP" or not (account or lemma in cue_words("attribution/roles") or head.tag_ == "CD"):
            return None
        definite = phrase[0].lower_ in {"the", "its", "his", "their"} or any(word.dep_ == "poss" for word in head.children)
        known = definite and lemma in cue_words("attribution/offices")
        words = self._report.words(noun_phrase(head, keep_apposition=False))
        name = self._owned(head) or _lowered(_bare(words), phrase)
        return Speaker(span=span, name=name, kind=None, anonymous=account or not known or self._asks_not_to_be_named(head))

    def _owned(self, head: "Token") -> str | None:
        """"The insurgency's spokesman" is the spokesman of whom the insurgency is."""
        owner = next((child for child in head.children if child.dep_ == "poss"), None)
        actor = self._actor_at(owner) if owner is not None else None
        if actor is None or actor.ref is None or head.lemma_.lower() not in cue_words("attribution/offices"):
            return None
        return f"{actor.ref.name} {head.lemma_}"

    def _actor_at(self, head: "Token") -> Actor | None:
        """The actor mark whose words end on, or hold, the head."""
        i = bisect_left(self._starts, head.idx + len(head))
        for actor in reversed(self._actors[max(0, i - 4) : i]):
            if actor.span.start <= head.idx < actor.span.end:
                return actor
        return None

    def _asks_not_to_be_named(self, head: "Token") -> bool:
        return bool(_UNNAMED.search(self._report.text, head.idx, head.right_edge.idx + len(head.right_edge)))


def _bearer(head: "Token") -> "Token":
    """Whose words they are that a statement, a video or a report bears; the bearer itself where it says not whose."""
    noun = speech_nouns().get(head.lemma_.lower())
    if noun is None or not noun.carrier:
        return head
    participles = [child for child in head.children if child.dep_ == "acl" and child.tag_ == "VBN"]
    for child in [*head.children, *(word for participle in participles for word in participle.children)]:
        if child.dep_ in {"agent", "prep"} and child.lower_ in {"by", "from"}:
            owner = next((word for word in child.children if word.dep_ == "pobj"), None)
            if owner is not None and owner.ent_type_ not in {"DATE", "TIME"}:
                return owner
    return next((child for child in head.children if child.dep_ == "poss" and child.lower_ not in {"his", "her", "its", "their"}), head)


def _person_name(head: "Token", phrase: list["Token"]) -> str | None:
    """The name in a phrase, without roles, titles and articles: the head's own, else that of an apposition."""
    own = _name_ending_at(head)
    if own is not None:
        return own
    for token in phrase:
        if token.dep_ == "appos" and (name := _name_ending_at(token)) is not None and token.ent_type_ not in {"GPE", "LOC", "DATE"}:
            return name
    return None


def _name_ending_at(head: "Token") -> str | None:
    if head.tag_[:3] != "NNP":
        return None
    doc, titles, start = head.doc, cue_words("attribution/titles"), head.i
    while start > head.sent.start and (doc[start - 1].tag_[:3] == "NNP" or (doc[start - 1].text in {"-", "."} and doc[start - 2].tag_[:3] == "NNP")):
        start -= 1
    while start < head.i and (doc[start].lower_.strip(".") in titles or doc[start].is_punct):
        start += 1
    return str(doc[start : head.i + 1].text)


def _own_name(head: "Token", phrase: list["Token"]) -> bool:
    """Whether the phrase names a person: the recogniser says so, or a role or title stands beside the name."""
    if head.tag_[:3] == "NNP":
        roles, titles = cue_words("attribution/roles"), cue_words("attribution/titles")
        beside = [child for child in head.children if child.dep_ in {"compound", "appos", "nmod", "amod"}]
        titled = any(word.lower_.strip(".") in titles or (word.lemma_.lower() in roles and word.tag_[:3] != "NNP") for word in beside)
        return titled or head.ent_type_ == "PERSON"
    return any(token.dep_ == "appos" and token.tag_[:3] == "NNP" for token in phrase) and head.lemma_.lower() in cue_words("attribution/roles")


def _is_person(head: "Token", speaker: Speaker) -> bool:
    if speaker.kind is not None:
        return speaker.kind == "person"
    return head.ent_type_ == "PERSON" or (head.lemma_.lower() in cue_words("attribution/roles") and head.tag_ != "NNS")


def _is_name(text: str) -> bool:
    return "\n" not in text and text[0].isupper()


def _bare(words: str) -> str:
    """A phrase without its article and without the mark of an owner."""
    return _OWNING.sub("", _ARTICLE.sub("", words))


def _lowered(words: str, phrase: list["Token"]) -> str:
    """A phrase without the capital that only its place in the sentence gave it."""
    first = phrase[0]
    return words[:1].lower() + words[1:] if first.is_sent_start and first.tag_[:3] != "NNP" and words else words
