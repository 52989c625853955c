"""Counted things: how many, of what, with the doubt the words leave."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from contested.annotate.numbers import NumberAt, number_at
from contested.annotate.part import AnnotatorPart
from contested.language.phrases import phrase_tokens
from contested.records import Marks, Quantity, Report, Span
from contested.reference.counting import counting

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HEADS = frozenset({"nummod", "amod", "det", "quantmod", "compound", "nmod", "predet", "advmod"})
_COUNTED = frozenset({"NOUN", "PROPN"})


def quantities_part() -> AnnotatorPart:
    """Marks counts of people and things. Dates, times, ages, measures, money, ordinals and telephone numbers are no counts."""
    return AnnotatorPart(gives="quantities", needs=("sentences", "times"), annotate=_annotate)


def _annotate(report: Report, doc: "Doc", marks: Marks) -> tuple[Quantity, ...]:
    silent = sorted([*(when.span for when in marks.times), *report.furniture])
    found: dict[Span, Quantity] = {}
    for number in _numbers(doc):
        span = Span(doc[number.first].idx, doc[number.last].idx + len(doc[number.last]))
        if any(span.overlaps(other) for other in silent) or _is_no_count(doc, number):
            continue
        quantity = _quantity(report, doc, number)
        if quantity is not None:
            found.setdefault(quantity.span, quantity)
    return tuple(sorted(found.values(), key=lambda quantity: quantity.span))


def _numbers(doc: "Doc") -> Iterator[NumberAt]:
    words = [token.lower_ for token in doc]
    i = 0
    while i < len(words):
        found = number_at(words, i)
        if found is None:
            i += 1
            continue
        yield found
        i = found.last + 1


def _is_no_count(doc: "Doc", number: NumberAt) -> bool:
    """Ages, measures, money, ordinals, years, telephone and road numbers, parts of names."""
    first, core, last = doc[number.first], doc[number.core], doc[number.last]
    after = doc[number.last + 1] if number.last + 1 < len(doc) else None
    before = doc[number.first - 1] if number.first else None
    rules = counting()
    if before is not None and (
        before.text in rules.symbols or before.lower_ in rules.numbered or (before.text in {"-", "–", "/", ":"} and not before.whitespace_)
    ):
        return True
    if after is not None and (after.lower_ in rules.measures or after.text in rules.symbols or (after.text in {":", "/"} and not last.whitespace_)):
        return True
    if after is not None and after.text in {"-", "–"} and not last.whitespace_:
        return True  # "a 32-year-old", "a 20-mile front"
    if core.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"} and not (number.vague and core.ent_type_ != "DATE"):
        return after is None or after.lemma_.lower() not in rules.people or (core.ent_type_ == "DATE" and after.lower_ in rules.spans_of_time)
    year = number.low == number.high and number.low is not None and 1900 <= number.low <= 2100 and core.text.isdigit() and len(core.text) == 4
    if year and (after is None or after.pos_ not in _COUNTED) and not number.hedged:
        return True
    if core.text.isdigit() and (len(core.text) > 7 or (core.text.startswith("0") and len(core.text) > 1)):
        return True
    return first.lower_ in {"one", "a"} and not _counts(doc, number)


def _counts(doc: "Doc", number: NumberAt) -> bool:
    """ "one" counts when it counts people or things: "one soldier", "one of them", "one was killed"; not "the one that", "one day", "no one"."""
    core = doc[number.core]
    if core.lower_ != "one":
        return True
    if number.first and doc[number.first - 1].lower_ in {"the", "this", "that", "no", "any", "every", "each", "some"}:
        return False
    thing = _counted(doc, number)
    if thing is not None:
        return thing.lemma_.lower() not in counting().spans_of_time
    if number.hedged or any(child.dep_ == "prep" and child.lower_ == "of" for child in core.children):
        return True
    return core.head.lemma_.lower() in counting().harm and core.dep_ in {"nsubjpass", "dobj", "nsubj"}


def _quantity(report: Report, doc: "Doc", number: NumberAt) -> Quantity | None:
    thing = _counted(doc, number)
    words = Span(doc[number.first].idx, doc[number.last].idx + len(doc[number.last]))
    low, high = number.low, number.high
    if thing is None:
        if number.low == 0 and number.high == 0 and doc[number.core].lower_ == "no":
            return None
        return Quantity(span=words, number=words, wording=report.words(words), low=low, high=high, unit=None)
    lemma = thing.lemma_.lower()
    rules = counting()
    if lemma in rules.measures or lemma in rules.spans_of_time or thing.lower_ in rules.measures:
        return None
    if low == high == 0 and lemma not in rules.people | rules.toll:
        return None
    first, last = _edges(doc, number, thing)
    span = Span(doc[first].idx, doc[last].idx + len(doc[last]))
    return Quantity(span=span, number=words, wording=report.words(span), low=low, high=high, unit=lemma)


def _edges(doc: "Doc", number: NumberAt, thing: "Token") -> tuple[int, int]:
    """The counted phrase: from the number to the end of what is counted, with its "of" and "from" but no clause."""
    if thing.i < number.first:
        return thing.left_edge.i, number.last
    top = doc[number.core]
    base = top if thing.i > top.i and any(a == top for a in thing.ancestors) else thing
    tokens = [t for t in phrase_tokens(base, keep_apposition=False) if t.i >= number.first]
    last = max([number.last, thing.i, *(t.i for t in tokens)])
    while last > thing.i and doc[last].is_punct:
        last -= 1
    return number.first, last


def _counted(doc: "Doc", number: NumberAt) -> "Token | None":
    """What the number counts: the noun it modifies, the noun behind "of", or the toll word before it ("a death toll of 126")."""
    core = doc[number.core]
    if core.dep_ in _HEADS and core.head.pos_ in _COUNTED and core.head.i > number.last:
        return core.head
    for i in range(number.first, number.last + 1):
        for child in doc[i].children:
            if child.dep_ == "prep" and child.lower_ == "of" and child.i > number.last:
                return next((thing for thing in child.children if thing.dep_ == "pobj"), None)
    if core.dep_ == "pobj" and core.head.lower_ == "of" and core.head.head.lemma_.lower() in counting().toll:
        return core.head.head
    after = doc[number.last + 1] if number.last + 1 < len(doc) else None
    if after is not None and after.i < core.sent.end:
        if after.lemma_.lower() in counting().people or after.lower_ in counting().harmed:
            return None if after.pos_ == "VERB" else after
        if after.pos_ == "ADJ" and after.i + 1 < core.sent.end and doc[after.i + 1].pos_ in _COUNTED and doc[after.i + 1] == after.head:
            return doc[after.i + 1]
        if after.pos_ in _COUNTED and after.dep_ == "compound" and after.head.i - after.i < 4 and after.head.pos_ in _COUNTED:
            return after.head
        if after.pos_ == "NOUN" and after.tag_ == "NNS":
            return after
    return None
