"""The dead and the hurt of a claim as events under the words for them."""

from quality.harm_words import harm_words

from contested.records import Count, Span
from factory import report, said

TEXT = "A blast in Norvale killed nine people, wounding 20."


def _count(kind: str, words: str) -> Count:
    start = TEXT.index(words)
    return Count(kind=kind, low=9, high=9, wording=words, span=Span(start, start + len(words)))  # type: ignore[arg-type]  # the kinds of these tests are counts


def test_each_count_of_a_blast_is_told_by_the_word_nearest_to_it() -> None:
    told = report(TEXT)
    claim = said(told, "blast", "bomb", quantities=(_count("killed", "nine people"), _count("injured", "20")))
    assert [(kind, TEXT[word.start : word.end]) for _, kind, word in harm_words(told, [claim])] == [("killed", "killed"), ("injured", "wounding")]


def test_a_word_that_is_a_trigger_already_is_not_told_twice() -> None:
    told = report(TEXT)
    claim = said(told, "killed", "kill", quantities=(_count("killed", "nine people"),))
    assert list(harm_words(told, [claim])) == []
