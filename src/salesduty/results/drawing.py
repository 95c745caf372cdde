"""A picture of boxes and lines, laid out: what every format draws in its own way.

All lengths are points (1/72 inch), x to the right and y down, from the upper left corner of the picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

Manner = Literal["post", "head", "vacant", "outside", "lane", "step", "decision", "note", "plain"]
"""What a box stands for; the format chooses how that looks. `plain` has no frame."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box with lines of text in it, each `size` points high; `anchor` is the address of what it stands for, or empty."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    manner: Manner = "post"
    size: float = 9
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A line through `points`, of level and upright pieces; `arrow` at its end, `label` beside its middle."""

    points: tuple[tuple[float, float], ...]
    arrow: bool = False
    dashed: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole picture. `text` says it in words for who cannot see it; `mermaid` is the same as Mermaid text."""

    kind: ClassVar[str] = "drawing"
    width: float
    height: float
    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    title: str
    text: str
    mermaid: str
    anchor: str = ""
