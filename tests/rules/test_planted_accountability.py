"""Each rule about who decides and who does finds its fault planted in `roles/`, and nothing else is said of it."""

from __future__ import annotations

import pytest

from opened.planted import Fault, silent, told
from opened.workspaces import ROLES
from salesduty.rules import accountability
from salesduty.rules.accountability import judged

CODES = frozenset(rule.code for rule in (*accountability.RULES, *judged.RULES))
TO_CONTRACT = "processes/lead-to-contract.yaml"
SOLUTION = "      text: 上门了解用水需求，提交选型方案并演示\n"
SUPERVISOR, REP = "      accountable: sales-supervisor\n", "      do: [sales-representative]\n"
CONTACT = "      text: 联系客户，判断预算、时间和决策人\n"
AUTHORITIES = "  authorities:\n"
FUNCTIONS = "  functions:\n"

PLANTED = [
    (
        "warning ACC001 流程“从线索到签约”的环节“需求与方案”由“销售代表”执行，没有写谁决定",
        Fault("general", ((TO_CONTRACT, SOLUTION + SUPERVISOR, SOLUTION),)),
    ),
    (
        "warning ACC002 流程“从订单到回款”的环节“停货裁定”由“销售总监”、“大区经理”都来决定，没有写谁定哪一部分",
        Fault(
            "general", (("processes/order-to-cash.yaml", "do: [sales-director]\n", "do: [sales-director, regional-manager]\n"),)
        ),
    ),
    (
        "warning ACC003 流程“从线索到签约”的环节“需求与方案”写了由“销售主管”决定，没有写谁执行",
        Fault("general", ((TO_CONTRACT, SOLUTION + SUPERVISOR + REP, SOLUTION + SUPERVISOR),)),
    ),
    (
        "warning ACC004 流程“从线索到签约”的环节“需求与方案”由 3 个岗位一起执行（“销售代表”、“销售助理”、“产品部”），没有写各做哪一部分",
        Fault(
            "general",
            (
                (
                    TO_CONTRACT,
                    SOLUTION + SUPERVISOR + REP,
                    SOLUTION + SUPERVISOR + "      do: [sales-representative, sales-assistant, 产品部]\n",
                ),
            ),
        ),
    ),
    (
        "info ACC005 流程“目标逐级分解”的环节“责任书归档”做完要知会部门全部岗位（5 个）",
        Fault("general", (("processes/target-cascade.yaml", "inform: [regional-manager]", "inform: [全体]"),)),
    ),
    (
        "warning ACC006 “大区经理”的“1 个工作日内审批本大区不满 50 万元的销售合同，退回时写明条款和理由”要决定 50 万元以下（不含），"
        "所用的权限只到 30 万元以下（不含）",
        Fault("general", (("posts/regional-manager.yaml", 'limit: "<500000"', 'limit: "<300000"'),)),
    ),
    (
        "warning ACC007 流程“从线索到签约”的环节“首次联系”由“销售代表”决定，执行的“销售主管”却是“销售代表”的上级",
        Fault(
            "general",
            (
                (
                    TO_CONTRACT,
                    CONTACT + SUPERVISOR + REP,
                    CONTACT + "      accountable: sales-representative\n      do: [sales-supervisor]\n",
                ),
            ),
        ),
    ),
    (
        "info ACC050 “合同起草”、“交付跟进”由“销售代表”、“销售支持专员”分头做，没有人决定，也看不出他们有共同的上级",
        Fault(
            "kpi-led",
            (
                ("posts/sales-support.yaml", "直接上级: 销售总监", "直接上级: 财务部"),
                ("department.yaml", FUNCTIONS, FUNCTIONS + "    - 合同起草\n    - 交付跟进\n"),
            ),
        ),
    ),
    (
        "warning ACC051 “销售团队主管”、“展厅值班主管”有同一项权限，没有分谁批哪一部分：“单次 1000 元及以下的客户补偿决定权”",
        Fault(
            "auto-dealer",
            (
                (
                    "posts/consultant-team-supervisor.yaml",
                    AUTHORITIES,
                    AUTHORITIES + "    - 单次 1000 元及以下的客户补偿决定权\n",
                ),
            ),
        ),
    ),
    (
        "info ACC052 “退换货”只有人审核、审批（“部长”），没有岗位动手做",
        Fault(
            "manufacturing",
            (
                ("department.yaml", FUNCTIONS, FUNCTIONS + "    - 退换货\n"),
                (
                    "posts/warehouse-keeper.yaml",
                    "    - 客户退货当日清点隔离，填写退货单交质量部检验，凭检验结论入账\n",
                    "",
                ),
            ),
        ),
    ),
    (
        "warning ACC053 “部长”要“2 个工作日内批复退换货评估意见，明确退货、换货或维修”，它的 8 项权限都不管这件事",
        Fault("manufacturing", (("posts/head.yaml", "    - 退换货处理方式的批准权\n", ""),)),
    ),
    (
        "info ACC054 “销售内勤”有权限“折扣的批准权”，它的职责和环节里却没有一处用到",
        Fault("auto-dealer", (("posts/office-staff.yaml", AUTHORITIES, AUTHORITIES + "    - 折扣的批准权\n"),)),
    ),
    (
        "info ACC055 “销售经理”要“每周五审批案场费用单据”，没有写批到多少，也没有写多少钱以上要报上级",
        Fault(
            "real-estate",
            (
                (
                    "posts/sales-manager.yaml",
                    "每周五审批不满 3000 元的案场费用单据，3000 元及以上的转总经理",
                    "每周五审批案场费用单据",
                ),
                ("posts/sales-manager.yaml", '案场单笔不满 3000 元费用的批准权, limit: "<3000"', "案场费用的批准权"),
            ),
        ),
    ),
    (
        "warning ACC056 “客户成功主管”要审批（“4 小时内批复客户成功经理提出的 2 万元以下补偿方案，超出的送销售总监”），"
        "没有写备岗，它不在时没有人能批",
        Fault("solution", (("posts/success-lead.yaml", "  deputy: sales-manager\n", ""),)),
    ),
]


@pytest.mark.parametrize(("finding", "fault"), PLANTED, ids=lambda each: each.split()[1] if isinstance(each, str) else "")
def test_a_planted_fault_is_found_by_one_rule(finding: str, fault: Fault) -> None:
    assert told(fault) == [finding]


def test_a_post_that_takes_nearly_all_decisions_is_found() -> None:
    changes = [
        (f"processes/{name}.yaml", text, text.replace("accountable: customer-receivables-supervisor", "accountable: head"))
        for name in ("customer-feedback", "month-end-stock", "order-to-cash")
        if (text := (ROLES / "manufacturing" / "processes" / f"{name}.yaml").read_text(encoding="utf-8"))
    ]
    assert told(Fault("manufacturing", tuple(changes))) == [
        "warning ACC008 19 个流程环节里有 16 个由“部长”一个岗位决定，下面带人的“客户服务与货款主管”、“产品销售主管”很少能定"
    ]


@pytest.mark.parametrize("department", sorted(path.parent.name for path in ROLES.glob("*/department.yaml")))
def test_roles_as_they_are_say_nothing(department: str) -> None:
    assert silent(department, CODES) == []


@pytest.mark.parametrize(
    ("post", "deputy", "need"),
    [("head", "product-sales-supervisor", "销售费用控制")],
)
def test_a_deputy_that_another_rule_misses_is_said_once(post: str, deputy: str, need: str) -> None:
    fault = Fault("manufacturing", ((f"posts/{post}.yaml", f"  deputy: {deputy}\n", ""),))
    assert told(fault) == [f"warning GAP016 “部长”没有备岗，而“{need}”只有它一个人做"]


def test_a_step_that_names_nobody_is_left_to_the_rule_about_gaps() -> None:
    fault = Fault("general", ((TO_CONTRACT, SOLUTION + SUPERVISOR + REP + "      support: [产品部]\n", SOLUTION),))
    assert [line for line in told(fault) if line.split()[1] in CODES] == []
