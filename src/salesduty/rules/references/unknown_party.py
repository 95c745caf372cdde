"""REF001: somebody is named whom nobody knows."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.suggestion import did_you_mean
from salesduty.settings.settings import Settings
from salesduty.text.nearest import nearest
from salesduty.workspace.entities import Department
from salesduty.workspace.references import references


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the references to posts, departments and outside parties that lead nowhere."""
    known = sorted({name for index in department.inside for name in index})
    for reference in references(department):
        if reference.kind == "party" and not department.parties(reference.ref) and reference.ref not in department.unread_text:
            yield Hit(reference.place, {"ref": reference.ref, "near": did_you_mean(nearest(reference.ref, known))})


RULE = Rule(
    code="REF001",
    name="unknown-party",
    severity=ERROR,
    check=check,
    message=Text(zh="找不到“{ref}”{near}", en="nobody here is called “{ref}”{near}"),
    why=Text(
        zh="写错名字的上级、交接对象或主持人等于没有写：责任断在这里，渲染出的文件也会带着错字发给员工签字。",
        en="A superior, a receiver or a chair whose name is mistyped is nobody: the responsibility ends here, and people sign the mistake.",
    ),
    fix=Text(
        zh="改成岗位的编号、名称或别名；如果对方不在本部门，写进部门的“外部对象”（outside）。",
        en="Use the id, the name or an alias of a post; list a party that is not a post of this department under `outside`.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [总经理]}
posts:
  - {id: head, name: 销售经理, reports_to: 总经理}
  - {id: rep, name: 销售代表, reports_to: 销售经理}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [总经理]}
posts:
  - {id: head, name: 销售经理, reports_to: 总经理}
  - {id: rep, name: 销售代表, reports_to: 销售经里}
""",
            finds=("4:45 找不到“销售经里”，是不是“销售经理”？",),
        ),
    ),
)
