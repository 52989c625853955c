"""One report as the rules see it: its parse and its marks, indexed by token."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contested.records import Actor, Attribution, Doubt, Marks, Place, Quantity, Report, Span, When
from contested.reference.ontology import Ontology

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ARMED_KINDS = frozenset({"state_force", "rebel_group", "political_militia", "identity_militia", "external_force", "private_force"})
_REBEL_KINDS = frozenset({"rebel_group", "political_militia", "identity_militia"})
_POLITICAL_KINDS = frozenset({"government", "political_body", "international_body", "rebel_group", "person", "external_force"})
_PEOPLE_KINDS = frozenset({"civilians", "protesters", "person"})
_KINDS_OF_CLASS = {
    "armed": _ARMED_KINDS,
    "rebel": _REBEL_KINDS,
    "political": _POLITICAL_KINDS,
    "people": _PEOPLE_KINDS,
    "protesters": frozenset({"protesters", "civilians"}),
    "body": frozenset({"government", "political_body", "international_body", "aid_body", "monitor"}),
    "country": frozenset({"government", "external_force"}),
}
_PERSONAL = frozenset({"they", "them", "who", "he", "she", "him", "her", "we", "us", "i", "themselves", "whom"})
_ENTITIES_OF_CLASS = {"people": {"PERSON"}, "political": {"PERSON", "ORG", "GPE", "NORP"}, "body": {"ORG"}, "country": {"GPE"}}
_NAMES_OF_NO_PLACE = frozenset({"PERSON", "NORP", "DATE", "TIME", "PRODUCT", "EVENT", "WORK_OF_ART", "LANGUAGE", "MONEY", "LAW"})
_THINGS_IT_MAY_BE = frozenset({"place", "body", "country"})
_SHORT_REPORT_TOKENS = 80
_ENOUGH_WAR = 2.0
_ENOUGH_WAR_IF_SHORT = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """The marks of one sentence; an attribution stands in every sentence that its content reaches."""

    places: list[Place] = field(default_factory=list)
    times: list[When] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


_NOTHING = Inside()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Token-indexed marks. `war`: the report speaks of war, so everyday words ("battle", "lost") may be read as its events."""

    report: Report
    doc: "Doc"
    marks: Marks
    ontology: Ontology
    war: bool
    starts: list[int]
    actor_heads: dict[int, Actor] = field(default_factory=dict)
    actors: dict[int, Actor] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    quantities: dict[int, Quantity] = field(default_factory=dict)
    timed: set[int] = field(default_factory=set)
    inside: dict[Span, Inside] = field(default_factory=dict)
    sentence_number: dict[Span, int] = field(default_factory=dict)
    place_tokens: dict[Span, list["Token"]] = field(default_factory=dict)

    def within(self, sentence: Span) -> Inside:
        """The marks that matter in one sentence."""
        return self.inside.get(sentence) or _NOTHING

    def tokens(self, span: Span) -> list["Token"]:
        """The tokens that a span touches."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        if first < len(self.doc) and self.doc[first].idx + len(self.doc[first]) <= span.start:
            first += 1
        return [self.doc[i] for i in range(first, bisect_left(self.starts, span.end))]

    def actor_of(self, token: "Token") -> Actor | None:
        """The actor that a phrase with this head names: a mark with that very head, else the smallest around it."""
        return self.actor_heads.get(token.i) or self.actors.get(token.i)

    def is_a(self, token: "Token", classes: Iterable[str]) -> bool:
        """Whether the phrase with this head is of one of the word classes."""
        return any(self._is_one(token, word_class) for word_class in classes)

    def _is_one(self, token: "Token", word_class: str) -> bool:
        if word_class == "place":
            return self.is_place(token) or token.lower_ == "it"
        actor = self.actor_of(token)
        if token.lower_ == "it":
            return word_class in _THINGS_IT_MAY_BE
        if word_class == "actor":
            return actor is not None or token.lower_ in _PERSONAL
        if actor is not None and actor.ref is not None and actor.ref.kind in _KINDS_OF_CLASS.get(word_class, ()):
            return True
        if token.lower_ in _PERSONAL:
            return word_class in ("armed", "people", "political", "protesters")
        mark = self.places.get(token.i)
        if mark is not None and not mark.as_actor and not mark.anaphor and word_class in ("people", "armed"):
            return False
        if token.ent_type_ in _ENTITIES_OF_CLASS.get(word_class, ()) and actor is None:
            return True
        sort = self.sort_word(token)
        return self.ontology.is_a(self.lemma(sort), word_class) or (sort.like_num and word_class == "people")

    def is_place(self, token: "Token") -> bool:
        """Whether the phrase names a place, or a thing that can be held like one (a base, a road, a district)."""
        sort = self.sort_word(token)
        mark = self.places.get(sort.i) or self.places.get(token.i)
        if mark is not None:
            return not mark.as_actor
        lemmas = [self.lemma(sort), *(self.lemma(child) for child in token.children if child.dep_ == "appos")]
        if any(self.ontology.is_a(lemma, word_class) for lemma in lemmas for word_class in ("settlement", "facility", "region")):
            return True
        return token.pos_ == "PROPN" and token.ent_type_ not in _NAMES_OF_NO_PLACE and self.actor_of(token) is None

    def lemma(self, token: "Token") -> str:
        """The lemma of a token, corrected, in small letters."""
        return self.ontology.lemma(token.text, token.lemma_)

    def sort_word(self, token: "Token") -> "Token":
        """The word that tells what sort of thing a phrase names: "sailors" in "dozens of sailors", else the head itself."""
        if token.like_num or token.pos_ == "NUM" or self.ontology.is_a(self.lemma(token), "number_noun"):
            for child in token.children:
                if child.dep_ == "prep" and child.lower_ == "of":
                    for inner in child.children:
                        if inner.dep_ == "pobj":
                            return self.sort_word(inner)
        return token


def make_scene(report: Report, doc: "Doc", marks: Marks, *, ontology: Ontology) -> Scene:
    """Index the marks of a report by token. Linear in tokens and marks."""
    scene = Scene(
        report=report, doc=doc, marks=marks, ontology=ontology, war=_speaks_of_war(doc, marks, ontology), starts=[token.idx for token in doc],
        inside={sentence: Inside() for sentence in marks.sentences}, sentence_number={sentence: i for i, sentence in enumerate(marks.sentences)},
    )
    for actor in sorted(marks.actors, key=_longest_first):
        tokens = scene.tokens(actor.span)
        for token in tokens:
            scene.actors[token.i] = actor
        if tokens:
            scene.actor_heads[_root(tokens).i] = actor
    for place in sorted(marks.places, key=_longest_first):
        scene.place_tokens[place.span] = scene.tokens(place.span)
        for token in scene.place_tokens[place.span]:
            scene.places[token.i] = place
    for quantity in sorted(marks.quantities, key=_longest_first):
        for token in scene.tokens(quantity.span):
            scene.quantities[token.i] = quantity
    for when in marks.times:
        scene.timed.update(token.i for token in scene.tokens(when.span))
    _sort_into_sentences(scene)
    return scene


def _sort_into_sentences(scene: Scene) -> None:
    marks = scene.marks
    for place in marks.places:
        for sentence in _reached(marks, place.span):
            scene.inside[sentence].places.append(place)
    for when in marks.times:
        for sentence in _reached(marks, when.span):
            scene.inside[sentence].times.append(when)
    for attribution in marks.attributions:
        for sentence in {sentence for piece in (*attribution.content, *attribution.source, *attribution.cue) for sentence in _reached(marks, piece)}:
            scene.inside[sentence].attributions.append(attribution)
    for doubt in marks.doubts:
        for sentence in {sentence for over in doubt.over for sentence in _reached(marks, over)}:
            scene.inside[sentence].doubts.append(doubt)


def _reached(marks: Marks, span: Span) -> tuple[Span, ...]:
    """The sentences that a span touches."""
    first = max(0, bisect_right(marks.sentences, (span.start, 1 << 60)) - 1)
    last = bisect_left(marks.sentences, (span.end, 0))
    return tuple(sentence for sentence in marks.sentences[first:last] if sentence.overlaps(span))


def _longest_first(mark: Actor | Place | Quantity) -> tuple[int, int]:
    return (mark.span.start - mark.span.end, mark.span.start)


def _root(tokens: Sequence["Token"]) -> "Token":
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head.i == token.i), tokens[-1])


def _speaks_of_war(doc: "Doc", marks: Marks, ontology: Ontology) -> bool:
    """Enough different words of war, those that peace borrows counting half, and known armed groups."""
    lemmas = {ontology.lemma(token.text, token.lemma_) for token in doc}
    armed = {actor.ref.key for actor in marks.actors if actor.ref is not None and actor.ref.key and actor.ref.kind in _ARMED_KINDS}
    score = len(lemmas & ontology.classes["war"]) + len(armed) + len(lemmas & ontology.classes["war_borrowed"]) / 2
    literal = bool(armed) or bool(lemmas & ontology.classes["war"])
    if len(doc) <= _SHORT_REPORT_TOKENS:
        return score >= _ENOUGH_WAR_IF_SHORT
    return score >= _ENOUGH_WAR and literal
