"""How many pages are made of a document, and that none of them is (nearly) empty."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from opened import pdf
from opened.workspaces import departments, papers_of
from salesduty.disk.packaged import stationery
from salesduty.renderers.catalogue import RENDERERS
from salesduty.results.paper import Paper

_SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_NEEDS_OFFICE = pytest.mark.skipif(
    _SOFFICE is None or not pdf.CHINESE_FONT, reason="LibreOffice is not installed, or there is no Chinese font"
)


@_NEEDS_OFFICE
def test_somebody_new_gets_one_page(tmp_path: Path) -> None:
    papers = _onboarding()
    assert len(papers) > 40
    assert [
        (paper.folder, paper.name, count) for paper, count in zip(papers, _pages(papers, tmp_path), strict=True) if count != 1
    ] == []


@pytest.mark.skipif(not pdf.CHINESE_FONT, reason=pdf.NO_FONT)
def test_somebody_new_gets_one_page_of_pdf() -> None:
    papers = _onboarding()
    counts = [len(PdfReader(BytesIO(RENDERERS["pdf"](paper, stationery()))).pages) for paper in papers]
    assert [(paper.folder, paper.name, count) for paper, count in zip(papers, counts, strict=True) if count != 1] == []


@_NEEDS_OFFICE
def test_no_page_is_empty(tmp_path: Path) -> None:
    """Where one signs stands with some text, and nothing stands behind it."""
    papers = [
        paper for document in ("agreement", "scorecard") for number in range(6) for paper in papers_of(document, "roles", number)
    ]
    _pages(papers, tmp_path)
    read = {path.stem: [page.extract_text() for page in PdfReader(path).pages] for path in tmp_path.glob("*.pdf")}
    assert len(read) == len(papers)
    # A header, a footer, and three lines of signatures.
    assert [name for name, texts in read.items() if any(len(text.split("\n")) < 6 for text in texts)] == []


def _onboarding() -> list[Paper]:
    return [paper for name, number in departments() if name == "roles" for paper in papers_of("onboarding", name, number)]


def _pages(papers: list[Paper], folder: Path) -> list[int]:
    """The number of pages of each paper, which stands in `folder` as PDF by its number."""
    for number, paper in enumerate(papers):
        (folder / f"{number}.docx").write_bytes(RENDERERS["docx"](paper, stationery()))
    words = [str(_SOFFICE), "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", "pdf"]
    names = [f"{number}.docx" for number in range(len(papers))]
    subprocess.run([*words, *names], cwd=folder, check=True, capture_output=True, timeout=300)
    return [len(PdfReader(folder / f"{number}.pdf").pages) for number in range(len(papers))]
