"""What is attributed: from a verb of speech to the words of its content."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from contested.annotate.attribution.draft import indices
from contested.annotate.attribution.extent import before_semicolon, beside_object, cut_off, trailing
from contested.annotate.attribution.source import governing_speech, is_infinitive, is_lifted, sources_of
from contested.reference.cues import SpeechVerb, cue_words, speech_nouns, speech_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAIMED_OF_NO_ONE = frozenset({"life", "victim", "casualty", "toll", "dollar", "prize", "title", "seat"})
_OF = frozenset({"of", "about"})
_MANY = frozenset({"dozens", "scores", "hundreds", "thousands", "several"})
_SENSES = frozenset({"see", "hear", "witness"})
_AT = frozenset({"at", "above", "below", "near"})
_THAT_FAR = 10
_SUBJECT_TAGS = frozenset({"PR", "DT", "NN", "JJ", "CD", "EX"})
_CALL = frozenset({"for", "on", "upon"})
_CHARGE = frozenset({"of", "for"})


def content_of(verb: "Token", speech: SpeechVerb) -> frozenset[int]:
    """Token indices of what a verb of speech attributes by its grammar; empty where it needs a quotation, or attributes nothing."""
    frames, children = speech.frames, list(verb.children)
    heads: list[Token] = []
    if "clause" in frames:
        heads += [child for child in children if _is_clause(verb, child)]
    if not heads and "naming" in frames and any(_is_name(verb, child) for child in children):
        heads += [child for child in children if child.dep_ == "dobj" or _is_name(verb, child)]
    if not heads and "order" not in frames and any(child.dep_ == "auxpass" for child in children):
        heads += _said_to(children)
    if not heads and "order" in frames:
        heads += _ordered(children)
    if not heads and "charge" in frames:
        heads += _charged(children, speech)
    if not heads and "as" in frames:
        heads += _taken_as(children)
    if not heads and "gerund" in frames:
        heads += [child for child in children if child.i > verb.i and child.dep_ in {"xcomp", "dobj", "ccomp"} and _is_gerund(child)]
    if not heads and "infinitive" in frames:
        heads += [child for child in children if child.dep_ in {"xcomp", "advcl"} and child.tag_ in {"VB", "VBN"} and is_infinitive(child)]
    if not heads and "cite" in frames:
        heads += _cited(verb, children)
    if not heads and "object" in frames:
        heads += [child for child in children if child.dep_ == "dobj" and _is_sayable(child, frames)]
    if not heads and ("of" in frames or "about" in frames):
        heads += [child for child in children if child.dep_ == "prep" and child.i > verb.i and child.lower_ in _OF]
    if not heads and verb.lemma_ == "call":
        heads += _called_for(children)
    if not heads and "put" in frames:
        heads += _put_at(children)
    if not heads and "perceived" in frames:
        heads += _perceived(verb, children)
    if not heads and "carrier" in frames:
        return _shown(verb, children)
    heads = before_semicolon(verb, heads)
    more = trailing(verb, heads) | beside_object(verb, heads)
    return (_below(verb, heads) | more if heads else _behind_that(verb, frames)) or (_around(verb) if "clause" in frames and "quote" in frames else frozenset())


def _behind_that(verb: "Token", frames: frozenset[str]) -> frozenset[int]:
    """What follows "that" after a verb whose clause the parse hung elsewhere: "admitted on Monday that its men had fled"."""
    if "clause" not in frames or any(child.dep_ in {"aux", "auxpass", "agent"} for child in verb.children):
        return frozenset()
    doc, end = verb.doc, verb.sent.end
    for i in range(verb.i + 1, min(verb.i + _THAT_FAR, end)):
        if doc[i].lower_ == "that" and i + 1 < end and doc[i].head.i > i and doc[i + 1].tag_[:2] in _SUBJECT_TAGS:
            return frozenset(range(i, end))
        if doc[i].tag_ in {"VBD", "VBZ", "VBP", "MD", "."}:
            break
    return frozenset()


def _is_clause(verb: "Token", child: "Token") -> bool:
    if child.dep_ == "ccomp":
        return child.tag_[:2] in {"VB", "MD"} or any(word.dep_ in {"nsubj", "cop"} for word in child.children) or child.i > verb.i
    if child.dep_ == "xcomp" and child.i > verb.i:
        finite = any(word.tag_ in {"VBD", "VBZ", "VBP", "MD"} for word in child.subtree)
        return child.tag_ in {"VBD", "VBZ", "VBP"} or (child.tag_ == "VBG" and finite and child.i == verb.i + 1)
    return False


def _is_name(verb: "Token", child: "Token") -> bool:
    """What somebody calls a thing; in quotation marks it may be any word behind the thing."""
    if child.dep_ in {"oprd", "ccomp"}:
        return True
    first = child.left_edge
    quoted = first.tag_ == "``" or (child.i > verb.i + 1 and child.doc[first.i - 1].tag_ == "``")
    named = any(other.dep_ == "dobj" and other.i < child.i for other in verb.children)
    return quoted and named and child.dep_ in {"advmod", "acomp", "xcomp", "attr", "npadvmod"}


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


def _charged(children: list["Token"], speech: SpeechVerb) -> list["Token"]:
    """Whom, and of what: the preposition hangs on the verb or on its object."""
    allowed = _CHARGE | {"with"} if "with" in speech.frames else _CHARGE
    charged = [child for child in children if child.dep_ in {"dobj", "nsubjpass"}]
    charges = [child for child in [*children, *(word for c in charged for word in c.children)] if child.dep_ == "prep" and child.lower_ in allowed]
    return charged + charges if charges else []


def _put_at(children: list["Token"]) -> list["Token"]:
    """"Put the toll at 40": a figure that somebody gives."""
    things = [child for child in children if child.dep_ == "dobj"]
    figures = [word for word in [*children, *(w for o in things for w in o.subtree)] if word.dep_ == "prep" and word.lower_ in _AT]
    numbered = [child for child in figures if any(word.like_num or word.tag_ == "CD" or word.lower_ in _MANY for word in child.subtree)]
    return things + numbered if things and numbered else []


def _perceived(verb: "Token", children: list["Token"]) -> list["Token"]:
    """What somebody who can tell of it saw, heard or counted: a witness; a body, where it gives numbers."""
    subject = next(iter(sources_of(verb)), None)
    things = [child for child in children if child.i > verb.i and child.dep_ in {"dobj", "ccomp", "xcomp"} and child.tag_[:2] in {"NN", "VB", "CD"}]
    if subject is None or not things or any(child.lower_ == "to" and child.dep_ == "aux" for child in children):
        return []
    if subject.tag_[:3] == "PRP" and not _saw_it_happen(subject, things):
        return []
    if subject.lemma_.lower() in cue_words("attribution/roles") or subject.tag_ == "PRP" or (subject.ent_type_ == "PERSON" and verb.lemma_ not in _SENSES):
        return things
    counts = verb.lemma_ not in _SENSES and any(word.tag_ == "CD" or word.lower_ in _MANY for thing in things for word in thing.subtree)
    return things if counts else []


def _saw_it_happen(subject: "Token", things: list["Token"]) -> bool:
    """"She saw the tanks come", where "he saw the town" tells of nothing."""
    return subject.lower_ in {"he", "she"} and any(thing.tag_[:2] == "VB" for thing in things)


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
        kept -= frozenset(i for token in cut_off(verb, head) for i in indices(token.subtree))
        if head.dep_ == "prep" and head.lower_ in _OF and head.head == verb and len(listed) == 1:
            kept.discard(head.i)
    speech = speech_verbs().get(verb.lemma_.lower())
    if len(listed) > 1 and speech is not None and "charge" in speech.frames:  # what is told of the accused besides is the report's own
        told = [child for head in listed if head.dep_ == "dobj" for child in head.subtree if child.dep_ == "relcl"]
        kept -= frozenset(i for clause in told for i in indices(clause.subtree))
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
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or any(child.dep_ in {"mark", "dobj"} or child.tag_ == "WRB" for child in verb.children):
        return frozenset()
    own = indices(verb.subtree)
    if subject.i < verb.i:  # what the parse hangs on the verb before its subject is said as well
        own = frozenset(i for i in own if i >= subject.left_edge.i)
    before, after = min(own) - 1, max(own) + 1
    set_off = before < 0 or verb.doc[before].text in {",", "-", "–", "—", "”", '"', "--"} or verb.doc[min(own)].text in {","}
    closes = after >= len(verb.doc) or verb.doc[after].is_punct or verb.doc[max(own)].is_punct
    return frozenset(indices(verb.head.subtree) - own) if set_off and closes else frozenset()


