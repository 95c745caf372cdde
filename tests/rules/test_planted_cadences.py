"""Each rule about meetings, reports and limits finds its fault planted in `roles/`, and nothing else is said of it."""

from __future__ import annotations

import pytest

from opened.planted import Fault, silent, told
from opened.workspaces import ROLES
from salesduty.rules import cadences
from salesduty.rules.cadences import judged

CODES = frozenset(rule.code for rule in (*cadences.RULES, *judged.RULES))
DEPARTMENT, COMPLAINT = "department.yaml", "processes/complaint.yaml"
CASES = '          scope: {team: 本组, amount: "<50000"}\n          cadence: on-event\n'
OVERDUE = "          scope: {customer: 逾期 30 天以上客户, team: 本组}\n"
ASSEMBLY = "      when: 季度结束后第二个周五 14:00\n"
LARGE = "      inputs: [合同评审表, 法务部条款意见]\n"
PROMISE = "承诺“客户投诉 1 小时内登记，一般投诉 48 小时内办结”"

PLANTED = [
    (
        "warning CAD001 例会“季度总结会”没有写谁主持",
        Fault("general", ((DEPARTMENT, f"{ASSEMBLY}      chair: sales-director\n", ASSEMBLY),)),
    ),
    (
        "warning CAD001 例会“大区销售周会”没有写会后要留下什么",
        Fault("general", ((DEPARTMENT, "      outputs: [周会纪要, 补救措施清单]\n", ""),)),
    ),
    (
        "warning CAD002 “销售主管”的职责“48 小时内办结损失不满 5 万元的一般投诉，超时或涉及人身安全的立即升级给大区经理”"
        "的时限写的是“24 小时”，句子里写的却是“48 小时内”",
        Fault(
            "general",
            (("posts/sales-supervisor.yaml", f"{CASES}          sla: 48 小时\n", f"{CASES}          sla: 24 小时\n"),),
        ),
    ),
    (
        "warning CAD003 “销售主管”的职责“每周一为逾期 30 天以上的客户逐户定出清收办法，10 天后检查代表的执行结果”"
        "的频次写的是“每月”，文字里写的却是“每周一”",
        Fault(
            "general",
            (
                (
                    "posts/sales-supervisor.yaml",
                    f"{OVERDUE}          cadence: weekly\n",
                    f"{OVERDUE}          cadence: monthly\n",
                ),
            ),
        ),
    ),
    (
        "warning CAD003 例会“大区销售周会”的频次写的是“每周”，文字里写的却是“每月”",
        Fault("general", ((DEPARTMENT, "when: 每周一 9:30，90 分钟", "when: 每月 5 日 9:30，90 分钟"),)),
    ),
    (
        "warning CAD050 “销售主管”的职责“每周五 17:00 前向大区经理提交小组周报，附下周重点商机”要到“每周五 17:00 前”才交“小组周报”，"
        "而“大区销售周会”开在“每周四 9:30，90 分钟”，会上用不到",
        Fault("general", ((DEPARTMENT, "when: 每周一 9:30，90 分钟", "when: 每周四 9:30，90 分钟"),)),
    ),
    (
        "info CAD051 “销售主管”每周报一次（“每周五 17:00 前向大区经理提交本组销售分析报告”），"
        "“大区经理”每月才往上报一次（“每月第 4 个工作日前向销售总监提交本大区销售分析报告，写明差距、原因和对策”），中间的变化上面看不到",
        Fault(
            "general",
            (("posts/sales-supervisor.yaml", "向大区经理提交小组周报，附下周重点商机", "向大区经理提交本组销售分析报告"),),
        ),
    ),
    (
        f"warning CAD052 {PROMISE}只给了“48 小时内”，流程“客户投诉处理”的环节“一般投诉办理”的时限是“60 小时”",
        Fault("general", ((COMPLAINT, "      sla: 48 小时\n", "      sla: 60 小时\n"),)),
    ),
    (
        f"warning CAD052 {PROMISE}只给了“1 小时内”，流程“客户投诉处理”的环节“投诉登记”的时限是“8 小时”",
        Fault("general", ((COMPLAINT, "      sla: 1 小时\n", "      sla: 8 小时\n"),)),
    ),
    (
        "warning CAD053 同一件事有两个时限：“销售代表”的“接到投诉后 4 小时内填写投诉登记单，交销售经理处理”是“4 小时内”，"
        "流程“客户投诉处理”的环节“投诉登记”是“1 小时”",
        Fault("kpi-led", (("posts/sales-representative.yaml", "接到投诉后 1 小时内填写", "接到投诉后 4 小时内填写"),)),
    ),
    (
        "warning CAD053 同一件事有两个时限：“销售总监”的“2 个工作日内审批 50 万元至 300 万元的销售合同，退回时逐条写明修改要求”是“2 个工作日内”，"
        "流程“从线索到签约”的环节“合同审批（50 万元至 300 万元）”是“4 个工作日”",
        Fault(
            "general",
            (("processes/lead-to-contract.yaml", f"      sla: 2 个工作日\n{LARGE}", f"      sla: 4 个工作日\n{LARGE}"),),
        ),
    ),
    (
        "warning CAD002 “销售支持专员”的职责“报价单制作”的时限写的是“4 小时”，句子里写的却是“8 小时内”",
        Fault("kpi-led", (("posts/sales-support.yaml", "收到代表申请后 4 小时内制作", "收到代表申请后 8 小时内制作"),)),
    ),
]


@pytest.mark.parametrize(("finding", "fault"), PLANTED, ids=lambda each: each.split()[1] if isinstance(each, str) else "")
def test_a_planted_fault_is_found_by_one_rule(finding: str, fault: Fault) -> None:
    assert told(fault) == [finding]


def test_a_chair_that_a_duty_names_is_not_missed() -> None:
    assert told(Fault("general", ((DEPARTMENT, "      chair: regional-manager\n", ""),))) == []


def test_a_row_of_steps_is_held_against_the_promise() -> None:
    changes = (
        (COMPLAINT, "      sla: 1 小时\n", "      sla: 8 小时\n"),
        (DEPARTMENT, "客户投诉 1 小时内登记，一般投诉 48 小时内办结", "一般投诉 48 小时内办结"),
    )
    assert [line for line in told(Fault("general", changes)) if "CAD052" in line] == [
        "warning CAD052 承诺“一般投诉 48 小时内办结”只给了“48 小时内”，流程“客户投诉处理”从“投诉登记”到“一般投诉办理”的时限加起来约 56 小时"
    ]


@pytest.mark.parametrize("department", sorted(path.parent.name for path in ROLES.glob("*/department.yaml")))
def test_roles_as_they_are_say_nothing(department: str) -> None:
    assert silent(department, CODES) == []
