"""salesduty init and new on the command line: questions at a terminal, options in a script."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from salesduty.cli import main
from salesduty.cli.terminal import Terminal

QUIET = """\
已写入 12 个文件：
  roles/sales/department.yaml
  roles/sales/kpis.yaml
  roles/sales/posts/sales-assistant.yaml
  roles/sales/posts/sales-manager.yaml
  roles/sales/posts/sales-representative.yaml
  roles/sales/posts/sales-supervisor.yaml
  roles/sales/processes/order-to-cash.yaml
  salesduty.toml
  salesduty.schema.json
  .gitlab-ci.yml
  .vscode/settings.json
  .vscode/extensions.json

接下来：
  岗位、指标和流程都是起点，逐句改成你们自己的
  salesduty lint     检查写法
  salesduty check    看谁负责什么，有没有空白和重叠
  salesduty render   生成签字用的 Word 文件
"""


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Have a person type lines at a terminal."""

    def typed(lines: str) -> None:
        monkeypatch.setattr(Terminal, "takes_answers", True)
        monkeypatch.setattr(sys, "stdin", io.StringIO(lines))

    return typed


def there(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_script_says_yes(run: Callable, tmp_path: Path) -> None:
    ran = run("init", "--yes", "--ci", "gitlab", "--lang", "zh")
    assert (ran.code, ran.out, ran.err) == (0, QUIET, "")
    assert run("lint").code == run("check").code == 0
    again = run("init", "--yes", "--id", "sales", "--lang", "zh")
    assert (again.code, again.out) == (2, "")
    assert again.err.startswith("已经有了，没有写入任何文件：roles/sales。")


def test_a_script_says_all(run: Callable, tmp_path: Path) -> None:
    given = (
        "--name",
        "华东销售部",
        "--id",
        "east",
        "--profile",
        "fmcg",
        "--approver",
        "董事长",
        "--editor",
        "none",
        "--keys",
        "en",
    )
    ran = run("init", "岗位库", *given, "--post", "业务代表=8", "--post", "大客户经理=2:销售经理", "--lang", "zh")
    assert (ran.code, ran.err) == (0, "")
    assert "  cd 岗位库\n" in ran.out
    assert "拟设" in ran.out
    home = tmp_path / "岗位库" / "roles" / "east"
    assert "\n  headcount: 8\n" in (home / "posts" / "field-representative.yaml").read_text(encoding="utf-8")
    assert "\n  reports_to: 销售经理\n" in (home / "posts" / "大客户经理.yaml").read_text(encoding="utf-8")
    assert not (tmp_path / "岗位库" / ".vscode").exists()
    assert run("lint", "岗位库").code == 0


def test_nobody_is_asked_where_nobody_is(run: Callable, tmp_path: Path) -> None:
    ran = run("init", "--name", "销售部", "--lang", "zh")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "这里不是终端，没有人可以回答。请写明 --profile，或加 --yes 全部用默认值。\n"
    assert there(tmp_path) == []


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--id", "Sales", "编号只用英文小写字母"),
        ("--id", "../x", "编号只用英文小写字母"),
        ("--name", "a\nb", "名称要写 1 到 60 个字"),
        ("--name", "", "名称要写 1 到 60 个字"),
        ("--approver", "x" * 100, "名称要写 1 到 60 个字"),
        ("--post", "销售代表", "看不懂 --post"),
        ("--post", "销售代表=0", "看不懂 --post"),
        ("--post", "销售代表=\x1b[31m", "看不懂 --post"),
        ("--profile", "bank", "--profile 不能是 bank"),
    ],
)
def test_a_wrong_option_is_told(run: Callable, tmp_path: Path, option: str, value: str, said: str) -> None:
    ran = run("init", "--yes", option, value, "--lang", "zh")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "\x1b" not in ran.err
    assert there(tmp_path) == []


def test_what_would_have_findings_is_shown_and_not_written(run: Callable, tmp_path: Path) -> None:
    ran = run("init", "--yes", "--post", "助理=1:销售经里", "--lang", "zh")
    assert ran.code == 1
    assert "找不到“销售经里”，是不是“销售经理”？" in ran.out
    assert there(tmp_path) == []


def test_a_person_is_asked_one_thing_after_the_other(run: Callable, type_in: Callable, tmp_path: Path) -> None:
    type_in("9\n3\n华东销售部\nEast\neast\n\n\n\n很多\n6\n\n\n大客户经理\n2\n\n\n2\n1\ny\n")
    ran = run("init", "--lang", "zh")
    assert ran.code == 0
    prompts = (
        "部门属于哪一类（1）：请写 1 到 8 的数字。\n部门属于哪一类（1）：部门名称（销售部）：",
        "也是文件夹的名称（sales）：编号只用英文小写字母、数字和连字符，字母开头，如 sales。\n",
        "文件由谁批准（总经理）：销售经理有几人（1）：销售主管有几人（1）：",
        "请写 1 到 1000 的数字。\n",
        "还有别的岗位吗？写名称，没有就回车：大客户经理有几人（1）：大客户经理的直接上级（销售经理）：",
        "写入 . 下的 14 个文件（回车或 y 写入，n 不写）：",
    )
    assert [prompt for prompt in prompts if prompt not in ran.err] == []
    home = tmp_path / "roles" / "east"
    assert "\n  部门类型: manufacturing\n" in (home / "department.yaml").read_text(encoding="utf-8")
    assert "\n  编制: 2\n" in (home / "posts" / "大客户经理.yaml").read_text(encoding="utf-8")
    assert (tmp_path / ".github" / "workflows" / "salesduty.yml").exists()
    assert run("lint", "--lang", "zh").code == 0


def test_only_what_the_options_do_not_say_is_asked(run: Callable, type_in: Callable) -> None:
    type_in("\n\n\n\n")
    given = ("--profile", "general", "--name", "销售部", "--id", "sales", "--post", "销售代表=6", "--editor", "none")
    ran = run("init", *given, "--lang", "en")
    assert ran.code == 0
    assert ran.err.count("]: ") == 3  # the approver, the code host, whether to write


def test_who_says_no_gets_nothing(run: Callable, type_in: Callable, tmp_path: Path) -> None:
    type_in("\n" * 11 + "x\nn\n")
    ran = run("init", "--lang", "zh")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("请写 y 或 n。\n写入 . 下的 11 个文件（回车或 y 写入，n 不写）：没有写入任何文件。\n")
    assert there(tmp_path) == []


@pytest.mark.parametrize("lines", ["", "3\n", "\n" * 11])
def test_who_goes_away_leaves_nothing_behind(run: Callable, type_in: Callable, tmp_path: Path, lines: str) -> None:
    type_in(lines)
    ran = run("init", "--lang", "zh")
    assert (ran.code, ran.out) == (130, "")
    assert ran.err.endswith("已中断。没有留下写了一半的文件。\n")
    assert there(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal is a thing of POSIX")
@pytest.mark.parametrize(("typed", "code"), [("\n" * 12, 0), ("\n\n\x03", 130)], ids=["to the end", "interrupted"])
def test_the_wizard_at_a_real_terminal(environment: Callable, tmp_path: Path, typed: str, code: int) -> None:
    import pty

    child, controller = pty.fork()
    if child == 0:  # pragma: no cover - another process
        os.chdir(tmp_path)
        # A shell that runs the tests in the background may have told its children to ignore this.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.execve(sys.executable, [sys.executable, "-m", "salesduty", "init", "--lang", "zh"], environment(TERM="dumb"))
    shown = b""
    for line in typed.replace("\x03", "\n\x03").splitlines(keepends=True):
        while not shown.endswith("：".encode()):
            shown += os.read(controller, 4096)
        shown = b""
        os.write(controller, line.encode())
        if line == "\n" and "\x03" in typed:
            continue
    try:
        while os.read(controller, 4096):
            pass
    except OSError:  # the other end has gone
        pass
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == code
    assert bool(there(tmp_path)) == (code == 0)


def test_new_writes_one_file_and_says_what_to_do(run: Callable, tmp_path: Path) -> None:
    run("init", "--yes")
    ran = run("new", "post", "大客户经理", "--reports-to", "销售经理", "--department", "sales", "--lang", "zh")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "已写入 roles/sales/posts/大客户经理.yaml\n岗位先记为“拟设”。写上职责，正式设岗后删掉“岗位状态”和“设立条件”。\n"
    )
    assert run("new", "process", "退换货", "--id", "returns").code == run("new", "kpi", "毛利率", "roles/sales").code == 0
    assert run("lint").code == 0


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("post", "大客户经理", "--reports-to", "销售经里"), 1, "是不是“销售经理”？"),
        (("post", "大客户经理", "--department", "销售"), 2, "没有叫“销售”的部门（是不是 销售部？）。已有的部门：销售部（sales）"),
        (("kpi", "毛利率", "--headcount", "2"), 2, "--headcount 只用于 post。"),
        (("post", " "), 2, "名称要写 1 到 60 个字"),
        (("post", "大客户经理", "--id", "Ka"), 2, "编号只用英文小写字母"),
        (("duty", "大客户经理"), 2, "不能是 duty，可以是：post、process、kpi"),
        (("post", "大客户经理", "elsewhere"), 2, "找不到 elsewhere"),
        (
            ("process", "订单", "--id", "order-to-cash"),
            2,
            "已经有了，没有写入任何文件：roles/sales/processes/order-to-cash.yaml。",
        ),
    ],
)
def test_what_new_cannot_do_is_told(run: Callable, tmp_path: Path, args: tuple[str, ...], code: int, said: str) -> None:
    run("init", "--yes")
    before = there(tmp_path)
    ran = run("new", *args, "--lang", "zh")
    assert ran.code == code
    assert said in ran.out + ran.err
    assert there(tmp_path) == before


def test_help_of_every_new_command_fits_a_narrow_window(run: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    for command in ("init", "new", "schema", "explain"):
        assert run(command, "--help").code == 0


def test_schema_is_printed_and_written(run: Callable, tmp_path: Path) -> None:
    printed = run("schema")
    written = run("schema", "--output", "x.json", "--lang", "zh")
    again = run("schema", "--output", "x.json", "--lang", "zh")
    assert (written.out, again.out) == ("已写入 x.json\n", "未变化 x.json\n")
    assert (tmp_path / "x.json").read_text(encoding="utf-8") == printed.out
    assert '"岗位名称"' in run("schema", "--entity", "post").out


def test_main_is_what_a_script_calls() -> None:
    assert main(["init", "--profile", "bank"]) == 2
