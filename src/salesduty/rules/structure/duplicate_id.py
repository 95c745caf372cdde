"""STR020: two things of one kind that share an id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesduty.model.department import Department as Spec
from salesduty.model.department import Function, Meeting, System
from salesduty.model.duty import Duty
from salesduty.model.kpi import Kpi
from salesduty.model.post import Authority, Post
from salesduty.model.process import Process, Step
from salesduty.results.finding import ERROR
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department, Placed, Workspace

_Entity = Placed[Post] | Placed[Kpi] | Placed[Process]
_Item = Authority | Step | Function | Meeting | System | Duty

_DEPARTMENT, _POST, _KPI = Text("部门", "department"), Text("岗位", "post"), Text("指标", "KPI")
_PROCESS, _STEP, _FUNCTION = Text("流程", "process"), Text("环节", "step"), Text("职能", "function")
_MEETING, _SYSTEM = Text("例会", "meeting"), Text("系统", "system")
_DUTY, _AUTHORITY = Text("职责", "duty"), Text("权限", "authority")


def check_workspace(workspace: Workspace, _: Settings) -> Iterator[Hit]:
    """Yield the departments of one tree whose ids another department has before them."""
    trees: dict[int, list[Department]] = {}
    for department in workspace.departments:
        # What was resolved together looks its references up in the same index.
        trees.setdefault(id(department.elsewhere), []).append(department)
    for tree in trees.values():
        yield from _repeated(_DEPARTMENT, [each.id for each in tree], [each.name for each in tree], [each.place for each in tree])


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield what has an id that another thing of its kind has before it, in the department, on a post or in a process."""
    yield from _of_entities(_POST, department.posts)
    yield from _of_entities(_KPI, department.kpis)
    yield from _of_entities(_PROCESS, department.processes)
    yield from _of_declaration(department.spec, department.place)
    for post in department.posts:
        yield from _of_items(_AUTHORITY, post.value.authorities, post / "authorities")
        yield from _of_duties(post.value.duties, post / "duties")
    for process in department.processes:
        yield from _of_items(_STEP, process.value.steps, process / "steps")
        for index, step in enumerate(process.value.steps):
            if step.duties:
                yield from _of_duties(step.duties, process / "steps" / index / "duties")


def _of_declaration(spec: Spec, place: Place) -> Iterator[Hit]:
    yield from _of_items(_FUNCTION, spec.functions, place / "functions")
    yield from _of_items(_MEETING, spec.meetings, place / "meetings")
    yield from _of_items(_SYSTEM, spec.systems, place / "systems")
    for index, function in enumerate(spec.functions):
        if function.duties:
            yield from _of_duties(function.duties, place / "functions" / index / "duties")


def _of_duties(duties: Sequence[Duty], place: Place) -> Iterator[Hit]:
    """Duties on one level; the same id below another duty makes another address."""
    yield from _of_items(_DUTY, duties, place)
    for index, duty in enumerate(duties):
        if duty.duties:
            yield from _of_duties(duty.duties, place / index / "duties")


def _of_entities(thing: Text, entities: Sequence[_Entity]) -> Iterator[Hit]:
    ids = [entity.value.id for entity in entities]
    if _any_twice(ids):
        yield from _repeated(thing, ids, [entity.value.name for entity in entities], [entity.place for entity in entities])


def _of_items(thing: Text, items: Sequence[_Item], place: Place) -> Iterator[Hit]:
    ids = [item.id for item in items]
    if _any_twice(ids):
        yield from _repeated(thing, ids, [_name(item) for item in items], [place / index for index in range(len(items))])


def _name(item: _Item) -> str:
    if isinstance(item, Duty):
        return item.title or item.text or item.id or ""
    return item.text if isinstance(item, Authority) else item.name


def _any_twice(ids: Sequence[str | None]) -> bool:
    written = [each for each in ids if each is not None]
    return len(set(written)) < len(written)


def _repeated(thing: Text, ids: Sequence[str | None], names: Sequence[str], places: Sequence[Place]) -> Iterator[Hit]:
    first: dict[str, int] = {}
    for index, identity in enumerate(ids):
        if identity is None:
            continue
        earlier = first.setdefault(identity, index)
        if earlier != index:
            mention = Mention(places[earlier] / "id", Text("这个编号先用在这里", "the id is first used here"))
            said = {"thing": thing, "id": identity, "first": names[earlier], "name": names[index]}
            yield Hit(places[index] / "id", said, (mention,))


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
        zh="给其中一个换一个没有用过的编号，并检查引用它的地方；没有编号的部门以文件夹名为编号，给它写上“编号”（id）。",
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
    - name: 客户服务
      duties: [{id: visit, text: 每季度回访客户}, {id: visit, text: 每年评选优秀客户}]
process:
  name: 从线索到回款
  steps:
    - {id: lead, name: 线索获取}
    - 商机跟进
    - {id: lead, name: 签订合同, duties: [{id: draft, text: 起草合同}, {id: draft, text: 提交评审}]}
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
                "8:49 职责编号“visit”重复：“每季度回访客户”和“每年评选优秀客户”都用它",
                "14:12 环节编号“lead”重复：“线索获取”和“签订合同”都用它",
                "14:69 职责编号“draft”重复：“起草合同”和“提交评审”都用它",
                "19:12 权限编号“price”重复：“5% 以内的折扣审批权”和“样品赠送审批权”都用它",
                "24:16 职责编号“review”重复：“两个工作日内审核销售合同”和“合同归档”都用它",
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
