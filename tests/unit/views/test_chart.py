"""The organisation chart: who stands where, what the boxes say, what the table says, and how many drawings it takes."""

from __future__ import annotations

import pytest

from opened.drawn import complaints
from salesduty.results.drawing import Box, Drawing
from salesduty.results.paper import Heading, Orientation, Paper, Paragraph, Table
from salesduty.toolkit.load import load
from salesduty.views import chart

TEXT = """\
department: {id: d, name: 部, headcount: 9}
posts:
  - {id: c, name: 员, reports_to: [b, 财务部], headcount: 5}
  - {id: a, name: 长, reports_to: 总经理, headcount: 1, level: 经理}
  - {id: b, name: 主管, reports_to: a, headcount: 1, level: 主管}
  - {id: e, name: 内勤, reports_to: a}
  - {id: f, name: 新岗, reports_to: b, status: 拟设, headcount: 2}
  - {id: g, name: 旧岗, reports_to: b, status: 已撤销, headcount: 3}
  - {id: h, name: 空岗, reports_to: b, headcount: 0}
"""


def paper(text: str) -> Paper:
    (found,) = chart.papers(load({"d/all.yaml": text}).departments[0])
    return found


def drawings(text: str) -> list[Drawing]:
    return [block for block in paper(text).blocks if isinstance(block, Drawing)]


def row(count: int, *, above: str = "h") -> str:
    spec = "department: {id: d, name: 部}\nposts:\n  - {id: h, name: 总监, reports_to: 总经理}\n"
    return spec + "".join(f"  - {{id: p{number}, name: 岗位{number}, reports_to: {above}}}\n" for number in range(count))


def test_the_boxes_of_a_small_department() -> None:
    (drawing,) = drawings(TEXT)
    assert {box.anchor: (box.manner, box.lines) for box in drawing.boxes} == {
        "": ("outside", ("总经理",)),
        "d/a": ("head", ("长", "编制 1 人", "直接下属 2 岗")),
        "d/b": ("post", ("主管", "编制 1 人", "直接下属 2 岗 5 人")),
        "d/e": ("post", ("内勤",)),
        "d/c": ("post", ("员", "编制 5 人", "另向财务部汇报")),
        "d/h": ("vacant", ("空岗", "编制 0 人")),
        "d/f": ("vacant", ("新岗", "拟设，编制 2 人")),
        "d/g": ("retired", ("旧岗", "已撤销，编制 3 人")),
    }
    assert complaints(drawing) == []
    assert drawing.text == "总经理的直接下属：长；长的直接下属：主管、内勤；主管的直接下属：员、空岗、新岗、旧岗。"


def test_the_page_around_the_drawing() -> None:
    blocks = paper(TEXT).blocks
    assert blocks[:2] == (
        Orientation(landscape=True),
        Paragraph(("岗位 5 个、编制 7 人（1 个岗位没有写编制）；拟设岗位 1 个、编制 2 人；已撤销岗位 1 个；部门编制 9 人。",)),
    )
    assert blocks[3] == Heading(1, "岗位、编制与直接下属", new_page=True)
    table = blocks[4]
    assert isinstance(table, Table)
    assert [column.title for column in table.columns] == [
        "岗位名称",
        "层级",
        "岗位状态",
        "编制",
        "直接上级",
        "直接下属",
        "下属人数",
    ]
    assert [tuple("".join(cell) for cell in line.cells) for line in table.rows] == [
        ("长", "经理", "", "1", "总经理", "主管、内勤", ""),
        ("主管", "主管", "", "1", "长", "员、空岗、新岗、旧岗", "5"),
        ("员", "", "", "5", "主管、财务部", "", ""),
        ("空岗", "", "", "0", "主管", "", ""),
        ("新岗", "", "拟设", "2", "主管", "", ""),
        ("旧岗", "", "已撤销", "3", "主管", "", ""),
        ("内勤", "", "", "", "长", "", ""),
    ]


def test_a_department_without_posts() -> None:
    assert paper("department: {id: d, name: 部}\n").blocks == (Orientation(landscape=True), Paragraph(("本部门还没有岗位。",)))


def test_posts_of_one_group_stand_in_a_frame() -> None:
    text = "department: {id: d, name: 部}\nposts:\n  - {id: a, name: 长}\n" + "".join(
        f"  - {{id: p{number}, name: 岗{number}, reports_to: a, group: {group}}}\n" for number, group in enumerate("甲甲乙")
    )
    (drawing,) = drawings(text)
    (frame,) = (box for box in drawing.boxes if box.manner == "group")
    held = [box.lines[0] for box in drawing.boxes if not box.behind and _within(box, frame)]
    assert held == ["甲", "岗0", "岗1"]


def _within(box: Box, frame: Box) -> bool:
    return frame.x <= box.x < frame.x + frame.width and frame.y <= box.y < frame.y + frame.height


def test_a_circle_is_drawn_from_the_first_of_it() -> None:
    (drawing,) = drawings(
        "department: {id: d, name: 部}\nposts: [{id: a, name: 甲, reports_to: b}, {id: b, name: 乙, reports_to: a}]\n"
    )
    assert [(box.anchor, box.lines) for box in drawing.boxes] == [
        ("d/a", ("甲", "直接下属 1 岗", "另向乙汇报")),
        ("d/b", ("乙",)),
    ]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (row(12), ["部组织结构图"]),
        (row(70), ["图 1　总监的直接下属（1/2）", "图 2　总监的直接下属（2/2）"]),
        (
            row(8) + "".join(f"  - {{id: q{number}, name: 员工{number}, reports_to: p{number % 8}}}\n" for number in range(64)),
            None,
        ),
    ],
)
def test_what_does_not_fit_a_page_is_drawn_in_parts(text: str, titles: list[str] | None) -> None:
    found = drawings(text)
    assert [complaint for drawing in found for complaint in complaints(drawing)] == []
    if titles is not None:
        assert [drawing.title for drawing in found] == titles
    else:
        assert found[0].title == "图 1　总览"
        assert {line for box in found[0].boxes for line in box.lines if line.startswith("见图")} <= {
            f"见图 {number}" for number in range(2, len(found) + 1)
        }
    assert all(box.lines for drawing in found for box in drawing.boxes if not box.behind)


def test_a_thousand_posts_and_a_chain_of_them() -> None:
    spec = "department: {id: d, name: 部}\nposts:\n"
    bushy = spec + "".join(f"  - {{id: p{at}, name: 岗{at}, reports_to: p{(at - 1) // 9}}}\n" for at in range(1, 1000))
    chain = spec + "".join(f"  - {{id: p{at}, name: 岗{at}, reports_to: p{at - 1}}}\n" for at in range(1, 300))
    for text in (bushy, chain):
        found = chart.drawings(load({"d/all.yaml": text}).departments[0])
        anchors = {box.anchor for drawing in found for box in drawing.boxes}
        assert len(anchors - {""}) == text.count("id: p")
        assert all(complaints(drawing) == [] for drawing in found)
