"""`--format`, once or often, to the screen and to files."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from salesduty.cli.formats import CARRIES_EDITS, NAMES
from salesduty.reporters.catalogue import REPORTERS
from salesduty.results.finding import ERROR, INFO, WARNING, Finding, Report, Severity
from salesduty.results.place import Span
from salesduty.results.wording import Text

WRONG = 'department: {name: 销售部, outside: [总经理]}\npost: {name: 代表, reports_to: "无此人 😀"}\n'


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let lint find so many findings of these severities."""

    def let(*severities: Severity) -> None:
        findings = tuple(
            Finding(
                "STR001",
                "syntax",
                severity,
                Text(f"第 {at} 处", f"number {at}"),
                Text("改", "mend"),
                "a.yaml",
                Span(at, 1, at, 2),
                "",
            )
            for at, severity in enumerate(severities, 1)
        )
        monkeypatch.setattr("salesduty.toolkit.lint.lint", lambda *_, **__: Report(findings, 1, 2, 3))

    return let


def test_the_forms_told_are_those_of_the_catalogue() -> None:
    assert tuple(REPORTERS) == NAMES


def test_one_report_on_the_screen_and_others_in_files(run: Callable, write: Callable) -> None:
    write("roles/a.yaml", WRONG)

    ran = run("lint", "--format", "concise", "--format", "sarif=out/deep/s.sarif", "--format", "junit=报告.xml", "--lang", "zh")

    assert ran.code == 1
    assert ran.out == run("lint", "--format", "concise", "--lang", "zh").out
    assert ran.err == f"已写入 {Path('out/deep/s.sarif')}\n已写入 报告.xml\n"
    assert json.loads(Path("out/deep/s.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert Path("报告.xml").read_text(encoding="utf-8").startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
    assert b"\r" not in Path("报告.xml").read_bytes()


def test_where_all_go_to_files_the_usual_report_is_shown(run: Callable, write: Callable) -> None:
    write("roles/a.yaml", WRONG)
    usual = run("lint").out

    for command in ("lint", "check"):
        ran = run(command, "--format", "json=a.json", "--format", "text=a.txt")
        assert ran.out == run(command).out
    assert run("lint", "--format", "text=a.txt").out == usual == Path("a.txt").read_text(encoding="utf-8")


def test_a_dash_is_the_screen(run: Callable, write: Callable) -> None:
    write("roles/a.yaml", WRONG)

    assert run("lint", "--format", "json=-").out == run("lint", "--format", "json").out
    assert not Path("-").exists()


@pytest.mark.parametrize("command", ["lint", "check"])
@pytest.mark.parametrize("form", NAMES)
def test_a_file_holds_what_the_screen_shows(run: Callable, write: Callable, command: str, form: str) -> None:
    write("roles/a.yaml", WRONG)

    shown = run(command, "--format", form, "--show", "info").out
    ran = run(command, "--format", f"{form}=x.out", "--format", "concise", "--show", "info")

    assert ran.code == 1
    assert Path("x.out").read_text(encoding="utf-8") == shown
    assert sorted(os.listdir()) == ["roles", "x.out"]


def test_a_file_is_utf8_and_as_wide_as_ever_whatever_the_console(start: Callable, write: Callable, tmp_path: Path) -> None:
    write("roles/a.yaml", WRONG)
    console = {"PYTHONIOENCODING": "gbk", "COLUMNS": "40", "FORCE_COLOR": "1", "TERM": "xterm"}
    wanted = [part for form in NAMES for part in ("--format", f"{form}={form}.out")]

    usual = start("lint", *wanted, "--lang", "zh")
    files = {form: (tmp_path / f"{form}.out").read_bytes() for form in NAMES}
    for path in tmp_path.glob("*.out"):
        path.unlink()
    strange = start("lint", *wanted, "--lang", "zh", env=console, encoding="gbk")

    assert (usual.code, strange.code) == (1, 1)
    assert usual.err == strange.err == "".join(f"已写入 {form}.out\n" for form in NAMES)
    assert {form: (tmp_path / f"{form}.out").read_bytes() for form in NAMES} == files
    assert "😀" in files["concise"].decode()


@pytest.mark.parametrize(
    ("given", "zh", "en"),
    [
        (
            ["srif"],
            "--format 不能是 srif（是不是 sarif？），可以是：text、",
            "--format cannot be srif (did you mean sarif?); it is one of: text, ",
        ),
        (["srif=x"], "--format 不能是 srif（", "--format cannot be srif ("),
        (["\x1b[2J"], "--format 不能是 \\x1b[2J，", "--format cannot be \\x1b[2J;"),
        (["="], "--format 不能是 ，", "--format cannot be ;"),
        (["sarif="], "--format sarif= 后面要写文件名", "--format sarif= needs a file"),
        (
            ["text", "json"],
            "只能有一种形式显示在屏幕上，现在有 text 和 json",
            "only one form can go to the screen, not text and json",
        ),
        (["text", "text"], "只能有一种形式显示在屏幕上", "only one form"),
        (["json=-", "text"], "只能有一种形式显示在屏幕上", "only one form"),
        (["json=a", "sarif=a"], "json 和 sarif 不能写进同一个文件 a", "json and sarif cannot go into the same file, a;"),
        (["json=x/../a", "sarif=./A"], "json 和 sarif 不能写进同一个文件 A", "json and sarif cannot go into the same file, A;"),
        (["json=roles/a.yaml"], "报告不能写到 roles", "a report cannot go to roles"),
        (["json=new.YML"], "报告不能写到 new.YML", "a report cannot go to new.YML"),
    ],
)
@pytest.mark.parametrize("command", ["lint", "check"])
def test_a_wrong_use_is_told_before_anything_is_done(
    run: Callable, write: Callable, command: str, given: list[str], zh: str, en: str
) -> None:
    file = write("roles/a.yaml", WRONG)
    options = [part for value in given for part in ("--format", value)]

    for lang, said in (("zh", f"用法不对：{zh}"), ("en", f"error: {en}")):
        ran = run(command, *options, "--lang", lang)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(said)
        assert ran.err.endswith({"zh": f"运行 salesduty {command} --help 查看用法。\n", "en": "to see how it is used.\n"}[lang])
    assert os.listdir() == ["roles"]
    assert file.read_text(encoding="utf-8") == WRONG


def test_a_file_that_is_checked_is_not_written_whatever_it_is_called(run: Callable, write: Callable) -> None:
    file = write("roles/a.txt", WRONG)

    ran = run("lint", "roles/a.txt", "--format", "json=./roles/../roles/a.txt", "--lang", "zh")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("用法不对：报告不能写到 ")
    assert file.read_text(encoding="utf-8") == WRONG


@pytest.mark.skipif(os.name == "nt", reason="making links needs a right on Windows")
def test_a_link_to_a_role_file_is_not_written_through(run: Callable, write: Callable) -> None:
    file = write("roles/a.yaml", WRONG)
    Path("report.json").symlink_to(file)

    assert run("lint", "--format", "json=report.json").code == 1
    assert file.read_text(encoding="utf-8") == WRONG
    assert not Path("report.json").is_symlink()


def test_what_cannot_be_written_is_told_behind_the_report(run: Callable, write: Callable) -> None:
    write("roles/a.yaml", WRONG)
    write("taken", "")
    Path("folder.json").mkdir()

    for file in ("taken/x.json", "folder.json"):
        ran = run("lint", "--format", f"json={file}", "--format", "concise", "--lang", "zh")
        assert (ran.code, ran.err) == (2, f"写不了 {Path(file)}。请检查路径和磁盘。\n")
        assert "REF001" in ran.out
    assert sorted(os.listdir()) == ["folder.json", "roles", "taken"]


def test_an_old_report_is_replaced_whole(run: Callable, write: Callable, found: Callable) -> None:
    write("a.json", "x" * 100_000)
    found(ERROR)

    run("lint", "--format", "json=a.json")

    assert len(json.loads(Path("a.json").read_text(encoding="utf-8"))["findings"]) == 1


@pytest.mark.parametrize("form", NAMES)
@pytest.mark.parametrize(("severity", "code"), [(ERROR, 1), (WARNING, 1), (INFO, 0)])
def test_the_exit_code_is_the_same_in_every_form(
    run: Callable, found: Callable, form: str, severity: Severity, code: int
) -> None:
    found(severity)

    assert run("lint", "--format", form).code == code


@pytest.mark.parametrize("form", [name for name in NAMES if name not in ("json", "jsonl")])
def test_what_is_not_asked_for_is_not_shown(run: Callable, found: Callable, form: str) -> None:
    found(ERROR, WARNING, INFO)

    for show, shown in (("error", {1}), ("warning", {1, 2}), ("info", {1, 2, 3})):
        out = run("lint", "--format", form, "--show", show, "--lang", "zh").out
        assert {at for at in (1, 2, 3) if f"第 {at} 处" in out} == shown


def test_a_page_goes_beside_other_reports(run: Callable, write: Callable) -> None:
    write("roles/a.yaml", WRONG)

    ran = run("check", "--format", "json", "--format", "html", "--format", "xlsx=表.xlsx", "--lang", "zh")

    assert json.loads(ran.out)["findings"]
    assert ran.err == f"已写入 {Path('dist/check.html')}\n已写入 表.xlsx\n"
    assert Path("dist/check.html").is_file()
    assert Path("表.xlsx").is_file()
    assert run("check", "--format", "html=a.html", "--lang", "zh").out.startswith("已写入 a.html\n")


def test_the_record_is_told_where_no_report_can(run: Callable, write: Callable) -> None:
    write("roles/a.yaml", WRONG)

    for form in ("sarif", "concise", "jsonl", "markdown"):
        ran = run("check", "--format", form, "--ratchet", "r.json", "--lang", "zh")
        assert "r.json" in ran.err
        assert "r.json" not in ran.out
    assert "r.json" in run("check", "--format", "sarif=s.sarif", "--ratchet", "r.json", "--lang", "zh").out


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", ["lint", "check"])
def test_the_help_names_every_form(run: Callable, command: str, lang: str) -> None:
    shown = run(command, "--help", "--lang", lang).out

    assert "--format FORM[=FILE]" in shown
    assert {name for name in NAMES if name not in shown.replace("\n", "")} == set()


# --- The summary of a step of GitHub


@pytest.fixture
def summary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    path = tmp_path / "summary.md"
    path.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    return path


def test_all_findings_are_in_the_summary_where_github_drops_some(run: Callable, found: Callable, summary: Path) -> None:
    found(*[WARNING] * 11, INFO)

    ran = run("lint", "--format", "github", "--lang", "zh")

    assert ran.code == 1
    text = summary.read_text(encoding="utf-8")
    assert text == "before\n\n" + run("lint", "--format", "markdown", "--lang", "zh").out
    assert text.count("| 警告 |") == 11
    assert "第 12 处" not in text


def test_a_summary_is_not_written_where_the_annotations_are_enough(run: Callable, found: Callable, summary: Path) -> None:
    found(*[ERROR] * 10, *[WARNING] * 10)
    run("lint", "--format", "github")
    found(*[ERROR] * 11)
    run("lint", "--format", "text")
    run("lint", "--format", "github=x.txt")

    assert summary.read_text(encoding="utf-8") == "before\n"


def test_a_summary_stays_below_what_github_takes(run: Callable, found: Callable, summary: Path) -> None:
    found(*[ERROR] * 15_000)
    for _ in range(2):
        run("lint", "--format", "github", "--lang", "zh")

    data = summary.read_bytes()
    assert 1_000_000 < len(data) <= 1 << 20
    whole, cut = data.decode().split("\n**15000 个错误")[1:]
    assert whole.count("| 错误 | STR001 |") == 15_000
    listed = cut.count("| 错误 | STR001 |")
    assert 0 < listed < 15_000
    assert cut.endswith(f" 处 |\n\n另有 {15_000 - listed} 个问题没有列出。\n")


def test_a_summary_that_cannot_be_written_does_not_change_the_verdict(
    run: Callable, found: Callable, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found(*[ERROR] * 11)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))

    ran = run("lint", "--format", "github", "--lang", "zh")

    assert ran.code == 1
    assert ran.err.startswith("步骤摘要 ")
    assert ran.out.count("::error ") == 10


# --- What to put into the text


REPAIRED = "department: {id: sales, name: 销售部}\npost:\n  id: rep\n  name: 销售代表\n  duties: [{id: visit, text: 每月第２周 拜访客户}]\n"


@pytest.mark.parametrize("form", CARRIES_EDITS)
@pytest.mark.parametrize("options", [(), ("--no-cache",)])
def test_programs_are_told_what_to_put_in(run: Callable, write: Callable, form: str, options: tuple[str, ...]) -> None:
    write("roles/a.yaml", REPAIRED)

    assert run("lint", "--format", f"{form}=told", "--show", "info", *options).code == 1
    told = Path("told").read_text(encoding="utf-8")
    assert re.findall(r'"text": "(2|)"', told) == ["2", ""]


def test_what_fixing_leaves_is_told_with_edits(run: Callable, write: Callable) -> None:
    kpis = "  kpis: [{name: 销售额, weight: 60}, {name: 回款率, weight: 60}]\n"
    write("roles/a.yaml", REPAIRED + kpis)

    left = json.loads(run("lint", "--fix", "--format", "json").out)["findings"]

    assert [[edit["text"] for edit in each["fix"]["edits"]] for each in left if each["fix"]] == [[""], ["50", "50"]]


def test_people_do_not_wait_for_edits(run: Callable, write: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    write("roles/a.yaml", REPAIRED)
    monkeypatch.setattr("salesduty.toolkit.offers.text_edits", lambda *_: pytest.fail("worked out for nothing"))

    assert run("lint", "--format", "text").code == 1
    assert run("lint", "--format", "markdown", "--no-cache").code == 1
