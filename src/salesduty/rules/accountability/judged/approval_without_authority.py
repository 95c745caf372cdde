"""ACC053: a post approves something that none of its authorities covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesduty.responsibility import approvals
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import INFO, WARNING, Severity
from salesduty.results.wording import Text
from salesduty.rules.accountability.judged.powers import Approval, Power, approving, by_post, meets
from salesduty.rules.left_out import omitted
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.rules.weight import weight
from salesduty.settings.settings import Settings
from salesduty.text.amounts import Interval, in_words

_FEWEST = 2
_NONE = Text("它的 {count} 项权限都不管这件事", "none of its {count} authorities is about that")
_LESS = Text("它的权限只到 {top}：{text}", "its authority goes up to {top}: {text}")


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the approvals of posts with written authorities that none of these is about, or that go beyond the one that is.

    A warning only where the post's other approvals have their authority: elsewhere the list is but a selection. A duty that
    says its own limit, or names an authority, is its own power.
    """
    held, spoilt = by_post(found), omitted((found.department,))
    duties: dict[str, list[Approval]] = {}
    for approval in approving(found):
        duties.setdefault(approval.holding.post.address, []).append(approval)
    for address, several in duties.items():
        powers = held.get(address, [])
        if not powers or spoilt.explains(powers[0].post / "authorities"):
            continue
        matched = [[power for power in powers if meets(power, each)] for each in several]
        covered = sum(map(bool, matched))
        usual = covered >= _FEWEST and 2 * covered > len(several)
        for approval, own in zip(several, matched, strict=True):
            if own:
                yield from _too_far(approval, own)
            elif not approvals.limited(approval.holding) and not approval.about.empty:
                yield _uncovered(approval, powers, None if usual else INFO)


def _uncovered(approval: Approval, powers: Sequence[Power], severity: Severity | None) -> Hit:
    holding = approval.holding
    lacks = _NONE.filled({"count": len(powers)})
    values = {"post": quoted(holding.post.value.name), "text": quoted(holding.text), "lacks": lacks}
    return Hit(holding.place, values, severity=severity, consequence=weight(sorted(approval.about.facets)))


def _too_far(approval: Approval, powers: Sequence[Power]) -> Iterator[Hit]:
    """The duty whose own amount lies above all that the authorities on the same things give; written scopes are ACC006's."""
    holding, things = approval.holding, approval.about
    asked = holding.reading.scope.amount
    if asked is None or asked.high is None or holding.reading.scope.written or not things.terms:
        return
    same = [power for power in powers if (power.about.terms, power.about.facets) == (things.terms, things.facets)]
    tops = [power.amount.high for power in same if power.amount is not None and power.amount.high is not None]
    if not same or len(tops) < len(same) or max(tops) >= asked.high:
        return
    top = max(same, key=lambda power: _high(power.amount))
    limit = in_words(f"<={max(tops)}").removesuffix("及以下")
    lacks = _LESS.filled({"top": limit, "text": quoted(top.authority.text)})
    values = {"post": quoted(holding.post.value.name), "text": quoted(holding.text), "lacks": lacks}
    yield Hit(holding.place, values, (Mention(top.place, lacks),), consequence=weight(sorted(things.facets)))


def _high(amount: Interval | None) -> float:
    return float(amount.high) if amount is not None and amount.high is not None else 0.0


RULE = Rule(
    code="ACC053",
    name="approval-without-authority",
    severity=WARNING,
    judge=judge,
    message=Text(zh="{post}要{text}，{lacks}", en="{post} has the duty {text}; {lacks}"),
    why=Text(
        zh="职责要它批，权限里却没有给；批了算越权，不批又误事，别人也不知道该不该认。",
        en="The duty asks for a yes that no authority gives: saying it oversteps, not saying it delays the work.",
    ),
    fix=Text(
        zh="在“岗位权限”（authorities）里补上这一项，写明批什么、批到多少；这件事不归它批的，把职责改成审核后报谁批。",
        en="Add it to the post's `authorities` with what it covers and how far; if it is not for this post to approve, "
        "let the duty say who does.",
    ),
    source=Text(
        zh="《企业内部控制基本规范》第三十条（授权审批控制）：明确各岗位办理业务和事项的权限范围、审批程序和相应责任。",
        en="Basic Standard for Enterprise Internal Control (China), article 30: the extent of authority, the way of approval "
        "and the responsibility of every post are to be clear.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - id: head
    name: 销售经理
    duties: [审批 30 万元以下的合同, 审批折扣申请, 审批费用报销]
    authorities: [50 万元以下合同的批准权, 八折以上折扣的批准权, {text: 销售费用的审批权, limit: "<5000"}]
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - id: head
    name: 销售经理
    duties: [审批 50 万元以下的合同, 审批折扣申请, 审批费用报销]
    authorities: [{text: 合同的批准权, limit: "<300000"}, 八折以上折扣的批准权]
""",
            finds=(
                "5:14 “销售经理”要“审批 50 万元以下的合同”，它的权限只到 30 万元：“合同的批准权”",
                "5:37 “销售经理”要“审批费用报销”，它的 2 项权限都不管这件事",
            ),
        ),
    ),
)
