"""The closed lists of values, each with the Chinese word that may stand for it and is printed."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self


class Choice(StrEnum):
    """A closed list of values; each member carries its Chinese words, the printed one first."""

    words: tuple[str, ...]

    def __new__(cls, value: str, *words: str) -> Self:
        """Make a member `value` that may also be written as one of `words`."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.words = words
        return member

    @property
    def label(self) -> str:
        """The Chinese word that documents print."""
        return self.words[0]

    @classmethod
    def _missing_(cls, value: Any) -> Self | None:
        if not isinstance(value, str):
            return None
        folded = value.strip()
        for member in cls:
            if folded in member.words or folded.lower() == member.value:
                return member
        return None


class Level(Choice):
    """层级: how high a post stands."""

    director = "director", "总监", "总监级", "负责人"
    manager = "manager", "经理", "经理级"
    supervisor = "supervisor", "主管", "主管级"
    staff = "staff", "员工", "专员", "员工级"

    @property
    def rank(self) -> int:
        """0 for staff up to 3 for a director."""
        return 3 - list(Level).index(self)


class Status(Choice):
    """岗位状态: whether the post exists."""

    active = "active", "在岗", "现行"
    proposed = "proposed", "拟设"
    retired = "retired", "已撤销", "撤销"


class GroupBy(Choice):
    """划分依据: what the posts of a group are told apart by."""

    stage = "stage", "流程环节", "环节"
    tier = "tier", "客户层级", "客户"
    industry = "industry", "行业"
    region = "region", "区域"
    product = "product", "产品"
    channel = "channel", "渠道"
    function = "function", "职能"


class DutyKind(Choice):
    """职责类别: the post's own, everybody's, or the catch-all at the end."""

    owned = "owned", "本岗职责", "本岗"
    common = "common", "通用职责", "通用"
    catch_all = "catch-all", "兜底职责", "兜底"


class Action(Choice):
    """动作: what the post does about the thing."""

    decide = "decide", "决定", "审批", "拍板"
    plan = "plan", "制定"
    assign = "assign", "分解", "分配"
    do = "do", "执行"
    support = "support", "协助"
    review = "review", "审核"
    report = "report", "汇报"
    coordinate = "coordinate", "协调"


class KpiKind(Choice):
    """指标类型: what the figure speaks of."""

    outcome = "outcome", "结果指标", "结果"
    process = "process", "过程指标", "过程"
    qualitative = "qualitative", "定性指标", "定性"


class KpiLevel(Choice):
    """指标层级: whose figure it is."""

    individual = "individual", "个人"
    team = "team", "团队"
    shared = "shared", "共担"
    department = "department", "部门"
    company = "company", "公司"


class Better(Choice):
    """方向: which way is good."""

    more = "higher", "越高越好"
    less = "lower", "越低越好"
    close = "target", "越接近目标越好"


class Gravity(Choice):
    """严重程度: how much a finding matters."""

    error = "error", "错误"
    warning = "warning", "警告"
    info = "info", "提示"


class NumberingStyle(Choice):
    """编号样式: how headings and duties are numbered in documents."""

    chinese = "chinese", "一、（一）1.（1）", "公文"
    decimal = "decimal", "8.3.2.1", "小数"


class VerbRole(Choice):
    """动词的作用: what a verb does to the verb that follows it."""

    light = "light", "让给后面的动词"
    governs = "governs", "管住后面的动词"
    conduct = "conduct", "行为准则"


class TermKind(Choice):
    """词条类型: what a term stands for, where it is no thing that duties are about."""

    party = "party", "人或单位"
    carrier = "carrier", "没有内容的词"
    scope = "scope", "只限定范围的词"
