"""Each comparer by itself: what it says of two tellings."""

from typing import Any

import pytest

from contested.merge.compare import (
    Rarity,
    compare_actors,
    compare_definite,
    compare_lineage,
    compare_place,
    compare_quantities,
    compare_reality,
    compare_sentence,
    compare_targets,
    compare_time,
    compare_type,
    compare_words,
)
from contested.merge.telling import Telling, tell
from contested.records import Claim, Report, Span
from contested.reference.akin import load_akin
from factory import actor_ref, claim, count, dated, kin, place_ref, report, said

AKIN = load_akin()


def telling(event_type: str = "attack", told_by: Report | None = None, partners: tuple[tuple[str, Span], ...] = (), **fields: Any) -> Telling:
    return tell(claim(event_type, **fields), told_by, partners=partners, akin=AKIN)


def of(told: Claim, by: Report, partners: tuple[tuple[str, Span], ...] = ()) -> Telling:
    return tell(told, by, partners=partners, akin=AKIN)


def test_types_that_no_one_act_can_be_are_firmly_different() -> None:
    assert compare_type(telling("seize"), telling("negotiate"), akin=AKIN).score == 0.0
    assert compare_type(telling("attack"), telling("suicide_bomb"), akin=AKIN).score > 0.5
    assert 0 < compare_type(telling("airstrike"), telling("bomb"), akin=AKIN).score < 0.5


def test_a_plan_and_a_deed_are_firmly_different() -> None:
    reason = compare_reality(telling(modality="planned"), telling())
    assert reason is not None
    assert reason.score == 0.0
    assert compare_reality(telling(modality="negated"), telling()) is None


@pytest.mark.parametrize(
    ("other", "low", "high"),
    [
        (place_ref(), 0.7, 1.0),
        (place_ref("Westmark", kind="admin1", lat=None, lon=None), 0.55, 0.7),
        (place_ref("Near Norvale", lat=10.05, precision=2), 0.55, 0.7),
        (place_ref("Estwick", lat=10.05), 0.2, 0.4),
        (place_ref("Estwick", lat=12.0), 0.0, 0.0),
        (place_ref("Norvale", country="YY"), 0.0, 0.0),
        (place_ref("Eastmark", kind="admin1", admin1="Eastmark", lat=None, lon=None), 0.0, 0.0),
    ],
)
def test_places_are_same_inside_near_or_apart(other: Any, low: float, high: float) -> None:
    reason = compare_place(telling(), telling(place_ref=other), near_km=15)
    assert reason is not None
    assert low <= reason.score <= high


def test_a_neighbourhood_may_be_meant_by_its_town() -> None:
    reason = compare_place(telling(), telling(place_ref=place_ref("Ostgate", kind="neighbourhood")), near_km=15)
    assert reason is not None
    assert reason.score > 0.6


def test_two_villages_known_only_by_their_province_are_not_near_each_other() -> None:
    one, other = (place_ref(name, geonameid=None, precision=3) for name in ("Ost", "Wend"))
    reason = compare_place(telling(place_ref=one), telling(place_ref=other), near_km=15)
    assert reason is not None
    assert reason.score <= 0.1


def test_an_unknown_place_says_nothing() -> None:
    assert compare_place(telling(), telling(place_ref=None), near_km=15) is None


def test_a_country_says_nothing() -> None:
    country = place_ref("Zedland", kind="country", admin1=None)
    assert compare_place(telling(place_ref=country), telling(place_ref=country), near_km=15) is None


@pytest.mark.parametrize(
    ("days", "low", "high"),
    [
        (("2031-03-03", None), 0.7, 1.0),
        (("2031-03-02", "2031-03-03"), 0.6, 0.7),
        (("2031-03-04", None), 0.1, 0.3),
        (("2031-03-09", None), 0.0, 0.0),
        (("2031-02-01", "2031-03-15"), 0.0, 0.0),
    ],
)
def test_times_overlap_stand_beside_or_are_apart(days: tuple[str, str | None], low: float, high: float) -> None:
    reason = compare_time(telling(), telling(dated=dated(*days)), akin=AKIN)
    assert reason is not None
    assert low <= reason.score <= high


def test_an_unknown_time_says_nothing() -> None:
    assert compare_time(telling(), telling(dated=None), akin=AKIN) is None


def test_last_week_may_be_any_day_of_it() -> None:
    assert compare_time(telling(), telling(dated=dated("2031-02-27", "2031-03-05")), akin=AKIN) is None


def test_a_dispute_about_the_doer_is_not_firm_but_two_takers_are() -> None:
    army = {"actor_name": "Army of Westmark", "actor_ref": actor_ref("Army of Westmark", "state_force")}
    front = {"actor_name": "Red Front", "actor_ref": actor_ref()}
    attack = compare_actors(telling("attack", **army), telling("attack", **front), akin=AKIN)
    seizure = compare_actors(telling("seize", **army), telling("seize", **front), akin=AKIN)
    assert attack is not None
    assert 0 < attack.score < 0.5
    assert seizure is not None
    assert seizure.score == 0.0


def test_gunmen_may_be_anybody() -> None:
    assert compare_actors(telling(actor_name="gunmen"), telling(actor_name="Red Front", actor_ref=actor_ref()), akin=AKIN) is None


def test_a_headquarters_is_no_prison() -> None:
    reason = compare_targets(
        telling("seize", target_name="police headquarters", target_kind="facility"), telling("seize", target_name="the jail", target_kind="facility"), akin=AKIN
    )
    assert reason is not None
    assert reason.score == 0.0


def test_close_tolls_fit_across_reports_and_less_within_one() -> None:
    left = telling(quantities=(count("killed", 12),))
    across = compare_quantities(left, telling(report="r2", quantities=(count("killed", 14),)))
    within = compare_quantities(left, telling(quantities=(count("killed", 14),)))
    assert across is not None
    assert within is not None
    assert across.score > 0.5 > within.score


def test_counts_of_different_things_say_nothing() -> None:
    assert compare_quantities(telling(quantities=(count("killed", 3),)), telling(quantities=(count("injured", 90),))) is None


def test_rare_words_speak_for_one_event_and_names_do_not() -> None:
    one = report("Gunmen attacked a wedding procession near the old lighthouse in Norvale.")
    same = report("The wedding procession was attacked beside the lighthouse of Norvale.", name="b")
    other = report("Gunmen attacked a bakery in Norvale while people slept upstairs.", name="c")
    many = [report(f"Gunmen attacked people in Norvale again, number {i}.", name=f"d{i}") for i in range(9)]
    tellings = [of(said(known, "attacked", "attack"), known) for known in (one, same, other, *many)]
    rarity = Rarity(tellings)
    reason = compare_words(tellings[0], tellings[1], rarity=rarity)
    assert reason is not None
    assert reason.score > 0.6
    assert "lighthouse" in reason.because
    assert compare_words(tellings[0], tellings[2], rarity=rarity) is None


def test_aligned_sentences_are_strongly_the_same() -> None:
    one, other = report(), report("Norvale was captured by rebels on Monday.", name="b")
    assert kin(one, other).kinships[0].aligned
    left = of(said(one, "seized"), one, partners=((other.id, Span(0, 20)),))
    reason = compare_lineage(left, of(said(other, "captured"), other))
    assert reason is not None
    assert reason.score == 0.9
    assert compare_lineage(of(said(one, "seized"), one), of(said(other, "captured"), other)) is None


def test_one_speaker_tells_an_event_once_in_a_sentence() -> None:
    told = report("Rebels attacked the fort and attacked again the mill, and shells fell.")
    again = of(said(told, "attacked again", "attack"), told)
    first = of(said(told, "attacked the fort", "attack"), told)
    reason = compare_sentence(first, again)
    assert reason is not None
    assert reason.score < 0.5
    two_speakers = compare_sentence(of(said(told, "shells", "shell", speaker_name="A"), told), of(said(told, "shells", "shell", speaker_name="B"), told))
    assert two_speakers is not None
    assert two_speakers.score > 0.5


def test_a_later_the_blast_points_back_and_an_earlier_one_does_not() -> None:
    told = report("A bomb went off. The blast broke windows. The rebels shelled the town.")
    bomb, blast, shelled = (of(said(told, words, "bomb"), told) for words in ("bomb", "blast", "shelled"))
    reason = compare_definite(bomb, blast)
    assert reason is not None
    assert reason.score > 0.7
    assert compare_definite(blast, of(said(told, "bomb", "bomb"), told)) is not None
    rebels = of(said(told, "shelled", "bomb", actor=(Span(told.text.index("The rebels"), told.text.index(" shelled")),)), told)
    assert compare_definite(bomb, rebels) is None
    assert shelled.definite
