"""One mistake is one finding: what follows from it is not reported as something of its own."""

from __future__ import annotations

from datetime import date

from salesduty.results.finding import INFO, WARNING, Severity
from salesduty.settings.settings import Settings
from salesduty.toolkit.lint import lint

CONTROL = 'version: "1", effective: 2026-01-01, approved_by: 总经理'


def test_references_to_what_could_not_be_read() -> None:
    head = f"department: {{id: sales, name: 销售部, outside: 财务部, {CONTROL}}}\n"
    rep = "post: {name: 销售代表, duties: [{text: 每月 5 日前对账, to: 财务部}]}\n"
    assert found({"department.yaml": head, "rep.yaml": rep}) == ["STR014 department.yaml:1:45 sales"]


def test_references_into_a_broken_file() -> None:
    head = f"department: {{id: sales, name: 销售部, {CONTROL}}}\n"
    rep = "post: {name: 销售代表, duties: [{text: 当天移交, to: 销售内勤}], kpis: [回款率]}\n"
    broken = "post: {name: 销售内勤\n"
    assert found({"department.yaml": head, "rep.yaml": rep, "broken.yaml": broken}) == [
        "STR001 broken.yaml:1:7 sales",
        "REF002 rep.yaml:1:61 sales/销售代表/kpis/回款率",
    ]


def test_references_into_a_file_that_is_no_text() -> None:
    head = f"department: {{id: sales, name: 销售部, {CONTROL}}}\n"
    rep = "post: {name: 销售代表, duties: [{text: 当天移交, to: 销售内勤, systems: [crm], authority: x}], kpis: [回款率]}\n"
    seen = "销售内勤 crm 回款率\n".encode() + b"\xff\xff"
    assert found({"department.yaml": head, "rep.yaml": rep, "other.yaml": seen}) == [
        "STR010 other.yaml:2:1 sales",
        "REF003 rep.yaml:1:79 sales/销售代表/#1",
    ]


def test_a_file_without_a_word_hides_no_reference_that_leads_nowhere() -> None:
    head = f"department: {{id: sales, name: 销售部, {CONTROL}}}\n"
    rep = "post: {name: 销售代表, duties: [{text: 当天移交, to: 销售内勤, systems: [crm], authority: x}], kpis: [回款率]}\n"
    codes = [line.split()[0] for line in found({"department.yaml": head, "rep.yaml": rep, "other.yaml": b"\xff\xff"})]
    assert codes == ["STR010", "REF001", "REF004", "REF003", "REF002"]


def test_a_department_that_could_not_be_read() -> None:
    rep = "post: {name: 销售代表, duties: [每周拜访 5 家客户]}\n"
    no_mapping = {"department.yaml": "department: 销售部\n", "rep.yaml": rep}
    unclosed = {"department.yaml": "department: {name: 销售部\n", "rep.yaml": rep}
    assert found(no_mapping, least=INFO) == ["STR014 department.yaml:1:13 roles"]
    assert found(unclosed, least=INFO) == ["STR001 department.yaml:1:13 roles"]
    assert found({"rep.yaml": rep}, least=INFO) == ["STR019 rep.yaml:1:1 roles"]


def test_document_control_that_could_not_be_read_or_is_blank() -> None:
    text = "department:\n  id: sales\n  name: 销售部\n  版本:\n  effective: 2026-02-30\n  approved_by: 总经理\n"
    assert found({"department.yaml": text}) == ["STR015 department.yaml:4:3 sales", "STR014 department.yaml:5:14 sales"]


def test_duties_that_could_not_be_read_or_are_blank() -> None:
    text = f"""\
department: {{id: sales, name: 销售部, {CONTROL}}}
posts:
  - {{name: 销售代表, duties: 每周拜访 5 家客户}}
  - name: 销售内勤
    duties:
      - 录入订单: 当天
      - text: [当天, 录入]
  - name: 销售经理
    岗位职责:
"""
    assert found({"roles.yaml": text}) == [
        "STR014 roles.yaml:3:26 sales/销售代表",
        "STR012 roles.yaml:6:9 sales/销售内勤/#1",
        "STR014 roles.yaml:7:9 sales/销售内勤/#2",
        "STR015 roles.yaml:9:5 sales",
    ]


def test_waivers_for_what_could_not_be_read() -> None:
    waiver = "{rule: ORG002, at: sales/assistant, reason: 两位经理共用, approver: 总经理, until: 2027-03-01}"
    head = f"department: {{id: sales, name: 销售部, {CONTROL}, waivers: [{waiver}]}}\n"
    files = {"department.yaml": head, "assistant.yaml": "post: {id: assistant, name: 销售内勤\n"}
    assert found(files) == ["STR001 assistant.yaml:1:7 sales"]
    assert found({"department.yaml": head}) == ["REF007 department.yaml:1:120 sales/waivers/#1"]


def test_what_an_alias_repeats() -> None:
    text = f"""\
department: {{id: sales, name: 销售部, {CONTROL}}}
posts:
  - {{name: 华东代表, duties: &duties [{{text: 当天移交, to: 客服, area: x}}]}}
  - {{name: 华南代表, duties: *duties}}
"""
    assert found({"roles.yaml": text}) == ["REF001 roles.yaml:3:52 sales/华东代表/#1", "STR014 roles.yaml:3:62 sales/华东代表/#1"]


def test_posts_that_share_a_name_and_those_who_refer_to_them() -> None:
    text = f"""\
department: {{id: sales, name: 销售部, {CONTROL}}}
posts:
  - {{id: east, name: 销售主管, duties: [每周拜访 5 家客户]}}
  - {{id: west, name: 销售主管, duties: [每周拜访 5 家客户]}}
  - {{id: rep, name: 销售代表, duties: [每周拜访 5 家客户], deputy: 销售主管}}
"""
    assert found({"roles.yaml": text}, only="STR021 REF005") == ["STR021 roles.yaml:4:22 sales/west"]


def test_departments_of_two_companies_that_share_a_name() -> None:
    def department(company: str, name: str, post: str) -> str:
        return f"department: {{id: {company}-{name}, name: {name}, company: {company}, {CONTROL}}}\n{post}"

    rep = "post: {name: 销售代表, duties: [{text: 当天移交, to: 客服部}]}\n"
    files = {
        "a/sales/roles.yaml": department("甲公司", "销售部", rep),
        "a/service/roles.yaml": department("甲公司", "客服部", ""),
        "b/service/roles.yaml": department("乙公司", "客服部", ""),
    }
    assert found(files) == []


def test_a_mistake_behind_a_lost_item_keeps_its_address() -> None:
    text = f"""\
department: {{id: sales, name: 销售部, {CONTROL}}}
posts:
  - {{level: 骨干, duties: [每周拜访 5 家客户]}}
  - {{id: rep, name: 销售代表, level: 骨干, duties: [每周拜访 5 家客户, {{text: 移交, area: x}}]}}
  - 销售内勤
  - {{id: head, name: 销售经理, duties: [每月制定计划], level: 经理, deputy: nobody}}
"""
    assert found({"roles.yaml": text}) == [
        "STR013 roles.yaml:3:6 sales",
        "STR014 roles.yaml:3:13 sales",
        "STR014 roles.yaml:4:34 sales/rep",
        "STR014 roles.yaml:4:76 sales/rep/#2",
        "STR014 roles.yaml:5:5 sales",
        "REF001 roles.yaml:6:65 sales/head",
    ]


def found(files: dict[str, str | bytes], only: str = "STR REF", least: Severity = WARNING) -> list[str]:
    """Code, place and address of the errors and warnings of some rules, or of those about structure and references."""
    report = lint(files, settings=Settings(today=date(2026, 11, 21))).at_least(least)
    return [
        f"{finding.code} {finding.file}:{finding.span.line}:{finding.span.column} {finding.address}"
        for finding in report.findings
        if finding.code.startswith(tuple(only.split()))
    ]


def test_a_duty_that_was_copied_whole() -> None:
    text = """\
post:
  name: 销售代表
  duties:
    - {id: check, text: 每月 5 日前对账}
    - {id: check, text: 每月 5 日前对账}
    - {id: again, text: 每月 5 日前对账。}
"""
    assert found({"roles.yaml": text}, only="STR02 WRD") == [
        "STR020 roles.yaml:5:12 roles/销售代表/check",
        "WRD012 roles.yaml:6:25 roles/销售代表/again",
    ]


def test_posts_of_one_name_may_say_the_same() -> None:
    text = "posts:\n" + "  - {name: 销售代表, duties: [每月 5 日前对账]}\n" * 2
    assert found({"roles.yaml": text}, only="STR021 WRD") == ["STR021 roles.yaml:3:12 roles/销售代表"]


def test_a_catch_all_in_the_middle_of_several() -> None:
    text = """\
post:
  name: 销售代表
  duties: [完成上级交办的其他工作, 每月 5 日前对账, 部门其他事务, 每周拜访 5 家客户]
"""
    assert found({"roles.yaml": text}, only="WRD") == [
        "WRD005 roles.yaml:3:36 roles/销售代表/#3",
        "WRD006 roles.yaml:3:36 roles/销售代表/#3",
    ]


def test_a_sentence_of_one_fault_has_one_finding() -> None:
    """The rules about wording stand beside each other, and none speaks for what another one says of the same sentence."""
    faults = {
        "负责办公室日常管理工作": "WRD001",
        "负责客户开发、合同签订和货款催收工作": "WRD002",
        "完成若干份合同": "WRD003",
        "及时处理退货": "WRD004",
        "当天通知有关部门": "WRD007",
        "严格遵守公司各项规章制度": "WRD008",
        "协助编制月度报表": "WRD009",
        "每天登记台帐": "WRD010",
        "每周审批报销单据": "WRD011",
        "每周回访老客戶": "WRD013",
        "每月１次盘点": "WRD014",
        "每月盘点， 当天报数": "WRD015",
        "每月按《盘点办法盘点": "WRD016",
        "每月盘点,当天报数": "WRD017",
        "办公用品": "WRD018",
    }
    for sentence, code in faults.items():
        text = f"post:\n  name: 销售代表\n  level: staff\n  reports_to: 总经理\n  duties:\n    - '{sentence}'\n"
        assert found({"roles.yaml": text}, only="WRD", least=INFO) == [f"{code} roles.yaml:6:7 roles/销售代表/#1"], sentence


def test_what_fields_say_need_not_be_in_the_sentence() -> None:
    text = """\
post:
  name: 仓管员
  duties:
    - {text: 负责仓库管理工作, outputs: [库存表]}
    - {text: 及时处理退货, sla: 当天}
    - {text: 定期盘点, cadence: monthly}
    - {text: 当天通知有关部门, to: [财务部, 采购部]}
    - {text: 协助编制报表, from: [会计]}
    - {text: 遵守公司制度, kind: common}
    - {text: 办公用品, object: 办公用品, action: do}
"""
    assert found({"roles.yaml": text}, only="WRD", least=INFO) == []


def test_an_empty_list_of_duties_is_said_once() -> None:
    text = "posts:\n  - {name: 店员, duties: []}\n  - {name: 店长, duties: [每周巡店], kpis: []}\n"
    assert found({"roles.yaml": text}, only="STR0", least=INFO) == [
        "STR019 roles.yaml:1:1 roles",
        "STR026 roles.yaml:2:12 roles/店员",
        "STR032 roles.yaml:3:32 roles/店长",
    ]
