"""CAD052: a step, or a row of steps, that may take longer than what was promised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesduty.responsibility.gist import gist
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import WARNING
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.cadences.judged.timed import Timed, of_duties, of_steps, promised
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.rules.weight import weight
from salesduty.settings.settings import Settings
from salesduty.text.durations import Duration

_PROMISED = Text("承诺：{text}", "the promise: {text}")
_STEP = Text("流程{process}的环节{name}的时限是{length}", "the step {name} of {process} has the limit {length}")
_DUTY = Text("{post}的{name}给的时限是{length}", "{name} of {post} allows {length}")
_ROW = Text(
    "流程{process}从{first}到{name}的时限加起来约 {hours} {unit}",
    "the limits from {first} to {name} in {process} come to about {hours} {unit} together",
)
_UNITS = {"working day": Text("个工作日", "working days"), "hour": Text("小时", "hours")}
_MOST_MENTIONS = 6
_TOLERANCE = 1.1
"""What a row may be above the promise: limits are rounded, and registering takes part of an hour."""


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield what does by a longer limit what was promised, one hit a limit, and the rows of steps that lead there too late.

    A row is told only where no step or duty by itself is too slow for any limit of the promise.
    """
    promises = list(promised(found))
    if not promises:
        return
    steps, duties = list(of_steps(found)), list(of_duties(found))
    told: set[Place] = set()
    for promise in promises:
        slow = [each for each in (*steps, *duties) if _answers(each, promise) and each.length.exceeds(promise.length)]
        if slow:
            told.add(promise.place)
            yield _hit(slow[0], promise, _single(slow[0]), tuple(Mention(each.place, _single(each)) for each in slow[1:]))
    for promise in promises:
        if promise.place not in told:
            for each in steps:
                if _answers(each, promise):
                    yield from _row(each, promise, steps, found)


def too_slow(found: Responsibilities) -> frozenset[Place]:
    """Return the places of the limits that are longer than a promise, so that no other rule compares them."""
    promises = list(promised(found))
    limits = [*of_steps(found), *of_duties(found)] if promises else []
    return frozenset(
        each.place for promise in promises for each in limits if _answers(each, promise) and each.length.exceeds(promise.length)
    )


def _answers(each: Timed, promise: Timed) -> bool:
    """Whether a step or a duty is what a promise speaks of: the same deed about the same thing in the same kind of case."""
    if promise.deeds.isdisjoint(each.deeds) or (promise.cases and each.cases and promise.cases.isdisjoint(each.cases)):
        return False
    return promise.about.shares_thing(each.about)


def _row(last: Timed, promise: Timed, steps: Sequence[Timed], found: Responsibilities) -> Iterator[Hit]:
    """The steps up to `last`, where the process begins with what the promise is about and all of them have a limit."""
    process = last.process
    if process is None:
        return
    own = [each for each in steps if each.process is not None and each.process.address == process.address]
    row = own[: own.index(last) + 1]
    begins = gist(
        f"{process.value.trigger or process.value.name}，{process.value.steps[0].name}", found.vocabulary, found.matcher
    )
    if len(row) < 2 or row[0].step is not process.value.steps[0] or not promise.about.shares_thing(begins):
        return
    row = [each for each in row if each is last or _same_way(each, last, found)]
    unit = "working day" if promise.length.unit == "working day" else "hour"
    total, allowed = sum(_in(each.length, unit) for each in row), _in(promise.length, unit)
    if len(row) > 1 and total > allowed * _TOLERANCE:
        values = {"process": quoted(process.value.name), "first": quoted(row[0].text), "name": quoted(last.text)}
        how = _ROW.filled({**values, "hours": f"{total:g}", "unit": _UNITS[unit]})
        yield _hit(last, promise, how)


def _same_way(each: Timed, last: Timed, found: Responsibilities) -> bool:
    """Whether a case that comes to `last` has gone through `each`: large and small ones part."""
    apart = each.cases and last.cases and each.cases.isdisjoint(last.cases)
    return not apart and each.scope.meets(last.scope, found.vocabulary.regions)


def _in(length: Duration, unit: str) -> float:
    """A length in hours, or in working days of eight hours, the least that it may be."""
    if unit == "hour":
        return length.least
    return length.count if length.unit == "working day" else length.least / (8 if length.unit in _WORKED else 24)


_WORKED = frozenset(("minute", "hour", "working hour"))


def _single(each: Timed) -> Text:
    values = {"name": quoted(each.text), "length": quoted(each.length.words)}
    if each.process is not None:
        return _STEP.filled({**values, "process": quoted(each.process.value.name)})
    return _DUTY.filled({**values, "post": quoted(each.post.value.name if each.post is not None else "")})


def _hit(each: Timed, promise: Timed, how: Text, others: tuple[Mention, ...] = ()) -> Hit:
    mention = Mention(promise.place, _PROMISED.filled({"text": quoted(promise.text)}))
    values = {"promise": quoted(promise.text), "limit": quoted(promise.length.words), "how": how}
    return Hit(each.place, values, (mention, *others[:_MOST_MENTIONS]), consequence=weight(sorted(promise.about.facets)) + 1)


RULE = Rule(
    code="CAD052",
    name="step-slower-than-promise",
    severity=WARNING,
    judge=judge,
    message=Text(
        zh="承诺{promise}只给了{limit}，{how}",
        en="the promise {promise} allows {limit}, and {how}",
    ),
    why=Text(
        zh="大家都按内部时限做完，对客户的承诺还是超时了，而且查不出是谁的错。",
        en="Everybody keeps the limit inside and the promise to the customer is broken all the same, by nobody's fault.",
    ),
    fix=Text(
        zh="把环节的时限改短，各环节加起来不超过承诺；做不到的，改承诺（promises），别让客户先知道。",
        en="Shorten the limits until together they stay within the promise; where that cannot be done, change the promise.",
    ),
    source=Text(
        zh="ISO 9001:2015 第 8.2.2 条：组织要确保能够兑现对所提供产品和服务的承诺。",
        en="ISO 9001:2015, 8.2.2: the organisation ensures that it can meet the claims for what it offers.",
    ),
    good=(
        Example(
            """\
department:
  id: sales
  name: 销售部
  promises: [{text: 客户投诉 2 小时内回复，一般投诉 48 小时内办结, receiver: rep}]
posts: [{id: rep, name: 客服专员, duties: [客户投诉 1 小时内回复]}]
process:
  name: 客户投诉处理
  steps:
    - {name: 投诉登记, do: rep, sla: 1 小时}
    - {name: 一般投诉办结, do: rep, sla: 45 小时}
    - {name: 重大投诉办结, do: rep, sla: 5 天}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部, promises: [客户询价 1 个工作日内报价]}
posts: [{id: rep, name: 销售代表, duties: [2 个工作日内给询价客户报价]}]
process: {name: 从询价到签约, steps: [{name: 询价报价, do: rep, sla: 3 个工作日}]}
""",
            finds=(
                "3:60 承诺“客户询价 1 个工作日内报价”只给了“1 个工作日内”，"
                "流程“从询价到签约”的环节“询价报价”的时限是“3 个工作日”",
            ),
        ),
        Example(
            """\
department:
  id: sales
  name: 销售部
  promises: [{text: 客户投诉 2 小时内回复，一般投诉 48 小时内办结, receiver: rep}]
posts: [{id: rep, name: 客服专员, duties: [客户投诉 1 小时内回复]}]
process:
  name: 客户投诉处理
  steps:
    - {name: 投诉登记, do: rep, sla: 12 小时}
    - {name: 投诉核查, do: rep, sla: 24 小时}
    - {name: 一般投诉办结, do: rep, sla: 36 小时}
""",
            finds=(
                "11:36 承诺“客户投诉 2 小时内回复，一般投诉 48 小时内办结”只给了“48 小时内”，"
                "流程“客户投诉处理”从“投诉登记”到“一般投诉办结”的时限加起来约 72 小时",
            ),
        ),
    ),
)
