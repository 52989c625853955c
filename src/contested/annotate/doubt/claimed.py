"""What a report, a claim or a lie says: "reports that the town fell", "claims of a massacre"."""

from typing import TYPE_CHECKING

from contested.reference.cues import cue_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = frozenset({"NN", "VB"})
_COMPLETE = frozenset({"dobj", "nsubjpass", "ccomp"})
_FAR = 60  # tokens back


def is_claim(noun: "Token") -> bool:
    """Whether a word names something said: a report, a claim, a rumour, a lie."""
    lower = noun.lower_
    return lower in cue_words("doubt/claim_nouns") or lower in cue_words("doubt/untruths")


def claimed(noun: "Token") -> tuple["Token", ...]:
    """The heads of what a claim says, with what "and" joins to them; none where the noun is no claim or its content is not told."""
    if not is_claim(noun):
        return ()
    holders = [noun, *(word for child in noun.children if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"} for word in child.children)]
    below = [child for holder in holders for child in holder.children if child.i > noun.i]
    clauses = [child for child in below if child.dep_ in {"acl", "ccomp", "relcl"} and _is_told(child)]
    if not clauses and (behind := _behind(noun)) is not None:
        clauses = [behind]
    if clauses:
        return tuple(head for clause in clauses for head in _with_partners(clause))
    return tuple(
        word
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ == "of" and child.i > noun.i
        for word in child.children
        if word.dep_ in {"pobj", "pcomp"} and word.tag_[:2] in _NOMINAL
    )


def antecedent(pronoun: "Token", *, singular: bool) -> "Token | None":
    """The last claim before a pronoun, in its sentence or the one before, that nobody named is said to have made."""
    doc, floor = pronoun.doc, max(0, pronoun.i - _FAR)
    first = pronoun.sent.start
    earliest = max(floor, doc[first - 1].sent.start) if first else floor
    for i in range(pronoun.i - 1, earliest - 1, -1):
        noun = doc[i]
        if is_claim(noun) and (noun.tag_ != "NNS") == singular and claimed(noun):
            return None if _is_owned(noun) else noun
    return None


def _is_owned(noun: "Token") -> bool:
    return any(child.dep_ == "poss" or (child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}) for child in noun.children)


def _is_told(clause: "Token") -> bool:
    """A that-clause, or an infinitive ("the claim to have taken it")."""
    if clause.tag_[:2] not in {"VB", "MD"}:
        return False
    return any((word.lower_ == "that" and _opens(word, clause)) or (word.dep_ == "aux" and word.lower_ == "to") for word in clause.children)


def _behind(noun: "Token") -> "Token | None":
    """The clause of a "that" right behind the noun, whatever the parse hangs it on."""
    if noun.i + 1 >= len(noun.doc):
        return None
    that = noun.nbor()
    clause = that.head
    return clause if that.lower_ == "that" and clause.tag_[:2] in {"VB", "MD"} and clause.i > that.i and _opens(that, clause) else None


def _opens(that: "Token", clause: "Token") -> bool:
    """Whether a "that" opens what is claimed; where it stands for the noun itself ("the claims that were made", "the lie that they told"), it does not."""
    if that.dep_ in {"nsubj", "nsubjpass", "det"}:
        return False
    return clause.lemma_.lower() not in cue_words("doubt/passing_on") or any(word.dep_ in _COMPLETE and word != that for word in clause.children)


def _with_partners(clause: "Token") -> list["Token"]:
    return [clause, *(word for word in clause.conjuncts if word.tag_[:2] == "VB" and word.i > clause.i)]
