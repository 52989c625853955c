"""Who stands in which grammatical slot of a verb or noun: subject and object as meant, not as placed."""

from typing import TYPE_CHECKING

from contested.reference.ontology import Ontology

if TYPE_CHECKING:
    from spacy.tokens import Token

Slots = dict[str, list["Token"]]
"""Slot name -> heads of the phrases that stand there:

"s", "o", "poss", "comp", "lv", "n", "dative", "extra" (a second object the parse took for an adverb), or a preposition; verbs in "x" (of a complement),
"inf" (of an infinitive: "asked them to leave", "the threat to shell") and "under" (what a noun is the object of); "xs", the subject of the complement's own;
"bare", the noun that a participle without a doer describes ("men accused of theft")."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp"})
_TO_DO = frozenset({"xcomp", "ccomp", "advcl", "acl", "relcl"})
_RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})
_DEPTH = 6


def verb_slots(verb: "Token", words: list["Token"], *, ontology: Ontology, headline: bool) -> Slots:
    """The slots of a verb; `words` are all words of the trigger, whose prepositions count as the verb's own."""
    slots: Slots = {}
    passive = is_passive(verb)
    subject = subject_of(verb, ontology)
    objects = [child for child in verb.children if child.dep_ in ("dobj", "attr", "oprd") and child not in words and child.i > verb.i - 12]
    objects += _fronted_object(verb)
    if not passive and subject and not objects and headline and verb.tag_ in ("VBN", "VBD") and not any(c.dep_.startswith("aux") for c in verb.children):
        passive = any(child.dep_ == "agent" for child in verb.children) or verb.tag_ == "VBN" or ontology.is_a(verb.lemma_.lower(), "takes_object")
    if not passive and subject and not objects and verb.tag_ == "VBN" and ontology.is_a(verb.lemma_.lower(), "takes_object"):
        passive = not any(child.dep_ == "aux" for child in verb.children)  # "Norvale itself, besieged since May, had food": a bare participle
    slots["dative"] = [_through_preposition(child) for child in verb.children if child.dep_ == "dative"]
    if passive:
        agents = (inner for child in verb.children if child.dep_ == "agent" for inner in child.children if inner.dep_ == "pobj")
        slots["s"] = [agent for agent in agents if not ontology.is_a(agent.lower_, "means")]
        slots["o"] = subject
        if objects and ontology.is_a(verb.lemma_.lower(), "giving_verb"):  # "the miners were given an ultimatum"
            slots["o"], slots["dative"] = objects, subject
        elif not subject:
            slots["o"] = objects
    else:
        slots["s"], slots["o"] = subject, objects
    _add_complements(verb, slots)
    slots["bare"] = [verb.head] if verb.dep_ == "acl" and verb.tag_ == "VBN" and not slots["s"] else []
    slots["extra"] = [child for child in verb.children if child.dep_ == "npadvmod" and child.pos_ == "NOUN"]
    for word in words:
        _add_prepositions(word, slots)
    if slots.get("by"):
        slots["by"] = [agent for agent in slots["by"] if not ontology.is_a(agent.lower_, "means")]
    if passive and not slots["s"] and slots.get("by"):
        slots["s"] = slots["by"]
    return slots


def noun_slots(noun: "Token", words: list["Token"], *, ontology: Ontology) -> Slots:
    """The slots of an event noun, among them the subject of the light verb that carries it and the object of the verb it acts by."""
    slots: Slots = {"poss": [], "comp": [], "lv": [], "effect": [], "inf": [child for child in noun.children if _is_infinitive(child)]}
    for child in noun.children:
        if child in words:
            continue
        if child.dep_ == "poss":
            slots["poss"].append(child)
        elif child.dep_ in ("compound", "amod", "nmod", "npadvmod"):
            slots["comp"].append(child)
    for word in words:
        _add_prepositions(word, slots)
    noun = counted(noun, ontology)
    verb = noun.head
    if verb.pos_ == "VERB":
        slots["under"] = [verb] if noun.dep_ in ("dobj", "nsubjpass") else []
        if noun.dep_ in ("dobj", "nsubjpass") and ontology.is_a(verb.lemma_.lower(), "light_verb"):
            frame = verb_slots(verb, [verb], ontology=ontology, headline=False)
            slots["lv"] = [token for token in frame["s"] if token.i != noun.i]
            for slot, heads in frame.items():
                if slot not in ("s", "o", "dative"):
                    slots.setdefault(slot, heads)
        elif noun.dep_ == "nsubj":
            if ontology.is_a(verb.lemma_.lower(), "effect_verb"):
                slots["effect"] = [child for child in verb.children if child.dep_ == "dobj"]
            _add_prepositions(verb, slots, only_new=True)
        elif noun.dep_ == "nsubjpass":
            _add_prepositions(verb, slots, only_new=True)
            if ontology.is_a(verb.lemma_.lower(), "accusing"):  # "the massacre was blamed on the rebels"
                slots["lv"] = slots.get("on", [])
    elif noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for", "with"):
        slots["lv"] = _accused(verb.head, ontology)
    return slots


def _accused(verb: "Token", ontology: Ontology) -> list["Token"]:
    """Who is accused ("accused the army of a massacre"): who is said to have done it."""
    if verb.pos_ != "VERB" or not ontology.is_a(verb.lemma_.lower(), "accusing"):
        return []
    return [antecedent for child in verb.children if child.dep_ in ("dobj", "nsubjpass") for antecedent in _antecedent(child, verb)]


def _add_complements(verb: "Token", slots: Slots) -> None:
    """The verbs of what is said, asked or wanted, and who is to do it: "wants the rebels to leave", "are ready to talk"."""
    below = [child for child in verb.children if child.i > verb.i]
    inner = [deep for child in below if child.dep_ == "acomp" for deep in child.children if deep.dep_ == "xcomp"]
    heads = [child for child in (*below, *inner) if child.dep_ in _COMPLEMENTS and child.pos_ in ("VERB", "AUX")]
    slots["x"] = heads
    slots["inf"] = [child for child in (*below, *inner) if _is_infinitive(child)]
    clauses = [child for child in (*below, *inner) if child.dep_ in _COMPLEMENTS or child in slots["inf"]]
    slots["xs"] = [deep for clause in clauses for deep in clause.children if deep.dep_ == "nsubj"]


def _is_infinitive(verb: "Token") -> bool:
    """"to leave", whatever the parse hangs it on."""
    return verb.pos_ in ("VERB", "AUX") and verb.dep_ in _TO_DO and any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def counted(noun: "Token", ontology: Ontology) -> "Token":
    """"dozens" for the strikes in "carried out dozens of strikes"."""
    above = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and (above.like_num or ontology.is_a(above.lemma_.lower(), "number_noun")):
        return above
    return noun


def is_passive(verb: "Token") -> bool:
    """Whether the surface subject is who it was done to."""
    for child in verb.children:
        if child.dep_ in ("nsubjpass", "auxpass"):
            return True
        if child.dep_ == "nsubj":
            return False
    if verb.tag_ != "VBN" or any(child.dep_ == "aux" for child in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return is_passive(verb.head)
    return True


def subject_of(verb: "Token", ontology: Ontology, depth: int = 0) -> list["Token"]:
    """The heads of the surface subject, found through relative clauses, conjunctions, infinitives and participles."""
    own = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if own:
        return [antecedent for token in own for antecedent in _antecedent(token, verb)]
    if depth > _DEPTH:
        return []
    head = verb.head
    if verb.dep_ in ("acl", "relcl"):
        return [head]
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return subject_of(head, ontology, depth + 1)
    if verb.dep_ in ("xcomp", "ccomp", "advcl") and head.pos_ in ("VERB", "AUX"):
        controlled = verb.dep_ != "advcl" and ontology.is_a(head.lemma_.lower(), "object_control")
        held = [child for child in head.children if child.dep_ == "dobj"] if controlled else []
        return held or _agent_first(head, ontology, depth)
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        carrier = head.head
        if head.lower_ in ("of", "for", "from") and (accused := _accused(carrier, ontology)):  # "accused the army of shelling them"
            return accused
        return _agent_first(carrier, ontology, depth) if carrier.pos_ in ("VERB", "AUX") else []
    if verb.dep_ == "xcomp" and head.pos_ == "ADJ":
        return subject_of(head, ontology, depth + 1)
    return []


def _agent_first(verb: "Token", ontology: Ontology, depth: int) -> list["Token"]:
    """Who acts in a governing clause: in a passive one its agent, if it has one."""
    if is_passive(verb):
        agents = [inner for child in verb.children if child.dep_ == "agent" for inner in child.children if inner.dep_ == "pobj"]
        if agents:
            return agents
    return subject_of(verb, ontology, depth + 1)


def _antecedent(token: "Token", verb: "Token") -> list["Token"]:
    if token.tag_ not in _RELATIVE_TAGS:
        return [token]
    at = verb
    for _ in range(_DEPTH):
        if at.dep_ == "relcl":
            return [at.head]
        if at.head.i == at.i:
            break
        at = at.head
    return [token]


def _fronted_object(verb: "Token") -> list["Token"]:
    """"the grain that deserters had stolen": the noun before a relative clause whose verb has its own subject and no object."""
    if verb.dep_ != "relcl" or is_passive(verb) or any(child.dep_ == "dobj" and child.tag_ not in _RELATIVE_TAGS for child in verb.children):
        return []
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    return [verb.head] if subjects and subjects[0].tag_ not in _RELATIVE_TAGS else []


def _add_prepositions(word: "Token", slots: Slots, *, only_new: bool = False) -> None:
    for child in word.children:
        if child.dep_ in ("prep", "agent", "dative", "prt", "advmod") or (child.dep_ == "advcl" and child.pos_ == "ADP"):
            heads = [inner for inner in child.children if inner.dep_ == "pobj"]
            for inner in child.children:
                if inner.dep_ in ("prep", "pcomp"):
                    heads += [deep for deep in inner.children if deep.dep_ == "pobj"]
            if heads and not (only_new and slots.get(child.lower_)):
                slots.setdefault(child.lower_, []).extend(heads)


def _through_preposition(token: "Token") -> "Token":
    return next((child for child in token.children if child.dep_ == "pobj"), token)
