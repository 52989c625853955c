"""What to call who did it and whom or what it was done to."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from contested.extract.scene import Scene
from contested.language.phrases import noun_phrase, phrase_tokens
from contested.records import ActorRef, PlaceRef, Span, Spans, TargetKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})
_DETERMINERS = frozenset({"DT", "PRP$", "PDT"})
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
    heads = [head for head in (heads if alone else _listed(heads)) if head.tag_ not in _RELATIVE_TAGS]
    if not heads:
        return NOBODY
    spans = tuple(sorted({noun_phrase(head) for head in heads}))
    ref = next((actor.ref for head in heads if (actor := scene.actor_of(head)) is not None and actor.ref is not None), None)
    return Named(spans=spans, name=ref.name if ref else _plain(scene, heads[0]), ref=ref)


def name_target(scene: Scene, heads: list["Token"], *, near: PlaceRef | None, alone: bool = False) -> Named:
    """Whom or what it was done to. A prison or base is named after the settlement it stands in (`near` where its own words name none)."""
    heads = [head for head in (heads if alone else _listed(heads)) if head.tag_ not in _RELATIVE_TAGS]
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
        if place is not None and place.kind in ("facility", "road"):
            return Named(spans=spans, name=place.name, kind=kind, place=place)
        within = place or near
        words = " and ".join(_plain(scene, head, bare=True) or "" for head in heads)
        return Named(spans=spans, name=f"{within.name} {words}" if within else words, kind=kind, place=place)
    if kind in ("district", "region", "road"):
        return Named(spans=spans, name=place.name if place is not None else _plain(scene, first), kind=kind, place=place)
    actor = scene.actor_of(first)
    if actor is not None and actor.ref is not None:
        return Named(spans=spans, name=actor.ref.name, ref=actor.ref, kind="people" if actor.ref.kind in ("civilians", "protesters", "person") else "group")
    return Named(spans=spans, name=_plain(scene, first), kind=kind)


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
    if scene.is_a(head, ("people",)):
        return "people"
    if scene.is_a(head, ("armed", "political")):
        return "group"
    if is_a(lemma, "things"):
        return "things"
    return _KIND_OF_PLACE[place.kind] if place is not None and head.pos_ == "PROPN" else None


def _plain(scene: Scene, head: "Token", *, bare: bool = False) -> str | None:
    """The words of a phrase without its article or possessive; `bare`: without place names and what follows the head either."""
    if head.pos_ == "PRON":
        return None
    tokens = phrase_tokens(head, keep_apposition=False)
    if bare:
        tokens = [token for token in tokens if token.i <= head.i]
        tokens = [t for t in tokens if t.i not in scene.places and not (t.dep_ == "case" and t.i - 1 in scene.places)]
        tokens = [t for t in tokens if t.dep_ != "case" or any(other.i == t.i - 1 for other in tokens)]
        tokens = [t for t in tokens if t.pos_ != "ADJ" and t.dep_ != "advmod" and t.tag_ not in ("VBN", "VBG")] or [head]
    while len(tokens) > 1 and (tokens[0].tag_ in _DETERMINERS or tokens[0].is_punct):
        tokens = tokens[1:]
    if not tokens:
        return None
    return " ".join(scene.report.words(Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))).split())
