"""How likely a claim is one that a careful reader would make too: what speaks for it, weighed as our own gold teaches."""

from collections.abc import Mapping

from contested.extract.find import Find
from contested.extract.scene import Scene
from contested.extract.timing import Timing
from contested.extract.voice import Voice
from contested.extract.where import Where
from contested.records import ActorRef, Count, Modality
from contested.reference.confidence import confidence_weights
from contested.reference.question import chance_of

FIGURES = {
    "pos_v": "the trigger is a verb",
    "pos_n": "the trigger is a noun",
    "pos_a": "the trigger is an adjective",
    "pos_p": "the trigger is a phrase after a copula",
    "long_form": "the trigger has several words",
    "needs": "conditions of the trigger's row that had to be met (at most 2)",
    "actor": "words name who did it",
    "actor_listed": "who did it is in the actor list",
    "target": "words name whom or what it was done to",
    "place": "how firmly words tie it to a place",
    "time": "words of the sentence date it",
    "counted": "it has counts of people or things",
    "spoken": "somebody is credited with it",
    "doubted": "it is told as planned, possible or negated",
    "ongoing": "it is told as going on",
    "headline": "it stands in a headline",
    "war": "how likely the report tells of war or unrest",
}
"""Besides these, `type_X` for every event type X."""


def figures_of(
    scene: Scene, find: Find, *, actor: ActorRef | None, where: Where, timing: Timing, voice: Voice, counts: tuple[Count, ...], modality: Modality
) -> dict[str, float]:
    """What speaks for a claim, by name: see FIGURES. A figure that is not told is 0."""
    figures = {
        f"pos_{find.trigger.pos}": 1.0, f"type_{find.event_type}": 1.0, "long_form": float(len(find.trigger.form) > 1),
        "needs": float(min(2, sum(need.how == "must" for need in find.trigger.needs))), "actor": float(bool(find.roles.get("actor"))),
        "actor_listed": float(actor is not None and bool(actor.key)), "target": float(bool(find.roles.get("target"))),
        "place": where.reason.score if where.spans else 0.0, "time": float(bool(timing.spans)), "counted": float(bool(counts)),
        "spoken": float(bool(voice.spans)),
        "doubted": float(modality in ("planned", "possible", "negated")), "ongoing": float(modality == "ongoing"),
        "headline": float(scene.is_headline(find.sentence)), "war": scene.chance_of_war,
    }
    return {name: value for name, value in figures.items() if value}


def confidence_of(figures: Mapping[str, float]) -> float:
    """0..1, two places: of the claims given this, about this share is in our gold."""
    question = confidence_weights()
    return round(chance_of(question.score({name: value for name, value in figures.items() if name in question.weights})), 2)
