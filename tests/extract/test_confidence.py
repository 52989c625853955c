"""How likely a claim is right."""

from told import Tell

from contested.extract.confidence import FIGURES, confidence_of
from contested.reference.confidence import confidence_weights
from contested.reference.ontology import load_ontology


def test_every_figure_and_every_type_has_a_weight() -> None:
    types = {f"type_{event_type.id}" for event_type in load_ontology().types}
    assert confidence_weights().weights.keys() == FIGURES.keys() | types


def test_a_confidence_is_a_chance() -> None:
    assert 0 < confidence_of({}) < 1
    assert 0 < confidence_of({"actor": 1.0, "target": 1.0, "war": 1.0, "type_seize": 1.0}) < 1


def test_a_full_frame_says_more_than_a_lone_noun(tell: Tell) -> None:
    full = tell("Rebels seized Norvale on Monday.").one("seize")
    lone = tell("There was an attack.").one("attack")
    assert full.confidence > lone.confidence
