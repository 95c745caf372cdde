"""GAP003: a function or a step that posts only support."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.gaps import unowned
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the functions and steps that somebody supports and nobody holds."""
    yield from unowned.steps(found, "supported-only")
    yield from unowned.functions(found, "supported-only")


RULE = Rule(
    code="GAP003",
    name="supported-only",
    severity=WARNING,
    judge=judge,
    message=Text(zh="{name}只有人协助（{who}），没有人负责", en="{name} is only supported ({who}), nobody answers for it"),
    why=Text(
        zh="协助的人不对结果负责；没有主办，事情就停在“都在配合”。",
        en="Those who support do not answer for the outcome; without a holder everybody helps and nobody does it.",
    ),
    fix=Text(
        zh="指定一个岗位主办，在它的职责或环节的“执行岗位”（do）里写明；主办在部门以外的，在环节上写出那个部门。",
        en="Name the post that does it, in its duties or as `do` of the step; if it is done outside, name that party there.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, functions: [货款回收]}
posts:
  - {id: rep, name: 销售代表, duties: [每周催收到期货款]}
  - {id: clerk, name: 销售内勤, duties: [协助催收货款]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department:
  id: sales
  name: 销售部
  functions: [客户开发, 货款回收]
posts:
  - {id: rep, name: 销售代表, duties: [每周开发两家新客户, 协助催收货款]}
""",
            finds=("4:21 “货款回收”只有人协助（“销售代表”），没有人负责",),
        ),
    ),
)
