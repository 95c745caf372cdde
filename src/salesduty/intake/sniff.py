"""What format a file is in: by what it begins with and how it is written, whatever its name says."""

from __future__ import annotations

import re

from salesduty.intake.containers import container
from salesduty.intake.encoding import decode
from salesduty.intake.manuscript import Unreadable
from salesduty.intake.markup.literals import are_data
from salesduty.intake.markup.tokens import has_markup
from salesduty.intake.readers import delimited, markdown, taken

_PDF = re.compile(rb"%PDF-\d")
_HEAD = 1024
"""A PDF may have so many bytes before its mark, by its standard."""
_SAMPLE = 200_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_FEW_CONTROLS, _LEAST_TO_EACH = 50, 20
"""Bytes with more control characters, and fewer characters than these to each, are no text."""
_PAGE = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


def sniff(data: bytes, name: str) -> str:
    """Return the key in `READERS` for the bytes `data` of a file called `name`. Raises Unreadable."""
    if data.startswith(taken.SIGN):
        return "taken"
    if kind := container(data):
        return kind
    if _PDF.search(data[:_HEAD]):
        return "pdf"
    text = decode(data[:_SAMPLE])[0]
    controls = len(_CONTROL.findall(text))
    if controls > _FEW_CONTROLS and controls * _LEAST_TO_EACH > len(text):
        raise Unreadable("unknown-format")
    return _of_text(text, name.lower())


def _of_text(text: str, name: str) -> str:
    """A name decides only between ways to write that a text could be in."""
    if _PAGE.match(text):
        return "html"
    if are_data(text):
        return "txt"
    if delimited.looks_like(text, sure=name.endswith((".csv", ".tsv"))):
        return "csv"
    if markdown.looks_like(text) or (name.endswith((".md", ".markdown")) and not _mostly_markup(text)):
        return "md"
    return "html" if has_markup(text) else "txt"


def _mostly_markup(text: str) -> bool:
    return has_markup(text) and not re.search(r"^(?:#{1,6} |[-*+] |\d+\. |\|)", text, re.MULTILINE)
