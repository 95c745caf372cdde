"""ACC052: something declared that posts only decide or review, and nobody does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.responsibility.matches import SURE
from salesduty.responsibility.needs import pairs
from salesduty.responsibility.responsibilities import Coverage, Responsibilities
from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.gaps.declared import all_read
from salesduty.rules.quoted import listed, quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.says import mention
from salesduty.rules.weight import weight
from salesduty.settings.settings import Settings
from salesduty.text.normal import normal

_MOST_MENTIONS = 6
_IS_DECISION = re.compile(
    "审|批|核|评|决|监督|管控|控制|管理|考核|检查|把关|授权|定价|价格|政策|战略|目标|计划|制度|监控|风险|信用|额度|预算|质量|费用|报销|"
    "录用|任免|奖惩|处罚|冲突|争议|归属|停货|网点|渠道|优惠|折扣|让利"
)
"""Needs that are held by deciding, reviewing or watching."""


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the functions and steps that all holders, for sure, decide or review, and that no unread duty may be the doing of."""
    if not all_read(found):
        return
    for covered in found.coverage:
        if covered.need.kind != "area" and _only_decided(covered) and not _may_be_unread(covered, found):
            yield _hit(covered)


def _only_decided(covered: Coverage) -> bool:
    need = covered.need
    if covered.state != "owned" or need.outside or not covered.held or _IS_DECISION.search(normal(need.name)):
        return False
    if any(held.holding is None for held in covered.held):
        return False
    return all(held.part in ("decide", "review") and held.confidence >= SURE for held in covered.held)


def _may_be_unread(covered: Coverage, found: Responsibilities) -> bool:
    """Whether a duty that could not be read shares words with the need, and may be the doing."""
    wanted = pairs((covered.need.words,))
    return any(pair in normal(holding.text) for holding in found.unread for pair in wanted)


def _hit(covered: Coverage) -> Hit:
    mentions = tuple(mention(held.holding) for held in covered.held if held.holding is not None)
    values = {"name": quoted(covered.need.name), "posts": listed(held.party for held in covered.held)}
    return Hit(covered.need.place, values, mentions[:_MOST_MENTIONS], consequence=weight(covered.need.facets))


RULE = Rule(
    code="ACC052",
    name="need-only-decided",
    severity=INFO,
    judge=judge,
    message=Text(
        zh="{name}只有人审核、审批（{posts}），没有岗位动手做",
        en="{name} is only reviewed or decided ({posts}), and no post does it",
    ),
    why=Text(
        zh="审的人等着别人报上来，可是没有人负责做；做不出来，也不算谁没尽责。",
        en="Whoever reviews waits for others to bring it, and nobody has to; if it is not done nobody has failed.",
    ),
    fix=Text(
        zh="把动手做的那一段写进一个岗位的职责，或者在环节上写“执行岗位”（do）；在部门外做的，写出那个部门。",
        en="Give a post the duty to do it, or name who does it (`do`) on the step; if it is done outside, name that party.",
    ),
    source=Text(
        zh="RACI 责任分配矩阵的通行做法：每件事至少有一个执行人（R）。",
        en="RACI practice: every activity has at least one who is responsible for doing it (R).",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, functions: [合同起草, 客户信用管理]}
posts:
  - {id: head, name: 销售经理, duties: [审批销售合同, 审批客户信用额度]}
  - {id: rep, name: 销售代表, duties: [两天内起草销售合同]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部, functions: [退换货]}
posts:
  - {id: head, name: 销售经理, duties: [审批退换货申请]}
  - {id: rep, name: 销售代表, duties: [每周开发两家新客户]}
""",
            finds=("1:48 “退换货”只有人审核、审批（“销售经理”），没有岗位动手做",),
        ),
    ),
)
