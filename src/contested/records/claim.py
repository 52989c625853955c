"""Who says that what happened, to whom, where, when."""

from dataclasses import dataclass
from typing import Literal

from contested.records.marks import ActorRef, Modality, PlaceRef, Stance
from contested.records.reason import Reason
from contested.records.span import Span, Spans

CountKind = Literal["killed", "injured", "casualties", "detained", "surrendered", "released", "displaced", "evacuated", "seized", "abducted"]
TargetKind = Literal["settlement", "facility", "district", "region", "road", "group", "people", "things"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many; inclusive bounds, None where open; `wording` as the report has it, `span` where."""

    kind: CountKind
    low: int | None
    high: int | None
    wording: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """When it happened, as far as the words say: inclusive ISO days, None where open. `precision` as ACLED: 1 day, 2 week, 3 month."""

    earliest: str | None
    latest: str | None
    precision: Literal[1, 2, 3] | None
    wording: str

    @property
    def text(self) -> str | None:
        """A day, an interval "A/B", or None where either end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return self.earliest if self.earliest == self.latest else f"{self.earliest}/{self.latest}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One event, as one speaker tells it, in one sentence. Spans are empty where the sentence has no such words.

    `report` is the report's id. `actor_name`, `target_name`, `speaker_name` are the most specific names the report supports; None unknown.
    `target_kind` says what sort of thing was acted on: a prison inside a city is a facility, not the settlement.
    `place` are the words for the place in the sentence, `place_ref` the place, `place_name` what the report calls it.
    `speaker_name` None and no spans: the outlet's own voice.
    `confidence` 0..1; `reasons` say which words and which rule made it.
    """

    id: str
    report: str
    event_type: str
    sentence: Span
    trigger: Span
    actor: Spans = ()
    actor_name: str | None = None
    actor_ref: ActorRef | None = None
    target: Spans = ()
    target_name: str | None = None
    target_ref: ActorRef | None = None
    target_kind: TargetKind | None = None
    place: Spans = ()
    place_ref: PlaceRef | None = None
    place_name: str | None = None
    time: Spans = ()
    dated: Dated | None = None
    quantities: tuple[Count, ...] = ()
    speaker: Spans = ()
    speaker_name: str | None = None
    speaker_kind: str | None = None
    cue: Spans = ()
    stance: Stance = "says"
    anonymous: bool = False
    modality: Modality = "actual"
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()

    @property
    def day(self) -> str | None:
        return self.dated.text if self.dated else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Who is said to hold a place, in words that tell of a state and of no event ("remains in government hands", "rebel-held Norvale").

    `place_name` is the place's own name when it is no gazetteer place ("Norvale prison"). `whole` is False for a part of it ("parts of the city").
    """

    id: str
    report: str
    sentence: Span
    trigger: Span
    status: Literal["held", "contested", "besieged", "cut_off"]
    place_name: str
    place_ref: PlaceRef | None
    holder: str | None
    challenger: str | None = None
    whole: bool = True
    dated: Dated | None = None
    speaker: Spans = ()
    speaker_name: str | None = None
    speaker_kind: str | None = None
    stance: Stance = "says"
    modality: Modality = "actual"
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """What one report claims."""

    claims: tuple[Claim, ...] = ()
    standings: tuple[Standing, ...] = ()
