"""Doubt by grammar: "not", "no", modals, infinitives of purpose, conditions, questions."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from contested.annotate.doubt.hit import Hit
from contested.records import Modality
from contested.reference.cues import cue_words, doubt_cues, speech_verbs

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_MODALS: dict[str, Modality] = {"will": "planned", "'ll": "planned", "’ll": "planned", "wo": "planned", "shall": "planned", "sha": "planned"}
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_PROSPECTS = frozenset({"when", "once", "until", "before", "till", "after"})
_NO = frozenset({"no", "neither"})
_NOBODY = frozenset({"nobody", "none", "nothing", "neither", "no-one"})
_ASKING = frozenset({"WP", "WP$", "WRB"})
_SENSES = frozenset({"see", "hear", "feel", "smell"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_WITHOUT = frozenset({"without"})


def grammar_hits(token: "Token") -> Iterator[Hit]:
    """What a function word, an infinitive or a conditional mark at `token` governs."""
    dep, lower = token.dep_, token.lower_
    if dep == "neg":
        yield from _negation(token)
    elif token.tag_ == "MD":
        yield from _modal(token)
    elif dep == "det" and lower in _NO:
        yield from _none(token, token.head)
    elif lower in _NOBODY or (lower == "one" and token.i and token.nbor(-1).lower_ == "no"):
        yield from _none(token, token)
    elif dep == "det" and lower == "any":
        yield from _any(token)
    elif dep == "mark" or (dep == "advmod" and lower in _PROSPECTS):
        yield from _condition(token, lower)
    elif dep == "prep" and lower in _WITHOUT:
        below = tuple(child for child in token.children if child.dep_ in {"pcomp", "pobj"} and child.tag_[:2] in {"VB", "NN"})
        yield Hit(cue=token, targets=below, modality="negated", because=f"{lower!r} says it did not happen")
    elif dep == "aux" and lower == "to":
        yield from _infinitive(token)
    elif lower == "?" and token.sent[-1].i - token.i <= 2 and not _takes_for_granted(token.sent):
        yield Hit(cue=token, targets=(token.sent.root,), modality="possible", because="a question")


def _takes_for_granted(question: "Span") -> bool:
    """"Who burned the mill?" takes it that somebody did."""
    return any(word.tag_ in _ASKING and word.i < question.root.i + 2 for word in question)


def _negation(token: "Token") -> Iterator[Hit]:
    head = token.head
    if head.tag_[:2] == "MD" and head.dep_ == "aux":
        head = head.head
    if any(child.dep_ == "aux" and child.lower_ in {"may", "might"} for child in head.children):
        yield Hit(cue=token, targets=(head,), modality="possible", because="'may not' leaves it open")
    elif not (token.i + 1 < len(token.doc) and token.nbor().lower_ in {"only", "just", "least"}):
        targets: tuple[Token, ...] = (head,)
        if head.lower_ in {"one", "single", "a"} or (head.tag_ == "NN" and token.i + 1 < len(token.doc) and token.nbor().lower_ in {"a", "one"}):
            noun = head if head.dep_ in _ARGUMENTS else head.head  # "not one soldier fled"
            targets += (noun.head,) if noun.dep_ in _ARGUMENTS and noun.head.tag_[:2] in {"VB", "MD"} else ()
        yield Hit(cue=token, targets=targets, modality="negated", because=f"{token.lower_!r} negates it")


def _modal(token: "Token") -> Iterator[Hit]:
    head = token.head if token.dep_ == "aux" else token
    if token.lower_ in {"can", "could"} and _is_sensed(head):  # "shelling can be heard": it is there to be heard
        heard = tuple(child for child in head.children if child.dep_ == "nsubjpass" and child.tag_[:2] in {"NN", "VB"})
        if heard:
            yield Hit(cue=token, targets=heard, modality="ongoing", because=f"it {token.lower_} be {head.lower_}")
        return
    modality = _MODALS.get(token.lower_, "possible")
    targets: tuple[Token, ...] = (head,)
    if token.lower_ in {"would", "'d", "’d"}:
        modality = "planned" if _is_said(head) else "possible"
        if modality == "possible" and head.lemma_ == "be":
            # "a retreat would be a blow": the retreat is as hypothetical as the blow.
            targets += tuple(child for child in head.children if child.dep_ == "nsubj" and child.tag_[:2] == "NN")
    yield Hit(cue=token, targets=targets, modality=modality, because=f"the modal {token.lower_!r}")


def _is_sensed(verb: "Token") -> bool:
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    return passive and verb.lemma_.lower() in _SENSES and not any(child.dep_ == "neg" for child in verb.children)


def _is_said(verb: "Token") -> bool:
    """"Said it would leave": the future seen from a past, not a condition."""
    for _ in range(6):
        if verb.dep_ == "ccomp":
            lemma = verb.head.lemma_.lower()
            return lemma in speech_verbs() or doubt_cues().get((lemma, "verb")) is not None
        if verb.dep_ not in {"conj", "xcomp"}:
            return False
        verb = verb.head
    return False


def _none(token: "Token", noun: "Token") -> Iterator[Hit]:
    """"No soldier was killed", "nobody fled", "found nothing", "there were no attacks"."""
    targets = [noun] if noun is not token else []
    verb = noun.head
    if noun.dep_ == "pobj" and verb.head.tag_[:2] == "VB" and verb.dep_ == "agent":
        targets.append(verb.head)
    elif noun.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and verb.tag_[:2] in {"VB", "MD"}:
        targets.append(verb)
    if targets:
        yield Hit(cue=token, targets=tuple(targets), modality="negated", because=f"{token.lower_!r} says there was none")


def _any(token: "Token") -> Iterator[Hit]:
    """"Did not report any attacks": what "any" stands before, under a "not"."""
    noun = verb = token.head
    for _ in range(5):
        if verb.tag_[:2] in {"VB", "MD"}:
            break
        verb = verb.head
    if any(child.dep_ == "neg" for child in verb.children) and noun is not verb:
        yield Hit(cue=token, targets=(noun,), modality="negated", because="'any' under a 'not'")


def _condition(token: "Token", lower: str) -> Iterator[Hit]:
    clause = token.head
    if lower in _CONDITIONS:
        if lower == "whether" and clause.i < token.i:
            return  # "it was stolen, whether by deserters or by thieves"
        if not (lower == "if" and token.i and token.nbor(-1).lower_ in {"even", "as"}):
            yield Hit(cue=token, targets=(clause,), modality="possible", because=f"under {lower!r}")
    elif lower in _PROSPECTS and clause.dep_ == "advcl" and any(child.tag_ == "MD" for child in clause.head.children) and not _is_perfect(clause):
        yield Hit(cue=token, targets=(clause,), modality="possible", because=f"under {lower!r}, before something still to come")


def _is_perfect(verb: "Token") -> bool:
    return any(child.dep_ == "aux" and child.lower_ in {"had", "has", "have"} for child in verb.children)


def _infinitive(to: "Token") -> Iterator[Hit]:
    """An infinitive that no cue governs tells of an aim, unless the verb above makes it happen ("forced them to leave")."""
    verb = to.head
    if to.i and to.nbor(-1).lower_ == "yet":
        yield Hit(cue=to.nbor(-1), targets=(verb,), modality="negated", because="'yet to' says it has not happened")
        return
    if _is_perfect(verb):
        return
    if verb.dep_ in {"xcomp", "ccomp"} and _looks_ahead(verb.head):
        yield Hit(cue=to, targets=(verb,), modality="planned", because="'is to' and 'is going to' look ahead")
    elif not _is_accounted_for(verb):
        yield Hit(cue=to, targets=(verb,), modality="possible", because="an infinitive tells of an aim")


def _looks_ahead(above: "Token") -> bool:
    lemma = above.lemma_.lower()
    if lemma == "go":
        return above.tag_ == "VBG"
    return lemma == "be" and not any(child.dep_ == "attr" and _counts_off(child.subtree) for child in above.children)


def _is_accounted_for(verb: "Token") -> bool:
    """Whether another cue speaks for the infinitive, or the verb above made it happen."""
    above, lemma = verb.head, verb.head.lemma_.lower()
    made = lemma in cue_words("doubt/implicatives")
    match verb.dep_:
        case "xcomp" | "ccomp" if above.tag_[:2] == "VB":
            return made or lemma == "be" or (lemma, "verb") in doubt_cues() or (above.lower_, "adjective") in doubt_cues() or lemma in speech_verbs()
        case "xcomp" | "ccomp":
            return _governs(above)
        case "acl" | "relcl":
            return _governs(above) or _counts_off((*above.children, above))
        case "advcl":
            only = any(child.lower_ == "only" and child.i < verb.i for child in verb.children)
            return only or made or (lemma, "verb") in doubt_cues()
        case "ROOT" | "csubj" | "pcomp":
            return False
    return True


def _counts_off(words: Iterable["Token"]) -> bool:
    """"The tenth town to fall" has fallen."""
    return any(word.lower_ in cue_words("doubt/ordinals") for word in words)


def _governs(word: "Token") -> bool:
    lemma = word.lemma_.lower()
    return any((lemma, kind) in doubt_cues() for kind in ("noun", "adjective")) or (word.lower_, "adjective") in doubt_cues()


