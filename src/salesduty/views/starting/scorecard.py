"""绩效考核表 with tags where the KPIs of a post would be."""

from __future__ import annotations

from salesduty.results.paper import (
    Field,
    Form,
    Orientation,
    Row,
    Table,
)
from salesduty.views.blanks import BLANK, to_fill_in
from salesduty.views.starting.tags import Blocks, labelled, line, signing, table

_SCORES = (
    ("序号", 5, "{{ 指标.序号 }}"),
    ("指标", 29, ("{{ 指标.指标名称 }}", *line("指标.指标定义"), *line("指标.计算公式"))),
    ("权重", 6, "{{ 指标.权重 }}"),
    ("目标值", 12, ("{{ 指标.目标值 }}", *labelled("指标.单位", "单位"))),
    ("评分标准", 19, "{{ 指标.评分标准 }}"),
    ("数据来源", 12, "{{ 指标.数据来源 }}"),
    ("自评", 5, ()),
    ("上级评", 6, ()),
    ("得分", 6, ()),
)


def scorecard() -> Blocks:
    """Yield the card on which a post is scored."""
    yield Orientation(landscape=True)
    scored_by = "{% if 岗位.考核人 %}{{ 岗位.考核人 }}{% else %}{{ 岗位.直接上级 }}{% endif %}"
    yield Form(
        (
            (Field("被考核人", BLANK), Field("岗位", ("{{ 岗位.岗位名称 }}",))),
            (Field("部门", ("{{ 部门.部门名称 }}",)), Field("考核人", (scored_by,))),
            (Field("考核周期", ("{{ 考核周期 }}",)), Field("考核期间", BLANK)),
        )
    )
    scores = table("指标", "考核指标", _SCORES)
    whole = Row(((), ("合计",), ("{{ 权重合计 }}",), *((),) * 6))
    yield Table(scores.columns, (*scores.rows, whole))
    grades = "{% for 等级 in 考核方案.考核等级 %}{{ 等级 }}{% if not loop.last %}；{% endif %}{% endfor %}"
    yield Form(
        (
            (Field("{%tr if 考核方案.考核等级 %}", BLANK, 3),),
            (Field("等级划分", (grades,), 3),),
            (Field("{%tr endif %}", BLANK, 3),),
            (to_fill_in("考核评语"),),
            (to_fill_in("本人意见"),),
        )
    )
    yield signing("被考核人", "考核人", "签字")
