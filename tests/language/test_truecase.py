import pytest
from hypothesis import given
from hypothesis import strategies as st

from contested.language.truecase import is_headline_case, truecase

WORDS = st.lists(st.one_of(st.text(min_size=1, max_size=12), st.sampled_from(["Rebels", "Seize", "İstanbul", "ẞ", "ŉ", "NATO", "the", "ΑΣ"])), max_size=20)


@given(WORDS, st.frozensets(st.text(max_size=8), max_size=5), st.booleans())
def test_neither_the_count_nor_the_lengths_of_words_change(words: list[str], seen: frozenset[str], common: bool) -> None:
    turned = truecase(words, seen=seen, is_common=lambda _: common)
    assert [len(word) for word in turned] == [len(word) for word in words]
    assert [word.lower() for word in turned] == [word.lower() for word in words]


@given(WORDS)
def test_any_words_can_be_asked_for_headline_case(words: list[str]) -> None:
    assert is_headline_case(words) in (True, False)


@pytest.mark.parametrize(
    ("headline", "sought"),
    [
        ("Rebels Seize Border Town Of Norvale", True),
        ("REBELS SEIZE BORDER TOWN OF NORVALE", True),
        ("Rebels seize the border town of Norvale", False),
        ("Orlo Speaks", False),
    ],
)
def test_a_headline_is_told_by_its_long_words(headline: str, sought: bool) -> None:
    assert is_headline_case(headline.split()) is sought


def test_verbs_and_words_seen_small_are_lowered_and_names_and_the_first_word_are_not() -> None:
    words = ["Rebels", "Seize", "Border", "Town", "Near", "Norvale"]
    turned = truecase(words, seen=frozenset({"rebels", "border", "town"}), is_common=lambda word: word in {"seize", "near"})
    assert turned == ["Rebels", "seize", "border", "town", "near", "Norvale"]


def test_a_word_with_a_capital_inside_stays() -> None:
    assert truecase(["The", "McNeil", "Raid"], seen=frozenset({"mcneil", "raid"}), is_common=lambda _: False) == ["The", "McNeil", "raid"]
