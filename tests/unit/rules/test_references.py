"""REF: what is looked up once, however often it is named, and who holds an authority."""

from __future__ import annotations

import pytest

from salesduty.rules.references import dangling, unknown_party
from unit.rules.findings import findings


def test_files_that_could_not_be_read_are_searched_once_for_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []
    search = dangling._unread

    def counted(departments: object, words: str) -> bool:
        searched.append(words)
        return search(departments, words)  # type: ignore[arg-type]

    monkeypatch.setattr(dangling, "_unread", counted)
    posts = ", ".join(f"{{name: 岗{number}, reports_to: [甲, 乙]}}" for number in range(3))
    assert len(findings("REF001", {"a.yaml": f"posts: [{posts}]\n", "broken.yaml": "post: {name: 甲\n"})) == 3
    assert sorted(searched) == sorted(["甲", "乙"])


def test_a_company_is_gathered_once_for_all_its_departments(monkeypatch: pytest.MonkeyPatch) -> None:
    gathered: list[str | None] = []
    gather = unknown_party._elsewhere

    def counted(department: unknown_party.Department) -> frozenset[str]:
        gathered.append(department.spec.company)
        return gather(department)

    monkeypatch.setattr(unknown_party, "_elsewhere", counted)
    files = {
        f"d{number}/a.yaml": f"department: {{id: d{number}, name: 部{number}, company: 公司{number % 2}}}\n"
        f"post: {{name: 第{number}岗位, reports_to: 第{(number + 2) % 6}岗位x}}\n"
        for number in range(6)
    }
    found = findings("REF001", files)
    assert sorted(filter(None, gathered)) == ["公司0", "公司1"]
    assert found[0] == "d0/a.yaml:2:32 找不到“第2岗位x”，是不是“第2岗位”或“第0岗位”或“第4岗位”？"


def test_without_a_post_that_decides_anybody_may_hold_the_authority() -> None:
    text = """\
department: {name: 部, outside: [总经理]}
post: {name: 甲, authorities: [{id: sign, text: 签约权}]}
process: {name: 流, steps: [{name: 一, accountable: 总经理, authority: sign}, {name: 二, authority: 签约权}, {name: 三, authority: no}]}
"""
    assert [found.split(" ", 1)[1] for found in findings("REF003", text)] == ["部门里的岗位都没有权限“no”"]


def test_what_a_post_calls_a_kpi_is_known_and_what_calls_itself_is_not() -> None:
    text = """\
kpis: [{id: rev, name: 销售额}]
posts: [{name: 甲, kpis: [{ref: rev, name: 华东销售额}, {ref: x, name: x}], duties: [{text: 卖, kpis: [华东销售额, 销售额]}]}]
"""
    assert [found.split(" ", 1)[1] for found in findings("REF002", text)] == ["没有定义过指标“x”"]
