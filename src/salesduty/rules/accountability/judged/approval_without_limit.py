"""ACC055: an approval of money without a word on how far it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from salesduty.responsibility import approvals
from salesduty.responsibility.overlaps import Lines
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import INFO, WARNING, Severity
from salesduty.results.wording import Text
from salesduty.rules.accountability.judged.powers import Approval, Power, approving, bounded, by_post, meets
from salesduty.rules.gaps.authority_missing import told as without_authority
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.rules.says import mention, says
from salesduty.rules.weight import weight
from salesduty.settings.settings import Settings
from salesduty.text.normal import normal

_MONEY = re.compile(
    "合同|协议|报价|折扣|优惠|让利|特价|降价|费用|报销|开支|支出|付款|退款|退费|补偿|赔偿|赔付|授信|信用额度|赊销|赊账|账期|返利|佣金|提成|采购|预付|减免"
)
_NOT_MONEY = re.compile(
    "预算|政策|制度|体系|价格表|价目表|底价|模板|范本|格式|方案|计划|名单|意见|台账|条件|争议|纠纷|归属|排期|进度|标准|考核|奖金分配|合同(?:台账|档案|编号)"
)
"""What is drawn up once rather than let pass case by case: it has no amount of its own."""
_MOST_MENTIONS = 8
_MOST = 50
"""So many approvals of one thing are looked at for a superior's."""
_BOTH = Text("它的上级{upper}也批，两级之间没有金额线", "its superior {upper} approves them too, and no amount divides the two")
_ALONE = Text("也没有写多少钱以上要报上级", "and nothing says from what amount on it has to go further up")


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the approvals of money that neither the duty nor an authority limits, of posts with somebody above them.

    A warning where a superior approves the same, so that nobody can tell whose a case is; the rest once, for information. A
    post that another rule asks for its authorities is left out.
    """
    money = [each for each in approving(found) if _is_money(normal(each.holding.text))]
    if not money:
        return
    held, lines, missing = by_post(found), Lines(found.department), without_authority(found)
    by_term: dict[str, list[Approval]] = {}
    for each in money:
        for term in each.about.terms:
            by_term.setdefault(term, []).append(each)
    alone: list[Approval] = []
    for approval in money:
        post = approval.holding.post
        if not post.value.reports_to or post / "name" in missing or _is_limited(approval, held.get(post.address, [])):
            continue
        same = (each for term in sorted(approval.about.terms) for each in by_term[term][:_MOST])
        upper = next((each for each in same if _is_above(each, approval, lines, found)), None)
        if upper is not None and not approvals.limited(upper.holding):
            how = _BOTH.filled({"upper": quoted(upper.holding.post.value.name)})
            yield _hit(approval, how, (mention(upper.holding),), WARNING)
        else:
            alone.append(approval)
    if alone:
        yield _hit(alone[0], _ALONE, _others(alone[1:]), INFO)


def _is_money(spelt: str) -> bool:
    return bool(_MONEY.search(spelt)) and not _NOT_MONEY.search(spelt)


def _is_limited(approval: Approval, powers: Sequence[Power]) -> bool:
    """Whether the duty says how far it goes, or an authority does that it names or that is about the same thing."""
    holding = approval.holding
    if approvals.limited(holding) or bounded(holding.text):
        return True
    own = [power for power in powers if meets(power, approval)]
    return any(power.bounded for power in own if holding.duty.authority or power.about.empty or _shares(power, approval))


def _shares(power: Power, approval: Approval) -> bool:
    return bool(power.about.facets & approval.about.facets) or power.about.shares_thing(approval.about)


def _is_above(upper: Approval, lower: Approval, lines: Lines, found: Responsibilities) -> bool:
    """Whether an approval is that of a superior of the other's post."""
    above, below = upper.holding.post.address, lower.holding.post.address
    if above == below or not lines.one_leads(above, below):
        return False
    return found.seats[above].rank >= found.seats[below].rank


def _others(several: Sequence[Approval]) -> tuple[Mention, ...]:
    return tuple(
        Mention(each.holding.place, says(each.holding.post.value.name, each.holding.text)) for each in several[:_MOST_MENTIONS]
    )


def _hit(approval: Approval, how: Text, related: tuple[Mention, ...], severity: Severity) -> Hit:
    holding = approval.holding
    values = {"post": quoted(holding.post.value.name), "text": quoted(holding.text), "how": how}
    return Hit(holding.place, values, related, severity, consequence=weight(sorted(approval.about.facets)))


RULE = Rule(
    code="ACC055",
    name="approval-without-limit",
    severity=WARNING,
    judge=judge,
    message=Text(zh="{post}要{text}，没有写批到多少，{how}", en="{post} has the duty {text} without a limit, {how}"),
    why=Text(
        zh="没有金额线，小单子也往上送，大单子可能在下面就批了；出了损失，说不清是不是越权。",
        en="Without a limit small cases go up and large ones may be passed below, and nobody can tell who overstepped.",
    ),
    fix=Text(
        zh="在职责里写明批到多少、超出的报谁，或者在权限上写“金额范围”（limit）。",
        en="Say in the duty up to what amount and who approves beyond, or write the `limit` of the authority.",
    ),
    source=Text(
        zh="《企业内部控制基本规范》第三十条（授权审批控制）：明确各岗位办理业务和事项的权限范围、审批程序和相应责任。",
        en="Basic Standard for Enterprise Internal Control (China), article 30: the extent of authority, the way of approval "
        "and the responsibility of every post are to be clear.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [总经理]}
posts:
  - {id: head, name: 销售总监, reports_to: 总经理, duties: [审批 30 万元以上的合同, 审批销售政策]}
  - id: lead
    name: 销售经理
    reports_to: head
    duties: [审批合同, 审批费用报销]
    authorities: [30 万元以下合同的批准权, {text: 费用审批权, limit: "<5000"}]
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [总经理]}
posts:
  - {id: head, name: 销售总监, reports_to: 总经理, duties: [审批销售合同]}
  - {id: lead, name: 销售经理, reports_to: head, duties: [审批销售合同, 审批差旅费用]}
""",
            finds=(
                "3:54 “销售总监”要“审批销售合同”，没有写批到多少，也没有写多少钱以上要报上级",
                "4:55 “销售经理”要“审批销售合同”，没有写批到多少，它的上级“销售总监”也批，两级之间没有金额线",
            ),
        ),
    ),
)
