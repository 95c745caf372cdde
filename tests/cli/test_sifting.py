"""The options that narrow a report down, and the standard input."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HEAD = 'department: {id: sales, name: 销售部, outside: [总经理], version: "1", effective: 2026-01-01, approved_by: 总经理}\n'
REP = "post: {id: rep, name: 销售代表, reports_to: 销售经里, duties: [每周拜访 5 家客户]}\n"
CHIEF = "post: {id: head, name: 销售经理, reports_to: 总经理, duties: [每月 5 日前审批合同]}\n"
USUAL = "salesduty-baseline.json"


@pytest.fixture
def roles(write: Callable) -> Path:
    write("roles/sales/department.yaml", HEAD)
    write("roles/sales/head.yaml", CHIEF)
    return write("roles/sales/rep.yaml", REP)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let the standard input hold these bytes."""

    def held(data: bytes, *, terminal: bool = False) -> None:
        stream = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
        monkeypatch.setattr(stream, "isatty", lambda: terminal, raising=False)
        monkeypatch.setattr(sys, "stdin", stream)

    return held


def places(out: str) -> list[str]:
    return [f"{each['file']}:{each['line']} {each['code']}" for each in json.loads(out)["findings"]]


def test_a_baseline_is_written_used_and_shrinks(run: Callable, roles: Path) -> None:
    assert run("lint", "--write-baseline", "--lang", "zh").err == (
        f"已把 1 个问题记入基线 {USUAL}。以后加上 --baseline {USUAL}，只报告新的问题。\n"
    )
    ran = run("lint", "--baseline", USUAL, "--lang", "zh")
    assert (ran.code, ran.out) == (0, "没有发现问题（1 个部门，2 个岗位，3 个文件）\n")
    assert ran.err == f"基线 {USUAL} 里已有的 1 个问题没有报告。\n"
    roles.write_text(REP.replace("销售经里", "销售经理"), encoding="utf-8")
    ran = run("lint", "--baseline", USUAL, "--lang", "zh")
    assert (ran.code, ran.err) == (0, f"基线 {USUAL} 里的问题全部改好了。这个文件和 --baseline 都可以去掉了。\n")
    roles.write_text(REP, encoding="utf-8")
    assert run("lint", "--baseline", USUAL).code == 1


def test_a_baseline_in_english_and_of_another_name(run: Callable, roles: Path, write: Callable) -> None:
    write("roles/sales/b.yaml", REP.replace("id: rep", "id: b").replace("销售代表", "业务员"))
    assert run("check", "--write-baseline", "--baseline", "ci/known.json", "--lang", "en").code == 0
    assert "“销售经里”" not in run("check", "--baseline", "ci/known.json", "--lang", "en").out
    roles.unlink()
    ran = run("check", "--baseline", "ci/known.json", "--lang", "en")
    assert (ran.code, "are mended and have left the baseline ci/known.json; it holds" in ran.err) == (0, True)
    assert '"file": "../roles/sales/b.yaml"' in Path("ci/known.json").read_text("utf-8")


@pytest.mark.parametrize("other", [("check",), ("lint", "--select", "STR"), ("lint", "--ignore", "WRD")])
def test_a_run_of_other_rules_keeps_what_is_known_of_unused_comments(
    run: Callable, roles: Path, write: Callable, other: tuple[str, ...]
) -> None:
    write("roles/sales/rep.yaml", REP.replace("经里", "经理").rstrip() + "  # salesduty: ignore[WRD004] 以前写过\n")
    assert run("lint", "--write-baseline").code == 0

    run(*other, "--baseline", USUAL)

    assert "STR044" in Path(USUAL).read_text("utf-8")
    assert run("lint", "--baseline", USUAL).code == 0


def test_json_stays_json(run: Callable, roles: Path) -> None:
    run("lint", "--write-baseline")

    assert places(run("lint", "--baseline", USUAL, "--format", "json").out) == []


def test_a_baseline_that_is_missing_broken_or_cannot_be_written(run: Callable, roles: Path, write: Callable) -> None:
    ran = run("lint", "--baseline", "none.json", "--lang", "zh")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "没有基线文件 none.json。请检查文件名；还没有记录过的，先加上 --write-baseline 运行一次。\n"
    write("bad.json", '{"version": 1,\n"findings": {]}\n')
    ran = run("lint", "--baseline", "bad.json", "--lang", "zh")
    assert (ran.code, ran.out, ran.err.split("：")[0]) == (2, "", "看不懂基线 bad.json:2:14")
    ran = run("lint", "--write-baseline", "--baseline", "roles", "--lang", "zh")
    assert (ran.code, ran.out) == (2, "")


def test_shrinking_a_file_that_cannot_be_written_is_no_failure(
    run: Callable, roles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from salesduty.disk.write import CannotWrite

    run("lint", "--write-baseline")
    roles.write_text(REP.replace("销售经里", "销售经理"), encoding="utf-8")

    def refuse(path: Path, _: bytes) -> None:
        raise CannotWrite(str(path), "permission")

    monkeypatch.setattr("salesduty.toolkit.baseline.write_record", refuse)
    ran = run("lint", "--baseline", USUAL, "--lang", "zh")
    assert ran.code == 0
    assert ran.err == (
        f"1 个问题已经改好，但基线 {USUAL} 写不进去，没有更新。请在能写的地方运行一次同样的命令，再提交这个文件。\n"
    )
    ran = run("lint", "--write-baseline", "--lang", "zh")
    assert (ran.code, ran.err.startswith(f"基线 {USUAL} 写不进去，什么也没有记下。")) == (2, True)


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_changed_since(run: Callable, roles: Path, write: Callable) -> None:
    for args in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"]):
        subprocess.run(["git", *args], check=True)
    assert run("lint", "--changed-since", "HEAD").code == 0
    write("roles/sales/b.yaml", REP.replace("id: rep", "id: b").replace("销售代表", "业务员"))
    ran = run("lint", "--changed-since", "HEAD", "--format", "json")
    assert (ran.code, places(ran.out)) == (1, ["roles/sales/b.yaml:1 REF001"])
    ran = run("lint", "--changed-since=--output=x", "--lang", "zh")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == ("git 里没有 --output=x 这个版本。请写一个分支、标签或提交号，如 --changed-since origin/main。\n")


def test_without_a_repository(run: Callable, roles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(Path.cwd().parent))
    for command in ("lint", "check"):
        ran = run(command, "--changed-since", "main", "--lang", "en")
        assert (ran.code, ran.out, "main" in ran.err) == (2, "", True)


def test_the_standard_input_stands_for_a_file(run: Callable, roles: Path, typed: Callable) -> None:
    typed((REP + "  # 结尾\n").replace("销售经里", "总经里").encode())
    ran = run("lint", "-", "--stdin-filename", "roles/sales/rep.yaml", "--format", "json")
    assert (ran.code, places(ran.out)) == (1, ["roles/sales/rep.yaml:1 REF001"])
    assert "总经里" in ran.out
    typed(REP.replace("销售经里", "销售经理").encode())
    assert run("lint", "-", "--stdin-filename", "roles/sales/rep.yaml").code == 0
    assert roles.read_text("utf-8") == REP


def test_a_file_that_is_not_saved_yet(run: Callable, roles: Path, typed: Callable) -> None:
    typed(REP.replace("id: rep", "id: b").replace("销售代表", "业务员").encode())
    ran = run("lint", "-", "--stdin-filename", "roles/sales/新.yaml", "--format", "json")

    assert places(ran.out) == ["roles/sales/新.yaml:1 REF001"]
    assert not Path("roles/sales/新.yaml").exists()


def test_the_standard_input_alone(run: Callable, typed: Callable) -> None:
    typed((HEAD + REP).encode("gb18030"))
    ran = run("lint", "-", "--format", "json")

    assert (ran.code, places(ran.out)) == (1, ["<stdin>:1 STR009", "<stdin>:2 REF001"])
    typed(b"")
    assert places(run("lint", "-", "--format", "json").out) == ["<stdin>:1 STR017"]


def test_a_terminal_is_told_how_to_end(run: Callable, typed: Callable) -> None:
    typed((HEAD + CHIEF).encode(), terminal=True)
    ran = run("lint", "-", "--lang", "zh")

    assert (ran.code, ran.out) == (0, "没有发现问题（1 个部门，1 个岗位，1 个文件）\n")
    assert ran.err == "正在从键盘读取内容。输入完按 Ctrl+D 结束；不想等就按 Ctrl+C。\n"


def test_a_closed_input(run: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    ran = run("lint", "-", "--lang", "zh")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "标准输入是关着的，没有内容可读。请用管道把文件传进来，如 salesduty lint - < post.yaml。\n"


def test_too_much_input(run: Callable, typed: Callable) -> None:
    typed(b"# " + b"a" * 11_000_000)

    assert places(run("lint", "-", "--format", "json").out) == ["<stdin>:1 STR008"]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("-", "roles"), "- 表示从标准输入读取，不能再写别的路径。请去掉其中一种。"),
        (
            ("--stdin-filename", "a.yaml"),
            "--stdin-filename 只和 - 一起用，如 salesduty lint - --stdin-filename roles/general/post.yaml。",
        ),
        (("-", "--stdin-filename", "roles"), "--stdin-filename 要写一个文件，roles 是文件夹。"),
        (("-", "--stdin-filename", "none/a.yaml"), "找不到 none/a.yaml。请检查路径有没有写错。"),
        (("-", "--write-baseline"), "--write-baseline 和 - 不能一起用。请分两次运行。"),
        (("-", "--changed-since", "HEAD"), "--changed-since 和 - 不能一起用。请分两次运行。"),
        (("--write-baseline", "--changed-since", "HEAD"), "--changed-since 和 --write-baseline 不能一起用。请分两次运行。"),
    ],
)
def test_options_that_do_not_go_together(run: Callable, roles: Path, typed: Callable, args: tuple[str, ...], says: str) -> None:
    typed(b"")
    ran = run("lint", *args, "--lang", "zh")

    assert (ran.code, ran.out, ran.err) == (2, "", says + "\n")
    assert not Path(USUAL).exists()


def test_hostile_words_reach_the_terminal_as_text(run: Callable, roles: Path, write: Callable) -> None:
    write("bad\x1b[31m.json", '{"version": 1, "findings": [], "\\u001b[2J": 1, "\\u001b[2J": 2}')
    for args in (("--baseline", "bad\x1b[31m.json"), ("--changed-since", "\x1b[31m##[group]"), ("--baseline", "\x1b[2J")):
        ran = run("lint", *args)
        assert (ran.code, "\x1b" in ran.out + ran.err, "##[group]" in ran.err) == (2, False, False)
