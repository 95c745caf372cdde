"""A check for programs: what lint prints, and the coverage, one row a line."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.reporters.json import dumped, opened
from salesduty.reporters.look import Look, Piece
from salesduty.results.coverage import Checked, Holder, Row


def report(checked: Checked, look: Look) -> Iterator[Piece]:
    """Yield `checked` as JSON, every finding and every row, as the contract in docs/architecture.md has it."""
    yield from opened(checked.report, look)
    yield Piece(', "coverage": [')
    rows = (row for chart in checked.charts for row in chart.rows)
    for index, row in enumerate(rows):
        yield Piece((",\n" if index else "\n") + dumped(_row(row), look))
    yield Piece("\n]}\n")


def _row(row: Row) -> dict[str, object]:
    return {
        "department": row.department,
        "kind": row.kind,
        "group": row.group,
        "area": row.area,
        "name": row.name,
        "required": row.required,
        "state": row.state,
        "holders": [_holder(holder) for holder in row.holders],
        "areas": list(row.areas),
        "ladder": list(row.ladder),
    }


def _holder(holder: Holder) -> dict[str, object]:
    return {
        "address": holder.address,
        "post": holder.post,
        "name": holder.name,
        "part": holder.part,
        "action": holder.action,
        "confidence": holder.confidence,
        "text": holder.text,
        "words": holder.words,
    }
