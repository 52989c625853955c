"""Files that are built at first use: once, whole, and where the machine lets us write."""

import tempfile
from pathlib import Path

import pytest

from contested.errors import CallError
from contested.reference.built import built_file


class Builder:
    """Writes `content` and counts how often it was asked to."""

    def __init__(self, content: str = "whole") -> None:
        self.content = content
        self.asked = 0

    def __call__(self, path: Path) -> None:
        self.asked += 1
        path.write_text(self.content, encoding="utf-8")


@pytest.fixture
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The cache folder, not yet there; the system's temporary folder is another."""
    monkeypatch.setenv("CONTESTED_CACHE", str(tmp_path / "deep" / "cache"))
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return tmp_path / "deep" / "cache"


def _barred(path: Path) -> None:
    """No folder can be made here, whoever asks: a file stands in its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("in the way", encoding="utf-8")


def _left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_built_once_and_then_found(cache: Path) -> None:
    build = Builder()
    first = built_file("words-1.bin", build, what="the words")
    again = built_file("words-1.bin", Builder("other"), what="the words")
    assert first == again == cache / "words-1.bin"
    assert first.read_text(encoding="utf-8") == "whole"
    assert build.asked == 1


def test_another_name_is_another_file(cache: Path) -> None:
    built_file("words-1.bin", Builder("one"), what="the words")
    built_file("words-2.bin", Builder("two"), what="the words")
    assert _left(cache) == ["words-1.bin", "words-2.bin"]


def test_a_build_that_fails_leaves_nothing_behind_and_may_be_tried_again(cache: Path) -> None:
    def fails_half_way(path: Path) -> None:
        path.write_text("half", encoding="utf-8")
        raise CallError("other weights")

    with pytest.raises(CallError, match="other weights"):
        built_file("words-1.bin", fails_half_way, what="the words")
    assert _left(cache) == []
    assert built_file("words-1.bin", Builder(), what="the words").read_text(encoding="utf-8") == "whole"


def test_the_file_has_its_name_only_when_it_is_whole(cache: Path) -> None:
    def looks(path: Path) -> None:
        path.write_text("half", encoding="utf-8")
        assert not (cache / "words-1.bin").exists()
        assert path.parent == cache
        path.write_text("whole", encoding="utf-8")

    built_file("words-1.bin", looks, what="the words")
    assert _left(cache) == ["words-1.bin"]


def test_of_two_that_build_at_once_both_end_with_a_whole_file(cache: Path) -> None:
    def meanwhile(path: Path) -> None:
        built_file("words-1.bin", Builder("theirs"), what="the words")
        path.write_text("ours", encoding="utf-8")

    assert built_file("words-1.bin", meanwhile, what="the words").read_text(encoding="utf-8") == "ours"
    assert _left(cache) == ["words-1.bin"]


def test_where_the_cache_cannot_be_written_the_temporary_folder_serves(cache: Path) -> None:
    _barred(cache)
    build = Builder()
    first = built_file("words-1.bin", build, what="the words")
    assert first.parent.parent == Path(tempfile.gettempdir())
    assert built_file("words-1.bin", build, what="the words") == first
    assert build.asked == 1


def test_what_lies_in_the_temporary_folder_is_found_before_it_is_built_anew(cache: Path) -> None:
    _barred(cache)
    first = built_file("words-1.bin", Builder(), what="the words")
    cache.unlink()
    assert built_file("words-1.bin", Builder("other"), what="the words") == first


def test_where_nothing_can_be_written_the_call_fails_and_says_what_to_do(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _barred(cache)
    monkeypatch.setattr(tempfile, "tempdir", str(cache / "nowhere"))
    build = Builder()
    with pytest.raises(CallError) as failed:
        built_file("words-1.bin", build, what="the words")
    assert str(failed.value).startswith("the words cannot be built")
    assert str(cache) in str(failed.value)
    assert "CONTESTED_CACHE" in str(failed.value)
    assert build.asked == 0


def test_without_a_folder_of_ours_the_cache_of_the_desktop_or_the_home_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CONTESTED_CACHE", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "desktop"))
    assert built_file("words-1.bin", Builder(), what="the words") == tmp_path / "desktop" / "contested" / "words-1.bin"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    assert built_file("words-2.bin", Builder(), what="the words") == tmp_path / "home" / ".cache" / "contested" / "words-2.bin"
