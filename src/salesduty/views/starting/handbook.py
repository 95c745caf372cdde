"""岗位责任制 with tags where the words of a department would be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from salesduty.results.paper import (
    Block,
    Contents,
    Field,
    Form,
    Heading,
    Item,
    Paragraph,
)
from salesduty.views.outline import Outline
from salesduty.views.starting.post import post
from salesduty.views.starting.tags import Blocks, duties, each, form, labelled, line, table, when, wide_form

_CONTROL = (
    ("文件名称", "{{ 文件.文件名称 }}"),
    ("部门名称", "{{ 部门.部门名称 }}"),
    ("公司", "{{ 部门.公司 }}"),
    ("文件编号", "{{ 部门.文件编号 }}"),
    ("版本", "{{ 部门.版本 }}"),
    ("生效日期", "{{ 部门.生效日期 }}"),
    ("复审日期", "{{ 部门.复审日期 }}"),
    ("部门类型", "{{ 部门.部门类型 }}"),
    ("部门编制", "{{ 部门.部门编制 }}"),
    ("编制人", "{{ 部门.编制人 }}"),
    ("审核人", "{{ 部门.审核人 }}"),
    ("批准人", "{{ 部门.批准人 }}"),
)
_POSTS = (
    ("岗位名称", 26, "{{ 岗位.岗位名称 }}"),
    ("层级", 11, "{{ 岗位.层级 }}"),
    ("编制", 11, "{{ 岗位.编制 }}"),
    ("直接上级", 22, "{{ 岗位.直接上级 }}"),
    ("备岗", 18, "{{ 岗位.备岗 }}"),
    ("岗位状态", 12, "{{ 岗位.岗位状态 }}"),
)
_STEPS = (
    ("序号", 7, "{{ 环节.序号 }}"),
    (
        "环节与内容",
        37,
        (
            "{{ 环节.环节名称 }}",
            *line("环节.内容"),
            "{%p for 职责 in 环节.全部职责 %}",
            "· {{ 职责 }}{% if 职责.说明 %}（{{ 职责.说明 | join('；') }}）{% endif %}",
            "{%p endfor %}",
        ),
    ),
    ("责任岗位", 22, ("{{ 环节.责任岗位 }}", *labelled("环节.升级对象", "升级"))),
    ("交接与要求", 34, "{{ 环节.说明 }}"),
)
_MEETINGS = (
    ("会议名称", 22, ("{{ 会议.会议名称 }}", *line("会议.会议目的"))),
    ("频次与时间", 15, ("{{ 会议.频次 }}", *line("会议.时间"))),
    ("主持岗位", 14, "{{ 会议.主持岗位 }}"),
    ("参加对象", 17, "{{ 会议.参加对象 }}"),
    ("输入", 16, "{{ 会议.输入 }}"),
    ("产出", 16, "{{ 会议.产出 }}"),
)
_DEFINITIONS = (
    ("指标名称", 17, ("{{ 指标.指标名称 }}", *line("指标.指标类型"), *line("指标.指标层级"))),
    ("口径与公式", 29, (*line("指标.指标定义"), "{{ 指标.计算公式 }}", *labelled("指标.数据来源", "数据来源"))),
    (
        "目标与周期",
        17,
        ("{{ 指标.目标值 }}", *labelled("指标.单位", "单位"), *line("指标.方向"), *line("指标.考核周期")),
    ),
    ("评分标准", 22, "{{ 指标.评分标准 }}"),
    ("说明", 15, (*labelled("指标.驱动领域", "驱动领域"), *labelled("指标.分担", "分担"), "")),
)
_SIGNALS = (
    ("监测内容", 22, "{{ 信号.监测内容 }}"),
    ("来源与频次", 14, ("{{ 信号.数据来源 }}", *line("信号.频次"))),
    ("监测岗位", 13, "{{ 信号.监测岗位 }}"),
    ("信号含义", 20, "{{ 信号.信号含义 }}"),
    ("应对措施", 18, "{{ 信号.应对措施 }}"),
    ("拟设岗位", 13, "{{ 信号.拟设岗位 }}"),
)
_WAIVERS = tuple(
    (name, 16, f"{{{{ 豁免.{name} }}}}") for name in ("规则代码", "适用地址", "豁免理由", "批准人", "有效期至", "替代控制")
)


CHAPTERS: Mapping[str, str] = {
    "部门使命": "部门.部门使命",
    "部门职能": "部门.部门职能",
    "业务流程与交接": "流程清单",
    "例会": "部门.例会",
    "绩效指标定义": "指标清单",
    "绩效考核方案": "考核方案",
    "系统": "部门.系统",
    "预警信号": "部门.预警信号",
    "时限承诺": "部门.时限承诺",
    "管理规定": "部门.管理规定",
    "豁免": "部门.豁免",
}
"""The chapters of a handbook that are there only where something is written, and what."""


def handbook() -> Blocks:
    """Yield the handbook of a department."""
    outline = Outline("chinese")
    body = tuple(_handbook_body(outline))
    yield Heading(1, "文件控制")
    yield form(_CONTROL)
    yield Contents("目录", tuple(block for block in body if isinstance(block, Heading) and block.level == 1))
    yield from body


def _handbook_body(outline: Outline) -> Blocks:
    def chapter(title: str, blocks: Iterable[Block]) -> Blocks:
        return when(CHAPTERS[title], (outline.chapter(title), *blocks))

    first = outline.chapter("部门使命")
    purpose = Heading(first.level, first.text, first.label, new_page=True)
    yield from when("部门.部门使命", (purpose, Paragraph(("{{ 部门.部门使命 }}",))))
    yield from chapter("部门职能", each("职能", "部门.部门职能", _function()))
    yield outline.chapter("组织架构与汇报关系")
    yield table("岗位", "岗位清单", _POSTS)
    outside = "{{ 外部.外部名称 }}{% if 外部.别名 %}（又称{{ 外部.别名 }}）{% endif %}"
    parties = f"{{% for 外部 in 部门.外部对象 %}}{outside}{{% if not loop.last %}}、{{% endif %}}{{% endfor %}}"
    yield from when("部门.外部对象", (Form(((Field("外部对象", (parties,), 3),),)),))
    first = outline.chapter("{{ 岗位.岗位名称 }}")
    yield from each("岗位", "岗位清单", (Heading(first.level, first.text, first.label, new_page=True), *post(outline.section)))
    yield from chapter("业务流程与交接", each("流程", "流程清单", _process(outline)))
    yield from chapter("例会", (table("会议", "部门.例会", _MEETINGS),))
    yield from chapter("绩效指标定义", (table("指标", "指标清单", _DEFINITIONS),))
    yield from chapter("绩效考核方案", _appraisal(outline))
    systems = (
        ("系统名称", 30, "{{ 系统.系统名称 }}"),
        ("系统用途", 46, "{{ 系统.系统用途 }}"),
        ("系统负责岗位", 24, "{{ 系统.系统负责岗位 }}"),
    )
    yield from chapter("系统", (table("系统", "部门.系统", systems),))
    yield from chapter("预警信号", (table("信号", "部门.预警信号", _SIGNALS),))
    promises = (("承诺内容", 70, "{{ 承诺.承诺内容 }}"), ("接收岗位", 30, "{{ 承诺.接收岗位 }}"))
    yield from chapter("时限承诺", (table("承诺", "部门.时限承诺", promises),))
    yield from chapter("管理规定", each("规定", "部门.管理规定", (item("{{ 规定 }}"),)))
    yield from chapter("豁免", (table("豁免", "部门.豁免", _WAIVERS),))
    yield outline.chapter("签署确认")
    signing = (("岗位", 25, "{{ 岗位.岗位名称 }}"), ("姓名", 25, ()), ("签字", 25, ()), ("日期", 25, ()))
    yield table("岗位", "岗位清单", signing, '岗位.岗位状态 == "在岗"')


def item(text: str, title: str = "") -> Item:
    """Return an item outside any numbering, its text a tag."""
    return Item(0, "1.", title, (text,))


def _function() -> Blocks:
    yield item("{{ 职能.职能说明 }}", "{{ 职能.职能名称 }}")
    yield from when("职能.职责领域", (Paragraph(("职责领域：{{ 职能.职责领域 }}",)),))
    yield from duties("职能.全部职责", 1)


def _process(outline: Outline) -> Blocks:
    yield outline.section("{{ 流程.流程名称 }}")
    about = (("流程目的", "流程目的"), ("触发条件", "触发条件"), ("流程负责人", "流程负责人"))
    yield from when("流程.流程目的 or 流程.触发条件 or 流程.流程负责人", (wide_form("流程", about),))
    yield from when("流程.环节", (table("环节", "流程.环节", _STEPS),))


def _appraisal(outline: Outline) -> Blocks:
    principles = each("原则", "考核方案.考核原则", (item("{{ 原则.原则内容 }}", "{{ 原则.标题 }}"),))
    yield from when("考核方案.考核原则", (outline.section("考核原则"), *principles))
    cycles = (
        ("考核周期", 18, "{{ 安排.考核周期 }}"),
        ("考核层级", 18, "{{ 安排.考核层级 }}"),
        ("考核岗位", 24, "{{ 安排.考核岗位 }}"),
        ("考核重点", 40, "{{ 安排.考核重点 }}"),
    )
    yield from when("考核方案.考核安排", (outline.section("考核安排"), table("安排", "考核方案.考核安排", cycles)))
    yield from when("考核方案.考核等级", (outline.section("考核等级"), table("等级", "考核方案.考核等级", GRADES)))
    uses = each("用途", "考核方案.结果运用", (item("{{ 用途 }}"),))
    yield from when("考核方案.结果运用", (outline.section("结果运用"), *uses))


GRADES = (
    ("等级名称", 18, "{{ 等级.等级名称 }}"),
    ("分数区间", 20, "{{ 等级.分数区间 }}"),
    ("比例", 20, "{{ 等级.比例 }}"),
    ("结果应用", 42, "{{ 等级.结果应用 }}"),
)
