"""What may be set, and how each is written: for the reading of a file, `--show-settings` and the page about settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields
from functools import cache
from typing import Any, Literal

from salesduty.results.wording import Text
from salesduty.settings.settings import Settings

Kind = Literal["words", "weights", "paths", "thresholds", "glossary", "word", "words-by-path", "files", "choice"]


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a settings file: how its value is written, what it is for, an example, and the values to choose from."""

    name: str
    kind: Kind
    about: Text
    example: str
    choices: tuple[str, ...] = ()


KEYS: tuple[Key, ...] = (
    Key(
        "select",
        "words",
        Text(
            "只检查这些规则：写代码、名称或一族的字母；不写就检查全部",
            "check these rules only: codes, names or the letters of a family; all where it is not there",
        ),
        'select = ["STR", "REF", "KPI001"]',
    ),
    Key(
        "ignore",
        "words",
        Text("不检查这些规则，写法同上", "do not check these rules, written in the same way"),
        'ignore = ["KPI006", "span-too-narrow"]',
    ),
    Key(
        "severity",
        "weights",
        Text(
            "把规则的级别改成 error、warning、info，或用 off 关掉",
            "give rules another severity: error, warning, info, or off",
        ),
        '[severity]\nKPI = "info"\nKPI001 = "error"',
    ),
    Key(
        "per-path",
        "paths",
        Text(
            "只对某些文件有效的 select、ignore、severity；写在后面的优先",
            "select, ignore and severity for some files only; what stands later goes first",
        ),
        '[per-path."roles/legacy/**"]\nignore = ["ORG"]\nseverity = {STR025 = "info"}',
    ),
    Key(
        "thresholds",
        "thresholds",
        Text("规则用的数字", "the figures that rules measure against"),
        "[thresholds]\nmost-duties = 15\nwidest-span = {manager = 12}",
    ),
    Key(
        "glossary",
        "glossary",
        Text("统一用词：左边是要用的词，右边是不要用的词", "words of one's own: the one to write, and the ones not to write"),
        '[glossary]\n"应收账款" = ["货款", "欠款"]',
    ),
    Key(
        "profile",
        "word",
        Text("没有写部门类型的部门按哪一种检查", "what kind of department those are that do not say it"),
        'profile = "general"',
    ),
    Key(
        "profiles",
        "words-by-path",
        Text("同上，按部门所在的文件夹写", "the same for the departments in some folders"),
        '[profiles]\n"roles/factory/**" = "manufacturing"',
    ),
    Key(
        "team-rules",
        "files",
        Text("本公司自己的规则文件，路径从设置文件算起", "files of rules of one's own, by their paths from the settings file"),
        'team-rules = ["salesduty-rules.yaml"]',
    ),
    Key("lang", "choice", Text("用哪种语言说话", "the language to speak"), 'lang = "zh"', ("zh", "en")),
    Key(
        "fail-on",
        "choice",
        Text("出现这一级别或更严重的问题时，退出码为 1", "exit with 1 for findings of this severity or a graver one"),
        'fail-on = "error"',
        ("error", "warning", "info"),
    ),
    Key(
        "show",
        "choice",
        Text("显示到哪一级别", "show findings down to this severity"),
        'show = "info"',
        ("error", "warning", "info"),
    ),
)
BY_NAME: Mapping[str, Key] = {key.name: key for key in KEYS}
PER_PATH = ("select", "ignore", "severity")

THRESHOLDS: Mapping[str, Text] = {
    "fewest-kpis": Text("一个岗位至少有几个指标", "KPIs of a post at the least"),
    "most-kpis": Text("一个岗位最多有几个指标", "KPIs of a post at the most"),
    "most-duties": Text("一个岗位最多有几条一级职责", "top-level duties of a post at the most"),
    "longest-duty": Text("一条职责最多有几个字", "characters of a duty at the most"),
    "most-actions": Text("一句话里最多有几个动作", "actions in one sentence at the most"),
    "most-doers": Text("没写分工时，一个环节最多由几个岗位做", "posts that may do one step without a declared share"),
    "most-decided": Text("一个岗位最多拍板多大比例的环节", "the largest share of the steps that one post may decide"),
    "fewest-decisions": Text("从几个环节起算这个比例", "steps from which on that share is asked"),
    "fewest-posts-to-separate": Text(
        "不超过几个岗位的部门，不相容职务只作提示", "posts up to which work that must be kept apart is a note"
    ),
    "targets-over": Text("个人目标之和最多可超出团队目标多大比例", "the share by which targets of people may exceed the team's"),
    "widest-span": Text("一个人最多直接带几个人，按层级写", "people that one leads directly at the most, by level"),
}
"""What each figure is, by its key."""


@cache
def figures() -> Mapping[str, float | Mapping[str, int]]:
    """Return the numeric fields of `Settings` by their keys, with what they are by default."""
    found = ((field.name.replace("_", "-"), _default(field)) for field in fields(Settings))
    return {name: default for name, default in found if _is_figure(default)}


def _default(field: Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _is_figure(value: object) -> bool:
    if isinstance(value, Mapping):
        return bool(value) and all(map(_is_figure, value.values()))
    return isinstance(value, (int, float)) and not isinstance(value, bool)
