"""What two aligned reports are to each other, decided on evidence that can be read, by weights that were fitted on our own stories."""

from dataclasses import dataclass

from contested.records import Reason, Relation
from contested.reference.lineage import NONE, RelationWeights, relation_weights
from contested.trace.evidence import Evidence
from contested.trace.figures import figures_of, said_of

_TELLING = 3
_DERIVED: tuple[Relation, ...] = ("copy", "rewrite")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A relation (None: each report is its own) and the chance that this is right (of copy and rewrite: that it is one of the two), the chances that one
    is derived from the other and that both are independent (all 0..1), and why."""

    relation: Relation | None
    score: float
    derived: float
    independent: float
    reasons: tuple[Reason, ...]


def decide(evidence: Evidence) -> Verdict:
    """The likeliest relation. The same words in the same order are a duplicate without further asking; reports that share no sentence are independent."""
    if evidence.identical:
        same = Reason(score=1.0, because="both have the same words in the same order")
        return Verdict(relation="duplicate", score=1.0, derived=1.0, independent=0.0, reasons=(same,))
    weights = relation_weights(meaning=evidence.meaning_shorter is not None)
    figures = figures_of(evidence)
    chances = weights.chances(figures)
    derived = sum(chances[name] for name in _DERIVED)
    proof = 1 - 0.5**evidence.pairs  # the first sentences of two reports of one event are always alike: one pair is half a proof
    best: Relation
    if derived >= max(chances["shared_source"], chances[NONE]):
        best, least = max(_DERIVED, key=lambda name: chances[name]), weights.least["derived"]
        is_told = derived * proof >= least
    else:
        best, least = "shared_source", weights.least["shared_source"]
        is_told = chances["shared_source"] > chances[NONE] and chances["shared_source"] * proof >= least
    if not is_told:
        return Verdict(relation=None, score=chances[NONE], derived=derived, independent=chances[NONE], reasons=())
    score = derived if best in _DERIVED else chances[best]
    return Verdict(relation=best, score=score, derived=derived, independent=chances[NONE], reasons=_reasons(evidence, weights, figures, best))


def _reasons(evidence: Evidence, weights: RelationWeights, figures: dict[str, float], relation: Relation) -> tuple[Reason, ...]:
    """The chances of all relations, then the figures that spoke most for this one, then what was known of credits and meanings."""
    chances = weights.chances(figures)
    found = [Reason(score=chances[relation], because=", ".join(f"{name.replace('_', ' ')} {chance:.0%}" for name, chance in _by_chance(chances)))]
    telling = sorted(figures, key=lambda name: -weights.speaks_for(relation, name, figures[name]))
    found += [Reason(score=min(1.0, max(0.0, figures[name])), because=said_of(name, evidence)) for name in telling[:_TELLING]]
    if evidence.same_agency:
        found.append(Reason(score=0.8, because=f"both credit {evidence.same_agency}"))
    if evidence.meaning_shorter is None:
        found.append(Reason(score=0.5, because="decided on words: likeness of meaning was not asked"))
    return tuple(found)


def _by_chance(chances: dict[str, float]) -> list[tuple[str, float]]:
    return sorted(chances.items(), key=lambda item: -item[1])
