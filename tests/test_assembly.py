from pathlib import Path

import pytest

import contested
from contested.annotate.part import AnnotatorPart
from contested.assembly import assemble, build, check_order
from contested.errors import CallError, ContestedError, StoreError
from contested.records import Extract, Report
from contested.settings import LanguageSettings, ReferenceSettings, Settings


def _part(gives: str, *needs: str) -> AnnotatorPart:
    return AnnotatorPart(gives=gives, needs=needs, annotate=lambda *_: ())


def test_the_annotators_that_are_assembled_can_work() -> None:
    check_order(assemble(Settings()).annotators)


def test_an_annotator_before_what_it_needs_is_refused_naming_both() -> None:
    with pytest.raises(CallError, match="'places' needs 'times'"):
        check_order([_part("places", "times"), _part("times")])
    check_order([_part("times", "sentences"), _part("places", "times")])


def test_an_annotator_of_what_no_report_is_marked_with_is_refused() -> None:
    with pytest.raises(CallError, match="'colours'"):
        check_order([_part("colours")])


@pytest.mark.parametrize(
    "settings",
    [
        Settings(reference=ReferenceSettings(places=Path("/no/such/places.tsv"))),
        Settings(language=LanguageSettings(pipeline="no_such_pipeline")),
    ],
    ids=["places", "pipeline"],
)
def test_a_setting_that_names_what_is_not_there_is_an_error_of_ours(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "a.txt").write_text("Rebels seized Qalat.")
    with pytest.raises(ContestedError, match=r"places\.tsv: cannot be read|not installed"):
        contested.build([tmp_path / "a.txt"], store=tmp_path / "a.db", settings=settings)


def test_a_store_that_is_not_there_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such store"):
        contested.open(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_the_three_names_of_the_package_work_together(tmp_path: Path) -> None:
    text = "Rebels seized the town of Qalat on Monday, the army said.\n"
    (tmp_path / "a.txt").write_text(text)
    told = contested.inspect(text, published="2031-03-04", outlet="Norvale Courier")
    assert [claim.event_type for claim in told.extract.claims] == ["seize"]
    assert contested.build([tmp_path], store=tmp_path / "a.db").new == 1
    (claim,) = contested.open(tmp_path / "a.db").claims()
    assert text[claim.trigger.start : claim.trigger.end] == "seized"
    # without a publication day "Monday" has no date, and nothing else changes
    assert (claim.event_type, claim.day) == ("seize", None)


def test_an_unknown_name_of_the_package_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        contested.nothing  # noqa: B018


def test_the_order_of_reports_changes_nothing_that_is_derived(tmp_path: Path) -> None:
    texts = ("Rebels seized Qalat on Monday, the army said.", "A bomb killed three people in Herat, police said.", "Rebels seized Qalat, witnesses said.")
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(f"Norvale Courier\n4 March 2031\n\n{text}\n")
    paths = sorted(tmp_path.iterdir())
    contested.build(paths, store=tmp_path / "forth.db")
    contested.build(paths[::-1], store=tmp_path / "back.db")
    forth, back = contested.open(tmp_path / "forth.db"), contested.open(tmp_path / "back.db")
    assert forth.claims() == back.claims()
    assert (forth.events(), forth.assessments(), forth.holdings()) == (back.events(), back.assessments(), back.holdings())


def test_a_report_without_a_word_of_war_claims_nothing() -> None:
    told = contested.inspect("The market opened at nine. Apples were cheap.")
    assert told.extract == Extract()
    assert isinstance(told.report, Report)


def test_a_build_that_can_read_nothing_makes_no_store(tmp_path: Path) -> None:
    store = tmp_path / "new.db"
    tally = build([tmp_path / "missing.txt"], store=store)
    assert [entry.reason for entry in tally.set_aside] == ["no such file"]
    assert not store.exists()
