"""What two aligned reports are to each other, decided on evidence that can be read, by weights that were fitted on our own stories."""

from dataclasses import dataclass

from contested.records import Reason, Relation
from contested.reference.lineage import NONE, RelationWeights, relation_weights
from contested.trace.evidence import Evidence
from contested.trace.figures import figures_of, said_of

_TELLING = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A relation (None: each report is its own), the chance that this is right (0..1), and why."""

    relation: Relation | None
    score: float
    reasons: tuple[Reason, ...]


def decide(evidence: Evidence) -> Verdict:
    """The likeliest relation. The same words in the same order are a duplicate without further asking; reports that share no sentence are independent."""
    if evidence.identical:
        return Verdict(relation="duplicate", score=1.0, reasons=(Reason(score=1.0, because="both have the same words in the same order"),))
    weights = relation_weights(meaning=evidence.meaning_shorter is not None)
    figures = figures_of(evidence)
    chances = weights.chances(figures)
    best = max(weights.relations, key=lambda name: chances[name])
    proof = 1 - 0.5**evidence.pairs  # the first sentences of two reports of one event are always alike: one pair is half a proof
    if best == NONE or chances[best] * proof < weights.least[best]:
        return Verdict(relation=None, score=chances[NONE], reasons=())
    return Verdict(relation=best, score=chances[best], reasons=_reasons(evidence, weights, figures, best))


def _reasons(evidence: Evidence, weights: RelationWeights, figures: dict[str, float], relation: Relation) -> tuple[Reason, ...]:
    """The chances of all relations, then the figures that spoke most for this one, then what was known of credits and meanings."""
    chances = weights.chances(figures)
    found = [Reason(score=chances[relation], because=", ".join(f"{name.replace('_', ' ')} {chance:.0%}" for name, chance in _by_chance(chances)))]
    telling = sorted(figures, key=lambda name: -weights.speaks_for(relation, name, figures[name]))
    found += [Reason(score=min(1.0, figures[name]), because=said_of(name, evidence)) for name in telling[:_TELLING]]
    if evidence.same_agency:
        found.append(Reason(score=0.8, because=f"both credit {evidence.same_agency}"))
    if evidence.meaning_shorter is None:
        found.append(Reason(score=0.5, because="decided on words alone, without the likeness of meaning"))
    return tuple(found)


def _by_chance(chances: dict[str, float]) -> list[tuple[str, float]]:
    return sorted(chances.items(), key=lambda item: -item[1])
