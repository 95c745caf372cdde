"""Import of many documents at once, beside peers that only take out the text. Run `python tests/benchmarks/imports.py`."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from documents import FORMATS
from measuring import LIMIT, Command, Missing, Series, measure, table
from measuring import salesduty as command_line
from peers import Peers, peers

import salesduty

HERE = Path(__file__).parent
SOURCE = Path(salesduty.__file__).parent.parent
READERS = {
    "txt": {},
    "docx": {"python-docx, text alone": "docx", "docx2python, text alone": "docx2python"},
    "html": {"BeautifulSoup, text alone": "bs4"},
    "xlsx": {"openpyxl, cells alone": "openpyxl"},
}
_FEW = 100


def main() -> None:
    parser = argparse.ArgumentParser(description="Time the import of documents beside their peers.")
    parser.add_argument("--documents", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--formats", nargs="+", choices=FORMATS, default=[*FORMATS])
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds after which a command is ended")
    parser.add_argument("--peers", type=Path, help="folder of the peers' environment, made if it is not there")
    parser.add_argument("--no-install", action="store_true", help="take only the peers that are there")
    given = parser.parse_args()
    with peers(given.peers, install=not given.no_install) as found:
        for form in given.formats:
            with TemporaryDirectory(prefix="salesduty-bench-") as temporary:
                folder = Path(temporary)
                # In a process of its own: a child's peak memory starts at that of the process that started it.
                for name, number in (("many", given.documents), ("few", min(_FEW, given.documents))):
                    _python("documents.py", form, str(number), str(folder / name))
                (folder / "out").mkdir()
                series = measure(_ways(found, folder, form), given.rounds, limit=given.limit)
                few = measure(_ours(folder, "few"), 1, limit=given.limit)
                print(table(f"{given.documents:,} documents of 20 kB, {form}", series))
                print(_rate(series, given.documents), _memory(few, series, min(_FEW, given.documents), given.documents), sep="\n")


def _ours(folder: Path, name: str) -> Iterator[Command]:
    into = [sys.executable, str(HERE / "import_into.py"), str(folder / "out"), str(folder / name)]
    yield Command("salesduty import --to", [*into, *_jobs(1)], accepted=(0, 1))
    if _jobs(2):
        yield Command("the same, two processes", [*into, *_jobs(2)], accepted=(0, 1))


def _ways(found: Peers, folder: Path, form: str) -> Iterator[Command | Missing]:
    yield from _ours(folder, "many")
    readers = {**READERS[form], "markitdown, to Markdown": "markitdown"}
    for name, package in readers.items():
        command = found.script(name, package, HERE / "texts_of.py", package, str(folder / "many"), pythonpath=SOURCE)
        yield replace(command, inside=False) if isinstance(command, Command) else command
    if form in ("docx", "html"):
        argv = [sys.executable, str(HERE / "texts_of.py"), "pandoc", str(folder / "many")]
        name = "pandoc, to plain text, a process a document"
        yield Command(name, argv) if shutil.which("pandoc") else Missing(name, "missing")


def _jobs(number: int) -> list[str]:
    """Return the option that asks for so many processes, or nothing where the command has none."""
    said = subprocess.run(command_line("import", "--help"), capture_output=True, text=True, encoding="utf-8", check=False).stdout
    return ["--jobs", str(number)] if "--jobs" in said else []


def _rate(series: Sequence[Series], documents: int) -> str:
    rows = [(each.command.name, median(sample.wall for sample in each.samples.values())) for each in series if each.samples]
    return "\n".join(f"  {documents / wall:8,.0f} documents a second: {name}" for name, wall in rows)


def _memory(few: Sequence[Series], many: Sequence[Series], small: int, large: int) -> str:
    lines = []
    for one, other in zip(few, many, strict=False):
        peaks = [max((sample.peak or 0 for sample in each.samples.values()), default=0) / 1e6 for each in (one, other)]
        if all(peaks):
            lines.append(
                f"  peak memory {peaks[0]:.0f} MB with {small:,} documents, {peaks[1]:.0f} MB with {large:,}: {one.command.name}"
            )
    return "\n".join([*lines, ""])


def _python(script: str, *arguments: str) -> None:
    subprocess.run([sys.executable, str(HERE / script), *arguments], check=True, capture_output=True)


if __name__ == "__main__":
    main()
