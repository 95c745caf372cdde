"""岗位责任书 with tags where the words of a post would be."""

from __future__ import annotations

from salesduty.results.paper import (
    Field,
    Form,
    Paragraph,
)
from salesduty.views.blanks import BLANK, to_fill_in
from salesduty.views.outline import FlatOutline
from salesduty.views.starting.handbook import GRADES, item
from salesduty.views.starting.tags import Blocks, duties, each, labelled, line, signing, table, when

_TARGETS = (
    ("序号", 7, "{{ 指标.序号 }}"),
    ("指标", 33, ("{{ 指标.指标名称 }}", *line("指标.指标定义"), *line("指标.计算公式"))),
    ("权重", 9, "{{ 指标.权重 }}"),
    ("目标值", 13, ("{{ 指标.目标值 }}", *labelled("指标.单位", "单位"))),
    ("评分标准", 24, "{{ 指标.评分标准 }}"),
    ("来源与周期", 14, ("{{ 指标.数据来源 }}", "{{ 指标.考核周期 }}")),
)


def agreement() -> Blocks:
    """Yield the agreement with the holder of a post."""
    outline = FlatOutline("chinese")
    yield Form(
        (
            (Field("甲方", ("{{ 文件.公司 }}",), 3),),
            (Field("甲方代表", ("{{ 岗位.直接上级 }}",)), Field("所在部门", ("{{ 部门.部门名称 }}",))),
            (Field("乙方", BLANK), Field("乙方岗位", ("{{ 岗位.岗位名称 }}",))),
        )
    )
    yield Paragraph(("为明确岗位责任和工作目标，甲乙双方经协商一致，签订本责任书。",))
    yield outline.chapter("责任期限")
    yield Paragraph(("本责任书的期限自 {{ 文件.期限起 }}起，至 {{ 文件.期限止 }}止。",))
    yield outline.chapter("岗位职责")
    yield from duties("岗位.全部职责")
    yield outline.chapter("责任目标")
    yield table("指标", "岗位.绩效指标", _TARGETS)
    powers = (("序号", 10, "{{ 权限.序号 }}"), ("权限内容", 65, "{{ 权限.权限内容 }}"), ("金额范围", 25, "{{ 权限.金额范围 }}"))
    yield from when("岗位.岗位权限", (outline.chapter("岗位权限"), table("权限", "岗位.岗位权限", powers)))
    yield outline.chapter("考核与奖惩")
    yield from each("原则", "考核方案.考核原则", (item("{{ 原则.原则内容 }}", "{{ 原则.标题 }}"),))
    yield from when("考核方案.考核等级", (table("等级", "考核方案.考核等级", GRADES),))
    yield from each("用途", "考核方案.结果运用", (item("{{ 用途 }}"),))
    yield Form(((to_fill_in("奖励办法"),), (to_fill_in("处罚办法"),)))
    yield outline.chapter("其他约定")
    for clause in (
        "履行期间需要调整岗位职责或责任目标的，由双方书面确认，确认件作为本责任书的附件。",
        "本责任书没有写明的事项，按公司现行制度办理。",
        "本责任书一式两份，甲乙双方各执一份，自双方签字、甲方盖章之日起生效。",
    ):
        yield item(clause)
    yield signing("甲方（盖章）", "乙方", "代表人签字")
