"""ACC054: an authority to approve that no duty of the post uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from salesduty.responsibility.gist import Gist, gist, of_reading
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.accountability.judged.powers import DECIDES, Power, by_post
from salesduty.rules.gaps.declared import all_read
from salesduty.rules.gaps.written import written
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.rules.weight import weight
from salesduty.settings.settings import Settings
from salesduty.text.normal import normal

_MAY = re.compile("建议|申诉|提名|推荐|知情|参与|拒绝|拒收|拒付|退回|监督|否决|查阅|申请|抵制|投诉|举报")
"""Rights that somebody has whenever something goes wrong, without a duty of his own."""
_TOO = Text("这一项也没有：{text}", "nor this one: {text}")


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the posts with authorities to approve that neither a duty nor a step of theirs is about, all of a post at once."""
    if not all_read(found):
        return
    named = {each.work.authority for each in written(found) if each.work.authority is not None}
    matters: dict[str, list[Gist]] | None = None
    for address, several in by_post(found).items():
        idle = [power for power in several if _is_power(power) and not {power.authority.id, power.authority.text} & named]
        if idle:
            matters = matters if matters is not None else _matters(found)
            own = matters.get(address, [])
            if own and (unused := [power for power in idle if not any(power.about.meets(each) for each in own)]):
                yield _hit(unused)


def _is_power(power: Power) -> bool:
    spelt = normal(power.authority.text)
    return bool(power.about.facets or power.about.terms) and bool(DECIDES.search(spelt)) and not _MAY.search(spelt)


def _matters(found: Responsibilities) -> dict[str, list[Gist]]:
    """What the duties of each post, of whatever kind, and the steps that name it are about, by its address."""
    matters: dict[str, list[Gist]] = {}
    for holding in found.holdings:
        matters.setdefault(holding.post.address, []).append(of_reading(holding.reading, found.vocabulary))
    for process in found.department.processes:
        for step in process.value.steps:
            about = gist(f"{step.name}，{step.text or ''}", found.vocabulary, found.matcher)
            for ref in (step.accountable, *step.do, *step.review):
                for party in found.department.parties(ref)[:1] if ref else ():
                    matters.setdefault(party.address, []).append(about)
    return matters


def _hit(unused: Sequence[Power]) -> Hit:
    first, *rest = unused
    mentions = tuple(Mention(power.place, _TOO.filled({"text": quoted(power.authority.text)})) for power in rest)
    values = {"post": quoted(first.post.value.name), "text": quoted(first.authority.text)}
    return Hit(first.place, values, mentions, consequence=weight(sorted(first.about.facets)))


RULE = Rule(
    code="ACC054",
    name="authority-without-duty",
    severity=INFO,
    judge=judge,
    message=Text(
        zh="{post}有权限{text}，它的职责和环节里却没有一处用到",
        en="{post} has the authority {text}, and none of its duties or steps uses it",
    ),
    why=Text(
        zh="有权没有责：能批，却不写必须批、多久批完，批错了也没有职责可追。",
        en="Power without duty: it may approve, but nothing says that it has to or by when, nor what it answers for.",
    ),
    fix=Text(
        zh="把批什么、多久批完写进职责；已经不归这个岗位批的，删掉这项权限。",
        en="Write the duty with what is approved and by when; or delete the authority if it has gone to another post.",
    ),
    source=Text(
        zh="《企业内部控制基本规范》第十四条：明确职责权限，将权利与责任落实到各责任单位。",
        en="Basic Standard for Enterprise Internal Control (China), article 14: rights and responsibilities are "
        "laid down together.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - id: head
    name: 销售经理
    duties: [1 个工作日内审批合同]
    authorities: [50 万元以下合同的批准权, 编制调整的建议权]
process: {name: 展会, steps: [{name: 展会立项, accountable: head}]}
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
    duties: [1 个工作日内审批合同, 每周开例会]
    authorities: [50 万元以下合同的批准权, 样品领用的审批权, 客户信用额度的核定权]
""",
            finds=("6:34 “销售经理”有权限“样品领用的审批权”，它的职责和环节里却没有一处用到",),
        ),
    ),
)
