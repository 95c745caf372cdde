"""Characters exchanged for others, one for one, in texts that have few of them.

`str.translate` looks every character up and is slow for those that no table has, which most Chinese ones are. Here a pattern
finds what is to be exchanged, so that a text costs little more than being looked through.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property


class Exchange:
    """A table for `str.translate` as a function: `exchange(text)` is `text.translate(table)`."""

    def __init__(self, table: Mapping[int, int | str]) -> None:
        """Take the table; nothing is made ready before the first text."""
        self.table = table

    def __call__(self, text: str) -> str:
        """Return `text` with what the table has in place of its characters."""
        return self._runs.sub(self._other, text)

    @cached_property
    def _runs(self) -> re.Pattern[str]:
        return re.compile(f"[{''.join(re.escape(chr(each)) for each in self.table)}]+")

    def _other(self, run: re.Match[str]) -> str:
        return run[0].translate(self.table)
