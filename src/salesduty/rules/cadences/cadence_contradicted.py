"""CAD003: a cadence in a field that the words beside it contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.model.values import cadence_label
from salesduty.results.finding import WARNING
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.cadences.works import written
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.text.normal import normal
from salesduty.workspace.entities import Department

_EVERY = {
    "daily": re.compile("每个?(?:工作日|日|天)"),
    "weekly": re.compile("每个?(?:周|星期)(?!期)"),
    "biweekly": re.compile("每两周|每双周"),
    "monthly": re.compile("每个?月"),
    "quarterly": re.compile("每个?季"),
    "half-yearly": re.compile("每半年"),
    "yearly": re.compile("每年"),
}
_LOOSELY = {
    "daily": "日天",
    "weekly": "周",
    "biweekly": "周",
    "monthly": "月",
    "quarterly": "季",
    "half-yearly": "半年",
    "yearly": "年",
}
"""Characters any of which may say the cadence of the field in another way: 周五汇总 beside 每天."""
_DURATIONS = {"P1D": "daily", "P7D": "weekly", "P1W": "weekly", "P14D": "biweekly", "P2W": "biweekly", "P1M": "monthly"}
_FROM_TO = re.compile("每?周[一二三四五六日][至到~-]")
_MEETING = Text("例会{name}", "the meeting {name}")


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the duties, steps and meetings whose words name one cadence, another than the field `cadence`."""
    for each in written(department, "cadence"):
        if each.work.cadence is not None and each.work.text is not None:
            yield from _compared(each.work.cadence, each.work.text, each.place, each.subject)
    for index, meeting in enumerate(department.spec.meetings):
        if meeting.cadence is not None and meeting.when is not None:
            place = department.place / "meetings" / index
            yield from _compared(meeting.cadence, meeting.when, place, _MEETING.filled({"name": quoted(meeting.name)}))


def _compared(cadence: str, text: str, place: Place, subject: Text) -> Iterator[Hit]:
    field, spelt = _DURATIONS.get(cadence, cadence), normal(text)
    if field not in _EVERY or _FROM_TO.search(spelt):
        return
    said = {name: match for name, pattern in _EVERY.items() if (match := pattern.search(spelt))}
    if len(said) == 1 and field not in said:
        ((name, match),) = said.items()
        rest = spelt[: match.start()] + spelt[match.end() + (name == "weekly") :]
        if field != "daily" and any(char in rest for char in _LOOSELY[field]):
            return
        words = spelt[match.start() : match.end() + 1]
        values = {"subject": subject, "cadence": quoted(cadence_label(cadence)), "words": quoted(_trimmed(words, match[0]))}
        yield Hit(place / "cadence", values, consequence=2)


def _trimmed(words: str, every: str) -> str:
    """The words with the day behind them where that is one: 每周五."""
    return words if words[-1:] in "一二三四五六日" else every


RULE = Rule(
    code="CAD003",
    name="cadence-contradicted",
    severity=WARNING,
    check=check,
    message=Text(
        zh="{subject}的频次写的是{cadence}，文字里写的却是{words}",
        en="{subject} has the cadence {cadence} in its field and {words} in its words",
    ),
    why=Text(
        zh="一处写每周，一处写每月，做的人挑少的做，等数据的人按多的等。",
        en="If one place says weekly and the other monthly, whoever does it takes the rarer, and whoever waits the other.",
    ),
    fix=Text(
        zh="核对到底多久一次，把“频次”（cadence）和文字改成一样。",
        en="Find out how often it really is, and let `cadence` and the words agree.",
    ),
    good=(
        Example(
            """\
department:
  id: sales
  name: 销售部
  meetings: [{name: 晨会, cadence: daily, when: 每周一至周五 8:45}, {name: 销售周会, cadence: weekly, when: 每周一 9:30}]
post:
  name: 销售主管
  duties:
    - {text: 每周五汇总每天的拜访记录, cadence: weekly}
    - {text: 接到投诉后登记, cadence: on-event}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部, meetings: [{name: 销售周会, cadence: weekly, when: 每月 6 日 14:00}]}
post: {name: 销售主管, duties: [{text: 每周五向销售经理提交小组周报, cadence: monthly}]}
""",
            finds=(
                "1:69 例会“销售周会”的频次写的是“每周”，文字里写的却是“每月”",
                "2:61 “销售主管”的职责“每周五向销售经理提交小组周报”的频次写的是“每月”，文字里写的却是“每周五”",
            ),
        ),
    ),
)
