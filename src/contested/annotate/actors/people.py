"""Persons: names the parser takes for one, and names behind a title."""

from typing import TYPE_CHECKING

from contested.annotate.actors.mention import Mention
from contested.annotate.actors.phrase import Phrase, phrase_span, slice_of
from contested.annotate.actors.scene import Scene
from contested.records import ActorRef
from contested.reference.actor_words import titles

if TYPE_CHECKING:
    from spacy.tokens import Doc


def person_mention(scene: Scene, phrase: Phrase) -> Mention | None:
    """A person's name with its titles; the kind of the body that a title speaks for becomes the mention's `kind`."""
    head, doc = phrase.head, scene.doc
    if head.pos_ != "PROPN" or head.i in scene.places or not head.text[:1].isupper():
        return None
    first = _name_start(doc, head.i, phrase.low)
    first, title_kind = _without_titles(doc, first, head.i)
    before = _title_before(doc, first, phrase.low)
    if head.ent_type_ != "PERSON" and before is None and title_kind is None:
        return None
    if any(i in scene.hit_at for i in range(first, head.i + 1)):
        return None
    ref = ActorRef(name=slice_of(doc, first, head.i), kind="person", countries=(phrase.nation,) if phrase.nation else ())
    return Mention(
        head=head.i, first=phrase.first, last=head.i, span=phrase_span(phrase), role="person", base=ref.name, kind=before or title_kind or "unknown", ref=ref,
        nation=phrase.nation, owner=phrase.entry,
    )  # fmt: skip


def _name_start(doc: "Doc", last: int, low: int) -> int:
    first = last
    person = doc[last].ent_type_ == "PERSON"
    while (
        first > low
        and doc[first - 1].dep_ in {"compound", "punct", "nmod", "amod"}
        and (doc[first - 1].is_title or doc[first - 1].text in {"-", "al", "bin", "ibn"})
    ):
        if person and doc[first - 1].ent_type_ != "PERSON" and doc[first - 1].text != "-":
            break
        if doc[first - 1].is_punct and doc[first - 1].text != "-":
            break
        first -= 1
    return first


def _without_titles(doc: "Doc", first: int, last: int) -> tuple[int, str | None]:
    kind = None
    while first < last and (found := titles().get(doc[first].lower_.rstrip("."))) is not None:
        kind = found
        first += 1
    return first, kind


def _title_before(doc: "Doc", first: int, low: int) -> str | None:
    if first - 1 < low or doc[first - 1].is_punct:
        return None
    one = doc[first - 1].lower_.rstrip(".")
    two = f"{doc[first - 2].lower_.rstrip('.')} {one}" if first - 2 >= low else one
    return titles().get(two) or titles().get(one)
