"""The adapters: one output line an input line, in order, whatever the line."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from quality.sides import sides_of

from contested.assembly import assemble
from contested.pipeline import Inspected, Parts
from contested.records import Actor, ActorRef, Attribution, Claim, Doubt, Extract, Marks, Modality, Place, Report, Span, Spans
from contested.settings import Settings
from factory import place_ref, report, said
from quality import predict

TEXT = "Rebels attacked Norvale on Monday."
ALL = sorted(predict.SEEING)
EMPTY: dict[str, dict[str, Any]] = {
    "events": {"claims": []}, "event_type": {"event_type": None}, "templates": {"templates": []}, "actors": {"source": [], "target": []},
    "places": {"places": []}, "times": {"times": []}, "attribution": {"attributions": []}, "factuality": {"modality": "actual"},
}


@pytest.fixture(scope="module")
def loaded() -> Parts:
    return assemble(Settings())


@pytest.fixture(autouse=True)
def _load_once(loaded: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(predict, "assemble", lambda _: loaded)


def run(tmp_path: Path, task: str, *lines: Any, code: int = 0) -> list[Any]:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert predict.main([task, str(source), str(target)]) == code
    return [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()] if target.exists() else []


def seen(told: Report, *claims: Claim, **marks: Any) -> Inspected:
    return Inspected(report=told, marks=Marks(**marks), extract=Extract(claims=claims))


def at(told: Report, words: str) -> Span:
    start = told.text.index(words)
    return Span(start, start + len(words))


def actors(told: Report, *words: str) -> tuple[Actor, ...]:
    return tuple(Actor(span=at(told, w), wording=w, ref=ActorRef(name=w, kind="unknown")) for w in words)


def sides(told: Report, *claims: Claim, **marks: Any) -> tuple[list[str], list[str]]:
    source, target = sides_of(seen(told, *claims, **marks))
    return [told.words(span) for span in source], [told.words(span) for span in target]


def test_every_line_has_its_answer_in_order(tmp_path: Path) -> None:
    lines = [{"id": "b", "text": TEXT}, {"id": "a", "text": "Nothing happened."}, {"id": "c", "text": TEXT}, {"id": "c", "text": TEXT}]
    out = run(tmp_path, "events", *lines)
    assert [line["id"] for line in out] == ["b", "a", "c", "c"]
    assert [len(line["claims"]) for line in out] == [1, 0, 1, 1]


def test_order_holds_across_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(predict, "_BATCH", 2)
    out = run(tmp_path, "events", *({"id": i, "text": "" if i == 3 else f"Rebels attacked {i} villages."} for i in range(5)))
    assert [(line["id"], len(line["claims"])) for line in out] == [(0, 1), (1, 1), (2, 1), (3, 0), (4, 1)]


@pytest.mark.parametrize("task", ALL)
@pytest.mark.parametrize("text", ["", "...", None, "x" * 1_000_001], ids=["empty", "no words", "null", "too long"])
def test_a_text_that_is_set_aside_has_an_empty_answer(tmp_path: Path, task: str, text: str | None) -> None:
    assert run(tmp_path, task, {"id": "x", "text": text, "target": [0, 1]}) == [{"id": "x"} | EMPTY[task]]


def test_a_line_without_id_keeps_its_place(tmp_path: Path) -> None:
    assert [line["id"] for line in run(tmp_path, "times", {"text": TEXT}, {"id": 7, "text": TEXT})] == [None, 7]


@pytest.mark.parametrize("dated", [{"dct": "2031-03-04"}, {"published": "2031-03-04"}, {"published": None, "dct": "2031-03-04"}])
def test_the_day_it_was_written_dates_the_telling(tmp_path: Path, dated: dict[str, str]) -> None:
    out = run(tmp_path, "times", {"id": "x", "text": TEXT} | dated)
    assert out[0]["times"] == [{"span": [27, 33], "type": "DATE", "value": "2031-03-03"}]


def test_a_date_that_cannot_be_read_costs_no_answer(tmp_path: Path) -> None:
    out = run(tmp_path, "events", {"id": "x", "text": TEXT, "published": "one day in spring"}, {"id": "y", "text": TEXT, "published": 2031})
    assert [len(line["claims"]) for line in out] == [1, 1]


def test_packed_input_is_read(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl.gz", tmp_path / "out.jsonl"
    source.write_bytes(gzip.compress(json.dumps({"id": "x", "text": TEXT}).encode()))
    assert predict.main(["events", str(source), str(target)]) == 0
    assert json.loads(target.read_text())["claims"][0]["event_type"] == "attack"


def test_the_spans_point_into_the_text_as_given(tmp_path: Path) -> None:
    text = "  \nNORVALE — The rebels attacked Bresk on Monday, “badly”."
    claim = run(tmp_path, "events", {"id": "x", "text": text})[0]["claims"][0]
    assert [text[slice(*claim["trigger"])], text[slice(*claim["actor"][0])], text[slice(*claim["target"][0])]] == ["attacked", "The rebels", "Bresk"]


@pytest.mark.parametrize(("task", "told"), [("coref", "coref: given mentions are not clustered yet"), ("poetry", "poetry: no such task; known are events")])
def test_a_task_that_nothing_answers_is_a_wrong_call(tmp_path: Path, capsys: pytest.CaptureFixture[str], task: str, told: str) -> None:
    assert run(tmp_path, task, {"topic": "t"}, code=2) == []
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(("line", "told"), [
    ([], ":1: expected an object"), ({"id": "x"}, ':1: expected an object with "text"'), ({"a": "x", "text_a": TEXT}, ":1: expected an object"),
])
def test_a_line_that_is_no_report_is_a_wrong_call(tmp_path: Path, capsys: pytest.CaptureFixture[str], line: Any, told: str) -> None:
    assert run(tmp_path, "events", line, code=2) == []
    assert told in capsys.readouterr().err


def test_a_word_to_judge_must_be_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "factuality", {"id": "x", "text": TEXT}, code=2) == []
    assert "line x: factuality needs" in capsys.readouterr().err


def test_a_missing_file_and_a_short_call_are_wrong_calls(tmp_path: Path) -> None:
    assert predict.main(["events", str(tmp_path / "none.jsonl"), str(tmp_path / "out")]) == 2
    assert predict.main(["events"]) == 2


def test_pairs_and_lone_reports_are_answered_in_one_file(tmp_path: Path) -> None:
    story = "Rebels attacked the harbour of Norvale on Monday. The mayor fled to Bresk with forty families before dawn, a guard said."
    other = "Traders in Caldmoor praised the new market hall. It opened a week ago after long works and many quarrels over money."
    lines = [
        {"id": "d", "text": f"NORVALE, March 3 (Reuters) - {story}"}, {"a": "1", "b": "2", "text_a": story, "text_b": story},
        {"a": "3", "b": "4", "text_a": story, "text_b": other}, {"a": "5", "b": "6", "text_a": "", "text_b": story}, {"id": "e", "text": ""},
    ]
    assert run(tmp_path, "lineage", *lines) == [
        {"id": "d", "agency": "Reuters"}, {"a": "1", "b": "2", "relation": "duplicate"}, {"a": "3", "b": "4", "relation": "independent"},
        {"a": "5", "b": "6", "relation": "independent"}, {"id": "e", "agency": None},
    ]


def test_a_word_that_stands_for_a_place_is_no_toponym() -> None:
    told = report("Rebels left Norvale. The city was quiet.")
    named = Place(span=at(told, "Norvale"), wording="Norvale", ref=place_ref())
    unknown = Place(span=at(told, "quiet"), wording="quiet", ref=None)
    anaphor = Place(span=at(told, "The city"), wording="The city", ref=place_ref(), anaphor=True)
    out = predict.places({"id": "x"}, seen(told, places=(named, anaphor, unknown)))
    assert out["places"] == [{"span": [12, 19], "lat": 10.0, "lon": 20.0}, {"span": [34, 39], "lat": None, "lon": None}]


def test_an_attribution_keeps_all_its_pieces() -> None:
    pieces: Spans = (Span(0, 3), Span(9, 12))
    out = predict.attribution({"id": "x"}, seen(report(), attributions=(Attribution(source=(), cue=(Span(4, 8),), content=pieces),)))
    assert out["attributions"] == [{"source": [], "cue": [[4, 8]], "content": [[0, 3], [9, 12]]}]


@pytest.mark.parametrize(("doubts", "modality"), [
    ([], "actual"), (["planned"], "planned"), (["possible", "negated"], "negated"), (["planned", "possible"], "possible"), (["ongoing"], "ongoing"),
])
def test_the_strongest_doubt_over_a_word_wins(doubts: list[Modality], modality: str) -> None:
    told = report("Rebels will not attack Norvale.")
    over = tuple(Doubt(cue=Span(7, 11), over=(at(told, "attack"),), modality=m, because="") for m in doubts)
    beside = Doubt(cue=Span(7, 11), over=(at(told, "Norvale"),), modality="negated", because="")
    assert predict.factuality({"id": "x", "target": list(at(told, "attack"))}, seen(told, doubts=(*over, beside)))["modality"] == modality


def test_the_main_event_is_a_plain_fact_that_happens() -> None:
    told = report("Officials demanded calm, planned a raid and said a bomb exploded near a clash.")
    demand = said(told, "demanded", "demand", confidence=0.9)
    raid = said(told, "raid", "attack", modality="planned")
    bomb, clash = said(told, "bomb exploded", "bomb", confidence=0.6), said(told, "clash", "clash", confidence=0.5)

    def kind(*claims: Claim) -> str | None:
        return predict.event_type({"id": "x"}, seen(told, *claims))["event_type"]

    assert [kind(demand, raid, bomb, clash), kind(demand, raid, clash), kind(demand, raid), kind(raid), kind()] == ["bomb", "clash", "demand", "attack", None]


def test_who_comes_first_acts_on_who_comes_next() -> None:
    told = report("On Monday the Red Front praised Caldmoor's elders in Norvale.")
    assert sides(told, actors=actors(told, "Red Front", "Caldmoor's elders")) == (["the Red Front"], ["Caldmoor's elders"])


def test_a_claim_says_what_is_acted_on() -> None:
    told = report("Rebels told elders that they burned the mill in Norvale.")
    claim = said(told, "burned", "destroy", actor=(at(told, "Rebels"),), target=(at(told, "mill"),))
    assert sides(told, claim, actors=actors(told, "Rebels", "elders")) == (["Rebels"], ["the mill"])


def test_what_is_done_by_nobody_named_is_done_to_its_target() -> None:
    told = report("Guards told elders that the mill was burned.")
    claim = said(told, "burned", "destroy", target=(at(told, "the mill"),))
    assert sides(told, claim, actors=actors(told, "Guards", "elders")) == (["Guards"], ["the mill"])


def test_what_is_their_own_is_not_acted_on() -> None:
    told = report("Rebels moved their guns past the traders.")
    assert sides(told, actors=actors(told, "Rebels", "their guns", "traders")) == (["Rebels"], ["the traders"])


def test_the_longer_of_two_names_in_one_place_counts() -> None:
    told = report("Norvale police warned traders.")
    assert sides(told, actors=actors(told, "Norvale", "Norvale police", "police", "traders")) == (["Norvale police"], ["traders"])


def test_who_is_struck_does_not_act_though_named_first() -> None:
    told = report("Ten villagers were killed by rebels.")
    claim = said(told, "killed", "kill", actor=(at(told, "rebels"),), target=(at(told, "Ten villagers"),))
    assert sides(told, claim, actors=actors(told, "Ten villagers", "rebels")) == (["rebels"], ["Ten villagers"])


def test_a_place_that_only_locates_does_not_act() -> None:
    told = report("In Norvale rebels halted a train to Bresk.")
    places = tuple(Place(span=at(told, name), wording=name, ref=None) for name in ("Norvale", "Bresk"))
    assert sides(told, actors=actors(told, "rebels"), places=places)[0] == ["rebels"]
    assert sides(told, places=places)[0] == []


def test_two_who_act_together_are_two_and_pronouns_are_nobody() -> None:
    told = report("It says the army and police warned traders, and they left.")
    assert sides(told, actors=actors(told, "It", "army", "police", "traders", "they")) == (["the army", "police"], ["traders"])


def test_who_only_reports_is_not_acted_on() -> None:
    told = report("Rebels withdrew, officials said.")
    said_so = Attribution(source=(at(told, "officials"),), cue=(at(told, "said"),), content=(Span(0, 15),))
    assert sides(told, actors=actors(told, "Rebels", "officials"), attributions=(said_so,)) == (["Rebels"], [])


def test_an_empty_sentence_has_no_sides() -> None:
    assert sides(report()) == ([], [])
