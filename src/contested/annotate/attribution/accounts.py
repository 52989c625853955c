"""Attribution by a phrase: "in the words of the governor", "by the army's own count", "per officials", "in a survey by the council"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from contested.annotate.attribution.draft import Draft, indices
from contested.annotate.attribution.source import joint, sources_of
from contested.reference.cues import cue_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PREPOSITIONS = frozenset({"in", "by", "on", "from"})
_BY = frozenset({"of", "by", "from"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN", "VBG"})
_OWN = frozenset({"his", "her", "its", "their"})


def account_drafts(doc: "Doc") -> Iterator[Draft]:
    """One draft for every phrase that says in whose account a thing is so, in order of the words."""
    for token in doc:
        if token.tag_ != "IN" or token.dep_ not in {"prep", "agent", "ROOT", "advmod"}:
            continue
        if token.lower_ == "per":
            yield from _per(token)
        elif token.lower_ in _PREPOSITIONS:
            yield from _account(token)


def _per(token: "Token") -> Iterator[Draft]:
    """"Per local officials": somebody, not a rate ("per day") and not a rule ("per the treaty")."""
    source = _object(token)
    if source is None or source.lemma_.lower() in cue_words("attribution/unspoken"):
        return
    speaks = source.lemma_.lower() in cue_words("attribution/roles") or source.lower_ in cue_words("attribution/bodies")
    if speaks or source.ent_type_ in {"PERSON", "ORG"}:
        yield from _draft(token, (token.i,), joint(source), indices(token.subtree))


def _account(token: "Token") -> Iterator[Draft]:
    noun = _object(token)
    if noun is None or noun.lemma_.lower() not in cue_words("attribution/accountings"):
        return
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    by = next((child for child in noun.children if child.dep_ == "prep" and child.lower_ in _BY and child.i > noun.i), None)
    told = owner or (_object(by) if by is not None else None)
    if told is None or told.ent_type_ in {"DATE", "TIME"}:
        return
    cue = (token.i,) if owner is not None or by is None else tuple(range(token.i, by.i + 1))
    sources = joint(told)
    if told.lower_ in _OWN and any(child.lower_ == "own" for child in noun.children):  # "by their own account": of those the clause is about
        sources = sources_of(_verb_above(token)) or sources
    yield from _draft(token, cue, sources, indices(token.subtree))


def _verb_above(token: "Token") -> "Token":
    head = token.head
    while head.tag_[:2] not in {"VB", "MD"} and head.head != head:
        head = head.head
    return head


def _draft(token: "Token", cue: tuple[int, ...], sources: tuple["Token", ...], own: frozenset[int]) -> Iterator[Draft]:
    content = indices(_verb_above(token).subtree) - own
    if any(token.doc[i].tag_ in _FINITE for i in content):
        because = f"'{' '.join(token.doc[i].text for i in cue)}'"
        yield Draft(anchor=token, cue=cue, sources=sources, content=content, stance="says", because=because)


def _object(token: "Token") -> "Token | None":
    return next((child for child in token.children if child.dep_ == "pobj"), None)
