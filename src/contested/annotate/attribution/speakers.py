"""Who a speaker's phrase means: a name, an institution, or only a role; pronouns go back to who spoke last."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from contested.annotate.attribution.bearers import bearer, only_passes_on
from contested.annotate.attribution.naming import bare, body_name, is_body, lowered, names_person, person_name
from contested.annotate.attribution.source import joint, source_phrase
from contested.language.phrases import conjuncts, noun_phrase, span_of
from contested.records import Actor, Marks, Report, Span
from contested.reference.cues import cue_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HE = frozenset({"he", "she", "him", "her"})
_IT = frozenset({"it", "they", "them"})
_HIGHEST = 6
_UNNAMED = re.compile(
    r"\b(?:(?:not|n[o']t|without|declin\w+|refus\w+)\b.{0,25}\b(?:be(?:ing)?|to be)?\s*(?:named|identified|quoted by name)|anonym\w+"
    r"|(?:withh\w+|withheld|not (?:disclose|reveal|give|publish)).{0,20}\bnames?\b|not authori[sz]ed to (?:speak|brief|talk|comment))",
    re.IGNORECASE,
)


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
        self._person_at = -1
        self._subjects = [ent.root for ent in doc.ents if ent.label_ == "PERSON" and _is_subject(ent.root)]
        self._places = [subject.i for subject in self._subjects]

    def resolve(self, head: "Token") -> Speaker:
        """The speaker that the phrase of `head` means."""
        if head.lower_ in _HE | _IT:
            return self._antecedent(head)
        owner = bearer(head)
        speaker = self._named(owner)
        if owner.dep_ in {"poss", "compound"} and owner != head:
            speaker = replace(speaker, span=span_of(source_phrase(head)))
        if _is_person(owner, speaker):
            self._person, self._person_at = speaker, head.i
        else:
            self._body = speaker
        return speaker

    def _antecedent(self, pronoun: "Token") -> Speaker:
        span = Span(pronoun.idx, pronoun.idx + len(pronoun))
        he = pronoun.lower_ in _HE
        meant = (self._spoken_of(pronoun) or self._person or self._body) if he else (self._body or self._person)
        above = _subject_above(pronoun) if meant is None else None
        meant = self._named(above) if above is not None else meant
        if meant is None:
            return Speaker(span=span, name=None, kind=None, anonymous=False)
        return Speaker(span=span, name=meant.name, kind=meant.kind, anonymous=meant.anonymous)

    def _spoken_of(self, pronoun: "Token") -> Speaker | None:
        """Who the sentence before, or this one, is about, where that person was named after the last one who spoke."""
        at = bisect_left(self._places, pronoun.i) - 1
        if at < 0 or self._places[at] < self._person_at:
            return None
        subject, start = self._subjects[at], pronoun.sent.start
        if subject.i < (pronoun.doc[start - 1].sent.start if start else 0):
            return None
        return self._named(subject)

    def _named(self, head: "Token") -> Speaker:
        phrase = source_phrase(head)
        span = span_of(phrase)
        if len(conjuncts(head)) > 1 and len(joint(head)) == 1:
            span = span_of([*phrase, *source_phrase(conjuncts(head)[-1])])
            return Speaker(span=span, name=bare(self._report.words(span)), kind=None, anonymous=False)
        actor = self._actor_at(head)
        name = person_name(head, phrase)
        if name is not None and (actor is None or actor.ref is None or actor.ref.kind == "person" or names_person(head, phrase)):
            kind = actor.ref.kind if actor and actor.ref and actor.ref.kind == "person" else "person" if names_person(head, phrase) else None
            return Speaker(span=span, name=self._full.get(name, name), kind=kind, anonymous=False)
        role = self._role(head, phrase, span)
        if role is not None:
            return role
        if actor is not None and actor.ref is not None:
            return Speaker(span=span, name=actor.ref.name, kind=actor.ref.kind, anonymous=False)
        words = name or (body_name(head) if is_body(head) else bare(self._report.words(noun_phrase(head, keep_apposition=False))))
        media = cue_words("attribution/media")
        kind = "media" if head.lower_ in media or head.lemma_.lower() in media or only_passes_on(head) else None
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
        name = self._owned(head) or lowered(bare(words), phrase)
        return Speaker(span=span, name=name, kind=None, anonymous=account or not known or self._asks_not_to_be_named(head))

    def _owned(self, head: "Token") -> str | None:
        """"The insurgency's spokesman", "a spokesman for the insurgency": the spokesman of whom the insurgency is."""
        owner = next((child for child in head.children if child.dep_ == "poss"), None) or _served(head)
        actor = self._actor_at(owner, without=head) if owner is not None else None
        if actor is None or actor.ref is None or head.lemma_.lower() not in cue_words("attribution/offices"):
            return None
        qualifiers = [child.text for child in head.lefts if child.dep_ in {"amod", "compound"}]
        return " ".join([actor.ref.name, *qualifiers, head.lemma_])

    def _actor_at(self, head: "Token", *, without: "Token | None" = None) -> Actor | None:
        """The actor mark that holds the head, and does not hold `without`."""
        i = bisect_left(self._starts, head.idx + len(head))
        for actor in reversed(self._actors[max(0, i - 4) : i]):
            if actor.span.start <= head.idx < actor.span.end and (without is None or not actor.span.start <= without.idx < actor.span.end):
                return actor
        return None

    def _asks_not_to_be_named(self, head: "Token") -> bool:
        return bool(_UNNAMED.search(self._report.text, head.idx, head.right_edge.idx + len(head.right_edge)))


def _served(head: "Token") -> "Token | None":
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in {"for", "of"}:
            return next((word for word in child.children if word.dep_ == "pobj"), None)
    return None


def _subject_above(pronoun: "Token") -> "Token | None":
    """Who a clause above is about: "the rebels issued a statement in which they said"."""
    token = pronoun.head
    for _ in range(_HIGHEST):
        if token.head == token:
            return None
        token = token.head
        subject = next((child for child in token.children if child.dep_ == "nsubj" and child.tag_[:2] == "NN" and child.i < pronoun.i), None)
        if subject is not None and pronoun.i not in {word.i for word in subject.subtree}:
            return subject
    return None


def _is_subject(token: "Token") -> bool:
    return token.dep_ in {"nsubj", "nsubjpass"} and (token.head.dep_ == "ROOT" or (token.head.dep_ == "conj" and token.head.head.dep_ == "ROOT"))


def _is_person(head: "Token", speaker: Speaker) -> bool:
    if speaker.kind is not None:
        return speaker.kind == "person"
    return head.ent_type_ == "PERSON" or (head.lemma_.lower() in cue_words("attribution/roles") and head.tag_ != "NNS")


def _is_name(text: str) -> bool:
    return "\n" not in text and text[0].isupper()
