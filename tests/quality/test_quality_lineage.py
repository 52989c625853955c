"""How lineage is measured: groupings by B3, planted drift, plain baselines, and the whole of it on a story of our own."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quality.lineage import b3, baseline, containment, likest_sentences, measure
from quality.lineage_stories import NONE, Told, reports_in, told_pairs

from contested.trace.prepared import prepare
from factory import report

WIRE = [
    "Mortar rounds tore into the harbour of Saint Orla at noon on Friday, ending a truce of nineteen days on Merrow island.",
    "The hostages, mostly lighthouse keepers, were to be traded for 14 jailed members of the Tidal League.",
    "Marines strung barbed wire over the Gannet Crossing and turned back every fish lorry bound for the mainland.",
    "Insurers cancelled cover for vessels in the strait, and two grain ships waiting off Skarn turned round before dark.",
    "The bishop of Skarn plans to row out to the ferry on Saturday with bread, blankets and a doctor.",
]
COPY = [WIRE[0], WIRE[1].replace("14", "40"), *WIRE[2:4]]
OWN = [
    "In Lakesend the bakers gave their loaves away because nobody dared to queue outdoors.",
    "Nurses bandaged 31 people, most of them cut by window glass, a teacher told the Courier.",
    "Gales are forecast until the mail boat is allowed back.",
]


def _groups(*groups: str) -> dict[str, str]:
    """"ab", "c": a and b go back to one origin, c is its own."""
    return {one: group for group in groups for one in group}


@pytest.mark.parametrize(
    ("gold", "found", "worth"),
    [
        (("abc", "d"), ("abc", "d"), 1.0),
        (("abc", "d"), ("cba", "d"), 1.0),
        (("ab", "cd"), ("abcd",), 2 * 0.5 / 1.5),  # precision 1/2, recall 1
        (("abcd",), ("ab", "cd"), 2 * 0.5 / 1.5),  # precision 1, recall 1/2
        (("abcd",), ("a", "b", "c", "d"), 2 * 0.25 / 1.25),
        (("ab", "c"), ("a", "bc"), 2 / 3),  # precision and recall both (1 + 1/2 + 1/2) / 3
        (("a",), ("a",), 1.0),
    ],
)
def test_b3_has_the_values_that_are_worked_out_by_hand(gold: tuple[str, ...], found: tuple[str, ...], worth: float) -> None:
    assert b3(_groups(*gold), _groups(*found)) == pytest.approx(worth)


_groupings = st.integers(1, 12).flatmap(lambda n: st.tuples(*(st.lists(st.sampled_from("xyz"), min_size=n, max_size=n) for _ in range(2))))


@settings(deadline=None, derandomize=True)
@given(_groupings)
def test_b3_is_a_share_the_same_both_ways_and_whole_for_equals(two: tuple[list[str], list[str]]) -> None:
    one, other = ({str(at): group for at, group in enumerate(groups)} for groups in two)
    assert 0 < b3(one, other) <= 1 + 1e-9
    assert b3(one, other) == pytest.approx(b3(other, one))
    assert b3(one, one) == pytest.approx(1.0)


def _story(
    corpus: Path, texts: Mapping[str, list[str]], *, pairs: list[dict[str, Any]], origins: list[list[str]], split: str = "test", name: str = "merrow"
) -> Path:
    """A story of the corpus with these reports, all undated."""
    folder = corpus / "retold" / name
    folder.mkdir(parents=True)
    (folder / "story.json").write_text(json.dumps({"title": "Merrow", "split": split}), encoding="utf-8")
    lines = [json.dumps({"id": key, "text": "\n".join(text), "outlet": f"{key} Courier", "published": None}) for key, text in texts.items()]
    (folder / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    lineage = {"pairs": pairs, "origins": [{"id": f"{name}-{at}", "reports": group} for at, group in enumerate(origins)]}
    (folder / "lineage.json").write_text(json.dumps(lineage), encoding="utf-8")
    return folder


def _copied(a: str = "wire", b: str = "copy", *changes: tuple[str, str], relation: str = "copy") -> dict[str, Any]:
    told = [{"kind": "number", "a": before, "b": after, "note": ""} for before, after in changes]
    return {"a": a, "b": b, "relation": relation, "aligned": [{"a": [0, len(WIRE[0])], "b": [0, len(COPY[0])], "changes": told}]}


_TEXTS = {"wire": WIRE, "copy": COPY, "own": OWN}
_ORIGINS = [["wire", "copy"], ["own"]]


def test_a_story_that_is_told_right_has_full_marks_and_no_errors(tmp_path: Path) -> None:
    _story(tmp_path, _TEXTS, pairs=[_copied("wire", "copy", ("14", "40"))], origins=_ORIGINS)
    score, errors = measure("test", None, corpus=tmp_path)
    assert (score.accuracy, score.derived_f1, score.false, score.origins_b3, score.drift_recall) == (1.0, 1.0, 0.0, 1.0, 1.0)
    assert errors == []


def test_a_pair_told_wrong_is_counted_and_named(tmp_path: Path) -> None:
    _story(tmp_path, _TEXTS, pairs=[_copied(), _copied("copy", "own", relation="rewrite")], origins=[["wire", "copy", "own"]])
    score, errors = measure("test", None, corpus=tmp_path)
    assert score.accuracy == pytest.approx(2 / 3)
    assert score.derived_f1 == pytest.approx(2 / 3)
    assert score.origins_b3 < 1
    assert errors == ["copy | own: rewrite, told none"]


def test_independent_reports_called_derived_are_counted(tmp_path: Path) -> None:
    _story(tmp_path, _TEXTS, pairs=[], origins=[["wire"], ["copy"], ["own"]])
    score, errors = measure("test", None, corpus=tmp_path)
    assert score.false == pytest.approx(1 / 3)
    assert score.derived_f1 == 0.0
    assert errors == ["copy | wire: none, told copy"]


def test_kinship_between_two_stories_counts_against_the_derived(tmp_path: Path) -> None:
    _story(tmp_path, {"wire": WIRE, "own": OWN}, pairs=[], origins=[["wire"], ["own"]])
    _story(tmp_path, {"copy": COPY, "trimmed": COPY[:3]}, pairs=[_copied("copy", "trimmed")], origins=[["copy", "trimmed"]], name="skarn")
    score, errors = measure("test", None, corpus=tmp_path)
    assert score.derived_f1 < 1.0
    assert "copy | wire: none, told copy" in errors


@pytest.mark.parametrize(
    ("planted", "recall"),
    [
        ([("14", "40")], 1.0),
        ([("14 jailed members", "40 jailed members")], 1.0),  # some of the words are enough
        ([("FOURTEEN of 14", "40")], 1.0),
        ([("40", "14")], 0.0),
        ([("harbour", "quay")], 0.0),
        ([("14", "40"), ("harbour", "quay")], 0.5),
        ([("14", "")], 1.0),  # left out: words of the side that has some
        ([], 0.0),
    ],
)
def test_drift_counts_as_told_where_some_of_its_words_are_told_on_their_own_side(tmp_path: Path, planted: list[tuple[str, str]], recall: float) -> None:
    _story(tmp_path, _TEXTS, pairs=[_copied("wire", "copy", *planted)], origins=_ORIGINS)
    assert measure("test", None, corpus=tmp_path)[0].drift_recall == pytest.approx(recall)


def test_drift_is_found_whichever_report_the_gold_names_first(tmp_path: Path) -> None:
    _story(tmp_path, _TEXTS, pairs=[_copied("copy", "wire", ("40", "14"))], origins=_ORIGINS)
    assert measure("test", None, corpus=tmp_path)[0].drift_recall == 1.0


def test_stories_of_other_splits_are_left_out(tmp_path: Path) -> None:
    _story(tmp_path, _TEXTS, pairs=[_copied()], origins=_ORIGINS)
    _story(tmp_path, {"other": WIRE, "stranger": OWN}, pairs=[], origins=[["other"], ["stranger"]], split="train", name="skarn")
    assert measure("test", None, corpus=tmp_path)[1] == []
    assert [pair.story for pair in told_pairs(None, splits=frozenset({"train"}), corpus=tmp_path)] == ["skarn"]


def test_every_two_reports_of_a_story_are_a_pair_with_their_gold(tmp_path: Path) -> None:
    folder = _story(tmp_path, _TEXTS, pairs=[_copied()], origins=_ORIGINS)
    assert [each.id for each in reports_in(folder)] == list(_TEXTS)
    pairs = list(told_pairs(None, splits=frozenset({"test"}), corpus=tmp_path))
    assert {(pair.a.report.id, pair.b.report.id): pair.relation for pair in pairs} == {("copy", "own"): NONE, ("copy", "wire"): "copy", ("own", "wire"): NONE}
    assert next(pair for pair in pairs if pair.relation == "copy").aligned == frozenset({(0, 0)})
    assert {pair.aligned for pair in pairs if pair.relation == NONE} == {None}


def _told(left: str, right: str, relation: str) -> Told:
    a, b = prepare(report(left, name="a.txt")), prepare(report(right, name="b.txt"))
    return Told(story="merrow", split="test", a=a, b=b, relation=relation, aligned=None)


_MADE = [
    _told("\n".join(WIRE), "\n".join(COPY), "copy"),
    _told("\n".join(WIRE), "\n".join(WIRE[1:3]), "rewrite"),
    _told("\n".join(WIRE), "\n".join(OWN), NONE),
    _told("\n".join(OWN), "\n".join(COPY), NONE),
]


def test_a_baseline_gets_the_threshold_that_suits_the_pairs_best() -> None:
    assert baseline(_MADE, containment) == (1.0, 0.0)


def test_a_baseline_that_sees_no_difference_calls_everything_derived() -> None:
    f1, false = baseline(_MADE, lambda *_: 0.5)
    assert f1 == pytest.approx(2 * 2 / (2 + 4))
    assert false == 1.0


def test_containment_is_the_share_of_runs_of_the_shorter() -> None:
    whole, part, own = (prepare(report("\n".join(text))) for text in (WIRE, WIRE[1:3], OWN))
    assert containment(whole, part) == containment(part, whole) == 1.0
    assert containment(whole, own) == 0.0
    assert containment(whole, prepare(report("Rebels."))) == 0.0


def test_without_vectors_no_sentence_is_like_another() -> None:
    whole = prepare(report("\n".join(WIRE)))
    assert likest_sentences(whole, whole) == 0.0
