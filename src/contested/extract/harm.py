"""Deaths and injuries are counts of the event that caused them: find them, and find that event."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from contested.extract.find import Find
from contested.extract.scene import Scene
from contested.extract.slots import verb_slots
from contested.language.phrases import noun_phrase
from contested.records import Count, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

HarmKind = Literal["killed", "injured", "casualties"]
_NEAR = 4
_CLIMB = 5
_GENERIC = frozenset({"kill", "die", "death", "dead", "perish", "wound", "injure", "fatality", "life", "succumb", "lose", "hurt"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """One count of dead or hurt, and the word that says so."""

    word: "Token"
    count: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Suffered:
    """A find with the counts it caused."""

    find: Find
    counts: tuple[Count, ...] = ()


def with_harm(scene: Scene, finds: Sequence[Find]) -> list[Suffered]:
    """Give every find its dead and hurt. A killing told only as the outcome of another event is folded into that event."""
    counts: dict[int, list[Count]] = {id(find): [] for find in finds}
    folded: set[int] = set()
    by_sentence: dict[Span, list[Find]] = {}
    for find in finds:
        by_sentence.setdefault(find.sentence, []).append(find)
    for find in finds:
        if not scene.ontology.has_trait(find.event_type, "outcome"):
            continue
        others = [other for other in by_sentence[find.sentence] if _is_violent(scene, other) and not scene.ontology.has_trait(other.event_type, "outcome")]
        cause = _cause(scene, find.head, others)
        if cause is None and _is_bare_outcome(scene, find):
            cause = _nearest(find.head, [other for other in others if other.head.i < find.head.i])
        if cause is not None:
            folded.add(id(find))
            by_sentence[find.sentence].remove(find)
            _enrich(cause, find)
    for sentence in scene.marks.sentences:
        here = by_sentence.get(sentence, [])
        for harm in _harms(scene, sentence):
            owner = next((find for find in here if harm.word in find.words), None) or _cause(scene, harm.word, [f for f in here if _is_violent(scene, f)])
            if owner is None:
                owner = _nearest(harm.word, [find for find in here if _is_violent(scene, find)])
            if owner is not None and all(known.kind != harm.count.kind for known in counts[id(owner)]):
                counts[id(owner)].append(harm.count)
    suffered = [Suffered(find=_retyped(scene, find, by_sentence), counts=tuple(counts[id(find)])) for find in finds if id(find) not in folded]
    return [entry for entry in suffered if entry.counts or not _is_only_talked_of(scene, entry.find)]


def _is_only_talked_of(scene: Scene, find: Find) -> bool:
    """"the war" without a toll, that neither begins nor ends."""
    if not scene.ontology.is_a(scene.lemma(find.head), "only_with_toll"):
        return False
    return find.head.dep_ != "nsubj" or not scene.ontology.is_a(scene.lemma(find.head.head), "begin_verb")


def _is_bare_outcome(scene: Scene, find: Find) -> bool:
    """"ten people were killed", without a word on who killed them or how."""
    return scene.ontology.has_trait(find.event_type, "outcome") and not find.roles.get("actor") and find.head.lemma_.lower() in _GENERIC


def _is_violent(scene: Scene, find: Find) -> bool:
    return scene.ontology.type(find.event_type).family == "violence"


def _enrich(cause: Find, killing: Find) -> None:
    """The cause takes over whom the killing names, where it names nobody itself."""
    for role in ("actor", "target"):
        fillers = [token for token in killing.roles.get(role, []) if token not in cause.words]
        if fillers and not cause.roles.get(role):
            cause.roles[role] = fillers


def _retyped(scene: Scene, find: Find, by_sentence: Mapping[Span, Sequence[Find]]) -> Find:
    """"Ten people were killed, police said" after a bombing is a claim of that bombing, if nobody else is said to have killed them."""
    if not _is_bare_outcome(scene, find) or find.head.tag_ == "VBG":
        return find
    at = scene.sentence_number[find.sentence]
    near = [other for sentence in scene.marks.sentences[max(0, at - 2) : at] for other in by_sentence.get(sentence, ())]
    before = [other for other in near if _is_violent(scene, other) and not scene.ontology.has_trait(other.event_type, "outcome")]
    return replace(find, trigger=replace(find.trigger, event_type=before[-1].event_type)) if before else find


def _cause(scene: Scene, word: "Token", finds: Sequence[Find]) -> Find | None:
    """The event that a word for dying or being hurt hangs on: its subject, what it hangs below, or what hangs below it."""
    if not finds:
        return None
    heads = {find.head.head.i: find for find in finds if find.trigger.pos == "n" and find.head.dep_ in ("dobj", "nsubj", "nsubjpass")}
    heads |= {token.i: find for find in finds for token in find.words}
    if word.pos_ == "VERB":
        for subject in verb_slots(word, [word], ontology=scene.ontology, headline=False)["s"]:
            if subject.i in heads:
                return heads[subject.i]
    at = word
    for _ in range(_CLIMB):
        if at.head.i == at.i:
            break
        at = at.head
        if at.i in heads:
            return heads[at.i]
        if at.dep_ in ("ccomp", "parataxis"):
            break
    below = [find for find in finds if _hangs_below(find.head, word)]
    return below[0] if below else None


def _hangs_below(token: "Token", top: "Token") -> bool:
    """Whether an event stands in a phrase or a time clause of the word, not merely joined to it by "and"."""
    at = token
    for _ in range(_CLIMB):
        if at.dep_ in ("conj", "ccomp", "parataxis"):
            return False
        at = at.head
        if at.i == top.i:
            return True
    return False


def _nearest(word: "Token", finds: Sequence[Find]) -> Find | None:
    return min(finds, key=lambda find: (abs(find.head.i - word.i) + (8 if find.head.i > word.i else 0), find.head.i), default=None)


def _harms(scene: Scene, sentence: Span) -> list[Harm]:
    found = []
    for word in scene.tokens(sentence):
        kind = _kind(scene, word)
        if kind is not None:
            count = _count(scene, word, kind)
            if count is not None:
                found.append(Harm(word=word, count=count))
    return found


def _kind(scene: Scene, word: "Token") -> HarmKind | None:
    lemma, lower = scene.lemma(word), word.lower_
    if scene.ontology.is_a(lemma, "both_word"):
        return "casualties"
    if scene.ontology.is_a(lemma, "hurt_word") or scene.ontology.is_a(lower, "hurt_word"):
        return "injured"
    if lemma == "toll" and not any(child.lower_ in ("death", "casualty") for child in word.children):
        return None
    if scene.ontology.is_a(lemma, "dead_word"):
        return "killed"
    return None


def _count(scene: Scene, word: "Token", kind: HarmKind) -> Count | None:
    quantity = _quantity_before(scene, word) or _quantity_of(scene, word) or _quantity_right_after(scene, word)
    if quantity is not None:
        mark = scene.quantities[quantity.i]
        return Count(kind=kind, low=mark.low, high=mark.high, wording=mark.wording, span=mark.span)
    singular = (head for head in _people(scene, word) if head.tag_ in ("NN", "NNP") and scene.is_a(head, ("people", "armed")))
    person = next((head for head in singular if not _is_group(scene, head)), None)
    if person is None:
        return None
    span = noun_phrase(person)
    return Count(kind=kind, low=1, high=1, wording=scene.report.words(span), span=span)


def _is_group(scene: Scene, head: "Token") -> bool:
    """A singular word for many: a unit, an army, a family."""
    actor = scene.actor_of(head)
    many = scene.ontology.is_a(scene.lemma(head), "collective")
    return many or (actor is not None and actor.ref is not None and actor.ref.kind != "person" and head.tag_ == "NNP")


def _quantity_before(scene: Scene, word: "Token") -> "Token | None":
    """"20 wounded", "at least five were killed": a number right before, with only auxiliaries and counted nouns between."""
    i = word.i
    for back in range(1, _NEAR + 1):
        if i - back < 0 or scene.doc[i - back].idx < scene.doc[i].sent.start_char:
            return None
        token = scene.doc[i - back]
        if token.i in scene.quantities:
            return token
        if token.pos_ not in ("AUX", "ADV", "NOUN", "PART") or token.dep_ == "pobj":
            return None
    return None


def _quantity_of(scene: Scene, word: "Token") -> "Token | None":
    if word.i in scene.quantities and word.pos_ in ("NOUN", "ADJ", "VERB"):
        return word
    for head in _people(scene, word):
        for token in (head, *head.children):
            if token.i in scene.quantities and (token.i == head.i or token.dep_ in ("nummod", "quantmod", "amod", "det")):
                return token
    if scene.lemma(word) in ("toll", "death", "casualty", "fatality"):
        return _number_after(scene, word)
    return None


def _quantity_right_after(scene: Scene, word: "Token") -> "Token | None":
    """"Shells kill 56 in Norvale": a number behind a killing verb, whatever the parse makes of it."""
    if word.pos_ != "VERB" or word.tag_ == "VBN" or word.i + 1 >= len(scene.doc):
        return None
    follower = scene.doc[word.i + 1]
    return follower if follower.i in scene.quantities and not follower.is_sent_start else None


def _number_after(scene: Scene, word: "Token") -> "Token | None":
    """"a death toll of 126", "the toll rose to 31 from 19": the number after "of", "to" or "at"."""
    end = min(word.i + 8, len(scene.doc))
    for i in range(word.i + 1, end):
        if scene.doc[i].lower_ in ("of", "to", "at") or scene.doc[i].lemma_ in ("reach", "stand", "be"):
            for j in range(i + 1, min(i + 4, end)):
                if j in scene.quantities or scene.doc[j].like_num:
                    return scene.doc[j] if j in scene.quantities else None
    return None


def _people(scene: Scene, word: "Token") -> list["Token"]:
    """The heads of whom the word says it: object of a killing, subject of dying, what "dead" stands with."""
    if word.pos_ in ("VERB", "AUX"):
        slots = verb_slots(word, [word], ontology=scene.ontology, headline=True)
        heads = slots["s"] if scene.lemma(word) in ("die", "perish", "succumb") else slots["o"]
        return [joined for head in heads for joined in (head, *head.conjuncts)]
    if word.dep_ in ("amod", "acl"):
        return [word.head]
    predicated = word.dep_ in ("oprd", "acomp", "ccomp", "xcomp", "conj")
    found = [child for child in word.head.children if predicated and child.dep_ in ("dobj", "nsubj") and child.i != word.i]
    found += [deep for child in word.children if child.lower_ in ("of", "among") for deep in child.children if deep.dep_ == "pobj"]
    return found + [child for child in word.children if child.dep_ in ("nsubj", "nummod")]
