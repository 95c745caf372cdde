"""SOD002: work that takes two people, where only one is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from salesduty.model.duty import Work
from salesduty.results.finding import WARNING
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.segregation import sources
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department

_TWO = re.compile("(?:双人|两人|二人)(?:或多人)?(?:复核|核对|清点|验收|保管|签字|签收|盘点|开箱|点验|点货|点收|在场)")
_WITH = re.compile("(?:[与和跟同请由]|会同)[^，。；,;、]{1,14}(?:双人|两人|二人)|一人[^，。；,;]{1,12}一人")
"""How a sentence says who the second person is."""


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the duties of active posts and the steps of processes that take more people than hold them, as far as is known."""
    for post in department.active_posts:
        people = post.value.headcount
        for index, duty in enumerate(post.value.duties):
            yield from _of_duty(duty, post / "duties" / index, people, quoted(post.value.name), department)
    for process in department.processes:
        for index, step in enumerate(process.value.steps):
            if step.do:
                who = (*step.do, *step.review, *step.support, *((step.accountable,) if step.accountable else ()))
                yield from _hit(step, step.name, process / "steps" / index, None, (*who, *step.shared_with), department)


def _of_duty(duty: Work, place: Place, people: int | None, post: str, department: Department) -> Iterator[Hit]:
    if people is not None:
        yield from _hit(duty, duty.text or post, place, people, duty.shared_with, department)
        for index, below in enumerate(duty.duties):
            yield from _of_duty(below, place / "duties" / index, people, post, department)


def _hit(work: Work, name: str, place: Place, people: int | None, others: Sequence[str], department: Department) -> Iterator[Hit]:
    wanted = _wanted(work)
    named = work.performers is None and wanted is not None and _is_named(work.text or "", others, department)
    if wanted is None or named:
        return
    there = _people(department, others, people or 0)
    if there is not None and there < wanted:
        at = place / "performers" if work.performers is not None else place / "text" if work.text else place
        yield Hit(at, {"text": name, "wanted": wanted, "there": there})


def _wanted(work: Work) -> int | None:
    """How many people a duty takes, by its field or by its words; None where one will do or the words name the second."""
    if work.performers is not None:
        return work.performers if work.performers > 1 else None
    text = work.text or ""
    if "人" not in text or not _TWO.search(text) or _WITH.search(text):
        return None
    return 2


def _is_named(text: str, others: Sequence[str], department: Department) -> bool:
    """Whether a sentence names a post, which is the second person."""
    return any(name in text for name in (*others, *(post.value.name for post in department.posts)))


def _people(department: Department, refs: Sequence[str], people: int) -> int | None:
    """How many people the posts are that `refs` mean, with `people` besides; None where one of them has no known number."""
    counted: dict[str, int] = {}
    for ref in refs:
        party = next(iter(department.parties(ref)), None)
        if party is None or party.post is None or party.post.value.headcount is None:
            return None
        counted[party.address] = party.post.value.headcount
    return people + sum(counted.values())


RULE = Rule(
    code="SOD002",
    name="too-few-performers",
    severity=WARNING,
    check=check,
    message=Text(
        zh="“{text}”要 {wanted} 个人一起做，做这件事的岗位编制合计只有 {there} 人",
        en="“{text}” takes {wanted} people, and the posts that do it have {there}",
    ),
    why=Text(
        zh="双人复核靠的是第二个人；只有一个人的岗位写双人复核，要么天天做不到，要么另一个名字是代签的。",
        en="Four eyes need a second person. In a post of one it is either not done, or the second signature is not real.",
    ),
    fix=Text(
        zh="写上另一个岗位（环节写 do 或 review，职责写“共担岗位”shared_with），或者改编制；做不到双人的，改成事后由别人抽查。",
        en="Name a second post (`do` or `review` of a step, `shared_with` of a duty), change the headcount, or have somebody "
        "check samples afterwards instead.",
    ),
    source=sources.BASIC_NORM,
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: clerk, name: 销售内勤, headcount: 2, duties: [{text: 发货前核对订单, performers: 2}]}
  - id: keeper
    name: 仓库管理员
    headcount: 1
    duties: [{text: 月末盘点, performers: 2, shared_with: clerk}, 与销售内勤双人清点退货]
  - {id: rep, name: 销售代表, duties: [{text: 双人验收样品}]}
process: {name: 发货, steps: [{name: 点货, do: keeper, review: clerk, performers: 2}]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: clerk, name: 销售内勤, headcount: 1, duties: [{text: 发货前核对订单, performers: 2}, 双人复核开票内容]}
process: {name: 发货, steps: [{name: 点货, do: clerk, performers: 2}]}
""",
            finds=(
                "3:80 “发货前核对订单”要 2 个人一起做，做这件事的岗位编制合计只有 1 人",
                "3:84 “双人复核开票内容”要 2 个人一起做，做这件事的岗位编制合计只有 1 人",
                "4:63 “点货”要 2 个人一起做，做这件事的岗位编制合计只有 1 人",
            ),
        ),
    ),
)
