"""Types, style and layers hold, and the tools that say so notice a planted fault."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = {
    "mypy": [sys.executable, "-m", "mypy"],
    "ruff": [sys.executable, "-m", "ruff", "check", "--no-cache", "--quiet", "src", "tests"],
    "ruff-format": [sys.executable, "-m", "ruff", "format", "--no-cache", "--check", "--quiet", "src"],
    "import-linter": [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
        "--no-cache",
    ],
}
FAULTS = {
    "mypy": (
        "src/salesduty/text/planted.py",
        '"""Planted."""\n\n\ndef planted() -> int:\n    """Return text for a number."""\n    return "1"\n',
    ),
    "ruff": (
        "src/salesduty/text/planted.py",
        '"""Planted."""\n\n\ndef planted() -> None:\n    """Print outside the command line."""\n    print("x")\n',
    ),
    "ruff-format": ("src/salesduty/text/planted.py", "x = {  'a':1 }\n"),
    "import-linter": ("src/salesduty/text/planted.py", "import salesduty.model.post\n"),
}


@pytest.mark.parametrize("tool", TOOLS)
def test_the_project_passes(tool: str) -> None:
    ran = _run(tool, ROOT)

    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("tool", TOOLS)
def test_a_planted_fault_is_noticed(tool: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    (tmp_path / "tests").mkdir()
    name, code = FAULTS[tool]
    (tmp_path / name).write_text(code, encoding="utf-8")

    ran = _run(tool, tmp_path)

    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "planted" in ran.stdout + ran.stderr


def _run(tool: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(folder / "src"), "PYTHONIOENCODING": "utf-8", **_inherited()}
    return subprocess.run(
        TOOLS[tool], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False
    )


def _inherited() -> dict[str, str]:
    import os

    return {
        key: value for key, value in os.environ.items() if key in ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP", "USERPROFILE")
    }
