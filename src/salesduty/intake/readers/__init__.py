"""Readers: bytes of one format → a manuscript. A new format is one file here and one line in READERS."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from salesduty.intake.manuscript import Manuscript
from salesduty.intake.readers import delimited, html, markdown, pdf, plain, sheets, taken, word

Reader = Callable[[bytes], Manuscript]

READERS: Mapping[str, Reader] = {
    "txt": plain.read,
    "html": html.read,
    "md": markdown.read,
    "csv": delimited.read,
    "pdf": pdf.read,
    "taken": taken.read,
    "xlsx": sheets.read,
    "docx": word.read,
    "flat": word.read_flat,
}
