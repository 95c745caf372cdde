"""What a clause claims: area, action, thing and role."""

from __future__ import annotations

import pytest

from salesduty.responsibility.reading import Reading, sentence
from salesduty.toolkit.vocabulary import standard


def _read(text: str) -> Reading:
    return sentence(text, standard())


def _told(text: str) -> list[tuple[str, str]]:
    return [(claim.facet, claim.action.value) for claim in _read(text).main]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("审核业务员提交的报价单", ("C06.check", "review")),
        ("每季度回访老客户", ("C15.visit", "do")),
        ("审批五万元以上的折扣", ("C06.check", "decide")),
        ("起草销售合同", ("C09.draft", "do")),
        ("催收逾期货款", ("C13.collect", "do")),
        ("把年度指标分解到各小组", ("M02.split", "assign")),
        ("整理并归档合同", ("C10.archive", "do")),
        ("了解行业最新动态", ("M13.trend", "do")),
        ("监控竞品价格走势", ("M13.compet", "do")),
        ("制定客户拜访计划", ("C03.visit", "plan")),
        ("监督下属安排发货", ("C11.ship", "review")),
        ("组织业务员开展市场调研", ("M13.info", "plan")),
        ("组织新人培训", ("M08.train", "do")),
        ("协助经理催收货款", ("C13.collect", "support")),
        ("在权限内审批折扣", ("C06.check", "decide")),
        ("收到投诉后两小时内上报", ("C14.pass", "report")),
        ("建立客户档案", ("M16.file", "do")),
        ("听取下级述职", ("M10.report", "review")),
        ("听取客户意见", ("C15.opinion", "do")),
    ],
)
def test_a_sentence_claims_an_area_and_an_action(text: str, told: tuple[str, str]) -> None:
    assert told in _told(text)


@pytest.mark.parametrize(
    ("text", "facets"),
    [
        ("签订合同、跟踪生产进度、安排发货", ["C09.sign", "C11.prod", "C11.ship"]),
        ("投放广告并组织展会", ["M14.ads", "M14.expo"]),
        ("报价并签订合同", ["C06.quote", "C09.sign"]),
        ("受理客户投诉，跟进回款", ["C14.pass", "C13.collect"]),
    ],
)
def test_a_list_is_several_claims(text: str, facets: list[str]) -> None:
    assert [facet for facet, _ in _told(text)] == facets


def test_verbs_that_stand_side_by_side_are_claims_of_their_own() -> None:
    actions = {claim.action.value for claim in _read("制定并执行培训计划").main}
    assert {"plan", "do"} <= actions


def test_what_governs_the_first_verb_governs_those_joined_to_it() -> None:
    assert all(claim.action.value == "plan" for claim in _read("组织建立并更新客户档案").main)


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("提供报价,确保货款回收", "C13.collect"),
        ("拜访客户,以提升满意度", "C15.survey"),
    ],
)
def test_a_purpose_is_no_duty(text: str, facet: str) -> None:
    assert facet not in [claim.facet for claim in _read(text).main]


def test_what_a_duty_starts_from_is_no_duty() -> None:
    assert [claim.facet for claim in _read("根据市场信息制定销售计划").main] == ["M02.plan"]


@pytest.mark.parametrize(("text", "word"), [("通知采购部备货", "采购"), ("检修数据库", "数据"), ("安排培训师", "培训")])
def test_the_name_of_a_department_or_a_store_is_no_thing(text: str, word: str) -> None:
    assert word not in [token.word for token in standard().matcher.tokens(text)]


def test_a_list_of_departments_is_one_party() -> None:
    assert _told("与财务、物流等相关部门沟通协调") == [("M17.dept", "coordinate")]


def test_of_a_title_only_the_last_word_counts() -> None:
    assert "M14.expo" not in [claim.facet for claim in _read("填写《外展客户统计表》").main]


def test_unknown_words_are_kept_as_content() -> None:
    (claim,) = _read("登记鱼缸滤芯").main
    assert {"鱼缸", "滤芯"} <= claim.content
    assert {"鱼缸", "滤芯"} <= claim.strange


def test_spans_lie_in_the_sentence() -> None:
    text = "每周一前汇总销售日报(含退货),抄送区域经理"
    reading = _read(text)
    for claim in reading.claims:
        for start, end in (claim.span, claim.facet_span, claim.verb_span, claim.term_span):
            assert 0 <= start <= end <= len(text)
