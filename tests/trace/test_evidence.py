"""What two reports have in common, in figures: what a speaker said is not the writer's wording, and every figure is a share."""

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trace_stories import INDEPENDENT, REWRITE, TRIMMED, WIRE

from contested.trace.alignment import Alignment, Pair, align
from contested.trace.evidence import Evidence, is_shorter, weigh
from contested.trace.prepared import prepare
from factory import report

OATH = '"No keeper goes home while our people sit in a locked bus outside the harbour of Saint Orla," said Ivo Renn.'
VOW = 'In a broadcast heard at dusk the League chief repeated: "no keeper goes home while our people sit in a locked bus outside the harbour of Saint Orla".'
SHELLED = "Mortar rounds struck the harbour of Saint Orla at noon on Friday."
FERRY = "A ferry with 26 hostages drifted into the strait before dark."
BISHOP = "The bishop of Skarn promised bread, blankets and a doctor."

_SHARES = [f.name for f in fields(Evidence) if f.type == "float"]
_MEANINGS = [f.name for f in fields(Evidence) if f.name.startswith("meaning_")]


def _weighed(left: str, right: str, *pairs: tuple[int, int], **of_left: object) -> Evidence:
    """The evidence of two texts, with their own alignment unless pairs are given."""
    a, b = prepare(report(left, name="left.txt", **of_left)), prepare(report(right, name="right.txt"))
    given_pairs = tuple(Pair(a=i, b=j, score=0.9, wording=0.9) for i, j in pairs)
    return weigh(a, b, Alignment(pairs=given_pairs, meanings=None) if pairs else align(a, b))


def _text(*sentences: str) -> str:
    return "\n".join(sentences)


def test_a_quotation_that_both_heard_is_no_shared_wording() -> None:
    found = _weighed(OATH, VOW, (0, 0))
    assert found.verbatim == found.runs_shorter == found.runs_longer == found.longest_run == 0.0
    assert found.quotations == 1.0


def test_the_same_words_without_marks_are_shared_wording() -> None:
    found = _weighed(OATH.replace('"', ""), VOW.replace('"', ""), (0, 0))
    assert found.verbatim > 0.5
    assert found.runs_longer > 0.4
    assert found.quotations == 0.5


def test_quoted_words_are_not_counted_in_what_a_report_tells() -> None:
    left, right = _text(OATH, SHELLED), _text(VOW, FERRY, BISHOP)
    assert _weighed(left, right, (0, 0)).told_shorter < 0.3
    assert _weighed(left.replace('"', ""), right.replace('"', ""), (0, 0)).told_shorter > 0.5


def test_a_quotation_is_known_where_the_other_has_its_words_without_marks() -> None:
    assert _weighed(OATH, VOW.replace('"', ""), (0, 0)).quotations == 1.0
    assert _weighed(OATH, _text(BISHOP, FERRY, BISHOP), (0, 0)).quotations == 0.0


def test_who_quotes_nobody_leaves_quotations_open() -> None:
    assert _weighed(SHELLED, _text(VOW, FERRY)).quotations == 0.5


def test_without_names_or_numbers_their_share_is_open() -> None:
    found = _weighed("Some marines slept.", "Nobody on the quay slept, marines told us later.")
    assert found.names == found.names_longer == found.numbers == 0.5


def test_names_and_numbers_are_shares_of_the_shorter() -> None:
    left, right = "Marines took 12 lorries and 3 boats from Skarn to Orla.", "In Skarn marines seized twelve lorries, and nobody hurt them, said Renn."
    found = _weighed(left, right)
    assert found.names == pytest.approx(1 / 2)
    assert found.numbers == pytest.approx(1 / 2)
    assert found.names_longer == pytest.approx(1 / 2)


def test_the_same_words_in_the_same_order_are_identical_whatever_the_marks() -> None:
    assert _weighed(SHELLED, SHELLED.upper().replace(".", " !")).identical
    assert not _weighed(SHELLED, SHELLED + " Again.").identical
    assert not _weighed("...", "!").identical


def test_a_report_beside_itself_has_everything_in_common() -> None:
    found = _weighed(WIRE, WIRE)
    for name in ("told_shorter", "told_longer", "order", "verbatim", "runs_shorter", "runs_longer", "phrasing", "names", "numbers", "names_longer"):
        assert getattr(found, name) == pytest.approx(1.0), name
    assert found.quotations == 1.0
    assert found.pairs == len(prepare(report(WIRE)).sentences)


def test_a_trimmed_copy_tells_nothing_of_its_own() -> None:
    found = _weighed(WIRE, TRIMMED)
    assert found.told_shorter == pytest.approx(1.0)
    assert found.told_longer < 0.6
    assert found.runs_shorter == pytest.approx(1.0)


def test_a_rewrite_shares_more_than_an_independent_report() -> None:
    rewrite, own = _weighed(WIRE, REWRITE), _weighed(WIRE, INDEPENDENT)
    for name in ("told_shorter", "told_longer", "phrasing", "names", "numbers", "runs_shorter"):
        assert getattr(rewrite, name) > getattr(own, name), name


@pytest.mark.parametrize(
    ("pairs", "order"),
    [([(0, 0), (1, 1), (2, 2)], 1.0), ([(0, 2), (1, 1), (2, 0)], 1 / 3), ([(0, 0), (1, 2), (2, 1)], 2 / 3), ([(0, 1), (1, 1), (2, 2)], 1.0)],
)
def test_order_is_the_share_of_pairs_that_keep_it(pairs: list[tuple[int, int]], order: float) -> None:
    assert _weighed(_text(SHELLED, FERRY, BISHOP), _text(SHELLED, FERRY, BISHOP), *pairs).order == pytest.approx(order)


def test_a_sentence_split_in_two_is_one_pair() -> None:
    joined = "Mortar rounds struck the harbour of Saint Orla at noon on Friday and a ferry with 26 hostages drifted into the strait before dark."
    assert _weighed(_text(joined, BISHOP), _text(SHELLED, FERRY, BISHOP), (0, 0), (0, 1), (1, 2)).pairs == 2


def test_the_longest_run_is_a_share_of_forty_words() -> None:
    found = _weighed(_text(SHELLED, BISHOP), _text("Witnesses agree that mortar rounds struck the harbour of Saint Orla.", FERRY))
    assert found.longest_run == pytest.approx(8 / 40)


def test_both_must_credit_the_same_agency() -> None:
    one, other = prepare(report(WIRE, agency="Reuters")), prepare(report(REWRITE, agency="Reuters", name="b.txt"))
    third, fourth = prepare(report(WIRE, agency="AFP")), prepare(report(REWRITE, name="c.txt"))
    nothing = Alignment(pairs=(), meanings=None)
    assert weigh(one, other, nothing).same_agency == "Reuters"
    assert weigh(third, other, nothing).same_agency is None
    assert weigh(fourth, prepare(report(WIRE)), nothing).same_agency is None


def test_of_two_equally_long_reports_the_smaller_id_is_the_shorter() -> None:
    low, high = sorted((prepare(report(SHELLED, name="a.txt")), prepare(report(SHELLED, name="b.txt"))), key=lambda each: each.report.id)
    assert is_shorter(low, high)
    assert not is_shorter(high, low)
    assert is_shorter(prepare(report("Rebels.")), low)


@pytest.mark.parametrize(("one", "other"), [(WIRE, REWRITE), (TRIMMED, WIRE), (INDEPENDENT, REWRITE), (OATH, VOW)])
def test_which_of_two_comes_first_does_not_matter(one: str, other: str) -> None:
    a, b = prepare(report(one)), prepare(report(other))
    assert weigh(a, b, align(a, b)) == weigh(b, a, align(b, a))


def test_meaning_is_the_likest_sentence_of_the_other_each_weighed_by_what_it_tells() -> None:
    a, b = prepare(report(_text(SHELLED, FERRY))), prepare(report(_text(SHELLED, FERRY, BISHOP)))
    meanings = np.array([[0.8, 0.1, 0.0], [0.2, 0.4, 0.3]], dtype=np.float32)
    found = weigh(a, b, Alignment(pairs=(), meanings=meanings))
    told = [sentence.told for sentence in b.sentences]
    assert found.meaning_shorter == pytest.approx((0.8 * told[0] + 0.4 * told[1]) / (told[0] + told[1]))
    assert found.meaning_longer == pytest.approx((0.8 * told[0] + 0.4 * told[1] + 0.3 * told[2]) / sum(told))
    assert found.meaning_titles == pytest.approx(0.8)
    assert weigh(b, a, Alignment(pairs=(), meanings=meanings.T)) == found


def test_without_meanings_nothing_is_said_of_them() -> None:
    found = _weighed(WIRE, REWRITE)
    assert [getattr(found, name) for name in _MEANINGS] == [None, None, None]


def test_two_reports_without_words_share_nothing() -> None:
    found = _weighed("...", "")
    assert found.pairs == 0
    assert found.told_shorter == found.verbatim == found.runs_longer == found.phrasing == 0.0


_WORDS = st.sampled_from(["Rebels", "rebels", "seized", "Norvale", "the", "of", "12", "twelve", "harbour", '"', "“", "”", ".", ".\n", "said,", "Skarn", "not"])
_TEXTS = st.lists(_WORDS, max_size=60).map(" ".join)


@settings(deadline=None, derandomize=True)
@given(_TEXTS, _TEXTS)
def test_every_figure_of_words_is_a_share(left: str, right: str) -> None:
    found = _weighed(left, right)
    for name in _SHARES:
        assert 0.0 <= getattr(found, name) <= 1.0 + 1e-9, name
    assert 0 <= found.pairs <= min(len(prepare(report(left)).sentences), len(prepare(report(right)).sentences))


@settings(deadline=None, derandomize=True)
@given(_TEXTS)
def test_a_text_beside_itself_is_identical_where_it_has_words(text: str) -> None:
    assert _weighed(text, text).identical == bool(prepare(report(text)).words)
