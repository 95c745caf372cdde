"""Post descriptions as PDF, by salesduty, by Typst alone from the same data, and by LibreOffice from our Word files.

Run `python tests/benchmarks/pdf.py`.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import LIMIT, Command, Missing, measure, table
from measuring import salesduty as command_line
from peers import Peers

import salesduty

HERE = Path(__file__).parent
SOURCE = Path(salesduty.__file__).parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description="Time post descriptions in PDF beside their peers.")
    parser.add_argument("--posts", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds after which a command is ended")
    given = parser.parse_args()
    with TemporaryDirectory(prefix="salesduty-bench-") as temporary:
        folder = Path(temporary)
        _python("generate.py", str(given.posts), str(folder / "roles"), "--departments", "1")
        _python("papers_of.py", str(folder / "roles"), str(folder))
        series = measure(_ways(folder), given.rounds, limit=given.limit)
        print(table(f"setting {given.posts:,} post descriptions as PDF, in seconds without start and reading", series))
        print(table("the whole command", measure(_whole(folder), given.rounds, limit=given.limit)))


def _ways(folder: Path) -> Iterator[Command | Missing]:
    here = Peers(None)
    typst, papers = str(folder / "typst.pickle"), str(folder / "papers.pickle")
    yield here.script("Typst alone", "typst", HERE / "with_typst.py", typst, pythonpath=SOURCE)
    yield here.script("salesduty", "typst", HERE / "with_salesduty_pdf.py", papers, pythonpath=SOURCE)


def _whole(folder: Path) -> Iterator[Command | Missing]:
    roles, out = str(folder / "roles"), folder / "out"
    for form in ("pdf", "docx"):
        arguments = ("render", roles, "--document", "post", "--format", form, "--output", str(out), "--jobs", "1")
        yield Command(f"salesduty render --format {form}", command_line(*arguments))
    office = shutil.which("soffice")
    if office is None:
        yield Missing("LibreOffice, our Word files to PDF", "missing")
        return
    files = sorted(str(path) for path in (folder / "word").iterdir())
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    argv = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", str(out), *files]
    yield Command("LibreOffice, our Word files to PDF", argv)


def _python(script: str, *arguments: str) -> None:
    subprocess.run([sys.executable, str(HERE / script), *arguments], check=True, capture_output=True)


if __name__ == "__main__":
    main()
