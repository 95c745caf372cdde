"""STR011: a Chinese colon where YAML wants a Latin one and a space."""

from __future__ import annotations

from salesduty.model.fields import spellings
from salesduty.results.finding import ERROR
from salesduty.results.repair import Repair, Retype
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Rule, Trouble

_KEYS = frozenset(spellings()).union(*spellings().values())


def _mend(trouble: Trouble) -> Repair | None:
    """A Latin colon and a blank, behind what is surely the name of a field."""
    if trouble.kind != "fullwidth-colon" or str(trouble.values["key"]) not in _KEYS:
        return None
    what = Text("中文冒号改成英文冒号加空格", "write a Latin colon and a space")
    return Repair(what, (Retype(trouble.at, trouble.start, trouble.end, ": "),))


RULE = Rule(
    code="STR011",
    name="fullwidth-colon",
    severity=ERROR,
    mend=_mend,
    kinds={
        "fullwidth-colon": Text("“{key}”后面是中文冒号“：”", "a Chinese colon “：” follows “{key}”"),
        "key-in-sentence": Text(
            "“{got}”以项目名“{key}”开头，冒号却是中文的，或者后面没有空格",
            "“{got}” begins with the key “{key}”, but its colon is Chinese or has no space behind it",
        ),
    },
    message=Text(zh="{what}，要换成英文冒号加一个空格", en="{what}; use a Latin colon and a space"),
    why=Text(
        zh="YAML 只认英文冒号；用了中文冒号，项目名和内容连成一句话，整个文件就读不下去。",
        en="YAML knows the Latin colon only; with the other one the key and its value run together, and the file cannot be read.",
    ),
    fix=Text(
        zh="把“：”改成“: ”，即英文冒号后面空一格；文字内部的中文冒号可以保留。",
        en="Write “: ”, a Latin colon and a space. Chinese colons inside a text may stay.",
    ),
    good=(Example("岗位:\n  岗位名称: 销售代表\n  岗位目的: 目标：完成销售任务\n"),),
    bad=(
        Example(
            "岗位:\n  岗位名称：销售代表\n  层级: 员工\n",
            finds=("2:7 “岗位名称”后面是中文冒号“：”，要换成英文冒号加一个空格",),
        ),
        Example(
            "岗位：\n  岗位名称：销售代表\n  层级: 员工\n  岗位职责:\n    - 目标：完成销售任务\n",
            finds=(
                "1:3 “岗位”后面是中文冒号“：”，要换成英文冒号加一个空格",
                "2:7 “岗位名称”后面是中文冒号“：”，要换成英文冒号加一个空格",
            ),
        ),
        Example(
            "岗位:\n  岗位名称: 销售代表\n  岗位职责:\n    - 时限：当天\n",
            finds=("4:7 “时限：当天”以项目名“时限”开头，冒号却是中文的，或者后面没有空格，要换成英文冒号加一个空格",),
        ),
    ),
)
