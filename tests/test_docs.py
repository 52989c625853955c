"""What the documents say agrees with the code."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from contested.cli.app import app
from contested.pipeline import STEPS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CLI = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
INDEX = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("corpus/README.md"), *ROOT.glob("quality/README.md")])


def _help(*command: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", CliRunner().invoke(app, [*command, "--help"], terminal_width=200).output)


def test_the_make_commands_of_the_readme_are_targets() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"^make ([a-z]+)", README, re.MULTILINE))
    assert {"demo", "test"} <= named <= targets


@pytest.mark.parametrize("line", sorted(set(re.findall(r"^contested [^\n#]+", README, re.MULTILINE))))
def test_a_command_of_the_readme_exists_with_its_options(line: str) -> None:
    words = line.split()[1:]
    command = words[:2] if words[0] == "show" else words[:1]
    text = _help(*command)
    assert "Usage" in text
    for option in re.findall(r"(?<!\S)--?[a-z][a-z-]*", line):
        assert option in text


def test_every_command_stands_in_the_page_of_the_command_line() -> None:
    for name in re.findall(r"^│?\s*(build|inspect|briefing|demo)\b", _help(), re.MULTILINE):
        assert f"`contested {name}" in CLI
    for name in ("events", "claims", "reports", "lineage", "conflicts", "holdings"):
        assert f"`contested show {name}`" in CLI
        assert name in _help("show")


def test_the_order_of_the_steps_is_told_alike_everywhere() -> None:
    assert ", ".join(STEPS) in README
    named = re.findall(r"\| `src/contested/(\w+)/` \| step (\d)", README)
    assert [name for name, _ in named] == list(STEPS)
    assert [int(number) for _, number in named] == list(range(1, len(STEPS) + 1))


def test_the_map_names_every_room() -> None:
    source = ROOT / "src" / "contested"
    rooms = {path.name for path in source.iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    assert rooms <= set(re.findall(r"src/contested/(\w+)/", README))


def test_the_index_of_the_pages_names_every_folder_of_code() -> None:
    source = ROOT / "src" / "contested"
    folders = {f"{path.parent.relative_to(source)}/" for path in source.rglob("*.py") if path.parent not in (source, source / "store/migrations/versions")}
    assert folders - set(re.findall(r"`([\w/]+/)`", INDEX)) == set()


def test_the_index_names_every_page() -> None:
    pages = {path.name for path in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert pages == set(re.findall(r"\]\((\w+\.md)(?:#\w+)?\)", INDEX))


def test_the_page_of_the_reference_names_every_folder_of_data() -> None:
    folders = {f"{path.name}/" for path in (ROOT / "src/contested/reference/data").iterdir() if path.is_dir()}
    named = re.findall(r"^\| `(\w+/)` \|", (ROOT / "docs" / "reference.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(folders) == sorted(named)


def test_the_page_of_the_export_names_its_functions() -> None:
    from contested.export import inspect_json, show_json

    page = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
    for name in re.findall(r"`(\w+)(?:\([^`]*\))?`", page.partition("## What")[0]):
        assert name == "export" or hasattr(inspect_json, name) or hasattr(show_json, name), name
    assert all(f"`{name}`" in page for name in vars(show_json) if name.endswith("_rows"))


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_python_example_of_the_readme_names_what_the_package_gives() -> None:
    import contested

    assert set(re.findall(r"contested\.(\w+)\(", README)) <= set(contested.__all__)
