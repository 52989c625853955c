"""Places that the gazetteer lacks, or knows in another spelling."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from contested.annotate.places.areas import inside_ref
from contested.annotate.places.beside import own_kind
from contested.annotate.places.candidates import Candidate
from contested.annotate.places.cues import Cues
from contested.records import Place, PlaceRef, Reason
from contested.reference.gazetteer import Entry, Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc

Named = Sequence[tuple[int, Entry]]
"""First token and entry of the names accepted as places, in order."""

_ALIKE = 88.0
_SHORTEST = 6
_IN_TOWN = frozenset({"facility", "road"})
_REACH = 2  # sentences back


def unlisted_place(doc: "Doc", candidate: Candidate, *, chance: float, main: str | None, known: Named, cues: Cues, gazetteer: Gazetteer) -> Place:
    """A building or street stands in the town in focus; any other name is placed by its spelling, else inside what the words beside it name, else nowhere."""
    mention = candidate.mention
    span, words, kind = mention.span(doc), mention.words, own_kind(mention, cues)
    if kind in _IN_TOWN:
        town = candidate.holder or _town_in_focus(doc, mention.first, known)
        if town is not None:
            because = f"the gazetteer does not know it; {town.name} is the place spoken of there"
            return Place(span=span, wording=words, ref=inside_ref(words, town, kind=kind), reason=Reason(score=round(min(0.5, chance), 2), because=because))
    country = candidate.holder.country if candidate.holder else main
    alike = gazetteer.similar(words, country, least=_ALIKE) if country and len(words) >= _SHORTEST and kind is None else None
    if alike is not None:
        because = f"spelled nearly like {alike.name}, in the country the report speaks of"
        return Place(span=span, wording=words, ref=alike.ref(), reason=Reason(score=round(min(0.5, chance), 2), because=because))
    ref: PlaceRef | None = None
    because = "named like a place; the gazetteer does not know it"
    if candidate.holder is not None:
        ref = inside_ref(words, candidate.holder, kind=kind or "settlement")
        because = f"the words beside it place it in {candidate.holder.name}; the gazetteer does not know it"
    return Place(span=span, wording=words, ref=ref, reason=Reason(score=round(min(0.4, chance), 2), because=because))


def _town_in_focus(doc: "Doc", at: int, known: Named) -> Entry | None:
    """The town named nearest in the same sentence, else the last one of the sentences right before; None where none is."""
    towns = [(first, entry) for first, entry in known if entry.kind == "settlement"]
    sentence = doc[at].sent
    begin, end = sentence.start, sentence.end
    beside = [(abs(first - at), entry) for first, entry in towns if begin <= first < end]
    if beside:
        return min(beside, key=lambda pair: pair[0])[1]
    back = begin
    for _ in range(_REACH):
        back = doc[back - 1].sent.start if back else 0
    before = [entry for first, entry in towns if back <= first < begin]
    return before[-1] if before else None
