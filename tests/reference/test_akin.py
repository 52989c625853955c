"""Which types may speak of one happening."""

from contested.reference.akin import load_akin
from contested.reference.facilities import load_facilities
from contested.reference.ontology import load_ontology
from contested.reference.signs import load_signs


def test_every_named_type_is_of_the_ontology() -> None:
    akin, known = load_akin(), {event_type.id for event_type in load_ontology().types}
    named = {name for pair in akin.pairs for name in pair} | set(akin.ranks)
    named |= akin.territorial | akin.directional | akin.mutual | akin.lasting | akin.gain | akin.loss
    assert named <= known
    assert set(load_signs().kinds) <= known


def test_a_pair_reads_the_same_both_ways() -> None:
    akin = load_akin()
    assert akin.score("bomb", "suicide_bomb") == akin.score("suicide_bomb", "bomb")
    assert akin.score("seize", "withdraw") is None


def test_akin_types_share_a_family_and_others_do_not() -> None:
    akin = load_akin()
    assert akin.family("kill") == akin.family("airstrike")
    assert akin.family("seize") != akin.family("withdraw")


def test_a_jail_is_known_as_a_prison() -> None:
    assert load_facilities()["jail"] == load_facilities()["prison"] == "prison"
