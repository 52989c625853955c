"""Names that the gazetteer does not know, or knows in another spelling."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from contested.annotate.places.cues import Cues
from contested.records import Place, Reason, Span
from contested.reference.gazetteer import Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ALIKE = 88.0
_SHORTEST = 6


def unlisted_places(doc: "Doc", *, taken: frozenset[int], persons: frozenset[str], main: str | None, cues: Cues, gazetteer: Gazetteer) -> list[Place]:
    """Names that the parser takes for places, right after a word like "in" or beside "village": kept, and resolved only where the spelling is nearly right."""
    places = []
    for first, end in sorted({*_labelled(doc), *_named_by_kind(doc, cues)}):
        name = doc[first:end].text
        if any(i in taken for i in range(first, end)):
            continue
        if len(name) < 4 or name.isupper() or name in persons or name.lower() in cues.common or doc[first].pos_ not in {"PROPN", "NOUN"}:
            continue
        if not _in_place(doc, first, end, cues):
            continue
        span = Span(doc[first].idx, doc[first].idx + len(name))
        known = gazetteer.similar(name, main, least=_ALIKE) if main and len(name) >= _SHORTEST else None
        if known:
            reason = Reason(score=0.5, because=f"spelled nearly like {known.name}, in the country the report speaks of")
            places.append(Place(span=span, wording=name, ref=known.ref(), reason=reason))
        else:
            places.append(Place(span=span, wording=name, ref=None, reason=Reason(score=0.3, because="named like a place; the gazetteer does not know it")))
    return places


def _labelled(doc: "Doc") -> Iterator[tuple[int, int]]:
    """(first token, end) of capitalised names that the parser takes for places."""
    for entity in doc.ents:
        first = entity.start + (1 if entity[0].lower_ == "the" else 0)
        if entity.label_ in {"GPE", "LOC"} and first < entity.end and all(_is_of_name(t) for t in doc[first : entity.end]):
            yield first, entity.end


def _named_by_kind(doc: "Doc", cues: Cues) -> Iterator[tuple[int, int]]:
    """(first token, end) of the name in "the village of Norvale", whatever the parser makes of it."""
    kinds = _kinds(cues)
    for token in doc:
        first = token.i + 2
        if token.lower_ in kinds and first < len(doc) and doc[token.i + 1].lower_ == "of" and doc[first].text[0].isupper():
            end = first + 1
            while end < len(doc) and _is_of_name(doc[end]) and not doc[end].is_sent_start:
                end += 1
            while not doc[end - 1].text[0].isupper():
                end -= 1
            yield first, end


def _kinds(cues: Cues) -> frozenset[str]:
    return cues.types["settlement"] | cues.types["admin2"] | cues.types["admin1"]


def _is_of_name(token: "Token") -> bool:
    return token.text[0].isupper() or token.text in {"-", "'", "’"} or token.lower_ in {"al", "de", "i", "e"}


def _in_place(doc: "Doc", first: int, end: int, cues: Cues) -> bool:
    i = first - 1
    while i >= 0 and doc[i].lower_ in cues.leading and not doc[i + 1].is_sent_start:
        i -= 1
    before = doc[i].lower_ if i >= 0 and not doc[i + 1].is_sent_start else ""
    after = doc[end].lower_ if end < len(doc) else ""
    beside = _kinds(cues)
    if before == "of" and i:
        return doc[i - 1].lower_ in beside
    return before in cues.strong or before in {"at", "from"} or before in beside or after in beside
