"""What the words of one report point at.

A mark keeps its words (`span`) and its doubt; what could not be resolved stays None.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from contested.records.reason import Reason
from contested.records.span import Span, Spans

PlaceKind = Literal["settlement", "neighbourhood", "admin1", "admin2", "country", "region", "road", "facility", "water", "relief"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Stance = Literal["says", "confirms", "claims", "denies"]
Modality = Literal["actual", "ongoing", "planned", "possible", "negated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRef:
    """A place of the gazetteer. `lat`, `lon` in degrees (WGS84), None where the place has no point.

    `country` is ISO 3166-1 alpha-2; `admin1` the province's English name without "Province";
    `precision` is ACLED's geo_precision: 1 the place itself, 2 near it or its small area, 3 a region.
    """

    name: str
    kind: PlaceKind
    lat: float | None = None
    lon: float | None = None
    admin1: str | None = None
    country: str | None = None
    geonameid: int | None = None
    precision: Literal[1, 2, 3] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Words that name a place ("Norvale") or stand for one ("the city"). `ref` None: recognised, not resolved.

    `anaphor` is True for words that stand for a place named elsewhere ("the city", "the capital", "the province").
    `as_actor` is True where the name stands for a government or an army, not a location ("Kabul offered a truce").
    `runner_up` is the next best place of the name, where it comes close and lies elsewhere.
    """

    span: Span
    wording: str
    ref: PlaceRef | None
    anaphor: bool = False
    as_actor: bool = False
    runner_up: PlaceRef | None = None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Words that name a time. `earliest` and `latest` are ISO days (inclusive), None where open or unknown.

    `value` is the TIMEX3 value ("2021-08-11TEV", "P1W", "2021-W32"), `precision` ACLED's time_precision: 1 day, 2 week, 3 month or more.
    """

    span: Span
    wording: str
    type: TimeType
    value: str | None
    earliest: str | None
    latest: str | None
    precision: Literal[1, 2, 3] | None = None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRef:
    """Somebody who acts: an entry of the actor list (`key` set) or a name the list lacks (`key` None).

    `kind`: state_force, government, rebel_group, political_militia, identity_militia, external_force, private_force, civilians,
    protesters, monitor, media, aid_body, international_body, political_body, person, unknown. `countries`: ISO alpha-2.
    """

    name: str
    kind: str
    key: str | None = None
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Words that name an actor ("the Taliban", "Taliban fighters") or stand for one ("the militants", "the enemy").

    `span` is the full noun phrase without a trailing clause; `ref` None: somebody, not known who.
    `generic` is True for words that name no one by themselves and were (or were not) resolved from the report.
    """

    span: Span
    wording: str
    ref: ActorRef | None
    generic: bool = False
    reason: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A counted thing. `span` is the whole counted phrase ("at least 32 people"), `number` the words that count ("at least 32").

    `low`, `high` are inclusive, None where open: "hundreds" is (200, None), "at least 32" (32, None), "up to 9" (None, 9), "around 40" (40, 40).
    `unit` is the lemma of what is counted ("people", "prisoner", "capital"), None where the words leave it out.
    """

    span: Span
    number: Span
    wording: str
    low: int | None
    high: int | None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Somebody other than the outlet is made to say something.

    `source` the words for the speaker (the phrase, then a clause that tells more of him, if any), `cue` the words that attribute
    ("said", "according to"), `content` what is attributed; any of them may be several pieces, `source` may be empty (passives without agent).
    `tells` False: a view, an aim or a request, and no account of what happened ("condemned the raid", "wants a truce"): no claim is theirs.
    `speaker` the resolved speaker's name, None where only a role; `anonymous`: unnamed by wish, or only a role or an account.
    """

    source: Spans
    cue: Spans
    content: Spans
    stance: Stance = "says"
    anonymous: bool = False
    speaker: str | None = None
    speaker_kind: str | None = None
    tells: bool = True
    reason: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A cue that makes predicates other than plainly true. `over` are the predicate words (one word a span) whose truth it changes."""

    cue: Span
    over: Spans
    modality: Modality
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Everything marked in one report, each kind sorted by where it starts."""

    sentences: Spans = ()
    times: tuple[When, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds a character, None between sentences."""
        i = bisect_right(self.sentences, (offset, 1 << 60)) - 1
        return self.sentences[i] if i >= 0 and self.sentences[i].end > offset else None
