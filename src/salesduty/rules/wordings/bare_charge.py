"""WRD001: a duty that only says what it is about: 负责销售管理工作."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Measured, Rule
from salesduty.rules.wordings.detail import is_detailed
from salesduty.settings.settings import Settings
from salesduty.text.bare import CHARGE, bare_charge
from salesduty.workspace.entities import Department


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the sentences of charge without a result, unless a field of the duty or duties below it say what comes of it."""
    for sentence in department.sentences.holding(CHARGE):
        if (word := bare_charge(sentence.normal)) and not is_detailed(sentence.work):
            yield Hit(sentence.at, {"owner": sentence.owner, "word": word})


RULE = Rule(
    code="WRD001",
    name="bare-charge",
    severity=WARNING,
    check=check,
    message=Text(
        zh="“{owner}”的这项职责只说“{word}”什么，没有说做到什么程度",
        en="this duty of “{owner}” says what it is about (“{word}”) and not what has to come of it",
    ),
    why=Text(
        zh="“负责某某工作”谁都能签，却没法检查：做没做、做得好不好，各人说法不一。",
        en="“In charge of …” can be signed by anybody and checked by nobody: whether it was done, and well, is anyone's opinion.",
    ),
    fix=Text(
        zh="换成具体动作加结果，如“每月 5 日前与客户对账，差异 3 个工作日内查清”；或者补上“产出”（outputs）、“频次”（cadence）、"
        "“时限”（sla）。",
        en="Write what is done and what comes of it, or add `outputs`, `cadence` or `sla`.",
    ),
    source=Text(
        zh="目标要具体、可衡量，出自多兰的 SMART 原则（G. T. Doran，1981）。",
        en="Objectives are to be specific and measurable: SMART (G. T. Doran, 1981).",
    ),
    measured=Measured(hits=8, right=7),
    good=(
        Example(
            """\
post:
  name: 仓库主管
  duties:
    - 每月末盘点成品库，账实差异次日报财务部
    - {text: 负责客户档案管理, outputs: [客户档案]}
"""
        ),
    ),
    bad=(
        Example(
            "post:\n  name: 行政专员\n  duties:\n    - 负责公司日常管理工作\n    - 管理车辆\n",
            finds=(
                "4:7 “行政专员”的这项职责只说“负责”什么，没有说做到什么程度",
                "5:7 “行政专员”的这项职责只说“管理”什么，没有说做到什么程度",
            ),
        ),
    ),
)
