"""A Word handbook of one department, set from the same paper in several ways. Run `python tests/benchmarks/handbook.py`."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from measuring import LIMIT, Command, Missing, measure, table
from measuring import salesduty as command_line
from peers import Peers, peers

import salesduty

HERE = Path(__file__).parent
SOURCE = Path(salesduty.__file__).parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description="Time a handbook in Word beside its peers.")
    parser.add_argument("--posts", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds after which a command is ended")
    parser.add_argument("--peers", type=Path, help="folder of the peers' environment, made if it is not there")
    parser.add_argument("--no-install", action="store_true", help="take only the peers that are there")
    given = parser.parse_args()
    with peers(given.peers, install=not given.no_install) as found, TemporaryDirectory(prefix="salesduty-bench-") as temporary:
        folder = Path(temporary)
        # In processes of their own: a child's peak memory starts at that of the process that started it.
        _python("generate.py", str(given.posts), str(folder / "roles"), "--departments", "1")
        _python("paper_of.py", str(folder / "roles"), str(folder / "paper.pickle"), str(folder / "ours.docx"))
        series = measure(_ways(found, folder), given.rounds, limit=given.limit)
        print(table(f"setting a handbook of {given.posts:,} posts in Word, in seconds without start and reading", series))
        print(_sameness(folder))
        print(table("the whole command", measure(_whole(folder), given.rounds, limit=given.limit)))


def _ways(found: Peers, folder: Path) -> Iterator[Command | Missing]:
    for name, script, package in (
        ("f-strings", "with_fstrings", "sys"),
        ("salesduty (Jinja straight to XML)", "with_salesduty", "salesduty"),
        ("docxtpl", "with_docxtpl", "docxtpl"),
        ("python-docx", "with_python_docx", "docx"),
    ):
        arguments = (str(folder / "paper.pickle"), str(folder / "ours.docx"), str(folder / f"{script}.docx"))
        yield found.script(name, package, HERE / f"{script}.py", *arguments, pythonpath=SOURCE)


def _whole(folder: Path) -> Iterator[Command]:
    roles, out = str(folder / "roles"), str(folder / "out")
    yield Command("salesduty lint", command_line("lint", roles), accepted=(0, 1))
    # A page in HTML tells of the findings too, which is measured by overlaps.py.
    for form in ("docx", "md"):
        yield Command(f"salesduty render --format {form}", command_line("render", roles, "--format", form, "--output", out))


def _sameness(folder: Path) -> str:
    """Say whether the f-strings made the same document: otherwise they are no floor any more."""
    files = (folder / "with_fstrings.docx", folder / "with_salesduty.docx")
    if not all(path.exists() for path in files):
        return ""
    floor, ours = (ZipFile(path).read("word/document.xml") for path in files)
    if floor == ours:
        return f"  The f-strings and salesduty made the same document.xml, {len(ours):,} bytes.\n"
    sizes = f"{len(floor):,} bytes instead of {len(ours):,}"
    return f"  The f-strings made another document.xml, {sizes}: bring with_fstrings.py up to date.\n"


def _python(script: str, *arguments: str) -> None:
    subprocess.run([sys.executable, str(HERE / script), *arguments], check=True, capture_output=True)


if __name__ == "__main__":
    main()
