"""KPIs: their definition, and how a post carries them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from salesduty.model.choices import Better, KpiKind, KpiLevel
from salesduty.model.part import Part, about
from salesduty.model.values import AreaIds, Cadence, Name, Percent, Ref, Sentence


class Scoring(Part, title="评分标准"):
    """评分标准 of a KPI, one line of it."""

    when: Sentence | None = about("得分条件", "达到什么情况。", example="≥100%", default=None)
    score: Sentence | None = about("分值", "得多少分。", example="100", default=None)
    text: Sentence | None = about("评分说明", "用一句话写评分办法。", short=True, default=None)


class Share(Part, title="分担"):
    """A post's part of a shared KPI."""

    post: Ref = about("分担岗位", "承担指标的岗位。", example="rep")
    share: Percent = about("分担比例", "承担的比例。", example="60%")


def _shares(value: Any) -> Any:
    if isinstance(value, dict) and not value.keys() & {"post", "share", "分担岗位", "分担比例"}:
        return [{"post": post, "share": share} for post, share in value.items()]
    return value


_SPLIT_SCHEMA = {"anyOf": [{"type": "object"}, {"type": "array"}]}
Split = Annotated[tuple[Share, ...], BeforeValidator(_shares), WithJsonSchema(_SPLIT_SCHEMA)]
"""Shares as a list, or as a mapping of post to percentage."""


class Measure(Part, title="衡量"):
    """What a KPI definition and a KPI on a post have in common; a post may override any of it."""

    kind: KpiKind | None = about("指标类型", "结果、过程或定性。", example="outcome", default=None)
    level: KpiLevel | None = about("指标层级", "个人、团队、共担、部门或公司。", example="individual", default=None)
    definition: Sentence | None = about("指标定义", "指标衡量什么，口径是什么。", default=None)
    formula: Sentence | None = about("计算公式", "怎么算出来。", example="实际销售额 ÷ 目标销售额", default=None)
    unit: Sentence | None = about("单位", "数值的单位。", example="%", default=None)
    better: Better | None = about("方向", "越高越好、越低越好或越接近目标越好。", example="higher", default=None)
    target: Sentence | None = about("目标值", "要达到的数值。", example="≥100%", default=None)
    source: Sentence | None = about("数据来源", "数据从哪里取。", example="CRM", default=None)
    cycle: Cadence | None = about("考核周期", "多久考核一次。", example="monthly", default=None)
    scoring: tuple[Scoring, ...] = about("评分标准", "怎么给分。", default=())
    drivers: AreaIds = about("驱动领域", "靠哪些职责领域推动。", example=["C01", "C05"], default=())
    split: Split = about("分担", "共担指标由哪些岗位按什么比例承担。", example={"rep": 60, "csm": 40}, default=())


class Kpi(Measure, title="绩效指标（定义）"):
    """绩效指标: a KPI that posts refer to."""

    id: Name | None = about("编号", "在部门内不重复的编号。", example="revenue", default=None)
    name: Name = about("指标名称", "指标的名称。", example="销售额达成率", also="名称")


class PostKpi(Measure, title="岗位上的绩效指标"):
    """A KPI on a post: a `ref` to a definition with a weight, or a definition in place."""

    ref: Ref | None = about("引用指标", "引用的指标，写编号或名称。", example="revenue", short=True, default=None)
    id: Name | None = about("编号", "就地定义时的编号。", default=None)
    name: Name | None = about("指标名称", "就地定义时的名称。", default=None, also="名称")
    weight: Percent | None = about("权重", "在本岗位考核中的占比。", example=40, default=None)

    @model_validator(mode="after")
    def has_a_name(self) -> PostKpi:
        """Refuse a KPI that neither refers to one nor has a name."""
        if self.ref is None and self.name is None:
            raise PydanticCustomError("nameless", "neither ref nor name")
        return self
