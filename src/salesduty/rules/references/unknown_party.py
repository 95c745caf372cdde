"""REF001: somebody is named whom nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import replace

from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.references.dangling import dangling
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import EVERYONE, Department, Workspace

_BETWEEN = re.compile(r"\s*[、，,;；]\s*|\s*[和与及]\s*")


def check_workspace(workspace: Workspace, _: Settings) -> Iterator[Hit]:
    """Yield the references to posts, departments and outside parties that lead nowhere."""
    elsewhere: dict[tuple[int, str | None], frozenset[str]] = {}
    for department in workspace.departments:
        unknown = {word for word in department.words["party"] if not department.parties(word)}
        if unknown:
            key = (id(department.elsewhere), department.spec.company)
            if key not in elsewhere:
                elsewhere[key] = _elsewhere(department)
            yield from _told_apart(department, unknown, elsewhere[key].union(*department.inside))


def _told_apart(department: Department, unknown: Set[str], names: Set[str]) -> Iterator[Hit]:
    """The references to the `unknown`, several names in one told from a mistyped one."""
    for hit in dangling(department, "party", lambda reference: reference.ref in unknown, lambda _: names):
        several = _several(department, str(hit.values["ref"]))
        yield replace(hit, values={**hit.values, "near": several}, repair=None) if several is not None else hit


def _elsewhere(department: Department) -> frozenset[str]:
    """Everybody beyond the departments around it who can be named without an address, the same for a whole company."""
    return frozenset(name for name in department.elsewhere if "/" not in name and department.parties(name))


def _several(department: Department, ref: str) -> Text | None:
    """The hint for several known names that were written as one."""
    names = [name for name in _BETWEEN.split(ref) if name]
    if len(names) > 1 and all(department.parties(name) or name in EVERYONE for name in names):
        written = f"[{', '.join(names)}]"
        return Text(f"；这是几个对象，要分开写成{quoted(written)}", f"; these are several, to be written as {quoted(written)}")
    return None


RULE = Rule(
    code="REF001",
    name="unknown-party",
    severity=ERROR,
    check_workspace=check_workspace,
    message=Text(zh="找不到“{ref}”{near}", en="nobody here is called “{ref}”{near}"),
    why=Text(
        zh="写错名字的上级、交接对象或主持人等于没有写：责任断在这里，生成的文件也会带着错字发给员工签字。",
        en="A superior, a receiver or a chair whose name is mistyped is nobody: the responsibility ends here, and people sign "
        "the mistake.",
    ),
    fix=Text(
        zh="改成岗位的编号、名称或别名；如果对方不在本部门，写进部门的“外部对象”（outside）。",
        en="Use the id, the name or an alias of a post; list a party that is not a post of this department under `outside`.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [总经理, {name: 财务部, aliases: [财务]}]}
posts:
  - {id: head, name: 销售经理, reports_to: 总经理}
  - id: rep
    name: 销售代表
    aliases: [业务员]
    reports_to: 销售经理
    duties: [{text: 每月 5 日前与客户对账, to: [财务, head]}]
process:
  name: 客户投诉
  steps: [{name: 登记投诉, do: 业务员, inform: 全体}]
"""
        ),
        Example(
            {
                "sales/department.yaml": "department: {id: sales, name: 销售部, company: 示例机械有限公司}\n",
                "sales/rep.yaml": "post: {name: 销售代表, duties: [{text: 当天移交技术问题, to: 客服专员}]}\n",
                "service/department.yaml": "department: {id: service, name: 客服部, company: 示例机械有限公司}\n",
                "service/agent.yaml": "post: {name: 客服专员, duties: [{text: 受理投诉, from: [销售部, sales/销售代表]}]}\n",
            }
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
            finds=("4:39 找不到“销售经里”，是不是“销售经理”？",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部, outside: [总经理, 财务部]}
post:
  id: rep
  name: 销售代表
  aliases: [业务员]
  reports_to: 总经理
  deputy: 销售内勤
  duties:
    - title: 货款回收
      duties:
        - {text: 每月 5 日前与客户对账, to: 财务部和总经理}
process:
  name: 客户投诉
  steps:
    - {name: 登记投诉, do: 业务人员, to: [生产部]}
""",
            finds=(
                "7:11 找不到“销售内勤”",
                "11:36 找不到“财务部和总经理”；这是几个对象，要分开写成“[财务部, 总经理]”",
                "15:24 找不到“业务人员”，是不是“业务员”？",
                "15:35 找不到“生产部”",
            ),
        ),
    ),
)
