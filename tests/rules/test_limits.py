"""Where a rule begins and ends: the last good day, and one tree beside another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from salesduty.settings.settings import Settings
from salesduty.toolkit.lint import lint


@pytest.mark.parametrize(("today", "codes"), [(date(2027, 1, 1), []), (date(2027, 1, 2), ["STR023", "STR027"])])
def test_a_day_counts_until_it_is_over(today: date, codes: list[str]) -> None:
    text = """\
department:
  id: sales
  name: 销售部
  version: "2.1"
  effective: 2026-01-01
  approved_by: 总经理
  review_by: 2027-01-01
  prepared_by: 人力资源部
  waivers: [{rule: ORG002, reason: 过渡期由两位经理共同管理, approver: 总经理, until: 2027-01-01}]
"""
    assert [finding.code for finding in lint({"roles.yaml": text}, settings=Settings(today=today)).findings] == codes


def test_department_ids_are_compared_within_one_tree(tmp_path: Path) -> None:
    def department(name: str) -> str:
        return f'department: {{id: sales, name: {name}, version: "1", effective: 2026-01-01, approved_by: 总经理}}\n'

    for company, name in (("first", "销售部"), ("second", "营销部")):
        folder = tmp_path / company / "roles" / "sales"
        folder.mkdir(parents=True)
        (folder / "department.yaml").write_text(department(name), encoding="utf-8")
    settings = Settings(today=date(2026, 11, 21))
    trees = [tmp_path / "first" / "roles", tmp_path / "second" / "roles"]
    assert [finding.code for finding in lint(trees, settings=settings).findings] == []

    beside = tmp_path / "first" / "roles" / "east"
    beside.mkdir()
    (beside / "department.yaml").write_text(department("华东销售部"), encoding="utf-8")
    assert [finding.code for finding in lint(trees, settings=settings).findings] == ["STR020"]
