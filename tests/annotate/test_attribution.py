"""Who is made to say what."""

from functools import cache

import pytest

from contested.annotate.attribution import attribution_part
from contested.annotate.attribution.quotations import quotations
from contested.language import SpacyParser, split_sentences
from contested.records import Actor, ActorRef, Attribution, Marks, Report, Span
from contested.settings import Settings
from factory import report


@cache
def _parser() -> SpacyParser:
    return SpacyParser(Settings().language.pipeline)


def _marked(text: str, *, actors: dict[str, ActorRef] | None = None, furniture: tuple[Span, ...] = ()) -> tuple[Report, tuple[Attribution, ...]]:
    source = report(text, furniture=furniture)
    sentences = split_sentences(text, furniture)
    doc = next(iter(_parser().parse([(text, sentences)])))
    marks = tuple(
        Actor(span=Span(text.index(words), text.index(words) + len(words)), wording=words, ref=ref) for words, ref in (actors or {}).items()
    )
    return source, attribution_part().annotate(source, doc, Marks(sentences=sentences, actors=tuple(sorted(marks, key=lambda mark: mark.span))))


def _read(text: str, **more: dict[str, ActorRef]) -> list[tuple[str, str, str]]:
    """(source, cue, content) of each attribution, pieces joined by " ... "."""
    source, found = _marked(text, **more)
    return [tuple(" ... ".join(source.words(piece) for piece in pieces) for pieces in (a.source, a.cue, a.content)) for a in found]  # type: ignore[misc]


def _only(text: str, **more: dict[str, ActorRef]) -> Attribution:
    _, found = _marked(text, **more)
    assert len(found) == 1, found
    return found[0]


def test_the_part_says_what_it_needs_and_gives() -> None:
    part = attribution_part()
    assert (part.gives, part.needs) == ("attributions", ("sentences", "actors"))


def test_the_outlets_own_voice_has_no_attribution() -> None:
    assert _read("Rebels seized Norvale on Monday. The garrison fled at dawn.") == []


def test_indirect_speech_has_source_cue_and_clause() -> None:
    assert _read("The governor said that rebels had entered Norvale.") == [("The governor", "said", "that rebels had entered Norvale")]


@pytest.mark.parametrize("text", [
    '"The town has fallen," Mara Voss said.',
    '"The town has fallen," said Mara Voss.',
    'Mara Voss said: "The town has fallen,"',
])  # fmt: skip
def test_a_speaker_may_stand_before_or_after_a_quotation(text: str) -> None:
    assert _read(text) == [("Mara Voss", "said", '"The town has fallen,"')]


def test_a_speaker_inside_a_sentence_leaves_two_pieces() -> None:
    assert _read("The town, officials said, had fallen at dawn.") == [("officials", "said", "The town ... had fallen at dawn")]


def test_curly_quotation_marks_belong_to_the_content() -> None:
    assert _read("“We hold the bridge,” said Mara Voss.") == [("Mara Voss", "said", "“We hold the bridge,”")]


def test_a_quotation_goes_on_over_sentences_without_a_cue_of_their_own() -> None:
    [(source, _, content)] = _read("“We are safe,” said Mara Voss. “They left at dawn. Nobody was hurt.”")
    assert source == "Mara Voss"
    assert content == "“We are safe,” ... “They left at dawn. Nobody was hurt.”"


def test_a_quotation_that_begins_two_sentences_before_its_cue_is_taken_whole() -> None:
    [(source, _, content)] = _read('"They came at night. They burned the mill," a villager said.')
    assert (source, content) == ("a villager", '"They came at night. They burned the mill,"')


def test_a_quotation_over_paragraphs_is_one_stretch_a_paragraph() -> None:
    text = "“They came at night.\n\n“They burned the mill.”"
    assert [text[span.start : span.end] for span in quotations(text)] == ["“They came at night.", "“They burned the mill.”"]


def test_a_stray_quotation_mark_swallows_nothing() -> None:
    text = 'The 5-inch" gun fired.\n\n"We left," she said.'
    assert [text[span.start : span.end] for span in quotations(text)] == ['"We left,"']


def test_mixed_quotation_is_one_content() -> None:
    assert _read('Mara Voss said the raid was "a crime against every family" in Norvale.')[0][2] == 'the raid was "a crime against every family" in Norvale'


@pytest.mark.parametrize("participle", ["adding that the dam was open", "saying the dam was open", "noting that the dam was open"])
def test_a_participle_goes_on_with_the_same_speaker(participle: str) -> None:
    found = _read(f"The rebels said they had taken Norvale, {participle}.")
    assert [source for source, _, _ in found] == ["The rebels", "The rebels"]
    assert found[0][2] == "they had taken Norvale"
    assert found[1][1] == participle.split()[0]
    assert "the dam was open" in found[1][2]


def test_what_follows_a_claim_is_claimed_too() -> None:
    _, found = _marked("The rebels claimed they had taken Norvale, adding that its garrison had fled.")
    assert [a.stance for a in found] == ["claims", "claims"]


@pytest.mark.parametrize("text", [
    "According to the interior ministry, Norvale has fallen.",
    "Norvale has fallen, according to the interior ministry.",
])  # fmt: skip
def test_according_to_credits_the_sentence(text: str) -> None:
    [(source, cue, content)] = _read(text)
    assert (source, cue.lower(), content) == ("the interior ministry", "according to", "Norvale has fallen")


def test_according_to_at_the_end_leaves_out_a_circumstance_in_front() -> None:
    [(_, _, content)] = _read("As troops fled the valley, the council offered a truce, according to a diplomat.")
    assert content == "the council offered a truce"


def test_two_speakers_joined_by_and_are_two_attributions() -> None:
    found = _read("Residents and two police officers said the mill burned on Monday.")
    assert [source for source, _, _ in found] == ["Residents", "two police officers"]
    assert found[0][1:] == found[1][1:]


def test_a_joint_statement_has_one_speaker() -> None:
    assert [source for source, _, _ in _read("A joint statement by Varland and Ostia said the truce held.")] == ["Varland and Ostia"]


def test_a_statement_credits_who_issued_it() -> None:
    assert _read("According to a statement released by the harbour office, the road is open.")[0][0] == "the harbour office"


@pytest.mark.parametrize(("text", "content", "stance"), [
    ("The navy confirmed the sinking of the barge.", "the sinking of the barge", "confirms"),
    ("The marines confirmed shooting the pilot.", "shooting the pilot", "confirms"),
    ("The army denied shelling the town.", "shelling the town", "denies"),
    ("The army confirmed having left the fort.", "having left the fort", "confirms"),
    ("A statement in which the Front confirmed taking the town was published.", "taking the town", "confirms"),
    ("The rebels boasted of their rockets.", "their rockets", "claims"),
    ("The mayor accused the rebels of killing ten people.", "the rebels of killing ten people", "says"),
    ("The group claimed responsibility for the attack.", "responsibility for the attack", "claims"),
    ("Video showed fighters entering the base.", "fighters entering the base", "says"),
    ("Rebel accounts posted photos of a captured tank.", "a captured tank", "says"),
    ("Villagers told reporters that troops had shelled the school.", "that troops had shelled the school", "says"),
    ("State television reported the fall of Norvale.", "the fall of Norvale", "says"),
])  # fmt: skip
def test_each_kind_of_complement_is_content(text: str, content: str, stance: str) -> None:
    source, found = _marked(text)
    assert [(source.words(a.content[0]), a.stance) for a in found] == [(content, stance)]


@pytest.mark.parametrize("text", [
    "The ministry did not confirm that Norvale had fallen.",
    "Nobody claimed that the bridge was open.",
    "The blast claimed twelve lives.",
])  # fmt: skip
def test_what_nobody_says_is_not_attributed(text: str) -> None:
    assert _read(text) == []


def test_nested_speakers_give_an_outer_and_an_inner_attribution() -> None:
    found = _read("AFP quoted a security source as saying the rebels claimed they had taken the bridge.")
    assert [source for source, _, _ in found] == ["AFP", "a security source", "the rebels"]
    assert found[0][2].endswith(found[1][2])
    assert found[1][2].endswith(found[2][2])


def test_a_cited_source_says_what_the_governing_clause_says() -> None:
    found = _read("State radio reported that the dam broke, citing a soldier.")
    assert [source for source, _, _ in found] == ["State radio", "a soldier"]
    assert all("the dam broke" in content for _, _, content in found)


def test_passives_without_an_agent_have_no_source() -> None:
    assert _read("The rebels were said to be near the bridge.") == [("", "were said", "The rebels ... to be near the bridge")]


def test_reportedly_is_a_cue_without_a_source() -> None:
    found = _only("Three soldiers were reportedly killed.")
    assert (found.source, found.stance) == ((), "claims")


def test_who_is_quoted_as_saying_speaks() -> None:
    assert _read("The mayor was quoted as saying that the bridge was blown up.") == [("The mayor", "saying", "that the bridge was blown up")]


def test_a_light_verb_is_part_of_the_cue() -> None:
    assert _read("She went on to say the road was closed.")[0][1] == "went on to say"


def test_a_headline_colon_attributes() -> None:
    assert _read("Police: three killed in Norvale blast\n\nThree people died on Monday.") == [("Police", ":", "three killed in Norvale blast")]


def test_a_named_persons_role_is_no_part_of_the_name() -> None:
    found = _only('"We hold on," spokesman Olan Brec said.')
    assert (found.speaker, found.speaker_kind, found.anonymous) == ("Olan Brec", "person", False)


def test_an_apposition_names_a_role() -> None:
    source, [found] = _marked("A retired judge, Tomas Arle, said the talks had failed.")
    assert source.words(found.source[0]) == "A retired judge, Tomas Arle"
    assert (found.speaker, found.anonymous) == ("Tomas Arle", False)


@pytest.mark.parametrize(("text", "speaker", "anonymous"), [
    ("An official in Norvale said the bridge was closed.", "official in Norvale", True),
    ("A security source said the bridge was closed.", "security source", True),
    ("Residents said the bridge was closed.", "residents", True),
    ("Rebel social media accounts said the bridge was closed.", "rebel social media accounts", True),
    ("The interior ministry said the bridge was closed.", "interior ministry", False),
    ("The police said the bridge was closed.", "police", False),
    ("The governor said the bridge was closed.", "governor", False),
    ("The General Staff said the bridge was closed.", "General Staff", False),
    ("Varland's General Staff said the bridge was closed.", "Varland's General Staff", False),
    ("The Ministry of Defence of Varland said the bridge was closed.", "Ministry of Defence of Varland", False),
    ("Chief of the General Staff Olan Brec said the bridge was closed.", "Olan Brec", False),
    ("A senior security official in Norvale province said the bridge was closed.", "senior security official in Norvale province", True),
    ("The group's spokesman said the bridge was closed.", "group's spokesman", False),
    ("According to estimates by the Red Cross, ten people died.", "Red Cross", False),
])  # fmt: skip
def test_only_a_role_is_anonymous_and_an_institution_is_not(text: str, speaker: str, anonymous: bool) -> None:
    found = _only(text)
    assert (found.speaker, found.anonymous) == (speaker, anonymous)


def test_an_actor_mark_names_an_institution() -> None:
    ministry = ActorRef(name="Varland Interior Ministry", kind="government", key="varland-interior")
    found = _only("The interior ministry said Norvale had fallen.", actors={"The interior ministry": ministry})
    assert (found.speaker, found.speaker_kind) == ("Varland Interior Ministry", "government")


def test_an_owners_actor_mark_names_its_spokesman() -> None:
    front = ActorRef(name="Westmark Front", kind="rebel_group", key="westmark-front")
    found = _only("The insurgency’s spokesman said Norvale had fallen.", actors={"The insurgency": front})
    assert (found.speaker, found.anonymous) == ("Westmark Front spokesman", False)


def test_a_spokesman_keeps_what_qualifies_him() -> None:
    front = ActorRef(name="Westmark Front", kind="rebel_group", key="westmark-front")
    assert _only("A political spokesman for the insurgency said it won.", actors={"the insurgency": front}).speaker == "Westmark Front political spokesman"


def test_the_mark_over_a_spokesman_and_his_group_is_not_his_group() -> None:
    spokesman = ActorRef(name="spokesman", kind="person")
    assert _only("The group's spokesman said it won.", actors={"The group's spokesman": spokesman}).speaker == "group's spokesman"


def test_workers_and_a_leader_are_two_speakers() -> None:
    _, found = _marked("Hospital workers and a militia leader said a joint force had entered Norvale.")
    assert [a.speaker for a in found] == ["hospital workers", "militia leader"]


@pytest.mark.parametrize("start", ["the customs of war", "the plan", "the law", "tradition", "the terms of the truce", "the schedule"])
def test_what_things_are_done_in_keeping_with_says_nothing(start: str) -> None:
    assert _read(f"According to {start}, the garrison left Norvale at dawn.") == []


def test_estimates_that_are_nobodys_have_no_speaker() -> None:
    found = _only("According to estimates, ten people died.")
    assert (found.source, found.speaker) == ((), None)


def test_a_statement_that_a_medium_carried_leaves_the_word_to_who_speaks_in_it() -> None:
    _, found = _marked("According to a statement carried by state radio, the Westmark Front confirmed taking the town.")
    assert [(a.speaker, a.speaker_kind, a.stance) for a in found] == [("state radio", "media", "says"), ("Westmark Front", None, "confirms")]


@pytest.mark.parametrize(("text", "speaker"), [
    ("Reports that Norvale has fallen are false, the General Staff announced.", "General Staff"),
    ("The claim that our men fired on civilians is a lie, the colonel said.", "colonel"),
    ('The army called reports that Norvale had fallen "false".', "army"),
    ("Reports that Norvale fell were dismissed as false by the mayor.", "mayor"),
    ("The army denounced as lies the rebels' claims that they had captured Norvale.", "army"),
])  # fmt: skip
def test_who_calls_a_claim_false_denies_it_and_nobody_claims_it(text: str, speaker: str) -> None:
    source, found = _marked(text)
    assert [(a.speaker, a.stance) for a in found] == [(speaker, "denies")]
    assert any(word in "".join(source.words(piece) for piece in found[0].content) for word in ("Norvale", "fired"))


def test_only_what_is_called_false_is_denied() -> None:
    source, found = _marked("The General Staff announced that reports that Norvale fell are false and that ten rebels died.")
    told = {a.stance: "".join(source.words(piece) for piece in a.content) for a in found}
    assert "Norvale fell" in told["denies"]
    assert "ten rebels died" in told["says"]
    assert "died" not in told["denies"]


def test_the_lie_that_something_happened_is_denied_inside_a_statement() -> None:
    source, found = _marked("The lie that our men fired on civilians was spread by rebels, the colonel said.")
    assert [(a.stance, source.words(a.content[0])) for a in found] == [
        ("denies", "The lie that our men fired on civilians"), ("says", "was spread by rebels"),
    ]  # fmt: skip


def test_he_is_the_person_that_the_sentence_before_is_about() -> None:
    _, found = _marked("Mara Voss said the mill burned. Governor Olan Brec visited Norvale on Monday. He said the bridge was closed.")
    assert [a.speaker for a in found] == ["Mara Voss", "Olan Brec"]


def test_they_in_a_statement_are_who_issued_it() -> None:
    assert _only("The rebels issued a statement in which they confirmed taking the town.").speaker == "rebels"


def test_a_pronoun_keeps_its_words_and_takes_the_last_speakers_name() -> None:
    source, found = _marked("Mara Voss said the mill burned. She added that the bridge was closed.")
    assert source.words(found[1].source[0]) == "She"
    assert found[1].speaker == "Mara Voss"


def test_it_goes_back_to_an_institution_not_to_a_person() -> None:
    _, found = _marked("The interior ministry said the mill burned. Mara Voss said she fled. It said the bridge was closed.")
    assert [a.speaker for a in found] == ["interior ministry", "Mara Voss", "interior ministry"]


def test_a_surname_takes_the_full_name_given_before() -> None:
    _, found = _marked('Colonel Hanno Brecker said the fort was safe. Brecker added: "We are here."')
    assert [a.speaker for a in found] == ["Hanno Brecker", "Hanno Brecker"]


def test_nothing_in_furniture_attributes() -> None:
    text = "Reporting by Mara Voss, who said so.\n\nRebels seized Norvale."
    assert _marked(text, furniture=(Span(0, 36),))[1] == ()


def test_marks_are_sorted_by_where_they_start() -> None:
    _, found = _marked('"We left," said Mara Voss, adding that the mill burned. According to officials, nobody died.')
    starts = [min((*a.source, *a.cue, *a.content)) for a in found]
    assert starts == sorted(starts)
    assert len(found) == 3


@pytest.mark.parametrize(("text", "source", "content"), [
    ("Rebels held Norvale, the district commissioner, Mr Olan Brec, says.", "the district commissioner, Mr Olan Brec", "Rebels held Norvale"),
    ("Rebels fled, an official in Tarsk's council tells us.", "an official in Tarsk's council", "Rebels fled"),
    ("From there, the Bureau maintains, the planes that hit Tarsk took off.", "the Bureau", "From there ... the planes that hit Tarsk took off"),
    ("To hold the hill, Mara Voss remarked, was to lose the town.", "Mara Voss", "To hold the hill ... was to lose the town"),
    ("Rebels drove off the guards, a local reporter saw.", "a local reporter", "Rebels drove off the guards"),
])  # fmt: skip
def test_a_speaker_between_commas_is_found_where_the_parse_lost_him(text: str, source: str, content: str) -> None:
    assert (source, content) in [(found[0], found[2]) for found in _read(text)]


def test_what_goes_on_behind_an_inserted_speaker_is_said_too() -> None:
    [(_, _, content)] = _read("Rebels captured Tarsk on Monday, the Observatory said, cutting the road to Bresk.")
    assert content == "Rebels captured Tarsk on Monday ... cutting the road to Bresk"


def test_how_the_speaker_spoke_is_no_part_of_what_he_said() -> None:
    [(_, _, content)] = _read("Rebels captured Tarsk on Monday, the mayor said, speaking by telephone.")
    assert content == "Rebels captured Tarsk on Monday"


def test_a_clause_before_a_semicolon_is_not_said_behind_it() -> None:
    assert [content for _, _, content in _read("Rebels fled the town; the mayor said that nobody was hurt.")] == ["that nobody was hurt"]


def test_the_speakers_own_doings_are_not_what_he_says() -> None:
    found = _read("Olan Brec has demanded that the rebels lay down their arms, and has sent two battalions.")
    assert [content for _, _, content in found] == ["that the rebels lay down their arms"]


@pytest.mark.parametrize(("text", "source", "content"), [
    ("In the words of the governor, the town lay in ruins.", "the governor", "the town lay in ruins"),
    ("By the army's own count, ten rebels died.", "the army's", "ten rebels died"),
    ("Rebels shelled the school, per local officials.", "local officials", "Rebels shelled the school"),
    ("Rebels ambushed a convoy, killing ten men by their own account.", "Rebels", "killing ten men"),
])  # fmt: skip
def test_an_account_is_somebodys(text: str, source: str, content: str) -> None:
    assert [(found[0], found[2]) for found in _read(text)] == [(source, content)]


@pytest.mark.parametrize(("text", "source", "content"), [
    ("Three killed in Norvale blast - police", "police", "Three killed in Norvale blast"),
    ("Mara Voss: rebels have left Norvale", "Mara Voss", "rebels have left Norvale"),
    ("Rebels seize Norvale: ministry", "ministry", "Rebels seize Norvale"),
    ('The minister for trade, Mara Voss: "The town is lost."', "The minister for trade, Mara Voss", '"The town is lost."'),
])  # fmt: skip
def test_a_colon_or_a_dash_sets_a_speaker_off(text: str, source: str, content: str) -> None:
    assert (source, content) in [(found[0], found[2]) for found in _read(text)]


def test_in_an_interview_a_paragraph_is_who_stands_before_its_colon() -> None:
    found = _read("HOST: Rebels shelled the mill.\n\nFATHER ORLIN: They burned the church. Ten people died.")
    assert found == [("FATHER ORLIN", ":", "They burned the church. Ten people died")]


def test_an_outlets_own_correspondent_is_no_speaker() -> None:
    assert _read("PRESENTER: Our correspondent in Tarsk, Mara Voss, has the story.\n\nVOSS: Rebels burned the church.") == []


@pytest.mark.parametrize(("text", "source", "content"), [
    ("Officials put the toll at 40.", "Officials", "the toll at 40"),
    ("Witnesses heard shooting for ten minutes after the blast.", "Witnesses", "shooting for ten minutes after the blast"),
    ("Police counted hundreds of families at the gate.", "Police", "hundreds of families at the gate"),
    ("The League charges the army with the murders.", "The League", "the army with the murders"),
    ("Peasants told of shellfire on Monday.", "Peasants", "shellfire"),
    ("The militia boasted on its channel that it held Norvale.", "The militia", "that it held Norvale"),
])  # fmt: skip
def test_who_counts_sees_or_charges_tells_of_it(text: str, source: str, content: str) -> None:
    _, found = _marked(text)
    assert [(a.tells, s, c) for a, (s, _, c) in zip(found, _read(text), strict=True)] == [(True, source, content)]


def test_a_town_that_saw_fighting_says_nothing() -> None:
    assert _read("The town saw heavy fighting.") == []


@pytest.mark.parametrize(("text", "source", "cue", "content"), [
    ("The ministers condemned the raid on Norvale.", "The ministers", "condemned", "the raid on Norvale"),
    ("The rebels want to leave Norvale.", "The rebels", "want", "to leave Norvale"),
    ("The mayor called for a truce.", "The mayor", "called", "for a truce"),
    ("The mayor urged the rebels to leave.", "The mayor", "urged", "the rebels to leave"),
    ("Mara Voss expressed support for the truce.", "Mara Voss", "expressed support for", "the truce"),
    ("The general is opposed to a truce.", "The general", "is opposed to", "a truce"),
])  # fmt: skip
def test_a_view_an_aim_or_a_request_is_marked_and_tells_of_nothing(text: str, source: str, cue: str, content: str) -> None:
    _, found = _marked(text)
    assert _read(text) == [(source, cue, content)]
    assert [a.tells for a in found] == [False]


def test_a_view_inside_somebodys_words_is_not_marked_again() -> None:
    assert [cue for _, cue, _ in _read("The rebels said they want a truce.")] == ["said"]


def test_what_seems_so_seems_so_to_nobody_named() -> None:
    assert _read("The rebels appear to have left.") == [("", "appear", "The rebels ... to have left")]


def test_a_clause_that_tells_more_of_the_speaker_is_a_piece_of_its_own() -> None:
    [(source, _, content)] = _read("A baker who fled Norvale on Monday said the mill burned.")
    assert (source, content) == ("A baker ... who fled Norvale on Monday", "the mill burned")


def test_a_sentence_may_say_only_who_spoke() -> None:
    [(source, _, content)] = _read("“They burned the mill!” Mara Voss said last week. “Nobody came.”")
    assert (source, content) == ("Mara Voss", "“They burned the mill!” ... “Nobody came.”")


def test_a_role_is_the_one_person_whom_the_report_names_with_it() -> None:
    _, found = _marked("The governor said the bridge was closed. Governor Olan Brec left for Tarsk.")
    assert [(a.speaker, a.anonymous) for a in found] == [("Olan Brec", False)]


def test_a_role_that_two_persons_have_is_neither() -> None:
    _, found = _marked("Governor Olan Brec and Governor Mara Voss met. The governor said the bridge was closed.")
    assert [a.speaker for a in found] == ["governor"]


def test_the_statement_is_of_the_body_that_spoke_last() -> None:
    _, found = _marked("The interior ministry said the mill burned. The statement said ten men died.")
    assert [a.speaker for a in found] == ["interior ministry", "interior ministry"]


def test_a_communique_is_of_the_body_it_is_named_for() -> None:
    assert _only("A General Staff communiqué said that Norvale had fallen.").speaker == "General Staff"


def test_they_are_the_group_that_spoke_last_and_it_the_body() -> None:
    _, found = _marked("The interior ministry said the mill burned. Residents said ten men died. They said it rained. It said the road was open.")
    assert [a.speaker for a in found] == ["interior ministry", "residents", "residents", "interior ministry"]


def test_a_radio_is_a_medium_by_its_name() -> None:
    _, found = _marked("Rebels fled, Radio Varland reported.")
    assert [a.speaker_kind for a in found] == ["media"]
