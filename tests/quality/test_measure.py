"""Claims against gold claims: what is found, what its fields are worth, and what is claimed where nothing happened."""

from typing import Any

import pytest
from quality.measure import Measured, Tallied, compare_report


def claim(**fields: Any) -> dict[str, Any]:
    """Rebels seize Norvale, the mayor says; as gold and as prediction."""
    known: dict[str, Any] = {
        "event_type": "seize", "trigger": [7, 13], "actor_name": "rebels", "target_name": "Norvale", "place_name": "Norvale",
        "speaker": [], "speaker_name": "mayor", "date": "2031-03-03", "stance": "says", "modality": "actual", "quantities": {"killed": [3, 3]},
    }
    return known | fields


def figures(gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> dict[str, float]:
    measured = Measured()
    compare_report(measured, gold, predicted)
    return measured.figures()


def test_gold_against_itself_is_perfect() -> None:
    assert set(figures([claim(), claim(trigger=[40, 46])], [claim(), claim(trigger=[40, 46])]).values()) <= {1.0}


def test_nothing_found_is_worth_nothing() -> None:
    found = figures([claim()], [])
    assert found["claims.event_f1"] == 0.0
    assert "claims.false_per_peaceful_report" not in found


def test_the_figure_weighs_what_is_missed_and_what_is_too_much() -> None:
    assert figures([claim(), claim(trigger=[40, 46])], [claim()])["claims.event_f1"] == 0.667
    assert figures([claim()], [claim(), claim(trigger=[40, 46])])["claims.event_f1"] == 0.667


@pytest.mark.parametrize(("fields", "worth"), [
    ({}, 1.0), ({"trigger": [12, 20]}, 1.0), ({"trigger": [13, 20]}, 0.0), ({"trigger": [0, 7]}, 0.0), ({"event_type": "attack"}, 0.0),
])
def test_an_event_is_found_by_its_type_and_a_trigger_that_overlaps(fields: dict[str, Any], worth: float) -> None:
    assert figures([claim()], [claim(**fields)])["claims.event_f1"] == worth


def test_one_prediction_answers_one_gold_claim() -> None:
    assert figures([claim(), claim(actor_name="army")], [claim()])["claims.event_f1"] == 0.667


def test_of_two_candidates_the_better_is_taken() -> None:
    poor = claim(actor_name="army", place_name="Bresk", date="2031-01-01")
    found = figures([claim()], [poor, claim()])
    assert found["claims.actor_name_f1"] == found["claims.date_f1"] == 1.0


@pytest.mark.parametrize(("gold", "ours", "worth"), [
    ("the rebels", "Rebels", 1.0), ("Red-Front", "red front", 1.0), ("Red Front", "Red Front fighters", 1.0),
    ("People's Front", "the people’s front", 1.0), ("Iran", "Iranian army", 0.0), ("army", "Armyworm League", 0.0), ("US", "Russia", 0.0),
    ("rebels", "army", 0.0), ("rebels", None, 0.0), (None, "rebels", 0.0),
])
def test_a_name_is_right_where_one_holds_the_other_in_whole_words(gold: str | None, ours: str | None, worth: float) -> None:
    assert figures([claim(actor_name=gold)], [claim(actor_name=ours)])["claims.actor_name_f1"] == worth


@pytest.mark.parametrize("field", ["date", "stance", "modality"])
def test_a_value_is_right_only_when_it_is_the_same(field: str) -> None:
    assert figures([claim()], [claim(**{field: "2031-03-03 or so"})])[f"claims.{field}_f1"] == 0.0


@pytest.mark.parametrize(("ours", "worth"), [({"killed": [3, 3]}, 1.0), ({"killed": [3, None]}, 0.0), ({}, 0.0), ({"injured": [3, 3]}, 0.0)])
def test_a_count_is_right_with_both_its_bounds(ours: dict[str, Any], worth: float) -> None:
    assert figures([claim()], [claim(quantities=ours)])["claims.killed_f1"] == worth


def test_any_speaker_at_all_counts_apart_from_who_it_is() -> None:
    found = figures([claim()], [claim(speaker_name=None, speaker=[[20, 30]])])
    assert found["claims.has_speaker_f1"] == 1.0
    assert found["claims.speaker_name_f1"] == 0.0


def test_fields_of_events_that_were_not_found_do_not_count() -> None:
    assert figures([claim(), claim(trigger=[40, 46], date="2031-03-01")], [claim()])["claims.date_f1"] == 1.0


def test_claims_in_a_peaceful_report_are_false_and_leave_the_rest_alone() -> None:
    measured = Measured()
    compare_report(measured, [], [claim(), claim()])
    compare_report(measured, [], [])
    compare_report(measured, [claim()], [claim()])
    assert measured.figures()["claims.false_per_peaceful_report"] == 1.0
    assert measured.figures()["claims.event_f1"] == 1.0


def test_reports_are_summed_not_averaged() -> None:
    measured = Measured()
    compare_report(measured, [claim()], [claim()])
    compare_report(measured, [claim(trigger=[i, i + 1]) for i in range(3)], [])
    assert measured.figures()["claims.event_f1"] == 0.4


def test_a_figure_of_nothing_is_left_out() -> None:
    bare = claim(quantities={}, place_name=None)
    assert not {"claims.killed_f1", "claims.injured_f1", "claims.place_name_f1"} & figures([bare], [bare]).keys()
    assert figures([], []) == {"claims.false_per_peaceful_report": 0.0}


def test_a_measure_of_nothing_is_whole() -> None:
    assert Tallied().f1 == 1.0
    tallied = Tallied()
    tallied.add(gold=False, predicted=False, same=True)
    assert (tallied.right, tallied.predicted, tallied.gold) == (0, 0, 0)
