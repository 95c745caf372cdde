"""GAP011: a promise that no post receives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.model.department import Promise
from salesduty.responsibility.gist import Gist, gist, of_reading, pairs
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.responsibility.times import time_limit
from salesduty.results.finding import INFO, WARNING
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.gaps.declared import all_read
from salesduty.rules.left_out import omitted
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.weight import weight
from salesduty.settings.settings import Settings
from salesduty.text.normal import normal

_ANSWERS = re.compile(
    "处理意见|处理结果|处理方案|解决方案|第一次|首次|答复|回复|回应|响应|回应|反馈|处理|解决|办结|办完|结案|受理|接单|方案|意见|结果|说法|完成|完毕|恢复|"
    "给出|作出|做出|提供|出具|给|出|开始|启动|必须|一律|[,;。、的须要内到]"
)
"""What is done about anything that comes in: it does not tell what the promise is about."""
_NOBODY = Text(
    "承诺{promise}没有写由谁接手，也没有哪个岗位的职责接得上", "nobody receives the promise {promise}, and no duty takes it up"
)
_OTHER = Text(
    "承诺{promise}交给{post}，它的职责里却没有相近的事",
    "the promise {promise} is given to {post}, none of whose duties is like it",
)


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the promises that nobody receives, and those whose receiver holds nothing like them."""
    if not found.department.spec.promises or not all_read(found):
        return
    spoilt = omitted((found.department,))
    for index, promise in enumerate(found.department.spec.promises):
        place = found.department.place / "promises" / index
        if promise.receiver is None and not spoilt.explains(place / "receiver"):
            yield from _unreceived(promise, place, found)
        elif promise.receiver is not None:
            yield from _misplaced(promise, place, found)


def _unreceived(promise: Promise, place: Place, found: Responsibilities) -> Iterator[Hit]:
    whole, deed = asked(promise.text, found)
    if whole.empty or _taken_up(whole, deed, found):
        return
    what = _NOBODY.filled({"promise": quoted(promise.text)})
    yield Hit(place, {"what": what}, severity=WARNING, consequence=weight(sorted(whole.facets)) + 1)


def _misplaced(promise: Promise, place: Place, found: Responsibilities) -> Iterator[Hit]:
    post = found.department.post(promise.receiver or "")
    if post is None or not post.value.duties:
        return
    whole, _ = asked(promise.text, found)
    own = [of_reading(holding.reading, found.vocabulary) for holding in found.holdings if holding.post.address == post.address]
    if not whole.facets or any(whole.meets(each) or whole.nodes & each.nodes for each in own):
        return
    if pairs(normal(post.value.name)) & whole.pairs or _by_steps(whole, Gist(*(frozenset[str](),) * 4), found):
        return
    what = _OTHER.filled({"promise": quoted(promise.text), "post": quoted(post.value.name)})
    yield Hit(place / "receiver", {"what": what}, severity=INFO, consequence=weight(sorted(whole.facets)))


def asked(text: str, found: Responsibilities) -> tuple[Gist, Gist]:
    """Return what a promise is about, and what is to be done by then; the latter is empty where it is only an answer."""
    whole = gist(text, found.vocabulary, found.matcher)
    limit = time_limit(normal(text))
    deed = re.split("[,;。]", text[limit.end :])[0] if limit is not None else ""
    return whole, gist(deed, found.vocabulary, found.matcher, without=_ANSWERS)


def _taken_up(whole: Gist, deed: Gist, found: Responsibilities) -> bool:
    """Whether a duty or a step that somebody holds is about what is to be done, or about what comes in."""
    for holding in found.owned:
        if _takes(of_reading(holding.reading, found.vocabulary), whole, deed):
            return True
    return _by_steps(whole, deed, found)


def _by_steps(whole: Gist, deed: Gist, found: Responsibilities) -> bool:
    for covered in found.coverage:
        step = covered.need.step
        if step is not None and (step.do or step.accountable):
            about = gist(f"{step.name}，{step.text or ''}", found.vocabulary, found.matcher)
            if _takes(about, whole, deed):
                return True
    return False


def _takes(duty: Gist, whole: Gist, deed: Gist) -> bool:
    wanted = whole if deed.empty else deed
    return bool(wanted.facets & duty.facets) or wanted.shares_thing(duty) or bool(_telling(wanted) & duty.pairs)


def _telling(about: Gist) -> frozenset[str]:
    """The pairs of characters of a promise that are no answer and no time."""
    return frozenset(pair for pair in about.pairs if not _ANSWERS.search(pair) and not re.search("[小时分钟天日周月]", pair))


RULE = Rule(
    code="GAP011",
    name="promise-without-receiver",
    severity=WARNING,
    judge=judge,
    message=Text(zh="{what}", en="{what}"),
    why=Text(
        zh="时限是对客户或别的部门答应下来的；没有人接手，时钟照样在走，超了时也没有人可问。",
        en="A time limit is a promise to customers or other departments. If nobody receives it, the clock runs all the same.",
    ),
    fix=Text(
        zh="给承诺写上“接收岗位”（receiver），并在这个岗位的职责里写一句；由其他部门接手的，把那个部门写进“外部对象”再写到这里。",
        en="Write the `receiver` of the promise, and give that post the duty. If another department takes it, name it under "
        "`outside` and here.",
    ),
    good=(
        Example(
            """\
department:
  id: sales
  name: 销售部
  promises:
    - {text: 客户投诉两小时内回复, receiver: csm}
    - 询价四小时内报价
posts:
  - {id: csm, name: 客户服务专员, duties: [受理客户投诉]}
  - {id: rep, name: 销售代表, duties: [给客户报价]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department:
  id: sales
  name: 销售部
  promises:
    - 客户投诉两小时内回复
posts:
  - {id: rep, name: 销售代表, duties: [给客户报价, 每周催收到期货款]}
""",
            finds=("5:7 承诺“客户投诉两小时内回复”没有写由谁接手，也没有哪个岗位的职责接得上",),
        ),
        Example(
            """\
department:
  id: sales
  name: 销售部
  promises:
    - {text: 客户投诉两小时内回复, receiver: clerk}
posts:
  - {id: rep, name: 销售代表, duties: [受理客户投诉]}
  - {id: clerk, name: 仓管员, duties: [每月盘点库存]}
""",
            finds=("5:36 承诺“客户投诉两小时内回复”交给“仓管员”，它的职责里却没有相近的事",),
        ),
    ),
)
