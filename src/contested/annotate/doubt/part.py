"""The part: cues found, their reach followed, and one modality kept for each word."""

from typing import TYPE_CHECKING, Final

from contested.annotate.doubt.aspect import aspect_hits
from contested.annotate.doubt.falsehood import denials
from contested.annotate.doubt.grammar import grammar_hits
from contested.annotate.doubt.hit import Hit
from contested.annotate.doubt.lexical import lexical_hits
from contested.annotate.doubt.reach import spread
from contested.annotate.part import AnnotatorPart
from contested.records import Doubt, Marks, Modality, Report, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_RANK: Final[dict[Modality, int]] = {"negated": 0, "possible": 1, "planned": 2, "ongoing": 3, "actual": 4}

# Names, numbers, pronouns that own, and most punctuation: half of all words, passed over for speed.
_NEVER_CUES = frozenset({"NNP", "NNPS", "PRP", "PRP$", "CC", "CD", "POS", "_SP", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "$"})


def doubt_part() -> AnnotatorPart:
    """Marks the cues that make predicates other than plainly true; every predicate word stands under one cue at most."""
    return AnnotatorPart(gives="doubts", needs=("sentences",), annotate=_annotate)


def _annotate(_: Report, doc: "Doc", __: Marks) -> tuple[Doubt, ...]:
    ruling: dict[int, tuple[int, int, Modality]] = {}
    hits = _hits(doc)
    for number, hit in enumerate(hits):
        for target in hit.targets:
            for i, modality in spread(target, hit.modality).items():
                rank = (_RANK[modality], number, modality)
                if i != hit.cue.i and (i not in ruling or rank[:2] < ruling[i][:2]):
                    ruling[i] = rank
    over: dict[tuple[int, Modality], list[int]] = {}
    for i, (_rank, number, modality) in ruling.items():
        over.setdefault((number, modality), []).append(i)
    doubts = [
        Doubt(
            cue=Span(hits[number].cue.idx, hits[number].cue.idx + len(hits[number].cue)),
            over=tuple(Span(doc[i].idx, doc[i].idx + len(doc[i])) for i in sorted(words)),
            modality=modality,
            because=hits[number].because,
        )
        for (number, modality), words in over.items()
    ]
    return tuple(sorted(doubts, key=lambda doubt: (doubt.cue, doubt.over)))


def _hits(doc: "Doc") -> list[Hit]:
    hits: list[Hit] = []
    for token in doc:
        tag = token.tag_
        if tag in _NEVER_CUES:
            continue
        hits.extend(grammar_hits(token))
        if tag[:2] in {"VB", "NN"}:
            hits.extend(aspect_hits(token))
        if tag[:2] in {"VB", "NN", "JJ", "RB", "IN"}:
            hits.extend(lexical_hits(token))
    hits.extend(Hit(cue=found.cue, targets=found.said, modality=found.modality, because=f"{found.cue.lower_!r} denies it") for found in denials(doc))
    return hits
