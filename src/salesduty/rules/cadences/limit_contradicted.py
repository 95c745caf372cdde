"""CAD002: a time limit in a field that the sentence beside it contradicts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.cadences.works import Written, written
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.text.durations import Duration, duration, limits
from salesduty.text.normal import normal
from salesduty.workspace.entities import Department

_SEVERAL = re.compile("[,;。、:]|并|再|后")
"""Marks and words of a sentence with more than one thing in it, each of which may have a limit of its own."""


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the duties and steps whose field `sla` is shorter than what the sentence allows for a part of it.

    A sentence about one thing only contradicts a longer field as well: 24 小时 beside 12 小时内回复.
    """
    for each in written(department, "sla"):
        if each.work.sla is None or each.work.text is None:
            continue
        field, told = duration(normal(each.work.sla)), list(limits(normal(each.work.text)))
        if field is not None and told and (said := _contradicted(field, told, normal(each.work.text))) is not None:
            yield _hit(each, said)


def _contradicted(field: Duration, told: list[Duration], text: str) -> Duration | None:
    """The limit of the sentence that the field cannot mean; None where one of them is the same."""
    if not all(field.differs(each) for each in told):
        return None
    longer = next((each for each in told if each.exceeds(field)), None)
    if longer is not None:
        return longer
    return told[0] if len(told) == 1 and not _SEVERAL.search(text) else None


def _hit(each: Written, said: Duration) -> Hit:
    values = {"subject": each.subject, "sla": quoted(each.work.sla or ""), "words": quoted(said.words)}
    return Hit(each.place / "sla", values, consequence=3)


RULE = Rule(
    code="CAD002",
    name="limit-contradicted",
    severity=WARNING,
    check=check,
    message=Text(
        zh="{subject}的时限写的是{sla}，句子里写的却是{words}",
        en="{subject} has the limit {sla} in its field and {words} in its sentence",
    ),
    why=Text(
        zh="同一件事写了两个时限，员工按长的做，考核按短的扣，客户听到的又是另一个。",
        en="With two limits for one thing people keep the longer, are marked by the shorter, and customers hear either.",
    ),
    fix=Text(
        zh="核对哪一个是对的，把“时限”（sla）和句子改成一样；句子说的是其中一段的，写清那一段是什么。",
        en="Find out which is right and let `sla` and the sentence agree; if the sentence means a part only, say which part.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  name: 客户服务专员
  duties:
    - {text: 2 小时内回复客户，3 天内给出书面处理意见, sla: 3 天}
    - {text: 4 小时内约见客户，给出书面结果, sla: 3 工作日}
    - {text: 两个工作日内审核合同, sla: 2 工作日}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  name: 客户服务专员
  duties:
    - {text: 48 小时内办结一般投诉，结果告知客户, sla: 24 小时}
    - {text: 12 小时内回复客户询价, sla: 1 天}
process: {name: 签约, steps: [{name: 审批, text: 合同在 5 个工作日内批完, sla: 2 工作日}]}
""",
            finds=(
                "5:40 “客户服务专员”的职责“48 小时内办结一般投诉，结果告知客户”的时限写的是“24 小时”，句子里写的却是“48 小时内”",
                "6:33 “客户服务专员”的职责“12 小时内回复客户询价”的时限写的是“1 天”，句子里写的却是“12 小时内”",
                "7:66 流程“签约”的环节“审批”的时限写的是“2 工作日”，句子里写的却是“5 个工作日内”",
            ),
        ),
    ),
)
