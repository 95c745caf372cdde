"""How many pages LibreOffice makes of a document. It is skipped where LibreOffice is not installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from opened.workspaces import departments, papers_of
from salesduty.disk.packaged import stationery
from salesduty.renderers.catalogue import RENDERERS
from salesduty.results.paper import Paper

_SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(_SOFFICE is None, reason="LibreOffice is not installed")


def test_somebody_new_gets_one_page(tmp_path: Path) -> None:
    papers = [paper for name, number in departments() if name == "roles" for paper in papers_of("onboarding", name, number)]
    assert len(papers) > 40
    assert [
        (paper.folder, paper.name, count) for paper, count in zip(papers, _pages(papers, tmp_path), strict=True) if count != 1
    ] == []


def test_no_page_is_empty(tmp_path: Path) -> None:
    """A table at the very end of a page would push what must follow it to a page of its own."""
    papers = [paper for document in ("agreement", "scorecard") for paper in papers_of(document, "roles", 1)]
    _pages(papers, tmp_path)
    read = {path.stem: [page.extract_text() for page in PdfReader(path).pages] for path in tmp_path.glob("*.pdf")}
    assert len(read) == len(papers)
    # A header and a footer are two lines.
    assert [name for name, texts in read.items() if any(len(text.split("\n")) < 4 for text in texts)] == []


def _pages(papers: list[Paper], folder: Path) -> list[int]:
    """The number of pages of each paper, which stands in `folder` as PDF by its number."""
    for number, paper in enumerate(papers):
        (folder / f"{number}.docx").write_bytes(RENDERERS["docx"](paper, stationery()))
    words = [str(_SOFFICE), "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", "pdf"]
    names = [f"{number}.docx" for number in range(len(papers))]
    subprocess.run([*words, *names], cwd=folder, check=True, capture_output=True, timeout=300)
    return [len(PdfReader(folder / f"{number}.pdf").pages) for number in range(len(papers))]
