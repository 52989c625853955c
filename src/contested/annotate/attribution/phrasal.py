"""Attribution without a verb of speech: "according to", "as officials said", "the claim that", "reportedly"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from contested.annotate.attribution.bearers import bearer, is_figure
from contested.annotate.attribution.draft import Draft, indices
from contested.annotate.attribution.source import joint, sources_of
from contested.reference.cues import cue_words, speech_nouns, speech_verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CIRCUMSTANCE = frozenset({"as", "while", "after", "before", "when", "since"})
_CUE_TAGS = frozenset({"VB", "NN", "RB", "IN", "JJ"})
_UTTERS = frozenset({"express", "voice", "issue", "make", "repeat", "deliver", "publish", "raise", "release", "give", "send", "share"})


def phrasal_drafts(doc: "Doc") -> Iterator[Draft]:
    """One draft for every phrase that attributes, in order of the words."""
    adverbs, nouns = cue_words("attribution/adverbs"), speech_nouns()
    for token in doc:
        tag = token.tag_
        if tag[:2] not in _CUE_TAGS:
            continue
        lower = token.lower_
        if lower == "according":
            yield from _according(token)
        elif lower in adverbs:
            yield from _adverb(token)
        elif lower == "citing" or (lower == "quoting" and tag == "VBG"):
            yield from _citing(token)
        elif tag[:2] == "NN" and (noun := nouns.get(token.lemma_.lower())) is not None and noun.word:
            yield from _noun(token)
        elif tag[:2] == "VB" and token.dep_ == "advcl" and token.lemma_.lower() in speech_verbs():
            yield from _as_said(token)


def _according(token: "Token") -> Iterator[Draft]:
    to = next((word for word in token.rights if word.lower_ == "to"), None)
    if to is None:
        following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
        to = following if following is not None and following.lower_ == "to" else None
    source = next((word for word in to.children if word.dep_ in {"pobj", "pcomp"}), None) if to is not None else None
    if to is None or source is None or source.lemma_.lower() in cue_words("attribution/unspoken"):
        return
    own = indices(token.subtree) | indices(to.subtree)
    content = _clause_around(token, own)
    if content:
        sources = () if _is_nobodys(source) else joint(source)
        yield Draft(anchor=token, cue=(token.i, to.i), sources=sources, content=content, stance="says", because="'according to'")


def _is_nobodys(source: "Token") -> bool:
    """"According to estimates": numbers of which nothing says whose they are."""
    return is_figure(source) and bearer(source) == source and not any(child.dep_ in {"amod", "compound", "poss", "prep"} for child in source.children)


def _clause_around(token: "Token", own: frozenset[int]) -> frozenset[int]:
    """The clause that a phrase is set into: the whole sentence where it opens or closes one, else the clause it hangs on.

    A circumstance put in front of the sentence is not what somebody behind it says ("As troops fled, Norvale fell, according to X").
    """
    sentence = token.sent
    inner = [word.i for word in sentence if not (word.is_punct or word.is_space)]
    at_edge = bool(inner) and (inner[0] in own or inner[-1] in own)
    head = sentence.root if at_edge else token.head
    while head.tag_[:2] not in {"VB", "MD"} and head.head != head:
        head = head.head
    if head.i in own:
        return frozenset(word.i for word in sentence if word.i not in own)
    kept = indices(head.subtree) - own
    if inner[-1] in own:
        for child in head.children:
            if child.dep_ == "advcl" and child.i < head.i and any(word.dep_ in {"mark", "advmod"} and word.lower_ in _CIRCUMSTANCE for word in child.children):
                kept -= indices(child.subtree)
    return kept


def _adverb(token: "Token") -> Iterator[Draft]:
    head = token.head
    if head != token and head.dep_ != "punct":
        content = indices(head.subtree) - {token.i}
        yield Draft(anchor=token, cue=(token.i,), sources=(), content=content, stance="claims", because=f"the adverb {token.lower_!r}")


def _citing(token: "Token") -> Iterator[Draft]:
    """"State radio reported the town's fall, citing a soldier": the soldier says what the governing clause says."""
    if any(child.dep_ == "prep" and child.lower_ == "as" for child in token.children) or token.head == token:
        return
    source = next((child for child in token.children if child.dep_ == "dobj"), None)
    if source is None:
        return
    own = indices(token.subtree)
    clauses = [child for child in token.head.children if child.dep_ == "ccomp" and token.head.lemma_.lower() in speech_verbs()]
    content = frozenset(i for clause in clauses for i in indices(clause.subtree)) or indices(token.head.subtree)
    yield Draft(anchor=token, cue=(token.i,), sources=joint(source), content=content - own, stance="says", because=f"the word {token.lower_!r}")


def _noun(token: "Token") -> Iterator[Draft]:
    """"The army's claim that ...", "reports of ...", "allegations by villagers that ..."."""
    if any(child.lower_ in {"no", "any"} for child in token.children):
        return
    owners = [child for child in token.children if child.dep_ == "poss"]
    bys = [child for child in token.children if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}]
    owners += [word for by in bys for word in by.children if word.dep_ == "pobj"]
    if not owners and token.dep_ == "dobj" and token.head.lemma_.lower() in _UTTERS:
        owners += sources_of(token.head)[:1]
    clauses = [child for child in token.children if child.i > token.i and child.dep_ in {"acl", "ccomp", "relcl"} and _is_that(child)]
    things = [child for child in token.children if child.dep_ == "prep" and child.lower_ == "of" and child.i > token.i]
    content = frozenset(i for head in clauses or things for i in indices(head.subtree))
    if not clauses:
        content -= {head.i for head in things}
    for owner in owners:
        content -= indices(owner.subtree) if owner.i > token.i else frozenset()
    if content and (clauses or speech_nouns()[token.lemma_.lower()].stance != "says" or token.lemma_ in {"report", "rumour", "rumor"}):
        sources = joint(owners[0]) if owners else ()
        stance = speech_nouns()[token.lemma_.lower()].stance
        yield Draft(anchor=token, cue=(token.i,), sources=sources, content=content, stance=stance, because=f"the noun {token.lemma_!r}")


def _is_that(clause: "Token") -> bool:
    return any(word.dep_ == "mark" and word.lower_ == "that" for word in clause.children)


def _as_said(token: "Token") -> Iterator[Draft]:
    """"As officials said, the town had fallen"."""
    children = list(token.children)
    mark = next((word for word in children if word.dep_ in {"mark", "advmod"} and word.lower_ == "as"), None)
    subject = next((word for word in children if word.dep_ in {"nsubj", "nsubjpass"}), None)
    by = next((word for child in children if child.dep_ == "agent" for word in child.children if word.dep_ == "pobj"), None)
    if mark is None or mark.i > token.i or token.i - mark.i > 8 or any(word.dep_ in {"ccomp", "xcomp", "dobj"} for word in children):
        return
    source = by or (subject if subject is not None and subject.dep_ == "nsubj" else None)
    if source is None:
        return
    own = indices(token.subtree)
    content = indices(token.head.subtree) - own
    if content:
        yield Draft(anchor=token, cue=(token.i,), sources=joint(source), content=content, stance="says", because=f"'as ... {token.lower_}'")
