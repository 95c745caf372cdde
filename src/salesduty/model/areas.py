"""The names of areas and of kinds of department, as documents print them."""

from __future__ import annotations

from collections.abc import Mapping

AREAS: Mapping[str, str] = {
    "C01": "线索与潜客",
    "C02": "筛选与商机",
    "C03": "需求与拜访",
    "C04": "接待",
    "C05": "方案与推介",
    "C06": "报价",
    "C07": "谈判",
    "C08": "合同评审与审批",
    "C09": "签订",
    "C10": "履约与存档",
    "C11": "订单与交付",
    "C12": "开票",
    "C13": "回款",
    "C14": "投诉与售后",
    "C15": "满意度与回访",
    "C16": "客户关系与大客户",
    "C17": "续约、增购与转介绍",
    "M01": "战略",
    "M02": "目标分解",
    "M03": "目标达成",
    "M04": "制度与流程",
    "M05": "渠道",
    "M06": "定价",
    "M07": "组织与招募",
    "M08": "培训",
    "M09": "考核与激励",
    "M10": "日常与例会",
    "M11": "预算与费用",
    "M12": "报表",
    "M13": "情报",
    "M14": "推广",
    "M15": "合规与风险",
    "M16": "客户管理系统",
    "M17": "跨部门协作",
    "M18": "物料",
    "M19": "仓储",
    "M20": "行政",
    "M21": "现场",
    "M22": "形象",
}
"""Nodes of the standard taxonomy: C from lead to cash, M management."""

PROFILES: Mapping[str, str] = {
    "general": "通用",
    "solution": "解决方案",
    "manufacturing": "制造",
    "auto-dealer": "汽车经销",
    "real-estate": "房地产",
    "fmcg": "快速消费品",
    "pharma": "医药",
    "e-commerce": "电子商务",
}
"""The standard kinds of department."""


def area_label(area: str) -> str:
    """Return how documents print an area: `C15.survey` as 满意度与回访（C15.survey）; one of a team's own stays as it is."""
    name = AREAS.get(area.split(".", 1)[0])
    return f"{name}（{area}）" if name else area


def profile_label(profile: str) -> str:
    """Return how documents print the kind of a department; one of a team's own stays as it is."""
    return PROFILES.get(profile, profile)
