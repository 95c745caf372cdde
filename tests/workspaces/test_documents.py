"""What a document promises to show of a department is read in it, in every format that can be read again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from opened import docx, html, md, pdf
from opened.promised import PROMISES, folded
from opened.workspaces import books_of, department, departments, documents, papers_of
from salesduty.disk.packaged import stationery
from salesduty.renderers.catalogue import BOOK_RENDERERS, RENDERERS
from salesduty.results.paper import Paper
from salesduty.views.catalogue import BOOKS, JUDGED_BOOKS

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell

_MARGIN = re.compile(r"^第 \d+ 页|版本 .*生效日期 ")
"""The header and the footer of a page, between which a sentence may go on."""


def _of_pdf(data: bytes) -> str:
    from pypdf import PdfReader

    pages = (page.extract_text().split("\n") for page in PdfReader(BytesIO(data)).pages)
    return "\n".join(line for lines in pages for line in lines if not _MARGIN.search(line))


def _of_xlsx(data: bytes) -> str:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data))
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None)
    return "\n".join(f"{cell.value * 100:.10g}%" if _is_share(cell) else str(cell.value) for cell in cells)


def _is_share(cell: Cell | MergedCell) -> bool:
    return cell.number_format.endswith("%") and isinstance(cell.value, (int, float))


_READ: Mapping[str, Callable[[bytes], str]] = {
    "docx": lambda data: "\n".join(docx.opened(data).lines),
    "html": lambda data: "\n".join(html.opened(data).lines),
    "md": lambda data: "\n".join(md.opened(data).lines),
    "pdf": _of_pdf,
}
_QUICK = [name for name in RENDERERS if name != "pdf"]


def test_every_document_promises_something_and_every_format_can_be_read() -> None:
    assert set(documents()) | {*BOOKS, *JUDGED_BOOKS} <= PROMISES.keys()
    assert RENDERERS.keys() <= _READ.keys()


@pytest.mark.parametrize("document", documents())
@pytest.mark.parametrize(("name", "number"), departments())
def test_what_is_promised_is_read(name: str, number: int, document: str) -> None:
    papers = papers_of(document, name, number)
    for each in _QUICK:
        assert (each, list(_missing(papers, each, _promised(document, name, number)))) == (each, [])


@pytest.mark.skipif(not pdf.CHINESE_FONT, reason=pdf.NO_FONT)
@pytest.mark.parametrize("document", documents())
@pytest.mark.parametrize("number", range(2))
def test_what_is_promised_is_read_in_pdf(number: int, document: str) -> None:
    """Of two departments the first two papers, for it takes time."""
    papers = papers_of(document, "roles", number)[:2]
    posts = {paper.post for paper in papers}
    promised = [(post, words) for post, words in _promised(document, "roles", number) if post in posts]
    assert list(_missing(papers, "pdf", promised)) == []


@pytest.mark.parametrize("document", [*BOOKS, *JUDGED_BOOKS])
@pytest.mark.parametrize(("name", "number"), departments())
def test_what_is_promised_is_read_in_excel(name: str, number: int, document: str) -> None:
    read = folded("\n".join(_of_xlsx(BOOK_RENDERERS["xlsx"](book, stationery())) for book in books_of(document, name, number)))
    assert [words for _, words in _promised(document, name, number) if folded(words) not in read] == []


def test_a_promise_that_is_not_kept_is_found() -> None:
    papers = papers_of("agreement", "roles", 1)
    assert list(_missing(papers, "md", [(papers[0].post, "查无此句"), (papers[0].post, "甲方"), ("", "一式三份")])) == [
        f"{papers[0].post}: 查无此句",
        ": 一式三份",
    ]


def _promised(document: str, name: str, number: int) -> list[tuple[str, str]]:
    return list(PROMISES[document](department(name, number)))


def _missing(papers: tuple[Paper, ...], format: str, promised: list[tuple[str, str]]) -> Iterator[str]:
    """Yield what is not read in the papers about its post, or in any paper where it belongs to no post."""
    read: dict[str, str] = {"": ""}
    for paper in papers:
        text = folded(_READ[format](RENDERERS[format](paper, stationery())))
        read[paper.post] = read.get(paper.post, "") + text
        read[""] += text if paper.post else ""
    yield from (
        f"{post}: {words}"
        for post, words in dict.fromkeys(promised)
        if not _is_read(folded(words), read.get(post, ""), cut=format == "pdf")
    )


def _is_read(words: str, text: str, *, cut: bool) -> bool:
    """Return whether `words` stand in `text`; in pages, the end of a page may `cut` them within the row of a table."""
    return words in text or (cut and any(words[:at] in text and words[at:] in text for at in range(2, len(words) - 1)))
