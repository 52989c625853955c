"""What a place name does in its sentence: a location, or a government that acts; and how near is meant."""

from typing import TYPE_CHECKING

from contested.annotate.places.cues import Cues
from contested.annotate.places.mention import Mention
from contested.reference.gazetteer import Entry, Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ADDRESSED = frozenset({
    "accuse", "urge", "warn", "blame", "tell", "ask", "press", "condemn", "criticise", "criticize", "persuade", "pressure", "sanction", "assure",
})  # fmt: skip
_WITH = frozenset({"with", "against", "between", "among", "to"})
_LED = frozenset({"led", "backed", "brokered", "supported", "allied", "sponsored", "funded", "trained", "mediated", "aligned", "supplied", "made"})


def acts(doc: "Doc", mention: Mention, entry: Entry, *, cues: Cues, gazetteer: Gazetteer) -> str | None:
    """Why a country's or capital's name stands for its government here; None where it is a place."""
    capital = entry.kind == "settlement"
    if capital:
        seat = gazetteer.capital(entry.country) if entry.country else None
        if seat is None or seat.id != entry.id:
            return None
    elif entry.kind != "country":
        return None
    verbs = cues.actor_verbs - cues.settlement_only_verbs if capital else cues.actor_verbs
    if mention.last + 2 < len(doc) and doc[mention.last + 1].text == "-" and doc[mention.last + 2].lower_ in _LED:
        return f'"-{doc[mention.last + 2].lower_}" tells of a government'
    head = doc[mention.first : mention.last + 1].root
    while head.dep_ == "conj" and head.head.i != head.i and head.head.pos_ == "PROPN":
        head = head.head
    return _by_grammar(head, verbs=verbs, cues=cues)


def _by_grammar(head: "Token", *, verbs: frozenset[str], cues: Cues) -> str | None:
    governor = head.head
    lemma = governor.lemma_.lower()
    if head.dep_ in {"nsubj", "nsubjpass"} and governor.pos_ in {"VERB", "AUX"} and lemma in verbs:
        return f'it is who "{governor.text}"'
    if head.dep_ in {"dobj", "dative"} and lemma in _ADDRESSED:
        return f'"{governor.text}" is done to a government'
    if head.dep_ in {"poss", "compound", "nmod"} and lemma in cues.owned:
        return f'it has a "{governor.text}"'
    if head.dep_ == "pobj":
        above = governor.head.lemma_.lower()
        if governor.dep_ == "agent" and above in verbs:
            return f'"{governor.head.text} by" it'
        if governor.lower_ in _WITH and above in cues.talk_nouns and (governor.lower_ != "to"):
            return f'"{governor.head.text} {governor.text}" it'
    return None


def is_near(doc: "Doc", mention: Mention, cues: Cues) -> bool:
    """ "near X", "on the outskirts of X", "30 km from X", "west of X": close to the place, not in it."""
    i = mention.first - 1
    while i >= 0 and doc[i].lower_ in {"the", "city", "town", "village", "of"} and not doc[i + 1].is_sent_start:
        i -= 1
        if doc[i + 1].lower_ == "of" and i >= 0 and (doc[i].lower_ in cues.compass or doc[i].lower_ == "outskirts"):
            return True
    if i < 0 or doc[i + 1].is_sent_start:
        return False
    if doc[i].lower_ in cues.near:
        return True
    return doc[i].lower_ in {"from", "of"} and _measured(doc, i, cues)


def is_distance(doc: "Doc", mention: Mention, cues: Cues) -> bool:
    """ "30 km (19 miles) from X": named only to say how far."""
    i = mention.first - 1
    return i >= 0 and doc[i].lower_ in {"from", "of", "to"} and _measured(doc, i, cues)


def _measured(doc: "Doc", at: int, cues: Cues) -> bool:
    return any(t.lower_ in cues.units for t in doc[max(0, at - 6, doc[at].sent.start) : at])


def salience(doc: "Doc", mention: Mention, cues: Cues) -> float:
    """How much a place is what its sentence is about: subject and object before the rest, distances last."""
    if is_distance(doc, mention, cues):
        return 0.2
    head = doc[mention.first : mention.last + 1].root
    for _ in range(4):
        if head.dep_ in {"nsubj", "nsubjpass", "dobj", "ROOT"}:
            return 3.0
        governor = head.head
        if head.dep_ == "pobj" and governor.lower_ in {"of", "on"} and governor.head.pos_ in {"NOUN", "PROPN"}:
            head = governor.head
        elif head.dep_ in {"poss", "compound", "appos", "nmod"}:
            head = governor
        else:
            break
    return 1.5 if head.dep_ == "pobj" else 1.0
