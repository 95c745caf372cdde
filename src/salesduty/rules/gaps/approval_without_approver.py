"""GAP014: an approval that no one may give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.responsibility import approvals
from salesduty.responsibility.approvals import Asking, Permissions
from salesduty.responsibility.gist import Gist
from salesduty.responsibility.house import Demand
from salesduty.responsibility.responsibilities import Coverage, Responsibilities
from salesduty.responsibility.scope import amount
from salesduty.results.finding import INFO, WARNING, Severity
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.gaps.declared import all_read, house_rules, ruled
from salesduty.rules.gaps.receivers import Known, receivers
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.rules.says import mention
from salesduty.rules.weight import weight
from salesduty.settings.settings import Settings
from salesduty.text.amounts import Interval, in_words
from salesduty.text.normal import normal

_ASKS = Text("{post}把{text}报上去，没有岗位写明能批", "{post} hands {text} in, and no post may approve it")
_RULE = Text("{text}，没有岗位写明能批", "{text}: no post may approve it")
_STEP = Text("流程{process}的环节{text}要审批，没有岗位能批", "the step {text} of {process} is an approval that no post may give")
_STRANGER = Text("{text}要由{who}批，这里没有这个岗位或对象", "{text} is to be approved by {who}, who is nobody here")
_TOO_MUCH = Text("{text}：超过 {top}的，没有岗位能批", "{text}: no post may approve more than {top}")
_MAY = Text("{post}只能批到 {top}：{text}", "{post} may approve up to {top}: {text}")
_POST = re.compile("(?:经理|主管|总监|专员|主任|负责人|组长|店长|班长|部长|助理|会计|出纳|内勤|[^人成会]员|[组店部]长)$")
_MOST_MENTIONS = 6


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield what a house rule, a step or a duty wants approved and nobody may approve."""
    if not all_read(found):
        return
    demanded = [demand for demand in house_rules(found) if demand.kind == "approval" and not approvals.is_personal(demand.text)]
    asked = list(approvals.askings(found))
    steps = [covered for covered in found.coverage if _is_open(covered)]
    if not (demanded or asked or steps):
        return
    known, given = Known(found), approvals.permissions(found)
    told: set[str] = set()
    for demand in demanded:
        yield from _of_rule(demand, asked, given, known, found, told)
    for covered in steps:
        yield from _of_step(covered, given, found)
    for asking in asked:
        if asking.holding.address not in told:
            yield from _of_duty(asking, given, known, found)


def _of_rule(
    demand: Demand, asked: list[Asking], given: Permissions, known: Known, found: Responsibilities, told: set[str]
) -> Iterator[Hit]:
    """What is missing for an approval that a house rule demands, said where the duty asks for it, if one does."""
    about = approvals.matter(demand.text, found)
    if about.empty:
        return
    told_by = [asking for asking in asked if asking.about.meets(about)]
    if demand.who:
        if _is_stranger(demand.who, known, found):
            yield _hit(_STRANGER, demand.place, demand.text, about, WARNING, who=quoted(demand.who))
        return
    if any(asking.to and approvals.is_known(asking.to, found) for asking in told_by):
        return
    permitted = given.about(about)
    if permitted:
        yield from _beyond(demand.text, demand.place, about, amount(normal(demand.text)), permitted)
        return
    told.update(asking.holding.address for asking in told_by)
    if not told_by:
        yield _hit(_RULE, demand.place, demand.text, about, WARNING)
        return
    first, *rest = (asking.holding for asking in told_by)
    others = tuple(map(mention, rest))
    yield _hit(
        _ASKS,
        first.place,
        first.text,
        about,
        WARNING,
        (ruled(demand), *others[:_MOST_MENTIONS]),
        post=quoted(first.post.value.name),
    )


def _of_step(covered: Coverage, given: Permissions, found: Responsibilities) -> Iterator[Hit]:
    step = covered.need.step
    if step is None:
        return
    about = approvals.matter(f"{step.name}，{step.text or ''}", found)
    if not about.empty and not given.about(about):
        yield _hit(_STEP, covered.need.place, covered.need.name, about, WARNING, process=quoted(covered.need.group))


def _is_open(covered: Coverage) -> bool:
    """Whether a step is an approval that names nobody, and that another rule does not tell as held by nobody."""
    step = covered.need.step
    if step is None or not approvals.is_approval(step.name) or covered.need.outside:
        return False
    named = step.accountable or step.do or step.review
    return not named and covered.state == "owned" and not any(held.part in ("decide", "review") for held in covered.held)


def _of_duty(asking: Asking, given: Permissions, known: Known, found: Responsibilities) -> Iterator[Hit]:
    """What is missing for a duty that hands something in; only for information, since no rule demands the approval."""
    holding = asking.holding
    if asking.to and approvals.is_known(asking.to, found):
        return
    if asking.to and _is_stranger(asking.to, known, found):
        if not any(not known.has(name) for name in receivers(normal(holding.text))):
            yield _hit(_STRANGER, holding.place, holding.text, asking.about, WARNING, who=quoted(asking.to))
        return
    if asking.to or holding.duty.to or asking.about.empty:
        return
    permitted = given.about(asking.about)
    if permitted:
        yield from _beyond(holding.text, holding.place, asking.about, holding.reading.scope.amount, permitted)
    elif not _is_led_from_outside(asking, found):
        yield _hit(_ASKS, holding.place, holding.text, asking.about, INFO, post=quoted(holding.post.value.name))


def _is_led_from_outside(asking: Asking, found: Responsibilities) -> bool:
    """Whether the superior of the post that asks is outside, or not known: whoever that is may approve it."""
    return not any(party.post is not None for party in found.department.superiors(asking.holding.post))


def _is_stranger(name: str, known: Known, found: Responsibilities) -> bool:
    spelt = normal(name)
    return bool(_POST.search(spelt)) and len(spelt) <= 8 and not approvals.is_known(name, found) and not known.has(spelt)


def _beyond(
    text: str, place: Place, about: Gist, need: Interval | None, given: tuple[approvals.Permission, ...]
) -> Iterator[Hit]:
    """What a rule or a duty wants approved above what anybody may approve."""
    top = approvals.uncovered(need, given)
    if top is None or need is None:
        return
    limit = in_words(f"<={top}").removesuffix("及以下")
    nothing = need.low is not None and need.low >= top
    mentions = tuple(
        Mention(each.place, _MAY.filled({"post": quoted(each.post.value.name), "top": limit, "text": quoted(each.text)}))
        for each in given
        if each.post is not None and each.amount is not None and each.amount.high == top
    )
    yield _hit(_TOO_MUCH, place, text, about, WARNING if nothing else INFO, mentions[:_MOST_MENTIONS], top=limit)


def _hit(
    words: Text, place: Place, text: str, about: Gist, severity: Severity, related: tuple[Mention, ...] = (), **more: object
) -> Hit:
    what = words.filled({"text": quoted(text), **more})
    return Hit(place, {"what": what}, related, severity=severity, consequence=weight(sorted(about.facets)))


RULE = Rule(
    code="GAP014",
    name="approval-without-approver",
    severity=WARNING,
    judge=judge,
    message=Text(zh="{what}", en="{what}"),
    why=Text(
        zh="要批的事没有人有权批，单子要么压着，要么谁都敢签；出了事查不到是谁同意的。",
        en="Where nobody may say yes, papers either lie about or anybody signs them, and later nobody knows who agreed.",
    ),
    fix=Text(
        zh="在一个岗位的职责里写上审批，或在它的“岗位权限”（authorities）里写明批什么、批到多少；由部门外的人批的，在职责里写出报给谁，并写进“外部对象”。",
        en="Give a post the approval as a duty, or as one of its `authorities` with a limit. If somebody outside approves, name "
        "them in the duty and under `outside`.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, rules: [低于九折的报价，必须经审批才能发出], outside: [总经理]}
posts:
  - {id: head, name: 销售经理, duties: [每周检查报价进度], authorities: [八折以上折扣的批准权]}
  - {id: rep, name: 销售代表, reports_to: head, duties: [低于九折的报价先报批, 超出预算的费用报总经理审批]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部, rules: [低于九折的报价，必须经审批才能发出]}
posts:
  - {id: head, name: 销售经理, duties: [每周检查报价进度]}
  - {id: rep, name: 销售代表, reports_to: head, duties: [客户要更低折扣时填申请往上报]}
""",
            finds=("4:54 “销售代表”把“客户要更低折扣时填申请往上报”报上去，没有岗位写明能批",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部, rules: [20 万元以上的合同必须经审批才能签]}
posts:
  - {id: head, name: 销售经理, duties: [审批 10 万元以内的合同]}
""",
            finds=("1:44 “20 万元以上的合同必须经审批才能签”：超过 10 万元的，没有岗位能批",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部, rules: [赠品发放须经物料主管批准]}
posts:
  - {id: rep, name: 销售代表, duties: [给客户报价]}
""",
            finds=("1:44 “赠品发放须经物料主管批准”要由“物料主管”批，这里没有这个岗位或对象",),
        ),
    ),
)
