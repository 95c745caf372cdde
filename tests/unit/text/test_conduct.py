"""Conduct and work."""

from __future__ import annotations

import pytest

from salesduty.text.conduct import CONDUCT, conduct


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("严格遵守公司各项规章制度,服从领导安排", "遵守"),
        ("爱岗敬业,廉洁自律", "爱岗敬业"),
        ("树立公司的专业形象,保证公司的名誉", "树立公司的专业形象"),
        ("严格执行公司考勤规定", "执行公司考勤"),
        ("不断提高自身业务水平", "提高自身业务"),
        ("遵守药品管理法,凭处方销售处方药", ""),
        ("监督员工遵守安全规程", ""),
        ("遵守医院各项规章制度,着装整洁,态度和蔼", "遵守"),
        ("安全第一,预防为主,增强安全意识,树立责任心", "安全第一"),
        ("加强安全检查,预防事故", ""),
        ("遵守合同,催收货款", ""),
        ("维护客户档案", ""),
        ("提高库存周转率", ""),
        ("", ""),
    ],
)
def test_conduct(text: str, word: str) -> None:
    assert conduct(text) == word
    assert not word or CONDUCT.search(text)
