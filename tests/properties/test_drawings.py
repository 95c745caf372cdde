"""Whatever a department looks like, its drawings are sound, complete, and the same whatever the order of its files."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from opened.drawn import complaints
from salesduty.disk.packaged import stationery
from salesduty.model.reading import read
from salesduty.renderers import svg
from salesduty.results.drawing import Drawing
from salesduty.results.paper import Table
from salesduty.views import chart, process_paper
from salesduty.workspace.entities import Department
from salesduty.workspace.file import File
from salesduty.workspace.resolve import resolve

_NAMES = st.text(st.sampled_from("销售部主管经理代表AW1（）“” -<&\"'`]#;%"), min_size=1, max_size=24).filter(str.strip)
_GROUPS = st.sampled_from(["", "", "甲组", "乙组", "很长很长很长很长的组名" * 2])


@st.composite
def posts(draw: Any) -> list[dict[str, Any]]:
    """Posts of which each reports to earlier ones, or to somebody outside, or, now and then, in a circle."""
    count = draw(st.integers(1, 45))
    reach = draw(st.sampled_from([1, 2, 5, 50]))
    made = []
    for number in range(count):
        post: dict[str, Any] = {"id": f"p{number}", "name": f"{draw(_NAMES)}{number}"}
        above = [f"p{max(0, number - draw(st.integers(1, reach)))}"] if number else [draw(st.sampled_from(["总经理", "p1", ""]))]
        if draw(st.integers(0, 9)) == 0:
            above.append(draw(st.sampled_from(["总经理", "财务部", "p0"])))
        post["reports_to"] = [each for each in above if each]
        if draw(st.booleans()):
            post["headcount"] = draw(st.integers(0, 300))
        if group := draw(_GROUPS):
            post["group"] = group
        post["status"] = draw(st.sampled_from(["active", "active", "active", "proposed", "retired"]))
        made.append(post)
    return made


_PARTIES = st.lists(st.sampled_from(["p0", "p1", "p2", "客户", "财务部", "很长很长很长的合作单位名称", "全体"]), max_size=5)
_STEPS = st.lists(
    st.fixed_dictionaries(
        {"name": _NAMES},
        optional={
            "accountable": st.sampled_from(["p0", "p1", "总经理"]),
            "do": _PARTIES,
            "review": _PARTIES,
            "support": _PARTIES,
            "to": _PARTIES,
            "from": _PARTIES,
            "sla": st.sampled_from(["2 工作日", "接到商机 24 小时内首次联系，沟通后 2 工作日成文，" * 3]),
        },
    ),
    max_size=15,
)


def department(files: list[dict[str, Any]]) -> Department:
    """The department that `files` make up."""
    head = {"department": {"id": "d", "name": "部"}}
    (found,) = resolve(
        [File(f"d/{at:03}.yaml", ("d",), "", reading=read(data)) for at, data in enumerate([head, *files])]
    ).departments
    return found


@given(posts())
def test_charts_are_sound_and_show_every_post(made: list[dict[str, Any]]) -> None:
    found = department([{"post": post} for post in made])
    drawings = chart.drawings(found)
    assert [complaint for drawing in drawings for complaint in complaints(drawing)] == []
    assert all(drawing.width <= 636 and drawing.height <= 352 for drawing in drawings)
    anchors = {box.anchor for drawing in drawings for box in drawing.boxes if box.anchor}
    assert anchors == {f"d/{post['id']}" for post in made}
    (paper,) = chart.papers(found)
    (table,) = (block for block in paper.blocks if isinstance(block, Table))
    assert sorted(row.anchor for row in table.rows) == sorted(anchors)
    _parsed(drawings)


@given(_STEPS)
def test_processes_are_sound_and_show_every_step(steps: list[dict[str, Any]]) -> None:
    those = [{"id": f"p{number}", "name": f"岗位{number}"} for number in range(3)]
    found = department([{"posts": those}, {"process": {"id": "q", "name": "流程", "steps": steps}}])
    drawings = process_paper.drawings(found.processes[0], found)
    assert [complaint for drawing in drawings for complaint in complaints(drawing)] == []
    assert all(drawing.width <= 636 and drawing.height <= 352 for drawing in drawings)
    anchors = [box.anchor for drawing in drawings for box in drawing.boxes if box.anchor]
    assert anchors == [f"d/processes/q/#{number}" for number in range(1, len(steps) + 1)]
    _parsed(drawings)


@given(posts(), st.randoms(use_true_random=False))
def test_the_order_of_a_department_decides_and_nothing_else(made: list[dict[str, Any]], random: Any) -> None:
    files = [File(f"d/{at:03}.yaml", ("d",), "", reading=read({"post": post})) for at, post in enumerate(made)]
    shuffled = list(files)
    random.shuffle(shuffled)
    one, other = (chart.drawings(resolve(each).departments[0]) for each in (files, shuffled))
    assert one == other


def _parsed(drawings: tuple[Drawing, ...]) -> None:
    for drawing in drawings:
        root = ElementTree.fromstring(svg.svg(drawing, theme=stationery().theme))
        said = [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]
        grounds = [line for box in drawing.boxes if box.behind for line in box.lines]
        assert said == grounds + [line for box in drawing.boxes if not box.behind for line in box.lines]
