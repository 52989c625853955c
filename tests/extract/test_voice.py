"""According to whom, and how surely."""

import pytest
from told import Tell


def test_an_unattributed_sentence_is_in_the_outlets_own_voice(tell: Tell) -> None:
    claim = tell("Rebels seized Norvale on Monday.").one("seize")
    assert (claim.speaker, claim.speaker_name, claim.cue) == ((), None, ())


def test_a_speaker_behind_the_words_is_found(tell: Tell) -> None:
    told = tell("Government airstrikes killed six civilians in Tarsk, the opposition said.")
    claim = told.one("airstrike")
    assert (told.words(claim.speaker), told.words(claim.cue)) == (["the opposition"], ["said"])


def test_according_to_names_a_speaker(tell: Tell) -> None:
    told = tell("According to the Zembria Observatory, airstrikes hit Norvale on Monday.")
    assert told.words(told.one("airstrike").speaker) == ["the Zembria Observatory"]


def test_two_speakers_joined_by_and_make_two_claims(tell: Tell) -> None:
    told = tell("The mayor and the army said that rebels seized Norvale.")
    assert [told.words(claim.speaker) for claim in told.all("seize")] == [["The mayor"], ["the army"]]


def test_a_joint_statement_is_one_claim(tell: Tell) -> None:
    told = tell("The mayor and the police chief said in a joint statement that rebels seized Norvale.")
    assert told.words(told.one("seize").speaker) == ["The mayor and the police chief"]


def test_of_nested_speakers_the_outermost_counts(tell: Tell) -> None:
    told = tell("The army said the rebels said Norvale had been seized.")
    assert told.words(told.one("seize").speaker) == ["The army"]


def test_a_medium_that_was_told_something_is_not_who_says_it(tell: Tell) -> None:
    told = tell("The mayor told the Norvale Herald that rebels had seized Tarsk.")
    assert told.words(told.one("seize").speaker) == ["The mayor"]


def test_a_medium_that_quotes_somebody_gives_way_to_them(tell: Tell) -> None:
    told = tell("Shells fell on Norvale, local radio reported, quoting the mayor.")
    assert told.words(told.one("shell").speaker) == ["the mayor"]


def test_a_medium_is_the_speaker_where_it_is_all_there_is(tell: Tell) -> None:
    told = tell("The Norvale Herald reported that rebels had seized Tarsk.")
    assert told.words(told.one("seize").speaker) == ["The Norvale Herald"]


@pytest.mark.parametrize("role", ["A security source", "A rebel commander"])
def test_a_speaker_who_is_only_a_role_is_anonymous(tell: Tell, role: str) -> None:
    claim = tell(f"{role} said that Tarsk had been seized.").one("seize")
    assert claim.anonymous


@pytest.mark.parametrize(
    ("text", "stance", "modality"),
    [
        ("The mayor said that rebels had captured Tarsk.", "says", "actual"),
        ("Rebels claimed they had captured Tarsk.", "claims", "actual"),
        ("The mayor confirmed that rebels had captured Tarsk.", "confirms", "actual"),
        ("Rebels denied that they had captured Tarsk.", "denies", "negated"),
        ("Rebels said they did not capture Tarsk.", "says", "negated"),
    ],
)
def test_the_verb_of_saying_gives_the_stance(tell: Tell, text: str, stance: str, modality: str) -> None:
    claim = tell(text).one("seize")
    assert (claim.stance, claim.modality) == (stance, modality)


def test_denied_responsibility_is_a_negated_claim_of_the_deed(tell: Tell) -> None:
    claim = tell("Rebels denied responsibility for the bombing in Norvale.").one("bomb")
    assert (claim.stance, claim.modality) == ("denies", "negated")


def test_an_accusation_and_the_deed_are_two_claims(tell: Tell) -> None:
    told = tell("The opposition accused the army of using chlorine gas in Norvale.")
    assert told.types == ["accuse", "chemical"]
    assert [told.words(told.one("accuse").actor), told.words(told.one("chemical").speaker)] == [["The opposition"], ["The opposition"]]


@pytest.mark.parametrize("text", [
    "The ministers condemned the capture of Norvale by the rebels.",
    "The ministers called for the capture of Norvale.",
    "The general ordered the rebels to capture Norvale.",
])  # fmt: skip
def test_who_judges_wants_or_orders_a_thing_does_not_tell_of_it(tell: Tell, text: str) -> None:
    told = tell(text)
    assert all(claim.speaker == () for claim in told.all("seize"))


def test_the_clause_that_tells_more_of_a_speaker_is_not_his_name(tell: Tell) -> None:
    told = tell("A baker who lives in Dunmere said that rebels had seized Norvale.")
    claim = told.one("seize")
    assert (told.words(claim.speaker), claim.speaker_name, claim.place_ref.name if claim.place_ref else None) == (["A baker"], "baker", "Norvale")


@pytest.mark.parametrize(
    ("verb", "modality"),
    [
        ("attacked", "actual"),
        ("are attacking", "ongoing"),
        ("plan to attack", "planned"),
        ("may attack", "possible"),
        ("are expected to attack", "possible"),
        ("tried to attack", "possible"),
        ("did not attack", "negated"),
    ],
)
def test_the_grammar_around_a_verb_gives_its_modality(tell: Tell, verb: str, modality: str) -> None:
    assert tell(f"Rebels {verb} Norvale.").one("attack").modality == modality
