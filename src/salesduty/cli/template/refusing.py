"""What to say where a template cannot be used."""

from __future__ import annotations

from typing import Any

from salesduty.cli.terminal import Terminal
from salesduty.cli.words import SEE_HELP, WRONG_USE
from salesduty.results.wording import Text

_BAD = Text("模板 {name} 用不了：{what}", "The template {name} cannot be used. {what}")
_FLAWED = Text(
    "模板 {name} 有要改的地方，没有生成任何文件：", "The template {name} has to be mended first, and nothing was written:"
)


def bad_template(error: Any, terminal: Terminal) -> str:
    """Return what to say of a template that cannot be opened, or that went beyond its limits."""
    return terminal.within(_BAD, name=error.name, what=error.what.within(terminal.lang))


def flawed_template(error: Any, terminal: Terminal) -> str:
    """Return what is to be mended in a template before it is used."""
    from salesduty.cli.template.telling import tell

    return terminal.within(_FLAWED, name=error.name) + "\n" + tell(error.flaws, terminal)


def cannot_template(error: Any, terminal: Terminal) -> str:
    """Return what to say where a template does not go with the rest of the command line."""
    lines = (WRONG_USE.filled({"what": error.what}), SEE_HELP.filled({"command": "salesduty render"}))
    return "\n".join(line.within(terminal.lang) for line in lines)
