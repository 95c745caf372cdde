"""CAD001: a meeting that nobody chairs, that nothing goes into or comes out of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from salesduty.model.department import Meeting
from salesduty.results.finding import INFO, WARNING
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.cadences.works import written
from salesduty.rules.left_out import omitted
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.text.normal import normal
from salesduty.workspace.entities import Department

_FIELDS = {
    "chair": Text("谁主持", "who chairs it"),
    "inputs": Text("会前要准备什么", "what has to be prepared"),
    "outputs": Text("会后要留下什么", "what comes out of it"),
}
_SAID = {
    "chair": re.compile("主持|召集|牵头"),
    "inputs": re.compile("会前|汇报|通报|听取|提交|准备|数据|报表"),
    "outputs": re.compile("形成|纪要|决议|清单|会后|输出|产出|记录|确定|定下|布置|安排|分派|决定"),
}
"""Words of a meeting's purpose and time that say it without the field."""
_HOLDS = re.compile("主持|召开|召集|组织|牵头")
_MOST_MENTIONS = 8
_ALSO = Text("{meeting}也没有写{lacks}", "nor does {meeting}: {lacks}")


@dataclass(frozen=True, slots=True)
class _Poor:
    meeting: Meeting
    place: Place
    lacks: tuple[str, ...]


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the meetings that lack a chair, inputs or outputs: a warning for what the other meetings of the department say.

    What no meeting, or only few, say is told once, for information.
    """
    meetings = department.spec.meetings
    if not meetings:
        return
    spoilt = omitted((department,))
    usual = {name for name in _FIELDS if 2 * sum(bool(getattr(each, name)) for each in meetings) > len(meetings) > 1}
    chaired = _chaired(department)
    unusual: list[_Poor] = []
    for index, meeting in enumerate(meetings):
        place = department.place / "meetings" / index
        lacks = [
            name for name in _FIELDS if not (getattr(meeting, name) or spoilt.explains(place / name) or _is_said(meeting, name))
        ]
        if "chair" in lacks and normal(meeting.name) in chaired:
            lacks.remove("chair")
        told = tuple(name for name in lacks if name in usual)
        if told:
            yield Hit(place, {"meeting": quoted(meeting.name), "lacks": _words(told)}, consequence=2)
        elif lacks:
            unusual.append(_Poor(meeting, place, tuple(lacks)))
    if unusual:
        yield _together(unusual)


def _is_said(meeting: Meeting, field: str) -> bool:
    return bool(_SAID[field].search(normal(f"{meeting.purpose or ''}，{meeting.when or ''}")))


def _chaired(department: Department) -> frozenset[str]:
    """The names of the meetings that a duty of a post says it holds."""
    names = {normal(meeting.name) for meeting in department.spec.meetings if meeting.chair is None}
    if not names:
        return frozenset()
    texts = [normal(each.work.text) for each in written(department, "text") if each.work.text and _HOLDS.search(each.work.text)]
    return frozenset(name for name in names if any(name in text for text in texts))


def _together(several: list[_Poor]) -> Hit:
    first, *rest = several
    mentions = tuple(
        Mention(each.place, _ALSO.filled({"meeting": quoted(each.meeting.name), "lacks": _words(each.lacks)})) for each in rest
    )
    values = {"meeting": quoted(first.meeting.name), "lacks": _words(first.lacks)}
    return Hit(first.place, values, mentions[:_MOST_MENTIONS], INFO, consequence=1)


def _words(fields: tuple[str, ...]) -> Text:
    return Text("、".join(_FIELDS[name].zh for name in fields), ", ".join(_FIELDS[name].en for name in fields))


RULE = Rule(
    code="CAD001",
    name="meeting-incomplete",
    severity=WARNING,
    check=check,
    message=Text(zh="例会{meeting}没有写{lacks}", en="the meeting {meeting} does not say {lacks}"),
    why=Text(
        zh="没有人主持的会开不起来；没有输入的会临时凑材料；没有产出的会开完就散，定过的事没有人记得。",
        en="A meeting without a chair does not start, without inputs it is improvised, and without outputs nobody remembers it.",
    ),
    fix=Text(
        zh="写上“主持岗位”（chair）、“输入”（inputs）和“产出”（outputs），如周报、会议纪要、任务清单；三样都说不出来的会可以不开。",
        en="Write the `chair`, the `inputs` and the `outputs`, such as weekly reports, minutes, a list of tasks; a meeting for "
        "which none can be named need not be held.",
    ),
    good=(
        Example(
            """\
department:
  id: sales
  name: 销售部
  meetings:
    - {name: 销售周会, chair: head, inputs: [小组周报], outputs: [周会纪要]}
    - {name: 月度总结会, when: 每月 5 日，由销售经理主持, inputs: [销售月报], purpose: 定下当月重点}
posts: [{id: head, name: 销售经理}]
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
    - {name: 销售周会, chair: head, inputs: [小组周报], outputs: [周会纪要]}
    - {name: 月度总结会, chair: head, inputs: [销售月报], outputs: [月度通报]}
    - {name: 季度评审会, inputs: [季度数据]}
posts: [{id: head, name: 销售经理}]
""",
            finds=("7:8 例会“季度评审会”没有写谁主持、会后要留下什么",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部, meetings: [销售周会, 月度总结会]}
post: {name: 销售经理, duties: [每周一主持销售周会]}
""",
            finds=("1:47 例会“销售周会”没有写会前要准备什么、会后要留下什么",),
        ),
    ),
)
