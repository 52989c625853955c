"""Who a speaker's phrase means: a name, an institution, or only a role; pronouns go back to who spoke last."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from contested.annotate.attribution.bearers import bearer, is_carrier, only_passes_on
from contested.annotate.attribution.known import known_in
from contested.annotate.attribution.naming import bare, body_name, is_body, lowered, names_person, person_name
from contested.annotate.attribution.source import joint, source_phrase
from contested.language.phrases import conjuncts, noun_phrase, span_of
from contested.records import Actor, Marks, Report, Span
from contested.reference.cues import cue_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HE = frozenset({"he", "she", "him", "her", "his"})
_IT = frozenset({"it", "they", "them", "its", "their"})
_BODIES = frozenset(
    {
        "state_force", "government", "rebel_group", "political_militia", "external_force", "private_force",
        "monitor", "aid_body", "international_body", "political_body",
    }
)  # fmt: skip
_BROADCASTS = frozenset({"radio", "tv", "television", "newspaper", "broadcaster", "channel"})
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
        self._known = known_in(doc, self._full)
        self._person: Speaker | None = None
        self._body: Speaker | None = None
        self._group: Speaker | None = None
        self._person_at = self._body_at = self._group_at = -1
        self._subjects = [ent.root for ent in doc.ents if ent.label_ == "PERSON" and _is_subject(ent.root)]
        self._places = [subject.i for subject in self._subjects]

    def resolve(self, head: "Token", *, phrase: range | None = None) -> Speaker:
        """The speaker that the phrase of `head` means; `phrase` gives its words where the parse did not keep them together."""
        if head.lower_ in _HE | _IT:
            return self._antecedent(head)
        owner = bearer(head)
        speaker = self._named(owner, words=phrase if owner == head else None)
        if owner.dep_ in {"poss", "compound"} and owner != head:
            speaker = replace(speaker, span=span_of(source_phrase(head)))
        if owner == head and (issuer := self._issuer(head)) is not None:
            return replace(issuer, span=speaker.span)
        if (speaker.name is not None and speaker.name in {self._report.outlet, self._report.agency}) or _airs(owner):
            speaker = replace(speaker, kind="media")
        self._remember(owner, speaker)
        return speaker

    def _remember(self, head: "Token", speaker: Speaker) -> None:
        if _is_person(head, speaker):
            self._person, self._person_at = speaker, head.i
        elif head.tag_ in {"NNS", "NNPS", "CD"} or speaker.anonymous:
            self._group, self._group_at = speaker, head.i
        else:
            self._body, self._body_at = speaker, head.i

    def _issuer(self, head: "Token") -> Speaker | None:
        """Whose "the statement" or "its report" is: who it is said to be of, or the body that spoke last."""
        if not is_carrier(head) or head.tag_ != "NN":
            return None
        own = next((child for child in head.children if child.dep_ == "poss" and child.lower_ in {"its", "their", "his", "her"}), None)
        if own is not None:
            meant = self._person if own.lower_ in {"his", "her"} else self._latest()
        elif any(child.lower_ in {"the", "this", "that"} for child in head.children) and not any(child.tag_[:3] == "NNP" for child in head.children):
            meant = self._body
        else:
            return None
        return meant if meant is not None and meant.kind != "media" else None

    def _latest(self) -> Speaker | None:
        """The body or group that spoke last."""
        body = self._body if self._body is not None and self._body.kind != "media" else None
        return self._group if self._group is not None and (body is None or self._group_at > self._body_at) else body

    def _antecedent(self, pronoun: "Token") -> Speaker:
        span = Span(pronoun.idx, pronoun.idx + len(pronoun))
        he = pronoun.lower_ in _HE
        if he:
            meant = self._spoken_of(pronoun) or self._person or self._named_before(pronoun)
        else:
            meant = self._latest() if pronoun.lower_ != "it" else self._body or self._group
            meant = meant or self._acting_before(pronoun) or self._person
        above = _subject_above(pronoun) if meant is None else None
        meant = self._named(above) if above is not None else meant
        if meant is None:
            return Speaker(span=span, name=None, kind=None, anonymous=False)
        return Speaker(span=span, name=meant.name, kind=meant.kind, anonymous=meant.anonymous)

    def _named_before(self, pronoun: "Token") -> Speaker | None:
        person = self._known.person_before(pronoun)
        return self._named(person) if person is not None else self._body if self._body is not None and self._body.kind is None else None

    def _acting_before(self, pronoun: "Token") -> Speaker | None:
        """The body that the pronoun's own sentence names before it: "Three men of the mission died, it announced"."""
        i = bisect_left(self._starts, pronoun.idx)
        start = pronoun.sent[0].idx
        for actor in reversed(self._actors[max(0, i - 4) : i]):
            if actor.span.start >= start and actor.ref is not None and actor.ref.kind in _BODIES:
                return Speaker(span=actor.span, name=actor.ref.name, kind=actor.ref.kind, anonymous=False)
        return None

    def _spoken_of(self, pronoun: "Token") -> Speaker | None:
        """Who the sentence before, or this one, is about, where that person was named after the last one who spoke."""
        at = bisect_left(self._places, pronoun.i) - 1
        if at < 0 or self._places[at] < self._person_at:
            return None
        subject, start = self._subjects[at], pronoun.sent.start
        if subject.i < (pronoun.doc[start - 1].sent.start if start else 0):
            return None
        return self._named(subject)

    def _named(self, head: "Token", *, words: range | None = None) -> Speaker:
        phrase = source_phrase(head) if words is None else list(head.doc[words.start : words.stop])
        span = span_of(phrase)
        if len(conjuncts(head)) > 1 and len(joint(head)) == 1:
            span = span_of([*phrase, *source_phrase(conjuncts(head)[-1])])
            return Speaker(span=span, name=bare(self._report.words(span)), kind=None, anonymous=False)
        actor = self._actor_at(head)
        name = person_name(head, phrase)
        if name is not None and (actor is None or actor.ref is None or actor.ref.kind == "person" or names_person(head, phrase)):
            kind = actor.ref.kind if actor and actor.ref and actor.ref.kind == "person" else "person" if names_person(head, phrase) else None
            return Speaker(span=span, name=self._full.get(name) or self._full.get(name.title(), name), kind=kind, anonymous=False)
        worded = span if words is not None else noun_phrase(head, keep_apposition=False)
        role = self._role(head, phrase, span, worded=worded)
        if role is not None:
            return role
        if actor is not None and actor.ref is not None:
            return Speaker(span=span, name=actor.ref.name, kind=actor.ref.kind, anonymous=False)
        called = name or (body_name(head) if is_body(head) else bare(self._report.words(worded)))
        media = cue_words("attribution/media")
        kind = "media" if head.lower_ in media or head.lemma_.lower() in media or only_passes_on(head) else None
        return Speaker(span=span, name=called or None, kind=kind, anonymous=head.tag_[:3] != "NNP" and self._asks_not_to_be_named(head))

    def _role(self, head: "Token", phrase: list["Token"], span: Span, *, worded: Span) -> Speaker | None:
        """Only a role, or an account; with a definite article or an owner, some roles are one known person's."""
        lemma = head.lemma_.lower()
        account = lemma in cue_words("attribution/accounts")
        if head.tag_[:3] == "NNP" or not (account or lemma in cue_words("attribution/roles") or head.tag_ == "CD"):
            return None
        definite = phrase[0].lower_ in {"the", "its", "his", "their"} or any(word.dep_ == "poss" for word in head.children)
        known = definite and lemma in cue_words("attribution/offices")
        holder = self._known.holder(lemma) if lemma in cue_words("attribution/offices") and _means_one(head, phrase) else None
        if holder is not None:
            return Speaker(span=span, name=holder, kind="person", anonymous=False)
        name = self._owned(head) or lowered(bare(self._report.words(worded)), phrase)
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


def _airs(head: "Token") -> bool:
    """"Radio Varland", "Norvale Television"."""
    words = [head, *(child for child in head.children if child.dep_ == "compound")]
    return head.tag_[:3] == "NNP" and any(word.lower_ in _BROADCASTS and word.tag_[:3] == "NNP" for word in words)


def _means_one(head: "Token", phrase: list["Token"]) -> bool:
    """"The governor", or "governor" in a headline: somebody the report may name; not "a governor", nor one of another place."""
    if head.tag_ != "NN" or any(word.tag_[:3] == "NNP" for word in phrase):
        return False
    return phrase[0].lower_ not in {"a", "an", "another", "one", "some", "former"}


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
    if head.tag_ == "NN" and head.lemma_.lower() in cue_words("attribution/roles"):
        return True
    if speaker.kind is not None:
        return speaker.kind == "person"
    return head.ent_type_ == "PERSON" or (head.lemma_.lower() in cue_words("attribution/roles") and head.tag_ != "NNS")


def _is_name(text: str) -> bool:
    return "\n" not in text and text[0].isupper()
