"""Speakers set off by a colon or a dash: "Police: three killed", "Three killed - police", "HOST: ...", "The mayor: “We hold on.”"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from contested.annotate.attribution.draft import Draft, indices
from contested.reference.cues import cue_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DASHES = frozenset({"-", "--", "–", "—"})
_LABEL = 6
_BESIDE = 9
_VERBS = frozenset({"VB", "MD"})
_QUOTES = frozenset({'"', "“", "„", "«", "``", "''"})


def label_drafts(doc: "Doc") -> Iterator[Draft]:
    """One draft for every colon or dash that parts a speaker from what he says, in order."""
    staff = _staff(doc)
    for sentence in doc.sents:
        words = [word for word in sentence if not word.is_space]
        marks = [word for word in words if word.text == ":" or word.text in _DASHES]
        if len(words) >= 3 and marks:
            yield from (draft for draft in _labelled(doc, words, marks) if not any(word.lower_ in staff for word in draft.sources))


def _staff(doc: "Doc") -> frozenset[str]:
    """The outlet's own people, whom an interview introduces: "our correspondent in Tarsk, Mara Voss"."""
    near = (doc[max(0, token.i - _BESIDE) : token.i + _BESIDE] for token in doc if token.lemma_.lower() in {"correspondent", "reporter"})
    return frozenset(word.lower_ for words in near for word in words if word.tag_[:3] == "NNP")


def _labelled(doc: "Doc", words: list["Token"], marks: list["Token"]) -> Iterator[Draft]:
    colons = [mark for mark in marks if mark.text == ":"]
    closed = words[-1].text in {".", "!", "?", ":", "”", '"', "»", "''"}
    if colons:
        before, after = [w for w in words if w.i < colons[0].i], [w for w in words if w.i > colons[0].i]
        if before and _is_transcript(before):
            yield from _transcript(doc, colons[0], before)
            return
        if _is_label(before, after) and (not closed or _is_person(before) or (after and after[0].text in _QUOTES)):
            yield _draft(colons[0], before, indices(after))
            return
        if not closed and len(colons) == 1 and _is_label(after, before):
            yield _draft(colons[0], after, indices(before))
            return
    last = marks[-1]
    if not closed and last.text in _DASHES and last.i > words[0].i and doc[last.i - 1].whitespace_ and last.whitespace_:
        before, after = [w for w in words if w.i < last.i], [w for w in words if w.i > last.i]
        if _is_label(after, before):
            yield _draft(last, after, indices(before))


def _is_label(label: list["Token"], said: list["Token"]) -> bool:
    """A few words that name somebody who may speak, beside more words with a verb."""
    quoted = bool(said) and said[0].text in _QUOTES
    longest = 2 * _LABEL if quoted else min(_LABEL, len(said) - 1)
    if not 0 < len(label) <= longest or not any(word.tag_[:2] in _VERBS for word in said):
        return False
    if any(word.tag_ in {"VBD", "VBZ", "VBP", "MD", "CD"} or (word.tag_ == "IN" and not quoted) for word in label):
        return False
    head = _head(label)
    listed = any(head.lower_ in cue_words(f"attribution/{name}") for name in ("labels", "media", "bodies"))
    return listed or head.ent_type_ in {"PERSON", "ORG", "NORP"} or head.lemma_.lower() in cue_words("attribution/roles")


def _is_person(label: list["Token"]) -> bool:
    head = _head(label)
    return head.ent_type_ == "PERSON" or head.lemma_.lower() in cue_words("attribution/roles")


def _head(label: list["Token"]) -> "Token":
    doc = label[0].doc
    nouns = [word for word in label if word.tag_[:2] in {"NN", "PR"}]
    root = doc[label[0].i : label[-1].i + 1].root
    return root if root.tag_[:2] == "NN" or not nouns else nouns[-1]


def _draft(mark: "Token", label: list["Token"], content: frozenset[int]) -> Draft:
    phrase = range(label[0].i, label[-1].i + 1)
    because = f"{mark.text!r} sets the speaker off"
    return Draft(anchor=mark, cue=(mark.i,), sources=(_head(label),), content=content, stance="says", because=because, phrase=phrase)


def _is_transcript(label: list["Token"]) -> bool:
    """"FATHER ORLIN:", at the head of a line."""
    first = label[0]
    opens = first.i == 0 or "\n" in first.doc[first.i - 1].text
    return opens and len(label) <= 4 and all(word.text.isupper() or word.text == "." for word in label) and sum(len(word) for word in label) > 3


def _transcript(doc: "Doc", colon: "Token", label: list["Token"]) -> Iterator[Draft]:
    """All that is said up to the end of the paragraph, unless the outlet's own people speak."""
    if any(word.lower_ in cue_words("attribution/hosts") for word in label):
        return
    end = colon.i + 1
    while end < len(doc) and not (doc[end].is_space and "\n" in doc[end].text):
        end += 1
    content = frozenset(range(colon.i + 1, end))
    if content:
        yield _draft(colon, label, content)
