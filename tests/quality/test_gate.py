"""The gate: figures hold their floors or it says which does not; floors belong to one gold."""

import json
from pathlib import Path
from typing import Any

import pytest
from quality.corpus import read_story

from contested.pipeline import Derived, Inspected
from contested.records import Extract, Holding, Lineage, Marks
from factory import report as make_report
from quality import gate

TEXT = "Norvale falls\n\nThe rebels seized Norvale on Monday, the mayor said. Two soldiers were killed in the fighting."
FIGURES = {"claims.event_f1": 0.8, "claims.false_per_peaceful_report": 0.5}


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Floors at what is measured, on the gold "g"."""
    path = tmp_path / "floors.json"
    path.write_text(json.dumps({"gold": "g", "floors": FIGURES}), encoding="utf-8")
    monkeypatch.setattr(gate, "FLOORS", path)
    measured(monkeypatch)
    return path


def measured(monkeypatch: pytest.MonkeyPatch, *, gold: str = "g", **figures: float) -> None:
    names = {"event": "claims.event_f1", "false": "claims.false_per_peaceful_report"}
    now = FIGURES | {names[name]: value for name, value in figures.items()}
    monkeypatch.setattr(gate, "measure", lambda: now)
    monkeypatch.setattr(gate, "digest", lambda: gold)


@pytest.mark.usefixtures("floors")
@pytest.mark.parametrize(("figures", "code", "reason"), [
    ({}, 0, ""), ({"event": 0.9}, 0, ""), ({"event": 0.79}, 1, "claims.event_f1: 0.79 is below 0.8"),
    ({"false": 0.2}, 0, ""), ({"false": 0.6}, 1, "claims.false_per_peaceful_report: 0.6 is above 0.5"),
])
def test_a_figure_holds_its_floor_or_its_ceiling(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], figures: dict[str, float], code: int, reason: str
) -> None:
    measured(monkeypatch, **figures)
    assert gate.main([]) == code
    assert reason in (told := capsys.readouterr().err)
    assert bool(told) == bool(code)


@pytest.mark.usefixtures("floors")
def test_a_floor_without_a_figure_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(gate, "measure", lambda: {"claims.false_per_peaceful_report": 0.1})
    assert gate.main([]) == 1
    output = capsys.readouterr()
    assert "claims.event_f1: the floor 0.8 has no figure" in output.err
    assert "1 of 1 compared figures hold, 1 other problems" in output.out


@pytest.mark.usefixtures("floors")
def test_a_figure_without_a_floor_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(gate, "measure", lambda: FIGURES | {"test.claims.event_f1": 0.7})
    assert gate.main([]) == 1
    output = capsys.readouterr()
    assert "test.claims.event_f1: 0.7 has no floor" in output.err
    assert "2 of 2 compared figures hold" in output.out


def test_nothing_holds_where_nothing_is_compared(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(floors, json.dumps({"gold": "g", "floors": {}}))
    assert gate.main([]) == 1
    assert "0 of 0 compared figures hold" in capsys.readouterr().out


@pytest.mark.usefixtures("floors")
def test_the_figures_that_hold_are_counted(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    measured(monkeypatch, event=0.1)
    gate.main([])
    assert capsys.readouterr().out == "quality gate: 1 of 2 compared figures hold\n"


def test_the_false_claims_of_a_split_have_a_ceiling(floors: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    put(floors, json.dumps({"gold": "g", "floors": {"dev.claims.false_per_peaceful_report": 0.5}}))
    for value, code in ((0.4, 0), (0.6, 1)):
        monkeypatch.setattr(gate, "measure", lambda value=value: {"dev.claims.false_per_peaceful_report": value})
        assert gate.main([]) == code
    assert "0.6 is above 0.5" in capsys.readouterr().err


@pytest.mark.usefixtures("floors")
def test_floors_of_another_gold_do_not_count(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    measured(monkeypatch, gold="h")
    assert gate.main([]) == 1
    assert "not the gold that the floors were set on" in capsys.readouterr().err


def test_written_floors_leave_a_little_room_and_no_more(floors: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    measured(monkeypatch, gold="h", event=0.9, false=0.25)
    assert gate.main(["--write"]) == 0
    written = json.loads(floors.read_text(encoding="utf-8"))
    assert written["gold"] == "h"
    assert 0.88 < written["floors"]["claims.event_f1"] < 0.9
    assert 0.25 < written["floors"]["claims.false_per_peaceful_report"] < 0.27
    measured(monkeypatch, gold="h", event=0.87, false=0.25)
    assert gate.main([]) == 1


@pytest.mark.usefixtures("floors")
def test_nothing_is_written_unasked(floors: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = floors.read_text(encoding="utf-8")
    measured(monkeypatch, event=0.1)
    gate.main(["--table"])
    assert floors.read_text(encoding="utf-8") == before


@pytest.mark.usefixtures("floors")
def test_the_table_shows_every_figure_beside_its_floor(capsys: pytest.CaptureFixture[str]) -> None:
    gate.main(["--table"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["claims.event_f1", "0.800", "floor", "0.800"]
    assert lines[1].split() == ["claims.false_per_peaceful_report", "0.500", "ceiling", "0.500"]


def span(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def tiny_corpus(root: Path, *, split: str = "train", **fields: Any) -> Path:
    """One story of two reports with the same text; the fields change its only claim about Norvale."""
    folder = root / "norvale"
    (folder / "gold").mkdir(parents=True)
    known: dict[str, Any] = {
        "event_type": "seize", "sentence": [15, 63], "trigger": span("seized"), "actor_name": "rebels", "target_name": "Norvale", "place_name": None,
        "speaker": [span("the mayor")], "speaker_name": "mayor", "date": "2031-03-03", "stance": "says", "modality": "actual", "quantities": {},
    } | fields
    rows = [{"id": name, "text": TEXT, "published": "2031-03-04", "outlet": outlet} for name, outlet in (("n-1", "Courier"), ("n-2", "Herald"))]
    put(folder / "reports.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    put(folder / "story.json", json.dumps({"title": "t", "conflict": "c", "split": split, "invented": True}))
    for row in rows:
        put(folder / "gold" / f"{row['id']}.json", json.dumps({"report": row["id"], "published": row["published"], "claims": [known]}))
    pair, origin = {"a": "n-1", "b": "n-2", "relation": "duplicate"}, {"id": "o1", "reports": ["n-1", "n-2"]}
    put(folder / "lineage.json", json.dumps({"pairs": [pair], "origins": [origin]}))
    put(folder / "holdings.json", json.dumps([NOWHERE]))
    return root


NOWHERE = {"place": "Nowhere", "status": "held", "holder": "nobody", "until": None}


def put(path: Path, words: str) -> None:
    path.write_text(words, encoding="utf-8")


def test_the_product_is_measured_against_the_gold(tmp_path: Path) -> None:
    right = gate.measure(tiny_corpus(tmp_path / "right"))
    wrong = gate.measure(tiny_corpus(tmp_path / "wrong", event_type="protest"))
    assert right["claims.event_f1"] > 0.4
    assert wrong["claims.event_f1"] == 0.0
    assert right["claims.date_f1"] == right["claims.actor_name_f1"] == 1.0
    assert right["lineage.relation_accuracy"] == right["lineage.origin_pair_accuracy"] == 1.0
    assert right["holdings.recall"] == 0.0


def test_each_figure_is_given_for_the_split_of_its_stories_too(tmp_path: Path) -> None:
    figures = gate.measure(tiny_corpus(tmp_path, split="test"))
    whole = {name: value for name, value in figures.items() if not name.startswith("test.")}
    assert {name.removeprefix("test."): value for name, value in figures.items() if name.startswith("test.")} == whole
    assert not any(name.startswith(("train.", "dev.")) for name in figures)


def test_a_figure_of_which_nothing_could_be_compared_is_left_out(tmp_path: Path) -> None:
    corpus = tiny_corpus(tmp_path)
    for name in ("lineage", "holdings"):
        (corpus / "norvale" / f"{name}.json").unlink()
    figures = gate.measure(corpus)
    assert "claims.event_f1" in figures
    assert not any(name.startswith(("lineage.", "holdings.")) for name in figures)
    assert gate.measure(tmp_path / "nothing here") == {}


def holding(**fields: Any) -> Holding:
    known: dict[str, Any] = {
        "id": "h", "place": "Norvale", "place_ref": None, "status": "held", "holder": "Highland Front", "challenger": None, "since": None, "until": None,
        "known_from": None, "disputed": False, "claims": (), "disputed_by": (),
    }
    return Holding(**known | fields)


GOLD_HOLDING = {"place": "Norvale", "status": "held", "holder": "Highland Front", "until": None}


def held(tmp_path: Path, gold: list[dict[str, Any]], *ours: Holding) -> tuple[float, float]:
    """Recall and precision of the holdings of one story."""
    put(tiny_corpus(tmp_path) / "norvale" / "holdings.json", json.dumps(gold))
    sums = gate.Sums()
    derived = Derived(lineage=Lineage(origins=(("n-1", "n-1"), ("n-2", "n-1"))), events=(), assessments=(), holdings=ours)
    inspected = [Inspected(report=make_report(id=name, name=name), marks=Marks(sentences=()), extract=Extract()) for name in ("n-1", "n-2")]
    gate.add_story(sums, read_story(tmp_path / "norvale"), inspected, derived)
    figures = sums.figures()
    return figures["holdings.recall"], figures.get("holdings.precision", 0.0)


@pytest.mark.parametrize(("gold", "ours", "right"), [
    ({}, {}, True), ({}, {"place": "norvale", "holder": "the Highland front"}, True), ({}, {"holder": "Highland Front fighters"}, True),
    ({}, {"holder": "High"}, False), ({"holder": "army"}, {"holder": "Varlend armymen"}, False), ({}, {"holder": None}, False),
    ({"holder": None}, {"holder": None}, True), ({"holder": None}, {}, False), ({}, {"place": "Norvale bridge"}, False), ({}, {"status": "besieged"}, False),
    ({}, {"until": "2031-03-04"}, False),
])
def test_a_holding_is_right_with_its_place_its_status_and_its_holder(tmp_path: Path, gold: dict[str, Any], ours: dict[str, Any], right: bool) -> None:
    assert held(tmp_path, [GOLD_HOLDING | gold], holding(**ours))[0] == float(right)


def test_holdings_that_the_gold_lacks_cost_precision_and_missed_ones_recall(tmp_path: Path) -> None:
    assert held(tmp_path / "more", [GOLD_HOLDING], holding(), holding(id="i", place="Bresk")) == (1.0, 0.5)
    assert held(tmp_path / "less", [GOLD_HOLDING, NOWHERE], holding()) == (0.5, 1.0)


def test_one_holding_answers_one_of_the_gold(tmp_path: Path) -> None:
    assert held(tmp_path, [GOLD_HOLDING, GOLD_HOLDING], holding()) == (0.5, 1.0)


def test_a_holding_that_has_ended_costs_no_precision(tmp_path: Path) -> None:
    assert held(tmp_path, [GOLD_HOLDING], holding(), holding(id="i", place="Bresk", until="2031-03-04")) == (1.0, 1.0)


@pytest.mark.parametrize("name", ["gold/n-1.json", "reports.jsonl", "lineage.json", "story.json", "places.tsv"])
def test_the_mark_of_the_gold_changes_with_every_file_of_it(tmp_path: Path, name: str) -> None:
    corpus = tiny_corpus(tmp_path)
    put(corpus / "norvale" / "places.tsv", "name\tkind\n")
    before = gate.digest(corpus)
    assert gate.digest(corpus) == before
    put(corpus / "norvale" / name, (corpus / "norvale" / name).read_text(encoding="utf-8") + " ")
    assert gate.digest(corpus) != before
