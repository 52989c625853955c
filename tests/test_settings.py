from pathlib import Path

import pytest
from pydantic import ValidationError

from contested.errors import CallError, SettingsError
from contested.settings import Settings, load_settings


def _load(folder: Path, words: str) -> Settings:
    path = folder / "settings.toml"
    path.write_text(words, encoding="utf-8")
    return load_settings(path)


def test_without_a_file_the_defaults_hold() -> None:
    assert load_settings(None) == Settings()


def test_a_file_changes_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    chosen = _load(tmp_path, '[merge]\nnear_km = 3\n\n[read]\ndefault_outlet = "Norvale Courier"\n')
    assert chosen.merge.near_km == 3
    assert chosen.read.default_outlet == "Norvale Courier"
    assert (chosen.merge.same, chosen.trace, chosen.read.max_characters) == (Settings().merge.same, Settings().trace, Settings().read.max_characters)


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ('[merge]\nnear_km = "ten"', "merge.near_km"),
        ("[merge]\nnear_km = 0", "merge.near_km"),
        ("[merge]\nsame = 1.5", "merge.same"),
        ("[merge]\nfar_km = 1", "merge.far_km"),
        ("[trace]\nwindow_days = -1", "trace.window_days"),
        ("[read]\nmax_characters = 0", "read.max_characters"),
        ("[language]\nbatch = 1.5", "language.batch"),
        ("merge = 3", "merge"),
        ("colour = 1", "colour"),
    ],
)
def test_a_wrong_setting_names_its_path(tmp_path: Path, words: str, path: str) -> None:
    with pytest.raises(SettingsError) as error:
        _load(tmp_path, words)
    assert error.value.path == path
    assert str(error.value).startswith(f"{path}: ")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("raw", [b"[merge", b"\xff\xfe[merge]", b"a = 1\na = 2"])
def test_what_is_no_toml_is_named(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(raw)
    with pytest.raises(CallError, match=r"settings\.toml: cannot be read as TOML"):
        load_settings(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as error:
        load_settings(tmp_path / "gone.toml")
    assert error.value.path == str(tmp_path / "gone.toml")


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        Settings().merge.same = 0.1  # type: ignore[misc]
