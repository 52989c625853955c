"""The gazetteer: names, where its file lies, and what our own tables hold."""

import multiprocessing
from pathlib import Path

import pytest

from contested.errors import CallError, DataError
from contested.reference import built
from contested.reference.gazetteer import Gazetteer, cache, distance_km, name_key, plain_name, tables
from contested.reference.gazetteer.bloom import make_filter, may_hold


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


@pytest.mark.parametrize(("one", "other"), [
    ("Lashkar Gah", "Lashkargah"), ("Mazār-e Sharīf", "Mazar-i-Sharif"), ("Deir ez-Zor", "Deir al Zor"), ("Sana'a", "Sanaa"),
    ("St. Petersburg", "Saint Petersburg"),
])  # fmt: skip
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_different_names_have_different_keys() -> None:
    assert len({name_key(name) for name in ("Gori", "Goris", "Goražde", "Gorizia")}) == 4


def test_a_plain_name_has_no_diacritics() -> None:
    assert plain_name("Şanlıurfa") == "Sanliurfa"
    assert plain_name("Ḩimş") == "Hims"


def test_the_filter_never_loses_a_key_and_seldom_lets_a_stranger_pass() -> None:
    bits = make_filter(f"key{i}" for i in range(1000))
    assert all(may_hold(bits, f"key{i}") for i in range(1000))
    assert sum(may_hold(bits, f"stranger{i}") for i in range(1000)) < 5


@pytest.mark.parametrize(("written", "name", "country"), [
    ("Lashkar Gar", "Lashkar Gah", "AF"), ("Deir Ezzor", "Deir al-Zor", "SY"), ("Kiev", "Kyiv", "UA"), ("Falluja", "Fallujah", "IQ"),
    ("Mekele", "Mekelle", "ET"),
    ("Eastern Ghouta", "Eastern Ghouta", "SY"), ("Donbass", "Donbas", "UA"), ("Darfur", "Darfur", "SD"), ("Kakhovka Dam", "Kakhovka Dam", "UA"),
])  # fmt: skip
def test_names_of_war_reporting_find_their_place(gazetteer: Gazetteer, written: str, name: str, country: str) -> None:
    assert (name, country) in {(entry.name, entry.country) for entry in gazetteer.lookup(written)}


def test_a_name_of_town_and_province_finds_both_and_the_town_knows_its_province(gazetteer: Gazetteer) -> None:
    kinds = {entry.kind: entry for entry in gazetteer.lookup("Kandahar") if entry.country == "AF"}
    assert {"settlement", "admin1"} <= kinds.keys()
    assert kinds["settlement"].admin1 == "Kandahar"
    province = gazetteer.province(kinds["settlement"])
    assert province is not None
    assert province.id == kinds["admin1"].id


def test_a_province_without_a_point_of_its_own_lies_among_its_towns(gazetteer: Gazetteer) -> None:
    province = next(e for e in gazetteer.lookup("Helmand") if e.kind == "admin1")
    town = next(e for e in gazetteer.lookup("Lashkar Gah") if e.kind == "settlement")
    assert province.lat is not None
    assert province.lon is not None
    assert town.lat is not None
    assert town.lon is not None
    assert distance_km((province.lat, province.lon), (town.lat, town.lon)) < 150


def test_demonyms_and_capitals(gazetteer: Gazetteer) -> None:
    assert gazetteer.country_of_demonym("Syrians") == "SY"
    assert gazetteer.country_of_demonym("polish") is None
    capital = gazetteer.capital("AF")
    assert capital is not None
    assert capital.name == "Kabul"
    assert gazetteer.capital("ZZ") is None


def test_every_country_of_the_table_is_found_by_its_name_and_nearly_all_have_a_capital(gazetteer: Gazetteer) -> None:
    rows = tables.country_rows()
    assert len(rows) > 190
    for row in rows:
        assert row.iso in {e.country for e in gazetteer.lookup(row.name) if e.kind == "country"}, row.name
    assert sum(gazetteer.capital(row.iso) is None for row in rows) <= 6


def test_every_place_of_the_table_is_found_by_each_of_its_names(gazetteer: Gazetteer) -> None:
    lost = [name for row in tables.place_rows() for name in (row.name, *row.others) if row.name not in {e.name for e in gazetteer.lookup(name)}]
    assert lost == []


def test_the_north_of_a_country_lies_north_of_its_south(gazetteer: Gazetteer) -> None:
    north, south = gazetteer.part_centre("AF", None, ("northern",)), gazetteer.part_centre("AF", None, ("southern",))
    assert north is not None
    assert south is not None
    assert north[0] > south[0] + 2


def test_a_near_spelling_is_found_only_in_the_country_asked_for(gazetteer: Gazetteer) -> None:
    found = gazetteer.similar("Jalallabad", "AF", least=88)
    assert found is not None
    assert found.name == "Jalalabad"
    assert gazetteer.similar("Jalallabad", "BE", least=88) is None


def test_it_opens_a_file_that_is_there_without_building(gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    gazetteer.lookup("Kabul")
    monkeypatch.setattr(cache, "build_file", lambda _: pytest.fail("built again"))
    assert Gazetteer().lookup("Kabul")


def test_its_file_lies_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTESTED_CACHE", str(tmp_path / "mine"))
    monkeypatch.setattr(cache, "build_file", lambda path: path.write_text("built"))
    path = cache.gazetteer_file()
    assert path.parent == tmp_path / "mine"
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_build_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(path: Path) -> None:
        path.write_text("half")
        raise DataError("places.tsv:1", "broken")

    monkeypatch.setenv("CONTESTED_CACHE", str(tmp_path))
    monkeypatch.setattr(cache, "build_file", fails)
    with pytest.raises(DataError):
        cache.gazetteer_file()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_gives_way_to_the_temporary_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("CONTESTED_CACHE", str(tmp_path / "file"))
    monkeypatch.setattr(built.tempfile, "gettempdir", lambda: str(tmp_path / "temporary"))
    monkeypatch.setattr(cache, "build_file", lambda path: path.write_text("built"))
    assert cache.gazetteer_file().is_relative_to(tmp_path / "temporary")


def test_where_nothing_can_be_written_the_error_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("CONTESTED_CACHE", str(tmp_path / "file"))
    monkeypatch.setattr(built.tempfile, "gettempdir", lambda: str(tmp_path / "file"))
    with pytest.raises(CallError, match="CONTESTED_CACHE"):
        cache.gazetteer_file()


def _build_slowly(folder: str) -> str:
    import os
    import time

    os.environ["CONTESTED_CACHE"] = folder

    def slow(path: Path) -> None:
        path.write_text("half")
        time.sleep(0.3)
        path.write_text("whole")

    cache.build_file = slow  # in the child process only
    return cache.gazetteer_file().read_text()


def test_two_processes_that_build_at_once_both_read_a_whole_file(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(_build_slowly, [str(tmp_path)] * 2, chunksize=1) == ["whole", "whole"]
    assert len(list(tmp_path.iterdir())) == 1
