"""WRD013: traditional and simplified characters in one department."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.wordings.written import Written, mended, written
from salesduty.settings.settings import Settings
from salesduty.text.normal import normal
from salesduty.text.punctuation import Change
from salesduty.text.scripts import simplified_in, traditional_in
from salesduty.workspace.entities import Department

_SHOWN = 6
_TRADITIONAL, _SIMPLIFIED = Text("繁体字", "traditional"), Text("简体字", "simplified")
_TURN = Text("换成简体字", "write them in simplified characters")


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the texts in the script that the department uses less, where it uses both."""
    if not any(file.text is not None and traditional_in(file.text) for file in department.files):
        return
    texts = [text for text in written(department, _any) if text.prose]
    old = [(text, found) for text in texts if (found := traditional_in(text.text))]
    new = [(text, found) for text in texts if (found := simplified_in(text.text))]
    if not old or not new:
        return
    if sum(len(found) for _, found in old) <= sum(len(found) for _, found in new):
        for text, found in old:
            yield _hit(text, found, _TRADITIONAL, _SIMPLIFIED, [Change(at, at + 1, normal(char)) for at, char in found])
    else:
        for text, found in new:
            yield _hit(text, found, _SIMPLIFIED, _TRADITIONAL, [])


def _any(_: str) -> bool:
    return True


def _hit(text: Written, found: list[tuple[int, str]], script: Text, other: Text, changes: list[Change]) -> Hit:
    chars = "".join(dict.fromkeys(char for _, char in found))
    return Hit(
        text.at,
        {"owner": text.owner, "script": script, "other": other, "chars": chars[:_SHOWN] + "…" * (len(chars) > _SHOWN)},
        repair=mended(text, changes, _TURN) if changes else None,
    )


RULE = Rule(
    code="WRD013",
    name="mixed-scripts",
    severity=WARNING,
    check=check,
    message=Text(
        zh="“{owner}”这里有{script}“{chars}”，部门的文件用的是{other}",
        en="“{owner}” has {script} characters here (“{chars}”), the department writes {other} ones",
    ),
    why=Text(
        zh="一份文件里繁简混用，查找不到、打印出来也不像正式文件，多半是从网上复制来的。",
        en="What is written in two scripts cannot be found by searching and looks copied.",
    ),
    fix=Text(zh="统一成一种。", en="Write all of it in one script."),
    source=Text(
        zh="《国家通用语言文字法》规定国家机关公务用字使用规范汉字，企业文件通常照此办理。",
        en="By the Law on the Standard Spoken and Written Chinese Language offices of the state write standard characters; firms "
        "mostly follow.",
    ),
    good=(Example("post:\n  name: 店長\n  duties: [每天開店後清點庫存, 每週回訪老客戶]\n"),),
    bad=(
        Example(
            "post:\n  name: 店长\n  duties:\n    - 每天开店后清点库存\n    - 每周回访老客戶\n",
            finds=("5:7 “店长”这里有繁体字“戶”，部门的文件用的是简体字",),
        ),
    ),
)
