"""Deaths and injuries are counts of the event that caused them: find them, and find that event."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from contested.extract.find import Find
from contested.extract.scene import Scene
from contested.extract.slots import verb_slots
from contested.extract.tolls import Harm, harms_in, kind_of_harm
from contested.records import Count, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLIMB = 5
_SAME_BREATH = 10  # tokens from "losses" to the dead and wounded that they are made of
_AT_THE_TIME = frozenset({"when", "as", "while", "after"})
_BEHIND = frozenset({"in", "during", "after", "by", "from"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Suffered:
    """A find with the counts it caused."""

    find: Find
    counts: tuple[Count, ...] = ()


def with_harm(scene: Scene, finds: Sequence[Find]) -> list[Suffered]:
    """Give every find its dead and hurt. A killing told only as the outcome of another event of its sentence is folded into that event."""
    finds = [find for find in finds if not _is_mishap(scene, find)]
    by_sentence: dict[Span, list[Find]] = {}
    for find in finds:
        by_sentence.setdefault(find.sentence, []).append(find)
    counts: dict[int, list[Count]] = {id(find): [] for find in finds}
    kept: set[int] = set()
    for sentence in scene.marks.sentences:
        here = by_sentence.get(sentence, [])
        owners = _fold(scene, here)
        left = [find for find in here if id(find) not in owners]
        kept.update(id(find) for find in left)
        for harm in harms_in(scene, sentence):
            owner = _owner(scene, harm, here, owners)
            if owner is not None and all(known.kind != harm.count.kind for known in counts[id(owner)]):
                counts[id(owner)].append(harm.count)
    suffered = [Suffered(find=find, counts=tuple(counts[id(find)])) for find in finds if id(find) in kept]
    return [entry for entry in suffered if entry.counts or not _is_only_talked_of(scene, entry.find)]


def _fold(scene: Scene, here: Sequence[Find]) -> dict[int, Find]:
    """The outcomes of a sentence that another find of it tells, by id, with that find: the event that caused them, or the first word for the same toll."""
    owners: dict[int, Find] = {}
    others = [find for find in here if _is_violent(scene, find) and not _is_outcome(scene, find) and not _tells_only_of_harm(scene, find)]
    tolls: list[Find] = []
    for find in here:
        if not _is_outcome(scene, find) and not _tells_only_of_harm(scene, find):
            continue
        cause = _cause(scene, find.head, [other for other in others if _may_cause(scene, other, find)]) or _beside(find, others)
        if cause is None and _is_bare_outcome(scene, find):
            cause = _nearest(find.head, [other for other in others if other.head.i < find.head.i or _is_in_time_clause(other.head, find.head)])
        owner = cause or next((toll for toll in reversed(tolls) if _is_one_toll(scene, toll, find)), None)
        if owner is None:
            tolls.append(find)
            continue
        owners[id(find)] = owner
        _enrich(owner, find)
    return owners


def _owner(scene: Scene, harm: Harm, here: Sequence[Find], owners: Mapping[int, Find]) -> Find | None:
    """Whose count it is: the find that the word tells of, or the one that find was folded into; else the cause; else the nearest."""
    own = next((find for find in here if harm.word in find.words), None)
    if own is not None:
        return owners.get(id(own), own)
    violent = [find for find in here if id(find) not in owners and _is_violent(scene, find)]
    return _cause(scene, harm.word, violent) or _nearest(harm.word, violent)


def _is_outcome(scene: Scene, find: Find) -> bool:
    return scene.ontology.has_trait(find.event_type, "outcome")


def _tells_only_of_harm(scene: Scene, find: Find) -> bool:
    """"killing four" said of jets, "razing the post office" said of missiles: the harm that another verb's deed did."""
    if find.trigger.pos != "v" or len(find.trigger.form) > 1:
        return False
    lemma = scene.lemma(find.head) if find.head.pos_ == "VERB" else scene.lemma(find.words[-1])
    harms = scene.ontology.is_a(lemma, "dead_word") or scene.ontology.is_a(lemma, "hurt_word")
    return _is_violent(scene, find) and harms


def _may_cause(scene: Scene, cause: Find, harm: Find) -> bool:
    """A killing with its own weapon or doer is not another's doing."""
    if _is_outcome(scene, harm):
        return True
    return _does(cause) == _does(harm) or harm.head.tag_ == "VBG"


def _does(find: Find) -> set[int]:
    return {token.i for role in ("actor", "weapon") for token in find.roles.get(role, [])}


def _beside(harm: Find, others: Sequence[Find]) -> Find | None:
    """"In a counterattack the rebels retook the post, killing nine": an event in a phrase of the verb that the killing hangs on, or with the same doer."""
    if harm.head.tag_ != "VBG" or harm.head.dep_ not in ("advcl", "conj", "acl"):
        return None
    carrier = harm.head.head
    return next((other for other in others if other.head.i < harm.head.i and (other.head.i == carrier.i or _hangs_below(other.head, carrier))), None)


def _is_one_toll(scene: Scene, first: Find, second: Find) -> bool:
    """"12 were killed and 30 wounded", "casualties: two dead, six hurt": the dead and the hurt of one happening, told in one breath."""
    actors = {token.i for token in first.roles.get("actor", [])}
    if actors and any(token.i not in actors for token in second.roles.get("actor", [])):
        return False
    kinds = {kind_of_harm(scene, word) for word in first.words}, {kind_of_harm(scene, word) for word in second.words}
    same_kind = bool((kinds[0] & kinds[1]) - {None})
    if scene.ontology.is_a(scene.lemma(first.head), "toll_word"):
        return not second.roles.get("actor") and second.head.i - first.head.i <= _SAME_BREATH
    return not same_kind and _hangs_on(second.head, first.head)


def _hangs_on(token: "Token", top: "Token") -> bool:
    """Whether a word stands below another, or both are joined."""
    at = token
    for _ in range(_CLIMB):
        at = at.head
        if at.i in (top.i, top.head.i):
            return True
    return False


def _is_in_time_clause(event: "Token", harm: "Token") -> bool:
    """"... when gunmen raided the camp": an event in a clause or phrase of time that says when people died, or when it was told that they did."""
    above, at = set(), harm
    for _ in range(_CLIMB):
        above.add(at.i)
        at = at.head
    at = event
    for _ in range(_CLIMB):
        if at.dep_ == "pobj" and at.head.lower_ in _BEHIND:
            return at.head.head.i in above
        if any(child.lower_ in _AT_THE_TIME and child.i < at.i for child in at.children):
            return at.head.i in above
        at = at.head
    return False


def _is_mishap(scene: Scene, find: Find) -> bool:
    """Dead of an accident, a storm or a disease: nobody killed them."""
    if not _is_outcome(scene, find):
        return False
    doers = [*find.roles.get("actor", []), *find.roles.get("weapon", [])]
    phrases = [deep for child in find.head.children if child.dep_ in ("prep", "agent") for deep in child.children if deep.dep_ == "pobj"]
    if any(scene.is_a(token, ("mishap", "ailment")) for token in (*doers, *phrases)):
        return True
    verbs = (find.head, *find.head.conjuncts)
    clauses = [child for verb in verbs for child in verb.children if child.dep_ == "advcl" and any(deep.lower_ in _AT_THE_TIME for deep in child.children)]
    subjects = [child for clause in clauses for child in clause.children if child.dep_ == "nsubj"]
    return any(scene.ontology.is_a(scene.lemma(clause), "mishap_verb") for clause in clauses) or any(
        scene.is_a(token, ("mishap",)) or any(scene.is_a(child, ("mishap",)) for child in token.children) for token in subjects
    )


def _is_only_talked_of(scene: Scene, find: Find) -> bool:
    """"the war" without a toll, that neither begins nor ends."""
    if scene.ontology.type(find.event_type).family != "violence":
        return False  # "the loss of Norvale"
    if not scene.ontology.is_a(scene.lemma(find.head), "only_with_toll") or find.trigger.pos != "n" or len(find.trigger.form) > 1:
        return False
    if _is_outcome(scene, find):
        return not find.roles.get("target") and not any(child.like_num for child in find.head.children)
    if not scene.ontology.has_trait(find.event_type, "mutual"):
        return False
    return find.head.dep_ != "nsubj" or not scene.ontology.is_a(scene.lemma(find.head.head), "begin_verb")


def _is_bare_outcome(scene: Scene, find: Find) -> bool:
    """"ten people were killed", without a word on who killed them or how."""
    bare = any(scene.ontology.is_a(scene.lemma(word), "bare_outcome") or scene.ontology.is_a(word.lower_, "bare_outcome") for word in find.words)
    return bare and not find.roles.get("actor") and _is_outcome(scene, find)


def _is_violent(scene: Scene, find: Find) -> bool:
    return scene.ontology.type(find.event_type).family == "violence"


def _enrich(cause: Find, killing: Find) -> None:
    """The cause takes over whom the killing names, where it names nobody itself."""
    for role in ("actor", "target"):
        fillers = [token for token in killing.roles.get(role, []) if token not in cause.words]
        if fillers and not cause.roles.get(role):
            cause.roles[role] = fillers


def _cause(scene: Scene, word: "Token", finds: Sequence[Find]) -> Find | None:
    """The event that a word for dying or being hurt hangs on: its subject, what it hangs below, or what hangs below it."""
    if not finds:
        return None
    heads = {find.head.head.i: find for find in finds if find.trigger.pos == "n" and find.head.dep_ in ("dobj", "nsubj", "nsubjpass")}
    heads |= {token.i: find for find in finds for token in (*find.roles.get("weapon", []), *find.words)}
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
