"""Who is said to hold a place, in words that tell of a state: "remains in government hands", "rebel-held Norvale", "the army controls the port"."""

from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from contested.extract.find import Find
from contested.extract.names import Named, name_actor, name_target
from contested.extract.scene import Scene
from contested.extract.slots import verb_slots
from contested.extract.voice import Voice, modality_of, voices_of
from contested.records import Reason, Span, Standing
from contested.reference.ontology import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

_HOLDING_VERBS = frozenset({"hold", "control", "occupy", "rule", "govern", "dominate"})
_LASTING_VERBS = frozenset({"remain", "stay", "be", "still", "continue", "lie", "rest"})
_PARTS = frozenset({"part", "half", "most", "much", "district", "section", "bit", "edge", "outskirts", "majority", "quarter", "neighbourhood", "neighborhood"})
_STATE = Trigger(event_type="seize", form=("hold",), pos="v", roles=(), needs=(), example="")


def standings_of(scene: Scene) -> list[Standing]:
    """Every state of control that the report tells of, in the order of the text."""
    found = []
    for sentence in scene.marks.sentences:
        for token in scene.tokens(sentence):
            for words, place_heads, holder_heads in _states(scene, token):
                find = Find(trigger=_STATE, words=tuple(words), head=words[0], roles={"target": place_heads, "actor": holder_heads}, sentence=sentence)
                for voice in voices_of(scene, find):
                    standing = _standing(scene, find, voice)
                    if standing is not None:
                        found.append(standing)
    return found


def _states(scene: Scene, token: "Token") -> Iterator[tuple[list["Token"], list["Token"], list["Token"]]]:
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in _HOLDING_VERBS and token.dep_ != "amod":
        slots = verb_slots(token, [token], ontology=scene.ontology, headline=False)
        if slots["s"] and any(scene.is_place(head) for head in slots["o"]):
            yield [token], [head for head in slots["o"] if scene.is_place(head)], slots["s"]
    elif token.lower_ in ("held", "controlled") and token.i >= 2 and token.doc[token.i - 1].text == "-":
        side = token.doc[token.i - 2]
        place = next((inner for inner in token.ancestors if scene.is_place(inner)), None)
        if place is not None and place.i > token.i:
            yield [side, token.doc[token.i - 1], token], [place], [side]
    elif token.pos_ == "ADP" and token.lower_ in ("in", "under"):
        yield from _in_hands(scene, token)


def _in_hands(scene: Scene, preposition: "Token") -> Iterator[tuple[list["Token"], list["Token"], list["Token"]]]:
    noun = next((child for child in preposition.children if child.dep_ == "pobj" and child.lemma_.lower() in ("hand", "control")), None)
    if noun is None:
        return
    verb = preposition.head
    if verb.pos_ not in ("VERB", "AUX") or verb.lemma_.lower() not in _LASTING_VERBS:
        return
    holders = [child for child in noun.children if child.dep_ in ("compound", "poss", "amod", "nmod")]
    holders += [deep for child in noun.children if child.lower_ == "of" for deep in child.children if deep.dep_ == "pobj"]
    slots = verb_slots(verb, [verb], ontology=scene.ontology, headline=False)
    places = [head for head in slots["s"] + slots["o"] if scene.is_place(head)]
    if holders and places:
        yield [preposition, noun], places, holders


def _standing(scene: Scene, find: Find, voice: Voice) -> Standing | None:
    target = name_target(scene, find.roles["target"], near=None)
    holder = name_actor(scene, find.roles["actor"])
    if target.name is None or holder.name is None:
        return None
    head = find.roles["target"][0]
    trigger = Span(find.words[0].idx, find.words[-1].idx + len(find.words[-1]))
    return Standing(
        id=_id(scene, trigger, target, voice), report=scene.report.id, sentence=find.sentence, trigger=trigger, status="held",
        place_name=target.name, place_ref=target.place, holder=holder.name, whole=head.lemma_.lower() not in _PARTS,
        speaker=voice.spans, speaker_name=voice.name, speaker_kind=voice.kind, stance=voice.stance, modality=modality_of(scene, find),
        reasons=(Reason(score=0.8, because=f"{scene.report.words(trigger)!r} tells who holds {target.name}"), Reason(score=1.0, because=voice.because)),
    )


def _id(scene: Scene, trigger: Span, target: Named, voice: Voice) -> str:
    parts = (scene.report.id, "standing", str(tuple(trigger)), target.name or "", str(voice.spans))
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]
