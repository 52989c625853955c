import pytest

from contested.trace.words import stem_of, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [("province", "provincial"), ("serves", "serving"), ("seized", "seize"),
     ("besieged", "besieging"), ("took", "taken"), ("fighters", "fighter"), ("cities", "city")],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem_of(one) == stem_of(other)


@pytest.mark.parametrize(("one", "other"), [("army", "arms"), ("police", "policy"), ("general", "generator"), ("press", "pressure")])
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem_of(one) != stem_of(other)


@pytest.mark.parametrize(("words", "stem"), [("12", "#12"), ("twelve", "#12"), ("twelfth", "#12"), ("12th", "#12"), ("9,000", "#9000"), ("1.5", "#1.5")])
def test_a_number_is_its_value_in_digits_and_words(words: str, stem: str) -> None:
    assert tokens(words, 0, len(words))[0].stem == stem


def test_words_know_their_place_and_whether_they_name_something() -> None:
    text = "Troops left Lakesend-on-Sea, the mayor's town."
    found = tokens(text, 0, len(text))
    assert [text[t.start : t.end] for t in found] == ["Troops", "left", "Lakesend-on-Sea", "the", "mayor's", "town"]
    assert [t.lower for t in found if t.name] == ["lakesend-on-sea"]
    assert found[4].stem == stem_of("mayor")
