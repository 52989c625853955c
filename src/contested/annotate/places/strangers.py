"""Names that the gazetteer does not know: runs of capitalised words that could be places."""

from typing import TYPE_CHECKING

from contested.annotate.places.beside import kind_beside
from contested.annotate.places.cues import Cues
from contested.annotate.places.mention import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_JOINTS = frozenset({"-", "'", "’"})
_INNER = frozenset({"al", "el", "ad", "as", "ash", "ar", "az", "de", "del", "la", "i", "e", "bin"})
_SHORTEST, _LONGEST = 4, 5  # letters; words


def find_strangers(text: str, doc: "Doc", *, taken: frozenset[int] | set[int], cues: Cues) -> list[Mention]:
    """Left to right; none of an acronym, an everyday word, or one that opens its sentence and is no name elsewhere."""
    found: list[Mention] = []
    i = 0
    while i < len(doc):
        if i in taken or not _is_name(doc[i], text):
            i += 1
            continue
        end = i + 1
        while end < len(doc) and end not in taken and not doc[end].is_sent_start and _goes_on(doc, end, taken, text):
            end += 1
        if end < len(doc) and end not in taken and doc[end].lower_ in cues.types["facility"] | cues.types["road"] and doc[end - 1].whitespace_:
            end += 1  # "Norvale church"
        words = doc[i:end].text
        if _could_be(doc, i, end, words, cues):
            mention = Mention(words=words, first=i, last=end - 1, entries=())
            found.append(Mention(words=words, first=i, last=end - 1, entries=(), kind=kind_beside(doc, mention, cues)))
        i = end
    return found


def _is_name(token: "Token", text: str) -> bool:
    return text[token.idx].isupper() and token.text[0].isupper() and token.pos_ in {"PROPN", "NOUN", "ADJ", "X"}


def _goes_on(doc: "Doc", at: int, taken: frozenset[int] | set[int], text: str) -> bool:
    token = doc[at]
    if text[token.idx].isupper() and token.text[0].isupper():
        return True
    follows = at + 1 < len(doc) and at + 1 not in taken and text[doc[at + 1].idx].isupper()
    return follows and (token.lower_ in _INNER or (token.text in _JOINTS and not doc[at - 1].whitespace_ and not token.whitespace_))


def _could_be(doc: "Doc", first: int, end: int, words: str, cues: Cues) -> bool:
    if len(words) < _SHORTEST or end - first > 2 * _LONGEST or (words.isupper() and " " not in words and len(words) <= 5):
        return False
    if words.lower() in cues.common | cues.never:
        return False
    opens = doc[first].is_sent_start and end - first == 1
    return not opens or doc[first].pos_ == "PROPN"
