"""Which sentences of two reports carry one content: one to one, one to two, and in their order where they are alike."""

from collections.abc import Sequence

import numpy as np
import pytest
from generated import copied, strangers
from trace_stories import INDEPENDENT, REWRITE, WIRE

from contested.language.encoder import Encoder, Vectors
from contested.trace.alignment import Alignment, align, centred, wordings
from contested.trace.prepared import Prepared, prepare
from factory import report

SHELLED = "Mortar rounds struck the harbour of Saint Orla at noon."
FERRY = "A ferry with 26 hostages drifted into the strait."
BISHOP = "The bishop of Skarn promised bread and blankets."
INSURERS = "Insurers cancelled cover for grain ships off Lakesend."


class Meanings:
    """An encoder for which sentences mean one thing where they are listed together, and nothing in common otherwise."""

    def __init__(self, *groups: Sequence[str]) -> None:
        self._axis = {sentence: at for at, group in enumerate(groups) for sentence in group}
        self.asked: list[str] = []

    def encode(self, sentences: Sequence[str]) -> Vectors:
        self.asked += sentences
        vectors = np.zeros((len(sentences), 200), dtype=np.float32)
        for row, sentence in enumerate(sentences):
            vectors[row, self._axis.setdefault(sentence, 50 + len(self._axis))] = 1.0
        return vectors


def _prepared(*sentences: str, encoder: Encoder | None = None, name: str = "report.txt") -> Prepared:
    return prepare(report("\n".join(sentences), name=name), encoder)


def _aligned(left: Sequence[str], right: Sequence[str], encoder: Encoder | None = None) -> Alignment:
    return align(_prepared(*left, encoder=encoder), _prepared(*right, encoder=encoder))


def _paired(left: Sequence[str], right: Sequence[str], encoder: Encoder | None = None) -> list[tuple[int, int]]:
    return [(pair.a, pair.b) for pair in _aligned(left, right, encoder).pairs]


def test_sentences_with_the_same_words_are_paired_one_to_one_wherever_they_stand() -> None:
    assert _paired([SHELLED, FERRY, BISHOP, INSURERS], [FERRY, SHELLED, BISHOP, INSURERS]) == [(0, 1), (1, 0), (2, 2), (3, 3)]


def test_sentences_without_a_word_in_common_are_not_paired_by_words() -> None:
    assert _paired([SHELLED, FERRY], [BISHOP, INSURERS]) == []


def test_a_sentence_left_out_leaves_the_others_in_their_pairs() -> None:
    assert _paired([SHELLED, FERRY, BISHOP, INSURERS], [SHELLED, BISHOP, INSURERS]) == [(0, 0), (2, 1), (3, 2)]


def test_a_sentence_split_in_two_is_paired_with_both() -> None:
    joined = "Mortar rounds struck the harbour of Saint Orla at noon and a ferry with 26 hostages drifted into the strait."
    assert _paired([BISHOP, joined, INSURERS], [BISHOP, SHELLED, FERRY, INSURERS]) == [(0, 0), (1, 1), (1, 2), (2, 3)]


def test_two_sentences_joined_are_both_paired_with_the_one() -> None:
    joined = "Mortar rounds struck the harbour of Saint Orla at noon and a ferry with 26 hostages drifted into the strait."
    assert _paired([BISHOP, SHELLED, FERRY, INSURERS], [BISHOP, joined, INSURERS]) == [(0, 0), (1, 1), (2, 1), (3, 2)]


def test_of_equal_sentences_those_that_keep_the_order_are_paired() -> None:
    assert _paired([SHELLED, SHELLED, SHELLED], [SHELLED, SHELLED, SHELLED]) == [(0, 0), (1, 1), (2, 2)]
    assert _paired([SHELLED, FERRY, SHELLED, BISHOP], [SHELLED, FERRY, SHELLED, BISHOP]) == [(0, 0), (1, 1), (2, 2), (3, 3)]


def test_sentences_that_share_no_word_are_paired_by_their_meaning() -> None:
    shots, boat = "Guns opened up on Orlan docks around midday.", "Captives floated away aboard one vessel."
    encoder = Meanings([SHELLED, shots], [FERRY, boat])
    assert _paired([SHELLED, FERRY, BISHOP], [shots, boat, INSURERS]) == []
    assert _paired([SHELLED, FERRY, BISHOP], [shots, boat, INSURERS], encoder) == [(0, 0), (1, 1)]


def test_meaning_splits_a_sentence_in_two() -> None:
    docks, boat = "Guns opened up on Orlan docks around midday.", "Captives floated away aboard one vessel."
    encoder = Meanings([SHELLED, docks, boat], [BISHOP], [INSURERS])
    found = _paired([SHELLED, BISHOP, INSURERS], [docks, boat, BISHOP, INSURERS], encoder)
    assert found == [(0, 0), (0, 1), (1, 2), (2, 3)]


def test_of_equal_meanings_the_shared_words_decide() -> None:
    other = "Mortar rounds struck the harbour of Saint Orla once more at noon."
    vague = "The harbour was hit."
    encoder = Meanings([SHELLED, other, vague])
    assert (0, 1) in _paired([SHELLED, FERRY], [vague, other], encoder)


def test_without_meaning_the_encoder_is_not_asked() -> None:
    encoder = Meanings()
    found = align(_prepared(SHELLED, FERRY, encoder=encoder), _prepared(SHELLED, BISHOP, encoder=encoder), meaning=False)
    assert encoder.asked == []
    assert found.meanings is None
    assert [(pair.a, pair.b) for pair in found.pairs] == [(0, 0)]


def test_where_one_report_has_no_vectors_words_decide() -> None:
    found = align(_prepared(SHELLED, FERRY, encoder=Meanings()), _prepared(SHELLED, BISHOP))
    assert found.meanings is None


def test_meanings_are_kept_for_every_two_sentences() -> None:
    encoder = Meanings([SHELLED], [FERRY])
    found = _aligned([SHELLED, FERRY, BISHOP], [FERRY, SHELLED], encoder)
    assert found.meanings is not None
    assert found.meanings.shape == (3, 2)
    assert found.meanings[0, 1] == found.meanings.max()


def test_what_all_sentences_have_in_common_counts_for_nothing() -> None:
    assert centred(np.full((3, 4), 0.8, dtype=np.float32)) == pytest.approx(np.zeros((3, 4)))
    assert float(centred(np.array([[0.9, 0.5], [0.5, 0.9]], dtype=np.float32)).sum()) == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(("one", "other"), [(WIRE, REWRITE), (WIRE, INDEPENDENT), (REWRITE, INDEPENDENT)])
def test_which_of_two_comes_first_does_not_matter(one: str, other: str) -> None:
    there = align(prepare(report(one)), prepare(report(other)))
    back = align(prepare(report(other)), prepare(report(one)))
    turned = sorted(back.pairs, key=lambda pair: (pair.b, pair.a))
    assert [(pair.a, pair.b) for pair in there.pairs] == [(pair.b, pair.a) for pair in turned]
    assert [pair.score for pair in there.pairs] == pytest.approx([pair.score for pair in turned])
    assert [pair.wording for pair in there.pairs] == pytest.approx([pair.wording for pair in turned])


def test_pairs_are_sorted_and_their_scores_are_shares() -> None:
    found = align(prepare(report(WIRE)), prepare(report(REWRITE))).pairs
    assert [(pair.a, pair.b) for pair in found] == sorted({(pair.a, pair.b) for pair in found})
    assert all(0 <= pair.score <= 1 and 0 <= pair.wording <= 1 for pair in found)


def test_a_copy_of_a_text_in_no_language_keeps_every_sentence_that_was_kept() -> None:
    text = strangers(1, sentences=12)[0]
    pairs = align(prepare(report(text)), prepare(report(copied(text)))).pairs
    assert len(pairs) == 11
    assert [pair.b for pair in pairs] == list(range(11))


@pytest.mark.parametrize("wordless", ["", "...", "— ? !"])
def test_where_there_are_no_sentences_there_are_no_pairs(wordless: str) -> None:
    encoder = Meanings()
    for left, right in ((wordless, WIRE), (WIRE, wordless), (wordless, wordless)):
        assert align(prepare(report(left)), prepare(report(right))).pairs == ()
        assert align(prepare(report(left), encoder), prepare(report(right), encoder)).pairs == ()


def test_the_same_words_share_all_and_others_none() -> None:
    left, right = _prepared(SHELLED, FERRY), _prepared(SHELLED, BISHOP)
    shared = wordings(left.sentences, right.sentences)
    assert shared[0, 0] == pytest.approx(1.0)
    assert (1, 0) not in shared
    assert (1, 1) not in shared


def test_a_rare_word_in_common_is_worth_more_than_one_that_is_everywhere() -> None:
    left = _prepared("Soldiers guarded Quillmark.", "Soldiers slept.", "Soldiers ate.", "Soldiers sang.")
    right = _prepared("Marines reached Quillmark.", "Soldiers waited outside.", "Soldiers smoked.")
    shared = wordings(left.sentences, right.sentences)
    assert shared[0, 0] > shared[0, 1] > 0


def test_words_that_are_everywhere_bring_no_sentences_together() -> None:
    left = _prepared(*(f"Soldiers of {name}." for name in ("Ab" + "c" * at for at in range(90))))
    right = _prepared(*(f"Soldiers near {name}." for name in ("Xy" + "z" * at for at in range(90))))
    assert wordings(left.sentences, right.sentences) == {}
