"""The rules of the house, checked on the imports themselves."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "contested"
STEPS = ("read", "trace", "annotate", "extract", "merge", "assess", "control", "store")
FACES = ("export", "briefing")
FLOOR = {"records": 1, "errors": 1, "settings": 1, "reference": 2, "language": 2, "pipeline": 4, "assembly": 5, "cli": 6}
FLOOR |= dict.fromkeys((*STEPS, *FACES), 3)
BANNED_NAMES = {"util", "utils", "helper", "helpers", "common", "misc", "base"}
LINES = 400

FILES = sorted(SOURCE.rglob("*.py"))


def _room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    """Every contested module a file imports, wherever in the file and for whatever purpose."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "contested")
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and (node.module or "").split(".")[0] == "contested":
            yield from ([f"contested.{alias.name}" for alias in node.names] if node.module == "contested" else [str(node.module)])
        elif isinstance(node, ast.ImportFrom) and node.level:
            pytest.fail(f"{path}: relative import")


def _rooms_imported(path: Path) -> set[str]:
    return {name.split(".")[1] for name in _imports(path) if "." in name}


ROOMED = [path for path in FILES if _room(path) not in ("__init__", "__main__")]
IDS = [str(path.relative_to(SOURCE)) for path in ROOMED]


@pytest.mark.parametrize("path", ROOMED, ids=IDS)
def test_every_file_stands_in_a_known_room(path: Path) -> None:
    assert _room(path) in FLOOR


@pytest.mark.parametrize("path", ROOMED, ids=IDS)
def test_no_import_runs_up_the_house(path: Path) -> None:
    own = FLOOR[_room(path)]
    upward = {room for room in _rooms_imported(path) if FLOOR[room] > own}
    assert upward == set()


@pytest.mark.parametrize("path", [p for p in ROOMED if _room(p) in STEPS], ids=[i for p, i in zip(ROOMED, IDS, strict=True) if _room(p) in STEPS])
def test_a_step_imports_no_other_step(path: Path) -> None:
    assert _rooms_imported(path) <= {_room(path), "records", "reference", "language", "settings", "errors"}


@pytest.mark.parametrize("path", [p for p in ROOMED if _room(p) in FACES], ids=[i for p, i in zip(ROOMED, IDS, strict=True) if _room(p) in FACES])
def test_a_face_imports_no_step(path: Path) -> None:
    assert _rooms_imported(path) <= {_room(path), "records", "reference", "settings", "errors"}


@pytest.mark.parametrize("path", ROOMED, ids=IDS)
def test_only_the_command_line_calls_assembly(path: Path) -> None:
    assert "assembly" not in _rooms_imported(path) or _room(path) in ("cli", "assembly")


def test_the_pipeline_names_no_concrete_part() -> None:
    """It may import what a step's parts look like, and nothing that makes one."""
    tree = ast.parse((SOURCE / "pipeline.py").read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    concrete = {"trace", "read", "merge", "assess", "control", "open_store", "claim_extractor", "SpacyParser"}
    assert names & concrete == set()


def test_records_import_the_standard_library_alone() -> None:
    outside = set()
    for path in (SOURCE / "records").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            outside |= {module for module in modules if module.split(".")[0] not in _standard() and not module.startswith("contested.records")}
    assert outside == set()


def _standard() -> frozenset[str]:
    import sys

    return frozenset(sys.stdlib_module_names)


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(SOURCE)) for path in FILES])
def test_no_file_is_over_400_lines_or_has_a_name_that_says_nothing(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES
    assert path.stem.strip("_") not in BANNED_NAMES


def test_code_names_no_event_type_in_a_condition() -> None:
    """Event types are data: what holds of some of them stands in the ontology's tables."""
    types = {line.split("\t")[0] for line in (SOURCE / "reference/data/ontology/types.tsv").read_text(encoding="utf-8").splitlines()[1:]}
    named = []
    for path in [p for p in FILES if _room(p) in (*FACES, "extract", "merge", "assess", "control", "store")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare) and "event_type" in ast.dump(node):
                named += [f"{path.name}:{node.lineno}" for part in ast.walk(node) if isinstance(part, ast.Constant) and part.value in types]
    assert named == []
