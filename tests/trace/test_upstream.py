"""Which of two reports follows the other: the agency, the earlier, the one that holds the other whole; else nobody can tell."""

import pytest

from contested.records import Reason, Relation, Report
from contested.trace.upstream import upstream_of
from factory import report


def _of(a: Report, b: Report, *, relation: Relation = "rewrite", whole: Report | None = None) -> tuple[str | None, Reason | None]:
    found, because = upstream_of(a, b, relation=relation, whole=whole)
    turned = upstream_of(b, a, relation=relation, whole=whole)
    assert turned == (found, because), "which of two comes first must not matter"
    return found, because


def _wire(name: str = "wire.txt", **fields: object) -> Report:
    return report(name=name, **{"published": None, **fields})


def test_the_agency_that_the_other_credits_is_upstream_even_where_it_is_dated_later() -> None:
    agency = _wire(outlet="Reuters", published="2031-03-05")
    client = _wire("client.txt", agency="Reuters", published="2031-03-04")
    found, because = _of(agency, client)
    assert found == agency.id
    assert because is not None
    assert "client.txt credits Reuters" in because.because


def test_an_agency_is_known_by_any_of_its_names() -> None:
    agency = _wire(outlet="Agence France-Presse")
    assert _of(agency, _wire("client.txt", agency="AFP"))[0] == agency.id


@pytest.mark.parametrize("outlet", ["Norvale Courier", "AFP", None])
def test_another_outlet_than_the_one_credited_is_not_upstream_for_that(outlet: str | None) -> None:
    assert _of(_wire(outlet=outlet), _wire("client.txt", agency="Reuters")) == (None, None)


def test_two_reports_of_the_agency_itself_are_told_by_their_day() -> None:
    early = _wire(outlet="Reuters", agency="Reuters", published="2031-03-04")
    late = _wire("late.txt", outlet="Reuters", agency="Reuters", published="2031-03-05")
    assert _of(late, early)[0] == early.id


def test_two_clients_of_one_agency_are_told_by_their_day() -> None:
    early, late = (_wire(f"{day}.txt", agency="Reuters", published=day) for day in ("2031-03-04", "2031-03-05"))
    assert _of(early, late)[0] == early.id


def test_the_report_published_first_is_upstream_and_the_day_is_said() -> None:
    early, late = _wire("early.txt", published="2031-03-04T08:00"), _wire("late.txt", published="2031-03-04T08:01")
    found, because = _of(early, late)
    assert found == early.id
    assert because is not None
    assert because.because == "early.txt was published first (2031-03-04T08:00)"


@pytest.mark.parametrize(
    ("one", "other"),
    [(None, "2031-03-04"), (None, None), ("2031-03-04", "2031-03-04"), ("2031-03-04", "2031-03-04T06:00"), ("2031-03-04T06:00", "2031-03-04T06:00")],
)
def test_unknown_or_equal_days_tell_nothing(one: str | None, other: str | None) -> None:
    assert _of(_wire("one.txt", published=one), _wire("other.txt", published=other)) == (None, None)


def test_a_day_before_is_earlier_than_any_minute_of_the_next() -> None:
    day, minute = _wire("day.txt", published="2031-03-03"), _wire("minute.txt", published="2031-03-04T00:01")
    assert _of(day, minute)[0] == day.id


def test_without_days_the_report_that_holds_the_other_whole_is_upstream() -> None:
    whole, part = _wire("whole.txt"), _wire("part.txt")
    found, because = _of(whole, part, relation="copy", whole=whole)
    assert found == whole.id
    assert because is not None
    assert because.because == "whole.txt holds nearly all of part.txt, and more"


def test_the_day_tells_more_than_length() -> None:
    early, whole = _wire("early.txt", published="2031-03-04"), _wire("whole.txt", published="2031-03-05")
    assert _of(early, whole, relation="copy", whole=whole)[0] == early.id


def test_of_two_that_share_a_source_neither_follows_the_other() -> None:
    agency = _wire(outlet="Reuters", published="2031-03-04")
    client = _wire("client.txt", agency="Reuters", published="2031-03-05")
    assert _of(agency, client, relation="shared_source", whole=agency) == (None, None)


@pytest.mark.parametrize("relation", ["duplicate", "copy", "rewrite"])
def test_every_other_relation_has_an_upstream_where_the_days_tell_one(relation: Relation) -> None:
    early, late = _wire("early.txt", published="2031-03-04"), _wire("late.txt", published="2031-03-05")
    found, because = _of(early, late, relation=relation)
    assert found == early.id
    assert because is not None
    assert 0 < because.score <= 1
