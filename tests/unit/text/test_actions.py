"""What a sentence asks for."""

from __future__ import annotations

import pytest

from salesduty.text.actions import actions, leading_verb


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("开发新客户,签订销售合同,催收到期货款", ("开发新客户", "签订销售合同", "催收到期货款")),
        ("整理、编制并上报报表", ("整理、编制并上报报表",)),
        ("制定招聘计划、培训计划和考核方案", ("制定招聘计划、培训计划和考核方案",)),
        ("负责客户开发、合同签订和货款催收", ("客户开发", "合同签订", "货款催收")),
        ("负责办公用品的采购、保管和发放", ("办公用品的采购、保管和发放",)),
        ("每月 5 日前核对台账,确保账实相符,提高准确率", ("核对台账",)),
        ("确保账实相符", ()),
        ("客户投诉时,根据质量要求处理退货", ("根据质量要求处理退货",)),
        ("根据公司下达的销售任务,编制计划", ("编制计划",)),
        ("对下属进行考核,与客户保持良好关系", ("对下属进行考核", "与客户保持良好关系")),
        ("团队管理:带领团队,培训新人", ("带领团队", "培训新人")),
        ("检查设备(如空压机、水泵),更新记录", ("检查设备",)),
        ("逾期的附意见转总监,折扣超过 10% 的退回", ()),
        ("验收后 5 个工作日内登记台账,同一客户只保留一条记录", ("登记台账",)),
        ("发货前 1 天核对清单,出库前复核", ("核对清单",)),
        ("沟通,跟踪,服务", ("沟通",)),
        ("", ()),
    ],
)
def test_what_is_asked_for(text: str, asked: tuple[str, ...]) -> None:
    assert actions(text) == asked


def test_writing_down_belongs_to_the_act_unless_there_is_more() -> None:
    assert actions("编写测试用例,执行功能测试,提交缺陷报告") == ("编写测试用例", "执行功能测试")
    assert len(actions("编写测试用例,执行功能测试,提交缺陷报告,培训新人")) == 4


def test_a_verb_stands_first_or_not_at_all() -> None:
    assert [leading_verb(text) for text in ("编制计划", "负责仓库", "计划编制", "")] == ["编制", "负责", "", ""]


def test_a_sentence_of_any_length_ends() -> None:
    assert len(actions("整理台账," * 100_000)) == 400
