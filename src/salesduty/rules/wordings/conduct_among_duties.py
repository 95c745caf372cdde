"""WRD008: rules of conduct among the duties: 遵守公司各项规章制度."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.choices import DutyKind
from salesduty.results.finding import WARNING
from salesduty.results.repair import Add, Repair
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Measured, Rule
from salesduty.settings.settings import Settings
from salesduty.text.conduct import CONDUCT, conduct
from salesduty.workspace.entities import Department

_SAY = Text("标明是通用职责", "say that it is common to all")


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the duties of posts that are nothing but conduct and not declared common to everybody."""
    for sentence in department.sentences.holding(CONDUCT):
        if sentence.post is None or sentence.work.kind is DutyKind.common or sentence.work.duties:
            continue
        if word := conduct(sentence.normal):
            step = Add(sentence.item, "kind", DutyKind.common.value)
            yield Hit(
                sentence.at,
                {"owner": sentence.owner, "word": word},
                repair=Repair(_SAY, (step,), safe=False) if sentence.work.kind is None else None,
            )


RULE = Rule(
    code="WRD008",
    name="conduct-among-duties",
    severity=WARNING,
    check=check,
    message=Text(zh="“{owner}”的“{word}”是行为要求，不是职责", en="“{word}” of “{owner}” is conduct, not a duty"),
    why=Text(
        zh="守纪律、讲敬业是对每个人的要求，写进职责既分不出岗位，也没法交接和考核，还把真正要做的事挤到后面。",
        en="Discipline and devotion are asked of everybody: they tell no post from another, cannot be handed over, and crowd out "
        "the work.",
    ),
    fix=Text(
        zh="移到员工手册，或写成“任职资格”里的“素质”（traits）；一定要留的，“类别”（kind）写成“通用”。",
        en="Move it to the staff handbook or to `traits`; if it has to stay, give it `kind: common`.",
    ),
    measured=Measured(hits=4, right=4),
    good=(
        Example(
            """\
post:
  name: 销售代表
  duties:
    - 每月检查门店遵守价格政策的情况，违规的当天报经理
    - {text: 遵守公司各项规章制度, kind: common}
"""
        ),
    ),
    bad=(
        Example(
            "post:\n  name: 护士\n  duties:\n    - 严格遵守医院各项规章制度，着装整洁，态度和蔼\n    - 爱岗敬业，廉洁行医\n",
            finds=(
                "4:7 “护士”的“遵守”是行为要求，不是职责",
                "5:7 “护士”的“爱岗敬业”是行为要求，不是职责",
            ),
        ),
    ),
)
