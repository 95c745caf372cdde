"""WRD004: 及时, 按时, 定期 or 经常 without a number."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Measured, Rule
from salesduty.rules.wordings.detail import is_timed
from salesduty.settings.settings import Settings
from salesduty.text.times import VAGUE, says_when, vague_times
from salesduty.workspace.entities import Department


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the sentences that speak of time and neither they nor the fields of the duty say when or how often."""
    for sentence in department.sentences.holding(VAGUE):
        if is_timed(sentence.work) or says_when(sentence.normal):
            continue
        if found := vague_times(sentence.normal):
            words = dict.fromkeys(word for _, word in found)
            yield Hit(sentence.at, {"owner": sentence.owner, "words": tuple(f"“{word}”" for word in words)})


RULE = Rule(
    code="WRD004",
    name="vague-time",
    severity=WARNING,
    check=check,
    message=Text(
        zh="“{owner}”的这项职责只写了{words}，没有写多久之内或多久一次",
        en="this duty of “{owner}” says {words} and not by when or how often",
    ),
    why=Text(
        zh="没有时限就没有“晚了”这回事：拖一周也可以叫及时，一年一次也可以叫定期。",
        en="Without a limit nothing is ever late: a week can be called prompt, once a year regular.",
    ),
    fix=Text(
        zh="写明时限或频次，如“2 个工作日内”“每月 5 日前”“每周一次”，或者填“时限”（sla）、“频次”（cadence）。",
        en="Say by when or how often in the sentence, or write `sla` or `cadence`.",
    ),
    source=Text(
        zh="目标要有时限，出自多兰的 SMART 原则（G. T. Doran，1981）。",
        en="Objectives are to be time-related: SMART (G. T. Doran, 1981).",
    ),
    measured=Measured(hits=41, right=39),
    good=(
        Example(
            """\
post:
  name: 客服专员
  duties:
    - 客户来电 30 分钟内及时回复
    - {text: 定期回访老客户, cadence: monthly}
    - 及时了解竞品动态
"""
        ),
    ),
    bad=(
        Example(
            "post:\n  name: 客服专员\n  duties:\n    - 及时处理客户投诉\n    - 定期回访老客户，经常整理客户意见\n",
            finds=(
                "4:7 “客服专员”的这项职责只写了“及时”，没有写多久之内或多久一次",
                "5:7 “客服专员”的这项职责只写了“定期”、“经常”，没有写多久之内或多久一次",
            ),
        ),
    ),
)
