"""What to call who did it and whom or what it was done to."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from contested.extract.called import called
from contested.extract.scene import Scene
from contested.language.phrases import noun_phrase, phrase_tokens
from contested.records import ActorRef, PlaceRef, Spans, TargetKind
from contested.reference.ontology import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})
_CALLED_BY_THEIR_WORDS = frozenset({"civilians", "protesters", "unknown", "person", "aid_body", "media"})
_DATELINE = 14  # tokens
_KIND_OF_PLACE: dict[str, TargetKind] = {
    "settlement": "settlement", "facility": "facility", "admin2": "district", "admin1": "region", "region": "region", "country": "region", "road": "road",
    "water": "region", "relief": "region", "neighbourhood": "district",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The words for one role, and what they come to. `kind` and `place` only where the words tell them."""

    spans: Spans = ()
    name: str | None = None
    ref: ActorRef | None = None
    kind: TargetKind | None = None
    place: PlaceRef | None = None


NOBODY = Named()


def name_actor(scene: Scene, heads: list["Token"], *, alone: bool = False) -> Named:
    """Who did it: the actor marks of the phrases, else their words. `alone`: without what is joined to them by "and"."""
    heads = [head for head in _heads(heads, alone=alone) if not _is_event(scene, head)]
    if not heads:
        return NOBODY
    spans = tuple(sorted({noun_phrase(head) for head in heads}))
    ref = next((actor.ref for head in heads if (actor := scene.actor_of(head)) is not None and actor.ref is not None), None)
    return Named(spans=spans, name=_joint_name(scene, heads), ref=ref)


def name_target(scene: Scene, heads: list["Token"], *, near: PlaceRef | None, alone: bool = False) -> Named:
    """Whom or what it was done to. The one prison or base of a town is named after it (`near` where its own words name none)."""
    heads = _heads(heads, alone=alone)
    if not heads:
        return NOBODY
    spans = tuple(sorted({noun_phrase(head) for head in heads}))
    first = heads[0]
    if first.lower_ in ("it", "its"):
        return Named(spans=spans)  # a thing or a place; which one the sentence does not say
    place = _place_in(scene, first)
    kind = _kind(scene, first, place)
    if kind == "settlement" and (place is None or place.kind not in ("settlement", "facility")) and near is not None and near.kind == "settlement":
        place = near  # "the busiest port of the coast" where it happened in one
    if kind == "settlement" and place is not None:
        return Named(spans=spans, name=place.name, kind=kind, place=place)
    if kind == "facility":
        return _facility(scene, heads, Named(spans=spans, kind=kind, place=place), near=near)
    if kind in ("district", "region", "road"):
        return Named(spans=spans, name=place.name if place is not None else called(scene, first), kind=kind, place=place)
    actor = scene.actor_of(first)
    ref = actor.ref if actor is not None else None
    if kind == "things":
        return Named(spans=spans, name=_together(called(scene, head) for head in heads), ref=ref, kind=kind)
    if ref is not None:
        kind = "people" if ref.kind in ("civilians", "protesters", "person") else "group"
    return Named(spans=spans, name=_joint_name(scene, heads), ref=ref, kind=kind)


def _facility(scene: Scene, heads: list["Token"], known: Named, *, near: PlaceRef | None) -> Named:
    """"Norvale prison" for the one prison of a town, "market in Norvale" for one of several; "army checkpoint" by whose it is, in the report's own words."""
    first, place = heads[0], known.place
    if place is not None and place.kind in ("facility", "road"):
        told = any(child.pos_ == "PROPN" and child.dep_ in ("compound", "nmod", "poss") for child in first.children)
        return replace(known, name=(called(scene, first) if told else None) or place.name)
    holder = scene.actor_of(first)
    stands = scene.ontology.is_a(scene.lemma(first), "stance_of_side")
    if stands and holder is not None and holder.ref is not None and holder.span.end >= first.idx + len(first):
        return replace(known, name=holder.ref.name, ref=holder.ref, kind="group", place=None)
    words = _together(called(scene, head, bare=True) for head in heads)
    within = place or near
    if within is None or words is None:
        return replace(known, name=words or (within.name if within else None))
    plural = first.tag_ in ("NNS", "NNPS") and len(heads) == 1
    one_of_many = plural or any(child.lower_ in ("a", "an", "another") for child in first.children)
    linked = any(child.dep_ == "prep" and child.lower_ == "of" and any(t.i in scene.places for t in child.children) for child in first.children)
    if linked and place is not None:
        return replace(known, name=f"{words} of {within.name}")
    return replace(known, name=f"{words} in {within.name}" if one_of_many else f"{within.name} {words}")


def _joint_name(scene: Scene, heads: list["Token"]) -> str | None:
    """The names of all who are joined by "and", each once."""
    first = next((head for head in heads if (actor := scene.actor_of(head)) is not None and actor.ref is not None), heads[0])
    heads = [head for head in heads if head is first or head in first.conjuncts]
    return _together(_name_of(scene, head) for head in heads)


def _together(names: Iterable[str | None]) -> str | None:
    """Names joined by commas and "and", each once; None where there are none."""
    listed = list(dict.fromkeys(name for name in names if name))
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} and {listed[-1]}" if listed else None


def _name_of(scene: Scene, head: "Token") -> str | None:
    """One doer or sufferer: a country that acts by the country's name, people by the report's own words, anybody else by whom the mark names."""
    if (person := _person_beside(scene, head)) is not None:
        return person
    actor = scene.actor_of(head)
    if actor is None or actor.ref is None:
        return called(scene, head)
    place = scene.places.get(head.i)
    if place is not None and place.ref is not None and place.ref.kind == "country" and actor.ref.kind == "government":
        return place.ref.name
    if actor.generic and head.pos_ != "PRON" and actor.ref.key is None and actor.ref.kind in _CALLED_BY_THEIR_WORDS and " in " not in actor.ref.name:
        return called(scene, head) or actor.ref.name
    return actor.ref.name


def _person_beside(scene: Scene, head: "Token") -> str | None:
    """"Ivo Renn, a teacher who fled", "the court clerk Ivo Renn": the person whom a noun stands beside."""
    if head.pos_ != "NOUN" or head.tag_ != "NN":
        return None
    beside = [head.head] if head.dep_ == "appos" else [child for child in head.children if child.dep_ == "appos"]
    for token in beside:
        actor = scene.actor_of(token)
        if token.pos_ == "PROPN" and actor is not None and actor.ref is not None and actor.ref.kind == "person":
            return actor.ref.name
    return None


def _heads(heads: list["Token"], *, alone: bool) -> list["Token"]:
    """The heads with what is joined to them, less relatives and the words of a dateline."""
    kept = [head for head in (heads if alone else _listed(heads)) if head.tag_ not in _RELATIVE_TAGS]
    told = [head for head in kept if _dash_after(head) is None]
    if told or not kept:
        return told
    dash = _dash_after(kept[0]) or 0
    return [child for child in kept[0].children if child.i > dash and child.pos_ in ("NOUN", "PROPN", "NUM", "PRON")][:1]


def _is_event(scene: Scene, head: "Token") -> bool:
    """"The war uprooted millions": an event is nobody who does it."""
    if head.pos_ != "NOUN" or scene.is_a(head, ("people", "armed", "political")):
        return False
    lemma = scene.lemma(head)
    return scene.ontology.is_a(lemma, "only_with_toll") or lemma in _fights(scene.ontology.triggers, scene.ontology.traits["by_a_side"])


@lru_cache(maxsize=4)
def _fights(triggers: tuple[Trigger, ...], types: frozenset[str]) -> frozenset[str]:
    """Single nouns for what a side of a war does."""
    return frozenset(trigger.form[0] for trigger in triggers if trigger.pos == "n" and len(trigger.form) == 1 and trigger.event_type in types)


def _dash_after(head: "Token") -> int | None:
    """Where the dateline that a word stands in ends ("NORVALE, Westmark (Agency) - Rebels seized"): the parse may take it for a subject."""
    doc, start = head.doc, head.sent.start
    if head.i - start > _DATELINE or not doc[start].is_upper:
        return None
    near = doc[head.i : start + _DATELINE]
    dash = next((token for token in near if token.text in ("-", "–", "—") and token.i > start and token.nbor(-1).whitespace_), None)
    return dash.i if dash is not None and not any(token.pos_ in ("VERB", "AUX") for token in doc[start : dash.i]) else None



def _listed(heads: list["Token"]) -> list["Token"]:
    listed: list[Token] = []
    for head in heads:
        listed += [token for token in (head, *head.conjuncts) if token not in listed and (token is head or token.pos_ in ("NOUN", "PROPN", "NUM", "PRON"))]
    return sorted(listed, key=lambda token: token.i)


def _place_in(scene: Scene, head: "Token") -> PlaceRef | None:
    """The place a phrase names; of several ("the busiest port of Westmark, the walled town of Tarsk") the one of the sort its head asks for."""
    own = scene.places.get(head.i)
    if own is not None and own.ref is not None and not own.as_actor and not own.anaphor:
        return own.ref
    inside = {place.span: place for token in phrase_tokens(head) if (place := scene.places.get(token.i)) is not None}
    named = [place for _, place in sorted(inside.items()) if place.ref is not None and not place.as_actor]
    of_sort = [place for place in named if place.ref is not None and place.ref.kind == "settlement" and not place.anaphor]
    if scene.ontology.is_a(scene.lemma(scene.sort_word(head)), "settlement") and of_sort:
        return of_sort[-1].ref
    return named[0].ref if named else None


def _kind(scene: Scene, head: "Token", place: PlaceRef | None) -> TargetKind | None:
    lemma = scene.lemma(scene.sort_word(head))
    mark = scene.places.get(head.i) or scene.places.get(scene.sort_word(head).i)
    if mark is not None and mark.ref is not None and not mark.as_actor:
        return _KIND_OF_PLACE[mark.ref.kind]
    is_a = scene.ontology.is_a
    if is_a(lemma, "settlement"):
        plural = scene.sort_word(head).tag_ in ("NNS", "NNPS")
        return "region" if plural else "settlement"
    if lemma == "district":
        return "district"
    if is_a(lemma, "facility"):
        return "road" if lemma in ("road", "highway", "route") else "facility"
    if is_a(lemma, "region"):
        return "region"
    if is_a(lemma, "things") and not is_a(lemma, "people") and not is_a(lemma, "side_word"):
        return "things"
    if scene.is_a(head, ("people",)):
        return "people"
    if scene.is_a(head, ("armed", "political")):
        return "group"
    return _KIND_OF_PLACE[place.kind] if place is not None and head.pos_ == "PROPN" else None
