"""What stands around the head of a noun phrase and narrows whom it means."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from contested.annotate.actors.lexicon import WordAt
from contested.annotate.actors.scene import Hit, Scene
from contested.language.phrases import phrase_tokens
from contested.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WIDEST = 14  # tokens left of a head that can still belong to it
_OWNERS = frozenset({"of", "for", "from", "within", "by", "among", "with", "loyal", "to"})
_WHERE = frozenset({"in", "of", "for", "from", "at", "to"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_UNKNOWN = frozenset({"unidentified", "unknown", "masked", "unnamed", "other", "another"})
_INTRODUCES = frozenset({"while", "as", "when", "that", "and", "or", "but", "because", "if", "after", "before", "meanwhile", "also"})
_LOCAL = frozenset({"local", "provincial", "regional", "district", "municipal", "city", "town", "province"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A head and its modifiers; token indices. `low` is the leftmost token that belongs to it, `first` the leftmost after articles."""

    head: "Token"
    low: int
    first: int
    at: WordAt | None
    nation: str | None
    people: str | None
    place: str | None
    entry: int | None
    owner: int | None
    affixed: Hit | None
    affix_first: int
    apposed_person: str | None
    definite: bool
    indefinite: bool
    plural: bool
    unidentified: bool
    base: str
    local: str | None


def left_end(head: "Token") -> int:
    """The leftmost token that can belong to a head's phrase."""
    return max(head.left_edge.i, head.i - _WIDEST)


def read_phrase(scene: Scene, head: "Token", *, low: int, at: WordAt | None) -> Phrase:
    """One look at the words left of a head and the prepositions right of it."""
    doc = scene.doc
    nation = people = place = None
    entry, affixed = None, None
    local = low - 1
    unidentified = definite = False
    for i in range(low, at.first if at else head.i):
        lower = scene.lower[i]
        hit = scene.hit_at.get(i)
        if hit is not None and hit.affix is not None:
            affixed = hit
        elif hit is not None and scene.entry_at(i) is not None:
            entry = hit.root
        if (hit is not None and hit.affix is None) or (hit is None and i in scene.places):
            nation = scene.nation_at(i) or nation
            people = scene.people_at(i) or people
            place = scene.place_at(i) or place
        local = i if lower in _LOCAL and local < low else local
        unidentified = unidentified or lower in _UNKNOWN
        definite = definite or lower in _DEFINITE
    owner = _possessor(scene, head)
    for child in head.rights:
        if child.dep_ not in {"prep", "agent"}:
            continue
        for thing in child.children:
            if thing.dep_ != "pobj":
                continue
            if child.lower_ in _WHERE:
                nation = nation or scene.nation_at(thing.i) or (_deeper_nation(scene, thing) if child.lower_ == "of" else None)
                place = place or scene.place_at(thing.i)
            if owner is None and child.lower_ in _OWNERS:
                owner = thing.i
    if local >= low and place is None:
        place = scene.place_before(head.i)
    return Phrase(
        head=head, low=low, first=low, at=at, nation=nation, people=people, place=place, entry=entry, owner=owner, affixed=affixed,
        affix_first=_affix_first(doc, affixed, low), apposed_person=_apposed_person(scene, head), definite=definite or (owner is not None and owner < head.i),
        indefinite=any(child.lower_ in {"a", "an", "no", "any"} for child in head.lefts),
        plural=head.tag_ in {"NNS", "NNPS"} or head.lower_ in {"people", "police"}, unidentified=unidentified, base=_base(doc, head, at, low),
        local=slice_of(doc, local, head.i) if local >= low else None,
    )  # fmt: skip


def _possessor(scene: Scene, head: "Token") -> int | None:
    if (before := next((child.i for child in head.lefts if child.dep_ == "poss"), None)) is not None:
        return before
    for child in head.rights:
        if child.lower_ in {"loyal", "allied"}:  # "fighters loyal to Tol Varga"
            led = next((thing for prep in child.children if prep.dep_ == "prep" for thing in prep.children if thing.dep_ == "pobj"), None)
            person = led is not None and led.pos_ == "PROPN" and led.i not in scene.hit_at and led.i not in scene.places
            return led.i if led is not None and person else None  # those loyal to a government are not the government
    return None


def _deeper_nation(scene: Scene, thing: "Token") -> str | None:
    for child in thing.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            for below in child.children:
                if (nation := scene.nation_at(below.i)) is not None:
                    return nation
    return None


def _affix_first(doc: "Doc", hit: Hit | None, low: int) -> int:
    """Where the word that holds a hyphened name begins."""
    if hit is None:
        return low
    first = hit.first
    while first > low and not doc[first - 1].whitespace_ and not doc[first - 1].is_sent_end:
        first -= 1
    return first


def _apposed_person(scene: Scene, head: "Token") -> str | None:
    """ "a district judge, Ivo Renn": the name in apposition."""
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN" and child.ent_type_ == "PERSON" and child.i not in scene.hit_at:
            first = child.i
            while first > head.i + 1 and scene.doc[first - 1].ent_type_ == "PERSON":
                first -= 1
            return slice_of(scene.doc, first, child.i)
    return None


def _base(doc: "Doc", head: "Token", at: WordAt | None, low: int) -> str:
    """The head with what it is compounded with, as such actors are called: "wedding guests", "interior minister"."""
    first = at.first if at else head.i
    named = doc[first].is_title
    while first > low and doc[first - 1].dep_ in {"compound", "nmod"} and doc[first - 1].is_alpha and doc[first - 1].is_lower != named:
        first -= 1
    if at is not None and first == head.i and at.word.role == "civil":
        return at.word.name
    words = slice_of(doc, first, head.i)
    return words if named and first != head.i else words[:1].lower() + words[1:]


def phrase_span(phrase: Phrase) -> Span:
    """The span of the full noun phrase, less what only introduces it ("while", a quotation mark) and a closing "'s"."""
    tokens = phrase_tokens(phrase.head)
    first, last = edges(phrase.head.doc, tokens[0].i, tokens[-1].i)
    doc = phrase.head.doc
    if last + 1 < len(doc) and doc[last + 1].text == ")" and any(t.text == "(" for t in doc[first : last + 1]):
        last += 1
    end = doc[last]
    return Span(phrase.head.doc[first].idx, end.idx + len(end))


def edges(doc: "Doc", first: int, last: int) -> tuple[int, int]:
    """First and last token of a phrase without white space, punctuation and connectives at its edges."""
    while first < last and (doc[first].is_punct or doc[first].is_space or doc[first].lower_ in _INTRODUCES):
        first += 1
    while last > first and (doc[last].is_space or doc[last].tag_ == "POS" or (doc[last].is_punct and doc[last].text not in {")", "]"})):
        last -= 1
    return first, last


def slice_of(doc: "Doc", first: int, last: int) -> str:
    """The words of some tokens on one line, without an article in front."""
    while first < last and doc[first].lower_ in {"the", "a", "an"}:
        first += 1
    return " ".join(doc[first : last + 1].text.split())
