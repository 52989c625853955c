"""Which country a report plays in, for words such as "the capital": what lies there counts, governments that speak and venues of talks hardly."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from contested.annotate.places.cues import Cues
from contested.annotate.places.mention import Mention
from contested.reference.cues import cue_words, speech_verbs
from contested.reference.gazetteer import Entry

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MEETS = frozenset({"meet", "negotiate", "confer", "convene", "mediate", "host"})
_IS_HELD = frozenset({"hold", "begin", "open", "resume", "continue", "stall", "fail", "collapse", "take", "end", "start", "sign", "agree", "reach", "broker"})
_GATHERINGS = frozenset({"meeting", "summit", "conference"})
_VENUES = frozenset({"in", "at"})
_WITHIN = frozenset({"pobj", "prep", "poss", "compound", "nmod", "amod", "appos", "conj"})
_MOST = 3  # times that one place counts
_DEEP = 6


def home_country(entries: Iterable[Entry], *, share: dict[str, float]) -> str | None:
    """The country of most places named as places, the country most spoken of between two; None where nothing says."""
    named = Counter((entry.id, entry.country) for entry in entries if entry.country)
    weights: Counter[str] = Counter()
    for (_, country), count in named.items():
        weights[country or ""] += min(count, _MOST)
    votes = {country: weights[country] + share.get(country, 0.0) for country in {*weights, *share}}
    return max(sorted(votes), key=lambda country: votes[country]) if votes else None


def is_venue(doc: "Doc", mention: Mention, cues: Cues) -> bool:
    """"Talks in Norvale", "they met in Norvale": where people only talk."""
    preposition = doc[mention.first : mention.last + 1].root.head
    if preposition.lower_ not in _VENUES:
        return False
    above = preposition.head
    if above.lemma_.lower() in cues.talk_nouns | _MEETS | _GATHERINGS:
        return True
    if above.lemma_.lower() not in _IS_HELD:
        return False
    talks = cues.talk_nouns | _GATHERINGS
    return any(child.dep_ in {"nsubj", "nsubjpass", "dobj"} and child.lemma_.lower() in talks for child in above.children)


def names_a_source(token: "Token") -> bool:
    """Whether a word only says where a speaker is from: "police in Norvale said", "according to a resident of the city"."""
    top = token
    for _ in range(_DEEP):
        if top.dep_ not in _WITHIN or top.head == top:
            break
        if top.head.lower_ == "to" and top.head.head.lower_ == "according":
            return top != token
        top = top.head
    return top != token and top.dep_ == "nsubj" and top.tag_[:2] == "NN" and _speaks(top)


def _speaks(subject: "Token") -> bool:
    verb = speech_verbs().get(subject.head.lemma_.lower())
    said = verb is not None and not verb.frames.isdisjoint({"clause", "quote"})
    return said and (subject.lemma_.lower() in cue_words("attribution/roles") or any(child.dep_ == "ccomp" for child in subject.head.children))
