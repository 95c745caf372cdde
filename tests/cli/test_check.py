"""The command that says who holds what: every form, every option, and what it exits with."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from salesduty.cli import check
from salesduty.reporters.columns import width
from salesduty.results.coverage import Chart, Checked, Row
from salesduty.results.finding import ERROR, INFO, WARNING, Finding, Report, Severity
from salesduty.results.place import Span
from salesduty.results.wording import Text

ROLES = """\
department:
  id: sales
  name: 销售部
  outside: [总经理]
  functions: [{id: collection, name: 货款回收}, {id: complaint, name: 客户投诉}]
posts:
  - id: head
    name: 销售经理
    level: manager
    reports_to: 总经理
    duties: [审批销售合同]
  - id: rep
    name: 销售代表
    level: staff
    reports_to: head
    duties:
      - 每周催收到期货款  # 到期前三天
  - id: clerk
    name: 商务专员
    level: staff
    reports_to: head
    duties: [对逾期货款打电话催收]
"""
CLEAN = """\
department: {id: sales, name: 销售部, outside: [总经理]}
posts:
  - {id: rep, name: 销售代表, level: staff, reports_to: 总经理, headcount: 1, duties: [催收到期货款]}
"""
HOSTILE = ROLES.replace("货款回收", '"\\e[31m货款回收 ::error::x\\n##[group]y\\u202e"').replace("销售代表", '"代表\\e[2J"')
CHART = Chart(
    "sales", "销售部", (("sales/rep", "销售代表", ""),), (Row("sales", "function", "collection", "货款回收", True, "gap"),)
)
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]")


@pytest.fixture
def roles(write: Callable) -> Path:
    return write("roles/sales/a.yaml", ROLES)


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[object]]:
    """Let the engine find just these severities; what it was asked for comes back."""

    def let(*severities: Severity) -> list[object]:
        asked: list[object] = []

        def run(paths: object, *, progress: Callable[[int, int], None], **_: object) -> Checked:
            progress(1, 1)
            asked.append(paths)
            return Checked(Report(tuple(a_finding(severity) for severity in severities), 1, 1, 3), (CHART,))

        monkeypatch.setattr("salesduty.toolkit.check.check", run)
        return asked

    return let


def a_finding(severity: Severity) -> Finding:
    what = Text(f"这是 {severity.name}", f"this is {severity.name}")
    return Finding("GAP001", "no-owner", severity, what, Text("改", "mend"), "a.yaml", Span(1, 1, 1, 2), "")


def test_the_map_and_the_findings_are_printed(run: Callable, found: Callable) -> None:
    found(WARNING)

    ran = run("check", "--lang", "zh")

    assert (ran.code, ran.err) == (1, "")
    assert ran.out == (
        "销售部（1 个岗位）\n"
        "  1 项要求，0 项有人负责，1 项空白\n"
        "\n"
        "  部门职能      状态      决定  执行  审核  协助\n"
        "! 货款回收      空白\n"
        "\n"
        "需要处理的问题，后果重的在前：\n"
        "\n"
        "a.yaml:1:1  警告  GAP001 no-owner\n"
        "  这是 warning\n"
        "  改法：改\n"
        "\n"
        "1 个警告（1 个部门，1 个岗位）\n"
    )
    assert "1 warning (1 department, 1 post)" in run("check", "--lang", "en").out


def test_the_paths_are_handed_on(run: Callable, found: Callable) -> None:
    asked = found()
    run("check")
    run("check", "a", "b")

    assert asked == [("roles",), ["a", "b"]]


@pytest.mark.parametrize("form", ["text", "json", "github", "html", "xlsx"])
@pytest.mark.parametrize(
    ("fail_on", "severity", "code"),
    [
        ([], ERROR, 1),
        ([], WARNING, 1),
        ([], INFO, 0),
        (["--fail-on", "error"], WARNING, 0),
        (["--fail-on", "info"], INFO, 1),
    ],
)
def test_the_exit_code_says_whether_something_is_severe_enough(
    run: Callable, found: Callable, form: str, fail_on: list[str], severity: Severity, code: int
) -> None:
    found(severity)

    assert run("check", "--format", form, *fail_on).code == code


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ([], {"error", "warning"}),
        (["--show", "info"], {"error", "warning", "info"}),
        (["--show", "error"], {"error"}),
        (["--fail-on", "info"], {"error", "warning", "info"}),
    ],
)
def test_what_is_shown_is_what_is_asked_for(run: Callable, found: Callable, options: list[str], shown: set[str]) -> None:
    found(ERROR, WARNING, INFO)
    lang = ("--lang", "zh")
    run("check", "--format", "html", *lang, *options)

    page = Path("dist/check.html").read_text(encoding="utf-8")
    for told in (run("check", *lang, *options).out, run("check", "--format", "github", *lang, *options).out, page):
        assert {name for name in ("error", "warning", "info") if f"这是 {name}" in told} == shown
    assert len(json.loads(run("check", "--format", "json", *options).out)["findings"]) == 3


@pytest.mark.parametrize("form", ["html", "xlsx"])
def test_a_file_is_written_and_told(run: Callable, found: Callable, form: str) -> None:
    found(WARNING, INFO)

    ran = run("check", "--format", form, "--lang", "zh")

    path = Path("dist", f"check.{form}")
    assert ran.out == f"已写入 {path}\n1 个警告（1 个部门，1 个岗位）；另有 1 条提示，加 --show info 查看\n"
    named = Path("报告", f"覆盖.{form}")
    other = run("check", "--format", form, "-o", str(named), "--lang", "en").out
    assert other.startswith(f"wrote {named}\n1 warning (")
    assert named.read_bytes() == path.read_bytes()
    assert list(Path().rglob("*.tmp")) == []


def test_what_is_printed_goes_to_no_file(run: Callable, found: Callable) -> None:
    asked = found()
    for form in ("text", "json", "github"):
        ran = run("check", "--format", form, "--output", "x", "--lang", "zh")

        assert (ran.code, ran.out, asked) == (2, "", [])
        assert ran.err == "--output 只用于 html 和 xlsx。请加上 --format html 或 --format xlsx，或去掉 --output。\n"
    assert not Path("x").exists()


def test_a_real_department_is_read(run: Callable, roles: Path) -> None:
    ran = run("check", "--lang", "zh")

    assert (ran.code, ran.err) == (1, "")
    assert "GAP001 function-unowned" in ran.out
    assert "部门职能“客户投诉”没有岗位承担" in ran.out
    report = json.loads(run("check", "--format", "json").out)
    assert {"GAP001", "OVL001"} <= {finding["code"] for finding in report["findings"]}
    assert {row["name"]: row["state"] for row in report["coverage"] if row["kind"] == "function"} == {
        "货款回收": "owned",
        "客户投诉": "gap",
    }
    assert "ratchet" not in report
    assert run("check", "--format", "github").out.startswith("::")
    assert run("check", "--format", "xlsx").code == run("check", "--format", "html").code == 1
    assert zipfile.is_zipfile("dist/check.xlsx")


def test_a_clean_department_exits_with_0(run: Callable, write: Callable) -> None:
    write("roles/a.yaml", CLEAN)

    ran = run("check", "--lang", "zh")
    assert (ran.code, ran.err) == (0, "")
    assert "没有发现问题（1 个部门，1 个岗位，1 个文件）" in ran.out


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["没有"], "找不到 没有。请检查路径有没有写错。\n"),
        ([], "当前文件夹下没有 roles 文件夹。请先进入放着 roles 的文件夹，或在命令后面写明路径。\n"),
        (["--explain", "a/b"], "当前文件夹下没有 roles 文件夹。请先进入放着 roles 的文件夹，或在命令后面写明路径。\n"),
        (["--suggest", "没有"], "找不到 没有。请检查路径有没有写错。\n"),
        (["--format", "docx"], "--format"),
        (["--write"], "--write 只和 --suggest 一起用。请加上 --suggest，或去掉 --write。\n"),
        (["--explain", "a", "--suggest"], "--explain 和 --suggest 不能一起用。请分两次运行。\n"),
        (["--suggest", "--ratchet", "x"], "--suggest 和 --ratchet 不能一起用。请分两次运行。\n"),
        (["--explain", "a", "--ratchet", "x"], "--explain 和 --ratchet 不能一起用。请分两次运行。\n"),
        (["--explain", "a", "--write"], "--write 只和 --suggest 一起用。请加上 --suggest，或去掉 --write。\n"),
        (["--explain", "a", "--format", "html"], "--explain 只能输出 text 和 json。请去掉 --format html。\n"),
        (["--suggest", "--format", "github"], "--suggest 只能输出 text 和 json。请去掉 --format github。\n"),
        (["--suggest", "--output", "x"], "--output 只用于 html 和 xlsx"),
        (["--ratchet"], "--ratchet"),
        (["--explain"], "--explain"),
    ],
)
def test_a_wrong_use_is_told_with_a_remedy(run: Callable, args: list[str], said: str) -> None:
    ran = run("check", *args, "--lang", "zh") if args not in (["--ratchet"], ["--explain"]) else run("check", "--lang=zh", *args)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert list(Path().iterdir()) == []


def test_a_file_that_cannot_be_written_is_a_wrong_use(run: Callable, roles: Path) -> None:
    Path("taken.html").mkdir()

    ran = run("check", "--format", "html", "--output", "taken.html")
    assert (ran.code, ran.out) == (2, "")
    assert "taken.html" in ran.err


def test_no_other_file_is_overwritten(run: Callable, roles: Path) -> None:
    file = roles
    before = file.read_bytes()

    ran = run("check", "--format", "html", "--output", str(file), "--lang", "zh")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "--output 的文件名要以 .html 结尾，免得覆盖别的文件。\n"
    assert file.read_bytes() == before


def test_what_could_not_be_read_is_no_clean_bill(run: Callable, roles: Path) -> None:
    (roles.parent / "broken.yaml").write_text("post: [\n", encoding="utf-8")

    ran = run("check", "--ratchet", "record.json", "--lang", "zh")

    assert ran.code == 1
    assert "有 1 个文件没有读全，结论不完整，覆盖记录也不会改动：" in ran.err
    assert "broken.yaml" in ran.err
    assert not Path("record.json").exists()


def test_a_second_name_for_a_file_makes_no_second_post(run: Callable, roles: Path) -> None:
    file = roles
    clean = run("check", "--format", "json").out
    try:
        (file.parent / "again.yaml").symlink_to(file)
    except OSError:
        pytest.skip("no links here")
    assert run("check", "--format", "json").out == clean


def test_a_duty_is_explained(run: Callable, roles: Path) -> None:
    ran = run("check", "--explain", "sales/rep/#1", "--lang", "zh")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("销售代表  sales/rep/#1\n  roles/sales/a.yaml:17:9\n  每周催收到期货款\n  ^^^^ 频次\n")
    for part in (
        "  职责领域  回款·催收（C13.collect）  推断 ",
        "  动作      执行  推断 ",
        "  覆盖：\n    职能  货款回收，执行，推断",
        "    重叠  商务专员 “对逾期货款打电话催收”",
    ):
        assert part in ran.out
    assert "sales/clerk/#1" in run("check", "--explain", "sales/clerk", "--lang", "en").out
    told = json.loads(run("check", "--explain", "sales/rep", "--format", "json").out)
    assert [one["address"] for one in told["explained"]] == ["sales/rep/#1"]
    assert told["explained"][0]["fields"][0]["field"] == "area"


def test_an_unknown_address_is_told_with_the_nearest(run: Callable, roles: Path) -> None:
    ran = run("check", "--explain", "sales/rep/#\x1b[31m7", "--lang", "zh")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("找不到地址 sales/rep/#\\x1b[31m7（是不是 sales/rep/#1？）。地址写成 部门/岗位/职责")


def test_what_is_worth_asking_is_shown_as_a_patch_that_applies(run: Callable, roles: Path) -> None:
    ran = run("check", "--suggest", "--lang", "zh")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("确认下面 2 处，就能定下 1 个问题，要紧的在前：\n\nroles/sales/a.yaml:")
    assert "+      - {text: 每周催收到期货款, area: C13.collect, action: do}  # 到期前三天\n" in ran.out
    assert ran.out.endswith("以上改动还没有写入；加 --write 写入文件\n")
    assert roles.read_text(encoding="utf-8") == ROLES
    subprocess.run(["git", "apply", "-"], input=ran.out.encode(), check=True, timeout=30)
    patched = roles.read_bytes()
    assert patched != ROLES.encode()
    roles.write_text(ROLES, encoding="utf-8", newline="")
    written = run("check", "--suggest", "--write", "--lang", "zh")
    assert (written.code, written.out.endswith("\n已写入 roles/sales/a.yaml\n")) == (0, True)
    assert roles.read_bytes() == patched
    assert run("check", "--suggest", "--write", "--lang", "zh").out.startswith("没有需要确认的字段")
    assert roles.read_bytes() == patched


def test_suggestions_are_json(run: Callable, roles: Path) -> None:
    told = json.loads(run("check", "--suggest", "--format", "json", "--write").out)

    assert [(one["address"], one["add"], one["left_alone"]) for one in told["suggestions"]] == [
        ("sales/rep/#1", {"area": "C13.collect", "action": "do"}, None),
        ("sales/clerk/#1", {"area": "C13.collect", "action": "do"}, None),
    ]
    assert [(one["file"], one["written"], one["left_alone"]) for one in told["files"]] == [("roles/sales/a.yaml", True, None)]


def test_a_responsibility_cannot_be_dropped_unseen(run: Callable, roles: Path) -> None:
    made = run("check", "--ratchet", "coverage.json", "--lang", "zh")
    record = Path("coverage.json").read_bytes()

    assert (made.code, made.err) == (1, "")
    assert made.out.endswith("已建立覆盖记录 coverage.json，共 1 项\n")
    assert run("check", "--ratchet", "coverage.json", "--lang", "zh").out.endswith("覆盖没有低于记录 coverage.json（1 项）\n")

    roles.write_text(ROLES.replace("每周催收到期货款", "打扫卫生").replace("对逾期货款打电话催收", "打扫卫生"), encoding="utf-8")
    fallen = run("check", "--ratchet", "coverage.json", "--fail-on", "error", "--lang", "zh")
    assert fallen.code == 1
    assert fallen.out.endswith(
        "覆盖低于记录 coverage.json，少了 1 项，记录没有改动：\n"
        "  sales：职能“货款回收”已经没有岗位负责，原来由“商务专员”、“销售代表”负责\n"
        "  改法：补上负责的岗位；确实不再需要的，从记录里删去那一行，和这次修改一起评审。\n"
    )
    told = json.loads(run("check", "--ratchet", "coverage.json", "--format", "json").out)["ratchet"]
    assert (told["outcome"], [(lost["name"], lost["declared"]) for lost in told["lost"]]) == ("fallen", [("货款回收", True)])
    assert "::error file=coverage.json,title=ratchet::" in run("check", "--ratchet", "coverage.json", "--format", "github").out
    assert "coverage.json" in run("check", "--ratchet", "coverage.json", "--format", "html").out
    assert Path("coverage.json").read_bytes() == record

    roles.write_text(ROLES.replace("[审批销售合同]", "[审批销售合同, 受理客户投诉]"), encoding="utf-8")
    raised = run("check", "--ratchet", "coverage.json", "--lang", "zh")
    assert raised.out.endswith("覆盖提高了，已记入 coverage.json：职能“客户投诉”\n")
    assert Path("coverage.json").read_bytes() != record


def test_usual_findings_count_as_usual_beside_a_record(run: Callable, write: Callable) -> None:
    write("roles/a.yaml", CLEAN)

    assert [run("check", "--ratchet", "r.json").code for _ in range(2)] == [0, 0]


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_record_that_cannot_be_understood_is_a_wrong_use(run: Callable, roles: Path, write: Callable, form: str) -> None:
    write("r.json", '{"version": 1, "departments": {\n<<<<<<< a\n}}')

    ran = run("check", "--ratchet", "r.json", "--format", form, "--lang", "zh")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "看不懂覆盖记录 r.json:2：有没解决的合并冲突。请改好这一处，或从版本库恢复；要重新建立，先删掉这个文件。\n"
    )


def test_a_record_that_cannot_be_written_is_a_wrong_use(run: Callable, roles: Path, write: Callable) -> None:
    write("taken", "")

    ran = run("check", "--ratchet", "taken/r.json", "--lang", "zh")
    assert (ran.code, ran.out) == (2, "")
    assert "taken" in ran.err


EVERY = (["check"], ["check", "--explain", "sales/rep"], ["check", "--suggest"], ["check", "--ratchet", "r.json"])


@pytest.mark.parametrize("args", EVERY)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_narrow_window_is_enough(
    run: Callable, roles: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", "40")

    out = run(*args, "--lang", lang).out

    # A place with its rule is for a click, and a patch for a program: neither may be cut.
    lines = out.partition("\n--- ")[0].splitlines()
    assert [line for line in lines if width(line) > 40 and not re.search(r"  [A-Z]{3}\d{3} ", line)] == []


@pytest.mark.parametrize("args", EVERY)
def test_hostile_names_drive_nothing(run: Callable, write: Callable, args: list[str]) -> None:
    write("roles/sales/a.yaml", HOSTILE)

    for form in ([], ["--format", "json"]):
        for _ in range(2):
            ran = run(*args, *form)
            assert ran.code in (0, 1)
            assert CONTROL.search(ran.out + ran.err) is None
            assert not re.search(r"(?m)^\s*::error::x|##\[group\]", ran.out)
    for file in Path().glob("*.json"):
        assert CONTROL.search(file.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize("args", EVERY)
def test_a_gbk_console_gets_everything(start: Callable, roles: Path, args: list[str]) -> None:
    for form in ([], ["--format", "json"]):
        ran = start(*args, *form, "--lang", "zh", env={"PYTHONIOENCODING": "gbk"}, encoding="gbk")
        assert ran.code in (0, 1)
        assert ran.err == ""
        assert ran.out
        if form:
            json.loads(ran.out)


@pytest.mark.parametrize("args", EVERY)
def test_a_reader_who_leaves_is_no_trouble(roles: Path, tmp_path: Path, environment: Callable, args: list[str]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "salesduty", *args],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) in (0, 1)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_help_names_every_option(run: Callable, lang: str) -> None:
    out = run("check", "--help", "--lang", lang).out

    for option in ("--output FILE", "--explain ADDRESS", "--suggest", "--write", "--ratchet FILE"):
        assert option in out
    for shown in check.WORDS.examples:
        assert shown.typed in out
