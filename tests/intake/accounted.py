"""What every reader must keep: each character of the source in a line or put aside, once."""

from __future__ import annotations

from collections import Counter

from salesduty.intake.manuscript import Manuscript


def visible(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def assert_nothing_lost(text: str, found: Manuscript, decoded: str = "") -> None:
    """Lines and what was put aside are the characters of `text`, and besides only what was `decoded` from it."""
    kept = visible("".join(line.text for line in found.lines) + "".join(each.text for each in found.aside))
    source = visible(text)
    assert source - kept == Counter()
    assert kept - source <= visible(decoded)


def outline(found: Manuscript) -> list[str]:
    """The lines as short texts: heading level, depth, label and text."""
    return [
        f"{'#' * line.heading}{'>' * (line.depth + 1)}{line.label}{'!' if line.strong else ''} {line.text}".strip()
        for line in found.lines
    ]
