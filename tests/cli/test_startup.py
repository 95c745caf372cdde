"""What a start pays for."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HEAVY = (
    "pydantic",
    "pydantic_core",
    "jinja2",
    "rich",
    "yaml",
    "salesduty.model",
    "salesduty.rules",
    "salesduty.toolkit.lint",
    "salesduty.toolkit.importing",
    "salesduty.intake",
    "hashlib",
)


def loaded(environment: Callable, folder: Path, *args: str) -> set[str]:
    """The modules that are there when the program has done `args`."""
    code = f"import sys; from salesduty.cli import main; main({list(args)!r}); sys.stderr.write(chr(10).join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment(), capture_output=True, check=True, text=True, encoding="utf-8"
    )
    return set(done.stderr.split("\n"))


@pytest.fixture(scope="module")
def bare() -> set[str]:
    """What this Python loads to do nothing, measuring tools of the tests included."""
    done = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, check=True, text=True, encoding="utf-8"
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_loads_nothing_that_is_heavy(environment: Callable, tmp_path: Path, bare: set[str], option: str) -> None:
    extra = loaded(environment, tmp_path, option) - bare

    assert extra.isdisjoint({*HEAVY, "typer", "inspect", "dataclasses", "pathlib", "salesduty.cli.run"})


@pytest.mark.parametrize(
    "args",
    [["--help"], ["lint", "--help"], ["render", "-h", "--lang", "en"], ["import", "--help"], ["lnt"], ["lint", "--format", "x"]],
)
def test_the_help_and_wrong_uses_load_no_more_than_typer(
    environment: Callable, tmp_path: Path, bare: set[str], args: list[str]
) -> None:
    extra = loaded(environment, tmp_path, *args) - bare

    assert "typer" in extra
    assert extra.isdisjoint(HEAVY)


def test_a_lint_into_a_pipe_loads_no_rich_and_nothing_to_render_with(
    environment: Callable, write: Callable, tmp_path: Path
) -> None:
    write("roles/x.yaml", "a: [\n")
    extra = loaded(environment, tmp_path, "lint")

    assert "yaml" in extra
    assert extra.isdisjoint({"rich", "jinja2", "salesduty.intake"})


def test_the_guard_would_notice(environment: Callable, tmp_path: Path) -> None:
    code = "import sys, rich, salesduty.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, check=True, text=True)

    assert not set(done.stdout.split()).isdisjoint(HEAVY)
