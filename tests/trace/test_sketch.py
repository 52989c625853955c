"""All reports as numbers: rows, runs, stems and pairs."""

import numpy as np
import pytest
from generated import strangers
from trace_stories import REWRITE, WIRE

from contested.records import Report, Span
from contested.trace import sketch as module
from contested.trace.prepared import RUN, prepare
from contested.trace.sketch import PERMUTATIONS, Sketches, sketch
from factory import report


def _sketched(*texts: str) -> Sketches:
    return sketch([report(text) for text in texts], run=RUN)


def _pairs_of(sketches: Sketches, at: int) -> set[int]:
    return set(sketches.pairs[sketches.pair_rows[at] : sketches.pair_rows[at + 1]].tolist())


def test_nothing_gives_empty_rows() -> None:
    found = _sketched()
    assert found.digests.shape == (0, PERMUTATIONS)
    assert found.stem_rows.tolist() == found.pair_rows.tolist() == [0]
    assert len(found.stems) == len(found.pairs) == len(found.words) == len(found.has_runs) == 0


def test_rows_hold_as_many_words_and_stems_as_the_prepared_report() -> None:
    reports = [report(WIRE), report("Rebels seized Norvale."), report(REWRITE)]
    found = sketch(reports, run=RUN)
    for at, each in enumerate(reports):
        prepared = prepare(each)
        assert found.words[at] == len(prepared.words)
        assert len(found.stems_of(at)) == len(frozenset().union(*(sentence.content for sentence in prepared.sentences)))


def test_a_report_has_one_sketch_alone_and_beside_others() -> None:
    alone, beside = _sketched(WIRE), _sketched(REWRITE, WIRE, "Rebels.")
    assert np.array_equal(alone.digests[0], beside.digests[1])
    assert np.array_equal(alone.stems_of(0), beside.stems_of(1))
    assert _pairs_of(alone, 0) == _pairs_of(beside, 1)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_how_many_reports_are_sketched_at_a_time_changes_nothing(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    texts = [WIRE, "", "Rebels seized Norvale.", REWRITE, "..."]
    whole = _sketched(*texts)
    monkeypatch.setattr(module, "_CHUNK", size)
    parts = _sketched(*texts)
    for name in Sketches.__slots__:
        assert np.array_equal(getattr(whole, name), getattr(parts, name)), name


def test_a_report_without_words_has_empty_rows_between_its_neighbours() -> None:
    found = _sketched("Rebels seized Norvale.", "...", "", "Rebels seized Norvale.")
    assert found.words.tolist() == [3, 0, 0, 3]
    assert len(found.stems_of(1)) == len(found.stems_of(2)) == 0
    assert np.array_equal(found.stems_of(0), found.stems_of(3))


def test_runs_do_not_reach_from_one_report_into_the_next() -> None:
    found = _sketched("Rebels seized Norvale town.", "Marines left Skarn harbour.", "Rebels seized Norvale town on Monday.")
    assert found.has_runs.tolist() == [False, False, True]


def test_pairs_do_not_reach_from_one_report_into_the_next() -> None:
    found = _sketched("Rebels.", "Norvale.", "Rebels Norvale.")
    assert _pairs_of(found, 0) == _pairs_of(found, 1) == set()
    assert len(_pairs_of(found, 2)) == 1


def test_function_words_are_no_stems_and_do_not_part_neighbours() -> None:
    found = _sketched("Shelling of the harbour.", "Shelling harbour.")
    assert np.array_equal(found.stems_of(0), found.stems_of(1))
    assert len(found.stems_of(0)) == 2
    assert _pairs_of(found, 0) == _pairs_of(found, 1) != set()


def test_forms_of_one_word_and_one_number_are_one_stem() -> None:
    found = _sketched("seized 12 provinces", "seizing twelve provincial")
    assert np.array_equal(found.stems_of(0), found.stems_of(1))


def test_furniture_leaves_no_trace() -> None:
    byline = "By Anna Holt in Skarn for the Courier\n"
    with_byline: Report = report(byline + WIRE, furniture=(Span(0, len(byline)),))
    found = sketch([with_byline, report(WIRE)], run=RUN)
    assert found.words[0] == found.words[1]
    assert np.array_equal(found.digests[0], found.digests[1])
    assert np.array_equal(found.stems_of(0), found.stems_of(1))


def test_the_share_of_like_digests_is_near_the_share_of_common_runs() -> None:
    one, *others = strangers(20)
    found = _sketched(one, one + " " + one, *others)
    alike = (found.digests[0] == found.digests).mean(axis=1)
    assert alike[0] == 1.0
    assert alike[1] > 0.8  # the same runs, and four more where the text begins anew
    assert alike[2:].max() < 0.1
