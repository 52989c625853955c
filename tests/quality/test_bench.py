"""The reports that speed is measured on: the same every time, and hardly two alike."""

from datetime import date

import pytest
from quality.bench import varied_reports
from quality.corpus import CORPUS, read_story

from quality import bench

MANY = varied_reports(150)


def test_the_same_seed_makes_the_same_reports() -> None:
    assert varied_reports(150) == MANY


def test_more_reports_begin_with_the_same_ones() -> None:
    assert varied_reports(40) == MANY[:40]


def test_another_seed_makes_other_reports() -> None:
    others = varied_reports(150, seed=8)
    assert sum(a["text"] != b["text"] for a, b in zip(MANY, others, strict=True)) > 120


def test_no_two_reports_are_alike() -> None:
    assert len({report["text"] for report in varied_reports(400)}) == 400
    assert len({report["id"] for report in MANY}) == 150


def test_no_report_is_the_story_it_was_made_of() -> None:
    stories = {report["text"] for folder in CORPUS.glob("*/story.json") for report in read_story(folder.parent).reports}
    assert not {report["text"] for report in MANY} & stories


def test_every_report_has_a_day_of_its_calendar() -> None:
    days = {date.fromisoformat(report["published"]) for report in MANY}
    assert {day.year for day in days} == {2031}
    assert len(days) > 28


def test_a_report_keeps_the_length_of_its_story() -> None:
    folders = sorted(path.parent for path in CORPUS.glob("*/story.json"))
    first = read_story(folders[0]).reports[0]["text"]
    assert abs(len(MANY[0]["text"].split()) - len(first.split())) <= len(first.split()) * 0.1


@pytest.mark.parametrize(("measured", "named"), [
    ({"ratio": 2.5, "first": 6.0, "peak": 1229.0}, []), ({"ratio": 2.51, "first": 1.0, "peak": 900.0}, ["ratio"]),
    ({"ratio": 2.0, "first": 6.1, "peak": 900.0}, ["first result"]), ({"ratio": 9.0, "first": 9.0, "peak": 1300.0}, ["ratio", "first result", "peak memory"]),
])
def test_a_broken_limit_is_named(measured: dict[str, float], named: list[str]) -> None:
    assert [told.partition(":")[0] for told in bench.broken_limits(**measured)] == named


@pytest.mark.parametrize(("seconds", "code"), [(20.0, 0), (30.0, 1)])
def test_a_broken_limit_fails_the_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], seconds: float, code: int) -> None:
    monkeypatch.setattr(bench, "parse_alone", lambda _: 10.0)
    monkeypatch.setattr(bench, "whole_way", lambda _: seconds)
    monkeypatch.setattr(bench, "first_result", lambda: 1.0)
    monkeypatch.setattr(bench, "PEAK", float("inf"))  # the test run's own memory is no matter of the bench
    assert bench.main(["3"]) == code
    assert ("ratio: 3.00 is above 2.50" in capsys.readouterr().err) == bool(code)


def test_the_whole_way_of_two_reports_takes_time() -> None:
    assert bench.whole_way(MANY[:2]) > 0
