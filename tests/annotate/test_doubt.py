"""Whether what is told happened."""

from functools import cache

import pytest

from contested.annotate.doubt import doubt_part
from contested.language import SpacyParser, split_sentences
from contested.records import Marks
from contested.reference.cues import cue_words, doubt_cues, speech_nouns, speech_verbs
from contested.settings import Settings
from factory import report


@cache
def _parser() -> SpacyParser:
    return SpacyParser(Settings().language.pipeline)


def _doubted(text: str) -> dict[str, str]:
    """Each doubted word with its modality."""
    sentences = split_sentences(text)
    doc = next(iter(_parser().parse([(text, sentences)])))
    source = report(text)
    return {source.words(word): doubt.modality for doubt in doubt_part().annotate(source, doc, Marks(sentences=sentences)) for word in doubt.over}


def test_the_part_says_what_it_needs_and_gives() -> None:
    part = doubt_part()
    assert (part.gives, part.needs) == ("doubts", ("sentences",))


@pytest.mark.parametrize("text", [
    "Rebels seized Norvale on Monday.",
    "Rebels have seized Norvale.",
    "The blast forced residents to flee.",
    "Norvale was the tenth town to fall.",
])  # fmt: skip
def test_what_plainly_happened_needs_no_mark(text: str) -> None:
    assert _doubted(text) == {}


@pytest.mark.parametrize(("text", "word", "modality"), [
    ("The army did not attack the town.", "attack", "negated"),
    ("The rebels never attacked the town.", "attacked", "negated"),
    ("No soldiers were killed.", "killed", "negated"),
    ("Nobody was hurt.", "hurt", "negated"),
    ("Troops failed to take the hill.", "take", "negated"),
    ("The army denied shelling the town.", "shelling", "negated"),
    ("The rebels denied responsibility for the attack.", "attack", "negated"),
    ("Police prevented the gunmen from entering.", "entering", "negated"),
    ("Officials ruled out a withdrawal.", "withdrawal", "negated"),
    ("The army has yet to retake the town.", "retake", "negated"),
    ("They entered the town without firing.", "firing", "negated"),
    ("The offensive was called off.", "offensive", "negated"),
    ("The attack did not take place.", "attack", "negated"),
    ("Rebels will withdraw from Norvale.", "withdraw", "planned"),
    ("The rebels said they would withdraw from Norvale.", "withdraw", "planned"),
    ("The army plans to withdraw its troops.", "withdraw", "planned"),
    ("The general vowed to retake the city.", "retake", "planned"),
    ("The army is preparing to launch an offensive.", "offensive", "planned"),
    ("The withdrawal will begin on Monday.", "withdrawal", "planned"),
    ("A truce is planned.", "truce", "planned"),
    ("Troops are set to leave Norvale.", "leave", "planned"),
    ("The bridge may fall.", "fall", "possible"),
    ("The rebels probably fled at night.", "fled", "possible"),
    ("There are fears of an attack on the port.", "attack", "possible"),
    ("The bridge is at risk of collapsing.", "collapsing", "possible"),
    ("The rebels tried to cut the road.", "cut", "possible"),
    ("He is believed to have been killed.", "killed", "possible"),
    ("If the rebels attack, the bridge is lost.", "attack", "possible"),
    ("Did the army shell the town?", "shell", "possible"),
    ("A retreat would be a victory for the rebels.", "retreat", "possible"),
    ("They raided the prison to free the fighters.", "free", "possible"),
    ("The ministry did not confirm that the town had fallen.", "fallen", "possible"),
    ("Fighting could resume.", "Fighting", "possible"),
    ("Rebels are fighting in the city.", "fighting", "ongoing"),
    ("Fighting was raging in Norvale.", "Fighting", "ongoing"),
    ("The abbey has been besieged since Easter.", "besieged", "ongoing"),
    ("The rebels have been shelling the port.", "shelling", "ongoing"),
    ("The city is besieged.", "besieged", "ongoing"),
    ("Talks are under way.", "Talks", "ongoing"),
    ("They began an evacuation due to end on Sunday.", "evacuation", "ongoing"),
])  # fmt: skip
def test_a_cue_changes_the_truth_of_what_it_governs(text: str, word: str, modality: str) -> None:
    assert _doubted(text).get(word) == modality


@pytest.mark.parametrize(("text", "word"), [
    ("Reports that Norvale has fallen are false, the General Staff announced.", "fallen"),
    ("Reports that Norvale has fallen are not true.", "fallen"),
    ("The army said reports of the fall of Norvale were baseless.", "fall"),
    ("Rumours that the rebels entered the city are nothing but rumours, the governor said.", "entered"),
    ("The claim that our men fired on civilians is a lie, the colonel said.", "fired"),
    ("The lie that our men fired on civilians was spread by rebels, the colonel said.", "fired"),
    ("Claims by the rebels that they captured Norvale are false, the army said.", "captured"),
    ("The rebel claim to have captured Norvale is a fabrication.", "captured"),
    ("Reports that Norvale fell were dismissed as false by the mayor.", "fell"),
    ("The army rejected as false claims that it had shelled the school.", "shelled"),
    ('The ministry called reports that Norvale had fallen "false".', "fallen"),
    ("There is no truth in reports that Norvale has fallen.", "fallen"),
    ("Reports that Norvale has fallen do not correspond to reality, the army said.", "fallen"),
    ("Reports of a retreat turned out to be false.", "retreat"),
    ("It is false that the garrison surrendered.", "surrendered"),
    ("Reports that Norvale has fallen spread on Monday, but they are false, the army said.", "fallen"),
    ("There were reports that the dam had burst. They are untrue, the council said.", "burst"),
    ("Nobody stormed it.", "stormed"),
])  # fmt: skip
def test_what_is_called_false_did_not_happen(text: str, word: str) -> None:
    assert _doubted(text).get(word) == "negated"


@pytest.mark.parametrize(("text", "word"), [
    ("Reports that Norvale has fallen are not false.", "fallen"),
    ("Reports that Norvale has fallen are true.", "fallen"),
    ("The ministry denied that reports of a retreat were false.", "retreat"),
    ("It is wrong that civilians were killed, the bishop said.", "killed"),
    ("The lies that the rebels told were many.", "told"),
    ("The mayor was wrong, and the rebels took the town.", "took"),
    ("Rebels said they had taken Norvale. That is a lie, the army said.", "taken"),
])  # fmt: skip
def test_what_nobody_calls_false_is_not_negated(text: str, word: str) -> None:
    assert _doubted(text).get(word) is None


def test_what_may_be_false_is_open() -> None:
    assert _doubted("Reports that Norvale has fallen may be false, the army said.")["fallen"] == "possible"


def test_reportedly_leaves_a_thing_actual() -> None:
    assert "killed" not in _doubted("Three soldiers were reportedly killed.")


def test_a_negation_stops_at_the_next_subject() -> None:
    doubted = _doubted("The army did not enter the town but the rebels burned the mill.")
    assert doubted["enter"] == "negated"
    assert "burned" not in doubted


def test_doubt_goes_on_to_a_verb_joined_by_and() -> None:
    doubted = _doubted("The rebels will attack the fort and burn the mill.")
    assert (doubted["attack"], doubted["burn"]) == ("planned", "planned")


def test_negation_outranks_a_plan_and_doubt_outranks_the_future() -> None:
    assert _doubted("The rebels will not attack the fort.")["attack"] == "negated"
    assert _doubted("The rebels will probably attack the fort.")["attack"] == "possible"


def test_may_not_is_no_denial() -> None:
    assert _doubted("The truce may not hold.")["hold"] == "possible"


def test_every_word_stands_under_one_cue() -> None:
    text = "The army said it would not try to attack the fort if the rebels planned to leave."
    sentences = split_sentences(text)
    doc = next(iter(_parser().parse([(text, sentences)])))
    words = [word for doubt in doubt_part().annotate(report(text), doc, Marks(sentences=sentences)) for word in doubt.over]
    assert len(words) == len(set(words)) > 2


@pytest.mark.parametrize(("text", "word", "modality"), [
    ("The army denied having shelled Norvale.", "shelled", "negated"),
    ("None of its soldiers took part in the killings.", "killings", "negated"),
    ("Not one guard of the fort has surrendered.", "surrendered", "negated"),
    ("The fighting did not stop on Thursday.", "fighting", "ongoing"),
    ("The battle goes on.", "battle", "ongoing"),
    ("Shelling can be heard from the north.", "Shelling", "ongoing"),
    ("Three guards have been charged with looting.", "looting", "possible"),
    ("The so-called attack was staged.", "attack", "possible"),
])  # fmt: skip
def test_idioms_of_war_reports_say_whether_it_happened(text: str, word: str, modality: str) -> None:
    assert _doubted(text)[word] == modality


@pytest.mark.parametrize(("text", "word"), [
    ("Who murdered the people of Norvale?", "murdered"),
    ("It is not known who burned the church.", "burned"),
    ("The mill was hit at noon; its ward has no roof.", "hit"),
    ("The church was burned, whether by rebels or by thieves.", "burned"),
    ("Prisoners could be seen marching to the fort.", "marching"),
])  # fmt: skip
def test_what_a_question_or_a_lack_takes_for_granted_happened(text: str, word: str) -> None:
    assert word not in _doubted(text)


def test_the_cue_lists_load_and_know_the_plain_words() -> None:
    assert speech_verbs()["confirm"].stance == "confirms"
    assert speech_nouns()["claim"].word
    assert doubt_cues()["plan", "verb"].modality == "planned"
    assert "official" in cue_words("attribution/roles")
