"""From words of the parse to spans of the text: the phrase a careful reader would mark."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from contested.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis", "conj", "cc", "preconj", "punct", "dep"})


def span_of(tokens: Iterable["Token"]) -> Span:
    """The span from the first to the last of some tokens."""
    listed = list(tokens)
    first, last = min(listed, key=lambda t: t.i), max(listed, key=lambda t: t.i)
    return Span(first.idx, last.idx + len(last))


def noun_phrase(head: "Token", *, keep_apposition: bool = True) -> Span:
    """The full noun phrase of a head without a trailing clause and without what is joined to it by "and".

    "some 15 of the nurses | and a driver | who fled" with head "15" gives "some 15 of the nurses".
    """
    return span_of(phrase_tokens(head, keep_apposition=keep_apposition))


def phrase_tokens(head: "Token", *, keep_apposition: bool = True) -> list["Token"]:
    """The tokens of `noun_phrase`, in order, as one unbroken run."""
    kept = [head]
    stack = [head]
    while stack:
        token = stack.pop()
        for child in token.children:
            outside = child.dep_ in _CLAUSES or child.is_space or (child.dep_ == "appos" and not keep_apposition)
            if outside and not (child.dep_ in {"acl", "conj", "cc"} and child.i < token.i):
                continue
            if child.dep_ == "prep" and token is head and child.lower_ in {"after", "before", "since", "during", "amid"}:
                continue
            kept.append(child)
            stack.append(child)
    kept.sort(key=lambda t: t.i)
    low, high = head.i, head.i
    present = {t.i for t in kept}
    while low - 1 in present or (low - 2 in present and _joins(head.doc, low - 1)):
        low -= 1
    while high + 1 in present or (high + 2 in present and _joins(head.doc, high + 1)):
        high += 1
    return list(head.doc[low : high + 1])


def _joins(doc: "Doc", i: int) -> bool:
    """A comma, hyphen, quotation mark or slash inside a phrase belongs to it."""
    return doc[i].is_punct and not doc[i].is_sent_start and doc[i].text not in {".", ";", ":", "!", "?"}


def conjuncts(head: "Token") -> list["Token"]:
    """A head and what is joined to it by "and", "or" or a comma, in order."""
    return sorted([head, *head.conjuncts], key=lambda t: t.i)
