"""The reports that speed is measured on: the same every time, and hardly two alike."""

from datetime import date

from quality.bench import varied_reports
from quality.corpus import CORPUS, read_story

MANY = varied_reports(150)


def test_the_same_seed_makes_the_same_reports() -> None:
    assert varied_reports(150) == MANY


def test_more_reports_begin_with_the_same_ones() -> None:
    assert varied_reports(40) == MANY[:40]


def test_another_seed_makes_other_reports() -> None:
    others = varied_reports(150, seed=8)
    assert sum(a["text"] != b["text"] for a, b in zip(MANY, others, strict=True)) > 120


def test_hardly_two_reports_are_alike() -> None:
    assert len(MANY) == 150
    assert len({report["id"] for report in MANY}) == 150
    assert len({report["text"] for report in MANY}) > 145


def test_hardly_a_report_is_the_story_it_was_made_of() -> None:
    stories = {report["text"] for folder in CORPUS.glob("*/story.json") for report in read_story(folder.parent).reports}
    assert len({report["text"] for report in MANY} & stories) < 20


def test_every_report_has_a_day_of_its_calendar() -> None:
    days = {date.fromisoformat(report["published"]) for report in MANY}
    assert {day.year for day in days} == {2031}
    assert len(days) > 28


def test_a_report_keeps_the_length_of_its_story() -> None:
    folders = sorted(path.parent for path in CORPUS.glob("*/story.json"))
    first = read_story(folders[0]).reports[0]["text"]
    assert abs(len(MANY[0]["text"].split()) - len(first.split())) <= len(first.split()) * 0.1
