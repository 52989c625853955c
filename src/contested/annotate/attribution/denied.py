"""Speakers who call a claim false deny what it says, and nobody is left to claim it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from contested.annotate.attribution.draft import Draft, indices
from contested.annotate.attribution.source import sources_of
from contested.annotate.doubt.falsehood import Denial, denials

if TYPE_CHECKING:
    from spacy.tokens import Doc


def with_denials(drafts: list[Draft], doc: "Doc") -> list[Draft]:
    """Drafts in which what is called false is denied: a whole content, or the part of it that holds the denial.

    A claim called false loses its own attribution ("claims that X are false"): what it says is told only to be denied.
    """
    for found in denials(doc):
        if found.modality == "negated":
            judges = any(draft.anchor == found.verb for draft in drafts)
            drafts = [made for draft in drafts for made in _told(draft, found, doc, judges=judges or found.judged)]
            drafts += _judgement(found) if found.judged and not judges else []
    return sorted(drafts, key=lambda draft: draft.anchor.i)


def _judgement(denial: Denial) -> list[Draft]:
    """Who judges a claim false with a verb that is none of speech, or one whose complements the parse lost."""
    verb = denial.verb
    sources = sources_of(verb) if verb is not None else ()
    if verb is None or not sources:
        return []
    content = (_claim(denial) | {denial.cue.i}) - {verb.i}
    return [Draft(anchor=verb, cue=(verb.i,), sources=sources, content=content, stance="denies", because=f"the verb {verb.lemma_!r}")]


def _told(draft: Draft, denial: Denial, doc: "Doc", *, judges: bool) -> Iterable[Draft]:
    if draft.anchor == denial.noun:
        return
    if draft.anchor == denial.verb:
        yield replace(draft, stance="denies", content=draft.content | _claim(denial) - frozenset(draft.cue) - _sources(draft))
        return
    held = draft.content & _words(denial)
    if judges or not any(head.i in held for head in denial.said):
        yield draft
        return
    rest = draft.content - held
    if any(doc[i].tag_[:2] in {"VB", "MD"} for i in rest):
        yield replace(draft, content=rest)
        yield replace(draft, content=held, stance="denies")
    else:
        yield replace(draft, stance="denies")


def _words(denial: Denial) -> frozenset[int]:
    """The claim with what it says, and the clause that calls it false, without what "and" joins to that clause."""
    kept, verb = _claim(denial), denial.verb
    if verb is not None:
        joined = frozenset(i for child in verb.children if child.dep_ in {"conj", "cc"} for i in indices(child.subtree))
        kept |= indices(verb.subtree) - joined
    return kept


def _claim(denial: Denial) -> frozenset[int]:
    kept = frozenset(i for head in denial.said for i in indices(head.subtree))
    return kept | indices(denial.noun.subtree) if denial.noun is not None else kept


def _sources(draft: Draft) -> frozenset[int]:
    return frozenset(i for source in draft.sources for i in indices(source.subtree))
