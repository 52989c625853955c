"""Agreement, calibration and clusters of events: the measures behind the figures on claims."""

import re
from pathlib import Path

import pytest
from quality.agreement import agreement, readings
from quality.calibration import table
from quality.events import Clustered
from quality.measure import calibration_error

DOCS = Path(__file__).parents[2] / "docs" / "claims.md"


def test_at_least_twelve_reports_were_read_twice() -> None:
    assert len(readings()) >= 12
    assert all(first.exists() for first, _ in readings())


def test_the_page_on_claims_tells_how_well_the_readers_agree() -> None:
    told = dict(re.findall(r"^(\w+_f1) +(\d\.\d+)$", DOCS.read_text(encoding="utf-8"), re.MULTILINE))
    figures = {name.removeprefix("claims."): f"{value:.3f}" for name, value in agreement().figures().items()}
    assert told == figures


def test_a_confidence_that_is_what_it_says_has_no_error() -> None:
    assert calibration_error([(0.5, True), (0.5, False)]) == pytest.approx(0.0)


def test_a_boast_is_an_error() -> None:
    assert calibration_error([(1.0, True), (1.0, False)]) == pytest.approx(0.5)


def test_no_claims_have_no_error() -> None:
    assert calibration_error([]) == 0.0


def test_the_table_has_a_line_for_each_band_that_has_claims() -> None:
    lines = table([0.1, 0.9, 1.0], [False, True, True]).splitlines()
    assert [line.split()[0] for line in lines[1:3]] == ["0.0", "0.8"]
    assert lines[-1] == "expected calibration error 0.067"


def test_the_same_clusters_under_other_names_are_perfect() -> None:
    gold = {("r", "a"): "E1", ("r", "b"): "E1", ("r", "c"): "E2"}
    assert Clustered(gold=gold, ours={("r", "a"): "x", ("r", "b"): "x", ("r", "c"): "y"}).b3 == pytest.approx(1.0)


def test_one_event_torn_in_two_costs_recall_alone() -> None:
    gold = {("r", "a"): "E1", ("r", "b"): "E1"}
    assert Clustered(gold=gold, ours={("r", "a"): "x", ("r", "b"): "y"}).b3 == pytest.approx(2 / 3)
