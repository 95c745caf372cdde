"""How sure a gap is."""

from __future__ import annotations

from salesduty.results.finding import INFO, WARNING
from salesduty.toolkit.check import check


def test_a_function_whose_words_stand_in_a_duty_is_no_sure_gap() -> None:
    text = """\
department: {id: pharmacy, name: 药剂科, functions: [药品质量管理, 售后服务]}
posts: [{id: head, name: 药剂科主任, duties: [每季度组织一次药品质量检查，形成检查报告]}]
"""
    gaps = [each for each in check({"roles.yaml": text}).report.findings if each.code == "GAP001"]
    assert [(each.message.zh, each.severity) for each in gaps] == [
        ("部门职能“售后服务”没有岗位承担", WARNING),
        ("部门职能“药品质量管理”没有岗位承担", INFO),
    ]
    assert [each.message.zh for each in gaps[1].related] == [
        "也许就是这一句，只是看不准：“每季度组织一次药品质量检查，形成检查报告”"
    ]
