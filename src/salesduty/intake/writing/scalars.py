"""Texts as YAML: plain where every reader takes them for this text, in quotes otherwise."""

from __future__ import annotations

import json
import re

from salesduty.source.formatted import needs_no_quotes
from salesduty.text.visible import visible

_LINE = re.compile(r"\S(?:.*\S)?")
_SURROGATE = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """Return `text` with the question mark of Unicode for halves of characters, which no file can hold."""
    return _SURROGATE.sub("\ufffd", text)


def scalar(text: str) -> str:
    """Return `text` on one line of YAML."""
    return text if needs_no_quotes(text) else _quoted(text)


def block(text: str) -> tuple[str, ...]:
    """Return the lines of `text` as they stand below `|-`; none where it has one line, or lines that would not come back."""
    lines = text.split("\n")
    if len(lines) < 2 or not all(_LINE.fullmatch(line) and visible(line) == line for line in lines):
        return ()
    return tuple(lines)


def _quoted(text: str) -> str:
    """In double quotes, which know every character; what cannot be seen is written by its number."""
    return "".join(
        char if visible(char) == char else f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"
        for char in json.dumps(text, ensure_ascii=False)
    )
