"""GAP001: a function of the department that no post owns."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.gaps import unowned
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the declared functions that no duty of any active post covers."""
    yield from unowned.functions(found, "gap")


RULE = Rule(
    code="GAP001",
    name="function-unowned",
    severity=WARNING,
    judge=judge,
    message=Text(zh="部门职能{name}没有岗位承担", en="no post owns the function {name}"),
    why=Text(
        zh="部门对公司答应了这件事，却没有写进任何岗位的职责：出了事没有人可以问，也没有人会去做。",
        en="The department answers for this to the company, but no post does: nobody will do it, and nobody can be asked.",
    ),
    fix=Text(
        zh="指定一个岗位，在它的职责里写一句；已经有岗位在做的，给那条职责写上“职责领域”（area），或给职能写上“职责领域”（areas）。",
        en="Give the duty to a post. If one does it already, write `area` on that duty, or `areas` on the function.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, functions: [货款回收]}
posts:
  - {id: rep, name: 销售代表, duties: [每周催收到期货款]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部, functions: [{name: 应收清零, areas: [C13]}]}
posts:
  - {id: rep, name: 销售代表, duties: [{text: 盯住每一笔钱, area: C13.collect}]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department:
  id: sales
  name: 销售部
  functions: [客户开发, 售后服务]
posts:
  - {id: rep, name: 销售代表, duties: [每周开发两家新客户]}
""",
            finds=("4:21 部门职能“售后服务”没有岗位承担",),
        ),
    ),
)
