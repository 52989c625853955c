"""One report as the rules see it: its parse and its marks, indexed by token."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from contested.extract.topic import chance_of_war, telling_words
from contested.records import Actor, Attribution, Doubt, Marks, Place, PlaceRef, Quantity, Report, Span, When
from contested.reference.ontology import Ontology
from contested.reference.topics import telling_of_war

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
    "relief_body": frozenset({"aid_body", "international_body", "monitor"}),
    "forces": frozenset({"state_force", "external_force"}),
}
_PERSONAL = frozenset({"they", "them", "who", "he", "she", "him", "her", "we", "us", "i", "themselves", "whom"})
_PRONOUNS = {
    "pronoun": frozenset[str](), "first": frozenset({"i", "we", "you", "me", "us"}),
    "it": frozenset({"it", "its"}), "vague": frozenset({"it", "they", "them", "which", "that", "what"}), "personal": _PERSONAL,
}
_COUNTED = frozenset({"people", "refugees", "moved"})
_MANY = frozenset({"those", "everyone", "everybody", "they", "them", "we", "us", "themselves", "who"})
_ENTITIES_OF_CLASS = {"people": {"PERSON"}, "political": {"PERSON", "ORG", "GPE", "NORP"}, "body": {"ORG"}, "country": {"GPE"}}
_NAMES_OF_NO_PLACE = frozenset({"PERSON", "NORP", "DATE", "TIME", "PRODUCT", "EVENT", "WORK_OF_ART", "LANGUAGE", "MONEY", "LAW"})
_THINGS_IT_MAY_BE = frozenset({"place", "body", "country"})


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
    """Token-indexed marks. `war`: the report tells of war or unrest, so everyday words ("battle", "lost") may be read as its events;
    `peace`: it surely does not."""

    report: Report
    doc: "Doc"
    marks: Marks
    ontology: Ontology
    chance_of_war: float
    war: bool
    peace: bool
    starts: list[int]
    actor_heads: dict[int, Actor] = field(default_factory=dict)
    actors: dict[int, Actor] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    quantities: dict[int, Quantity] = field(default_factory=dict)
    timed: set[int] = field(default_factory=set)
    parts_of_names: frozenset[str] = frozenset()
    inside: dict[Span, Inside] = field(default_factory=dict)
    sentence_number: dict[Span, int] = field(default_factory=dict)
    place_tokens: dict[Span, list["Token"]] = field(default_factory=dict)

    def within(self, sentence: Span) -> Inside:
        """The marks that matter in one sentence."""
        return self.inside.get(sentence) or _NOTHING

    def is_headline(self, sentence: Span) -> bool:
        """No full stop at its end, alone on its line."""
        text = self.report.text
        return text[sentence.end - 1].isalnum() and (sentence.end >= len(text) or text[sentence.end] == "\n")

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
        if word_class == "verb":
            return token.pos_ in ("VERB", "AUX")
        if word_class == "any":
            return True
        if word_class in _PRONOUNS:
            return token.pos_ == "PRON" if word_class == "pronoun" else token.lower_ in _PRONOUNS[word_class]
        if word_class == "pronoun":
            return token.pos_ == "PRON"
        if word_class == "name":
            return self.is_name(token)
        if word_class == "lived_in":
            return self.is_lived_in(token)
        if word_class == "place":
            return self.is_place(token) or token.lower_ in ("it", "its")
        actor = self.actor_of(token)
        if token.lower_ == "it":
            return word_class in _THINGS_IT_MAY_BE
        if word_class == "actor":
            return actor is not None or token.lower_ in _PERSONAL
        if actor is not None and actor.ref is not None and actor.ref.kind in _KINDS_OF_CLASS.get(word_class, ()):
            return True
        if token.lower_ in _MANY and word_class in _COUNTED:
            return True
        if token.lower_ in _PERSONAL:
            return word_class in ("armed", "people", "political", "protesters")
        mark = self.places.get(token.i)
        if mark is not None and not mark.as_actor and not mark.anaphor and word_class in ("people", "armed"):
            return False
        if token.ent_type_ in _ENTITIES_OF_CLASS.get(word_class, ()) and actor is None:
            return True
        if word_class in _COUNTED and token.pos_ == "PROPN" and token.lower_.endswith("s") and any(child.dep_ == "nummod" for child in token.children):
            return True  # "200,000 Zembrians"
        sort = self.sort_word(token)
        if word_class == "armed" and self._is_under_arms(token):
            return True
        if self.ontology.is_a(self.lemma(sort), word_class) or (sort.like_num and word_class in _COUNTED):
            return True
        before = sort.nbor(-1) if sort.i else sort
        return before.head.i == sort.i and self.ontology.is_a(f"{before.lower_} {self.lemma(sort)}", word_class)  # "air force", "unmanned boat"

    def _is_under_arms(self, token: "Token") -> bool:
        """"armed men", "the rebels' men", "two companies of the garrison", "an army column": what they are or whose makes them fighters."""
        sort, own = self.sort_word(token), self.ontology.is_a
        for child in (*sort.children, *(token.children if sort.i != token.i else ())):
            if own(child.lower_, "armed_look") or (child.dep_ in ("compound", "amod") and child.i < token.i and own(self.lemma(child), "armed")):
                return own(self.lemma(sort), "people") or own(self.lemma(token), "of_fighters")
        if not own(self.lemma(sort), "of_fighters"):
            return False
        owners = [child for child in sort.children if child.dep_ == "poss" and child.tag_ != "PRP$"]
        owners += [deep for child in sort.children if child.lower_ == "of" for deep in child.children if deep.dep_ == "pobj"]
        return any(self.is_a(owner, ("armed",)) or owner.pos_ == "PROPN" for owner in owners if owner.i != token.i)

    def is_name(self, token: "Token") -> bool:
        """A name that may be a place's though no list knows it: a capitalised word that is not known as somebody's."""
        mark = self.places.get(token.i)
        if token.pos_ not in ("PROPN", "NOUN", "ADJ") or (token.pos_ != "PROPN" and token.is_sent_start):
            return False
        if not token.text[0].isupper() or token.i in self.timed:
            return False
        if mark is not None:
            return not mark.as_actor
        actor = self.actor_of(token)
        if actor is None or actor.ref is None:
            return token.pos_ == "PROPN"
        if actor.ref.key is not None or actor.ref.kind not in ("unknown", "person"):
            return False
        if self.ontology.is_a(actor.ref.name.split()[0].lower(), "opens_place_name"):
            return True  # "Upper Dunmere"
        return actor.ref.kind == "unknown" or (actor.wording == actor.ref.name and token.text not in self.parts_of_names)

    def is_lived_in(self, token: "Token") -> bool:
        """A place that people live in and can be driven out of: a town, a land, a home; no office and no meeting."""
        mark = self.places.get(token.i)
        if token.lower_ == "it":
            return True
        if mark is not None and mark.ref is not None:
            return mark.ref.kind not in ("facility", "road")
        lemma = self.lemma(self.sort_word(token))
        return any(self.ontology.is_a(lemma, word_class) for word_class in ("settlement", "region", "dwelling")) or self.is_name(token)

    def is_place(self, token: "Token") -> bool:
        """Whether the phrase names a place, or a thing that can be held like one (a base, a road, a district)."""
        sort = self.sort_word(token)
        mark = self.places.get(sort.i) or self.places.get(token.i)
        if mark is not None:
            return not mark.as_actor
        if sort.tag_ == "NN" and self.ontology.is_a(self.lemma(sort), "bare_idiom") and not any(child.pos_ not in ("PUNCT", "ADV") for child in sort.children):
            return False  # "took part", "left office"
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
    marks = replace(marks, places=tuple(_with_name(place) for place in marks.places))
    chance = _chance_of_war(doc, marks, ontology)
    scene = Scene(
        report=report, doc=doc, marks=marks, ontology=ontology, chance_of_war=chance,
        war=chance >= telling_of_war().least, peace=chance < telling_of_war().open, starts=[token.idx for token in doc],
        parts_of_names=_parts_of_names(marks), inside={sentence: Inside() for sentence in marks.sentences},
        sentence_number={sentence: i for i, sentence in enumerate(marks.sentences)},
    )
    for actor in sorted(marks.actors, key=_longest_first):
        tokens = scene.tokens(actor.span)
        for token in tokens:
            scene.actors[token.i] = actor
        if tokens:
            scene.actor_heads[_root(tokens).i] = actor
    for place in sorted(marks.places, key=_longest_first):
        scene.place_tokens[place.span] = scene.tokens(place.span)
        listed = scene.actors.get(scene.place_tokens[place.span][0].i) if place.ref is None and scene.place_tokens[place.span] else None
        if listed is not None and listed.ref is not None and listed.ref.key and listed.wording == place.wording:
            continue  # "Islamic State" is no place
        for token in scene.place_tokens[place.span]:
            scene.places[token.i] = place
    for quantity in sorted(marks.quantities, key=_longest_first):
        for token in scene.tokens(quantity.span):
            scene.quantities[token.i] = quantity
    for when in marks.times:
        scene.timed.update(token.i for token in scene.tokens(when.span))
    _sort_into_sentences(scene)
    return scene


def _parts_of_names(marks: Marks) -> frozenset[str]:
    """The words of people's names of several words: alone, "Brandt" is whom the report called Ivo Brandt."""
    people = {actor.ref.name for actor in marks.actors if actor.ref is not None and actor.ref.kind == "person"}
    return frozenset(word for name in people if len(words := name.split()) > 1 for word in words)


def _with_name(place: Place) -> Place:
    """A place that no gazetteer holds is one all the same: a settlement of that name, without a point."""
    if place.ref is not None or place.anaphor or place.as_actor:
        return place
    return replace(place, ref=PlaceRef(name=place.wording, kind="settlement"))


def _sort_into_sentences(scene: Scene) -> None:
    marks = scene.marks
    for place in marks.places:
        for sentence in _reached(marks, place.span):
            scene.inside[sentence].places.append(place)
    for when in marks.times:
        for sentence in _reached(marks, when.span):
            scene.inside[sentence].times.append(when)
    for attribution in (made for made in marks.attributions if made.tells):
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


def lemmas_of(doc: "Doc", ontology: Ontology) -> list[str]:
    """The words of a report, corrected lemmas in small letters, in order."""
    return [ontology.lemma(token.text, token.lemma_) for token in doc if token.text[0].isalpha()]


def named_armed_groups(marks: Marks) -> frozenset[str]:
    """The armed groups and forces of the actor list that a report names."""
    return frozenset(actor.ref.key for actor in marks.actors if actor.ref is not None and actor.ref.key and actor.ref.kind in _ARMED_KINDS)


def _chance_of_war(doc: "Doc", marks: Marks, ontology: Ontology) -> float:
    return chance_of_war(lemmas_of(doc, ontology), telling_words(doc, ontology), armed=len(named_armed_groups(marks)), ontology=ontology)
