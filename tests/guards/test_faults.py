"""More planted faults, one for each promise that a single tool holds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LAYERS = {
    "a layer above": ("text/planted.py", "import salesduty.source.node\nimport salesduty.results.place\n", "Data flows one way"),
    "a neighbour": ("views/planted.py", "import salesduty.rules.rule\n", "Data flows one way"),
    "a package in no layer": ("planted/__init__.py", "", "Data flows one way"),
    "a renderer that sees the model": (
        "renderers/planted.py",
        "import salesduty.model.post\n",
        "Reporters and renderers see results only",
    ),
    "a view that sees the disk": ("views/planted.py", "import os\n", "everything is pure"),
    "a rule that prints in colour": ("rules/planted.py", "import rich\n", "everything is pure"),
}
STYLE = {
    "a function without a docstring": ('"""Planted."""\n\n\ndef planted() -> None:\n    pass\n', "D103"),
    "a class without a docstring": ('"""Planted."""\n\n\nclass Planted:\n    x = 1\n', "D101"),
    "a method without a docstring": (
        '"""Planted."""\n\n\nclass Planted:\n    """P."""\n\n    def planted(self) -> int:\n        return 1\n',
        "D102",
    ),
    "a file without a docstring": ("X = 1\n", "D100"),
    "an exception of any kind": ('"""P."""\n\ntry:\n    X = 1\nexcept Exception:\n    X = 2\n', "BLE001"),
    "an open that is no path": ('"""P."""\n\nX = open("x").read()  # noqa: SIM115\n', "PTH123"),
    "code that was left behind": ('"""P."""\n\n# x = compute(1)\n', "ERA001"),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the sources to plant faults in."""
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    return tmp_path


def run(folder: Path, *command: str) -> tuple[int, str]:
    environ = {**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, env=environ, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("fault", LAYERS)
def test_the_layers_hold(copy: Path, fault: str) -> None:
    name, code, contract = LAYERS[fault]
    planted = copy / "src" / "salesduty" / name
    planted.parent.mkdir(exist_ok=True)
    planted.write_text(f'"""Planted."""\n\n{code}', encoding="utf-8")
    exit_code, said = run(copy, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache")
    broken = [line for line in said.splitlines() if line.endswith("BROKEN")]
    assert (exit_code, len(broken)) == (1, 1), said
    assert contract in broken[0]
    assert "planted" in said


@pytest.mark.parametrize("fault", STYLE)
def test_the_style_holds(copy: Path, fault: str) -> None:
    code, rule = STYLE[fault]
    (copy / "src" / "salesduty" / "text" / "planted.py").write_text(code, encoding="utf-8")
    exit_code, said = run(copy, "-m", "ruff", "check", "--no-cache", "--output-format", "concise", "src/salesduty/text")
    assert exit_code == 1, said
    assert f"{rule} " in said
