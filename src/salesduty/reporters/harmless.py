"""Words of strangers, made fit for a terminal and for the log of a build server."""

from __future__ import annotations

import codecs
import re

from salesduty.text.visible import visible

# Build servers obey `##[command]` (GitHub), `##vso[…]` (Azure) and `##teamcity[…]` wherever they stand in a line, and
# `::command::` (GitHub) at the start of one, blanks aside.
COMMAND = re.compile(r"##(?=\w*\[)")
_AT_START = re.compile(r"^(\s*):(?=:)")


def harmless(text: str, encoding: str = "utf-8") -> str:
    r"""Return `text` with everything that would drive a terminal or a build server, or that `encoding` lacks, written out.

    A control or bidirectional character comes out as `\x1b` or `\u202e`, a tab as one space.
    """
    return _encodable(COMMAND.sub(r"#\\x23", visible(text)), encoding)


def spelt(text: str, encoding: str = "utf-8") -> list[str]:
    """Return how `harmless` shows each character of `text`."""
    if harmless(text, encoding) == text:
        return list(text)
    shown = [_encodable(visible(char), encoding) for char in text]
    for command in COMMAND.finditer(text):
        shown[command.end() - 1] = r"\x23"
    return shown


def harmless_line(line: str) -> str:
    """Return a finished line that no build server takes for a command."""
    return _AT_START.sub(r"\1\\x3a", line)


def is_utf8(encoding: str) -> bool:
    """Return whether `encoding` is some spelling of UTF-8."""
    try:
        return codecs.lookup(encoding).name == "utf-8"
    except LookupError:
        return False


def _encodable(text: str, encoding: str) -> str:
    if text.isascii() or is_utf8(encoding):
        return text
    try:
        return text.encode(encoding, "backslashreplace").decode(encoding)
    except LookupError:
        return text.encode("ascii", "backslashreplace").decode("ascii")
