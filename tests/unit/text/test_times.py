"""When and how often, said and not said."""

from __future__ import annotations

import pytest

from salesduty.text.times import VAGUE, says_when, vague_times


@pytest.mark.parametrize(
    "text",
    [
        "2 个工作日内答复",
        "每周一次",
        "每学期家访",
        "当天登记",
        "次日回复",
        "十五分钟内到场",
        "下班前盘点",
        "每月5号前",
        "逐月统计",
        "8:30 到岗",
        "月底结账",
    ],
)
def test_a_time_is_said(text: str) -> None:
    assert says_when(text)


@pytest.mark.parametrize("text", ["及时回复", "第一时间响应", "1号仓库", "三年级语文", "一点建议", "根据年度目标", "当期费用"])
def test_no_time_is_said(text: str) -> None:
    assert not says_when(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("及时处理投诉,定期回访", [(0, "及时"), (7, "定期")]),
        ("经常检查,按时上报,尽快整改", [(0, "经常"), (5, "按时"), (10, "尽快")]),
        ("固定期限合同、无固定期限合同", []),
        ("规定期间,假定期末", []),
        ("定期存款到期提醒", []),
        ("涉及时效的案件", []),
        ("以及时间安排", []),
        ("按时间表发车", []),
        ("已经常态化", []),
        ("交货不及时的罚款", []),
        ("及时了解市场动态,经常与客户沟通,按时参加例会", []),
        ("确保货物及时送达", []),
        ("及时调整销售策略", []),
        ("及时调整库存", [(0, "及时")]),
        ("不定期抽查", []),
        ("发生事故后第一时间报告调度", [(5, "第一时间")]),
    ],
)
def test_vague_words_of_time(text: str, words: list[tuple[int, str]]) -> None:
    assert list(vague_times(text)) == words
    assert not words or VAGUE.search(text)
