"""Whether two names can be one party."""

import pytest

from contested.records import ActorRef
from contested.reference.parties import likeness, opposed, party
from factory import actor_ref

FRONT, ARMY = actor_ref(), actor_ref("Army of Westmark", "state_force")


def like(one: tuple[str, ActorRef | None], other: tuple[str, ActorRef | None]) -> str:
    return likeness(party(*one), party(*other))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Red Front", FRONT), ("the Front", FRONT), "same"),
        (("Red Front", None), ("Red Front fighters", None), "same"),
        (("Red Front", None), ("Red Front of the North", None), "compatible"),
        (("Red Front", FRONT), ("militants", None), "compatible"),
        (("Red Front", FRONT), ("gunmen", None), "unclear"),
        (("Red Front", FRONT), ("troops", None), "opposed"),
        (("Red Front", FRONT), ("Army of Westmark", ARMY), "opposed"),
        (("Red Front", FRONT), ("White Banner", actor_ref("White Banner")), "different"),
        (("Westmark police", None), ("Westmark army", None), "compatible"),
        (("Army of Westmark", ARMY), ("Army of Ostland", actor_ref("Army of Ostland", "state_force", countries=("YY",))), "opposed"),
        (("rebels", None), ("rebels", None), "compatible"),
        (("Ada Holm", None), ("Bo Lind", None), "unclear"),
    ],
)
def test_two_names_are_one_party_or_not(one: tuple[str, ActorRef | None], other: tuple[str, ActorRef | None], expected: str) -> None:
    assert like(one, other) == expected
    assert like(other, one) == expected


def test_nobody_is_unclear() -> None:
    assert party(None) is None
    assert likeness(None, party("Red Front")) == "unclear"
    assert not opposed(None, party("Red Front"))


def test_a_kind_tells_the_side_of_a_name_that_no_list_knows() -> None:
    assert opposed(party("Ada Holm", None, "government"), party("Red Front", FRONT))
