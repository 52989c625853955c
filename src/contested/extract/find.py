"""Where the words of a report may tell of an event: triggers with their slots filled and their needs met."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from contested.extract.complement import complement_slots, is_complement, manner_of
from contested.extract.gapped import gapped_targets
from contested.extract.headline import may_be_verb, positional_slots
from contested.extract.scene import Scene
from contested.extract.slots import Slots, counted, noun_slots, verb_slots
from contested.extract.weapons import stands_for_its_blast, stands_for_people, told_by
from contested.records import Span
from contested.reference.ontology import Need, Ontology, Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_OBJECT_SLOTS = ("o", "own", "extra", "of", "for", "to", "on", "with")
_GAP = 8
_REACH = 3
_TOGETHER = 4
_MOST_BETWEEN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """A trigger in the text. `head` is its verb or noun; `roles` maps actor, target, place, weapon to heads of phrases.

    `at`: what stands for the verb in a clause that leaves it out.
    """

    trigger: Trigger
    words: tuple["Token", ...]
    head: "Token"
    roles: dict[str, list["Token"]]
    sentence: Span
    at: "Token | None" = None

    @property
    def paired(self) -> bool:
        """The two sides were told together ("between the army and the rebels"): each is one role's alone."""
        return any(role == "both" for slot, role in self.trigger.roles) and bool(self.roles.get("actor")) and bool(self.roles.get("target"))

    @property
    def event_type(self) -> str:
        return self.trigger.event_type

    @property
    def span(self) -> Span:
        return Span(self.words[0].idx, self.words[-1].idx + len(self.words[-1]))


def find_events(scene: Scene) -> list[Find]:
    """All triggers of a report whose needs are met, the best one for each word, in the order of the text."""
    index = _index(scene.ontology)
    found: list[Find] = []
    for sentence in scene.marks.sentences:
        tokens = scene.tokens(sentence)
        headline = scene.is_headline(sentence)
        here: list[Find] = []
        for token in tokens:
            for word in {scene.ontology.lemma(token.lower_, token.lemma_), token.lower_}:
                for trigger in index.get(word, ()):
                    here += _try(scene, trigger, token, sentence, headline)
        best = _best(scene, here)
        best += _gapped(scene, best, sentence)
        found += best if not headline else _best(scene, best + _by_position(scene, tokens, sentence, index, taken={w.i for find in best for w in find.words}))
    return found


def _gapped(scene: Scene, finds: list[Find], sentence: Span) -> list[Find]:
    """What befell one place on Sunday befell another on Monday, in clauses that do not say the verb again."""
    found = []
    for find in finds:
        targets = find.roles.get("target", [])
        if find.trigger.pos == "v" and targets and scene.is_a(targets[0], ("place", "name")):
            known = {token.i for head in targets for token in (head, *head.conjuncts)}
            others = gapped_targets(find.head, targets[-1], end=sentence.end)
            if others and all(scene.is_a(other, ("place", "name")) for other in others):
                found += [replace(find, roles={**find.roles, "target": [other]}, at=other) for other in others if other.i not in known]
    return found


def _by_position(scene: Scene, tokens: list["Token"], sentence: Span, index: dict[str, tuple[Trigger, ...]], *, taken: set[int]) -> list[Find]:
    """Verbs of a headline that the parse took for nouns."""
    found = []
    for token in tokens:
        if token.i in taken or not may_be_verb(token, tokens):
            continue
        slots = positional_slots(token, tokens)
        for trigger in index.get(scene.ontology.lemma(token.lower_, token.lemma_), ()):
            behind = tokens[token.i - tokens[0].i + 1].lower_
            if trigger.pos == "v" and trigger.form[1:] in ((), (behind,)):
                roles = _roles(scene, trigger, slots)
                if roles.get("actor") and all(_met(scene, need, roles, slots) for need in trigger.needs):
                    found.append(Find(trigger=trigger, words=(token,), head=token, roles=roles, sentence=sentence))
    return found


@lru_cache(maxsize=4)
def _index_of(triggers: tuple[Trigger, ...]) -> dict[str, tuple[Trigger, ...]]:
    index: dict[str, list[Trigger]] = defaultdict(list)
    for trigger in triggers:
        index[trigger.form[0].split("-")[0]].append(trigger)
        if "-" in trigger.form[0]:
            index[trigger.form[0]].append(trigger)
    return {word: tuple(rows) for word, rows in index.items()}


def _index(ontology: Ontology) -> dict[str, tuple[Trigger, ...]]:
    return _index_of(ontology.triggers)


def _try(scene: Scene, trigger: Trigger, token: "Token", sentence: Span, headline: bool) -> Iterator[Find]:
    words = _match(scene.ontology, trigger, token, sentence)
    if words is None or _is_about_its_end(scene, trigger, words[-1]) or _is_habit(scene, trigger, words[0]):
        return
    if trigger.pos == "v":
        if any(above.lower_ == "like" for above in (words[0].head, words[0].head.head)) and words[0].dep_ in ("pcomp", "acl"):  # "like a door slamming"
            return
        head, slots = words[0], verb_slots(words[0], words, ontology=scene.ontology, headline=headline)
        slots["own"] = words[1:]
        slots["n"] = [words[0].head] if words[0].dep_ == "amod" else []
        slots["poss"] = [child for word in words[1:] for child in word.children if child.dep_ in ("poss", "compound", "amod", "nmod")]
    elif trigger.pos == "n":
        head = words[-1]
        if not stands_for_its_blast(scene, words):
            return
        slots = noun_slots(head, words, ontology=scene.ontology)
    elif trigger.pos == "a":
        head, slots = words[-1], {"n": [words[-1].head]}
    elif trigger.pos == "c":
        head, slots = words[0], complement_slots(scene, words)
    else:
        head, slots = words[0], _copula_slots(scene, words)
    slots["manner"] = manner_of(head, trigger.pos, ontology=scene.ontology)
    roles = _roles(scene, trigger, slots)
    if all(_met(scene, need, roles, slots) for need in trigger.needs):
        if trigger.pos == "v":
            words, head = told_by(scene, head, words, roles)
        doer = counted(head, scene.ontology)
        if trigger.pos == "n" and scene.ontology.is_a(scene.lemma(head), "agentive") and doer.dep_ == "nsubj" and doer.head.pos_ == "VERB":
            words = _with_subject(words[0], doer.head)
            head = doer.head  # "a suicide bomber rammed a truck into the gate": what he did tells of it
            roles.setdefault("target", [child for child in head.children if child.dep_ == "dobj" and scene.is_a(child, ("people", "armed", "place"))])
        yield Find(trigger=trigger, words=tuple(words), head=head, roles=roles, sentence=sentence)


def _with_subject(subject: "Token", verb: "Token") -> list["Token"]:
    """Subject and verb where they stand together, else the verb."""
    return list(verb.doc[subject.i : verb.i + 1]) if 0 < verb.i - subject.i <= _TOGETHER else [verb]


def _is_about_its_end(scene: Scene, trigger: Trigger, noun: "Token") -> bool:
    """"an end to fighting" tells of no fighting, "in advance" of no advance."""
    if trigger.pos != "n":
        return False
    if noun.i and scene.ontology.is_a(f"{scene.doc[noun.i - 1].lower_} {scene.lemma(noun)}", "idiom"):
        return True
    if noun.dep_ != "pobj":
        return False
    if noun.head.lower_ == "like":
        return True
    return scene.ontology.is_a(scene.lemma(noun.head.head), "ending") and noun.head.lower_ in ("to", "of", "in")


def _is_habit(scene: Scene, trigger: Trigger, verb: "Token") -> bool:
    """"The rebels often target convoys" tells of no event."""
    if trigger.pos != "v":
        return False
    is_now = any(child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBP", "VBZ") and child.lemma_ == "be" for child in verb.children)
    return (is_now or verb.tag_ in ("VBP", "VBZ")) and any(child.dep_ == "advmod" and scene.ontology.is_a(child.lower_, "habitual") for child in verb.children)


def _match(ontology: Ontology, trigger: Trigger, token: "Token", sentence: Span) -> list["Token"] | None:
    if trigger.pos == "v":
        return _match_verb(ontology, trigger.form, token, sentence) if token.pos_ in _VERBAL and not _stands_for_people(token) else None
    words = _match_run(trigger.form, token)
    if words is None:
        return None
    last = words[-1]
    if trigger.pos == "n":
        return words if _is_event_noun(last) or stands_for_people(last, ontology) else None
    if trigger.pos == "a":
        return words if last.dep_ == "amod" and last.head.i > last.i else None
    if trigger.pos == "c":
        return words if is_complement(ontology, words) else None
    return words if token.pos_ == "ADP" else None


def _stands_for_people(participle: "Token") -> bool:
    """"the displaced", "the wounded": the people, not what befell them."""
    return (
        participle.tag_ in ("VBN", "VBD", "JJ") and participle.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos")
        and any(child.dep_ == "det" and child.i == participle.i - 1 for child in participle.children)
    )


def _match_verb(ontology: Ontology, form: tuple[str, ...], verb: "Token", sentence: Span) -> list["Token"] | None:
    """The verb, then the other words of the form after it, in order, each below the verb and not far off."""
    words, at = [verb], verb.i
    if form[0] not in (ontology.lemma(verb.lower_, verb.lemma_), verb.lower_):
        return None
    for wanted in form[1:]:
        for i in range(at + 1, min(at + 1 + _GAP, len(verb.doc))):
            token = verb.doc[i]
            if token.idx >= sentence.end:
                return None
            if not _is_wanted(ontology, token, wanted):
                continue
            if _is_below(token, verb):
                words.append(token)
                at = i
                break
        else:
            return None
    return words


def _is_wanted(ontology: Ontology, token: "Token", wanted: str) -> bool:
    """A word by lemma or form; "+in" is the particle alone, no preposition."""
    if wanted.startswith("+"):
        return token.lower_ == wanted[1:] and not any(child.dep_ == "pobj" for child in token.children)
    return wanted in (ontology.lemma(token.text, token.lemma_), token.lower_)


def _is_below(token: "Token", verb: "Token") -> bool:
    at = token
    for _ in range(_REACH):
        at = at.head
        if at.i == verb.i:
            return True
    return False


def _match_run(form: tuple[str, ...], first: "Token") -> list["Token"] | None:
    """The words of the form side by side; hyphens and articles may stand between them. "*" is up to five words of names and qualities."""
    wanted = [piece for word in form for piece in word.split("-")]
    words: list[Token] = []
    at, doc = first.i, first.doc
    for i, word in enumerate(wanted):
        while i and at < len(doc) and (doc[at].text == "-" or doc[at].dep_ == "det"):
            at += 1
        if word == "*":
            end = at
            while end < min(at + _MOST_BETWEEN, len(doc)) and _may_stand_between(doc[end]) and not (end > at and _is_word(doc[end], wanted[i + 1])):
                end += 1
            if end == at:
                return None
            words += doc[at:end]
            at = end
            continue
        if at >= len(doc) or not _is_word(doc[at], word):
            return None
        words.append(doc[at])
        at += 1
    return words


def _may_stand_between(token: "Token") -> bool:
    return token.pos_ in ("ADJ", "NOUN", "PROPN", "PRON", "PART", "CCONJ", "DET") or token.dep_ == "case"


def _is_word(token: "Token", word: str) -> bool:
    """The word in any number."""
    return word in (token.lemma_.lower(), token.lower_) or (token.pos_ == "PROPN" and token.lower_ == f"{word}s")


def _is_event_noun(token: "Token") -> bool:
    if token.dep_ in ("compound", "nmod") and token.head.i > token.i:
        return False
    if token.pos_ in _NOMINAL:
        return True
    nominal_place = token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "ROOT", "conj", "appos")
    if token.tag_ == "VBG" and any(child.dep_ == "expl" for child in token.children):  # "there has been shooting"
        return True
    return token.tag_ == "VBG" and nominal_place and not any(child.dep_ in ("nsubj", "aux", "dobj") for child in token.children)


def _copula_slots(scene: Scene, words: list["Token"]) -> Slots:
    """"the mill was in the hands of deserters": the subject of the copula, and the object of the last "of"."""
    verb = words[0].head
    slots: Slots = {}
    for _ in range(_REACH):
        if verb.pos_ in _VERBAL or verb.head.i == verb.i:
            break
        verb = verb.head
    if verb.pos_ in _VERBAL:
        slots = verb_slots(verb, words, ontology=scene.ontology, headline=False)
    elif verb.pos_ in _NOMINAL:
        slots["s"] = [verb]
    inner = [word for word in words for word in word.children]
    before = [child for child in words[-1].children if child.dep_ in ("amod", "compound", "poss", "nmod")]
    slots["of"] = [child for child in before if child.pos_ in ("PROPN", "NOUN", "ADJ", "PRON")]
    slots["of"] += [deep for child in [*words, *inner] if child.lower_ == "of" for deep in child.children if deep.dep_ == "pobj"]
    if slots.get("s") == [] and slots.get("o"):
        slots["s"] = slots["o"]
    return slots


def _roles(scene: Scene, trigger: Trigger, slots: Slots) -> dict[str, list["Token"]]:
    roles: dict[str, list[Token]] = {}
    for slot, heads in sorted(slots.items(), key=lambda entry: entry[0] == "effect"):  # whom it hit counts only where no words name its target
        role = trigger.role(slot)
        if slot == "effect" and heads:
            role = "target"
        elif role is None or role == "-":
            continue
        heads = [head for head in heads if head.i not in scene.timed]
        if slot == "comp":
            heads = [head for head in heads if scene.actor_of(head) is not None or scene.is_a(head, ("aircraft",))]
        if role == "both":
            pair = [head, *head.conjuncts] if (head := heads[0] if heads else None) is not None else []
            roles.setdefault("actor", []).extend(pair[:1])
            roles.setdefault("target", []).extend(pair[1:])
        elif heads and not (slot in ("effect", "lv") and roles.get(role)):
            known = roles.setdefault(role, [])
            known.extend(head for head in heads if head not in known)
    return roles


def _met(scene: Scene, need: Need, roles: dict[str, list["Token"]], slots: Slots) -> bool:
    if need.role == "report":
        return scene.war
    if need.role.startswith("@"):
        return _fits(scene, need, slots.get(need.role[1:], []))
    if need.role == "object":
        fillers = [head for slot in _OBJECT_SLOTS for head in slots.get(slot, [])]
        fillers += [deep for head in slots.get("o", []) for child in head.children if child.lower_ == "of" for deep in child.children if deep.dep_ == "pobj"]
    else:
        fillers = slots.get("x", []) if need.role == "x" else roles.get(need.role, [])
    return _fits(scene, need, fillers)


def _fits(scene: Scene, need: Need, fillers: list["Token"]) -> bool:
    if not fillers:
        return need.how != "must"
    fits = any(scene.is_a(filler, need.classes) for filler in fillers)
    return fits if need.how != "not" else not fits


def _rank(scene: Scene, find: Find) -> tuple[int, int, bool, int]:
    extent = find.words[-1].i - find.words[0].i if len(find.trigger.form) > 1 else 0
    return (-len(find.trigger.form), extent, scene.ontology.is_a(find.event_type, "generic_type"), -_demands(find.trigger))


def _demands(trigger: Trigger) -> int:
    return sum(need.how == "must" and need.role != "report" for need in trigger.needs)


def _best(scene: Scene, finds: list[Find]) -> list[Find]:
    """One find a word: the longest form, the words nearest together, the most demanding row, the first in the tables."""
    ranked = sorted(
        enumerate(finds),
        key=lambda pair: (*_rank(scene, pair[1]), pair[0]),
    )
    taken: set[int] = set()
    kept = []
    for _, find in ranked:
        if not any(word.i in taken for word in find.words):
            kept.append(find)
            taken.update(word.i for word in find.words)
    return sorted(kept, key=lambda find: find.words[0].i)
