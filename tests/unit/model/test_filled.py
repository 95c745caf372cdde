"""Role files as templates: other values, keys in the other language, everything else as it was."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from salesduty.model.filled import filled, scalar
from salesduty.model.skeletons import skeleton

TEMPLATE = """\
# 说明
岗位:
  岗位名称: 销售代表   # 名称
  编制: 4
  岗位职责:
    - 内容: 每周拜访 5 家客户
      时限: 当天
    - 每月编制月报
  绩效指标: [{引用指标: revenue, 权重: 40}]
"""


def test_values_are_put_in_and_all_else_stays() -> None:
    text = filled(TEMPLATE, {("post", "name"): "经理 #1", ("post", "headcount"): "6"}, english=False)
    assert text == TEMPLATE.replace("销售代表 ", '"经理 #1" ').replace("编制: 4", "编制: 6")


def test_keys_become_english_where_they_stand() -> None:
    assert (
        filled(TEMPLATE, {}, english=True)
        == """\
# 说明
post:
  name: 销售代表   # 名称
  headcount: 4
  duties:
    - text: 每周拜访 5 家客户
      sla: 当天
    - 每月编制月报
  kpis: [{ref: revenue, weight: 40}]
"""
    )


def test_a_place_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(KeyError):
        filled(TEMPLATE, {("post", "deputy"): "x"}, english=False)


@pytest.mark.parametrize("plain", ["销售代表", "sales-manager", "12", "2026-11-21"])
def test_what_is_safe_stands_plain(plain: str) -> None:
    assert scalar(plain) == plain


@pytest.mark.parametrize("quoted", ["yes", "on", "null", "a: b", "#1", "50 万", "*", "1.0", "甲、乙", "-", ""])
def test_what_is_not_is_quoted(quoted: str) -> None:
    assert scalar(quoted) == f'"{quoted}"'


@given(st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cn", "Co"]), max_size=30))
def test_every_reader_gets_the_text_back(value: str) -> None:
    read = yaml.safe_load(f"key: {scalar(value)}\n")["key"]
    assert str(read) == value or (value.isdigit() and read == int(value, 8))


def test_known_fields_take_the_place_of_their_comments() -> None:
    template = "岗位:\n  # 编号: 英文\n  岗位名称: 名称\n  # 直接上级: 谁\n  # 编制: 1\n"
    made = skeleton(template, "post", "大客户经理", {"reports_to": "经理: 甲", "id": "ka"}, english=False)
    assert made == '岗位:\n  编号: ka\n  岗位名称: 大客户经理\n  直接上级: "经理: 甲"\n  # 编制: 1\n'
    with pytest.raises(KeyError):
        skeleton(template, "post", "大客户经理", {"deputy": "x"}, english=False)
