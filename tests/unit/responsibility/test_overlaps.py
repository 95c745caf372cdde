"""Overlaps within a department: what is shared, divided or waived is none."""

from __future__ import annotations

from datetime import date

import pytest

from salesduty.settings.settings import Settings
from salesduty.toolkit.check import check

TODAY = Settings(today=date(2026, 11, 21))
HEAD = "department: {id: s, name: 销售部, outside: [总监]%s}\n"
POSTS = """\
posts:
  - {id: a, name: 直销经理, reports_to: 总监, duties: [%s]}
  - {id: b, name: 商务经理, reports_to: 总监, duties: [%s]}
"""


def told(one: str, other: str, department: str = "", rest: str = "") -> list[str]:
    text = HEAD % department + POSTS % (one, other) + rest
    findings = check({"s/d.yaml": text}, settings=TODAY).report.findings
    return [finding.message.zh for finding in findings if finding.code == "OVL001"]


def test_two_peers_that_do_the_same_are_told_once() -> None:
    assert told("催收到期货款", "催收到期货款") == ["“回款·催收”由 2 个岗位同时负责，没有分工：“直销经理”、“商务经理”"]


def test_what_a_sentence_says_is_done_together_or_passed_on_is_no_overlap() -> None:
    assert told("与客户核对货款", "每月与客户核对货款") != []
    assert told("与商务经理共同核对客户货款", "每月与客户核对货款") == []
    assert told("核对客户货款后报商务经理复查", "每月与客户核对货款") == []


def test_bands_of_money_that_cross_in_the_sentences_are_a_conflict_and_bands_that_touch_are_none() -> None:
    assert told("审批50万元以下的销售合同", "审批30万元以上的销售合同") != []
    assert told("审批50万元以下的销售合同", "审批50万元以上的销售合同") == []


def test_a_step_that_two_do_together_declares_the_share() -> None:
    step = "process: {name: 回款, steps: [{name: 催收货款, do: [a, b]}]}\n"
    assert told("催收到期货款", "催收到期货款", rest=step) == []
    assert told("催收到期货款", "催收到期货款", rest=step.replace("do: [a, b]", "do: [a]")) != []


@pytest.mark.parametrize(("at", "silent"), [("s/a", True), ("s/b", True), ("s", True), ("s/c", False)])
def test_a_waiver_for_either_side_is_enough(at: str, silent: bool) -> None:
    waiver = f", waivers: [{{rule: OVL001, at: {at}, reason: 过渡期, approver: 总监, until: 2027-01-01}}]"
    assert (told("催收到期货款", "催收到期货款", waiver) == []) is silent


def test_posts_of_one_name_are_told_apart_and_counted() -> None:
    text = HEAD % "" + (POSTS % ("催收到期货款", "催收到期货款")).replace("商务经理", "直销经理")
    findings = check({"s/d.yaml": text}, settings=TODAY).report.findings
    (message,) = [finding.message.zh for finding in findings if finding.code == "OVL001"]
    assert message == "“回款·催收”由 2 个岗位同时负责，没有分工：“直销经理（a）”、“直销经理（b）”"


def test_handing_over_to_the_other_is_a_stage() -> None:
    assert told("收齐到期货款的凭证，交商务经理", "催收到期货款") == []


def test_a_sentence_of_a_thousand_claims_takes_no_time() -> None:
    assert told("投诉报" * 600, "投诉报" * 600) != [""]
