"""What a phrase calls somebody or something: its words without article and number, possessives and bare numbers spelt out from the report."""

from typing import TYPE_CHECKING

from contested.extract.scene import Scene
from contested.language.phrases import phrase_tokens
from contested.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_DETERMINERS = frozenset({"DT", "PRP$", "PDT"})
_POSSESSIVES = frozenset({"his", "her", "their"})
_BACK = 40  # tokens before a bare number


def called(scene: Scene, head: "Token", *, bare: bool = False) -> str | None:
    """The words of a phrase without its article, its number or what only dates it; None for a pronoun.

    "the two engineers" is "engineers", "his driver" the driver of whoever "his" stands for. `bare`: without place names and what follows the head either.
    """
    if head.pos_ == "PRON":
        return None
    if _is_bare_number(head) and scene.sort_word(head) is head:
        return counted_before(scene, head) or "people"
    head = scene.sort_word(head)
    tokens = phrase_tokens(head, keep_apposition=False)
    owner = _owner(scene, head) if not bare else None
    if bare:
        tokens = _bare(scene, tokens, head)
    tokens = _without_number(scene, _narrowed(scene, tokens, head), head)
    if not tokens:
        return None
    words = _words(scene, tokens)
    if not words:
        return None
    return f"{owner}'s {words}" if owner else words


def counted_before(scene: Scene, head: "Token") -> str | None:
    """What a bare number counts: who was counted last before it, in its sentence or the one before ("one policeman was killed and four wounded")."""
    here = scene.marks.sentence_at(head.idx)
    for i in range(head.i - 1, max(-1, head.i - _BACK), -1):
        token = scene.doc[i]
        sentence = scene.marks.sentence_at(token.idx)
        if here is not None and sentence is not None and scene.sentence_number[here] - scene.sentence_number[sentence] > 1:
            return None
        mark = scene.quantities.get(i)
        if mark is not None and mark.unit is not None and token.pos_ == "NOUN" and scene.lemma(token) == mark.unit and scene.is_a(token, ("people", "armed")):
            return _words(scene, _without_number(scene, [t for t in phrase_tokens(token, keep_apposition=False) if t.i <= i], token))
    return None


def _is_bare_number(head: "Token") -> bool:
    return head.like_num or head.pos_ == "NUM"


def _owner(scene: Scene, head: "Token") -> str | None:
    """The name behind "his" and "their", where the report tells it."""
    for child in head.children:
        if child.dep_ == "poss" and child.lower_ in _POSSESSIVES:
            actor = scene.actor_of(child)
            known = actor.ref if actor is not None and actor.span.start == child.idx else None
            return known.name if known is not None and known.name[:1].isupper() else None
    return None


def _bare(scene: Scene, tokens: list["Token"], head: "Token") -> list["Token"]:
    tokens = [token for token in tokens if token.i <= head.i]
    tokens = [t for t in tokens if t.i not in scene.places and not (t.dep_ == "case" and t.i - 1 in scene.places)]
    tokens = [t for t in tokens if t.dep_ != "case" or any(other.i == t.i - 1 for other in tokens)]
    return [t for t in tokens if t.pos_ != "ADJ" and t.dep_ != "advmod" and t.tag_ not in ("VBN", "VBG")] or [head]


def _narrowed(scene: Scene, tokens: list["Token"], head: "Token") -> list["Token"]:
    """Up to the head, and on over "of" and "from" with a name: "residents of Norvale", but not "suspects in house searches"."""
    last = head.i
    for child in head.children:
        names = child.dep_ == "prep" and child.lower_ in ("of", "from") and child.i == last + 1
        if not names:
            continue
        named = [t for t in child.subtree if t.pos_ == "PROPN" or t.i in scene.places]
        last = max((t.i for t in named), default=last)
    return [token for token in tokens if token.i <= last]


def _without_number(scene: Scene, tokens: list["Token"], head: "Token") -> list["Token"]:
    """From the first word that neither points nor counts: "at least 20 armed men" is "armed men", "the last 40 rebels" "rebels"."""
    counting = [at for at, token in enumerate(tokens) if token.i < head.i and _counts(scene, token)]
    first = counting[-1] + 1 if counting else 0
    while first < len(tokens) - 1 and tokens[first].i < head.i and _points(tokens[first]):
        first += 1
    return tokens[first:]


def _points(token: "Token") -> bool:
    return token.tag_ in _DETERMINERS or token.is_punct or token.pos_ in ("ADP", "DET")


def _counts(scene: Scene, token: "Token") -> bool:
    mark = scene.quantities.get(token.i)
    return mark is not None and mark.number.start <= token.idx < mark.number.end and mark.span.start == mark.number.start


def _words(scene: Scene, tokens: list["Token"]) -> str:
    """In small letters where only the beginning of the sentence makes the capital."""
    words = " ".join(scene.report.words(Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))).split())
    return words[:1].lower() + words[1:] if tokens[0].is_sent_start and tokens[0].pos_ in ("NOUN", "ADV", "VERB") and not words[1:2].isupper() else words
