"""Words that doubt by their meaning: plan, fear, failed, threat of, likely."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from contested.annotate.doubt.hit import Hit
from contested.annotate.doubt.reach import is_infinitive
from contested.records import Modality
from contested.reference.cues import DoubtCue, cue_words, doubt_cues

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERB_PREPOSITIONS = frozenset({"of", "from", "for", "about", "against"})
_NOUN_PREPOSITIONS = frozenset({"of", "for", "about", "at", "on", "in", "over"})
_FLIPPED: dict[Modality, Modality] = {"negated": "possible"}


def lexical_hits(token: "Token") -> Iterator[Hit]:
    """What a cue word at `token` governs."""
    lemma, tag = token.lemma_.lower(), token.tag_
    cue = _cue(token, lemma, tag)
    if cue is None:
        return
    targets = tuple(_targets(token, cue))
    if targets:
        negated = cue.modality == "negated" and any(child.dep_ == "neg" for child in token.children)
        modality = _FLIPPED[cue.modality] if negated else cue.modality
        yield Hit(cue=token, targets=targets, modality=modality, because=f"{'not ' if negated else ''}{lemma!r} makes it {modality}")


def _cue(token: "Token", lemma: str, tag: str) -> DoubtCue | None:
    cues = doubt_cues()
    if token.lower_ == "called" and token.i >= 2 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "so":
        return cues.get(("so-called", "adjective"))
    if token.dep_ == "amod" and tag[:2] in {"JJ", "VB"}:
        return cues.get((token.lower_, "adjective"))
    if tag[:2] == "VB":
        particle = next((child.lower_ for child in token.children if child.dep_ == "prt"), None)
        if particle is not None:
            return cues.get((f"{lemma} {particle}", "verb"))
        verb = cues.get((lemma, "verb")) or cues.get((token.lower_, "verb"))
        return verb or (cues.get((token.lower_, "adjective")) if token.dep_ in {"acomp", "ROOT", "acl"} else None)
    if tag[:2] == "NN":
        return None if token.dep_ == "pobj" and token.i and token.nbor(-1).lower_ == "in" and lemma == "order" else cues.get((lemma, "noun"))
    if tag[:2] == "JJ":
        return cues.get((token.lower_, "adjective")) or (cues.get((token.lower_, "adverb")) if token.dep_ == "advmod" else None)
    if tag[:2] in {"RB", "IN"}:
        return cues.get((token.lower_, "adverb")) or (cues.get((token.lower_, "adjective")) if token.dep_ in {"acomp", "prep"} else None)
    return None


def _targets(token: "Token", cue: DoubtCue) -> Iterator["Token"]:
    for reach in cue.reaches:
        match reach:
            case "clause":
                yield from _clauses(token, finite=True)
            case "infinitive":
                yield from _clauses(token, finite=False)
            case "object":
                yield from _objects(token)
            case "report":
                yield from (word for noun in _nouns(token) for word in _passed_on(noun))
            case "subject":
                yield from (child for child in token.children if child.dep_ == "nsubj" and child.tag_[:2] in {"NN", "VB"})
            case "of":
                yield from _below_prepositions(token, _NOUN_PREPOSITIONS if cue.kind == "noun" else _VERB_PREPOSITIONS)
            case "compound":
                yield from (child for child in token.children if child.dep_ == "compound" and child.tag_[:2] == "NN")
            case "noun":
                yield from _described(token)
            case "with" if any(child.dep_ == "auxpass" for child in token.children) or token.dep_ == "acl":
                yield from _below_prepositions(token, frozenset({reach}))
            case "against":
                yield from _below_prepositions(token, frozenset({reach}))
            case "verb":
                yield from _stood_by(token, cue)


def _clauses(token: "Token", *, finite: bool) -> Iterator["Token"]:
    for child in token.children:
        if child.tag_[:2] not in {"VB", "MD"} or child.i < token.i:
            continue
        perfect = child.tag_ == "VBN" and any(word.dep_ in {"aux", "auxpass"} and word.tag_ == "VBG" for word in child.children)  # "having shelled"
        gerund = perfect or (child.tag_ == "VBG" and not any(word.dep_ == "aux" for word in child.children))
        if child.dep_ in {"xcomp", "ccomp", "acl", "advcl"} and (is_infinitive(child) or (gerund and child.dep_ in {"xcomp", "ccomp"})):
            if not finite and (child.dep_ != "advcl" or token.tag_[:2] == "VB"):
                yield child
        elif finite and (child.dep_ == "ccomp" or (child.dep_ == "acl" and any(word.dep_ == "mark" for word in child.children))):
            yield child
    if not finite and token.dep_ in {"acomp", "oprd"}:
        # "is likely to fall": some parses hang the infinitive on the verb.
        yield from (child for child in token.head.children if child.dep_ == "xcomp" and child.i > token.i and is_infinitive(child))


def _objects(token: "Token") -> Iterator["Token"]:
    for noun in _nouns(token):
        yield noun
        yield from _passed_on(noun)


def _nouns(token: "Token") -> list["Token"]:
    """The object of a verb, be it active, passive or a participle behind its noun."""
    objects = [child for child in token.children if child.dep_ in {"dobj", "nsubjpass"} and child.tag_[:2] in {"NN", "VB"}]
    if token.tag_ == "VBN" and token.dep_ == "acl" and token.head.tag_[:2] == "NN":
        objects.append(token.head)
    return objects


def _passed_on(noun: "Token") -> Iterator["Token"]:
    """What hangs on a noun that hands doubt on: "responsibility for the attack", "the claim that it fell"."""
    if noun.lemma_.lower() in cue_words("doubt/pass_through"):
        yield from _below_prepositions(noun, frozenset({"of", "for", "in", "to"}))
        yield from (child for child in noun.children if child.dep_ in {"acl", "ccomp"} and child.i > noun.i)


def _below_prepositions(token: "Token", prepositions: frozenset[str]) -> Iterator["Token"]:
    holders = [token, *(child for child in token.children if child.dep_ == "dobj" and token.tag_[:2] == "VB")]
    for holder in holders:
        for child in holder.children:
            if child.dep_ == "prep" and child.i > token.i and child.lower_ in (prepositions if holder is token else {"from"}):
                yield from (word for word in child.children if word.dep_ == "pcomp" or (word.dep_ == "pobj" and word.tag_[:2] in {"NN", "VB"}))


def _described(token: "Token") -> Iterator["Token"]:
    """The noun that an adjective or adverb describes: "an attempted coup", "a rescue is possible", "possibly an attack"."""
    if token.dep_ in {"amod", "advmod"} and token.head.tag_[:2] == "NN":
        yield token.head
    elif token.dep_ == "acomp":
        yield from (child for child in token.head.children if child.dep_ == "nsubj" and child.tag_[:2] in {"NN", "VB"})


def _stood_by(token: "Token", cue: DoubtCue) -> Iterator["Token"]:
    head = token.head
    if token.dep_ not in {"advmod", "neg", "npadvmod"}:
        return
    if head.tag_[:2] == "JJ" and head.dep_ == "acomp":
        head = head.head
    if head.tag_[:2] not in {"VB", "MD"} or (cue.modality == "ongoing" and not _lasts(head)):
        return
    yield head


def _lasts(verb: "Token") -> bool:
    """Adverbs such as "still" and "increasingly" say "going on" of present and perfect forms, not of a plain past."""
    if verb.tag_ in {"VBZ", "VBP", "VBG"}:
        return True
    return verb.tag_ == "VBN" and any(child.dep_ in {"aux", "auxpass"} and child.tag_ in {"VBZ", "VBP"} for child in verb.children)
