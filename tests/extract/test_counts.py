"""How many were detained, freed, displaced, taken."""

import pytest
from told import Tell, counted


@pytest.mark.parametrize(
    ("text", "event_type", "count"),
    [
        ("Police detained six men in Norvale.", "arrest", {"detained": (6, 6)}),
        ("Rebels freed 40 inmates in Norvale.", "release", {"released": (40, 40)}),
        ("Dozens of prisoners were released in Tarsk.", "release", {"released": (24, None)}),
        ("Rebels abducted three aid workers in Norvale.", "abduct", {"abducted": (3, 3)}),
        ("Thousands of people fled Norvale.", "displace", {"displaced": (2000, None)}),
        ("The rebels seized 30 vehicles in Norvale.", "loot", {"seized": (30, 30)}),
        ("Rebels seized several villages in Westmark province.", "seize", {"seized": (3, None)}),
        ("About 300 civilians were evacuated from Norvale.", "evacuate", {"evacuated": (300, 300)}),
    ],
)
def test_the_number_of_those_it_was_done_to_is_counted(tell: Tell, text: str, event_type: str, count: dict[str, tuple[int, int]]) -> None:
    assert counted(tell(text).one(event_type)) == count


def test_those_who_surrender_are_counted_where_they_act(tell: Tell) -> None:
    assert counted(tell("Fifty rebels surrendered to the army in Norvale.").one("surrender")) == {"surrendered": (50, 50)}


def test_joined_phrases_add_up(tell: Tell) -> None:
    assert counted(tell("Police arrested 40 officers and one commander in Norvale.").one("arrest")) == {"detained": (41, 41)}


def test_one_person_is_one(tell: Tell) -> None:
    assert counted(tell("He was arrested in Norvale.").one("arrest")) == {"detained": (1, 1)}


def test_a_single_town_is_not_counted(tell: Tell) -> None:
    assert counted(tell("Rebels seized Norvale.").one("seize")) == {}


def test_people_without_a_number_are_not_counted(tell: Tell) -> None:
    assert counted(tell("Civilians were evacuated from Norvale.").one("evacuate")) == {}


def test_joined_dead_add_up(tell: Tell) -> None:
    assert counted(tell("At least 14 rebels and five soldiers were killed in fighting in Norvale.").one("clash")) == {"killed": (19, None)}


def test_those_counted_within_a_number_are_not_added(tell: Tell) -> None:
    assert counted(tell("Shelling killed nine people, including three children, in Norvale.").one("shell")) == {"killed": (9, 9)}


def test_who_kills_is_not_who_is_counted(tell: Tell) -> None:
    assert counted(tell("Two gunmen killed a judge in Norvale.").one("kill")) == {"killed": (1, 1)}


def test_those_shot_dead_are_counted(tell: Tell) -> None:
    assert counted(tell("Two teachers were shot dead in Norvale on Monday.").one("kill")) == {"killed": (2, 2)}


def test_each_of_several_arrests_is_one(tell: Tell) -> None:
    assert counted(tell("Residents spoke of four arrests in Norvale.").one("arrest")) == {"detained": (4, 4)}


def test_nobody_is_no_count(tell: Tell) -> None:
    assert counted(tell("The police arrested nobody in Norvale.").one("arrest")) == {}


def test_those_who_flee_are_counted(tell: Tell) -> None:
    assert counted(tell("Some 4,000 villagers fled Norvale.").one("displace")) == {"displaced": (4000, 4000)}
