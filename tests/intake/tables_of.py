"""Tables for tests: rows of cells as a reader would hand them on, and what a draft says in few words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from salesduty.intake.draft import understood
from salesduty.intake.manuscript import Cell, Line, Manuscript
from salesduty.results.draft import Draft, DraftDuty
from salesduty.toolkit.importing import lexicon

Spans = Mapping[tuple[int, int], tuple[int, int]]


def table(rows: Sequence[Sequence[str]], spans: Spans | None = None, number: int = 0, start: int = 1) -> Iterator[Line]:
    """Yield the lines of a table; an empty text is no cell. `spans` are rows and columns of cells that take more than one."""
    count = start
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            tall, wide = (spans or {}).get((row, column), (1, 1))
            for line in text.split("\n") if text else ():
                yield Line(line, count, cell=Cell(number, row, column, tall, wide))
                count += 1


def text(source: str) -> Iterator[Line]:
    """Yield the lines of a plain text."""
    for number, line in enumerate(source.splitlines(), 1):
        if line.strip():
            yield Line(line, number)


def read(*lines: Line) -> Draft:
    """Return what a document of these lines says."""
    return understood(Manuscript("txt", lines), "x", lexicon())


def duties(found: Sequence[DraftDuty]) -> list[Any]:
    """Return duties as texts, those with something below as pairs."""
    return [(str(each.text), duties(each.children)) if each.children else str(each.text) for each in found]


def kpis(found: Draft) -> list[tuple[str, ...]]:
    """Return the name, weight, target and scoring of every KPI, of posts first."""
    every = [kpi for post in found.posts for kpi in post.kpis] + list(found.kpis)
    return [(str(each.name), str(each.weight or ""), str(each.target or ""), "；".join(each.scoring)) for each in every]


def unclear(found: Draft) -> list[str]:
    """Return what nobody understood."""
    return [each.text for each in found.left_out if each.reason == "unclear"]
