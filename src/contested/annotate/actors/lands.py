"""Countries that the list of countries lacks, told by the words of state beside them, and camps ("pro-government")."""

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from contested.annotate.actors.runs import singular
from contested.reference.actor_words import actor_words, body_cues, titles

if TYPE_CHECKING:
    from contested.annotate.actors.scene import Scene

_STATE = frozenset({"state", "government", "political", "ministry"})
_HEADS_OF_STATE = frozenset({"president", "interior", "defence", "defense", "foreign", "prime", "parliament"})
_WHERE = frozenset({"in", "across", "inside", "throughout", "from", "of", "to", "into", ","})
_STEM = 4  # letters
_LANDS = frozenset({"GPE", "LOC", "NORP"})
_CAMPS = ("pro", "anti")


def lands_of(scene: "Scene") -> Counter[str]:
    """Unlisted countries and their adjectives, with how often a report uses them so: in front of words of state, or for where something is.

    One such use is not enough: "Wagner troops" come from no Wagner.
    """
    counted: Counter[str] = Counter()
    for i, lower in enumerate(scene.lower):
        word = actor_words().get(singular(lower))
        if (word is None or word.role not in _STATE) and lower not in _HEADS_OF_STATE:
            continue
        at = _before(scene, i)
        if not _can_be(scene, at) and i + 2 < len(scene.lower) and scene.lower[i + 1] == "of":
            at = i + 2
        if _can_be(scene, at):
            counted[scene.doc[at].text] += 2 if scene.doc[at].ent_type_ in _LANDS else 1
    if counted:
        for token in scene.doc:
            if token.text in counted and token.i and scene.lower[token.i - 1] in _WHERE:
                counted[token.text] += 1
    stems = [*counted]
    for name in stems:  # "Varlend" and "Varlendian" are one
        whole = next((stem for stem in stems if stem != name and name.startswith(stem[:-1]) and len(stem) >= _STEM), name)
        if whole != name:
            counted[whole] += counted[name]
            counted[name] = counted[whole]
    return Counter({name: n for name, n in counted.items() if n > 1})


def land_at(scene: "Scene", i: int) -> str | None:
    """The unlisted country that a token names, by the shortest name the report has for it."""
    text = scene.doc[i].text
    if text not in scene.lands or i in scene.hit_at:
        return None
    return min((name for name in scene.lands if text.startswith(name[:-1])), key=len, default=text)


def land_before(scene: "Scene", first: int) -> str | None:
    """The unlisted country in front of a word of state: "Varlend's army", "Varlendian troops"."""
    return land_at(scene, at) if scene.lands and (at := _before(scene, first)) >= 0 else None


def main_land(scene: "Scene") -> str | None:
    """The unlisted country that the report speaks of most; None where there is none."""
    return min(scene.lands, key=lambda name: (-scene.lands[name], len(name)), default=None)


def _before(scene: "Scene", i: int) -> int:
    return i - 2 if i > 1 and scene.doc[i - 1].tag_ == "POS" else i - 1


def _can_be(scene: "Scene", i: int) -> bool:
    if i < 0 or i in scene.hit_at:
        return False
    token, place = scene.doc[i], scene.places.get(i)
    if not token.text[:1].isupper() or len(token) < _STEM or token.pos_ not in {"PROPN", "ADJ", "NOUN"} or token.ent_type_ in {"PERSON", "DATE"}:
        return False
    if place is not None and place.ref is not None and place.ref.kind != "country":
        return False
    lower = token.lower_
    known = lower in titles() or lower in _fields() or singular(lower) in actor_words()
    return not (known or any(lower in body_cues(cue) for cue in ("opens", "struggle", "state")))


@cache
def _fields() -> frozenset[str]:
    """What ministries are for ("Health authorities"), in small letters: no country is called so."""
    return frozenset(words.removesuffix(" ministry") for words, entry in actor_words().items() if entry.role == "ministry" and words.endswith(" ministry"))


def camp_first(scene: "Scene", low: int, head: int) -> int | None:
    """Where "pro-government" or "anti-junta" begins in front of a head; None where a listed name follows (its affix tells)."""
    for i in range(low, head - 1):
        lower = scene.lower[i]
        split = lower in _CAMPS and scene.doc[i + 1].text in {"-", "–"} and scene.hit_at.get(i + 2) is None
        if split or lower.startswith(("pro-", "anti-")):
            return i
    return None
