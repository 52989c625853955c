"""What two reports are to each other, each relation from made texts, and why."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trace_stories import INDEPENDENT, REWRITE, TRIMMED, WIRE

from contested.reference.lineage import NONE, relation_weights
from contested.trace.alignment import align
from contested.trace.evidence import Evidence, weigh
from contested.trace.figures import FIGURES, figures_of, said_of
from contested.trace.prepared import prepare
from contested.trace.relation import Verdict, decide
from factory import report

_ORCHARDS = [
    "Frost killed the plum blossom in every orchard between Quillmark and the eastern bay, growers said.",
    "Beekeepers wrapped their hives in felt and burned damp straw along the terraces until dawn.",
    "The cooperative expects barely a third of last year's harvest and has asked the banks for patience.",
    "Children were let off school to carry lanterns up the slopes.",
    "A chapel in the hills rang its bell whenever the wind turned.",
]
_LIGHTHOUSE = [
    "The keeper of the north light painted his tower green this week, to the dismay of pilots.",
    "Harbour rules ask for white, yet the rulebook burned with the customs house nine years ago.",
    "Tourists have begun to queue for photographs at the foot of the stairs.",
    "Two painters who refused the work told a newspaper that they feared for their licences.",
    "An admiral will inspect the tower once his boat is mended.",
]
_HANDOUT = [sentence.strip() for sentence in WIRE.split("\n\n")[4:7]]


def _evidence(left: str, right: str, **of_both: Any) -> Evidence:
    a, b = prepare(report(left, name="left.txt", **of_both)), prepare(report(right, name="right.txt", **of_both))
    return weigh(a, b, align(a, b))


def _with_meaning(evidence: Evidence, likeness: float) -> Evidence:
    return replace(evidence, meaning_shorter=likeness, meaning_longer=likeness, meaning_titles=likeness)


def _because(verdict: Verdict) -> str:
    return "\n".join(reason.because for reason in verdict.reasons)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (WIRE, WIRE, "duplicate"),
        (WIRE, WIRE.replace("\n\n", " ").replace('"', "”").upper(), "duplicate"),
        (WIRE, TRIMMED, "copy"),
        (WIRE, WIRE.replace("ferry", "boat").replace("noon", "midday"), "copy"),
        (WIRE, REWRITE, "rewrite"),
        ("\n".join(_ORCHARDS + _HANDOUT), "\n".join(_LIGHTHOUSE + _HANDOUT), "shared_source"),
        (WIRE, INDEPENDENT, None),
        (WIRE, "\n".join(_ORCHARDS), None),
        ("...", "", None),
    ],
    ids=["same", "same but for marks", "trimmed", "lightly edited", "re-worded", "one handout in both", "same day", "strangers", "wordless"],
)
def test_each_relation_is_told_from_the_words(left: str, right: str, relation: str | None) -> None:
    assert decide(_evidence(left, right)).relation == relation


def test_the_chances_of_a_verdict_fit_together() -> None:
    rewrite, own, same = (decide(_evidence(WIRE, other)) for other in (REWRITE, INDEPENDENT, WIRE))
    assert rewrite.derived > 0.5 > rewrite.independent
    assert own.independent > 0.5 > own.derived
    assert own.score == own.independent
    assert (same.score, same.derived, same.independent) == (1.0, 1.0, 0.0)


def test_one_pair_of_sentences_is_half_a_proof() -> None:
    told = _evidence(WIRE, TRIMMED)
    assert decide(replace(told, pairs=3)).relation == "copy"
    lone = decide(replace(told, pairs=1))
    assert lone.derived > 0.5
    assert lone.relation is None


def test_two_one_line_reports_that_are_alike_but_for_a_word_are_no_kin() -> None:
    assert decide(_evidence(_ORCHARDS[0], _ORCHARDS[0].replace("Frost", "Hail"))).relation is None


def test_without_any_pair_nothing_is_proved() -> None:
    assert decide(replace(_evidence(WIRE, TRIMMED), pairs=0)).relation is None


def test_no_relation_has_no_reasons_and_every_relation_has_some() -> None:
    assert decide(_evidence(WIRE, INDEPENDENT)).reasons == ()
    for other in (WIRE, TRIMMED, REWRITE):
        assert decide(_evidence(WIRE, other)).reasons


@pytest.mark.parametrize("other", [WIRE, TRIMMED, REWRITE])
def test_reasons_are_clauses_for_people(other: str) -> None:
    for evidence in (_evidence(WIRE, other), _with_meaning(_evidence(WIRE, other), 0.7)):
        for reason in decide(evidence).reasons:
            assert len(reason.because.split()) >= 4
            assert not {"_", "{", "}"} & set(reason.because)
            assert "None" not in reason.because


def test_the_first_reason_gives_the_chance_of_every_relation_the_likeliest_first() -> None:
    first = decide(_evidence(WIRE, TRIMMED)).reasons[0].because
    assert first.startswith("copy ")
    assert all(name in first for name in ("copy", "rewrite", "shared source", "none"))


def test_words_alone_are_admitted_and_meaning_is_not_called_missing_where_it_was_asked() -> None:
    evidence = _evidence(WIRE, REWRITE)
    assert "decided on words" in _because(decide(evidence))
    assert "decided on words" not in _because(decide(_with_meaning(evidence, 0.7)))


def test_an_agency_that_both_credit_is_named() -> None:
    assert "both credit Reuters" in _because(decide(_evidence(WIRE, REWRITE, agency="Reuters")))
    assert "credit" not in _because(decide(_evidence(WIRE, REWRITE)))


def test_a_rewrite_is_the_likelier_the_nearer_its_meaning() -> None:
    evidence = _evidence(WIRE, REWRITE)
    assert decide(_with_meaning(evidence, 0.8)).derived > decide(_with_meaning(evidence, 0.1)).derived


def test_a_likeness_below_zero_is_a_reason_of_no_weight() -> None:
    evidence = replace(_evidence("\n".join(_ORCHARDS + _HANDOUT), "\n".join(_LIGHTHOUSE + _HANDOUT)), closeness=0.5, verbatim=0.5, longest_run=0.2)
    verdict = decide(replace(evidence, meaning_shorter=0.3, meaning_longer=0.3, meaning_titles=-0.9))
    assert verdict.relation == "shared_source"
    assert "-0.90 alike in meaning" in _because(verdict)
    assert all(0 <= reason.score <= 1 for reason in verdict.reasons)


@pytest.mark.parametrize("meaning", [True, False])
def test_every_figure_that_has_weights_is_measured_and_can_be_said(meaning: bool) -> None:
    evidence = _evidence(WIRE, REWRITE)
    evidence = _with_meaning(evidence, 0.5) if meaning else evidence
    figures = figures_of(evidence)
    assert set(relation_weights(meaning=meaning).means) <= set(figures) <= set(FIGURES)
    assert all(said_of(name, evidence) for name in figures)


_share = st.floats(0, 1)
_likeness = st.floats(-1, 1)
_evidences = st.builds(
    Evidence, told_shorter=_share, told_longer=_share, closeness=_share, pairs=st.integers(0, 60), order=_share, verbatim=_share, runs_shorter=_share,
    runs_longer=_share, longest_run=_share, phrasing=_share, names=_share, numbers=_share, names_longer=_share, quotations=_share, meaning_shorter=st.none(),
    meaning_longer=st.none(), meaning_titles=st.none(), identical=st.booleans(), same_agency=st.none() | st.just("Reuters"),
)  # fmt: skip


def _meant(evidence: Evidence, meanings: tuple[float, float, float] | None) -> Evidence:
    if meanings is None:
        return evidence
    return replace(evidence, meaning_shorter=meanings[0], meaning_longer=meanings[1], meaning_titles=meanings[2])


_any_evidence = st.builds(_meant, _evidences, st.none() | st.tuples(_likeness, _likeness, _likeness))


@settings(deadline=None, derandomize=True)
@given(_any_evidence)
def test_chances_sum_to_one_whatever_the_evidence(evidence: Evidence) -> None:
    chances = relation_weights(meaning=evidence.meaning_shorter is not None).chances(figures_of(evidence))
    assert set(chances) == {"copy", "rewrite", "shared_source", NONE}
    assert sum(chances.values()) == pytest.approx(1.0)
    assert all(0 <= chance <= 1 for chance in chances.values())


@settings(deadline=None, derandomize=True)
@given(_any_evidence)
def test_scores_of_verdicts_and_reasons_are_shares_whatever_the_evidence(evidence: Evidence) -> None:
    verdict = decide(evidence)
    assert all(0 <= value <= 1 + 1e-9 for value in (verdict.score, verdict.derived, verdict.independent, verdict.derived + verdict.independent))
    assert all(0 <= reason.score <= 1 for reason in verdict.reasons)
    assert (verdict.relation is None) == (verdict.reasons == ())
