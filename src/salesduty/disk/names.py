"""File names that every system can store and that stay where they belong."""

from __future__ import annotations

import re

from salesduty.text.visible import visible

# Windows refuses these characters, and these names with any ending.
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)")
_MOST_BYTES = 180


def safe_name(text: str) -> str:
    """Return `text` as one legal file or folder name without an ending; never empty, never `.` or `..`."""
    name = _REFUSED.sub("_", visible(text[:_MOST_BYTES])).strip(" .")[:_MOST_BYTES]
    while len(name.encode("utf-8", errors="replace")) > _MOST_BYTES:
        name = name[:-1]
    if _RESERVED.match(name):
        name = f"_{name}"
    return name.strip(" .") or "_"
