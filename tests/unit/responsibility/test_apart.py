"""Posts that do the same for different parts of the business."""

from __future__ import annotations

import pytest

from salesduty.responsibility.apart import posts_apart
from unit.responsibility.analysed import department


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("销售代表", "客户专员", False),
        ("华东销售代表", "华南客户专员", True),
        ("外贸专员", "内贸跟单", True),
        ("交付专员（水泵）", "交付专员（阀门）", True),
    ],
)
def test_by_name(one: str, other: str, *, apart: bool) -> None:
    found = department({one: ["报价"], other: ["报价"]})
    assert posts_apart(*found.department.posts, found) is apart


@pytest.mark.parametrize(("mine", "theirs", "apart"), [("甲组", "乙组", True), ("甲组", "甲组", False), ("甲组", None, False)])
def test_by_group(mine: str | None, theirs: str | None, *, apart: bool) -> None:
    posts = {
        "销售代表": {"group": mine, "duties": ["报价"]},
        "客户专员": {"duties": ["报价"], **({"group": theirs} if theirs else {})},
    }
    found = department(posts)
    assert posts_apart(*found.department.posts, found) is apart
