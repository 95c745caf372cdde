"""Who holds what a director asks for."""

from __future__ import annotations

import pytest

from salesduty.responsibility.who import who as answers
from salesduty.results.answers import Answer, Carrier, Handed, Mention, Timed, Who
from salesduty.toolkit.ask import who
from salesduty.toolkit.check import analyse
from salesduty.toolkit.load import load

COMPANY = """\
department:
  id: sales
  name: 销售部
  functions: [客户投诉处理, {name: 资金管理, areas: [C13]}]
  outside: [客户, 财务部]
  promises: [{text: 客户投诉两小时内答复, receiver: csm}]
  meetings: [{name: 销售周会, chair: head}]
  systems: [{name: 客户管理系统, owner: csm}]
posts:
  - id: head
    name: 销售经理
    duties: [每周一主持销售周会]
    authorities: [{text: 50 万元以下合同的审批权, limit: "<500000"}, {text: 合同的退回权}]
    kpis: [{ref: closure, weight: 10}]
  - id: csm
    name: 客服主管
    aliases: [售后主管]
    reports_to: head
    duties:
      - {id: complaint, title: 处理投诉, text: 接到客户投诉后处理到客户认可, area: C14.handle, action: do, sla: 48 小时, to: 客户, records: 投诉单}
      - 给新员工讲授客户投诉处理
      - 每天上传录音
    kpis: [{ref: closure, weight: 30}, {name: 满勤率, weight: 5}]
  - id: rep
    name: 销售代表
    reports_to: head
    duties: [接到客户投诉后 1 小时内登记投诉并转客服主管, 每周催收逾期货款]
kpi: {id: closure, name: 投诉办结率, target: ≥95%, drivers: [C14]}
process:
  name: 客户投诉处理
  owner: head
  steps:
    - {name: 登记, do: rep, sla: 1 小时, to: csm}
    - {name: 解决, accountable: head, do: csm, sla: 24 小时, to: 客户, inform: 财务部, escalate_to: 总经理, cadence: daily}
"""
SECOND = "department: {id: shop, name: 门店部}\npost: {id: guard, name: 保安, duties: [夜间巡逻]}\n"


def asked(question: str, **more: str) -> Who:
    return who(question, {"sales/a.yaml": COMPANY, **more})


def answered(question: str) -> Answer:
    return asked(question).answers[0]


def held(answer: Answer) -> set[tuple[str, str, str]]:
    return {(bearer.part, bearer.name, bearer.title) for bearer in answer.bearers}


def test_a_matter_is_answered_with_all_that_the_department_says_of_it() -> None:
    found = asked("客户投诉", **{"shop/a.yaml": SECOND})

    assert (found.subject, found.areas, found.others, found.is_held) == ("matter", ("投诉与售后·投诉处理",), 1, True)
    [answer] = found.answers
    assert held(answer) == {
        ("decide", "销售经理", "解决"),
        ("do", "客服主管", "处理投诉"),
        ("do", "客服主管", "解决"),
        ("do", "客服主管", "客户投诉两小时内答复"),
        ("do", "销售代表", "登记"),
        ("do", "销售代表", "接到客户投诉后 1 小时内登记投诉并转客服主管"),
        ("inform", "财务部", "解决"),
    }
    assert Handed("escalate", "总经理", "解决") in answer.handed
    assert Handed("to", "客服主管", "登记") in answer.handed
    assert answer.limits[:3] == (Timed("客户投诉两小时内答复", "", "客服主管"), Timed("1 小时", "登记"), Timed("24 小时", "解决"))
    assert Timed("48 小时", "处理投诉", "客服主管") in answer.limits
    assert answer.rhythms == (Timed("daily", "解决"),)
    [measured] = answer.measures
    assert (measured.name, measured.target) == ("投诉办结率", "≥95%")
    assert set(measured.carriers) == {Carrier("客服主管", 30), Carrier("销售经理", 10)}
    assert set(answer.mentions) == {
        Mention("function", "客户投诉处理"),
        Mention("step", "登记", "客户投诉处理", "销售经理"),
        Mention("step", "解决", "客户投诉处理", "销售经理"),
    }
    assert answer.records == ("投诉单",)


def test_what_is_written_is_told_from_what_is_inferred_and_both_have_a_line() -> None:
    duties = {bearer.name: bearer for bearer in answered("客户投诉").bearers if bearer.kind == "duty"}

    assert (duties["客服主管"].stated, duties["客服主管"].confidence, duties["客服主管"].at.line) == (True, 1.0, 20)
    assert (duties["销售代表"].stated, duties["销售代表"].at.address) == (False, "sales/rep/#1")
    assert duties["销售代表"].words in duties["销售代表"].text


def test_who_teaches_a_thing_does_not_do_it() -> None:
    assert all("讲授" not in bearer.text for bearer in answered("客户投诉").bearers)


@pytest.mark.parametrize("question", ["谁负责客户投诉？", "客户投诉归谁管", "客户投诉找谁", "“客户投诉”"])
def test_a_question_may_be_a_sentence(question: str) -> None:
    assert held(answered(question)) == held(answered("客户投诉"))


@pytest.mark.parametrize(
    ("question", "subject", "areas"),
    [
        ("C13", "area", ("回款",)),
        ("c13.collect", "area", ("回款·催收",)),
        ("回款", "area", ("回款",)),
        ("资金管理", "function", ("回款",)),
        ("投诉办结率", "kpi", ("投诉与售后",)),
        ("售后主管", "post", ()),
        ("csm", "post", ()),
    ],
)
def test_ids_and_names_are_known(question: str, subject: str, areas: tuple[str, ...]) -> None:
    found = asked(question)

    assert (found.subject, found.areas, found.is_held) == (subject, areas, True)


def test_a_post_is_answered_with_what_it_holds() -> None:
    assert held(answered("售后主管")) == {
        ("do", "客服主管", "处理投诉"),
        ("do", "客服主管", "给新员工讲授客户投诉处理"),
        ("do", "客服主管", "每天上传录音"),
        ("do", "客服主管", "解决"),
        ("do", "客服主管", "客户投诉两小时内答复"),
        ("do", "客服主管", "客户管理系统"),
    }
    assert {measured.name for measured in answered("客服主管").measures} == {"投诉办结率", "满勤率"}


def test_powers_say_who_decides_and_who_may_refuse() -> None:
    bearers = {(bearer.part, bearer.text) for bearer in answered("谁审批合同").bearers if bearer.kind == "authority"}

    assert ("decide", "50 万元以下合同的审批权") in bearers


def test_an_amount_in_the_question_leaves_out_who_may_not_approve_as_much() -> None:
    assert asked("谁审批 30 万元以下的合同").is_held
    assert not asked("谁审批 100 万元以上的合同").is_held or all(
        "50 万元以下" not in bearer.text for bearer in answered("谁审批 100 万元以上的合同").bearers
    )


@pytest.mark.parametrize(("question", "kind"), [("销售周会", "meeting"), ("客户管理系统", "system")])
def test_meetings_and_systems_are_known_by_name(question: str, kind: str) -> None:
    assert kind in {bearer.kind for bearer in answered(question).bearers}


def test_what_nobody_holds_shows_what_comes_nearest() -> None:
    found = asked("对账")

    assert (found.answers, found.is_held) == ((), False) or found.is_held
    found = asked("退货")
    assert not found.is_held
    assert found.nearest


def test_unknown_words_lead_to_names_that_look_like_them() -> None:
    assert asked("销售经里").suggestions[0] == "销售经理"
    assert asked("飞船发射").subject == ""
    assert asked("Z99").subject == ""


def test_support_alone_is_no_holder() -> None:
    text = "department: {id: a, name: 甲部}\npost: {id: p, name: 内勤, duties: [{text: 协助催收货款, area: C13.collect, action: support}]}\n"
    found = who("催收货款", {"a.yaml": text})

    assert not found.is_held
    assert [bearer.part for bearer in found.answers[0].bearers] == ["support"]


def test_the_name_of_a_post_speaks_where_nothing_else_does() -> None:
    text = "department: {id: a, name: 甲部}\npost: {id: p, name: 权证专员, duties: [打扫办公室]}\n"

    assert [bearer.kind for bearer in who("权证", {"a.yaml": text}).answers[0].bearers] == ["name"]


def test_the_order_of_files_changes_nothing() -> None:
    one = who("客户投诉", {"sales/a.yaml": COMPANY, "shop/a.yaml": SECOND})

    assert who("客户投诉", {"shop/a.yaml": SECOND, "sales/a.yaml": COMPANY}) == one


def test_the_real_departments_answer_ten_questions() -> None:
    departments = tuple(analyse(load("roles")))

    for question in ["客户投诉", "回款", "合同审批", "报价", "开票", "培训", "考核", "线索", "拜访", "费用"]:
        found = answers(question, departments)
        assert found.is_held, question
        assert all(bearer.at.line for answer in found.answers for bearer in answer.bearers), question
