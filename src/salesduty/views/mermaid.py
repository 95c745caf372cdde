"""Mermaid text: a drawing as a wiki draws it. Names are written so that no parser sees anything but a label in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

_PLAIN = frozenset(" 、，。：（）《》·—-/+")
"""What stands in labels as it is besides letters and digits; everything else is written as a number."""

STYLES: Mapping[str, str] = {
    "head": "fill:#8a1f11,stroke:#8a1f11,color:#ffffff",
    "vacant": "stroke-dasharray:4 3",
    "retired": "stroke-dasharray:2 2,color:#6b7176",
    "outside": "fill:#eef0f2,stroke:#8b949b,color:#1c1c1c",
    "decision": "fill:#fff6e5,stroke:#b7791f,color:#1c1c1c",
}


def label(lines: Iterable[str]) -> str:
    """Return `lines` as the label of a node: in quotation marks, with everything that means something to Mermaid or HTML
    as a number.
    """
    return f'"{"<br/>".join("".join(map(_written, line)) for line in lines)}"'


def _written(char: str) -> str:
    return char if char.isalnum() or char in _PLAIN else f"#{ord(char)};"


def flowchart(direction: str, statements: Sequence[str], manners: Iterable[str]) -> str:
    """Return a whole flowchart, with the styles of those of `manners` that have one. `direction` is TB or LR."""
    used = set(manners)
    styles = [f"  classDef {manner} {style}" for manner, style in STYLES.items() if manner in used]
    return "\n".join((f"flowchart {direction}", *(f"  {statement}" for statement in statements), *styles))


def node(name: str, lines: Iterable[str], manner: str) -> str:
    """Return the statement that makes a node called `name`, which must be a letter and digits."""
    return f"{name}[{label(lines)}]{f':::{manner}' if manner in STYLES else ''}"
