"""GAP004: an area that departments of this kind must hold and nobody holds here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesduty.model.choices import Level
from salesduty.responsibility.responsibilities import Coverage, Responsibilities
from salesduty.results.finding import INFO, WARNING
from salesduty.results.wording import Text
from salesduty.rules.gaps.unowned import same_hole
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.weight import weight
from salesduty.settings.settings import Settings


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the areas of the profile that no duty covers, unless a function or a step says so already."""
    declared = [covered for covered in found.coverage if covered.need.kind != "area" and covered.state != "owned"]
    for covered in found.coverage:
        need = covered.need
        if need.kind != "area" or covered.state == "owned" or any(_same(each, covered) for each in declared):
            continue
        below = tuple(dict.fromkeys(quoted(held.party) for held in covered.held if held.part != "support"))
        yield Hit(
            need.place,
            {"name": quoted(need.name), "area": need.id, "what": _what(below, need.at)},
            severity=INFO if below else None,
            consequence=weight((need.id,)),
        )


def _what(below: Sequence[str], at: Sequence[str]) -> Text:
    """What is wrong: nobody holds it, or only posts of another level than is usual."""
    if not below:
        return Text("这里没有", "nobody here is")
    levels = [Level(level) for level in at]
    return Text(
        f"这里只有{'、'.join(below)}，通常由{'、'.join(level.label for level in levels)}一级负责",
        f"here only {', '.join(below)} is, where a {' or '.join(levels)} usually is",
    )


def _same(declared: Coverage, area: Coverage) -> bool:
    nodes = {facet.split(".", 1)[0] for facet in declared.need.facets}
    return area.need.id.split(".", 1)[0] in nodes or same_hole(declared, area)


RULE = Rule(
    code="GAP004",
    name="area-uncovered",
    severity=WARNING,
    judge=judge,
    message=Text(
        zh="这类部门应当有人负责{name}（{area}），{what}",
        en="somebody must be there for {name} ({area}) in such a department; {what}",
    ),
    why=Text(
        zh="部门写了“部门类型”（profile），这类部门缺了它就会出问题。",
        en="The department says what kind it is (`profile`), and that kind does not work without this.",
    ),
    fix=Text(
        zh="指定一个岗位负责；由其他部门负责的，写成一个环节并写明由谁执行；确实不需要的，换一个部门类型，或自己定义一个。",
        en="Give it to a post. If another department does it, write a step that names it; if it is not needed, choose another "
        "profile or define your own.",
    ),
    good=(
        Example(
            """\
profiles: [{id: tiny, name: 小店, requires: [C13]}]
department: {id: sales, name: 销售部, profile: tiny}
posts:
  - {id: rep, name: 销售代表, duties: [每周催收到期货款]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [每周开发两家新客户]}
"""
        ),
    ),
    bad=(
        Example(
            """\
profiles: [{id: tiny, name: 小店, requires: [C01, C13]}]
department: {id: sales, name: 销售部, profile: tiny}
posts:
  - {id: rep, name: 销售代表, duties: [每周开发两家新客户]}
""",
            finds=("2:45 这类部门应当有人负责“回款”（C13），这里没有",),
        ),
        Example(
            """\
profiles: [{id: tiny, name: 小店, requires: [{area: C08, at: manager}]}]
department: {id: sales, name: 销售部, profile: tiny}
posts:
  - {id: rep, name: 销售代表, level: staff, duties: [审批销售合同]}
""",
            finds=("2:45 这类部门应当有人负责“合同评审与审批”（C08），这里只有“销售代表”，通常由经理一级负责",),
        ),
    ),
)
