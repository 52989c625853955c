"""What is called false: "reports that the town fell are false", "the lie that ...", "there is no truth in ..."."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from contested.annotate.doubt.claimed import antecedent, claimed, is_claim
from contested.records import Modality
from contested.reference.cues import cue_words, speech_verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_COPULAS = frozenset({"be", "prove", "turn", "remain"})
_OPEN = frozenset({"may", "might", "could"})
_TRUE = frozenset({"true", "accurate", "correct"})
_GROUNDS = frozenset({"truth", "basis", "substance", "foundation", "reality", "facts"})
_HELD = frozenset({"have", "correspond", "match", "reflect", "hold"})
_EMPTY = frozenset({"nothing", "none"})
_JUDGED_RIGHT = frozenset({"wrong"})  # "it is wrong that they were killed" denies no killing
_DEEP = 6
_NEUTER = frozenset({"it", "this", "that"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """`said` the heads of what is denied, `noun` the claim or report that says it (None: said by a clause), `verb` who judges it false.

    `verb` is the predicate ("are" of "are false") or the verb that passes the judgement ("dismissed as false"); None inside a phrase ("the lie that").
    `judged`: the verb passes a judgement, so that its subject is who denies.
    """

    cue: "Token"
    said: tuple["Token", ...]
    noun: "Token | None"
    verb: "Token | None"
    modality: Modality
    judged: bool = False


def denials(doc: "Doc") -> Iterator[Denial]:
    """Every denial of a claim in a text, in order of the cue."""
    words = _denying_words()
    for token in doc:
        if token.lower_ in words:
            yield from _denial(token)


@cache
def _denying_words() -> frozenset[str]:
    return cue_words("doubt/untruths") | cue_words("doubt/falsehoods") | _TRUE | _GROUNDS


def _denial(token: "Token") -> Iterator[Denial]:
    """What the word at `token` calls false; nothing where it describes something that nobody said."""
    lower = token.lower_
    if lower in cue_words("doubt/untruths") and (token.tag_[:2] == "NN" or token.dep_ == "dobj") and (inside := claimed(token)):
        yield Denial(cue=token, said=inside, noun=token, verb=None, modality="negated")
    elif lower in cue_words("doubt/falsehoods"):
        yield from _false(token)
    elif lower in _TRUE and token.dep_ in {"acomp", "oprd"} and _is_negated(token.head):
        yield from _predicated(token, token.head)
    elif lower in _GROUNDS:
        yield from _groundless(token)


def _false(token: "Token") -> Iterator[Denial]:
    head = token.head
    if token.dep_ == "amod" and head.tag_[:2] == "NN":
        if said := claimed(head):
            verb = _passing(head)
            yield Denial(cue=token, said=said, noun=head, verb=verb, modality="negated", judged=verb is not None)
        elif head.lower_ not in cue_words("doubt/claim_nouns"):
            return
        else:
            head = head.head
    judging = _judging(token)
    if judging is not None:
        yield from _judged(token, judging)
        return
    predicate = _predicate(token)
    if predicate is not None and not _is_negated(predicate):
        yield from _predicated(token, predicate)


def _predicate(token: "Token") -> "Token | None":
    """The copula, or the participle itself, whose subject `token` calls false."""
    head = token.head
    if token.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in token.children):
        return token
    if token.dep_ == "pobj" and head.lower_ == "but" and head.head.lower_ in _EMPTY:
        head = head.head.head
    elif token.dep_ not in {"acomp", "attr", "oprd"}:
        return None
    return head if head.lemma_.lower() in _COPULAS else None


def _predicated(token: "Token", predicate: "Token") -> Iterator[Denial]:
    top = predicate
    while top.dep_ == "xcomp" and top.head.lemma_.lower() in _COPULAS:
        top = top.head
    modal = any(child.tag_ == "MD" and child.lower_ in _OPEN for child in top.children)
    modality: Modality = "possible" if modal else "negated"
    noun, said = _called(top, token)
    if said and not _is_denied(top):
        yield Denial(cue=token, said=said, noun=noun, verb=top, modality=modality)


def _called(verb: "Token", cue: "Token") -> tuple["Token | None", tuple["Token", ...]]:
    """(the claim, what it says) that is the subject of a verb, behind pronouns, or the clause of "it is false that"."""
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    if subject is None:
        if verb.dep_ in {"acl", "relcl"}:
            return verb.head, claimed(verb.head)
        behind = verb.head if verb.dep_ == "ccomp" and verb.head.i < verb.i and verb.head.left_edge.lower_ == "that" else None
        return None, (behind,) if behind is not None else ()
    if subject.dep_ == "csubj":
        return None, (subject,)
    if subject.lower_ == "it" and cue.lower_ not in _JUDGED_RIGHT:
        clauses = tuple(
            child for holder in (verb, cue) for child in holder.children if child.dep_ == "ccomp" and child.i > cue.i and child.left_edge.lower_ == "that"
        )
        if clauses:
            return None, clauses
    if subject.lower_ in {"which", "that"} and verb.dep_ == "relcl":
        subject = verb.head
    noun = antecedent(subject, singular=subject.lower_ in _NEUTER) if subject.tag_ in {"PRP", "DT"} else subject
    return noun, claimed(noun) if noun is not None else ()


def _judging(token: "Token") -> "Token | None":
    """The verb of "dismissed as false", "called it a lie"."""
    head = token.head
    if head.lower_ == "as" and head.head.tag_[:2] == "VB":
        return head.head
    if token.dep_ == "oprd" and head.tag_[:2] == "VB" and head.lemma_.lower() not in _COPULAS:
        held = head.dep_ in {"acl", "relcl"} and is_claim(head.head) and head.head.head.tag_[:2] == "VB"
        return head.head.head if held else head
    return None


def _judged(token: "Token", verb: "Token") -> Iterator[Denial]:
    if _is_negated(verb):
        return
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubjpass", "oprd"} and child != token:
            noun = _told_of(verb) if child.lower_ in {"which", "that"} and verb.dep_ == "relcl" else child
            if said := claimed(noun):
                yield Denial(cue=token, said=said, noun=noun, verb=verb, modality="negated", judged=True)
                return


def _told_of(verb: "Token") -> "Token":
    """The claim that a relative clause is about, where the parse hangs the clause on a word of what it says."""
    noun = verb.head
    for _ in range(_DEEP):
        if is_claim(noun) or noun.head == noun:
            break
        noun = noun.head
    return noun


def _passing(noun: "Token") -> "Token | None":
    """The verb of "rejected as false claims that ...", where the claims seem to hang on "as"."""
    preposition = noun.head
    return preposition.head if noun.dep_ == "pobj" and preposition.lower_ == "as" and preposition.head.tag_[:2] == "VB" else None


def _groundless(token: "Token") -> Iterator[Denial]:
    """"There is no truth in reports that ...", "the claims have no basis", "the claims do not correspond to the truth"."""
    head = token.head
    above = head.head if token.dep_ == "pobj" else head
    if not any(child.lower_ in {"no", "little"} for child in token.children) and not _is_negated(above):
        return
    if above.lemma_.lower() in _HELD:
        yield from _predicated(token, above)
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in {"in", "to", "behind", "for"}:
            for noun in child.children:
                if noun.dep_ == "pobj" and (said := claimed(noun)):
                    yield Denial(cue=token, said=said, noun=noun, verb=token.head, modality="negated")


def _is_denied(verb: "Token") -> bool:
    """Under a "deny" or a "not": who denies that reports are false does not call them so."""
    above = verb.head
    if verb.dep_ != "ccomp":
        return False
    speech = speech_verbs().get(above.lemma_.lower())
    return _is_negated(above) or (speech is not None and speech.stance == "denies")


def _is_negated(verb: "Token") -> bool:
    return any(child.dep_ == "neg" for child in verb.children)
