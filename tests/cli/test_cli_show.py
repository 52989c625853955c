from pathlib import Path

import pytest
from conftest import STORY, Call
from test_cli_inspect import CLAIM, has_shape, is_inside

TEXTS = {entry["id"]: entry["text"] for entry in STORY}
KINDS = ("events", "claims", "reports", "lineage", "conflicts", "holdings")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_shown_to_people_and_to_machines(call: Call, built: Path, kind: str) -> None:
    table, lines = call("show", kind, "--store", built), call("show", kind, "--store", built, "--json")
    assert (table.status, lines.status) == (0, 0)
    assert (table.err, lines.err) == ("", "")
    assert table.out.strip()
    assert lines.rows


def test_a_claim_names_its_report_and_its_event_and_lies_in_the_text(call: Call, built: Path) -> None:
    events = {row["event"] for row in call("show", "events", "--store", built, "--json").rows}
    for row in call("show", "claims", "--store", built, "--json").rows:
        assert has_shape(row, CLAIM)
        assert row["event"] in events
        assert is_inside(row["sentence"], TEXTS[row["report"]])
        assert is_inside(row["trigger"], TEXTS[row["report"]])


def test_an_event_counts_the_copy_as_no_second_origin(call: Call, built: Path) -> None:
    rows = call("show", "events", "--store", built, "--json").rows
    shape = {"event": (str,), "event_type": (str,), "claims": (list,), "reports": (list,), "origins": (int,), "place": (dict,), "date": (dict,)}
    assert all(has_shape(row, shape) for row in rows)
    (seized,) = (row for row in rows if row["event_type"] == "seize" and row["place"]["value"] == "Qalat")
    assert set(seized["reports"]) == {"courier-1", "herald-1"}
    assert seized["origins"] == 1
    for field in (value for row in rows for value in row.values() if isinstance(value, dict)):
        assert field["agreement"] in ("agree", "differ", "single")
        assert all(has_shape(variant, {"value": (str,), "claims": (list,), "origins": (int,)}) for variant in field["variants"])


def test_a_conflict_has_every_value_with_the_claims_that_give_it(call: Call, built: Path) -> None:
    (row,) = call("show", "conflicts", "--store", built, "--json").rows
    assert (row["event_type"], row["field"], row["agreement"]) == ("bomb", "killed", "differ")
    assert set(row["reports"]) == {"post-1", "wire-1"}
    assert {(variant["value"], variant["origins"], len(variant["claims"])) for variant in row["variants"]} == {("3", 1, 1), ("5", 1, 1)}


def test_lineage_lays_sentences_side_by_side_with_what_changed(call: Call, built: Path) -> None:
    rows = call("show", "lineage", "--store", built, "--json").rows
    row = next(row for row in rows if {row["a"], row["b"]} == {"courier-1", "herald-1"})
    assert row["relation"] in ("duplicate", "copy", "rewrite", "shared_source")
    assert all(is_inside(pair["a"], TEXTS[row["a"]]) and is_inside(pair["b"], TEXTS[row["b"]]) for pair in row["aligned"])
    assert {frozenset((change["a"], change["b"])) for pair in row["aligned"] for change in pair["changes"]} == {frozenset(("12 soldiers", "20 soldiers"))}


def test_reports_that_repeat_one_text_have_one_origin(call: Call, built: Path) -> None:
    origins = {row["report"]: row["origin"] for row in call("show", "reports", "--store", built, "--json").rows}
    assert origins["courier-1"] == origins["herald-1"]
    assert len({origins["courier-1"], origins["wire-1"], origins["post-1"]}) == 3


def test_a_holding_says_who_holds_what_since_when_and_by_which_claims(call: Call, built: Path) -> None:
    claims = {row["id"] for row in call("show", "claims", "--store", built, "--json").rows}
    shape = {
        "place": (str,), "admin1": (str, None), "country": (str, None), "lat": (float, None), "lon": (float, None), "status": (str,), "holder": (str, None),
        "challenger": (str, None), "since": (str, None), "until": (str, None), "known_from": (str, None), "disputed": (bool,),
    }
    rows = call("show", "holdings", "--store", built, "--json").rows
    assert any(row["place"] == "Qalat" and row["since"] == "2031-03-03" for row in rows)
    for row in rows:
        assert has_shape(row, shape)
        assert set(row["claims"]) <= claims


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "limits",
    [("--since", "2031-03-04"), ("--until", "2031-03-04"), ("--place", "qalat"), ("--place", "no such place"), ("--known-at", "2031-03-04")],
    ids=" ".join,
)
def test_every_kind_can_be_cut_down(call: Call, built: Path, kind: str, limits: tuple[str, str]) -> None:
    cut = call("show", kind, "--store", built, *limits, "--json")
    assert (cut.status, cut.err) == (0, "")
    assert len(cut.rows) <= len(call("show", kind, "--store", built, "--json").rows)


def test_an_event_is_shown_with_all_its_reports_though_some_lie_outside_the_days(call: Call, built: Path) -> None:
    rows = call("show", "events", "--store", built, "--since", "2031-03-01", "--until", "2031-03-04", "--json").rows
    assert any(set(row["reports"]) == {"courier-1", "herald-1"} for row in rows)
    assert not any("post-1" in row["reports"] for row in rows)


def test_what_was_known_before_the_second_report_is_told_by_the_first_alone(call: Call, built: Path) -> None:
    assert [row["report"] for row in call("show", "reports", "--store", built, "--known-at", "2031-03-04", "--json").rows] == ["courier-1"]
    assert call("show", "conflicts", "--store", built, "--known-at", "2031-03-04", "--json").rows == []


@pytest.mark.parametrize("day", ["20310301", "2031-W09-6", "2031-03-01T00:00", "2031-03-01 10:00+02:00"])
def test_a_day_may_be_written_in_any_iso_form(call: Call, built: Path, day: str) -> None:
    said = call("show", "events", "--store", built, "--since", day, "--json").out
    assert said == call("show", "events", "--store", built, "--since", "2031-03-01", "--json").out
    assert said


@pytest.mark.parametrize("option", ["--since", "--until", "--known-at", "--on"])
@pytest.mark.parametrize("day", ["garbage", "2031", "2031-13-40", "yesterday", ""])
def test_a_day_that_is_none_ends_with_2_and_names_the_option(call: Call, built: Path, option: str, day: str) -> None:
    done = call("show", "holdings", "--store", built, option, day)
    assert (done.status, done.out) == (2, "")
    assert done.err == f"contested: {option} {day or '(nothing)'}: expected a day like 2031-03-04\n"


@pytest.mark.parametrize("command", [("show", "events"), ("briefing", "-o", "x.html")])
def test_an_end_before_the_beginning_ends_with_2(call: Call, built: Path, command: tuple[str, ...]) -> None:
    done = call(*command, "--store", built, "--since", "2031-03-05", "--until", "2031-03-04")
    assert (done.status, done.err) == (2, "contested: --until 2031-03-04: is before --since 2031-03-05\n")


@pytest.mark.parametrize("command", [("show", "events"), ("show", "claims", "--json"), ("briefing", "-o", "x.html")])
def test_a_store_that_is_not_there_is_not_made(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    monkeypatch.chdir(tmp_path)
    done = call(*command, "--store", "[/none].db")
    assert (done.status, done.out) == (2, "")
    assert done.err == "contested: [/none].db: no such store; run contested build first\n"
    assert list(tmp_path.iterdir()) == []


def test_showing_changes_nothing_in_the_store(call: Call, built: Path) -> None:
    before = built.read_bytes()
    for kind in KINDS:
        call("show", kind, "--store", built, "--known-at", "2031-03-04")
    assert built.read_bytes() == before
