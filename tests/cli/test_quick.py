"""A plain `lint` is answered before Typer is imported, and as the whole command line would answer it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from salesduty.cli.quick import plain_paths

DEPARTMENT = 'department: {name: 销售部, version: "1", effective: 2026-01-01, approved_by: 总经理, prepared_by: 办公室}\n'
FAULT = "post: {name: 代表, reports_to: 总精理, duties: [每周一 9 点前汇总上周订单，报总经理]}\n"
SETTINGS = ("", "fail-on = 'error'\n", "show = 'info'\nlang = 'en'\n", "[severity]\nREF = 'info'\n", "ignor = ['REF']\n")


@pytest.mark.parametrize("settings", SETTINGS)
@pytest.mark.parametrize("paths", [(), ("roles",), ("roles/a.yaml", "roles/b.yaml"), ("nowhere",)])
def test_it_says_what_the_whole_command_line_says(settings: str, paths: tuple[str, ...], run: Callable, write: Callable) -> None:
    write("roles/a.yaml", DEPARTMENT)
    write("roles/b.yaml", FAULT)
    if settings:
        write("salesduty.toml", settings)

    quick, whole = run("lint", *paths), run("lint", *paths, "--no-cache")

    assert (quick.code, quick.out, quick.err) == (whole.code, whole.out, whole.err)


@pytest.mark.parametrize(
    "argv", [["lint", "--fix"], ["lint", "-"], ["lint", "roles", "--lang", "en"], ["check"], [], ["lint", ""]]
)
def test_whatever_else_is_asked_goes_to_the_whole_command_line(argv: list[str]) -> None:
    assert plain_paths(argv) is None


def test_stars_are_expanded_where_no_shell_does(monkeypatch: pytest.MonkeyPatch) -> None:
    assert plain_paths(["lint", "roles/*"]) == ("roles/*",)
    monkeypatch.setattr(sys, "platform", "win32")
    assert plain_paths(["lint", "roles/*"]) is None


def test_typer_is_not_imported(write: Callable, environment: Callable, tmp_path: object) -> None:
    write("roles/a.yaml", DEPARTMENT)
    code = "import sys; from salesduty.cli import main; main(['lint']); print('typer' in sys.modules, 'pydantic' in sys.modules)"
    lines = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=str(tmp_path), env=environment(), capture_output=True, text=True, check=True
        ).stdout.splitlines()[-1]
        for _ in range(2)
    ]
    assert lines == ["False True", "False False"]
