"""CAD051: what a team reports every week goes on upwards once a month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from salesduty.model.choices import Action
from salesduty.responsibility.gist import Gist, of_reading
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.says import mention
from salesduty.settings.settings import Settings
from salesduty.text.normal import normal

_RANKS = {"daily": 0, "weekly": 1, "biweekly": 2, "monthly": 3, "quarterly": 4, "half-yearly": 5, "yearly": 6}
_LABELS = {
    "daily": Text("每天", "daily"),
    "weekly": Text("每周", "weekly"),
    "biweekly": Text("每两周", "every two weeks"),
    "monthly": Text("每月", "monthly"),
    "quarterly": Text("每季度", "quarterly"),
    "half-yearly": Text("每半年", "half-yearly"),
    "yearly": Text("每年", "yearly"),
}
_FARTHEST = 2
"""Ranks that may lie between the two: a day's figures that go into the year's report are another matter."""
_REPORTS = re.compile(
    r"(?:向|给|对)[^,;。]{1,12}(?:汇报|报告|提交|通报)|上报|报送|呈报|汇报|报(?=[^,;。价名]{0,8}(?:总监|经理|主管|部|上级))|提交[^,;。]{0,12}(?:报|表)"
)
_UPWARD = re.compile("上级|领导|总部|公司|总经理|总监|经理|主管|部长|董事")


@dataclass(frozen=True, slots=True)
class _Report:
    holding: Holding
    cadence: str
    about: Gist


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield what a post reports to its superior more often than that one passes the same thing on, each pair of duties once."""
    by_post: dict[str, list[_Report]] = {}
    for report in _reports(found):
        by_post.setdefault(report.holding.post.address, []).append(report)
    for post in found.department.active_posts:
        for party in found.department.superiors(post):
            for below in by_post.get(post.address, []):
                slower = _slower(below, by_post.get(party.address, []))
                if slower is not None:
                    yield _hit(below, slower)


def _reports(found: Responsibilities) -> Iterator[_Report]:
    for holding in found.owned:
        spelt, cadence = normal(holding.text), holding.reading.cadence
        reports = any(claim.action is Action.report for claim in holding.reading.main) or _REPORTS.search(spelt)
        if cadence in _RANKS and reports and (_UPWARD.search(spelt) or holding.duty.to):
            about = of_reading(holding.reading, found.vocabulary)
            if about.terms:
                yield _Report(holding, cadence, about)


def _slower(below: _Report, above: list[_Report]) -> _Report | None:
    """How the superior reports on the same thing, if always less often, but not in another order of time."""
    same = [each for each in above if each.about.facets & below.about.facets and each.about.terms == below.about.terms]
    rank = _RANKS[below.cadence]
    if not same or any(_RANKS[each.cadence] <= rank for each in same):
        return None
    slower = min(same, key=lambda each: _RANKS[each.cadence])
    return slower if _RANKS[slower.cadence] - rank <= _FARTHEST else None


def _hit(below: _Report, above: _Report) -> Hit:
    values = {
        "post": quoted(below.holding.post.value.name),
        "text": quoted(below.holding.text),
        "often": _LABELS[below.cadence],
        "superior": quoted(above.holding.post.value.name),
        "upper": quoted(above.holding.text),
        "seldom": _LABELS[above.cadence],
    }
    return Hit(above.holding.place, values, (mention(below.holding),), consequence=1)


RULE = Rule(
    code="CAD051",
    name="reports-slower-above",
    severity=INFO,
    judge=judge,
    message=Text(
        zh="{post}{often}报一次（{text}），{superior}{seldom}才往上报一次（{upper}），中间的变化上面看不到",
        en="{post} reports {often} ({text}), {superior} passes it on only {seldom} ({upper}): those above miss what happens "
        "between",
    ),
    why=Text(
        zh="下面每周都报，到了中间一层攒成一个月；上面知道时，事情已经过去三四周了。",
        en="The team reports every week, and one level up it is kept for a month: those above hear of it weeks later.",
    ),
    fix=Text(
        zh="上面需要按周看的，让中间一层也按周报；不需要的，下面改成按月，省下写周报的时间。",
        en="If those above need it weekly, pass it on weekly; if they do not, let the team report monthly and save the time.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [总经理]}
posts:
  - {id: head, name: 销售经理, reports_to: 总经理, duties: [每周向总经理汇报回款进度]}
  - {id: rep, name: 销售主管, reports_to: head, duties: [每周向销售经理汇报回款进度]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [总经理]}
posts:
  - {id: head, name: 销售经理, reports_to: 总经理, duties: [每月向总经理汇报回款进度]}
  - {id: rep, name: 销售主管, reports_to: head, duties: [每周向销售经理汇报回款进度]}
""",
            finds=(
                "3:54 “销售主管”每周报一次（“每周向销售经理汇报回款进度”），"
                "“销售经理”每月才往上报一次（“每月向总经理汇报回款进度”），中间的变化上面看不到",
            ),
        ),
    ),
)
