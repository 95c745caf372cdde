"""What goes into a workbook: texts that stay texts, names that Excel takes, and how much room they need."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from salesduty.text.visible import visible

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

LONGEST_NAME, LONGEST_CELL, MOST_COLUMNS = 31, 32767, 16384
"""What Excel takes: UTF-16 units of a sheet's name and of a cell, columns of a sheet."""
LINE, TALLEST = 17, 405
"""The points that a line takes, and that Excel gives a row at most."""
A4, STACKED, TURNED = 9, 270, 90
"""The number of the paper, and the two ways of writing downwards: characters below each other, and a turned line."""
LONGEST_STACKED = 12

# Excel refuses these in the name of a sheet, an apostrophe at either end, and the name History.
_REFUSED = re.compile(r"[\[\]:*?/\\]")
_RESERVED = "history"
_WIDE_FROM = "\u2e80"
# What a spreadsheet would run if the text were written to CSV and opened again. Minus, plus and at begin honest texts too (-5 分,
# @全员); they are dangerous with what it takes to call a function or another program.
_RUNS = re.compile(r"'*\s*(?:=|[-+@](?=.*[(|!]))", re.DOTALL)


class SheetNames:
    """Gives names to the sheets of one workbook, each once; `reserved` are kept for later."""

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._taken = {name.casefold() for name in reserved}

    def named(self, text: str, kind: str = "") -> str:
        """Return a name that Excel takes and no other sheet has: `销售部 RACI`, with a number where it is taken."""
        bare = _REFUSED.sub("_", visible(text)).strip("' ") or ("" if kind else "表")
        number = 1
        while True:
            ending = (f" {kind}" if bare and kind else kind) + (f" {number}" if number > 1 else "")
            name = cut(bare, LONGEST_NAME - units(ending)).rstrip("'") + ending
            if name and name.casefold() not in self._taken and name.casefold() != _RESERVED:
                self._taken.add(name.casefold())
                return name
            number += 1

    def free(self, name: str) -> None:
        """Let `name`, which was reserved, be given."""
        self._taken.discard(name.casefold())


def inert(text: str) -> str:
    """Return `text` with control characters spelt, and with `'` before what a spreadsheet would run if it came from CSV.

    One `'` is put before `=1+1` and before `'=1+1`, so that taking one away gives back what was there.
    """
    shown = "\n".join(map(visible, text.split("\n")))
    # XlsxWriter takes what stands between these for markup of its own.
    if shown.startswith("<r>") and shown.endswith("</r>"):
        shown = f" {shown}"
    return f"'{shown}" if _RUNS.match(shown) else shown


def put(sheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    """Write `text` into a field as text, whatever it begins with, made `inert` and cut to what fits."""
    sheet.write_string(row, column, cut(inert(text), LONGEST_CELL), look)


def cut(text: str, most: int) -> str:
    """Return as much of `text` as goes into `most` UTF-16 units, which is how Excel counts."""
    if units(text) <= most:
        return text
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")


def units(text: str) -> int:
    """Return how many UTF-16 units `text` has."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def height(texts: Iterable[tuple[str, int]]) -> int:
    """Return the points that a row needs for texts in columns of these widths; LibreOffice does not work it out by itself."""
    lines = (sum(max(1, -(-wide(line) // width)) for line in text.split("\n")) for text, width in texts)
    return min(LINE * max(lines, default=1), TALLEST)


def wide(line: str) -> int:
    """Return about how many figures wide `line` is; Chinese characters take two."""
    return len(line) if line.isascii() else sum(2 if char >= _WIDE_FROM else 1 for char in line)


def is_stacked(name: str) -> bool:
    """Return whether `name` reads well with its characters one below the other: Chinese, and not long."""
    return len(name) <= LONGEST_STACKED and wide(name) == 2 * len(name)


def downwards(name: str) -> int:
    """Return the points that `name` takes downwards."""
    return min(24 + (LINE * len(name) if is_stacked(name) else 6 * wide(name)), TALLEST)
