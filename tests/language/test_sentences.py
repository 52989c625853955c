import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contested.language import split_sentences
from contested.records import Span, Spans

# text as it comes, and text made of what the rules look for
PIECES = [
    "Rebels left. ", "Gen. ", "U.S. ", "“", "”", " – ", "-- ", "\n", "\n\n", "\r\n", "\u2028", "...", "?!", " a.m. ", "J. ", "NORVALE (Wire) — ", "x", " ",
    "\ufeff", "🔥",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))


def _split(text: str, furniture: Spans = ()) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text, furniture)]


@given(TEXTS)
def test_sentences_are_in_order_apart_trimmed_and_inside_the_text(text: str) -> None:
    end = 0
    for span in split_sentences(text):
        words = text[span.start : span.end]
        assert end <= span.start < span.end <= len(text)
        assert words == words.strip()
        assert any(character.isalnum() for character in words)
        end = span.end


@given(TEXTS)
def test_every_letter_stands_in_a_sentence(text: str) -> None:
    covered = {at for span in split_sentences(text) for at in range(span.start, span.end)}
    assert all(at in covered for at, character in enumerate(text) if character.isalnum())


@given(TEXTS, st.lists(st.tuples(st.integers(0, 300), st.integers(1, 40)), max_size=4))
def test_no_sentence_touches_furniture(text: str, places: list[tuple[int, int]]) -> None:
    furniture = tuple(Span(start, min(start + length, len(text))) for start, length in places if start < len(text))
    for span in split_sentences(text, furniture):
        assert not any(span.overlaps(piece) for piece in furniture)
        assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Rebels left. Soldiers came.", ["Rebels left.", "Soldiers came."]),
        ("Gen. Orlo of the U.S. Army met Dr. Ames at 4 a.m. on Monday.", ["Gen. Orlo of the U.S. Army met Dr. Ames at 4 a.m. on Monday."]),
        ("“We left.” He sighed.", ["“We left.”", "He sighed."]),
        ("“Did you see it?” she asked.", ["“Did you see it?” she asked."]),
        ("Prices rose 3.5 percent.", ["Prices rose 3.5 percent."]),
        ("Rebels take town\n\nRebels took Norvale.", ["Rebels take town", "Rebels took Norvale."]),
        ("J. K. Orlo spoke. Nobody listened.", ["J. K. Orlo spoke.", "Nobody listened."]),
        ("...", []),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert _split(text) == sentences


def test_hard_wrapped_lines_are_one_sentence() -> None:
    text = "Rebels took the town of Norvale on\nMonday and went on to the bridge at\nOrl, where soldiers stopped them before\nnight."
    assert _split(text) == [text]


def test_a_hundred_thousand_sentences_take_seconds() -> None:
    begun = time.process_time()
    assert len(split_sentences("Rebels took Norvale. " * 100_000)) == 100_000
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("text", ["." * 200_000, "A." * 100_000, "“" * 200_000, "\n" * 200_000, "- " * 100_000, "a" * 500_000, " \n" * 100_000 + "x"])
def test_monotonous_texts_take_seconds(text: str) -> None:
    begun = time.process_time()
    split_sentences(text)
    assert time.process_time() - begun < 5
