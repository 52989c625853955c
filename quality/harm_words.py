"""Deaths and injuries as events of their own, as some public sets count them: our claims carry them as counts of the event that caused them."""

import re
from collections.abc import Iterator, Sequence

from contested.records import Claim, Report, Span
from contested.reference.ontology import load_ontology

_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = (("", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("s", ""), ("es", ""), ("ies", "y"), ("ied", "y"), ("lled", "l"))
_CLASSES = {"killed": "dead_word", "injured": "hurt_word", "casualties": "both_word"}


def harm_words(report: Report, claims: Sequence[Claim]) -> Iterator[tuple[Claim, str, Span]]:
    """For each count of dead or hurt the claim, the kind of count and the word for it in its sentence that no claim has as its trigger, each word once."""
    taken = [claim.trigger for claim in claims]
    for claim in claims:
        for count in claim.quantities:
            word = _nearest(report, claim, count.kind, count.span) if count.kind in _CLASSES else None
            if word is not None and not any(word.overlaps(span) for span in taken):
                taken.append(word)
                yield claim, count.kind, word


def _nearest(report: Report, claim: Claim, kind: str, to: Span) -> Span | None:
    found = _WORD.finditer(report.text, claim.sentence.start, claim.sentence.end)
    words = [Span(*match.span()) for match in found if _is_a(match.group().lower(), _CLASSES[kind])]
    return min(words, key=lambda span: max(span.start - to.end, to.start - span.end), default=None)


def _is_a(word: str, word_class: str) -> bool:
    return any(load_ontology().is_a(word[: len(word) - len(ending)] + instead, word_class) for ending, instead in _ENDINGS if word.endswith(ending))
