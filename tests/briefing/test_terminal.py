"""Tables for a terminal."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from briefing.norvale import CLAIMS, courier, norvale, radio, tell
from contested.briefing.safe import plain
from contested.briefing.terminal import (
    claims_table,
    conflicts_tables,
    digest,
    events_table,
    holdings_table,
    inspect_text,
    lineage_tables,
    reports_table,
)
from contested.records import Actor, Attribution, Extract, Marks, Place, Span
from contested.store import open_store
from factory import claim, report


def shown(*tables: object, colour: bool = False, width: int = 400) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=colour, color_system="standard" if colour else None)
    for table in tables:
        console.print(table)
    return console.file.getvalue()  # type: ignore[attr-defined]


@pytest.fixture
def view(tmp_path: Path):
    with tell(tmp_path / "a.db") as store:
        yield store.view()


def test_events_stand_newest_first_with_what_backs_them(view) -> None:
    words = shown(events_table(view))
    assert words.index("siege or blockade") < words.index("place taken") < words.index("Planned, feared or denied") < words.index("talks")
    head, backing = words[words.index("3 Mar 2031") :].splitlines()[:2]
    assert "place taken, Norvale: Rebels (killed: at least 12)" in head
    for part in ("1 origin, 2 reports", "accounts differ: ", "according to Tomas Brandt, “officials” (unnamed); denied by Defence Ministry"):
        assert part in backing


def test_claims_stand_one_a_line_with_their_words(view) -> None:
    words = shown(claims_table(view))
    assert f"{len(CLAIMS)} claims" in words
    assert "Rebel fighters captured Norvale, the largest town of Westmark, late on Monday, Mayor Tomas Brandt said." in words
    assert "said not to have happened" in words


def test_tables_can_be_narrowed_to_a_place_or_a_period(view) -> None:
    assert "Castle Ridge" not in shown(claims_table(view, place="norvale"), events_table(view, place="NORVALE"), holdings_table(view, place="Norvale"))
    assert "Castle Ridge" in shown(events_table(view, place="westmark"))
    assert "place taken" not in shown(events_table(view, since="2031-03-04"), claims_table(view, since="2031-03-04"))
    assert "post-17" not in shown(reports_table(view, since="2031-03-05"))
    assert conflicts_tables(view, place="Castle Ridge") == []


def test_kin_reports_stand_side_by_side_with_what_changed(view) -> None:
    overview, drift = lineage_tables(view)
    assert "rewrite" in shown(overview)
    assert "0.82" in shown(overview)
    lines = [line.strip() for line in shown(overview).splitlines()]
    assert lines.index("follows Norvale Courier: Rebels seize Norvale after night assault") > 0
    words = shown(drift)
    assert "The Westmark Post follows Norvale Courier" in words
    assert "time: “late on Monday” became “overnight Monday”" in words
    assert "\x1b[1;4;33mlate on Monday\x1b[0m" in shown(drift, colour=True)


def test_every_clash_is_a_table_with_both_values(view) -> None:
    (clash,) = conflicts_tables(view)
    words = shown(clash)
    assert words.index("Place taken, Norvale, 3 March 2031") < words.index("whether it happened") < words.index("how many were killed")
    assert words.index("it happened · 1 origin, 2 reports") < words.index("it did not happen · 1 origin, 1 report · according to Defence Ministry")
    assert "at least 20 · 1 origin, 1 report · came about in copying" in words


def test_holdings_and_reports_have_a_row_each(view) -> None:
    words = shown(holdings_table(view))
    assert "against it: denied by Defence Ministry" in words
    assert "besieged by Rebels; held by Army" in words
    assert words.index("Castle Ridge") < words.index("Who held what, until when") < words.index("since when is not told, until 3 Mar 2031")
    words = shown(reports_table(view))
    assert "a rewrite of Norvale Courier" in words
    assert "NNA" in words


def test_names_of_reports_are_words_and_never_markup(view) -> None:
    assert "radio [red]7[/red].txt" in shown(reports_table(view), claims_table(view))


def test_a_report_cannot_command_the_terminal() -> None:
    nasty = report("Rebels \x1b]0;owned\x07\x1b[2J seized Norvale.\r\nDone\x9b31m.", title="Big \x1b[5m news")
    told = Extract(claims=(claim(report=nasty.id, sentence=Span(0, 20), trigger=Span(0, 6), actor_name="\x1b[31mRebels"),))
    words = shown(inspect_text(nasty, Marks(), told))
    assert not {"\x1b", "\x07", "\x9b"} & set(words)
    assert len(plain(nasty.text)) == len(nasty.text)


def test_words_are_coloured_where_they_stand() -> None:
    text = "Caf\u00e9\r\nrebels took Norvale."
    one = report(text)
    took = Span(text.index("took"), text.index("took") + 4)
    marks = Marks(
        actors=(Actor(span=Span(6, 12), wording="rebels", ref=None),),
        places=(Place(span=Span(18, 25), wording="Norvale", ref=norvale),),
        attributions=(Attribution(source=(Span(0, 4),), cue=(), content=()),),
    )
    told = Extract(claims=(claim(report=one.id, sentence=Span(6, 26), trigger=took, actor=(), target=(), place=()),))
    words = shown(inspect_text(one, marks, told), colour=True)
    for colour, part in (("34", "rebels"), ("1;7", "took"), ("32", "Norvale"), ("3;31", "Café")):
        assert f"\x1b[{colour}m{part}\x1b[0m" in words


def test_a_report_is_shown_with_its_claims_and_standings(view) -> None:
    told = Extract(claims=(CLAIMS["toll"], CLAIMS["fall"]), standings=view.standings())
    words = shown(inspect_text(courier, Marks(), told))
    table = words[words.index("What it claims") :]
    assert table.index("Rebels") < table.index("killed: at least 12") < table.index("Norvale barracks")
    assert words.startswith("Rebels seize Norvale after night assault  Norvale Courier, credits NNA, 4 March 2031, 09:20")


def test_a_report_without_claims_says_so() -> None:
    assert "no claim was found in it" in shown(inspect_text(radio, Marks(), Extract()))


def test_every_view_reads_at_eighty_columns(view) -> None:
    told = Extract(claims=tuple(CLAIMS.values())[:3], standings=view.standings())
    tables = (
        events_table(view), claims_table(view), reports_table(view), holdings_table(view), inspect_text(courier, Marks(), told),
        *lineage_tables(view), *conflicts_tables(view), *digest(view, where="on the page"),
    )  # fmt: skip
    for table in tables:
        lines = shown(table, width=80).splitlines()
        assert max(map(len, lines)) <= 80
        assert sum(len(line.strip()) > 25 for line in lines) * 3 >= len([line for line in lines if line.strip()])


def test_the_digest_shows_a_few_of_everything_and_counts_the_rest(view, monkeypatch: pytest.MonkeyPatch) -> None:
    words = shown(*digest(view, where="on the page"))
    for part in ("the best backed first", "The Westmark Post follows Norvale Courier", "Where accounts differ", "Who holds what"):
        assert part in words
    assert "more event" not in words
    monkeypatch.setattr("contested.briefing.terminal.brief._most", 1)
    words = shown(*digest(view, where="on the page"))
    assert "and 1 more event on the page" in words
    assert "and 2 more places on the page" in words


def test_nothing_to_show_says_so(tmp_path: Path) -> None:
    with open_store(tmp_path / "b.db") as store:
        view = store.view()
        words = shown(events_table(view), claims_table(view), reports_table(view), holdings_table(view), *digest(view, where="here"))
        assert words.split("\n")[:4] == ["No events.", "No claims.", "No reports.", "No holdings."]
        assert lineage_tables(view) == conflicts_tables(view) == []
