"""What the words right beside a name say it is."""

from typing import TYPE_CHECKING, get_args

from contested.annotate.places.cues import Cues
from contested.annotate.places.mention import Mention
from contested.records import PlaceKind

if TYPE_CHECKING:
    from spacy.tokens import Doc


def kind_beside(doc: "Doc", mention: Mention, cues: Cues) -> PlaceKind | None:
    """What the words beside a name say it is: "Aleppo province", "Kuwait City", "the town of Norvale"."""
    after = doc[mention.last + 1].lower_ if mention.last + 1 < len(doc) and doc[mention.last].whitespace_ else ""
    before = doc[mention.first - 1].lower_ if mention.first else ""
    if before == "of" and mention.first >= 2:
        before = doc[mention.first - 2].lemma_.lower()
        for kind in ("settlement", "admin1", "admin2"):
            if before in cues.types[kind]:
                return _kind(kind)
    for kind in ("settlement", "admin2", "admin1"):
        if after in cues.types[kind] and after not in {"port", "state", "department", "territory"}:
            return _kind(kind)
    if after in {"state", "territory"} and doc[mention.last + 1].text.istitle():
        return "admin1"
    if mention.first and doc[mention.first - 1].lower_ in {"province", "city", "town", "village", "district"}:
        return next(_kind(kind) for kind in ("settlement", "admin1", "admin2") if doc[mention.first - 1].lower_ in cues.types[kind])
    return None


def _kind(name: str) -> PlaceKind:
    kinds: dict[str, PlaceKind] = {kind: kind for kind in get_args(PlaceKind)}
    return kinds[name]


def own_kind(mention: Mention, cues: Cues) -> PlaceKind | None:
    """The kind that a name of several words says itself: "Norvale General Hospital", "Ost Street", "Ost County"."""
    words = mention.words.replace("-", " ").split(" ")
    if len(words) < 2:
        return None
    last = words[-1].lower()
    return next((_kind(kind) for kind in ("facility", "road", "admin2", "region", "settlement") if last in cues.types[kind]), None)
