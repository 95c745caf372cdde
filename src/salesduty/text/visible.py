"""Text of strangers made harmless and visible before it reaches a person."""

from __future__ import annotations

import re

# C0 and C1 controls (tab is left to `visible`), zero-width and bidirectional marks: the first can drive a
# terminal, the others make text look like what it is not (CVE-2021-42574). XML, and so Word, refuses U+FFFE and U+FFFF.
_UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]"
)


def visible(text: str) -> str:
    r"""Return `text` with every control, zero-width and bidirectional character written out, as in `\x1b`."""
    return _UNSEEN.sub(_written_out, text)


def _written_out(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] == "\t":
        return " "
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def one_line(text: str, limit: int = 40) -> str:
    """Return `text` on one line of at most `limit` characters, for quoting in a message."""
    folded = visible(" ".join(text.split()))
    return folded if len(folded) <= limit else folded[: limit - 1] + "…"
