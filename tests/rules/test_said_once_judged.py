"""What one rule that reads sentences says, no rule about decisions or cadences says again."""

from __future__ import annotations

from datetime import date

import pytest

from salesduty.settings.settings import Settings
from salesduty.toolkit.check import check

HEAD = "department: {id: sales, name: 销售部, outside: [总经理]"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param(
            f"""\
{HEAD}, rules: [每个岗位都要写明权限]}}
posts:
  - {{id: head, name: 销售经理, reports_to: 总经理, headcount: 2, duties: [审批销售合同]}}
""",
            ["GAP015"],
            id="no authority at all",
        ),
        pytest.param(
            f"""\
{HEAD}, rules: [每个岗位都要有备岗]}}
posts:
  - {{id: head, name: 销售经理, reports_to: 总经理, duties: [审批折扣不超过 5% 的报价单]}}
""",
            ["GAP016"],
            id="no deputy where a house rule asks for one",
        ),
        pytest.param(
            f"""\
{HEAD}}}
posts:
  - {{id: a, name: 销售经理, reports_to: 总经理, headcount: 2, duties: [审批销售合同], authorities: [10 万元以下合同的审批权]}}
  - {{id: b, name: 商务主管, reports_to: 总经理, headcount: 2, duties: [批准销售合同], authorities: [10 万元以下合同的审批权]}}
""",
            ["OVL001"],
            id="two approve by duty and by authority",
        ),
        pytest.param(
            f"""\
{HEAD}, promises: [客户投诉 2 小时内回复]}}
posts:
  - {{id: rep, name: 客服专员, reports_to: 总经理, duties: [24 小时内回复客户投诉]}}
process: {{name: 投诉处理, steps: [{{name: 回复客户投诉, do: rep, sla: 2 小时}}]}}
""",
            ["CAD052"],
            id="slower than the promise and than the step",
        ),
    ],
)
def test_one_cause_is_one_finding(text: str, codes: list[str]) -> None:
    report = check({"roles.yaml": text}, settings=Settings(today=date(2026, 11, 21))).report
    families = ("ACC", "CAD", "OVL", "GAP015", "GAP016")
    assert [finding.code for finding in report.findings if finding.code.startswith(families)] == codes
