"""Which reports are worth comparing: copies and rewrites are among them, strangers hardly, and a crowd stays linear."""

from collections.abc import Callable, Sequence

import pytest
from generated import copied, published, rewritten, strangers
from trace_stories import INDEPENDENT, REWRITE, TRIMMED, WIRE

from contested.records import Report
from contested.trace.candidates import find_candidates
from factory import report

_WINDOW = 10
_EACH = 6


def _found(reports: Sequence[Report], *, new: Sequence[Report] | None = None, window_days: int = _WINDOW) -> list[tuple[int, int]]:
    fresh = frozenset(each.id for each in (reports if new is None else new))
    return find_candidates(reports, new=fresh, window_days=window_days)


def _among(reports: Sequence[Report], one: str, other: str) -> bool:
    """Whether the reports of two texts are candidates."""
    at = [each.text for each in reports]
    low, high = sorted((at.index(one), at.index(other)))
    return (low, high) in _found(reports)


def test_no_report_and_one_report_have_no_candidates() -> None:
    assert _found([]) == []
    assert _found(published([WIRE])) == []


@pytest.mark.parametrize("retelling", [TRIMMED, REWRITE])
def test_two_reports_of_one_text_are_candidates(retelling: str) -> None:
    assert _found(published([WIRE, retelling])) == [(0, 1)]


def test_two_strangers_are_no_candidates() -> None:
    assert _found(published(strangers(2))) == []


@pytest.mark.parametrize("retelling", [TRIMMED, REWRITE])
def test_the_retelling_of_a_wire_is_found_in_a_crowd(retelling: str) -> None:
    crowd = strangers(300)
    assert _among(published([*crowd[:100], WIRE, *crowd[100:250], retelling, *crowd[250:]]), WIRE, retelling)


@pytest.mark.parametrize("retold", [copied, rewritten])
def test_what_repeats_a_stranger_is_found_in_a_crowd_of_strangers(retold: Callable[..., str]) -> None:
    crowd = strangers(200)
    retellings = [retold(text, seed=at) for at, text in enumerate(crowd[:30])]
    found = set(_found(published(crowd + retellings)))
    assert sum((at, 200 + at) in found for at in range(30)) >= 29
    assert len(found) < 2 * 30


def test_a_crowd_of_strangers_has_hardly_any_candidates() -> None:
    assert len(_found(published(strangers(300)))) < 15


def test_candidates_are_sorted_and_the_lower_comes_first() -> None:
    crowd = strangers(40)
    found = _found(published([*crowd, *(copied(text) for text in reversed(crowd))]))
    assert found == sorted(set(found))
    assert all(a < b for a, b in found)


@pytest.mark.parametrize(
    "texts",
    [[WIRE] * 200, [f"{WIRE}\nEdition {at} of the evening.\n" for at in range(200)], [copied(WIRE, seed=at) for at in range(200)]],
    ids=["the same words", "a line of their own", "a sentence left out, words replaced"],
)
def test_a_crowd_of_copies_stays_linear_and_joined(texts: list[str]) -> None:
    crowd = len(texts)
    found = _found(published(texts))
    assert len(found) <= crowd * _EACH
    origin = list(range(crowd))
    for _ in range(crowd):
        before = origin[:]
        for a, b in found:
            origin[a] = origin[b] = min(origin[a], origin[b])
        if origin == before:
            break
    assert set(origin) == {0}


def test_twice_the_copies_have_about_twice_the_candidates() -> None:
    small, large = (len(_found(published([f"{WIRE}\nEdition {at}.\n" for at in range(many)]))) for many in (100, 200))
    assert large < 2.3 * small


def test_a_crowd_of_copies_does_not_hide_a_pair_beside_it() -> None:
    one, other = strangers(2)
    texts = [f"{WIRE}\nEdition {at}.\n" for at in range(80)]
    assert _among(published([one, *texts, other, rewritten(one)]), one, rewritten(one))


@pytest.mark.parametrize(("day", "found"), [("2031-03-04", True), ("2031-03-14", True), ("2031-03-15", False), ("2032-03-04", False)])
def test_both_must_lie_within_the_window_of_days(day: str, found: bool) -> None:
    reports = published([WIRE, TRIMMED], days=["2031-03-04T23:50", day])
    assert bool(_found(reports, window_days=10)) == found


def test_a_window_of_no_days_leaves_the_same_day() -> None:
    assert _found(published([WIRE, TRIMMED], days=["2031-03-04T06:00", "2031-03-04T22:00"]), window_days=0) == [(0, 1)]
    assert _found(published([WIRE, TRIMMED], days=["2031-03-04T23:59", "2031-03-05T00:01"]), window_days=0) == []


@pytest.mark.parametrize("days", [["2031-03-04", None], [None, None], ["2031-03-04", "2031"]])
def test_a_report_without_a_day_is_compared_with_every_day(days: list[str | None]) -> None:
    assert _found(published([WIRE, REWRITE], days=days), window_days=1) == [(0, 1)]


def test_one_of_each_two_is_new() -> None:
    reports = published([WIRE, REWRITE, TRIMMED, INDEPENDENT])
    newest = next(each for each in reports if each.text == TRIMMED)
    at = reports.index(newest)
    found = _found(reports, new=[newest])
    assert found
    assert all(at in pair for pair in found)
    assert _found(reports, new=[]) == []


@pytest.mark.parametrize("wordless", ["", "...", "\n \n", "— ! — ?"])
def test_a_report_without_words_is_nobodys_candidate(wordless: str) -> None:
    reports = [report(wordless, name="a.txt"), report(WIRE, name="b.txt"), report(wordless, name="c.txt"), report(TRIMMED, name="d.txt")]
    assert _found(reports) == [(1, 3)]
    assert _found([reports[0], reports[2]]) == []


def test_reports_of_a_word_or_two_do_no_harm() -> None:
    reports = published(["Rebels.", "Rebels.", "Army.", "The of and.", WIRE, TRIMMED])
    assert (4, 5) in _found(reports)
