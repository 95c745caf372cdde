"""STR020: two things of one kind that share an id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from salesduty.model.duty import Duty
from salesduty.results.finding import ERROR
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department, Workspace

_Member = tuple[str | None, str, Place]
"""The id of a thing, the name that people know it by, and where it is written."""

_DEPARTMENT, _POST, _KPI, _PROCESS = (
    Text("部门", "department"),
    Text("岗位", "post"),
    Text("指标", "KPI"),
    Text("流程", "process"),
)
_FUNCTION, _MEETING, _SYSTEM = Text("职能", "function"), Text("例会", "meeting"), Text("系统", "system")
_DUTY, _AUTHORITY, _STEP = Text("职责", "duty"), Text("权限", "authority"), Text("环节", "step")


def check_workspace(workspace: Workspace, _: Settings) -> Iterator[Hit]:
    """Yield the departments of one tree whose ids another department has before them."""
    trees: dict[int, list[_Member]] = {}
    for department in workspace.departments:
        # What was resolved together looks its references up in the same index.
        tree = trees.setdefault(id(department.elsewhere), [])
        tree.append((department.id, department.name, department.place))
    for departments in trees.values():
        yield from _repeated(_DEPARTMENT, departments)


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield what has an id that another thing of its kind has before it, in the department, on a post or in a process."""
    yield from _repeated(_POST, ((post.value.id, post.value.name, post.place) for post in department.posts))
    yield from _repeated(_KPI, ((kpi.value.id, kpi.value.name, kpi.place) for kpi in department.kpis))
    yield from _repeated(_PROCESS, ((process.value.id, process.value.name, process.place) for process in department.processes))
    yield from _of_declaration(department)
    for post in department.posts:
        authorities = enumerate(post.value.authorities)
        yield from _repeated(_AUTHORITY, ((item.id, item.text, post / "authorities" / index) for index, item in authorities))
        yield from _of_duties(post.value.duties, post / "duties")
    for process in department.processes:
        steps = process.value.steps
        yield from _repeated(_STEP, ((step.id, step.name, process / "steps" / index) for index, step in enumerate(steps)))
        for index, step in enumerate(steps):
            yield from _of_duties(step.duties, process / "steps" / index / "duties")


def _of_declaration(department: Department) -> Iterator[Hit]:
    spec, place = department.spec, department.place
    yield from _repeated(
        _FUNCTION, ((item.id, item.name, place / "functions" / index) for index, item in enumerate(spec.functions))
    )
    yield from _repeated(_MEETING, ((item.id, item.name, place / "meetings" / index) for index, item in enumerate(spec.meetings)))
    yield from _repeated(_SYSTEM, ((item.id, item.name, place / "systems" / index) for index, item in enumerate(spec.systems)))
    for index, function in enumerate(spec.functions):
        yield from _of_duties(function.duties, place / "functions" / index / "duties")


def _of_duties(duties: Sequence[Duty], place: Place) -> Iterator[Hit]:
    """Duties on one level; the same id below another duty makes another address."""
    yield from _repeated(_DUTY, ((duty.id, _label(duty), place / index) for index, duty in enumerate(duties)))
    for index, duty in enumerate(duties):
        if duty.duties:
            yield from _of_duties(duty.duties, place / index / "duties")


def _label(duty: Duty) -> str:
    return duty.title or duty.text or duty.id or ""


def _repeated(thing: Text, members: Iterable[_Member]) -> Iterator[Hit]:
    first: dict[str, tuple[str, Place]] = {}
    for identity, name, place in members:
        if identity is None:
            continue
        if identity not in first:
            first[identity] = (name, place)
            continue
        earlier, at = first[identity]
        mention = Mention(at / "id", Text("这个编号先用在这里", "the id is first used here"))
        yield Hit(place / "id", {"thing": thing, "id": identity, "first": earlier, "name": name}, (mention,))


RULE = Rule(
    code="STR020",
    name="duplicate-id",
    severity=ERROR,
    check=check,
    check_workspace=check_workspace,
    message=Text(
        zh="{thing}编号“{id}”重复：“{first}”和“{name}”都用它",
        en="the {thing} id “{id}” is used twice, for “{first}” and for “{name}”",
    ),
    why=Text(
        zh="编号是上级、交接对象、签字记录和修改对比认人认事的依据；两处用同一个编号，就不知道说的是哪一个。",
        en="Superiors, hand-offs, signatures and comparisons hold on to ids. With one id for two things nobody knows which "
        "is meant.",
    ),
    fix=Text(
        zh="给其中一个换一个没有用过的编号，并检查引用它的地方；没有编号的部门以文件夹名为编号，给它写上 id。",
        en="Give one of the two another id and look at what refers to it. A department without an id goes by its folder: "
        "write one.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - id: manager
    name: 销售经理
    duties:
      - {id: visits, title: 客户拜访, duties: [{id: plan, text: 每月制定拜访计划}]}
      - {id: budget, title: 费用预算, duties: [{id: plan, text: 每季度编制费用预算}]}
  - id: rep
    name: 销售代表
    duties:
      - {id: visits, text: 每周拜访 5 家客户}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 华东销售代表}
  - {id: rep, name: 华南销售代表}
kpis:
  - {id: revenue, name: 销售额}
  - {id: revenue, name: 回款额}
""",
            finds=(
                "4:10 岗位编号“rep”重复：“华东销售代表”和“华南销售代表”都用它",
                "7:10 指标编号“revenue”重复：“销售额”和“回款额”都用它",
            ),
        ),
        Example(
            """\
department:
  id: sales
  name: 销售部
  functions:
    - {id: market, name: 市场开拓}
    - {id: market, name: 货款回收}
process:
  name: 从线索到回款
  steps:
    - {id: lead, name: 线索获取}
    - {id: lead, name: 商机跟进}
post:
  name: 销售经理
  authorities:
    - {id: price, text: 5% 以内的折扣审批权}
    - {id: price, text: 样品赠送审批权}
  duties:
    - title: 合同管理
      duties:
        - {id: review, text: 两个工作日内审核销售合同}
        - {id: review, title: 合同归档}
""",
            finds=(
                "6:12 职能编号“market”重复：“市场开拓”和“货款回收”都用它",
                "11:12 环节编号“lead”重复：“线索获取”和“商机跟进”都用它",
                "16:12 权限编号“price”重复：“5% 以内的折扣审批权”和“样品赠送审批权”都用它",
                "21:16 职责编号“review”重复：“两个工作日内审核销售合同”和“合同归档”都用它",
            ),
        ),
        Example(
            {
                "east/department.yaml": "department: {id: sales, name: 华东销售部}\n",
                "west/department.yaml": "department: {id: sales, name: 西部销售部}\n",
            },
            finds=("west/department.yaml:1:18 部门编号“sales”重复：“华东销售部”和“西部销售部”都用它",),
        ),
    ),
)
