"""A phrase that names or stands for an actor, before and after it is resolved."""

from dataclasses import dataclass

from contested.records import ActorRef, Reason, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What the words of one phrase tell by themselves; token indices point into the report's parse.

    role     what the words do: a class of ActorWord, or "named", "person", "pronoun"
    base     how such an actor is called ("security forces", "interior minister")
    kind     the actor kind the words give by themselves
    ref      whom the words name outright; None where they must be resolved
    nation   ISO code of the country in the phrase; people: an ethnic or political adjective in it
    place    the place that narrows it ("Basra" in "Basra police")
    land     a country in the phrase that the list of countries lacks
    owner    token of the phrase it belongs to ("their" in "their fighters", "Taliban" in "members of the Taliban")
    inner    what the phrase contains ("police" in "a police spokesman")
    because  why the words stand for `ref` though they do not name it in full ("the Front"), "" where they do
    """

    head: int
    first: int
    last: int
    span: Span
    role: str
    base: str
    kind: str
    ref: ActorRef | None = None
    nation: str | None = None
    people: str | None = None
    place: str | None = None
    land: str | None = None
    owner: int | None = None
    inner: "Mention | None" = None
    because: str = ""
    definite: bool = False
    indefinite: bool = False
    plural: bool = False
    unidentified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A mention and whom it stands for."""

    mention: Mention
    ref: ActorRef | None
    generic: bool
    reason: Reason
