"""What the parse tells about the words around a time: the word itself, and the tense of the verb that governs it."""

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from contested.annotate.times.lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Tense = Literal["past", "perfect", "present", "future", "timetable"]
_FINITE = {"VBD": "past", "VBZ": "present", "VBP": "present"}
_FAR = 8
_LATEST = frozenset({"last", "latest", "only"})


class Syntax:
    """Questions to one parse; nothing is worked out before it is asked."""

    def __init__(self, doc: "Doc", lexicon: Lexicon) -> None:
        self._doc = doc
        self._lexicon = lexicon

    @cached_property
    def _starts(self) -> list[int]:
        return self._doc.to_array("IDX").tolist()  # type: ignore[no-any-return]  # spaCy types the array loosely

    def token(self, offset: int) -> "Token | None":
        """The token at a character, or the last one before it."""
        i = bisect_right(self._starts, offset) - 1
        return self._doc[i] if i >= 0 else None

    def tag(self, offset: int) -> str:
        """The Penn tag of the word at a character, "" where there is none."""
        token = self.token(offset)
        return token.tag_ if token is not None else ""

    def tense(self, offset: int) -> Tense | None:
        """The tense of the verb that governs the word at a character, None where there is no verb."""
        token = self.token(offset)
        verb = _verb_over(token) if token is not None else None
        return self._tense_of(verb) if verb is not None else None

    def _tense_of(self, verb: "Token") -> Tense | None:
        helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
        words = {helper.lower_ for helper in helpers}
        if words & self._lexicon.modals and not words & {"have"}:
            return "future"
        if "to" in words:
            return self._tense_of_infinitive(verb)
        if words & {"have", "has", "had", "'ve", "’ve"}:
            return "future" if "been" in words and self._is_planned(verb) else "perfect"
        if verb.tag_ == "VBG" and words & {"is", "are", "am", "'s", "'re"}:
            return "timetable" if verb.lemma_ in self._lexicon.timetable else "perfect"
        if words & {"was", "were", "did", "got"}:
            return "past"
        if words & {"is", "are", "does", "do"}:
            return "future" if self._is_planned(verb) else "present"
        if verb.tag_ in {"VBZ", "VBP"} and verb.lemma_ in self._lexicon.timetable:
            return "timetable"
        if verb.tag_ == "VBN" and verb.dep_ == "acl":
            return "future" if self._is_planned(verb) else "past"
        if verb.tag_ in {"VBN", "VBG", "VB"}:
            above = _verb_over(verb.head) if verb.dep_ in {"advcl", "xcomp", "conj", "acl", "prep"} and verb.head.i != verb.i else None
            return self._tense_of(above) if above is not None and above.i != verb.i else "past"
        return _FINITE.get(verb.tag_)  # type: ignore[return-value]  # the table holds tenses only

    def _tense_of_infinitive(self, verb: "Token") -> Tense:
        """ "is due to end", "plans to hold": still to come; "managed to flee", "the last bus to leave": done."""
        above = verb.head
        if verb.dep_ in {"acl", "relcl"} and any(child.lower_ in self._lexicon.ordinals.keys() | _LATEST for child in above.children):
            return "past"
        if above.i == verb.i or self._is_planned(above) or any(child.lemma_ in self._lexicon.planning and child.dep_ == "acomp" for child in above.children):
            return "future"
        return self._tense_of(above) or "past" if above.pos_ in {"VERB", "AUX"} else "future"

    def _is_planned(self, word: "Token") -> bool:
        return word.lemma_.lower() in self._lexicon.planning


def _verb_over(token: "Token") -> "Token | None":
    """The nearest verb at or above a word; a copula counts."""
    for _ in range(_FAR):
        if token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"NN", "NNS", "JJ"} and token.dep_ not in {"amod", "compound", "aux", "auxpass"}:
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None
