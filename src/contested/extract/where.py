"""Where a claim says it happened: the place its words stand with, not merely a place nearby."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from contested.extract.find import Find
from contested.extract.names import Named
from contested.extract.scene import Scene
from contested.language.phrases import phrase_tokens
from contested.records import Place, PlaceRef, Reason, Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Token

_TARGET, _ROLE, _BELOW, _BESIDE, _LOOSE, _SPEAKER = 100.0, 95.0, 80.0, 50.0, 30.0, 8.0
_ELSEWHERE = 30.0
_LEAST = 5.0
_WIDE = {"country": 12.0, "region": 6.0, "admin1": 4.0}
_CHAIN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """`spans` are empty where the place was carried over from other words of the report."""

    spans: Spans
    ref: PlaceRef | None
    reason: Reason


NOWHERE = Where(spans=(), ref=None, reason=Reason(score=0.0, because="no words of the report say where"))


def as_settlement(scene: Scene, head: "Token", named: Named) -> Named:
    """A name that no list knows, held or taken as only places are: a settlement of that name."""
    unsure = named.place is None and named.kind in (None, "group", "people") and (named.ref is None or named.ref.key is None)
    if not unsure or head.pos_ != "PROPN" or not scene.is_name(head):
        return named
    return replace(named, kind="settlement", ref=None)


def places_of(scene: Scene, find: Find, *, others: Sequence[Find]) -> list[Where]:
    """Where it happened, by the words of its sentence; several entries where it happened in several named places; [] where they name none."""
    scored = []
    for place in scene.within(find.sentence).places:
        if not place.as_actor:
            score, because = _score(scene, find, place, others)
            if score >= _LEAST:
                scored.append((score, -place.span.start, place, because))
    if not scored:
        return []
    score, _, best, because = max(scored, key=lambda entry: entry[:2])
    together = _joined(scene, best, find.sentence) if score > _LOOSE and best.ref is not None else [best]
    return [Where(spans=(place.span,), ref=place.ref, reason=Reason(score=min(score, 100.0) / 100, because=because)) for place in together]


def _score(scene: Scene, find: Find, place: Place, others: Sequence[Find]) -> tuple[float, str]:
    token = scene.place_tokens[place.span][-1]
    wide = _WIDE.get(place.ref.kind, 0.0) if place.ref else 15.0
    if place.ref is not None and place.ref.precision == 2:
        wide += 12.0
    for role, worth in (("target", _TARGET), ("place", _ROLE), ("actor", _LOOSE)):
        if any(word in phrase_tokens(head) for head in find.roles.get(role, []) for word in scene.place_tokens[place.span]):
            return worth - wide, f"{place.wording!r} stands in the words for the {role}"
    governor = _preposition(scene, token)
    if any(attribution_source.covers(place.span) for attribution in scene.within(find.sentence).attributions for attribution_source in attribution.source):
        return _SPEAKER - wide / 4, f"{place.wording!r} is where the speaker is"
    if _is_of_many(scene, find):
        return 0.0, "several places were acted on, and this is not all of them"
    far = abs(token.i - find.head.i) * 0.5
    if governor is not None:
        steps = _steps_up(governor, find)
        if steps is not None:
            return _BELOW - 4 * steps - wide - far / 4, f"{governor.lower_!r} ties {place.wording!r} to the event"
        theirs = any(_steps_up(governor, other) is not None for other in others if other is not find)
        return _BESIDE - wide - far - (_ELSEWHERE if theirs else 0.0), f"{place.wording!r} is a place of the same sentence"
    return _LOOSE - wide - far, f"{place.wording!r} is named in the same sentence"


def _is_of_many(scene: Scene, find: Find) -> bool:
    """"six market towns": a place named beside them is one of them at most."""
    sorts = [scene.sort_word(head) for head in find.roles.get("target", []) if head.i not in scene.places]
    return any(sort.tag_ == "NNS" and scene.ontology.is_a(scene.lemma(sort), "settlement") for sort in sorts)


def _preposition(scene: Scene, token: "Token") -> "Token | None":
    at = token
    for _ in range(_CHAIN):
        if at.dep_ == "prep" and scene.ontology.is_a(at.lower_, "locative"):
            return at
        if at.head.i == at.i or at.pos_ == "VERB":
            return None
        at = at.head
    return None


def _steps_up(preposition: "Token", find: Find) -> int | None:
    """How many steps above a preposition the event's own words stand; None where the way leads elsewhere."""
    words = {word.i for word in find.words}
    if find.trigger.pos == "n" and find.head.dep_ in ("nsubj", "nsubjpass", "dobj"):
        words.add(find.head.head.i)
    at = preposition
    for steps in range(_CHAIN):
        if at.head.i == at.i:
            return None
        at = at.head
        if at.i in words:
            return steps
        if at.dep_ in ("relcl", "advcl", "ccomp"):
            return None
    return None


def _joined(scene: Scene, best: Place, sentence: Span) -> list[Place]:
    """The settlements joined to the best one by "and" or "as well as": it happened in each of them."""
    if best.ref is None or best.ref.kind != "settlement" or best.anaphor:
        return [best]
    head = scene.place_tokens[best.span][-1]
    joined = {token.i for token in head.conjuncts} | {child.i for word in (head, *head.conjuncts) for child in _as_well_as(word)}
    listed = [best]
    for place in scene.within(sentence).places:
        same_kind = place.ref is not None and place.ref.kind == "settlement" and not place.anaphor and not place.as_actor
        if same_kind and place is not best and any(token.i in joined for token in scene.place_tokens[place.span]):
            listed.append(place)
    return sorted(listed, key=lambda place: place.span.start)


def _as_well_as(word: "Token") -> list["Token"]:
    """The object of "as well as", which the parse hangs on the preposition or verb above."""
    found, doc = [], word.doc
    for i in range(word.i + 1, min(word.i + 14, len(doc) - 3)):
        if doc[i].lower_ == "as" and doc[i + 1].lower_ == "well" and doc[i + 2].lower_ == "as":
            found += [token for token in doc[i + 3 : i + 7] if token.pos_ == "PROPN"]
        if doc[i].is_sent_start:
            break
    return found
