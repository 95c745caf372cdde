"""GAP004: an area that departments of this kind must hold and nobody holds here."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.responsibility.responsibilities import Coverage, Responsibilities
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.gaps.unowned import same_hole
from salesduty.rules.gaps.weight import weight
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the areas of the profile that no duty covers, unless a function or a step says so already."""
    declared = [covered for covered in found.coverage if covered.need.kind != "area" and covered.state != "owned"]
    for covered in found.coverage:
        need = covered.need
        if need.kind != "area" or covered.state == "owned" or any(_same(each, covered) for each in declared):
            continue
        yield Hit(
            need.place,
            {"name": quoted(need.name), "area": need.id, "reason": Text(need.why or "", "")},
            consequence=weight((need.id,)),
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
        zh="这类部门应当有人负责{name}（{area}），这里没有", en="a department of this kind needs somebody for {name} ({area})"
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
    ),
)
