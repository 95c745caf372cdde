"""What documents are called."""

from __future__ import annotations

from collections.abc import Mapping

TITLES: Mapping[str, str] = {
    "handbook": "岗位责任制",
    "post": "岗位说明书",
    "agreement": "岗位责任书",
    "scorecard": "绩效考核表",
    "raci": "职责分工表",
    "chart": "组织结构图",
    "process": "流程与交接",
    "onboarding": "上岗一页纸",
    "check": "职责检查报告",
    "register": "职责清单",
}
"""What each document is called in Chinese."""
