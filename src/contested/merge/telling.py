"""A claim made ready to be set beside others: what every comparer needs, worked out once."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from contested.records import Claim, PlaceRef, Report, Span
from contested.reference.akin import Akin, takes_several
from contested.reference.facilities import load_facilities
from contested.reference.parties import Party, load_sides, party

Reality = Literal["real", "unreal", "open"]
Shape = tuple[object, ...]
_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_NAME_WORD = re.compile(r"[^\W_]+")
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those|its|their|his|same)\s+(?:[\w'’-]+\s+)?$", re.IGNORECASE)
_BEFORE = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One claim, ready to compare.

    `told`, `earliest`, `latest` are day numbers (proleptic ordinals), None unknown. `many`: several places are taken at once, and `place` is then None.
    `sorts`: the sorts of facility that the target is; `target_words` leave out the words of the place. `reality`: unreal is planned or feared, open is
    suspected of the past. `partners`: sentences of kin reports that carry the same content. `definite`: the words point back ("the blast").
    `shape`: everything the firm comparers look at, so that equal shapes are judged once.
    """

    claim: Claim
    told: int | None
    earliest: int | None
    latest: int | None
    place: PlaceRef | None
    place_name: str | None
    actor: Party | None
    target: Party | None
    target_words: frozenset[str]
    sorts: frozenset[str]
    many: bool
    reality: Reality
    words: frozenset[str]
    name_words: frozenset[str]
    definite: bool
    partners: tuple[tuple[str, Span], ...]
    shape: Shape

    @property
    def dated(self) -> bool:
        return self.earliest is not None and self.latest is not None

    @property
    def bare(self) -> bool:
        """Neither a place nor anybody or anything it is done to is told."""
        return self.place is None and self.place_name is None and not self.many and self.claim.target_name is None

    @property
    def days(self) -> int:
        """How many days the interval spans; 0 where it is not known."""
        return self.latest - self.earliest + 1 if self.earliest is not None and self.latest is not None else 0


def tell(claim: Claim, report: Report | None, *, partners: tuple[tuple[str, Span], ...], akin: Akin) -> Telling:
    """A claim as a Telling. `report` None (not at hand): the words of the sentence stay unknown."""
    told = day_number(report.day) if report else None
    earliest, latest = _interval(claim, told)
    actor, target = party(claim.actor_name, claim.actor_ref), party(claim.target_name, claim.target_ref)
    target_words = _words_of(claim.target_name)
    many = takes_several(claim)
    place = None if many else claim.place_ref  # several places are not in one of them
    place_name = place.name if place else claim.target_name if _names_a_settlement(claim, akin) else None
    place_words = _words_of(place_name)
    facilities = load_facilities()
    sorts = frozenset(facilities[word] for word in target_words if word in facilities)
    reality = _reality(claim, earliest, told=told)
    place_key = (place.name, place.kind, place.admin1, place.country) if place else place_name
    return Telling(
        claim=claim, told=told, earliest=earliest, latest=latest, place=place, place_name=place_name, actor=actor, target=target,
        target_words=frozenset(facilities.get(word, word) for word in target_words) - place_words, sorts=sorts, many=many, reality=reality,
        words=_sentence_words(claim, report), name_words=_name_words(claim, report, place_words | target_words),
        definite=_points_back(claim, report), partners=partners,
        shape=(claim.event_type, place_key, earliest, latest, told if earliest is None or latest is None else None, claim.actor_name, claim.actor_ref,
               claim.target_name, claim.target_ref, claim.target_kind, many, reality, claim.modality == "ongoing"),
    )


def day_number(day: str | None) -> int | None:
    """The ordinal of an ISO day, None where it is none."""
    try:
        return date.fromisoformat(day[:10]).toordinal() if day else None
    except ValueError:
        return None


def _interval(claim: Claim, told: int | None) -> tuple[int | None, int | None]:
    """What began and is not said to have ended lasts until it is told."""
    if claim.dated is None:
        return None, None
    earliest, latest = day_number(claim.dated.earliest), day_number(claim.dated.latest)
    if earliest is not None and latest is None and told is not None and told >= earliest and claim.modality == "ongoing":
        return earliest, told
    return earliest, latest


def _reality(claim: Claim, earliest: int | None, *, told: int | None) -> Reality:
    """A suspicion about the past may be of a real happening; a plan or a fear is of none yet."""
    if claim.modality not in ("planned", "possible"):
        return "real"
    past = earliest is not None and (told is None or earliest <= told)
    return "open" if claim.modality == "possible" and (past or claim.quantities) else "unreal"


def _names_a_settlement(claim: Claim, akin: Akin) -> bool:
    return claim.event_type in akin.territorial and claim.target_kind in ("settlement", "district", "region")


def _words_of(name: str | None) -> frozenset[str]:
    plain = load_sides().plain
    return frozenset(word for word in _NAME_WORD.findall(name.casefold()) if word not in plain) if name else frozenset()


def _sentence_words(claim: Claim, report: Report | None) -> frozenset[str]:
    return frozenset(_WORD.findall(report.words(claim.sentence).casefold())) - _stop_words() if report else frozenset()


def _name_words(claim: Claim, report: Report | None, known: frozenset[str]) -> frozenset[str]:
    """Words that other comparers already weigh: the names, the trigger, the places and times."""
    words = known | _words_of(claim.actor_name)
    if report is None:
        return words
    spans = (claim.trigger, *claim.actor, *claim.place, *claim.time)
    return words.union(*(_WORD.findall(report.words(span).casefold()) for span in spans))


def _points_back(claim: Claim, report: Report | None) -> bool:
    if report is None:
        return False
    before = report.text[max(claim.sentence.start, claim.trigger.start - _BEFORE) : claim.trigger.start]
    found = _DEFINITE.search(before)
    if found is None:
        return False
    determiner = Span(claim.trigger.start - len(before) + found.start(), claim.trigger.start)
    return not any(determiner.overlaps(span) for span in claim.actor)


@cache
def _stop_words() -> frozenset[str]:
    """Words too common to tell two events apart. Imported at the first merge: the module brings all of spaCy with it."""
    from spacy.lang.en.stop_words import STOP_WORDS

    return frozenset(STOP_WORDS)
