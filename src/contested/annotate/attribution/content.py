"""What is attributed: from a verb of speech to the words of its content."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from contested.annotate.attribution.draft import indices
from contested.annotate.attribution.source import governing_speech, is_lifted
from contested.reference.cues import SpeechVerb, cue_words, speech_nouns, speech_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAIMED_OF_NO_ONE = frozenset({"life", "victim", "casualty", "toll", "dollar", "prize", "title", "seat"})
_OF = frozenset({"of", "about"})
_CALL = frozenset({"for", "on", "upon"})
_CHARGE = frozenset({"of", "for"})


def content_of(verb: "Token", speech: SpeechVerb) -> frozenset[int]:
    """Token indices of what a verb of speech attributes by its grammar; empty where it needs a quotation, or attributes nothing."""
    frames, children = speech.frames, list(verb.children)
    heads: list[Token] = []
    if "clause" in frames:
        heads += [child for child in children if _is_clause(verb, child)]
    if not heads and "naming" in frames and any(child.dep_ in {"oprd", "ccomp"} for child in children):
        heads += [child for child in children if child.dep_ in {"oprd", "ccomp", "dobj"}]
    if not heads and "order" not in frames and any(child.dep_ == "auxpass" for child in children):
        heads += _said_to(children)
    if not heads and "order" in frames:
        heads += _ordered(children)
    if not heads and "charge" in frames:
        heads += _charged(children)
    if not heads and "as" in frames:
        heads += _taken_as(children)
    if not heads and "gerund" in frames:
        heads += [child for child in children if child.i > verb.i and child.dep_ in {"xcomp", "dobj", "ccomp"} and _is_gerund(child)]
    if not heads and "infinitive" in frames:
        heads += [child for child in children if child.dep_ == "xcomp" and child.tag_ == "VB"]
    if not heads and "cite" in frames:
        heads += _cited(verb, children)
    if not heads and "object" in frames:
        heads += [child for child in children if child.dep_ == "dobj" and _is_sayable(child, frames)]
    if not heads and ("of" in frames or "about" in frames):
        heads += [child for child in children if child.dep_ == "prep" and child.i > verb.i and child.lower_ in _OF]
    if not heads and verb.lemma_ == "call":
        heads += _called_for(children)
    if not heads and "carrier" in frames:
        return _shown(verb, children)
    return _below(verb, heads) or (_around(verb) if "clause" in frames and "quote" in frames else frozenset())


def _is_clause(verb: "Token", child: "Token") -> bool:
    if child.dep_ == "ccomp":
        return child.tag_[:2] in {"VB", "MD"} or any(word.dep_ in {"nsubj", "cop"} for word in child.children) or child.i > verb.i
    if child.dep_ == "xcomp" and child.i > verb.i:
        return child.tag_ in {"VBD", "VBZ", "VBP"}
    return False


def _is_gerund(verb: "Token") -> bool:
    """"Taking the town", "having taken the town"."""
    return verb.tag_ == "VBG" or (verb.tag_ == "VBN" and any(child.dep_ in {"aux", "auxpass"} and child.tag_ == "VBG" for child in verb.children))


def _ordered(children: list["Token"]) -> list["Token"]:
    actions = [child for child in children if child.dep_ in {"xcomp", "ccomp", "advcl"} and child.tag_ == "VB"]
    return [child for child in children if child.dep_ == "dobj"] + actions if actions else []


def _said_to(children: list["Token"]) -> list["Token"]:
    """"The rebels were said to be near": what is said is the subject and the infinitive."""
    said = [child for child in children if child.dep_ == "xcomp" and child.tag_[:2] == "VB"]
    return [child for child in children if child.dep_ == "nsubjpass"] + said if said else []


def _cited(verb: "Token", children: list["Token"]) -> list["Token"]:
    """"AFP quoted a source as saying ...", with the source; a participle without "as" cites for the clause above it, not for itself."""
    objects = [child for child in children if child.dep_ == "dobj"]
    saying = [child for child in [*children, *(word for o in objects for word in o.children)] if child.dep_ == "prep" and child.lower_ == "as"]
    return objects + saying if objects and (saying or verb.tag_ != "VBG") else []


def _charged(children: list["Token"]) -> list["Token"]:
    """Whom, and of what: the preposition hangs on the verb or on its object."""
    charged = [child for child in children if child.dep_ in {"dobj", "nsubjpass"}]
    charges = [child for child in [*children, *(word for c in charged for word in c.children)] if child.dep_ == "prep" and child.lower_ in _CHARGE]
    return charged + charges if charges else []


def _taken_as(children: list["Token"]) -> list["Token"]:
    objects = [child for child in children if child.dep_ in {"dobj", "nsubjpass"}]
    taken = [child for child in [*children, *(w for o in objects for w in o.children)] if child.dep_ == "prep" and child.lower_ == "as"]
    return objects + taken if taken else []


def _is_sayable(noun: "Token", frames: frozenset[str]) -> bool:
    if noun.pos_ == "PRON" or noun.ent_type_ == "PERSON" or noun.lemma_.lower() in _CLAIMED_OF_NO_ONE or noun.like_num:
        return False
    return "carrier" not in frames or _is_pictured(noun.head)


def _is_pictured(verb: "Token") -> bool:
    """Something that bears words or pictures shows, or a voice of the internet does."""
    nouns, accounts = speech_nouns(), cue_words("attribution/accounts")
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return subject is not None and (_bears(subject.lemma_.lower()) or subject.lemma_.lower() in accounts) and subject.lemma_.lower() in {*nouns, *accounts}


def _bears(lemma: str) -> bool:
    noun = speech_nouns().get(lemma)
    return noun is not None and noun.carrier


def _called_for(children: list["Token"]) -> list["Token"]:
    calls = [child for child in children if child.dep_ == "prep" and child.lower_ in _CALL]
    return calls + [child for child in children if child.dep_ in {"xcomp", "advcl"} and child.tag_ == "VB"] if calls else []


def _shown(verb: "Token", children: list["Token"]) -> frozenset[int]:
    """What pictures or posts that somebody shows are of: "posting photos of a captured tank", "showed footage of a burning bus"."""
    kept: set[int] = set()
    for child in children:
        if child.dep_ == "dobj" and _bears(child.lemma_.lower()):
            for below in child.children:
                if below.i > child.i and (below.dep_ in {"acl", "relcl", "ccomp"} or (below.dep_ == "prep" and below.lower_ in {"of", "from", "about"})):
                    kept |= indices(below.subtree)
                    kept -= {below.i} if below.dep_ == "prep" else set()
            kept |= {i for sibling in children if sibling.dep_ in {"prep", "pcomp"} and sibling.lower_ == "of" for i in indices(sibling.subtree) - {sibling.i}}
    return frozenset(kept - {verb.i})


def _below(verb: "Token", heads: Iterable["Token"]) -> frozenset[int]:
    """Everything below the heads, less participles that go on from this verb ("..., adding")."""
    listed = list(heads)
    kept: set[int] = set()
    for head in listed:
        kept |= indices(head.subtree)
        if head.dep_ == "prep" and head.lower_ in _OF and head.head == verb and len(listed) == 1:
            kept.discard(head.i)
    for i in sorted(kept):
        token = verb.doc[i]
        if token.i > verb.i and token.lemma_.lower() in speech_verbs() and is_lifted(token) and governing_speech(token) is not None:
            kept -= indices(token.subtree)
    kept.discard(verb.i)
    return frozenset(kept)


def _around(verb: "Token") -> frozenset[int]:
    """The clause that a speech verb is set into by commas: "The town, officials said, had fallen"."""
    if verb.dep_ not in {"parataxis", "ccomp", "advcl"} or verb.head.tag_[:2] not in {"VB", "MD"}:
        return frozenset()
    if not any(child.dep_ == "nsubj" for child in verb.children):
        return frozenset()
    own = indices(verb.subtree)
    before, after = min(own) - 1, max(own) + 1
    set_off = before < 0 or verb.doc[before].text in {",", "-", "–", "—", "”", '"', "--"} or verb.doc[min(own)].text in {","}
    closes = after >= len(verb.doc) or verb.doc[after].is_punct or verb.doc[max(own)].is_punct
    return frozenset(indices(verb.head.subtree) - own) if set_off and closes else frozenset()


