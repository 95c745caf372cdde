"""WRD018: a duty that names a thing and no act, or an act and no thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.wordings.detail import is_detailed
from salesduty.settings.settings import Settings
from salesduty.text.halves import only_a_thing, only_verbs
from salesduty.workspace.entities import Department

_SHORT = re.compile(r"^[^,;。:\d\n]{2,10}。?$", re.MULTILINE)
_THING = Text("只写了事物，没有写做什么", "names a thing and not what is done about it")
_ACT = Text("只写了动作，没有写对什么做", "names an act and not what it is done to")


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the short duties of posts that are nothing but a thing or nothing but verbs, and no fields that say more."""
    for sentence in department.sentences.holding(_SHORT):
        said = sentence.normal.strip().rstrip("。")
        work = sentence.work
        if sentence.post is None or is_detailed(work) or work.object is not None or work.action is not None:
            continue
        if only_verbs(said):
            yield Hit(sentence.at, {"owner": sentence.owner, "what": _ACT})
        elif _SHORT.fullmatch(said) and only_a_thing(said):
            yield Hit(sentence.at, {"owner": sentence.owner, "what": _THING})


RULE = Rule(
    code="WRD018",
    name="half-a-sentence",
    severity=INFO,
    check=check,
    message=Text(zh="“{owner}”的这项职责{what}", en="this duty of “{owner}” {what}"),
    why=Text(
        zh="“客户档案”是建、是查还是管？“每周汇报”报什么？缺一半的话，每个人补的都不一样。",
        en="To make, to check or to keep the file? To report what? Everybody fills in the missing half differently.",
    ),
    fix=Text(zh="写成“动作＋对象＋结果”，如“成交当天建立客户档案，缺项次日补齐”。", en="Write verb, object and result."),
    good=(Example("post:\n  name: 前台\n  duties: [接听来电并转接, 每天更新会议室预订表]\n"),),
    bad=(
        Example(
            "post:\n  name: 前台\n  duties:\n    - 办公用品\n    - 每周汇报\n",
            finds=(
                "4:7 “前台”的这项职责只写了事物，没有写做什么",
                "5:7 “前台”的这项职责只写了动作，没有写对什么做",
            ),
        ),
    ),
)
