"""WRD017: half-width marks in a Chinese sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Measured, Rule
from salesduty.rules.wordings.written import mended, written
from salesduty.settings.settings import Settings
from salesduty.text.punctuation import narrow
from salesduty.workspace.entities import Department

# The mark comes first, for it is found fast.
_ANY = re.compile(r"[,;:?!(](?=[\w“”（(《])(?<=[\u3400-\u9fff）)》”].)")
_WIDEN = Text("换成全角标点", "write full-width marks")


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield every text with half-width marks between Chinese characters."""
    for text in written(department, lambda whole: _ANY.search(whole) is not None):
        if _ANY.search(text.text) and (found := narrow(text.text)):
            marks = " ".join(dict.fromkeys(text.text[each.start : each.end] for each in found))
            yield Hit(text.at, {"owner": text.owner, "marks": marks}, repair=mended(text, found, _WIDEN))


RULE = Rule(
    code="WRD017",
    name="halfwidth-marks",
    severity=INFO,
    check=check,
    message=Text(zh="“{owner}”的中文里用了半角标点 {marks}", en="“{owner}” has half-width marks in Chinese text: {marks}"),
    why=Text(
        zh="半角和全角标点混在一份文件里，打印出来疏密不一。",
        en="Marks of two widths in one document look uneven in print.",
    ),
    fix=Text(zh="换成全角标点，如“，”“；”“（”。", en="Write full-width marks."),
    source=Text(
        zh="《标点符号用法》（GB/T 15834—2011）。",
        en="GB/T 15834-2011 on the use of punctuation marks.",
    ),
    measured=Measured(hits=170, right=170),
    good=(Example("post:\n  name: 库管\n  duties: ['每天 8:30 前清点库存，差异当天报 ERP(WMS) 管理员']\n"),),
    bad=(
        Example(
            "post:\n  name: 库管\n  duties:\n    - '每天清点库存,差异当天上报(附清单)'\n",
            finds=("4:7 “库管”的中文里用了半角标点 , ( )",),
        ),
    ),
)
