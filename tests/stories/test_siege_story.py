"""The bundled story, from bytes to holdings: what a desk would want to be told about it."""

from pathlib import Path

import pytest

from contested.assembly import build, open_view
from contested.records import FieldAssessment, Kinship
from contested.records.view import View
from contested.settings import Settings

STORY = Path(__file__).parents[2] / "corpus" / "siege"
WIRE, REWRITE, COPY = "siege-1-wire", "siege-2-harbour", "siege-3-evening"


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    settings = Settings()
    settings = settings.model_copy(update={"reference": settings.reference.model_copy(update={"places": STORY / "places.tsv"})})
    store = tmp_path_factory.mktemp("siege") / "siege.db"
    build([STORY], store=store, settings=settings)
    return open_view(store)


def _kin(view: View, one: str, other: str) -> Kinship | None:
    names = {report.id: report.name for report in view.reports()}
    return next((kinship for kinship in view.lineage().kinships if {names[kinship.a], names[kinship.b]} == {one, other}), None)


def test_all_eight_reports_are_read(view: View) -> None:
    assert len(view.reports()) == 8


def test_the_reworded_story_is_a_rewrite_and_the_trimmed_one_a_copy(view: View) -> None:
    rewrite, copy = _kin(view, WIRE, REWRITE), _kin(view, WIRE, COPY)
    assert rewrite is not None
    assert rewrite.relation == "rewrite"
    assert copy is not None
    assert copy.relation == "copy"


def test_three_reports_of_one_text_are_one_origin(view: View) -> None:
    names = {report.id: report.name for report in view.reports()}
    origins = {names[report]: origin for report, origin in view.lineage().origins}
    assert origins[WIRE] == origins[REWRITE] == origins[COPY]
    assert origins["siege-4-lantern"] != origins[WIRE]


def test_the_drifted_toll_and_the_altered_quotation_are_seen(view: View) -> None:
    rewrite = _kin(view, WIRE, REWRITE)
    assert rewrite is not None
    kinds = {change.kind for pair in rewrite.aligned for change in pair.changes}
    assert {"number", "quote"} <= kinds


def test_whether_the_town_has_fallen_is_told_both_ways(view: View) -> None:
    fields: list[FieldAssessment] = [
        known for assessment in view.assessments() if (place := assessment.field("place")) and place.value == "Keldran" for known in assessment.fields
    ]
    assert any(known.field in ("happened", "control") and known.agreement == "differ" for known in fields)


def test_every_claim_leads_back_to_words_of_its_report(view: View) -> None:
    for claim in view.claims():
        report = view.report(claim.report)
        assert claim.sentence.covers(claim.trigger)
        assert report.words(claim.trigger).strip()
        assert claim.reasons


def test_the_police_headquarters_is_a_place_of_its_own(view: View) -> None:
    held = {holding.place: holding for holding in view.holdings()}
    headquarters = [holding for place, holding in held.items() if "police headquarters" in place]
    assert headquarters
    assert all(holding.place != "Keldran" for holding in headquarters)
