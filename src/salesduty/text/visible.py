"""Text of strangers made harmless and visible before it reaches a person."""

from __future__ import annotations

import re

# C0 and C1 controls (tab is left to `visible`), what takes no room, and bidirectional marks: the first can drive a
# terminal, the others make text look like what it is not (CVE-2021-42574; Unicode's default ignorable characters).
# HTML forbids what Unicode says is no character.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)


def visible(text: str) -> str:
    r"""Return `text` with every control, zero-width and bidirectional character written out, as in `\x1b`."""
    return _UNSEEN.sub(_written_out, text)


def _written_out(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] == "\t":
        return " "
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def one_line(text: str, limit: int = 40) -> str:
    """Return `text` on one line of at most `limit` characters, for quoting in a message."""
    folded = visible(" ".join(text.split()))
    return folded if len(folded) <= limit else folded[: limit - 1] + "…"
