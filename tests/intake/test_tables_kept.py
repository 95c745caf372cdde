"""Whatever a table looks like, all its characters come out again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.tables_of import read
from tests.intake.test_conservation import missing

from salesduty.intake.manuscript import Cell, Line

_WORDS = [
    "岗位名称",
    "销售经理",
    "所属部门",
    "考核指标",
    "权重",
    "40%",
    "目标值",
    "评分标准",
    "岗位职责",
    "1.定计划；2.回款",
    "职责一",
    "职责表述：",
    "合计",
]
_cells = st.tuples(st.integers(0, 5), st.integers(0, 4), st.integers(1, 4), st.integers(1, 4), st.booleans())
_texts = st.sampled_from(
    [*_WORDS, "工作任务", "一、岗位职责", "角色", "不做什么", "类型", "时限", "部门", "步骤", "事项", "审批", "●", "序号", "1"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(_cells, _texts), max_size=25))
def test_no_character_of_a_table_is_lost(found: list[tuple[tuple[int, int, int, int, bool], str]]) -> None:
    lines = [
        Line(text, number, cell=Cell(0, row, column, rows, columns, heading))
        for number, ((row, column, rows, columns, heading), text) in enumerate(found, 1)
    ]
    assert not missing("\n".join(line.text for line in lines), read(*lines))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(_texts, st.sampled_from(["\n", "\t", " ", "  ", "|", "："])), max_size=40))
def test_no_character_of_a_flattened_table_is_lost(found: list[tuple[str, str]]) -> None:
    source = "".join(text + mark for text, mark in found)
    lines = [Line(line, number) for number, line in enumerate(source.splitlines(), 1) if line.strip()]
    assert not missing(source, read(*lines))
