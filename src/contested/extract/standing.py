"""Who is said to hold a place, in words that tell of a state: "remains in government hands", "rebel-held Norvale", "the army controls the port"."""

from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from contested.extract.find import Find
from contested.extract.names import NOBODY, Named, name_actor, name_target
from contested.extract.scene import Scene
from contested.extract.states import State, states_at
from contested.extract.voice import Voice, modality_of, voices_of
from contested.extract.where import as_settlement
from contested.records import Dated, Reason, Span, Standing
from contested.reference.ontology import Trigger
from contested.reference.states import load_states

if TYPE_CHECKING:
    from spacy.tokens import Token

_CAN_HOLD = ("armed", "country", "political", "actor", "rebel")
_STATE = Trigger(event_type="seize", form=("hold",), pos="v", roles=(), needs=(), example="")


def standings_of(scene: Scene) -> list[Standing]:
    """Every state of control that the report tells of, in the order of the text; none where it tells of no war."""
    found: list[Standing] = []
    if scene.peace:
        return found
    for sentence in scene.marks.sentences:
        told: set[str] = set()
        for token in scene.tokens(sentence):
            for state in states_at(scene, token):
                for standing in _standings(scene, state, sentence):
                    if standing.id not in told:
                        told.add(standing.id)
                        found.append(standing)
    return found


def _standings(scene: Scene, state: State, sentence: Span) -> list[Standing]:
    """One a place ("the bridge and the barracks") and a speaker; none of what is told as past or as no longer so."""
    holders = [head for head in state.holders if head.pos_ == "PRON" or scene.is_a(head, _CAN_HOLD)]
    if _is_past(scene, state) or (state.holders and not holders):
        return []
    find = Find(trigger=_STATE, words=state.words, head=state.words[0], roles={"target": list(state.places), "actor": holders}, sentence=sentence)
    standings = []
    for place in state.places if state.alone else _each(scene, state.places):
        for voice in voices_of(scene, find):
            standing = _standing(scene, find, voice, place=place, state=state)
            if standing is not None:
                standings.append(standing)
    return standings


def _each(scene: Scene, places: Sequence["Token"]) -> list["Token"]:
    listed: list[Token] = []
    for head in places:
        listed += [token for token in (head, *head.conjuncts) if token not in listed and scene.is_a(token, ("place", "name"))]
    return listed


def _is_past(scene: Scene, state: State) -> bool:
    """"had held", "once held", "no longer holds"."""
    near = [*state.verb.children, *(child for word in state.words for child in word.children)]
    said = {child.lower_ for child in near if child.dep_ in ("advmod", "amod", "mark", "prep")}
    if any(scene.ontology.is_a(word, "no_more") or word in load_states().past for word in said):
        return True
    return any(child.dep_ in ("aux", "auxpass") and child.lower_ == "had" for child in state.verb.children)


def _standing(scene: Scene, find: Find, voice: Voice, *, place: "Token", state: State) -> Standing | None:
    target = as_settlement(scene, place, name_target(scene, [place], near=None, alone=True))
    holder = name_actor(scene, find.roles["actor"], alone=True) if state.holders else NOBODY
    roads = target.kind == "road" and target.place is not None and target.place.kind != "road"  # "the roads into Norvale" are not Norvale
    if target.name is None or roads or (holder.name is None and state.status == "held"):
        return None
    trigger = Span(find.words[0].idx, find.words[-1].idx + len(find.words[-1]))
    tells = "tells who holds" if state.status == "held" else "tells that nobody holds all of"
    return Standing(
        id=_id(scene, trigger, target, voice), report=scene.report.id, sentence=find.sentence, trigger=trigger, status=state.status,
        place_name=target.name, place_ref=target.place, holder=holder.name, whole=_is_whole(scene, place), dated=_since(scene, find),
        speaker=voice.spans, speaker_name=voice.name, speaker_kind=voice.kind, stance=voice.stance, modality=modality_of(scene, find),
        reasons=(Reason(score=0.8, because=f"{scene.report.words(trigger)!r} {tells} {target.name}"), Reason(score=1.0, because=voice.because)),
    )


def _is_whole(scene: Scene, place: "Token") -> bool:
    """Not "most of Norvale", "Norvale's outskirts", "the eastern half of the city"."""
    parts = load_states().parts
    if scene.lemma(place) in parts:
        return False
    return not (place.dep_ == "pobj" and place.head.lower_ == "of" and scene.lemma(place.head.head) in parts)


def _since(scene: Scene, find: Find) -> Dated | None:
    """"since June": when the state began."""
    for when in scene.within(find.sentence).times:
        token = scene.tokens(when.span)[0]
        at = token if token.lower_ == "since" else token.head
        if when.earliest is None or (at.lower_ != "since" and token.nbor(-1).lower_ != "since" if token.i else True):
            continue
        lines = {word.i for word in (find.head, *find.head.children, *find.head.ancestors)}
        if at.i in lines or at.head.i in lines:
            last = when.latest if when.latest and scene.report.published and when.latest[:10] != scene.report.published[:10] else when.earliest
            return Dated(earliest=when.earliest[:10], latest=last[:10], precision=when.precision, wording=when.wording)
    return None


def _id(scene: Scene, trigger: Span, target: Named, voice: Voice) -> str:
    parts = (scene.report.id, "standing", str(tuple(trigger)), target.name or "", str(voice.spans))
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]
