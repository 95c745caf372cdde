"""Each rule about work in one hand, and each that was added beside them, finds the fault planted in a role set, and nothing else does."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import pytest
import yaml

from opened.workspaces import ROLES, SETTINGS
from salesduty.results.finding import INFO, WARNING, Finding
from salesduty.toolkit.check import check
from salesduty.toolkit.lint import lint

Change = Callable[[dict[str, Any]], object]
DEPARTMENTS = sorted(folder.name for folder in ROLES.iterdir() if folder.is_dir())

DUTIES = {
    "SOD051": ("auto-dealer", "showroom-duty-supervisor", ["与客户谈判价格和付款条件", "与客户签订销售合同"]),
    "SOD052": ("auto-dealer", "sales-consultant", ["给客户开具增值税发票"]),
    "SOD053": ("manufacturing", "salesman", ["上门收取客户货款"]),
    "SOD054": ("auto-dealer", "sales-manager", ["调查新客户的资信情况"]),
    "SOD055": ("auto-dealer", "second-tier-regional-manager", ["审批客户订单", "按单发货"]),
    "SOD056": ("manufacturing", "office-staff", ["起草样品领用办法", "审核样品领用办法"]),
    "SOD057": ("solution", "director", ["编制报价单", "审批报价单"]),
    "SOD058": ("auto-dealer", "showroom-duty-supervisor", ["每月催收到期货款", "登记应收账款台账"]),
    "SOD059": ("auto-dealer", "office-staff", ["接收客户退货", "登记退货台账"]),
    "SOD060": ("auto-dealer", "sales-manager", ["提出坏账核销申请", "审批坏账核销"]),
}
"""What is added to the duties of a post."""


@pytest.mark.parametrize("code", DUTIES)
def test_two_duties_in_one_hand_are_found_by_the_rule_about_them_alone(code: str) -> None:
    department, post, duties = DUTIES[code]

    def added(data: dict[str, Any]) -> None:
        data["post"]["duties"].extend(duties)
        # What a post approves it must be allowed to: another rule asks for that.
        data["post"].setdefault("authorities", []).extend(
            f"{duty.removeprefix('审批')}的审批权" for duty in duties if "审批" in duty
        )

    new = planted(department, f"posts/{post}.yaml", added)
    assert said(new) == [f"{code} {name_of(department, post)}"]


def test_a_post_of_its_own_for_each_of_the_two_is_no_fault() -> None:
    duties = DUTIES["SOD056"][2]
    one = planted("manufacturing", "posts/office-staff.yaml", lambda data: data["post"]["duties"].append(duties[0]))
    other = planted("manufacturing", "posts/head.yaml", lambda data: data["post"]["duties"].append(duties[1]))
    assert said(one) == said(other) == []


def test_two_people_who_do_it_together_are_a_control() -> None:
    def together(data: dict[str, Any]) -> None:
        data["post"]["duties"] += ["起草样品领用办法", {"text": "审核样品领用办法", "performers": 2, "shared_with": ["head"]}]

    assert said(planted("manufacturing", "posts/office-staff.yaml", together)) == []


@pytest.mark.parametrize(("severity", "posts"), [(INFO, 3), (WARNING, 4)])
def test_a_small_department_gets_a_note(severity: int, posts: int) -> None:
    others = [
        {"id": f"post-{number}", "name": f"打包{number}组", "duties": [f"打包第 {number} 类货"]} for number in range(posts - 1)
    ]
    clerk = {"id": "clerk", "name": "销售助理", "duties": ["审批客户订单", "按单发货"]}
    document = {"department": {"id": "sales", "name": "销售部"}, "posts": [clerk, *others]}
    found = check({"sales.yaml": json.dumps(document)}, settings=SETTINGS).report.findings
    assert [each.severity for each in found if each.code == "SOD055"] == [severity]


def test_another_post_that_reviews_the_contracts_makes_it_a_note() -> None:
    found = planted(
        "auto-dealer", "posts/showroom-duty-supervisor.yaml", lambda data: data["post"]["duties"].extend(DUTIES["SOD051"][2])
    )
    assert [each.severity for each in found] == [INFO]


def test_both_sentences_are_told_with_who_could_take_one() -> None:
    document = {
        "department": {"id": "sales", "name": "销售部"},
        "posts": [
            {"id": "clerk", "name": "销售助理", "duties": ["审批客户订单", "按单发货"]},
            {"id": "keeper", "name": "仓库管理员", "duties": ["办理发货"]},
        ],
    }
    (found,) = [each for each in check_of({"sales.yaml": json.dumps(document)}) if each.code == "SOD055"]
    assert found.message.zh == (
        "“销售助理”既批订单（“审批客户订单”）又办发货（“按单发货”）：自己批单自己发货，货发给了谁、发了多少没有第二个人核对"
    )
    assert found.message.en == (
        "“销售助理” both approves the orders (“审批客户订单”) and ships the goods (“按单发货”): "
        "nobody else compares who got the goods and how many"
    )
    assert [related.message.zh for related in found.related] == ["“销售助理”：“按单发货”"]
    assert found.fix.zh.startswith("把其中一件事交给别的岗位，例如已经在办发货的“仓库管理员”；")


def _appraised(by: str) -> Change:
    return lambda data: data["post"].update(appraised_by=by)


def _own_review(data: dict[str, Any]) -> None:
    step = next(step for step in data["process"]["steps"] if step.get("do"))
    step["accountable"] = step["review"] = step["do"] = "sales-manager"


FIELDS: Mapping[str, tuple[str, str, Change]] = {
    "SOD001": ("auto-dealer", "processes/showroom-sale.yaml", _own_review),
    "SOD002": ("auto-dealer", "posts/sales-manager.yaml", lambda data: data["post"]["duties"].insert(0, "双人清点保险柜")),
    "SOD003": ("general", "posts/sales-supervisor.yaml", _appraised("sales-supervisor")),
    "SOD004": (
        "general",
        "department.yaml",
        lambda data: data["department"].update(
            waivers=[{"rule": "SOD052", "reason": "办事处只有两个人", "approver": "总经理", "until": "2027-03-01"}]
        ),
    ),
    "SOD005": ("manufacturing", "department.yaml", lambda data: data["department"].update(prepared_by="总经理")),
    "ORG009": ("general", "posts/sales-representative.yaml", _appraised("sales-assistant")),
    "REF008": ("auto-dealer", "posts/second-tier-regional-manager.yaml", lambda data: data["post"].update(deputy="gone")),
    "KPI016": (
        "manufacturing",
        "kpis.yaml",
        lambda data: data["kpis"].append({"id": "share", "name": "市场占有率", "level": "company"}),
    ),
}
GONE = {"post": {"id": "gone", "name": "撤掉的岗位", "status": "retired", "level": "staff", "reports_to": "sales-manager"}}


@pytest.mark.parametrize("code", FIELDS)
def test_what_a_field_says_is_found_by_one_rule_alone(code: str) -> None:
    department, file, change = FIELDS[code]
    more = {f"{department}/posts/gone.yaml": json.dumps(GONE)} if code == "REF008" else {}
    new = [each for each in planted(department, file, change, more, run=lint_of) if each.severity >= WARNING]
    assert sorted({each.code for each in new}) == [code]


def test_targets_that_do_not_add_up_are_found_by_one_rule_alone() -> None:
    def target(words: str, level: str) -> Change:
        return lambda data: data["post"]["kpis"][0].update(target=words, level=level, cycle="quarterly")

    new = planted(
        "general",
        "posts/sales-director.yaml",
        target("2 亿元", "department"),
        {
            "general/posts/sales-representative.yaml": changed(
                "general", "posts/sales-representative.yaml", target("10 万元", "individual")
            )
        },
        run=lint_of,
    )
    assert [each.code for each in new if each.severity >= WARNING] == ["KPI017"]


def test_a_kpi_whose_drivers_the_post_has_no_duty_for_is_found_by_one_rule_alone() -> None:
    new = planted(
        "auto-dealer",
        "posts/office-staff.yaml",
        lambda data: data["post"]["kpis"][0].update(ref="promoter-pass"),
    )
    assert {each.code for each in new if each.severity >= WARNING} == {"GAP012"}


@pytest.mark.parametrize("department", DEPARTMENTS)
def test_the_role_sets_of_the_project_have_none_of_these_faults(department: str) -> None:
    ours = ("SOD", "ORG009", "REF008", "KPI016", "KPI017", "GAP012")
    loud = [each for each in (*check_of(files(department)), *lint_of(files(department))) if each.severity >= WARNING]
    assert [each for each in loud if each.code.startswith(ours)] == []


@pytest.mark.parametrize(("until", "codes"), [("2027-03-01", []), ("2026-11-20", ["SOD055", "STR027"])])
def test_a_waiver_holds_for_either_duty_until_its_day(until: str, codes: list[str]) -> None:
    posts = [{"id": f"post-{number}", "name": f"打包{number}组", "duties": [f"打包第 {number} 类货"]} for number in range(4)]
    duties = [{"id": "approve", "text": "审批客户订单"}, {"id": "ship", "text": "按单发货"}]
    for at in ("sales/clerk/approve", "sales/clerk/ship", "sales/clerk", None):
        waiver = {
            "rule": "SOD055",
            "at": at,
            "reason": "夜班只有一人",
            "approver": "总经理",
            "until": until,
            "control": "财务部每周抽查",
        }
        waivers = [{key: value for key, value in waiver.items() if value}]
        department = {"id": "sales", "name": "销售部", "waivers": waivers}
        document = {"department": department, "posts": [{"id": "clerk", "name": "销售助理", "duties": duties}, *posts]}
        text = {"sales.yaml": json.dumps(document)}
        found = (*check_of(text), *lint_of(text))
        assert sorted({each.code for each in found if each.code in ("SOD055", "STR027", "SOD004")}) == codes, at


def planted(
    department: str,
    file: str,
    change: Change,
    more: Mapping[str, str] | None = None,
    run: Callable[..., tuple[Finding, ...]] | None = None,
) -> list[Finding]:
    """Return what is found in a department with a change that is not found in it as it stands."""
    look = run or check_of
    before = {_key(each) for each in look(files(department))}
    after = look({**files(department), f"{department}/{file}": changed(department, file, change), **(more or {})})
    return [each for each in after if _key(each) not in before]


def said(found: list[Finding]) -> list[str]:
    """The loud findings, and all of this family, with the post that they name."""
    return [
        f"{each.code} {each.evidence.get('post', '')}"
        for each in found
        if each.severity >= WARNING or each.code.startswith("SOD")
    ]


def changed(department: str, file: str, change: Change) -> str:
    data = yaml.safe_load(files(department)[f"{department}/{file}"])
    change(data)
    return json.dumps(data, ensure_ascii=False, default=str)


def name_of(department: str, post: str) -> str:
    return str(yaml.safe_load(files(department)[f"{department}/posts/{post}.yaml"])["post"]["name"])


@cache
def files(department: str) -> Mapping[str, str]:
    return {path.relative_to(ROLES).as_posix(): path.read_text(encoding="utf-8") for path in (ROLES / department).rglob("*.yaml")}


def check_of(texts: Mapping[str, str]) -> tuple[Finding, ...]:
    return check(texts, settings=SETTINGS).report.findings


def lint_of(texts: Mapping[str, str]) -> tuple[Finding, ...]:
    return lint(texts, settings=SETTINGS).findings


def _key(finding: Finding) -> tuple[str, str, str]:
    return (finding.code, finding.address, finding.message.zh)
