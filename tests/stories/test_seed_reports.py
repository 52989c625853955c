"""The two reports that the project began from. They are third-party text and lie beside the repository, where they lie at all."""

from pathlib import Path

import pytest

from contested.assembly import build, open_view
from contested.records.view import View

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the two seed reports are not part of this repository")


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    store = tmp_path_factory.mktemp("seeds") / "seeds.db"
    build([SEEDS], store=store)
    return open_view(store)


def test_one_is_a_rewrite_of_the_other_and_both_are_one_origin(view: View) -> None:
    lineage = view.lineage()
    assert [kinship.relation for kinship in lineage.kinships] == ["rewrite"]
    assert len(lineage.kinships[0].aligned) >= 9
    assert len({origin for _, origin in lineage.origins}) == 1


def test_the_rewrite_shows_what_it_changed(view: View) -> None:
    kinds = {change.kind for pair in view.lineage().kinships[0].aligned for change in pair.changes}
    assert {"qualifier", "quote", "attribution"} <= kinds


@pytest.mark.parametrize(
    ("place", "status", "side"),
    [
        ("Ghazni", "held", "Taliban"), ("Mazar-i-Sharif", "besieged", "Taliban"), ("Kandahar", "besieged", "Taliban"),
        ("Lashkar Gah", "contested", None), ("Herat", "contested", None),
    ],
)
def test_each_town_stands_as_the_two_reports_tell(view: View, place: str, status: str, side: str | None) -> None:
    found = {holding.place: holding for holding in view.holdings()}[place]
    assert found.status == status
    assert side is None or side in (found.holder, found.challenger)


def test_the_capital_is_not_held_by_those_who_come_closer(view: View) -> None:
    assert not any(holding.place == "Kabul" and holding.holder == "Taliban" for holding in view.holdings())


def test_the_town_that_fell_is_held_since_the_day_told(view: View) -> None:
    assert {holding.place: holding.since for holding in view.holdings()}["Ghazni"] == "2021-08-12"
