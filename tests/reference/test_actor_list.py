import pytest

from contested.errors import DataError
from contested.reference.actor_words import CLASSES, actor_words, body_cues, body_words, titles
from contested.reference.actors import ActorEntry, ActorList, Country, _entry, actor_list, parse_rows


def names(text: str, year: int | None = None) -> list[str]:
    return [hit.named.names[0] if isinstance(hit.named, ActorEntry) else hit.named.name for hit in actor_list().find(text, year=year)]


def test_the_list_holds_the_wars_since_1990() -> None:
    entries = actor_list().entries
    assert len(entries) >= 250
    assert {"rebel_group", "state_force", "private_force", "monitor", "aid_body", "international_body", "media"} <= {entry.kind for entry in entries}


def test_a_name_is_looked_up_without_its_article_case_or_accents() -> None:
    for written in ("the Taliban", "TALIBAN", "Taleban"):
        entry = actor_list().lookup(written)
        assert entry is not None
        assert entry.key == "taliban"
    assert actor_list().lookup("Médecins Sans Frontières") == actor_list().by_key("msf")


def test_an_unknown_name_is_nobody() -> None:
    assert actor_list().lookup("Norvale Liberation Front") is None
    assert actor_list().by_key("norvale") is None


def test_the_longest_name_wins() -> None:
    assert names("The Islamic State West Africa Province claimed it.") == ["Islamic State West Africa Province"]
    assert names("The Pakistani Taliban denied it.") == ["Pakistani Taliban"]


def test_a_short_acronym_needs_its_capitals() -> None:
    assert names("IS claimed the raid.") == ["Islamic State"]
    assert names("It is known who told us.") == []
    assert names("THE ARMY IS NEAR THE TOWN") == []


def test_spellings_with_hyphens_and_apostrophes_are_one_name() -> None:
    assert names("Hay'at Tahrir al-Sham and Hayat Tahrir al Sham") == ["Hayat Tahrir al-Sham"] * 2


def test_a_name_does_not_run_across_sentences() -> None:
    assert names("They left in the name of Islamic. State media said so.") == []


def test_countries_are_found_as_names_adjectives_and_nationals() -> None:
    forms = [(hit.form, hit.named.code) for hit in actor_list().find("South Sudanese troops left Sudan; Afghans stayed.") if isinstance(hit.named, Country)]
    assert forms == [("adjective", "SS"), ("country", "SD"), ("nationals", "AF")]


def test_of_two_actors_of_one_name_the_one_of_the_year_is_meant() -> None:
    early = ActorEntry(key="early", names=("Red Front",), kind="rebel_group", countries=(), since=1990, until=1995, parent=None)
    late = ActorEntry(key="late", names=("Red Front",), kind="rebel_group", countries=(), since=2010, until=None, parent="early")
    both = ActorList([early, late])
    assert both.lookup("Red Front", year=2012) == late
    assert [hit.named for hit in both.find("The Red Front left.", year=1993)] == [early]
    assert [hit.named for hit in both.find("The Red Front left.", year=2012)] == [late]
    assert both.family("late") == {"late", "early"}


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("x\tX\t\tarmy\t\t\t\t", "no kind"),
        ("\tX\t\trebel_group\t\t\t\t", "expected a key"),
        ("x\tX\t\trebel_group\tAfghanistan\t\t\t", "alpha-2"),
        ("x\tX\t\trebel_group\t\tlong ago\t\t", "expected years"),
        ("x\tX\t\trebel_group\t\t\t\t\tmore", "expected 8 columns"),
    ],
)
def test_a_broken_row_names_its_file_and_line(row: str, problem: str) -> None:
    with pytest.raises(DataError, match=rf"actors\.tsv:2: .*{problem}"):
        [_entry(where, cells) for where, cells in parse_rows("actors.tsv", f"# head\n{row}\n", 8)]


def test_every_word_has_a_class_and_every_title_a_kind() -> None:
    assert {word.role for word in actor_words().values()} <= CLASSES
    assert actor_words()["security force"].name == "security forces"
    assert titles()["president"] == "government"


def test_every_word_of_a_body_has_a_kind_and_every_cue_its_words() -> None:
    assert body_words()["front"].armed
    assert body_words()["liwa"].where == "first"
    assert body_cues("struggle")["liberation"] == "rebel_group"
    with pytest.raises(DataError, match="nothing tells"):
        body_cues("colour")
