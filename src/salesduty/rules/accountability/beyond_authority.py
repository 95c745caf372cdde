"""ACC006: an approval of amounts that the authority it rests on does not reach."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.model.choices import Action
from salesduty.model.duty import Duty, Work
from salesduty.model.post import Post
from salesduty.results.finding import WARNING
from salesduty.results.place import Path, Place
from salesduty.results.wording import Text
from salesduty.rules.accountability.steps import stages
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.text.amounts import Interval, in_words, parse_interval
from salesduty.text.normal import normal
from salesduty.workspace.entities import Department, Placed

_APPROVES = re.compile("审批|批准|核准|审定|核定|签批|签发|批复|特批")
_LIMIT = Text("{post}的这项权限写的是 {limit}", "this authority of {post} goes as far as {limit}")


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the decisions, of duties and of steps, whose amount lies partly outside the limit of the authority they name."""
    for post in department.posts:
        if post.value.authorities:
            for duty, path in _resting(post.value.duties, (*post.place.path, "duties")):
                yield from _beyond(duty, duty.title or duty.text or "", Place(post.place.file, path), post)
    for stage in stages(department):
        decider = department.accountable(stage.step)
        if decider is not None:
            yield from _beyond(stage.step, stage.step.name, stage.place, decider)


def _resting(duties: tuple[Duty, ...], path: Path) -> Iterator[tuple[Duty, Path]]:
    """The duties, however deep, that name an authority."""
    for index, duty in enumerate(duties):
        if duty.authority is not None:
            yield duty, (*path, index)
        if duty.duties:
            yield from _resting(duty.duties, (*path, index, "duties"))


def _beyond(work: Work, name: str, place: Place, post: Placed[Post]) -> Iterator[Hit]:
    if work.authority is None or work.scope is None or work.scope.amount is None or not _approves(work, name):
        return
    for index, authority in enumerate(post.value.authorities):
        if work.authority not in (authority.id, authority.text) or authority.limit is None:
            continue
        asked, given = parse_interval(work.scope.amount), parse_interval(authority.limit)
        if asked is not None and given is not None and not _within(asked, given):
            limit = in_words(authority.limit)
            mention = Mention(
                post / "authorities" / index / "limit", _LIMIT.filled({"post": quoted(post.value.name), "limit": limit})
            )
            values = {
                "post": quoted(post.value.name),
                "work": quoted(name),
                "amount": in_words(work.scope.amount),
                "limit": limit,
            }
            yield Hit(place / "scope" / "amount", values, (mention,), consequence=6)


def _approves(work: Work, name: str) -> bool:
    """Whether the amount of the work is what is approved; the loss of a complaint is not what may be paid for it."""
    return work.action is Action.decide and bool(_APPROVES.search(normal(f"{name}，{work.text or ''}")))


def _within(inner: Interval, outer: Interval) -> bool:
    """Whether all amounts of one interval lie in another; whether the figures at its ends belong to it is not asked."""
    if outer.high is not None and (inner.high is None or inner.high > outer.high):
        return False
    return outer.low is None or (inner.low or 0) >= outer.low


RULE = Rule(
    code="ACC006",
    name="beyond-authority",
    severity=WARNING,
    check=check,
    message=Text(
        zh="{post}的{work}要决定 {amount}，所用的权限只到 {limit}",
        en="{post} decides {amount} in {work}, and the authority that it rests on covers {limit}",
    ),
    why=Text(
        zh="职责写的金额超出了权限，照职责批就是越权，照权限批又有一段没人批。",
        en="Where a duty reaches further than the authority, doing the duty oversteps and keeping the limit leaves part undone.",
    ),
    fix=Text(
        zh="把“范围”（scope）里的金额和权限的“金额范围”（limit）改成一致；超出的部分写给有权限的岗位。",
        en="Make the amount under `scope` and the `limit` of the authority agree; give what lies beyond to a post that may "
        "decide it.",
    ),
    source=Text(
        zh="《企业内部控制基本规范》第三十条（授权审批控制）：各级管理人员应当在授权范围内行使职权和承担责任。",
        en="Basic Standard for Enterprise Internal Control (China), article 30: managers act within the authority given to them.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  id: head
  name: 销售经理
  duties: [{text: 审批销售合同, action: decide, scope: {amount: "<300000"}, authority: contract}]
  authorities: [{id: contract, text: 合同审批权, limit: "≤300000"}]
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  id: head
  name: 销售经理
  duties: [{text: 办结损失不满 5 万元的投诉, action: do, scope: {amount: "<50000"}, authority: pay}]
  authorities: [{id: pay, text: 补偿客户的决定权, limit: "<2000"}]
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  id: head
  name: 销售经理
  duties: [{text: 审批销售合同, action: decide, scope: {amount: "<500000"}, authority: contract}]
  authorities: [{id: contract, text: 合同审批权, limit: "<300000"}]
process: {name: 签约, steps: [{name: 审批, accountable: head, action: decide, scope: {amount: ≥10万}, authority: contract}]}
""",
            finds=(
                "5:59 “销售经理”的“审批销售合同”要决定 50 万元以下（不含），所用的权限只到 30 万元以下（不含）",
                "7:91 “销售经理”的“审批”要决定 10 万元及以上，所用的权限只到 30 万元以下（不含）",
            ),
        ),
    ),
)
