"""GAP008: an input that nobody makes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.gaps.deliverables import Deliverables
from salesduty.rules.gaps.stranded import Thing, stranded
from salesduty.rules.left_out import all_read, omitted
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.text.normal import normal

_PAPER = re.compile(r"(?:[表单]|报告|记录|方案|计划|清单|台账|纪要|[日周月季年]报|小结|总结|名单|分析)$")
_ALSO = Text("{thing}也没有人做", "nor does anybody make {thing}")


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the inputs that come from nobody and that nothing here yields."""
    if all_read(found.department):
        yield from stranded(list(_inputs(found)), _ALSO)


def _inputs(found: Responsibilities) -> Iterator[Thing]:
    goods = Deliverables(found)
    spoilt = omitted((found.department,))
    for each in goods.works:
        comes = bool(each.work.from_) or spoilt.explains(each.place / "from")
        for name in filter(_is_paper, each.work.inputs):
            made = comes or _is_outsiders(name, found) or goods.made(name, each.text)
            yield Thing(name, each.place, quoted(each.owner.value.name), each.owner.address, made)
    for index, meeting in enumerate(found.department.spec.meetings):
        place = found.department.place / "meetings" / index
        for name in filter(_is_paper, meeting.inputs):
            yield Thing(name, place, quoted(meeting.name), meeting.name, _is_outsiders(name, found) or goods.made(name))


def _is_paper(name: str) -> bool:
    """Whether a name is that of a paper that somebody in the company draws up, not of news, goods or what customers bring."""
    return _PAPER.search(name) is not None and not name.endswith(("订单", "保单", "提单"))


def _is_outsiders(name: str, found: Responsibilities) -> bool:
    """Whether the name itself says that a party outside makes it: 客户询价单, 财务部到账通知, 公司年度目标."""
    tokens = found.matcher.tokens(normal(name))
    if name.startswith(("公司", "集团", "总部", "国家", "行业", "市场", "招标", "厂家", "历史", "往年", "上年", "去年")):
        return True
    first = tokens[0] if tokens and tokens[0].start == 0 else None
    sense = found.vocabulary.terms.get(first.entry.term) if first is not None else None
    return first is not None and (bool(first.entry.party) or (sense is not None and sense.kind == "party"))


RULE = Rule(
    code="GAP008",
    name="input-unmade",
    severity=WARNING,
    judge=judge,
    message=Text(
        zh="{subject}要用{things}，没有写由谁交来，也没有人产出",
        en="{subject} needs {things}, which comes from nobody and out of nothing",
    ),
    why=Text(
        zh="要等的东西没有人做，事情就卡在这里；等到催的时候才发现谁都以为是别人的事。",
        en="Work waits for what nobody makes, and everybody believes that somebody else does.",
    ),
    fix=Text(
        zh="写明“来自”（from）；部门里有人做的，在那条职责或环节的“产出”（outputs）里写上同样的名称；没有人做的，给一个岗位加上这条职责。",
        en="Write where it comes from (`from`); if somebody here makes it, name it in the `outputs` of that work; if nobody "
        "does, give the duty to a post.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [技术部]}
posts:
  - {id: rep, name: 销售代表, duties: [{text: 上门了解需求, outputs: [客户需求表], to: clerk}]}
  - {id: clerk, name: 商务专员, duties: [{text: 编制报价单, inputs: [需求表]}, {text: 投标, inputs: [选型方案], from: 技术部}]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [{text: 上门了解需求, outputs: [客户需求表, 工况照片], to: clerk}]}
  - {id: clerk, name: 商务专员, duties: [{text: 编制报价单, inputs: [需求表, 工况照片, 底价清单]}]}
""",
            finds=("4:39 “商务专员”要用“底价清单”，没有写由谁交来，也没有人产出",),
        ),
    ),
)
