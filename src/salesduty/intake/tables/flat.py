"""Lines of plain text that were a table before somebody flattened it, found and read as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from salesduty.intake.columns import bare
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.noise import Clean
from salesduty.intake.passage import Passage, joined
from salesduty.intake.tables.blocks import block
from salesduty.intake.tables.columned import columned
from salesduty.intake.tables.entry import Item
from salesduty.intake.tables.facts import listed_facts, spaced_facts
from salesduty.intake.tables.listed import listed, run_together
from salesduty.intake.tables.repeated import repeated

Found = tuple[list[Item], int] | None
_LETTERS = 2
_MOST_LINES = 6


def flattened(lines: Sequence[Clean], lexicon: Lexicon, table: int) -> list[Item]:
    """Return what lines of text say; those that were never in a table stay lines. Tables found are numbered from `table`."""
    lines = upright(lines, lexicon)
    ways: tuple[Callable[[Sequence[Clean], int, Lexicon, int], Found], ...] = (
        block,
        repeated,
        listed,
        columned,
        run_together,
        spaced_facts,
        listed_facts,
    )
    items: list[Item] = []
    place = 0
    while place < len(lines):
        for way in ways:
            found = way(lines, place, lexicon, table + place)
            if found is not None:
                items += found[0]
                place += found[1]
                break
        else:
            items.append(lines[place])
            place += 1
    return items


def upright(lines: Sequence[Clean], lexicon: Lexicon) -> list[Clean]:
    """Return the lines with labels made whole that stood in a narrow column, a letter or two a line."""
    found: list[Clean] = []
    place = 0
    while place < len(lines):
        count = 0
        while place + count < len(lines) and count < _MOST_LINES and _narrow(lines[place + count].passage):
            count += 1
        for take in range(count, 1, -1):
            whole = joined(each.passage.strip() for each in lines[place : place + take])
            if lexicon.field(whole.text) is not None or bare(whole.text) in lexicon.headings:
                found.append(Clean(lines[place].line, whole))
                place += take
                break
        else:
            found.append(lines[place])
            place += 1
    return found


def _narrow(passage: Passage) -> bool:
    return 0 < len(passage.text.strip()) <= _LETTERS
