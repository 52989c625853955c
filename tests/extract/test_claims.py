"""The whole engine: what is no event, ids, spans, order, and any text at all."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from told import Tell, Told

from contested.records import Claim, Span, Spans

_STORY = (
    "Rebels seize Norvale\nRebels seized Norvale and Tarsk on Monday, killing at least 12 soldiers, the mayor and the army said. "
    "The army shelled the town on Tuesday. \u201cWe freed 40 prisoners,\u201d a rebel commander said. Norvale is under rebel control. "
    "Thousands of people fled Tarsk, according to the Zembria Observatory."
)
_WORDS = (
    "Rebels", "the army", "seized", "killed", "12", "people", "in", "Norvale", "and", "Tarsk", ",", ".", "\n", "said", "that", "on Monday", "not",
    "\u201c", "\u201d", "by", "bomb", "of", "-held",
)


def _spans(claim: Claim) -> Spans:
    counts = tuple(count.span for count in claim.quantities)
    return (claim.sentence, claim.trigger, *claim.actor, *claim.target, *claim.place, *claim.time, *claim.speaker, *claim.cue, *counts)


def _assert_sound(told: Told) -> None:
    size = len(told.report.text)
    for claim in told.claims:
        assert all(0 <= span.start < span.end <= size for span in _spans(claim))
        assert claim.sentence.covers(claim.trigger)
        assert 0 <= claim.confidence <= 1
        assert claim.report == told.report.id
        assert claim.reasons
    for standing in told.standings:
        assert standing.sentence.covers(standing.trigger)
        assert standing.sentence.end <= size
    starts = [claim.trigger.start for claim in told.claims]
    assert starts == sorted(starts)
    ids = [claim.id for claim in told.claims] + [standing.id for standing in told.standings]
    assert len(ids) == len(set(ids))
    assert all(ids)


@pytest.mark.parametrize(
    ("habit", "event"),
    [
        ("Rebels often attack convoys near Norvale.", "Rebels attacked convoys near Norvale."),
        ("The rebels regularly shell Norvale.", "The rebels shelled Norvale."),
        ("The rebels are usually attacking Norvale at night.", "The rebels are attacking Norvale."),
    ],
)
def test_habits_are_no_events(tell: Tell, habit: str, event: str) -> None:
    assert (len(tell(habit).claims), len(tell(event).claims)) == (0, 1)


def test_an_end_to_fighting_is_no_fighting(tell: Tell) -> None:
    assert tell("The bishop prayed for an end to the fighting.").all("clash") == []
    assert tell("The president spoke of heavy fighting in Norvale.").types == ["clash"]


def test_everyday_words_are_events_only_where_the_report_speaks_of_war(tell: Tell) -> None:
    text = "The battle for Norvale began on Monday."
    match = " The striker and the goalkeeper of the league champions said the referee and the coach had spoilt the derby with a penalty."
    assert (tell(text + match, war=False).types, tell(text).types) == ([], ["clash"])


def test_furniture_makes_no_claims(tell: Tell) -> None:
    text = "Rebels seized Norvale. Rebels seized Tarsk."
    told = tell(text, furniture=(Span(0, 22),))
    assert [claim.target_name for claim in told.claims] == ["Tarsk"]


def test_a_story_is_sound(tell: Tell) -> None:
    told = tell(_STORY, war=False)
    assert len(told.claims) >= 6
    _assert_sound(told)


def test_offsets_are_exact_substrings(tell: Tell) -> None:
    told = tell(_STORY, war=False)
    for count in (count for claim in told.claims for count in claim.quantities):
        assert count.wording in told.report.words(count.span)
    for claim in told.claims:
        assert claim.dated is None or not claim.time or told.words(claim.time) == [claim.dated.wording]
        assert all(piece == piece.strip() for piece in told.words(_spans(claim)))


def test_claims_are_the_same_every_time(tell: Tell) -> None:
    assert tell(_STORY).extract == tell(_STORY).extract


def test_another_report_has_other_claim_ids(tell: Tell) -> None:
    one, other = tell(_STORY), tell(_STORY, outlet="Tarsk Gazette")
    assert len(one.claims) == len(other.claims)
    assert not {claim.id for claim in one.claims} & {claim.id for claim in other.claims}


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "\u201c\u201d", "Rebels", "\u00ad\ufeff", "12", "killed", "-held", "by by by"])
def test_an_odd_text_is_read_without_a_stumble(tell: Tell, text: str) -> None:
    _assert_sound(tell(text, war=False))


def test_a_fuller_frame_is_more_trusted(tell: Tell) -> None:
    assert tell("Rebels seized Norvale.").one("seize").confidence > tell("Norvale was seized.").one("seize").confidence


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(_WORDS), max_size=30))
def test_any_heap_of_war_words_gives_sound_claims(tell: Tell, words: list[str]) -> None:
    _assert_sound(tell(" ".join(words), war=False))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=120))
def test_any_text_gives_sound_claims(tell: Tell, text: str) -> None:
    _assert_sound(tell(text + " Rebels seized Norvale on Monday.", war=False))
