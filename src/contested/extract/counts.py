"""How many were detained, freed, displaced, taken: the number that stands with whom it was done to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from contested.extract.find import Find
from contested.extract.scene import Scene
from contested.language.phrases import noun_phrase
from contested.records import Count, CountKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_EACH_OF_ONE = frozenset({"detained", "abducted"})
"""Kinds of which each event of a plural counts one: "four arrests"."""
_ONE_PERSON = frozenset({"he", "she", "him", "her"})


def counts_of(scene: Scene, find: Find) -> tuple[Count, ...]:
    """The count that the type of the event gives a number of people or places; joined phrases ("15 nurses and a driver") add up."""
    kind = scene.ontology.type(find.event_type).count
    if kind is None:
        return ()
    if kind == "killed" and any(scene.ontology.is_a(scene.lemma(word), "hurt_word") for word in find.words):
        return ()
    heads = [token for head in _counted(scene, find) for token in (head, *head.conjuncts)]
    parts = [part for token in heads if (part := _one(scene, token, cast(CountKind, kind))) is not None]
    if not parts and kind in _EACH_OF_ONE:
        parts = [part for word in find.words if word.pos_ == "NOUN" and word.tag_ == "NNS" and (part := _one(scene, word, cast(CountKind, kind))) is not None]
    joined = _added(list({part.span: part for part in parts}.values()))
    return (joined,) if joined is not None else ()


def joined_count(scene: Scene, heads: Sequence["Token"], kind: CountKind) -> Count | None:
    """What several joined phrases come to together ("three priests and some 40 refugees"); None unless two or more, and each counts."""
    heads = [head for head in heads if head.pos_ in ("NOUN", "PROPN", "NUM")]
    if not any(child.dep_ == "cc" for head in heads for child in head.children):
        return None  # "56 killed, a spokeswoman said": a comma joins no sufferers
    parts = [_one(scene, head, kind) or _unknown_number(scene, head, kind) for head in heads]
    counted = [part for part in parts if part is not None]
    if len(counted) < 2 or len(counted) < len(parts) or len({part.span for part in counted}) < len(counted):
        return None
    return _added(counted)


def _added(parts: Sequence[Count]) -> Count | None:
    """The sum; open where one part is open."""
    if len(parts) < 2:
        return parts[0] if parts else None
    low = None if any(part.low is None for part in parts) else sum(part.low or 0 for part in parts)
    high = None if any(part.high is None for part in parts) else sum(part.high or 0 for part in parts)
    return Count(kind=parts[0].kind, low=low, high=high, wording=" and ".join(part.wording for part in parts), span=parts[0].span)


def _unknown_number(scene: Scene, head: "Token", kind: CountKind) -> Count | None:
    """"An unknown number of fighters": some, nobody knows how many."""
    if scene.lemma(head) != "number":
        return None
    span = noun_phrase(head)
    return Count(kind=kind, low=0, high=None, wording=scene.report.words(span), span=span)


def _counted(scene: Scene, find: Find) -> list["Token"]:
    """The heads of those whom the type counts: who gives himself up, whom it was done to, who flees where nobody drives him out."""
    if scene.ontology.has_trait(find.event_type, "doer_counted"):
        return find.roles.get("actor", [])
    suffered = find.roles.get("target", [])
    return suffered or (find.roles.get("actor", []) if scene.ontology.has_trait(find.event_type, "doer_suffers") else [])


def _one(scene: Scene, head: "Token", kind: CountKind) -> Count | None:
    for token in (head, *head.children):
        mark = scene.quantities.get(token.i)
        if mark is None or (mark.low == mark.high == 0):
            continue
        counts = mark.unit in (None, scene.lemma(head)) or mark.number.start <= head.idx < mark.number.end or token.i != head.i
        if counts and (token.i == head.i or token.dep_ in ("nummod", "quantmod", "amod", "det")):
            return Count(kind=kind, low=mark.low, high=mark.high, wording=mark.wording, span=mark.span)
    if kind != "seized" and head.lower_ in _ONE_PERSON:
        span = Span(head.idx, head.idx + len(head))
        return Count(kind=kind, low=1, high=1, wording=scene.report.words(span), span=span)
    if kind != "seized" and head.tag_ in ("NN", "NNP") and scene.is_a(head, ("people",)) and not head.like_num:
        actor = scene.actor_of(head)
        if actor is None or actor.ref is None or actor.ref.kind in ("person", "government", "unknown"):
            span = noun_phrase(head)
            return Count(kind=kind, low=1, high=1, wording=scene.report.words(span), span=span)
    return None
