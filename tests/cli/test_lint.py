from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from salesduty.results.finding import ERROR, INFO, WARNING, Finding, Report, Severity
from salesduty.results.place import Span
from salesduty.results.wording import Text
from salesduty.rules.catalogue import RULES

DEPARTMENT = "department: {id: sales, name: 销售部, outside: [总经理]}\n"
POSTS = """\
posts:
  - {id: head, name: 销售经理, reports_to: 总经理}
  - {id: rep, name: 销售代表, reports_to: 销售经里}
"""


@pytest.fixture
def two_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than two rules, so that new ones do not change what these tests expect; and nothing remembered of others."""
    monkeypatch.setattr("salesduty.disk.cache._folder", lambda: None)
    monkeypatch.setattr("salesduty.toolkit.linted.RULES", tuple(rule for rule in RULES if rule.code in ("STR003", "REF001")))


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let lint find just these severities."""

    def let(*severities: Severity) -> None:
        report = Report(tuple(a_finding(severity) for severity in severities), departments=1, posts=2, files=3)
        monkeypatch.setattr("salesduty.toolkit.lint.lint", lambda *_, **__: report)

    return let


def a_finding(severity: Severity) -> Finding:
    what = Text(f"这是 {severity.name}", f"this is {severity.name}")
    return Finding("STR001", "syntax", severity, what, Text("改", "mend"), "a.yaml", Span(1, 1, 1, 2), "", "x: y")


@pytest.mark.usefixtures("two_rules")
def test_findings_are_printed_and_the_exit_code_is_1(run: Callable, write: Callable) -> None:
    write("roles/sales/department.yaml", DEPARTMENT)
    write("roles/sales/posts.yaml", POSTS)
    write("roles/sales/tab.yaml", "kpi:\n\tname: 销售额\n")

    ran = run("lint", "--lang", "zh")

    assert (ran.code, ran.err) == (1, "")
    assert ran.out == (
        "roles/sales/posts.yaml:3:39  错误  REF001 unknown-party\n"
        "  找不到“销售经里”，是不是“销售经理”？\n"
        "  3 |   - {id: rep, name: 销售代表, reports_to: 销售经里}\n"
        "    |                                           ^^^^^^^^\n"
        "  改法：改成岗位的编号、名称或别名；如果对方不在本部门，写进部门的“外部对象”（outside）。\n"
        "\n"
        "roles/sales/tab.yaml:2:1  错误  STR003 tab\n"
        "  这里用了制表符（Tab），缩进只能用空格\n"
        "  2 |  name: 销售额\n"
        "    | ^\n"
        "  改法：把行首的制表符换成空格，每一层两个。\n"
        "\n"
        "2 个错误（1 个部门，2 个岗位）\n"
    )


@pytest.mark.usefixtures("two_rules")
def test_a_clean_workspace_is_one_line_and_0(run: Callable, write: Callable) -> None:
    write("roles/sales/department.yaml", DEPARTMENT)

    assert run("lint") == type(run("-V"))(0, "没有发现问题（1 个部门，0 个岗位，1 个文件）\n", "")
    assert run("lint", "roles/sales", "--lang=en").out == "nothing found (1 department, 0 posts, 1 file)\n"


@pytest.mark.usefixtures("two_rules")
def test_a_path_selects_what_is_reported(run: Callable, write: Callable) -> None:
    write("roles/sales/department.yaml", DEPARTMENT)
    write("roles/sales/posts.yaml", POSTS)

    assert run("lint", "roles/sales/department.yaml").code == 0
    assert run("lint", "roles/sales/department.yaml", "roles/sales/posts.yaml").code == 1


@pytest.mark.usefixtures("two_rules")
def test_json_is_json(run: Callable, write: Callable) -> None:
    write("roles/sales/department.yaml", DEPARTMENT)
    write("roles/sales/posts.yaml", POSTS)

    ran = run("lint", "--format", "json")

    report = json.loads(ran.out)
    assert (ran.code, ran.err) == (1, "")
    assert (report["version"], report["summary"]["errors"]) == ("0.1.0", 1)
    assert [(one["code"], one["file"], one["line"], one["column"]) for one in report["findings"]] == [
        ("REF001", "roles/sales/posts.yaml", 3, 39)
    ]


@pytest.mark.usefixtures("two_rules")
def test_github_gets_annotations(run: Callable, write: Callable) -> None:
    write("roles/sales/posts.yaml", DEPARTMENT + POSTS)

    ran = run("lint", "--format", "github", "--lang", "en")

    assert ran.out.startswith(
        "::error file=roles/sales/posts.yaml,line=4,endLine=4,col=39,endColumn=43,title=REF001 unknown-party"
        "::nobody here is called “销售经里”; did you mean “销售经理”?%0A"
    )


@pytest.mark.parametrize(
    ("fail_on", "severity", "code"),
    [
        ([], ERROR, 1),
        ([], WARNING, 1),
        ([], INFO, 0),
        (["--fail-on", "error"], ERROR, 1),
        (["--fail-on", "error"], WARNING, 0),
        (["--fail-on", "warning"], WARNING, 1),
        (["--fail-on", "info"], INFO, 1),
    ],
)
def test_the_exit_code_says_whether_something_is_severe_enough(
    run: Callable, found: Callable, fail_on: list[str], severity: Severity, code: int
) -> None:
    found(severity)

    for form in ("text", "json", "github"):
        assert run("lint", "--format", form, *fail_on).code == code


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ([], {"error", "warning"}),
        (["--show", "info"], {"error", "warning", "info"}),
        (["--show", "error"], {"error"}),
        (["--fail-on", "error"], {"error", "warning"}),
        (["--fail-on", "info"], {"error", "warning", "info"}),
        (["--fail-on", "info", "--show", "error"], {"error"}),
    ],
)
def test_what_fails_is_shown_unless_less_is_asked_for(
    run: Callable, found: Callable, options: list[str], shown: set[str]
) -> None:
    found(ERROR, WARNING, INFO)

    for form in ("text", "github"):
        out = run("lint", "--format", form, *options).out
        assert {name for name in ("error", "warning", "info") if f"这是 {name}" in out} == shown
    assert len(json.loads(run("lint", "--format", "json", *options).out)["findings"]) == 3


def test_a_path_that_does_not_exist_is_a_wrong_use(run: Callable) -> None:
    ran = run("lint", "没有", "--lang", "zh")
    assert (ran.code, ran.out, ran.err) == (2, "", "找不到 没有。请检查路径有没有写错。\n")


def test_without_a_folder_roles_it_says_what_to_do(run: Callable) -> None:
    ran = run("lint")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "当前文件夹下没有 roles 文件夹。请先进入放着 roles 的文件夹，或在命令后面写明路径。\n"
    assert run("lint", "--lang", "en").err == (
        "There is no folder roles here. Change to the folder that holds it, or name a path behind the command.\n"
    )


def test_a_path_without_files_says_so(run: Callable, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert run("lint", "empty").out == "没有文件可以检查：给出的路径下没有 .yaml 文件\n"


def test_a_mistyped_path_is_told_with_the_nearest(run: Callable, write: Callable) -> None:
    write("roles/a.yaml", "department: {name: 销售部}\n")

    assert run("lint", "roels").err == "找不到 roels（是不是 roles？）。请检查路径有没有写错。\n"
    assert run("lint", "roles/b.yaml", "--lang", "en").err == (
        "roles/b.yaml does not exist (did you mean roles/a.yaml?). Check the spelling of the path.\n"
    )


def test_a_path_cannot_drive_the_terminal(run: Callable) -> None:
    ran = run("lint", "a\x1b[31m\n::error::b\u202e")

    assert ran.err == "找不到 a\\x1b[31m\\x0a::error::b\\u202e。请检查路径有没有写错。\n"


def test_the_folder_is_loaded_with_a_progress(run: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    def lint(paths: object, *, progress: Callable[[int, int], None], **_: object) -> Report:
        progress(1, 2)
        seen.append(paths)
        return Report((), 1, 1, 1)

    monkeypatch.setattr("salesduty.toolkit.lint.lint", lint)

    assert run("lint").code == run("lint", "a", "b").code == 0
    assert seen == [("roles",), ("a", "b")]
