"""Styles to colours, by Rich, which knows what each terminal can do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TextIO

from rich.console import Console
from rich.text import Text

from salesduty.cli.terminal import abandon
from salesduty.reporters.look import Piece, Style

_STYLES: Mapping[Style, str] = {
    "": "",
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold cyan",
    "good": "green",
    "place": "bold",
    "code": "dim",
    "strong": "bold",
    "quiet": "dim",
}


class _Console(Console):
    """A console that goes quiet when its reader goes away."""

    def on_broken_pipe(self) -> None:
        """Go on, for the exit code."""
        self.quiet = True
        abandon(self.file)


def show(pieces: Iterable[Piece], stream: TextIO) -> None:
    """Print `pieces` in colour, their lines as they are. Rich reads markup in strings only, and a Text is none."""
    console = _Console(file=stream, force_terminal=True)
    console.print(Text.assemble(*((piece.text, _STYLES[piece.style]) for piece in pieces)), end="", soft_wrap=True)
