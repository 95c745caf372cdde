"""Processes in lanes: who stands in which lane, which arrows there are, and what is handed over."""

from __future__ import annotations

from opened.drawn import complaints
from salesduty.results.drawing import Drawing
from salesduty.results.paper import Heading, Orientation, Paper, Paragraph, Table
from salesduty.toolkit.load import load
from salesduty.views import process_paper

TEXT = """\
department: {id: d, name: 部}
posts: [{id: a, name: 长}, {id: b, name: 员, reports_to: a}]
process:
  id: p
  name: 投诉流程
  purpose: 有答复
  trigger: 客户投诉
  owner: a
  steps:
    - {id: take, name: 受理, do: b, accountable: a, sla: 2 小时, from: 客户, inputs: [投诉], outputs: [反馈单], to: a, acceptance: 写清}
    - {id: solve, name: 解决, do: a, accountable: a, sla: 3 天, from: b, inputs: [反馈单], outputs: [方案], to: 客户}
    - {name: 回访, do: b, review: 质量部}
    - 归档
"""


def paper(text: str = TEXT) -> Paper:
    (found,) = process_paper.papers(load({"d/all.yaml": text}).departments[0])
    return found


def drawing() -> Drawing:
    (found,) = (block for block in paper().blocks if isinstance(block, Drawing))
    return found


def test_lanes_steps_and_marks() -> None:
    found = drawing()
    assert complaints(found) == []
    assert [box.lines for box in found.boxes if box.manner == "party"] == [
        ("长",),
        ("员",),
        ("客户",),
        ("质量部",),
        ("未写明岗位",),
    ]
    assert [(box.manner, box.lines, box.anchor) for box in found.boxes if box.anchor] == [
        ("step", ("1 受理", "2 小时"), "d/processes/p/take"),
        ("decision", ("2 解决", "3 天"), "d/processes/p/solve"),
        ("step", ("3 回访",), "d/processes/p/#3"),
        ("step", ("4 归档",), "d/processes/p/#4"),
    ]
    assert [box.lines for box in found.boxes if box.manner in ("note", "decision", "event") and not box.anchor] == [
        ("决定",),
        ("提供",),
        ("接收",),
        ("审核",),
        ("开始",),
        ("结束",),
    ]
    assert found.title == "投诉流程图"


def test_an_arrow_is_broken_where_no_hand_off_is_written() -> None:
    arrows = [link.dashed for link in drawing().links if link.arrow]
    assert sorted(arrows) == [False, False, False, True, True]
    assert "虚线箭头：换了岗位，但没有写明交接" in drawing().boxes[-1].lines[0]


def test_what_is_handed_over() -> None:
    (table,) = (block for block in paper().blocks if isinstance(block, Table) and block.columns[0].title == "环节")
    assert [column.title for column in table.columns] == ["环节", "交出方", "交接内容", "接收方", "验收标准", "时限"]
    assert [tuple("".join(cell) for cell in row.cells) for row in table.rows] == [
        ("1 受理", "客户", "投诉", "员", "", ""),
        ("1 受理", "员", "反馈单", "长", "写清", "2 小时"),
        ("2 解决", "长", "方案", "客户", "", "3 天"),
    ]


def test_the_page() -> None:
    blocks = paper().blocks
    assert [type(block).__name__ for block in blocks] == [
        *("Orientation", "Heading", "Form", "Drawing", "Heading", "Table", "Heading", "Table"),
    ]
    assert [(block.level, block.label, block.text) for block in blocks if isinstance(block, Heading)] == [
        (1, "一、", "投诉流程"),
        (2, "（一）", "环节"),
        (2, "（二）", "交接"),
    ]


def test_a_department_without_processes() -> None:
    assert paper("department: {id: d, name: 部}\n").blocks == (Orientation(landscape=True), Paragraph(("本部门还没有写流程。",)))


def test_several_processes_are_listed_first() -> None:
    more = TEXT.replace("process:\n", "processes:\n  - {id: q, name: 换货, steps: [收货]}\n  -\n").replace(
        "\n  -\n  id: p\n", "\n  - id: p\n"
    )
    indented = more.replace("\n  name: 投诉流程", "\n    name: 投诉流程").replace("\n  purpose", "\n    purpose")
    indented = (
        indented.replace("\n  trigger", "\n    trigger").replace("\n  owner", "\n    owner").replace("\n  steps", "\n    steps")
    )
    table = paper(indented).blocks[1]
    assert isinstance(table, Table)
    assert [tuple("".join(cell) for cell in row.cells) for row in table.rows] == [
        ("换货", "", "", "1", ""),
        ("投诉流程", "客户投诉", "长", "4", "有答复"),
    ]


def test_a_step_in_which_a_crowd_takes_part_still_fits_a_page() -> None:
    crowd = ", ".join(f"单位{number}" for number in range(200))
    text = f"department: {{id: d, name: 部}}\nprocess: {{id: p, name: 大会, steps: [{{name: 签到, do: [{crowd}]}}]}}\n"
    (found,) = (block for block in paper(text).blocks if isinstance(block, Drawing))
    assert complaints(found) == []
    assert found.height <= 352
    assert "另有 191 方参与，见下表" in found.boxes[-1].lines[0]
