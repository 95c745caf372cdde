"""Tables of KPIs in the headings that companies use, in each layout they come in: name, weight, target and scoring come back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from itertools import product

import pytest
from tests.intake.tables_of import kpis, read, table, text

from salesduty.intake.draft import understood
from salesduty.intake.readers import READERS
from salesduty.results.draft import Draft
from salesduty.toolkit.importing import lexicon

Rows = Sequence[Sequence[str]]
Kpi = tuple[str, str, str, str]

NAMES = ("指标名称", "考核指标", "KPI指标", "绩效指标", "关键绩效指标", "考核项目", "考核内容", "指标")
WEIGHTS = ("权重", "权重（%）", "分值", "标准分", "占比", "配分")
TARGETS = ("目标值", "考核目标", "指标值", "衡量标准", "绩效目标")
SCORINGS = ("评分标准", "计分方法", "考核办法", "扣分标准", "评分规则")
KPIS: Sequence[Kpi] = (
    ("签约额完成率", "40", "≥95%", "每低1个百分点扣2分，低于80%不得分"),
    ("回款及时率", "30", "100%", "逾期一笔扣5分"),
    ("客户投诉次数", "20", "≤2次", "每多一次扣3分，扣完为止"),
    ("报表准确率", "10", "98%", "每错一处扣1分"),
)
SHAPES: Mapping[str, Callable[[Kpi, int], Sequence[str]]] = {
    "name weight target scoring": lambda kpi, _: kpi,
    "number name target weight scoring": lambda kpi, n: (str(n), kpi[0], kpi[2], kpi[1], kpi[3]),
    "name scoring weight, to be filled in": lambda kpi, _: (kpi[0], kpi[3], kpi[1], ""),
    "kind name weight target scoring source": lambda kpi, n: (("业绩类", "", "服务类", "")[n - 1], *kpi, "财务部"),
    "number name target scoring weight cycle": lambda kpi, n: (str(n), kpi[0], *kpi[2:], kpi[1], "月度"),
}


def headings(shape: str, words: Kpi) -> Sequence[str]:
    """Return the headings of a shape of table."""
    if "filled" in shape:
        return (words[0], words[3], words[1], "得分")
    head = SHAPES[shape](words, 1)
    if "kind" in shape:
        return ("指标类别", *words, "数据来源")
    return ("序号", *head[1:-1], "考核周期") if "cycle" in shape else ("序号", *head[1:]) if "number" in shape else head


def tables() -> list[tuple[str, Rows]]:
    """Return tables in all shapes, every word of a heading in each of them at least once."""
    found = []
    for shape, turn in product(SHAPES, range(max(map(len, (NAMES, WEIGHTS, TARGETS, SCORINGS))))):
        words = tuple(each[turn % len(each)] for each in (NAMES, WEIGHTS, TARGETS, SCORINGS))
        head = headings(shape, words)  # type: ignore[arg-type]
        unit = "" if "%" in words[1] or words[1] in ("分值", "标准分", "配分") else "%"
        rows = [SHAPES[shape]((kpi[0], kpi[1] + unit, *kpi[2:]), n) for n, kpi in enumerate(KPIS, 1)]
        found.append((f"{shape}: {' '.join(head)}", [head, *rows]))
    return found


def expected(rows: Rows) -> list[Kpi]:
    """Return what a table says: no target where it has no column for it, weights as they are written."""
    written = [next(cell for cell in row if cell.rstrip("%") == kpi[1]) for row, kpi in zip(rows[1:], KPIS, strict=True)]
    return [
        (kpi[0], weight, kpi[2] if kpi[2] in row else "", kpi[3])
        for kpi, weight, row in zip(KPIS, written, rows[1:], strict=True)
    ]


def _cells(rows: Rows) -> Draft:
    spans = {(n, 0): (2, 1) for n in (1, 3)} if rows[0][0] == "指标类别" else None
    return read(*table(rows, spans))


def _html(rows: Rows) -> Draft:
    tall = rows[0][0] == "指标类别"
    lines = []
    for n, row in enumerate(rows):
        cells = [
            f"<td{' rowspan=2' if tall and not column and n else ''}>{cell.replace('<', '&lt;')}</td>"
            for column, cell in enumerate(row)
            if cell or not tall
        ]
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return understood(READERS["html"](f"<html><body><table>{''.join(lines)}</table></body></html>".encode()), "x", lexicon())


def _filled(rows: Rows) -> Rows:
    return [[cell for cell in row if cell] for row in rows]


LAYOUTS: Mapping[str, Callable[[Rows], Draft]] = {
    "cells": _cells,
    "html": _html,
    "tabs": lambda rows: read(*text("\n".join("\t".join(row) for row in rows))),
    "bars": lambda rows: read(*text("\n".join(f"| {' | '.join(row)} |" for row in rows))),
    "a cell a line": lambda rows: read(*text("\n".join("\n".join(row) for row in _filled(rows)))),
    "wide blanks": lambda rows: read(*text("\n".join("    ".join(row) for row in _filled(rows)))),
    "blanks": lambda rows: read(*text("\n".join(" ".join(row) for row in _filled(rows)))),
    "all in one line": lambda rows: read(*text(" ".join(" ".join(row) for row in _filled(rows)))),
}
CERTAIN = ("cells", "html", "tabs", "bars")
SHARES = {"a cell a line": 0.99, "wide blanks": 0.99, "blanks": 0.99, "all in one line": 0.99}


@pytest.mark.parametrize("layout", CERTAIN)
def test_a_table_whose_cells_are_parted_comes_back_whole(layout: str) -> None:
    wrong = {name: got for name, rows in tables() if (got := kpis(LAYOUTS[layout](rows))) != expected(rows)}
    assert wrong == {}


@pytest.mark.parametrize("layout", SHARES)
def test_most_tables_come_back_from_flat_text(layout: str, capsys: pytest.CaptureFixture[str]) -> None:
    results = [(name, kpis(LAYOUTS[layout](rows)), expected(rows)) for name, rows in tables()]
    fields = sum(len(right) * 4 for _, _, right in results)
    same = sum(
        a == b for _, left, right in results for one, two in zip(left, right, strict=False) for a, b in zip(one, two, strict=True)
    )
    whole = sum(left == right for _, left, right in results)
    with capsys.disabled():
        sys.stdout.write(f"\n{layout}: {whole} of {len(results)} tables whole, {same / fields:.1%} of their fields\n")
    assert same / fields >= SHARES[layout]


def test_scoring_of_several_lines_stays_with_its_row_to_the_last() -> None:
    cells = ["考核指标", "目标值", "权重", "评分标准"]
    cells += [
        "签约额",
        "95%",
        "60%",
        "1、每低1%扣2分；",
        "2、低于80%不得分",
        "回款率",
        "100%",
        "40%",
        "1、每低1%扣1分；",
        "2、低于90%不得分",
    ]
    assert kpis(read(*text("\n".join([*cells, "本表自发布之日起执行。"])))) == [
        ("签约额", "60%", "95%", "1、每低1%扣2分；2、低于80%不得分"),
        ("回款率", "40%", "100%", "1、每低1%扣1分；2、低于90%不得分"),
    ]
