"""What belongs to one department stays there, and a department is taken whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from salesduty import RenderRefused, lint, render

CLEAN = "department: {id: sales, name: 销售部, version: '1', effective: 2026-01-01, approved_by: 总经理}\npost: {name: 甲, duties: [写]}\n"
WAIVED = (
    "department:\n  id: sales\n  name: 销售部\n"
    "  waivers: [{rule: STR022, reason: 试行, approver: 总经理, until: 2999-01-01}]\npost: {name: 甲, duties: [写]}\n"
)
BARE = "department: {id: sales, name: 销售部}\npost: {name: 甲, duties: [写]}\n"


def test_a_waiver_holds_in_its_own_department_only(tmp_path: Path) -> None:
    for folder, text in (("one", BARE), ("two", WAIVED)):
        (tmp_path / folder / "roles").mkdir(parents=True)
        (tmp_path / folder / "roles" / "sales.yaml").write_text(text, encoding="utf-8")

    report = lint([tmp_path / "one" / "roles", tmp_path / "two" / "roles"])

    assert [(finding.code, Path(finding.file).parts[-3]) for finding in report.findings] == [("STR022", "one")]


def test_part_of_a_department_is_not_handed_out_when_another_part_is_broken(tmp_path: Path) -> None:
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles" / "sales.yaml").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "roles" / "broken.yaml").write_text("post: {name: 乙, duties: [写报告", encoding="utf-8")

    with pytest.raises(RenderRefused) as caught:
        render(tmp_path / "roles" / "sales.yaml", format="md")

    assert [Path(finding.file).name for finding in caught.value.report.findings] == ["broken.yaml"]


def test_a_share_written_as_a_pair_is_pointed_at() -> None:
    text = "department: {name: 部}\npost: {name: 甲, duties: [写]}\nkpi:\n  name: 回款\n  split:\n    甲: 60\n    乙乙: 40\n"

    found = [(finding.span.line, finding.span.column) for finding in lint({"a.yaml": text}).findings if finding.code == "REF001"]

    assert found == [(7, 5)]


def test_names_run_together_are_told_once() -> None:
    text = "department: {name: 部, outside: [总经理，财务部]}\npost: {name: 甲, reports_to: 总经理, duties: [{text: 报, to: 财务部}]}\n"

    codes = [finding.code for finding in lint({"a.yaml": text}).findings if finding.code.startswith(("REF", "STR028"))]

    assert codes == ["STR028"]


def test_a_file_that_cannot_be_read_hides_no_finding_of_another() -> None:
    post = "post: {name: 甲, reports_to: 张总, duties: [写]}\n"
    for broken in (b"\xff\xff\xff", b"a" * 10_000_001, b"\x89PNG\r\n"):
        found = [finding.code for finding in lint({"a.yaml": post, "broken.yaml": broken}).findings]

        assert "REF001" in found


def test_a_name_that_stands_in_a_file_that_cannot_be_read_is_not_called_unknown() -> None:
    post = "post: {name: 甲, reports_to: 张总, duties: [写]}\n"
    for broken in (
        "post: {name: 张总\n".encode(),
        "post: {name: 张总}\n".encode() + b"\xff\xff",
        "# 张总\n".encode() + b"a" * 10_000_000,
    ):
        found = [finding.code for finding in lint({"a.yaml": post, "broken.yaml": broken}).findings]

        assert "REF001" not in found
