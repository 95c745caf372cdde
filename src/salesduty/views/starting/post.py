"""岗位说明书 with tags where the words of a post would be."""

from __future__ import annotations

from collections.abc import Callable

from salesduty.results.paper import (
    Form,
    Heading,
)
from salesduty.views.outline import FlatOutline
from salesduty.views.starting.tags import Blocks, duties, form, labelled, line, signatures, table, when, wide_form

_BASICS = (
    ("岗位名称", "{{ 岗位.岗位名称 }}"),
    ("所属部门", "{{ 岗位.所属部门 }}"),
    ("层级", "{{ 岗位.层级 }}"),
    ("编制", "{{ 岗位.编制 }}"),
    ("直接上级", "{{ 岗位.直接上级 }}"),
    ("备岗", "{{ 岗位.备岗 }}"),
)
_MORE_BASICS = (
    ("别名", "别名"),
    ("岗位分组", "岗位分组"),
    ("考核人", "考核人"),
    ("岗位状态", "岗位状态"),
    ("设立条件", "设立条件"),
    ("岗位目的", "岗位目的"),
)
_QUALIFICATIONS = tuple((name, name) for name in ("学历", "经验", "技能", "素质", "证书", "其他要求"))
_RELATIONS = (("内部关系", "内部关系"), ("外部关系", "外部关系"))
_KINDS = "{{ 指标.指标类型 }} {{ 指标.指标层级 }} {{ 指标.方向 }}"
_KPIS = (
    ("指标名称", 16, "{{ 指标.指标名称 }}"),
    ("权重", 8, "{{ 指标.权重 }}"),
    ("目标值", 13, ("{{ 指标.目标值 }}", *labelled("指标.单位", "单位"))),
    (
        "计算公式",
        30,
        (
            "{{ 指标.计算公式 }}",
            *line("指标.指标定义"),
            _KINDS,
            *labelled("指标.驱动领域", "驱动领域"),
            *labelled("指标.分担", "分担"),
        ),
    ),
    ("评分标准", 20, "{{ 指标.评分标准 }}"),
    ("来源与周期", 13, ("{{ 指标.数据来源 }}", "{{ 指标.考核周期 }}")),
)


def post(section: Callable[[str], Heading]) -> Blocks:
    """Yield the sections of a post, each headed by what `section` makes."""
    yield section("基本信息")
    yield Form((*form(_BASICS).rows, *wide_form("岗位", _MORE_BASICS).rows))
    yield from when("岗位.岗位职责", (section("岗位职责"), *duties("岗位.全部职责")))
    powers = (("序号", 10, "{{ 权限.序号 }}"), ("权限内容", 65, "{{ 权限.权限内容 }}"), ("金额范围", 25, "{{ 权限.金额范围 }}"))
    yield from when("岗位.岗位权限", (section("岗位权限"), table("权限", "岗位.岗位权限", powers)))
    yield from when("岗位.任职资格", (section("任职资格"), wide_form("岗位.任职资格", _QUALIFICATIONS)))
    yield from when("岗位.工作关系", (section("工作关系"), wide_form("岗位.工作关系", _RELATIONS)))
    yield from when("岗位.绩效指标", (section("绩效指标"), table("指标", "岗位.绩效指标", _KPIS)))


def post_sheet() -> Blocks:
    """Yield the description of a post."""
    outline = FlatOutline("chinese")
    yield from post(outline.section)
    yield outline.section("签署确认")
    yield signatures(("{{ 岗位.岗位名称 }}", "直接上级", "人力资源部"))
