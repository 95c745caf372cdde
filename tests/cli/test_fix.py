"""lint --fix, --unsafe-fixes and --diff: what is written, what is told, and the exit code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cli.conftest import Ran

DEPARTMENT = """\
department:
  id: sales
  name: 销售部
  version: "1.0"
  effective: 2026-01-01
  approved_by: 总经理
  outside: [总经理]
"""
POST = """\
post:
  id: rep
  name: 销售代表
  reports_to: 总经理
  duties:
    - 审核销售合同  # 注
"""
COLONS = POST.replace("post:", "岗位：").replace("name: ", "岗位名称：")
FIXED = POST.replace("- 审核销售合同", "- id: review-contract\n      text: 审核销售合同")


def roles(write: Callable[..., Path], post: str = POST) -> Path:
    write("roles/department.yaml", DEPARTMENT)
    return write("roles/post.yaml", post)


def test_fixing_writes_and_tells(run: Callable[..., Ran], write: Callable[..., Path]) -> None:
    path = roles(write)
    ran = run("lint", "--fix", "--lang", "zh")
    assert path.read_text(encoding="utf-8") == FIXED
    assert ran.out.splitlines()[:2] == [
        "已修正 roles/post.yaml：补编号 1 个",
        "编号让修改对比、签字和往来认得出每一条职责，改了措辞也不变；不想补，请加 --no-ids",
    ]
    assert (ran.code, ran.err) == (0, "")
    again = run("lint", "--fix", "--lang", "en")
    assert again.out.splitlines()[0] == "nothing that can be fixed automatically"
    assert path.read_text(encoding="utf-8") == FIXED


def test_a_diff_writes_nothing(run: Callable[..., Ran], write: Callable[..., Path]) -> None:
    path = roles(write)
    ran = run("lint", "--diff", "--lang", "zh")
    assert ran.code == 1
    assert ran.out == (
        "--- a/roles/post.yaml\n+++ b/roles/post.yaml\n@@ -5,2 +5,3 @@\n   duties:\n"
        "-    - 审核销售合同  # 注\n+    - id: review-contract\n+      text: 审核销售合同  # 注\n"
    )
    assert ran.err.startswith("会修正 roles/post.yaml：补编号 1 个\n")
    assert path.read_text(encoding="utf-8") == POST
    assert run("lint", "--diff", "--no-ids").code == 0


def test_what_is_left_decides_the_exit_code(run: Callable[..., Ran], write: Callable[..., Path]) -> None:
    path = roles(write, POST.replace("reports_to", "report_to"))
    ran = run("lint", "--fix", "--no-ids", "--lang", "zh")
    assert ran.code == 1
    assert "没有可以自动修正的地方\n另有 1 处加 --unsafe-fixes 也能修正，但会改动内容；请先加 --diff 看一遍\n" in ran.out
    assert "STR012" in ran.out
    fixed = run("lint", "--unsafe-fixes", "--no-ids", "--lang", "zh")
    assert fixed.out.startswith("已修正 roles/post.yaml：STR012 unknown-key 1 处\n")
    assert fixed.code == 0
    assert path.read_text(encoding="utf-8") == POST


def test_programs_read_the_findings_alone(run: Callable[..., Ran], write: Callable[..., Path]) -> None:
    roles(write)
    ran = run("lint", "--fix", "--format", "json", "--lang", "en")
    assert ran.out.startswith('{"version"')
    assert ran.err.startswith("fixed roles/post.yaml: ids given (1)\n")


def test_a_diff_of_a_stranger_drives_no_terminal(run: Callable[..., Ran], write: Callable[..., Path]) -> None:
    roles(write, POST.replace("审核销售合同", '"审核\\e[2J\u202e##[error]合同"'))
    out = run("lint", "--diff").out
    assert "##[error]" not in out
    assert "\u202e" not in out


def test_a_file_that_may_not_be_written_is_told(run: Callable[..., Ran], write: Callable[..., Path], monkeypatch: object) -> None:
    from salesduty.disk.write import CannotWrite
    from salesduty.toolkit import edited

    def refuse(*_: object) -> bool:
        raise CannotWrite("x", "locked")

    path = roles(write)
    monkeypatch.setattr(edited, "write", refuse)  # type: ignore[attr-defined]
    ran = run("lint", "--fix", "--lang", "zh")
    assert ran.out.splitlines()[0] == "没有改 roles/post.yaml：没有权限写这个文件，或正被别的程序打开"
    assert ran.code == 1
    assert path.read_text(encoding="utf-8") == POST


def test_a_file_that_could_not_be_read_can_be_fixed(run: Callable[..., Ran], write: Callable[..., Path]) -> None:
    path = roles(write, COLONS)
    assert run("lint", "--fix", "--no-ids").code == 0
    assert path.read_text(encoding="utf-8").startswith("岗位:\n  id: rep\n  岗位名称: 销售代表\n")
