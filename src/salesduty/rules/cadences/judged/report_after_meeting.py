"""CAD050: a report that is due after the meeting which needs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from salesduty.model.department import Meeting
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import WARNING
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.cadences.works import Written, written
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.text.moments import Cycle, Moment, moment
from salesduty.text.normal import normal

_DAY = 24 * 60
_SOON: dict[Cycle, int] = {"daily": 4 * 60, "weekly": 2 * _DAY, "monthly": 7 * _DAY}
"""So many minutes behind a meeting a report comes late for it; what comes later still is for the next one."""
_MAKES = re.compile(
    "编制|编写|撰写|制作|起草|拟定|制定|出具|建立|登记|整理|更新|统计|汇总|提交|上报|报送|报|交|送|发|完成|写|填|做|出"
)
_FORM = re.compile('[《》“”" ]')
_NEEDS = Text("{meeting}要用它：{when}", "{meeting} needs it: {when}")


@dataclass(frozen=True, slots=True)
class _Due:
    """When something is ready, by the words of a duty or a step."""

    work: Written
    place: Place
    at: Moment


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield what goes into a meeting and is due soon after it in the same cycle, unless somebody has it ready before."""
    works: list[Written] | None = None
    for index, meeting in enumerate(found.department.spec.meetings):
        held = moment(normal(meeting.when or ""), meeting.cadence or "")
        if held is None or not meeting.inputs:
            continue
        works = works if works is not None else list(written(found.department))
        place = found.department.place / "meetings" / index
        for number, name in enumerate(meeting.inputs):
            yield from _late(name, held, meeting, place / "inputs" / number, works)


def _late(name: str, held: Moment, meeting: Meeting, place: Place, works: list[Written]) -> Iterator[Hit]:
    thing = _FORM.sub("", normal(name))
    due = [found for each in works if (found := _due(each, thing)) is not None]
    behind = [each.at.behind(held) for each in due]
    if due and all(minutes is not None and 0 < minutes <= _SOON[held.cycle] for minutes in behind):
        first = due[0]
        when = _NEEDS.filled({"meeting": quoted(meeting.name), "when": quoted(meeting.when or "")})
        values = {
            "subject": first.work.subject,
            "report": quoted(name),
            "due": quoted(first.at.words),
            "meeting": quoted(meeting.name),
            "when": quoted(meeting.when or ""),
        }
        yield Hit(first.place, values, (Mention(place, when),), consequence=2)


def _due(each: Written, thing: str) -> _Due | None:
    """When a duty or a step has `thing` ready: by its field, else by the part of the sentence that names it."""
    text = normal(each.work.text or "")
    yields = thing in (_FORM.sub("", normal(output)) for output in each.work.outputs)
    clause = next((part for part in re.split("[;。]", text) if thing in _FORM.sub("", part) and _MAKES.search(part)), "")
    if not yields and not clause:
        return None
    cadence = each.work.cadence or ""
    if each.work.sla and (at := moment(normal(each.work.sla), cadence)) is not None:
        return _Due(each, each.place / "sla", at)
    at = moment(clause or text, cadence)
    return _Due(each, each.place, at) if at is not None else None


RULE = Rule(
    code="CAD050",
    name="report-after-meeting",
    severity=WARNING,
    judge=judge,
    message=Text(
        zh="{subject}要到{due}才交{report}，而{meeting}开在{when}，会上用不到",
        en="{subject} has {report} ready by {due}, after {meeting}, which is held at {when} and needs it",
    ),
    why=Text(
        zh="开会时要用的数据还没到，只能看上一期的，或者临时口头报；会上定的事没有依据。",
        en="The meeting looks at old figures or at what is said from memory, and decides without a ground.",
    ),
    fix=Text(
        zh="把提交时间提到会前，留出看的时间；或者把会往后挪。",
        en="Let it be ready before the meeting, with time to read it; or hold the meeting later.",
    ),
    good=(
        Example(
            """\
department:
  id: sales
  name: 销售部
  meetings:
    - {name: 销售周会, cadence: weekly, when: 每周一 9:30, chair: head, inputs: [小组周报], outputs: [周会纪要]}
    - {name: 月度分析会, cadence: monthly, when: 每月 6 日 14:00, chair: head, inputs: [销售月报, 滚动预测表], outputs: [决议]}
posts:
  - {id: head, name: 销售经理, duties: [每月 25 日前更新滚动预测表]}
  - {id: rep, name: 销售主管, duties: [每周五 17:00 前提交小组周报, 每月 5 日前报送销售月报]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department:
  id: sales
  name: 销售部
  meetings:
    - {name: 销售周会, cadence: weekly, when: 每周一 9:30, chair: head, inputs: [小组周报], outputs: [周会纪要]}
    - {name: 月度分析会, cadence: monthly, when: 每月 6 日 14:00, chair: head, inputs: [销售月报], outputs: [决议]}
posts:
  - {id: head, name: 销售经理}
  - id: rep
    name: 销售主管
    duties:
      - 每周一 17:00 前提交小组周报
      - {text: 汇总各组数据, cadence: monthly, sla: 每月 8 日前, outputs: [《销售月报》], to: head}
""",
            finds=(
                "12:9 “销售主管”的职责“每周一 17:00 前提交小组周报”要到“每周一 17:00 前”才交“小组周报”，"
                "而“销售周会”开在“每周一 9:30”，会上用不到",
                "13:47 “销售主管”的职责“汇总各组数据”要到“每月 8 日前”才交“销售月报”，"
                "而“月度分析会”开在“每月 6 日 14:00”，会上用不到",
            ),
        ),
    ),
)
