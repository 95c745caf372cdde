"""Half a duty, and what it hands over."""

from __future__ import annotations

import pytest

from salesduty.text.halves import only_a_thing, only_verbs
from salesduty.text.outputs import names_output


@pytest.mark.parametrize(
    ("text", "thing", "act"),
    [
        ("办公用品", True, False),
        ("客户档案", True, False),
        ("跑市场", False, False),
        ("管理车辆", False, False),
        ("保证菜品质量", False, False),
        ("每周汇报", False, True),
        ("审核并归档", False, True),
        ("负责", False, False),
        ("拿主意", False, False),
        ("", False, False),
    ],
)
def test_halves(text: str, thing: bool, act: bool) -> None:
    assert (only_a_thing(text), only_verbs(text)) == (thing, act)


def test_outputs() -> None:
    assert [names_output(text) for text in ("编制月度报表", "出具检验报告", "检查设备", "提交,报表")] == [
        True,
        True,
        False,
        False,
    ]
