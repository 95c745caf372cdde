"""WRD015: a blank where none belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.wordings.written import mended, written
from salesduty.settings.settings import Settings
from salesduty.text.punctuation import blanks
from salesduty.workspace.entities import Department

_HAN = r"\u3400-\u9fff"
_MARK = "，。、；：？！（）《》“”"
# Each begins with one character, which is found fast. A line break in a sentence becomes a blank when YAML folds it.
_BETWEEN = re.compile(
    rf" (?<![\s:,\-\[{{#] )(?:(?<=[{_HAN}{_MARK}] )(?=[{_HAN}{_MARK}])|(?<=[{_MARK}] )(?=[^\s#])|(?= +[^\s#])|(?=[{_MARK}]))"
)
_FOLDED = re.compile(rf"\n(?:(?<=[{_HAN}{_MARK}]\n)|(?<=[{_HAN}{_MARK}]\r\n)) +[{_HAN}]")
_WRITTEN = ("\u3000", "\xa0", "\\", ": >", "- >")
_AROUND = 3
_TAKE_OUT = Text("去掉多余的空格", "take the blanks out")


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield every text with blanks between Chinese characters, beside Chinese marks, doubled, or of a width of their own."""
    for text in written(department, _may_hold):
        if found := blanks(text.text):
            first = found[0]
            place = text.text[max(0, first.start - _AROUND) : first.end + _AROUND]
            yield Hit(
                text.at,
                {"owner": text.owner, "count": len(found), "near": Text(quoted(place), quoted(place))},
                repair=mended(text, found, _TAKE_OUT),
            )


def _may_hold(whole: str) -> bool:
    """Tell whether a text in a file can have such a blank."""
    return any(each in whole for each in _WRITTEN) or bool(_BETWEEN.search(whole) or _FOLDED.search(whole))


RULE = Rule(
    code="WRD015",
    name="stray-blank",
    severity=INFO,
    check=check,
    message=Text(zh="“{owner}”这里有 {count} 处多余的空格：{near}", en="“{owner}” has stray blanks here ({count}): {near}"),
    why=Text(
        zh="词被空格拆开就搜索不到，打印出来也参差不齐；多半是从 PDF 或表格里复制来的。",
        en="A word with a blank in it is not found by searching and looks odd in print; mostly it came from a PDF or a table.",
    ),
    fix=Text(zh="去掉空格；原来是并列的，换成顿号。", en="Take the blanks out; where they separate items, write commas."),
    good=(Example("post:\n  name: 司机\n  duties: [每天 8:00 前检查车况, 每月 5 日前提交 ERP 用车记录]\n"),),
    bad=(
        Example(
            "post:\n  name: 司机\n  duties:\n    - 每天出车前检 查车况， 当天填记录\n",
            finds=("4:7 “司机”这里有 2 处多余的空格：“车前检 查车况”",),
        ),
        Example(
            'post:\n  name: 司机\n  duties:\n    - "每天出车前检查　车况"\n',
            finds=("4:7 “司机”这里有 1 处多余的空格：“前检查 车况”",),
        ),
    ),
)
