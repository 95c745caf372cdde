"""How far the work is, for a person who waits."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Self

from salesduty.cli.terminal import Terminal
from salesduty.reporters.columns import width
from salesduty.results.wording import Text

if TYPE_CHECKING:
    from types import TracebackType

READ = Text("已读取 {done}/{total}", "{done}/{total} read")
_PATIENCE = 1.0
_BETWEEN = 0.1


class Progress:
    """A counter on the standard error, from the second second on, gone when the work is done.

    Called with how many of how many are done, as `toolkit.load.Progress` has it; `words` say it.
    """

    def __init__(self, terminal: Terminal, words: Text, clock: Callable[[], float] = monotonic) -> None:
        self._terminal = terminal
        self._words = words
        self._clock = clock
        self._next = clock() + _PATIENCE if terminal.takes_progress else float("inf")
        self._shown = 0

    def __call__(self, done: int, total: int) -> None:
        """Show the figures, ten times a second at the most."""
        now = self._clock()
        if now >= self._next:
            self._next = now + _BETWEEN
            self._show(self._terminal.within(self._words, done=done, total=total))

    def __enter__(self) -> Self:
        """Start counting."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Take the line away again."""
        if self._shown:
            self._show("")

    def _show(self, line: str) -> None:
        blanks = " " * max(0, self._shown - width(line))
        self._terminal.overwrite(line + blanks)
        self._shown = width(line)
