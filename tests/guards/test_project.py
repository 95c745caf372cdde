"""Small promises about the project's own files, each with the fault that it notices."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import salesduty

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src" / "salesduty").rglob("*.py"))
MACHINE_PATH = re.compile(r"(?:^|[^A-Za-z0-9_.<])/(?:home|root|work|Users)/\w", re.MULTILINE)
LONGEST_FUNCTION = 60
LONGEST_FILE = 400


def test_versions_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["version"] == salesduty.__version__
    assert f"## {salesduty.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_dependency_has_a_lower_bound() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = [
        project["project"]["dependencies"],
        *project["project"]["optional-dependencies"].values(),
        project["build-system"]["requires"],
    ]

    assert [name for group in groups for name in group if ">=" not in name] == []


def test_no_file_knows_a_machine() -> None:
    assert {name: found for name in _tracked() if (found := MACHINE_PATH.findall(_text(name)))} == {}


@pytest.mark.parametrize("planted", ["see /home/somebody/x", '"/work/main/src"'])
def test_a_machine_is_noticed(planted: str) -> None:
    assert MACHINE_PATH.search(planted)


def test_rooms_are_small() -> None:
    assert [found for path in SOURCES for found in too_long(path.name, path.read_text(encoding="utf-8"))] == []


def test_a_long_room_is_noticed() -> None:
    body = "\n".join(f"    x = {number}" for number in range(LONGEST_FUNCTION))

    assert too_long("planted.py", f"def planted():\n{body}\n") == ["planted.py: planted"]
    assert too_long("planted.py", "x = 1\n" * (LONGEST_FILE + 1)) == ["planted.py"]


def too_long(name: str, source: str) -> list[str]:
    found = [name] if source.count("\n") > LONGEST_FILE else []
    functions = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef))
    long = (node for node in functions if (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION)
    return [*found, *(f"{name}: {node.name}" for node in long)]


def _tracked() -> list[str]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: there is no list of the files that belong to the project")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [
        name for name in listed.decode().split("\0") if name and (ROOT / name).is_file() and not name.startswith("tests/guards/")
    ]


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8", errors="replace")
