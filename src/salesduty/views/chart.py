"""组织结构图: the posts of a department, who reports to whom, headcounts and spans of control."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesduty.model.choices import Status
from salesduty.model.department import Department as Spec
from salesduty.model.post import Post
from salesduty.results.drawing import Drawing
from salesduty.results.paper import Block, Column, Heading, Orientation, Paper, Paragraph
from salesduty.views import naming, post
from salesduty.views.chart_parts import parts
from salesduty.views.charting import Part, drawn
from salesduty.views.department_paper import department_paper, department_title
from salesduty.views.forms import table
from salesduty.views.reporting import Node, forest
from salesduty.workspace.entities import Department

_NAMED = 3
"""How many branches the heading of a drawing names before it counts the rest."""


def papers(department: Department) -> Iterator[Paper]:
    """Yield the organisation chart of `department`."""
    yield department_paper(department, "chart", (Orientation(landscape=True), *_body(department)))


def drawings(department: Department) -> tuple[Drawing, ...]:
    """Return the chart of `department` as drawings that fit a page each; none where there is nobody."""
    roots = forest(department)
    shown = parts(roots)
    heads = _heads(roots)
    figures: dict[int, int] = {}
    for number, part in enumerate(shown, 1):
        for root in part.roots:
            figures.setdefault(id(root), number)
    title = department_title(department, "chart")
    if len(shown) == 1:
        return (drawn(shown[0], title, heads, figures),)
    return tuple(
        drawn(part, f"图 {number}　{_title(part, place, shown)}", heads, {key: at for key, at in figures.items() if at != number})
        for place, part in enumerate(shown)
        for number in (place + 1,)
    )


def _heads(roots: Sequence[Node]) -> frozenset[int]:
    """The ids of the nodes that lead the department: nobody of it is above them, and others are below."""
    first = [root for root in roots if root.post is not None] + [
        child for root in roots if root.post is None for child in root.children
    ]
    return frozenset(id(node) for node in first if node.children or len(first) == 1)


def _title(part: Part, place: int, shown: Sequence[Part]) -> str:
    if part.shared is not None:
        same = [each for each in shown if each.shared is part.shared]
        return f"{part.shared.name}的直接下属（{same.index(part) + 1}/{len(same)}）"
    if place == 0:
        return "总览"
    names = naming.JOIN.join(root.name for root in part.roots[:_NAMED])
    return names if len(part.roots) <= _NAMED else f"{names}等 {len(part.roots)} 个岗位"


def _body(department: Department) -> Iterator[Block]:
    roots = forest(department)
    nodes = [node for root in roots for node in root.walk() if node.post is not None]
    yield Paragraph(tuple(_totals(department, nodes)))
    found = drawings(department)
    for drawing in found:
        if len(found) > 1:
            yield Heading(2, drawing.title, new_page=drawing is not found[0])
        yield drawing
    spans = _spans(roots)
    if spans is not None:
        yield Heading(1, "岗位、编制与直接下属", new_page=True)
        yield spans


def _totals(department: Department, nodes: Sequence[Node]) -> Iterator[str]:
    if not nodes:
        yield "本部门还没有岗位。"
        return
    counted = []
    for status, before in ((Status.active, ""), (Status.proposed, "拟设"), (Status.retired, "已撤销")):
        those = [node for node in nodes if node.status is status]
        if those or status is Status.active:
            counted.append(f"{before}岗位 {len(those)} 个{_people(those) if status is not Status.retired else ''}")
    yield "；".join((*counted, *_written(department.spec))) + "。"


def _people(nodes: Sequence[Node]) -> str:
    known = [node.headcount for node in nodes if node.headcount is not None]
    if not known:
        return ""
    missing = len(nodes) - len(known)
    return f"、编制 {sum(known)} 人" + (f"（{missing} 个岗位没有写编制）" if missing else "")


def _written(spec: Spec) -> Iterator[str]:
    if spec.headcount is not None:
        yield f"{naming.label(Spec, 'headcount')} {spec.headcount} 人"


def _spans(roots: Sequence[Node]) -> Block | None:
    """Every post with what the drawings show of it."""
    columns = (
        Column(naming.label(Post, "name"), 18),
        Column(naming.label(Post, "level"), 7, centred=True),
        Column(naming.label(Post, "group"), 15),
        Column(naming.label(Post, "status"), 8, centred=True),
        Column(naming.label(Post, "headcount"), 7, centred=True),
        Column(naming.label(Post, "reports_to"), 14),
        Column("直接下属", 22),
        Column("下属人数", 9, centred=True),
    )
    rows, anchors = [], []
    for superior, node in ((superior, node) for root in roots for superior, node in _with_superiors(root)):
        if node.post is None:
            continue
        value = node.post.value
        posts, people = node.span
        rows.append(
            (
                node.name,
                value.level.label if value.level else "",
                post.group_text(value),
                value.status.label if value.status is not Status.active else "",
                str(value.headcount) if value.headcount is not None else "",
                naming.JOIN.join((*((superior.name,) if superior else ()), *node.others)),
                naming.JOIN.join(child.name for child in node.children),
                str(people) if posts and people is not None else "",
            )
        )
        anchors.append(node.post.address)
    return table(columns, rows, anchors)


def _with_superiors(root: Node) -> Iterator[tuple[Node | None, Node]]:
    waiting: list[tuple[Node | None, Node]] = [(None, root)]
    while waiting:
        superior, node = waiting.pop()
        yield superior, node
        waiting.extend((node, child) for child in reversed(node.children))
