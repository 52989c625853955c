"""The annotator of actors: name, resolve, hand on."""

from typing import TYPE_CHECKING

from contested.annotate.actors.mention import Resolved
from contested.annotate.actors.naming import mentions
from contested.annotate.actors.resolving import Resolver
from contested.annotate.actors.scene import Scene
from contested.annotate.part import AnnotatorPart
from contested.records import Actor, Marks, Report, Span
from contested.reference.actors import ActorList

if TYPE_CHECKING:
    from spacy.tokens import Doc


def actors_part(actor_list: ActorList) -> AnnotatorPart:
    """Marks whoever acts, suffers or speaks: named actors, words and pronouns that stand for them, capitals that stand for governments."""

    def annotate(report: Report, doc: "Doc", marks: Marks) -> tuple[Actor, ...]:
        scene = Scene(report, doc, marks, actors=actor_list)
        return _marks(report, Resolver(scene, mentions(scene)).resolve_all())

    return AnnotatorPart(gives="actors", needs=("sentences", "places"), annotate=annotate)


def _marks(report: Report, resolved: list[Resolved]) -> tuple[Actor, ...]:
    """One mark a phrase; pronouns nobody fits and the inside of "dozens of rebels" are left out."""
    wholes = {r.mention.owner: r.mention.span for r in resolved if r.mention.role == "part" and r.mention.owner is not None}
    marks: dict[Span, Actor] = {}
    for found in resolved:
        mention = found.mention
        if found.ref is None and mention.role in {"pronoun", "asset", "part"}:
            continue
        if mention.head in wholes and wholes[mention.head].covers(mention.span):
            continue
        marks.setdefault(
            mention.span, Actor(span=mention.span, wording=report.words(mention.span), ref=found.ref, generic=found.generic, reason=found.reason)
        )  # fmt: skip
    return tuple(sorted(marks.values(), key=lambda actor: actor.span))
