"""KPIs that stand in sentences and lists below a label, not in tables."""

from __future__ import annotations

import pytest
from tests.intake.tables_of import kpis, read, text, unclear

POST = "岗位名称：销售专员\n岗位职责：\n1、负责拜访客户；\n2、负责催收货款。\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "考核指标：首修率（40%）、到场及时率（35%）、客户评价（25%）",
            [("首修率", "40%"), ("到场及时率", "35%"), ("客户评价", "25%")],
        ),
        ("考核指标：签约额40%，回款率60%", [("签约额", "40%"), ("回款率", "60%")]),
        ("KPI：签约额(占60%)，新客户数(占40%)", [("签约额", "60%"), ("新客户数", "40%")]),
        ("考核指标：\n1、签约额（30分）\n2、回款率(70分)", [("签约额", "30分"), ("回款率", "70分")]),
        ("绩效指标：签约额、回款率、客户满意度", [("签约额", ""), ("回款率", ""), ("客户满意度", "")]),
        ("考核指标：\n1、签约额\n权重：40%\n2、回款率\n权重：60%", [("签约额", "40%"), ("回款率", "60%")]),
    ],
)
def test_names_and_weights(source: str, expected: list[tuple[str, str]]) -> None:
    found = read(*text(POST + source))
    assert [each[:2] for each in kpis(found)] == expected
    assert [each[2:] for each in kpis(found)] == [("", "")] * len(expected)
    assert unclear(found) == []


def test_a_sentence_with_targets_and_scoring() -> None:
    source = "考核指标：签约额，权重40%，目标≥95%，评分标准：每低1%扣2分；回款率，权重60%，目标100%，每低于目标1%扣5分"
    assert kpis(read(*text(POST + source))) == [
        ("签约额", "40%", "≥95%", "每低1%扣2分"),
        ("回款率", "60%", "100%", "每低于目标1%扣5分"),
    ]


def test_targets_by_more_or_less() -> None:
    source = "关键指标：\n账实差异控制在0.3%以内，录入及时率100%"
    assert kpis(read(*text(POST + source))) == [("账实差异", "", "控制在0.3%以内", ""), ("录入及时率", "", "100%", "")]


def test_words_below_the_label_that_tell_no_kpi_are_left_out() -> None:
    found = read(*text(POST + "考核指标：\n回款率\n风险点：客户资料缺失、对账不及时可能影响结果"))
    assert kpis(found) == [("回款率", "", "", "")]
    assert unclear(found) == ["风险点：客户资料缺失、对账不及时可能影响结果"]


def test_what_stands_behind_a_colon_explains_the_kpi() -> None:
    (post,) = read(*text(POST + "考核指标：\n1、工作态度：服从安排，积极主动。\n2、按时交月度报表，无差错；")).posts
    assert [(str(each.name), each.definition) for each in post.kpis] == [
        ("工作态度", "服从安排，积极主动"),
        ("按时交月度报表，无差错", None),
    ]
