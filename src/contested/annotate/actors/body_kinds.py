"""What sort of actor an unlisted body is: from its own words, and from the words the report puts beside it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from contested.annotate.actors.lexicon import word_ending_at
from contested.annotate.actors.runs import UNITS
from contested.reference.actor_words import BodyWord, body_cues

if TYPE_CHECKING:
    from contested.annotate.actors.scene import Scene

_ARMED = frozenset({"rebel", "unidentified"})
_TELLING = frozenset({"rebel", "unidentified", "militia", "state", "monitors", "media"})
_VAGUE = frozenset({"unknown", "political_body"})
_OF = frozenset({"of", "for", "from"})
_AWAY = 3  # tokens before a name
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"})
_APPOSED = 7  # tokens of "a rebel group based in the north"


def kind_of(scene: "Scene", words: Sequence[str], word: BodyWord | None, runs: Iterable[tuple[int, int]]) -> str:
    """The kind of a body named at token runs: what stands beside it most, else what its own words give, else what it does."""
    listed = list(runs)
    if word is not None and word.word in UNITS and any(piece[:1].isdigit() or piece in _ORDINALS for piece in words):
        return "state_force"
    told = Counter(kind for first, last in listed for kind in _beside(scene, first, last))
    if told:
        return told.most_common(1)[0][0]
    kind = _of_words(words, word)
    if kind in _VAGUE and any(_does_violence(scene, first, last) for first, last in listed):
        return "rebel_group"
    return kind


def _of_words(words: Sequence[str], word: BodyWord | None) -> str:
    if word is None:
        return "unknown"
    for piece in words:
        if (kind := body_cues("field").get(piece)) is not None and not (word.armed and word.kind == "rebel_group"):
            return kind
        if word.armed and (kind := body_cues("struggle").get(piece)) is not None and piece != word.word:
            return kind
        if word.armed and (kind := body_cues("state").get(piece)) is not None and word.kind not in {"political_body", "political_militia"}:
            return kind
    return word.kind


def _beside(scene: "Scene", first: int, last: int) -> Iterable[str]:
    doc = scene.doc
    after = last + 1
    if after < len(doc) and doc[after].tag_ == "POS":
        after += 1
    if after < len(doc) and not doc[after].is_sent_start and (kind := _kind_at(scene, after)) is not None:
        yield kind  # "X fighters", "X's fighters"
    before = first - 1
    if before >= 0 and scene.lower[before] == "the":
        before -= 1
    if before >= 1 and scene.lower[before] in _OF and (kind := _kind_at(scene, before - 1)) is not None:
        yield kind  # "fighters of the X"
    elif before >= 0 and not doc[first].is_sent_start and not doc[before].is_punct and (kind := _kind_at(scene, before)) is not None:
        yield kind  # "the rebel group X"
    if last + 2 < len(doc) and doc[last + 1].text == "," and scene.lower[last + 2] in {"a", "an", "the", "one"}:
        for i in range(last + 3, min(last + 3 + _APPOSED, len(doc))):
            if doc[i].is_sent_start or doc[i].text in {",", "."} or doc[i].pos_ == "VERB":
                break
            if "appos" in {doc[i].dep_, doc[i].head.dep_} and (kind := _kind_at(scene, i)) is not None:
                yield kind  # "X, a rebel group"
                break


def _kind_at(scene: "Scene", i: int) -> str | None:
    if scene.doc[i].pos_ not in {"NOUN", "ADJ"}:
        return None
    at = word_ending_at(scene.doc, i, max(0, i - _AWAY))
    if at is None or at.word.role not in _TELLING:
        return None
    return "rebel_group" if at.word.role in _ARMED else at.word.kind


def _does_violence(scene: "Scene", first: int, last: int) -> bool:
    root = scene.doc[first : last + 1].root
    return root.dep_ == "nsubj" and root.head.lemma_.lower() in body_cues("violence")
