"""How flaws of a template are told on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from salesduty.cli.terminal import Terminal
from salesduty.results.flaw import Flaw
from salesduty.results.wording import Text

_FLAW = Text("{place}：{what}", "{place}: {what}")
_NEAR = Text("    附近的文字：{near}", "    near: {near}")
_TOTAL = Text("共 {count} 处要改", "{count} to be mended")


def tell(found: Sequence[Flaw], terminal: Terminal) -> str:
    """Return what is to be mended, each with its place and the words around it, and how many there are."""
    lines = []
    for flaw in found:
        lines.append(terminal.within(_FLAW, place=flaw.place.within(terminal.lang), what=flaw.what.within(terminal.lang)))
        if flaw.near and flaw.near not in flaw.what.within(terminal.lang):
            lines.append(terminal.within(_NEAR, near=flaw.near))
    return "\n".join((*lines, terminal.within(_TOTAL, count=len(found))))
