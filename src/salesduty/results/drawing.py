"""A picture of boxes and lines, laid out: what every format draws in its own way.

All lengths are points (1/72 inch), x to the right and y down, from the upper left corner of the picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

Manner = Literal[
    "post", "head", "vacant", "retired", "outside", "group", "lane", "party", "step", "decision", "event", "note", "plain"
]
"""What a box stands for; the format chooses how that looks.

`head` leads the department; `vacant` is planned or has nobody, `retired` is no more, `outside` belongs to others. `group` is a
frame behind other boxes, `lane` a band behind the steps of one `party`, whose name stands at its left end. `decision` is a
step that somebody approves, `event` starts or ends a process. `note` is a remark, and `plain` has neither frame nor ground.
"""

LEADING = 1.3
"""The distance from line to line, as a multiple of the size of the letters."""
MINOR = 0.86
"""The size of the lines that are not strong, where some are, as a part of the size of those."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box with lines of text in its middle; `size` is the size of its letters, `anchor` the address of what it stands for.

    The first `strong` lines are set bold and in full size; what follows them is smaller (`MINOR`). Boxes are drawn in
    order, after the links, but `group` and `lane` before them.
    """

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    manner: Manner = "post"
    size: float = 9
    anchor: str = ""
    strong: int = 0

    @property
    def behind(self) -> bool:
        """Whether the box is a ground for other boxes."""
        return self.manner in ("group", "lane")

    @property
    def sizes(self) -> tuple[float, ...]:
        """The size of the letters of each line."""
        minor = self.size * MINOR if self.strong else self.size
        return tuple(self.size if place < self.strong else minor for place in range(len(self.lines)))


@dataclass(frozen=True, slots=True)
class Link:
    """A line through `points`, of level and upright pieces; `arrow` at its end; one that is `faint` only joins what
    belongs together.

    What is written beside it is a `plain` box.
    """

    points: tuple[tuple[float, float], ...]
    arrow: bool = False
    dashed: bool = False
    faint: bool = False


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
