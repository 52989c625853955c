"""Sentences in their context."""

from pathlib import Path

import pytest

from contested.briefing.passages import Segment, marked, passages
from contested.records import Extract, Span
from contested.store import open_store
from factory import claim, report

TEXT = 'The road was cut. "Nobody came," she said. Rebels seized Norvale on Monday. Troops left.\n\nThe harvest was good.'


def sentence(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def told(tmp_path: Path, text: str, *claims):
    with open_store(tmp_path / "a.db") as store:
        one = report(text)
        store.add(one, Extract(claims=tuple(claim(id=str(number), report=one.id, **fields) for number, fields in enumerate(claims))), read_at="2031-03-05")
        view = store.view()
        return passages(view.claims(), view)


def test_the_sentences_around_are_there_and_no_more(tmp_path: Path) -> None:
    (one,) = told(tmp_path, TEXT, {"sentence": sentence("Rebels seized Norvale on Monday."), "trigger": sentence("seized"), "target": ()})
    assert (one.before, one.after) == ('"Nobody came," she said.', "Troops left.")


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("The road was cut.", "", '"Nobody came,"'),
        ("The harvest was good.", "Troops left.", ""),
        ("Troops left.", "Rebels seized Norvale on Monday.", "The harvest was good."),
    ],
)
def test_text_ends_and_paragraphs_bound_the_context(tmp_path: Path, words: str, before: str, after: str) -> None:
    (one,) = told(tmp_path, TEXT, {"sentence": sentence(words), "trigger": sentence(words), "actor": (), "target": (), "place": ()})
    assert (one.before, one.after[: len(after)]) == (before, after)
    assert bool(one.after) == bool(after)


def test_a_long_neighbour_is_cut_between_words(tmp_path: Path) -> None:
    text = "word " * 200 + "It fell. " + "word " * 200
    where = {"sentence": Span(1000, 1008), "trigger": Span(1003, 1007), "actor": (), "target": (), "place": ()}
    (one,) = told(tmp_path, text, where)
    assert "".join(part.text for part in one.segments) == "It fell."
    assert one.before.startswith("… word word")
    assert one.after.endswith("word …")
    assert 250 < len(one.before) < 310
    assert 250 < len(one.after) < 310


def test_two_claims_in_one_sentence_are_one_passage_with_both_voices(tmp_path: Path) -> None:
    where = {"sentence": sentence("Rebels seized Norvale on Monday."), "trigger": sentence("seized"), "actor": (sentence("Rebels"),), "target": (), "place": ()}
    (one,) = told(tmp_path, TEXT, where | {"speaker_name": "Ann"}, where | {"speaker_name": "Ben", "stance": "denies"})
    assert one.voices == ("according to Ann", "denied by Ben")
    assert [(part.text, part.roles) for part in one.segments if part.roles] == [("Rebels", ("actor",)), ("seized", ("trigger",))]


def test_words_with_two_roles_have_both_and_nothing_is_lost_or_doubled() -> None:
    parts = marked("Rebels seized Norvale", Span(0, 21), [(Span(14, 21), "place"), (Span(0, 21), "target"), (Span(14, 21), "place")])
    assert parts == (Segment(text="Rebels seized ", roles=("target",)), Segment(text="Norvale", roles=("place", "target")))


def test_roles_outside_the_sentence_are_left_out() -> None:
    parts = marked("Rebels seized Norvale", Span(7, 13), [(Span(0, 8), "actor"), (Span(14, 21), "place"), (Span(9, 9), "time")])
    assert "".join(part.text for part in parts) == "seized"
    assert parts[0] == Segment(text="s", roles=("actor",))
    assert all("place" not in part.roles and "time" not in part.roles for part in parts)


def test_an_excerpt_shows_what_happened_however_late_the_sentence_comes_to_it(tmp_path: Path) -> None:
    text = "After " + "a long and quiet winter in the hills " * 6 + "the garrison of the town was shelled twice, and then " + "again and again " * 12 + "."
    where = {"sentence": Span(0, len(text)), "trigger": Span(text.index("shelled"), text.index(" twice")), "actor": (), "target": (), "place": ()}
    (one,) = told(tmp_path, text, where)
    assert one.excerpt.startswith("… ")
    assert "town was shelled twice" in one.excerpt
    assert one.excerpt.endswith(" …")
    assert len(one.excerpt) < 150
