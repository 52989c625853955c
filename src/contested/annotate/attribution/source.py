"""Who speaks: from a verb of speech to the heads of its speakers' phrases."""

from typing import TYPE_CHECKING

from contested.language.phrases import conjuncts
from contested.reference.cues import speech_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "csubj"})
_PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_BELONGS = frozenset({"prep", "appos", "nummod", "amod", "npadvmod", "nmod", "case", "poss", "compound"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_NO_ONE = frozenset({"RB", "MD", "IN", "CC", "TO", "POS", "UH", "EX"})  # "don’t think", cut in two
_FAR = 12


def sources_of(verb: "Token") -> tuple["Token", ...]:
    """The heads of the speakers' phrases, one a speaker; empty where nobody is named."""
    head = _speaker(verb, hops=_FAR) or _opening(verb)
    if head is None or head.tag_ in _NO_ONE or head.lower_ in {"n’t", "n't", "’t"}:
        return ()
    if head.lower_ in _RELATIVES and verb.dep_ == "relcl":
        return (verb.head,)
    return joint(head)


def joint(head: "Token") -> tuple["Token", ...]:
    """Two speakers joined by "and" are two; a body whose parts are joined is one, and so is a joint statement."""
    listed = conjuncts(head)
    if len(listed) == 1 or _is_joint(head):
        return (head,)
    return tuple(token for token in listed if token.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}) or (head,)


def _is_joint(head: "Token") -> bool:
    """"A joint statement by X and Y", "X and Y jointly announced", "X and Y said in a joint statement"."""
    near, top = [*head.children], head
    for _ in range(4):
        if top.tag_[:2] == "VB" or top.head == top:
            break
        top = top.head
        near += top.children
    near += [word for child in near if child.dep_ == "prep" for thing in child.children for word in thing.children]
    return any(word.lower_ in {"joint", "jointly", "together"} for word in near)


def source_phrase(head: "Token") -> list["Token"]:
    """A speaker's phrase in full: with its appositions and all that belongs to them, without a clause behind it and without a second speaker."""
    kept = [head]
    for child in head.children:
        if child.i < head.i and child.dep_ not in {"punct", "relcl", "cc", "preconj"}:
            kept += child.subtree
        elif child.i > head.i and child.dep_ in _BELONGS:
            kept += (word for word in child.subtree if not _in_clause(word, child))
    present = {token.i for token in kept if not token.is_space}
    low = high = head.i
    while low - 1 in present or (low - 2 in present and head.doc[low - 1].text in {"-", "–", "'", "’"}):
        low -= 1
    while high + 1 in present or (high + 2 in present and head.doc[high + 1].is_punct and head.doc[high + 1].text not in {":", ";", "."}):
        high += 1
    while high + 1 < len(head.doc) and head.doc[high + 1].text == ")" and any(head.doc[i].text == "(" for i in range(low, high + 1)):
        high += 1
    return list(head.doc[low : high + 1])


def source_clause(phrase: list["Token"], cue: tuple[int, ...]) -> list["Token"]:
    """The clause behind a speaker's phrase that tells more of him ("a baker, who fled on Monday", "men freed in Tarsk"); empty where there is none."""
    doc, end, words = phrase[0].doc, phrase[-1].i, {token.i for token in phrase}
    for head in phrase:
        for clause in head.children:
            first, last = clause.left_edge.i, clause.right_edge.i
            if clause.dep_ not in {"relcl", "acl"} or first <= end or first - end > 2 or clause.i in words or any(first <= i <= last for i in cue):
                continue
            while last > first and (doc[last].is_punct or doc[last].is_space):
                last -= 1
            return list(doc[first : last + 1])
    return []


def beside(cue: tuple[int, ...], verb: "Token", region: range) -> tuple["Token", ...]:
    """The noun or pronoun that stands right before a verb of speech, or right behind it, outside a quotation: for speakers that the parse lost."""
    doc, i = verb.doc, cue[0] - 1
    while i > max(0, cue[0] - 5) and (doc[i].is_punct or doc[i].dep_ in {"aux", "auxpass", "advmod"} or doc[i].lower_ in {"quoted", "as"}) and i not in region:
        i -= 1
    for k in (i, cue[-1] + 1):
        if 0 <= k < len(doc) and k not in region and doc[k].tag_ in _NOMINAL and doc[k].sent == verb.sent:
            return (doc[k],)
    return ()


def _in_clause(word: "Token", top: "Token") -> bool:
    """Inside a relative clause below `top`."""
    while word != top:
        if word.dep_ == "relcl" or (word.dep_ == "punct" and word.head.dep_ == "relcl"):
            return True
        word = word.head
    return False


def governing_speech(verb: "Token") -> "Token | None":
    """The verb of speech that a participle goes on from: "X said the town fell, adding ..." wherever the parse hangs "adding"."""
    if verb.dep_ not in {"advcl", "acl", "conj", "xcomp", "ccomp", "parataxis", "dep"}:
        return None
    verbs, token, found = speech_verbs(), verb.head, None
    for _ in range(_FAR):
        speech = verbs.get(token.lemma_.lower())
        if speech is not None and token.tag_[:2] == "VB" and "clause" in speech.frames and token.i < verb.i:
            found = token
            if token.dep_ not in {"ccomp", "conj"}:
                break
        if token.dep_ not in {"ccomp", "xcomp", "conj", "advcl", "acl", "relcl", "dobj", "pobj", "prep"} or token.head == token:
            break
        token = token.head
    return found


def is_lifted(verb: "Token") -> bool:
    """A participle set off by a comma that goes on from a verb of speech above the verb it hangs on."""
    if verb.tag_ != "VBG" or verb.i == 0 or not verb.nbor(-1).is_punct:
        return False
    return governing_speech(verb) is not None


def is_infinitive(verb: "Token") -> bool:
    """"To say", "to have said"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _speaker(verb: "Token", *, hops: int) -> "Token | None":
    if hops == 0:
        return None
    children = list(verb.children)
    if any(child.dep_ == "auxpass" for child in children) or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and not _is_active(verb)):
        return _agent(verb) or (_quoted(verb) if verb.lemma_ in {"quote", "cite"} else None)
    subjects = [child for child in children if child.dep_ in _SUBJECTS]
    if subjects:
        nearest = min(subjects, key=lambda child: abs(child.i - verb.i))
        return None if nearest.lower_ in {"it", "there"} and _is_expletive(verb, nearest) else nearest
    if is_lifted(verb) and (speech := governing_speech(verb)) is not None:
        return _speaker(speech, hops=hops - 1)
    return _inherited(verb, hops=hops)


def _opening(verb: "Token") -> "Token | None":
    """The noun that opens the sentence of a finite verb which lost its subject behind a clause: "The League, which first blamed them, admitted ..."."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN"} or any(child.dep_ in {"auxpass", "expl", "agent"} for child in verb.children):
        return None
    doc, i = verb.doc, verb.sent.start
    while i < verb.i and (doc[i].is_space or doc[i].tag_ in {"DT", "PRP$", "JJ", "CD", "PDT"}):
        i += 1
    while i + 1 < verb.i and doc[i].tag_ in _NOMINAL and (doc[i + 1].tag_ in _NOMINAL or doc[i + 1].tag_ == "POS"):
        i += 1
    head = doc[i]
    behind = doc[i + 1] if i < verb.i else None
    if head.tag_ not in _NOMINAL or behind is None or head.tag_ == "PRP" or head.ent_type_ in {"DATE", "TIME"} or (verb.tag_ == "VBZ" and head.tag_ == "NNS"):
        return None
    if behind is verb:
        return head
    clause = behind.tag_ in {"WP", "WDT", "VBG", "VBN"} or (behind.text == "," and i + 2 < verb.i and doc[i + 2].tag_ in {"WP", "WDT", "VBG", "VBN"})
    return head if clause and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children) else None


def _inherited(verb: "Token", *, hops: int) -> "Token | None":
    """The subject of the verb above, for verbs that have none of their own."""
    head = verb.head
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        above = head.head
        if head.lower_ == "as" and above.pos_ == "VERB":
            return _quoted(above)
        return _subject(above, hops=hops) if above.tag_[:2] == "VB" else None
    if verb.dep_ == "acl":
        return head
    if verb.dep_ == "xcomp":
        return next((child for child in head.children if child.dep_ == "dobj" and child.i < verb.i), None) or _subject(head, hops=hops)
    if verb.dep_ in {"conj", "advcl", "parataxis", "dep"}:
        return _subject(head, hops=hops) if head.tag_[:2] == "VB" else head if head.dep_ == "ROOT" and head.tag_[:2] == "NN" else None
    if verb.dep_ == "ROOT":
        return _after(verb)
    return None


def _subject(verb: "Token", *, hops: int) -> "Token | None":
    passive = next((child for child in verb.children if child.dep_ in _PASSIVE_SUBJECTS), None)
    return passive or _speaker(verb, hops=hops - 1)


def _quoted(verb: "Token") -> "Token | None":
    """Who is quoted: "AFP quoted X as saying", "X was quoted as saying"."""
    return next((child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}), None) or (
        verb.head if verb.dep_ == "acl" else None
    )


def _agent(verb: "Token") -> "Token | None":
    for child in verb.children:
        if child.dep_ in {"agent", "prep"} and child.lower_ == "by":
            return next((word for word in child.children if word.dep_ == "pobj"), None)
    return None


def _after(verb: "Token") -> "Token | None":
    """A name that stands right behind an inverted verb and that the parse took for its object ('"...," said Mara Voss')."""
    behind = [child for child in verb.children if child.dep_ in {"dobj", "attr", "npadvmod", "oprd"} and 0 < child.i - verb.i <= 4]
    return next((child for child in behind if child.pos_ == "PROPN"), None)


def _is_active(verb: "Token") -> bool:
    """A past form taken for a participle: "Accounts boasted of ..." has no passive."""
    speech = speech_verbs().get(verb.lemma_.lower())
    return speech is not None and "of" in speech.frames and any(child.dep_ == "prep" and child.lower_ in {"of", "about"} for child in verb.children)


def _is_expletive(verb: "Token", subject: "Token") -> bool:
    return subject.lower_ == "there" or any(child.dep_ in {"acomp", "attr"} for child in verb.children)
