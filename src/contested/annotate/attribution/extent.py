"""How far a content reaches: what follows an inserted speaker belongs to it, what goes on from the speaker does not."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from contested.annotate.attribution.draft import indices
from contested.reference.cues import cue_words, speech_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CONTENT_CLAUSES = frozenset({"when", "after", "before", "because", "until", "where", "if", "unless", "since"})
_CONTENT_PREPOSITIONS = frozenset(
    {"with", "including", "despite", "without", "amid", "near", "among", "from", "into", "because", "following", "after", "during"}
)
_CHARGES = frozenset({"for", "as", "with", "to"})
_CIRCUMSTANCES = frozenset({"in", "at", "near", "around", "after", "before", "during", "along", "across", "between", "since", "outside", "inside", "from"})
_HAS = frozenset({"has", "have", "had", "'s", "’s"})


def trailing(verb: "Token", heads: list["Token"]) -> frozenset[int]:
    """What stands behind a speaker and goes on with the clause before him: "The town fell, the mayor said, killing ten"."""
    clause = next((head for head in heads if head.dep_ == "ccomp" and head.i < verb.i), None)
    if clause is None:
        return frozenset()
    return frozenset(i for child in verb.children if child.i > verb.i and _goes_on(child) for i in indices(child.subtree))


def beside_object(verb: "Token", heads: list["Token"]) -> frozenset[int]:
    """Circumstances behind a thing told of that the parse hung on the verb: "reported 31 wounded after shells landed"."""
    thing = heads[-1] if heads and heads[-1].i > verb.i and heads[-1].dep_ in {"dobj", "prep"} and heads[-1].lower_ not in _CHARGES else None
    if thing is None or (thing.dep_ == "prep" and thing.lower_ not in {"of", "about", "at"}):
        return frozenset()
    return frozenset(i for child in verb.children if child.i > thing.i and _is_circumstance(child) for i in indices(child.subtree))


def _is_circumstance(child: "Token") -> bool:
    if child.dep_ == "prep":
        return child.lower_ in _CIRCUMSTANCES and not any(word.lemma_.lower() in cue_words("attribution/occasions") for word in child.subtree)
    return child.dep_ == "advcl" and child.tag_ in _FINITE and any(word.lower_ in {"after", "when"} for word in child.children)


def _goes_on(child: "Token") -> bool:
    doc, first = child.doc, child.left_edge.i
    if first == 0 or doc[first - 1].text not in {",", "-", "–", "—", ":"}:
        return False
    if child.dep_ == "advcl":
        if child.tag_ == "VBG":
            return child.lemma_.lower() not in speech_verbs() and child.lemma_.lower() not in cue_words("attribution/asides")
        return any(word.lower_ in _CONTENT_CLAUSES for word in child.children if word.i < child.i)
    if child.dep_ == "prep":
        return child.lower_ in _CONTENT_PREPOSITIONS and not any(word.lemma_.lower() in cue_words("attribution/occasions") for word in child.subtree)
    if child.dep_ in {"ccomp", "parataxis"}:
        return child.tag_ in _FINITE or any(word.tag_ in _FINITE for word in child.children)
    return child.dep_ in {"appos", "npadvmod", "dobj", "attr"} and child.tag_[:2] == "NN" and child.ent_type_ not in {"DATE", "TIME"} and _is_longer(child)


def _is_longer(noun: "Token") -> bool:
    """An apposition to the whole clause ("its heaviest loss in a day"), not a day or a mere name."""
    return any(child.dep_ in {"det", "poss", "nummod"} for child in noun.children) and noun.right_edge.i > noun.i


def cut_off(verb: "Token", head: "Token") -> Iterator["Token"]:
    """Clauses that the parse hangs on a content and that are the speaker's own doings: "has demanded that they leave, and has sent troops"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"} & _HAS
    for child in head.children:
        if child.dep_ != "conj" or child.i < head.i or any(word.dep_ in {"nsubj", "nsubjpass"} for word in child.children):
            continue
        cc = next((word for word in head.children if word.dep_ == "cc" and word.i < child.i), None)
        if cc is None or cc.i == 0 or head.doc[cc.i - 1].text != ",":
            continue
        has = {word.lower_ for word in child.children if word.dep_ == "aux"} & _HAS
        own = {word.lower_ for word in head.children if word.dep_ == "aux"} & _HAS
        if has and not own and (has == helpers or _disagrees(head, has)):
            yield cc
            yield child


def _disagrees(head: "Token", has: set[str]) -> bool:
    """"Parts of it are lost, and has sent troops": the subject is of another number."""
    subject = next((child for child in head.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject is not None and subject.tag_ in {"NNS", "NNPS"} and "has" in has


def before_semicolon(verb: "Token", heads: list["Token"]) -> list["Token"]:
    """Heads without the clauses that a semicolon parts from the speaker."""
    return [head for head in heads if head.i > verb.i or not any(verb.doc[i].text == ";" for i in range(head.i, verb.i))]
