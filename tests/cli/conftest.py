from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

import salesduty
from salesduty.cli import main

# What steers the program from outside; a test sets what it is about.
STEERING = (
    "LC_",
    "LANG",
    "COLUMNS",
    "LINES",
    "NO_COLOR",
    "FORCE_COLOR",
    "TERM",
    "SALESDUTY_LANG",
    "PYTHONIOENCODING",
    "PYTHONUTF8",
    "PYTHONUNBUFFERED",
)


@dataclass(frozen=True)
class Ran:
    """What came of a run of the program."""

    code: int
    out: str
    err: str


@pytest.fixture
def environment() -> Callable[..., dict[str, str]]:
    """The environment of this process without what steers the program, and with what is given."""

    def made(**given: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(STEERING)}
        source = str(Path(salesduty.__file__).parents[1])
        return {**kept, "PYTHONPATH": source, "PYTHONIOENCODING": "utf-8", **given}

    return made


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run the program within this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith(STEERING):
            monkeypatch.delenv(name)

    def ran(*args: str) -> Ran:
        code = main(list(args))
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return ran


@pytest.fixture
def start(environment: Callable[..., dict[str, str]], tmp_path: Path) -> Callable[..., Ran]:
    """Run the program as a process of its own, in an empty folder; bytes come back as text of `encoding`."""

    def started(*args: str, env: Mapping[str, str] | None = None, encoding: str = "utf-8") -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "salesduty", *args],
            cwd=tmp_path,
            env=environment(**(env or {})),
            capture_output=True,
            check=False,
            timeout=60,
        )
        return Ran(done.returncode, _text(done.stdout, encoding), _text(done.stderr, encoding))

    return started


def _text(data: bytes, encoding: str) -> str:
    return data.decode(encoding).replace("\r\n", "\n")


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a file below the folder that the program runs in."""

    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    return written
