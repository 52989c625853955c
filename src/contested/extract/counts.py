"""How many were detained, freed, displaced, taken: the number that stands with whom it was done to."""

from typing import TYPE_CHECKING, cast

from contested.extract.find import Find
from contested.extract.scene import Scene
from contested.language.phrases import noun_phrase
from contested.records import Count, CountKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_ONE_PERSON = frozenset({"he", "she", "him", "her"})


def counts_of(scene: Scene, find: Find) -> tuple[Count, ...]:
    """The count that the type of the event gives a number of people or places; joined phrases ("15 nurses and a driver") add up."""
    kind = scene.ontology.type(find.event_type).count
    if kind is None:
        return ()
    heads = find.roles.get("actor" if scene.ontology.has_trait(find.event_type, "doer_counted") else "target", [])
    parts = [part for head in heads for token in (head, *head.conjuncts) if (part := _one(scene, token, cast(CountKind, kind))) is not None]
    unique = list({part.span: part for part in parts}.values())
    if not unique:
        return ()
    if len(unique) == 1:
        return (unique[0],)
    low = None if any(part.low is None for part in unique) else sum(part.low or 0 for part in unique)
    high = None if any(part.high is None for part in unique) else sum(part.high or 0 for part in unique)
    wording = " and ".join(part.wording for part in unique)
    return (Count(kind=unique[0].kind, low=low, high=high, wording=wording, span=unique[0].span),)


def _one(scene: Scene, head: "Token", kind: CountKind) -> Count | None:
    for token in (head, *head.children):
        mark = scene.quantities.get(token.i)
        if mark is not None and (token.i == head.i or token.dep_ in ("nummod", "quantmod", "amod", "det")):
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
