"""WRD003: an amount that nobody can count: 许多, 一些, 适当."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Measured, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department

_VAGUE = re.compile(
    "许多|很多|好多|不少(?![于过])|一些|若干|适量|适当(?!性)(?<!充分、适当)|适度|酌情|酌量|大量(?!程)|少量|多次(?!元|性)|数次|几次|大部分|绝大多数|一定(?:数量|程度|比例|范围)"
)


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the sentences that say how much in words that everybody reads differently."""
    for sentence in department.sentences.holding(_VAGUE):
        words = dict.fromkeys(_VAGUE.findall(sentence.normal))
        yield Hit(sentence.at, {"owner": sentence.owner, "words": tuple(f"“{word}”" for word in words)})


RULE = Rule(
    code="WRD003",
    name="vague-amount",
    severity=INFO,
    check=check,
    message=Text(zh="“{owner}”的这项职责用了{words}，没有写具体数量", en="this duty of “{owner}” says {words} and no number"),
    why=Text(
        zh="“一些”“适当”各人理解不同，考核时就成了争论。",
        en="Everybody takes such words differently, and appraisal turns into an argument.",
    ),
    fix=Text(zh="写成数字或范围，如“每月不少于 3 家”“金额的 5% 以内”。", en="Write a number or a range."),
    source=Text(
        zh="目标要可衡量，出自多兰的 SMART 原则（G. T. Doran，1981）。",
        en="Objectives are to be measurable: SMART (G. T. Doran, 1981).",
    ),
    measured=Measured(hits=1, right=1),
    good=(Example("post:\n  name: 店长\n  duties: [每月巡店不少于 4 次, 做好投资者适当性管理]\n"),),
    bad=(
        Example(
            "post:\n  name: 店长\n  duties: [适当走访客户, 准备一些样品]\n",
            finds=(
                "3:12 “店长”的这项职责用了“适当”，没有写具体数量",
                "3:20 “店长”的这项职责用了“一些”，没有写具体数量",
            ),
        ),
    ),
)
