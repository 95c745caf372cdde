"""WRD014: figures and letters as wide as Chinese characters: １２, ＣＲＭ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.wordings.written import mended, written
from salesduty.settings.settings import Settings
from salesduty.text.punctuation import wide
from salesduty.workspace.entities import Department

_ANY = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_NARROW = Text("换成半角", "write them half as wide")


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield every text with full-width figures or letters."""
    for text in written(department, lambda whole: _ANY.search(whole) is not None):
        if found := wide(text.text):
            words = tuple(dict.fromkeys(f"“{text.text[each.start : each.end]}”" for each in found))
            yield Hit(text.at, {"owner": text.owner, "words": words}, repair=mended(text, found, _NARROW))


RULE = Rule(
    code="WRD014",
    name="fullwidth-figures",
    severity=INFO,
    check=check,
    message=Text(zh="“{owner}”这里的数字或字母是全角的：{words}", en="“{owner}” has full-width figures or letters here: {words}"),
    why=Text(
        zh="全角数字搜索不到，公式里不能算，和别处的数字也对不上。",
        en="Full-width figures are not found by searching, cannot be calculated with and match no others.",
    ),
    fix=Text(zh="换成半角，如 12、CRM。", en="Write them half as wide."),
    source=Text(
        zh="《出版物上数字用法》（GB/T 15835—2011）：阿拉伯数字一般占半个汉字位置。",
        en="GB/T 15835-2011 on figures in print: Arabic figures take half the room of a character.",
    ),
    good=(Example("post:\n  name: 司机\n  duties: [每天 8:00 前检查车况并录入 TMS]\n"),),
    bad=(
        Example(
            "post:\n  name: 司机\n  duties:\n    - 每天８：３０前检查车况并录入ＴＭＳ\n",
            finds=("4:7 “司机”这里的数字或字母是全角的：“８：３０”、“ＴＭＳ”",),
        ),
    ),
)
