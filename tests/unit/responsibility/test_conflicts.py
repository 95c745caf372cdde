"""How two duties of two posts relate."""

from __future__ import annotations

from dataclasses import replace

import pytest

from salesduty.responsibility.conflicts import Verdict, judge
from salesduty.responsibility.reading import sentence
from salesduty.responsibility.scope import inferred, segments
from salesduty.text.normal import normal
from salesduty.toolkit.vocabulary import standard


def _judged(one: str, other: str, *, steps: int = 0, alike: bool = False) -> Verdict:
    vocabulary = standard()
    return judge(sentence(one, vocabulary), sentence(other, vocabulary), vocabulary, steps=steps, alike=alike)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("催收逾期货款", "上门追讨客户欠款,降低坏账", "conflict"),
        ("每月回访老客户,听取意见", "负责客户的电话回访与记录", "conflict"),
        ("受理并处理客户投诉", "12小时内解决客户抱怨", "conflict"),
        ("收集竞品信息", "关注竞争对手动态", "conflict"),
        ("建立客户档案", "更新维护客户资料", "conflict"),
        ("编制销售月报", "每月5日前汇总销售报表", "conflict"),
        ("起草销售合同", "审核销售合同", "layered"),
        ("提交折扣申请", "审批折扣", "layered"),
        ("制定销售目标", "完成销售任务", "layered"),
        ("制定促销方案", "执行促销活动", "layered"),
        ("学历材料初审", "学历材料复审", "layered"),
        ("协助主管盘点库存", "盘点库存", "layered"),
        ("管理样品", "回收货款", "none"),
        ("遵守公司规章制度", "严格遵守考勤制度", "none"),
        ("开拓冀北地区经销商,签订协议", "开拓冀南地区经销商,签订协议", "related"),
        ("维护大客户关系,定期走访", "维护客户关系", "related"),
        ("维护经销商客情", "维护客户关系", "related"),
        ("培训新员工", "培训销售人员产品知识", "related"),
        ("定期向总经理述职", "按月提交工作总结", "related"),
    ],
)
def test_relations(one: str, other: str, relation: str) -> None:
    assert _judged(one, other).relation == relation
    assert _judged(other, one).relation == relation


def test_levels_of_one_matter_are_a_ladder() -> None:
    assert _judged("完成季度销售任务", "达成季度销售指标").relation == "conflict"
    assert _judged("完成季度销售任务", "达成季度销售指标", steps=1).why == "level"


def test_staff_and_manager_may_both_serve_a_customer() -> None:
    assert _judged("催收货款", "追讨欠款", steps=1).relation == "conflict"
    assert _judged("催收货款", "追讨欠款", steps=3).relation == "layered"


def test_posts_for_different_things_divide_the_work() -> None:
    assert _judged("催收货款", "追讨欠款", alike=True).why == "pattern"


def test_words_that_no_vocabulary_knows_are_compared() -> None:
    verdict = _judged("擦拭珐琅釉盏并登记", "珐琅釉盏每日擦拭、登记")
    assert verdict.relation == "conflict"
    assert verdict.why in ("words", "wording")


def test_one_facet_about_different_unknown_things_is_related() -> None:
    assert _judged("提供紫砂茶壶烧制咨询", "提供跨境铁塔吊装咨询").relation != "conflict"


@pytest.mark.parametrize(("one", "other"), [("辖区内的货款催收", "催收货款"), ("催收所辖区域欠款", "追讨货款")])
def test_the_own_region_is_not_the_others(one: str, other: str) -> None:
    assert _judged(one, other).why in ("scope", "pattern")


def test_a_part_of_a_region_is_below_it() -> None:
    assert _judged("完成华东销售任务", "达成江苏销售指标", steps=1).relation == "layered"


def test_the_line_of_a_post_divides_the_people_but_not_the_customers() -> None:
    vocabulary = standard()

    def read(text: str, post: str) -> object:
        spelt = normal(post)
        tokens = vocabulary.matcher.tokens(spelt)
        found = sentence(text, vocabulary)
        return replace(
            found, scope=found.scope.within(inferred(spelt, tokens, vocabulary)), segments=segments(spelt, tokens, vocabulary)
        )

    mine, theirs = read("组织团队培训", "外贸经理"), read("带教团队成员,开展培训", "销售经理")
    assert judge(mine, theirs, vocabulary).relation == "related"  # type: ignore[arg-type]
    mine, theirs = read("给客户寄样", "外贸业务员"), read("样品寄送", "样品专员")
    assert judge(mine, theirs, vocabulary).relation == "conflict"  # type: ignore[arg-type]


def test_nothing_is_said_where_nothing_is_read() -> None:
    assert _judged("", "催收货款").relation == "none"
