"""STR016: a YAML file that says nothing about departments, posts, processes or KPIs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Rule
from salesduty.rules.suggestion import did_you_mean

_KEY_WITH_CHINESE_COLON = re.compile(r"[^\s:：-]{1,16}：")


def _no_mapping(values: Mapping[str, object]) -> Text:
    """The words for a file that is a sentence or a list; the usual cause is a colon that is none."""
    text = str(values["text"])
    if _KEY_WITH_CHINESE_COLON.match(text):
        return Text(
            f"这个文件只是一段文字：{quoted(text)}，中文冒号“：”要换成英文冒号加一个空格",
            f"this file is one piece of text: {quoted(text)}; use a Latin colon and a space in place of “：”",
        )
    return Text(
        f"这个文件只是一段文字或一张清单：{quoted(text)}",
        f"this file is a text or a list: {quoted(text)}",
    )


def _no_entity(values: Mapping[str, object]) -> Text:
    """The words for a file without a key that salesduty knows; the usual cause is a mistyped one."""
    near = did_you_mean([str(key) for key in cast("tuple[str, ...]", values["near"])])
    return Text(
        "这个文件里没有部门、岗位、流程、指标或考核方案，只有{keys}{near}",
        "this file holds no department, post, process, KPI or appraisal, only {keys}{near}",
    ).filled({"keys": quoted(str(values["keys"])), "near": near})


RULE = Rule(
    code="STR016",
    name="not-a-role-file",
    severity=WARNING,
    kinds={
        "no-entity": _no_entity,
        "not-a-mapping": _no_mapping,
    },
    message=Text(zh="{what}", en="{what}"),
    why=Text(
        zh="文件放在岗位文件夹里却没有被采用；如果是最上面一行写错了，整个文件就都没有检查。",
        en="The file lies among the posts and is not used. If only its first line is mistyped, all of it goes unchecked.",
    ),
    fix=Text(
        zh="最上面一层写“部门”（department）、“岗位”（post）、“岗位清单”（posts）、“流程”（process）、“指标清单”（kpis）或“考核方案”（appraisal）；"
        "和岗位无关的文件移到别处。",
        en="Begin with `department`, `post`, `posts`, `process`, `kpis` or `appraisal`, or move a file that is about "
        "something else.",
    ),
    good=(Example("post:\n  name: 销售代表\n"), Example("岗位:\n  岗位名称: 销售代表\n")),
    bad=(
        Example(
            "name: 销售代表\nlevel: staff\n",
            finds=("1:1 这个文件里没有部门、岗位、流程、指标或考核方案，只有“name, level”",),
        ),
        Example(
            "depratment:\n  name: 销售部\n",
            finds=("1:1 这个文件里没有部门、岗位、流程、指标或考核方案，只有“depratment”，是不是“department”？",),
        ),
        Example("- 每周拜访 5 家客户\n", finds=("1:1 这个文件只是一段文字或一张清单：“- 每周拜访 5 家客户”",)),
        Example(
            "部门：销售部\n",
            finds=("1:1 这个文件只是一段文字：“部门：销售部”，中文冒号“：”要换成英文冒号加一个空格",),
        ),
    ),
)
