"""Clauses that leave their verb out: "Vell fell on Sunday, Karsk on Monday, Lower Dray by noon" tells of three."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NAMES = frozenset({"PROPN", "NOUN"})
_INSIDE = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM"})
_STOPS = frozenset({".", ";", ":", "!", "?", "(", ")", "-", "–", "—"})
_VERBAL = frozenset({"VERB", "AUX"})
_MOST = 12


def gapped_targets(verb: "Token", first: "Token", *, end: int) -> list["Token"]:
    """The heads of the phrases that stand for `first` in the clauses behind its own, up to the character `end`.

    A clause counts where a comma or "and" goes before it, it has no verb, and words of time or place follow its phrase, as they do in the first clause.
    """
    doc = verb.doc
    found: list[Token] = []
    at, adjunct = _adjunct(doc, max(verb.i, first.i) + 1, end)
    while adjunct and len(found) < _MOST:
        start = _after_joint(doc, at, end)
        if start is None:
            break
        head, after = _phrase(doc, start, end)
        if head is None or head.pos_ not in _NAMES or head.ent_type_ in ("DATE", "TIME"):
            break
        at, adjunct = _adjunct(doc, after, end)
        if adjunct:
            found.append(head)
    return found


def _adjunct(doc: "Doc", at: int, end: int) -> tuple[int, bool]:
    """Past the words of time or place that begin here, to the next comma, "and" or stop; False where there are none, or a verb among them."""
    start = at
    while at < len(doc) and doc[at].idx < end and doc[at].text not in _STOPS and doc[at].text != "," and doc[at].lower_ != "and":
        if doc[at].pos_ in _VERBAL:
            return at, False
        at += 1
    if at == start:
        return at, False
    opens = doc[start]
    return at, opens.pos_ == "ADP" or opens.ent_type_ in ("DATE", "TIME") or opens.lower_ in ("yesterday", "today", "later", "then")


def _after_joint(doc: "Doc", at: int, end: int) -> int | None:
    start = at
    while at < len(doc) and doc[at].idx < end and (doc[at].text == "," or doc[at].lower_ in ("and", "then")):
        at += 1
    return at if at > start and at < len(doc) and doc[at].idx < end else None


def _phrase(doc: "Doc", at: int, end: int) -> tuple["Token | None", int]:
    """The noun phrase that begins here, by its words alone, and what follows it."""
    head = None
    while at < len(doc) and doc[at].idx < end and doc[at].pos_ in _INSIDE and doc[at].ent_type_ not in ("DATE", "TIME"):
        head = doc[at]
        at += 1
    return head, at
