"""Read every document of a folder with one of salesduty's peers, for its text alone: python texts_of.py PEER FOLDER.

A peer finds no posts and no duties and writes nothing. The characters are counted, so that nobody reads nothing.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path


def _python_docx(path: Path) -> int:
    from docx import Document

    document = Document(str(path))
    paragraphs = sum(len(paragraph.text) for paragraph in document.paragraphs)
    return paragraphs + sum(len(cell.text) for table in document.tables for row in table.rows for cell in row.cells)


def _docx2python(path: Path) -> int:
    from docx2python import docx2python

    with docx2python(path) as content:
        return len(content.text)


def _openpyxl(path: Path) -> int:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    return sum(
        len(str(value)) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if value is not None
    )


def _pandoc(path: Path) -> int:
    return len(subprocess.run(["pandoc", "-t", "plain", str(path)], capture_output=True, check=True).stdout.decode())


def _markitdown() -> Callable[[Path], int]:
    from markitdown import MarkItDown

    converter = MarkItDown()
    return lambda path: len(converter.convert(str(path)).text_content)


def _beautifulsoup(path: Path) -> int:
    from bs4 import BeautifulSoup

    return len(BeautifulSoup(path.read_bytes(), "html.parser").get_text())


PEERS: dict[str, Callable[[], Callable[[Path], int]]] = {
    "docx": lambda: _python_docx,
    "docx2python": lambda: _docx2python,
    "openpyxl": lambda: _openpyxl,
    "pandoc": lambda: _pandoc,
    "markitdown": _markitdown,
    "bs4": lambda: _beautifulsoup,
}

if __name__ == "__main__":
    read = PEERS[sys.argv[1]]()
    print(sum(read(path) for path in sorted(Path(sys.argv[2]).iterdir())))
