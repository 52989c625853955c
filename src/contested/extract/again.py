"""What a report tells of again: "the blast", "the attack", "nine people were killed", "claimed responsibility" speak of an event told elsewhere in it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from contested.extract.scene import Scene
from contested.records import Claim, Reason, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_REFERENCE_SENTENCES = 8
_TOLL_SENTENCES = 3
_OPENING = 2  # sentences: a headline or a first sentence may give the toll before the report says how
_MAIN_SHARE = 0.6
_POINTS_BACK = frozenset({"the", "this", "that", "these", "those", "such"})
_WIDE = frozenset({"settlement", "admin2", "admin1", "country"})  # the hospital of the wounded is not where they were hit
_HAPPENED = frozenset({"actual", "ongoing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """The claims of a report as first read, by sentence number, and the violent type that most of them tell of, if one does by far."""

    by_sentence: dict[int, list[Claim]]
    main: Claim | None


def told_again(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Give claims of the dead, and nouns and verbs that leave open what happened, the type of the event they speak of; drop "the incident" without one."""
    told = _Told(by_sentence=_by_sentence(scene, claims), main=_main(scene, claims))
    done: list[Claim] = []
    for claim in claims:
        words = scene.tokens(claim.trigger)
        if _is_toll(scene, claim, words):
            cause = _cause_before(scene, claim, done, told) or _cause_ahead(scene, claim, told) or _main_cause(claim, told)
            done.append(_as(scene, claim, cause, of_whom=False) if cause is not None else _of_fighting(scene, claim))
            continue
        if _is_said_of_another(scene, claim, words, told):
            continue
        may_be = _may_be(scene, claim, words)
        before = _before(scene, claim, done, may_be) if may_be else None
        if before is not None:
            done.append(_as(scene, claim, before, of_whom=True))
        elif not _needs_one(scene, words):
            done.append(claim)
    settled: dict[str, Claim] = {}
    for claim in done:
        if not any(scene.ontology.is_a(scene.lemma(word), "either_way") for word in scene.tokens(claim.trigger)):
            settled.setdefault(claim.event_type, claim)
    return [_in_company(scene, claim, settled) for claim in done]


def _in_company(scene: Scene, claim: Claim, settled: Mapping[str, Claim]) -> Claim:
    """"The bombing" in a report that tells only of air strikes, in other words, is one. `settled`: the first claim of each type that is told in such words."""
    words = scene.tokens(claim.trigger)
    if len(words) > 1 or not scene.ontology.is_a(scene.lemma(words[0]), "either_way"):
        return claim
    kinds = [kind for kind in settled if kind in scene.ontology.back_references.get(scene.lemma(words[0]), frozenset())]
    alone = len(kinds) == 1 and claim.event_type != kinds[0] and _fit(claim, settled[kinds[0]])
    return _as(scene, claim, settled[kinds[0]], of_whom=False) if alone else claim


def _is_toll(scene: Scene, claim: Claim, words: list["Token"]) -> bool:
    """The dead or the hurt without a word on who did it or how: "ten people were killed", "lost their lives", "six dead"."""
    if not scene.ontology.has_trait(claim.event_type, "outcome") or claim.actor or any(word.tag_ == "VBG" for word in words[:1]):
        return False
    return any(scene.ontology.is_a(scene.lemma(word), "bare_outcome") or scene.ontology.is_a(word.lower_, "bare_outcome") for word in words)


def _may_be(scene: Scene, claim: Claim, words: list["Token"]) -> frozenset[str]:
    """The types that a word may speak of again: a noun that points back, or a verb without a doer."""
    word = words[-1] if words[-1].pos_ in ("NOUN", "PROPN") else words[0]
    may_be = scene.ontology.back_references.get(scene.lemma(word), frozenset())
    if word.pos_ == "VERB":
        open_to_all = scene.ontology.is_a(claim.event_type, "generic_type") and (claim.actor_name is None or not claim.target)
        return may_be if open_to_all else frozenset()
    if word.pos_ not in ("NOUN", "PROPN") or claim.time:
        return frozenset()
    if scene.ontology.is_a(scene.lemma(word), "always_back"):
        return may_be
    definite = any(child.lower_ in _POINTS_BACK for child in word.children)
    return may_be if definite and (not claim.actor or scene.lemma(word.head) == "claim") else frozenset()


def _is_said_of_another(scene: Scene, claim: Claim, words: list["Token"], told: _Told) -> bool:
    """"claimed responsibility for the attack": the attack is the claim."""
    if not scene.ontology.is_a(scene.lemma(words[-1]), "always_back"):
        return False
    here = told.by_sentence[scene.sentence_number[claim.sentence]]
    return any(other is not claim and scene.ontology.type(other.event_type).family == "violence" for other in here)


def _needs_one(scene: Scene, words: list["Token"]) -> bool:
    """Whether the words tell of nothing where no event was told before."""
    lemma = scene.lemma(words[-1])
    return scene.ontology.is_a(lemma, "always_back") or (len(words) == 1 and scene.ontology.is_a(lemma, "only_back"))


def _before(scene: Scene, claim: Claim, done: Sequence[Claim], may_be: frozenset[str]) -> Claim | None:
    """The event told before that the words speak of: one told in the same word, else the latest that it may be."""
    word = scene.lemma(scene.tokens(claim.trigger)[-1])
    fits = [c for c in _recent(scene, done, claim.sentence, _REFERENCE_SENTENCES) if c.event_type in may_be and c.sentence != claim.sentence and _fit(claim, c)]
    if scene.tokens(claim.trigger)[0].pos_ == "VERB":  # a bare "hit" or "fired" speaks of what was told just before, or of something new
        latest = next((c for c in _recent(scene, done, claim.sentence, _TOLL_SENTENCES) if c.sentence != claim.sentence and _is_cause(scene, c)), None)
        return latest if latest in fits else None
    same_word = (c for c in fits if any(scene.lemma(token) == word for token in scene.tokens(c.trigger)))
    return next(same_word, None) or next(iter(fits), None)


def _is_of_fighters(scene: Scene, claim: Claim) -> bool:
    """"losses", "lost a platoon", "were martyred": words for fighters who fell."""
    if not any(scene.ontology.is_a(scene.lemma(word), "combat_toll") for word in scene.tokens(claim.trigger)):
        return False
    whom = [token for span in claim.target for token in scene.tokens(span)]
    return not whom or any(scene.is_a(token, ("armed", "of_fighters")) for token in whom)


def _is_background(scene: Scene, claim: Claim) -> bool:
    """Told of as long past: dated to another month than the report's, and not the one before."""
    day, published = claim.dated.text if claim.dated is not None else None, scene.report.published
    if day is None or published is None or not (day[:4].isdigit() and day[5:7].isdigit() and published[:4].isdigit() and published[5:7].isdigit()):
        return False
    return (int(published[:4]) - int(day[:4])) * 12 + int(published[5:7]) - int(day[5:7]) > 1


def _of_fighting(scene: Scene, claim: Claim) -> Claim:
    """Losses that nothing explains are those of fighting."""
    if not _is_of_fighters(scene, claim):
        return claim
    reason = Reason(score=0.5, because=f"{scene.report.words(claim.trigger)!r} says that fighters lost people, and no more")
    return replace(claim, event_type=min(scene.ontology.traits["mutual"]), reasons=(*claim.reasons, reason))


def _cause_before(scene: Scene, claim: Claim, done: Sequence[Claim], told: _Told) -> Claim | None:
    """What the sentences before tell of: in the nearest of them that tells of violence, the report's main sort of it, else the last."""
    causes = [c for c in _recent(scene, done, claim.sentence, _REFERENCE_SENTENCES) if c.sentence != claim.sentence and _is_cause(scene, c) and _fit(claim, c)]
    if _is_of_fighters(scene, claim):  # "lost a platoon": fighting before all else
        fights = [c for c in causes if scene.ontology.has_trait(c.event_type, "mutual")]
        causes = fights or causes
    at = scene.sentence_number[claim.sentence]
    near = [c for c in causes if scene.sentence_number[c.sentence] >= at - _TOLL_SENTENCES and not (_is_background(scene, c) and not claim.time)] or (
        causes[:1] if causes and scene.ontology.has_trait(causes[0].event_type, "mutual") and _is_of_fighters(scene, claim) else []
    )
    nearest = [c for c in near if c.sentence == near[0].sentence]
    main = (c for c in nearest if told.main is not None and c.event_type == told.main.event_type)
    return next(main, None) or (nearest[-1] if nearest else None)


def _cause_ahead(scene: Scene, claim: Claim, told: _Told) -> Claim | None:
    """A headline or first sentence with a toll: how, the sentences after it say."""
    at = scene.sentence_number[claim.sentence]
    if at >= _OPENING:
        return None
    ahead = (c for number in range(at + 1, at + 1 + _TOLL_SENTENCES) for c in told.by_sentence.get(number, ()) if _is_cause(scene, c) and _fit(claim, c))
    return next(ahead, None)


def _main_cause(claim: Claim, told: _Told) -> Claim | None:
    return told.main if told.main is not None and _fit(claim, told.main) else None


def _main(scene: Scene, claims: Sequence[Claim]) -> Claim | None:
    """The first claim of the violent type that most of a report's violence is of; None where it is not most by far."""
    causes = [claim for claim in claims if _is_cause(scene, claim)]
    counts = Counter(claim.event_type for claim in causes)
    best = max(sorted(counts), key=lambda kind: counts[kind], default=None)
    if best is None or counts[best] < _MAIN_SHARE * len(causes):
        return None
    return next(claim for claim in causes if claim.event_type == best)


def _by_sentence(scene: Scene, claims: Sequence[Claim]) -> dict[int, list[Claim]]:
    by_sentence: dict[int, list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault(scene.sentence_number[claim.sentence], []).append(claim)
    return by_sentence


def _is_cause(scene: Scene, claim: Claim) -> bool:
    """Violence that did happen; a murder that words tell as such explains the dead too, a bare toll does not."""
    violent = scene.ontology.type(claim.event_type).family == "violence" and claim.modality in _HAPPENED
    return violent and not _is_toll(scene, claim, scene.tokens(claim.trigger))


def _fit(claim: Claim, other: Claim) -> bool:
    """Whether place and day of two claims, where both name theirs, let them speak of one event."""
    here, there = (c.place_ref if c.place else None for c in (claim, other))
    apart = here is not None and there is not None and here.name != there.name and here.kind == there.kind and here.kind in _WIDE
    days = claim.dated is not None and other.dated is not None and claim.dated.text != other.dated.text and bool(claim.time)
    return not apart and not days


def _recent(scene: Scene, done: Sequence[Claim], sentence: Span, how_many: int) -> Iterator[Claim]:
    """The claims of a sentence and of those right before it, latest first."""
    oldest = scene.sentence_number[sentence] - how_many
    for claim in reversed(done):
        if scene.sentence_number[claim.sentence] < oldest:
            return
        yield claim


def _as(scene: Scene, claim: Claim, other: Claim, *, of_whom: bool) -> Claim:
    """The claim with the type of the other, and with whom that befell where it names nobody itself."""
    reason = Reason(score=0.7, because=f"{scene.report.words(claim.trigger)!r} speaks of what {scene.report.words(other.trigger)!r} tells")
    if of_whom and not claim.target:
        claim = replace(claim, target_name=other.target_name, target_ref=other.target_ref, target_kind=other.target_kind)
    return replace(claim, event_type=other.event_type, reasons=(*claim.reasons, reason))
