"""Other people's programs to compare with: found on the PATH, or installed from PyPI into an environment of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import Command, Missing

PACKAGES = (
    "yamllint",
    "check-jsonschema",
    "ryl",
    "docxtpl",
    "python-docx",
    "rapidfuzz",
    "numpy",
    "scikit-learn",
    "docx2python",
    "openpyxl",
    "beautifulsoup4",
    "markitdown[docx,xlsx]",
)
_PATIENCE = 300


class Peers:
    """The programs and packages of one environment; one that could not be installed is missing, not an error."""

    def __init__(self, folder: Path | None) -> None:
        self._bin = folder / ("Scripts" if os.name == "nt" else "bin") if folder is not None else None

    def program(self, name: str, program: str, *arguments: str, accepted: tuple[int, ...] = (0, 1)) -> Command | Missing:
        """Return a command that runs `program`, called `name` in the table."""
        found = shutil.which(program) or (shutil.which(program, path=str(self._bin)) if self._bin else None)
        return Command(name, [found, *arguments], accepted=accepted) if found else Missing(name, "missing")

    def script(self, name: str, package: str, path: Path, *arguments: str, pythonpath: Path) -> Command | Missing:
        """Return a command that runs our script at `path`, which imports `package`, with the Python that has it."""
        for python in (sys.executable, shutil.which("python", path=str(self._bin)) if self._bin else None):
            if python and not subprocess.run([python, "-c", f"import {package}"], check=False, capture_output=True).returncode:
                return Command(name, [python, str(path), *arguments], {"PYTHONPATH": str(pythonpath)}, inside=True)
        return Missing(name, "missing")


@contextmanager
def peers(folder: Path | None, *, install: bool) -> Iterator[Peers]:
    """Yield the peers in `folder`, installed there if it does not exist yet; by default in a temporary folder."""
    if not install:
        yield Peers(folder)
        return
    with TemporaryDirectory(prefix="salesduty-peers-") as temporary:
        target = folder or Path(temporary, "peers")
        if not target.exists():
            _install(target)
        yield Peers(target)


def _install(folder: Path) -> None:
    """Install each peer on its own, so that one that cannot be had does not take the others with it."""
    try:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, timeout=_PATIENCE, capture_output=True)
    except (OSError, subprocess.SubprocessError) as error:
        print(f"no environment for the peers: {error}", file=sys.stderr)
        return
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    for package in PACKAGES:
        try:
            command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package]
            subprocess.run(command, check=True, timeout=_PATIENCE, capture_output=True)
        except (OSError, subprocess.SubprocessError) as error:
            print(f"{package} could not be installed: {error}", file=sys.stderr)
