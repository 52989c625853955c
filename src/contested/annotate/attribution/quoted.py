"""Quotations find their speaker: inside a speech verb's content, beside one that has none, or going on from the sentence before."""

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from contested.annotate.attribution.draft import Draft, indices
from contested.annotate.attribution.source import beside, joint, sources_of
from contested.records import Spans
from contested.reference.cues import cue_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NEAR = 14


def with_quotations(drafts: list[Draft], doc: "Doc", quotations: Spans) -> list[Draft]:
    """Drafts (sorted by anchor) whose contents take in the quotations they speak; open drafts that found none are dropped."""
    starts = [token.idx for token in doc]
    last: int | None = None
    own_words: list[Draft] = []
    for quotation in quotations:
        region = range(bisect_left(starts, quotation.start), bisect_left(starts, quotation.end))
        if not region:
            continue
        owner = _owner(drafts, doc, region, last)
        if owner is None:
            worded = _worded(doc, region)
            own_words += [worded] if worded is not None else []
        else:
            draft = drafts[owner]
            lost = draft.anchor.tag_[:2] == "VB" and all(source.i in region for source in draft.sources)
            sources = beside(draft.cue, draft.anchor, region) if lost else draft.sources
            drafts[owner] = replace(draft, content=draft.content | (frozenset(region) - frozenset(draft.cue)), sources=sources, open=False)
            last = owner
    return sorted([draft for draft in drafts if not draft.open] + own_words, key=_place)


def within(doc: "Doc", quotations: Spans) -> frozenset[int]:
    """The tokens that stand inside quotation marks."""
    starts = [token.idx for token in doc]
    return frozenset(i for span in quotations for i in range(bisect_left(starts, span.start), bisect_left(starts, span.end)))


def _worded(doc: "Doc", region: range) -> Draft | None:
    """Words in quotation marks that complete a verb which is none of speech are the subject's words: "she hailed “a night of liberation”"."""
    inside = doc[region[0] : region[-1] + 1]
    words = [word for word in inside if word.is_alpha]
    if len(words) < 3 or sum(word.is_lower for word in words) < len(words) - 1:
        return None
    piece = top = inside.root
    while top.head != top and (top.i in region or top.tag_[:2] != "VB"):
        piece, top = top, top.head
    if top.i in region or top.tag_[:2] != "VB" or piece.dep_ in {"nsubj", "nsubjpass", "relcl"}:
        return None
    subject = next((child for child in top.children if child.dep_ == "nsubj"), None) or (next(iter(sources_of(top)), None) if top.tag_ == "VBG" else None)
    if subject is None or subject.i in region or not _may_speak(subject):
        return None
    complements = [child for child in top.children if child.dep_ in {"dobj", "prep", piece.dep_} and child.i > top.i]
    content = indices(word for child in complements for word in child.subtree) | frozenset(region)
    return Draft(anchor=top, cue=(top.i,), sources=joint(subject), content=content, stance="says", because="words in quotation marks")


def _may_speak(subject: "Token") -> bool:
    """A person, a body with a name, or a role."""
    if subject.lower_ in {"he", "she", "they"} or subject.tag_[:3] == "NNP":
        return True
    return subject.lemma_.lower() in cue_words("attribution/roles")


def _owner(drafts: list[Draft], doc: "Doc", region: range, last: int | None) -> int | None:
    """Which draft speaks a quotation, None where nobody is said to."""
    first, final = doc[region[0]].sent.start, doc[region[-1]].sent.end
    near = range(bisect_left(drafts, first - _NEAR, key=_place), bisect_left(drafts, final + _NEAR, key=_place))
    outside = [i for i in near if drafts[i].anchor.i not in region]
    said = [(len(drafts[i].content & set(region)), -len(drafts[i].content), i) for i in outside if drafts[i].content & set(region)]
    if said:
        return max(said)[2]
    beside = [(gap, i) for i in outside if (gap := _gap(drafts[i], region, doc)) is not None]
    if beside:
        return min(beside)[1]
    if last is not None and _goes_on(drafts[last], doc, region):
        return last
    return None


def _place(draft: Draft) -> int:
    return draft.anchor.i


def _gap(draft: Draft, region: range, doc: "Doc") -> int | None:
    """Words between a speech verb (with its speaker) and a quotation, None where another sentence or too many words stand between."""
    if draft.anchor.tag_[:2] != "VB" or not (draft.sources or beside(draft.cue, draft.anchor, region)):
        return None
    own = set(draft.cue).union(*(indices(source.subtree) for source in draft.sources), draft.content) - set(region)
    before, after = [i for i in own if i < region[0]], [i for i in own if i > region[-1]]
    gaps = []
    if before and draft.anchor.i < region[0] and _may_introduce(draft, doc[region[0]]):
        gaps.append(doc[max(before) + 1 : region[0]])
    if after and draft.anchor.i > region[-1] and (draft.anchor.sent == doc[region[-1]].sent or _comes_after(draft, doc, region[-1] + 1)):
        gaps.append(doc[region[-1] + 1 : min(after)])
    allowed = 0 if not draft.open else _NEAR if _is_speech(doc, region) else 2
    counted = [sum(not (word.is_punct or word.is_space) for word in gap) for gap in gaps]
    return min((count for count in counted if count <= allowed), default=None)


def _may_introduce(draft: Draft, opening: "Token") -> bool:
    """In one sentence with the quotation's beginning, or in the one before it and closed by a colon."""
    if draft.anchor.sent == opening.sent:
        return True
    words = [word for word in draft.anchor.sent if not word.is_space]
    return draft.open and words[-1].text == ":" and draft.anchor.sent.end == opening.sent.start


def _comes_after(draft: Draft, doc: "Doc", i: int) -> bool:
    """A sentence of its own that says only who spoke: "“They left!” she said on Monday."."""
    while i < len(doc) and doc[i].is_space:
        i += 1
    start = draft.anchor.sent.start
    if not draft.open or i != start or "\n" in doc[max(0, i - 1)].text:
        return False
    return not any(word.tag_ in {"VBD", "VBZ", "VBP"} for word in draft.anchor.sent if word != draft.anchor)


def _is_speech(doc: "Doc", region: range) -> bool:
    """A clause or more, where a title or a word in quotation marks is neither."""
    return len(region) > 5 and any(doc[i].tag_[:2] in {"VB", "MD"} for i in region)


def _goes_on(draft: Draft, doc: "Doc", region: range) -> bool:
    """A quotation that opens the next sentence, after one of the same speaker, and is that sentence."""
    opening = doc[region[0]]
    sentence = opening.sent
    if opening.i > sentence.start + 1:
        return False
    rest = [doc[i] for i in range(region[-1] + 1, doc[region[-1]].sent.end)]
    if sum(not (word.is_punct or word.is_space) for word in rest) > 0:
        return False
    spoken = max(draft.content | frozenset(draft.cue) | frozenset(source.right_edge.i for source in draft.sources))
    if region[0] - spoken > 4 * _NEAR:
        return False
    gap = [word for word in doc[spoken + 1 : region[0]] if not (word.is_punct or word.is_space)]
    return len(gap) <= _NEAR and all(word.sent.start == doc[spoken].sent.start for word in gap)
