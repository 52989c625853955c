from pathlib import Path

from conftest import Call


def test_a_briefing_is_one_page(call: Call, built: Path, tmp_path: Path) -> None:
    done = call("briefing", "--store", built, "-o", tmp_path / "page.html")
    assert (done.status, done.out) == (0, "")
    assert "Qalat" in (tmp_path / "page.html").read_text()


def test_a_page_that_cannot_be_written_ends_with_2_in_one_line(call: Call, built: Path, tmp_path: Path) -> None:
    into_folder = call("briefing", "--store", built, "-o", tmp_path)
    nowhere = call("briefing", "--store", built, "-o", tmp_path / "[/no]" / "page.html")
    assert (into_folder.status, into_folder.err) == (2, f"contested: {tmp_path}: cannot be written (is a directory)\n")
    assert (nowhere.status, nowhere.err) == (2, f"contested: {tmp_path}/[/no]/page.html: cannot be written (no such file or directory)\n")


def test_the_demo_ends_in_a_page(call: Call, tmp_path: Path) -> None:
    done = call("demo", "-o", tmp_path / "page.html")
    assert done.status == 0
    assert (tmp_path / "page.html").stat().st_size > 10_000


def test_the_demo_does_no_work_for_a_page_that_cannot_be_written(call: Call, tmp_path: Path) -> None:
    done = call("demo", "-o", tmp_path / "gone" / "page.html")
    assert (done.status, done.out) == (2, "")
    assert done.err.endswith(f"(the folder {tmp_path}/gone does not exist)\n")
