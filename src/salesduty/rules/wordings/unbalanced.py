"""WRD016: a bracket or a quotation mark without its partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.wordings.written import written
from salesduty.settings.settings import Settings
from salesduty.text.punctuation import unpaired
from salesduty.workspace.entities import Department

_ANY = re.compile("[()（）《》“”【】「」『』〈〉]")
_AROUND = 6


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield every text in which marks that come in pairs do not."""
    for text in written(department, lambda whole: _ANY.search(whole) is not None):
        if _ANY.search(text.text) and (found := unpaired(text.text)):
            at = found[0][0]
            near = quoted(text.text[max(0, at - _AROUND) : at + _AROUND])
            marks = "".join(mark for _, mark in found)
            yield Hit(text.at, {"owner": text.owner, "marks": marks, "near": Text(near, near)})


RULE = Rule(
    code="WRD016",
    name="unbalanced-marks",
    severity=WARNING,
    check=check,
    message=Text(zh="“{owner}”这里的 {marks} 不成对：{near}", en="{marks} of “{owner}” has no partner here: {near}"),
    why=Text(
        zh="缺一半的括号或引号，多半是后半句丢了，也让人看不出说到哪里为止。",
        en="Half a pair mostly means that part of the sentence was lost, and nobody can tell where it was to end.",
    ),
    fix=Text(
        zh="补上另一半，或去掉多余的一个；确认后半句没有丢。",
        en="Write the other half or take this one out, and see that nothing is lost.",
    ),
    source=Text(
        zh="括号、引号、书名号成对使用，见《标点符号用法》（GB/T 15834—2011）。",
        en="Brackets and quotation marks come in pairs: GB/T 15834-2011.",
    ),
    good=(Example("post:\n  name: 库管\n  duties: ['1）按《仓库管理办法》盘点（每月末）', “先进先出”发货]\n"),),
    bad=(
        Example(
            "post:\n  name: 库管\n  duties:\n    - 按《仓库管理办法每月末盘点\n    - 核对送货单（一式三联\n",
            finds=(
                "4:7 “库管”这里的 《 不成对：“按《仓库管理办”",
                "5:7 “库管”这里的 （ 不成对：“核对送货单（一式三联”",
            ),
        ),
    ),
)
