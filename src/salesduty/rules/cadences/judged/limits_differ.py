"""CAD053: one thing with two time limits in two places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import WARNING
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.cadences.judged.step_slower_than_promise import too_slow
from salesduty.rules.cadences.judged.timed import Timed, of_duties, of_steps
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.rules.weight import weight
from salesduty.settings.settings import Settings

_DUTY = Text("{post}的{text}", "{text} of {post}")
_STEP = Text("流程{process}的环节{text}", "the step {text} of {process}")
_SAYS = Text("这里写的是{length}", "here it is {length}")
_MOST = 30
"""So many limits of one deed about one thing are compared; more are copies of one another."""


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield two limits of one post for one deed about one thing that cannot be the same length, each thing once.

    Two posts that do one thing are told as an overlap; what differs from a promise, as slower than it.
    """
    by_matter: dict[tuple[object, ...], list[Timed]] = {}
    for each in (*of_duties(found), *of_steps(found)):
        if len(each.deeds) == 1 and each.about.terms:
            for holder in _holders(each, found):
                by_matter.setdefault((holder, each.deeds, each.about.terms, each.about.facets, each.cases), []).append(each)
    pairs: dict[tuple[Place, Place], tuple[Timed, Timed]] = {}
    for several in by_matter.values():
        one_and_other = next((pair for pair in combinations(several[:_MOST], 2) if _differ(*pair, found)), None)
        if one_and_other is not None:
            pairs.setdefault((one_and_other[0].place, one_and_other[1].place), one_and_other)
    slow = too_slow(found) if pairs else frozenset[Place]()
    yield from (_hit(one, other) for (here, there), (one, other) in pairs.items() if slow.isdisjoint((here, there)))


def _differ(one: Timed, other: Timed, found: Responsibilities) -> bool:
    if not one.length.differs(other.length) or one.place == other.place:
        return False
    return one.scope.amount == other.scope.amount and one.scope.meets(other.scope, found.vocabulary.regions)


def _holders(each: Timed, found: Responsibilities) -> frozenset[str]:
    """The addresses of those who do it."""
    if each.post is not None:
        return frozenset((each.post.address,))
    if each.step is None:
        return frozenset()
    named = each.step.do or ((each.step.accountable,) if each.step.accountable else ())
    return frozenset(party.address for ref in named for party in found.department.parties(ref)[:1])


def _hit(one: Timed, other: Timed) -> Hit:
    mention = Mention(other.place, _SAYS.filled({"length": quoted(other.length.words)}))
    values = {
        "one": _name(one),
        "length": quoted(one.length.words),
        "other": _name(other),
        "there": quoted(other.length.words),
    }
    return Hit(one.place, values, (mention,), consequence=weight(sorted(one.about.facets)))


def _name(each: Timed) -> Text:
    if each.process is not None:
        return _STEP.filled({"process": quoted(each.process.value.name), "text": quoted(each.text)})
    return _DUTY.filled({"post": quoted(each.post.value.name if each.post is not None else ""), "text": quoted(each.text)})


RULE = Rule(
    code="CAD053",
    name="limits-differ",
    severity=WARNING,
    judge=judge,
    message=Text(
        zh="同一件事有两个时限：{one}是{length}，{other}是{there}",
        en="one thing has two time limits: {one} has {length}, {other} has {there}",
    ),
    why=Text(
        zh="一处写 24 小时，一处写 12 小时，做的人按宽的做，检查的人按严的查，客户不知道该信哪个。",
        en="If one place says 24 hours and another 12, people keep the wider and are checked by the tighter one.",
    ),
    fix=Text(
        zh="定下一个时限，两处改成一样；其实是两件事或两类客户的，在句子里写清区别，或者写上“范围”（scope）。",
        en="Settle on one limit and write it in both places; if they are two things or two kinds of customers, say so or write "
        "`scope`.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 客服专员, duties: [一般投诉 24 小时内回复, 重大投诉 2 小时内回复, 客户投诉 1 天内登记]}
process: {name: 投诉处理, steps: [{name: 投诉登记, do: rep, sla: 24 小时}]}
"""
        ),
        Example(
            """\
department: {id: property, name: 物业服务中心}
posts: [{id: fitter, name: 维修技工, duties: [电梯困人 15 分钟内到场安抚，联系维保单位维修]}]
process: {name: 报事维修, steps: [{name: 上门维修, do: fitter, sla: 1 天}]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 客服专员, duties: [24 小时内回复客户投诉]}
process: {name: 投诉处理, steps: [{name: 回复客户投诉, do: rep, sla: 12 小时}]}
""",
            finds=(
                "3:36 同一件事有两个时限：“客服专员”的“24 小时内回复客户投诉”是“24 小时内”，"
                "流程“投诉处理”的环节“回复客户投诉”是“12 小时”",
            ),
        ),
    ),
)
