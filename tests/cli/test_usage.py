from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import pytest

from salesduty.cli.commands import COMMANDS
from salesduty.cli.render import Document
from salesduty.cli.usage import explained, is_usage_error

NAMES = [command.name for command in COMMANDS]

DOCUMENTS = get_args(Document)
WRONG = [
    (
        ["lint", "--formt", "json"],
        "用法不对：没有 --formt 这个选项（是不是 --format？）",
        "error: there is no option --formt (did you mean --format?)",
        "salesduty lint",
    ),
    (["lint", "-x"], "用法不对：没有 -x 这个选项", "error: there is no option -x", "salesduty lint"),
    (
        ["lint", "--format", "sarf"],
        "用法不对：--format 不能是 sarf（是不是 sarif？），可以是：text、concise、json、jsonl、github、gitlab、sarif、junit、rdjsonl、markdown",
        "error: --format cannot be sarf (did you mean sarif?); it is one of: "
        "text, concise, json, jsonl, github, gitlab, sarif, junit, rdjsonl, markdown",
        "salesduty lint",
    ),
    (
        ["lint", "--fail-on", "warn"],
        "用法不对：--fail-on 不能是 warn（是不是 warning？），可以是：error、warning、info",
        "error: --fail-on cannot be warn (did you mean warning?); it is one of: error, warning, info",
        "salesduty lint",
    ),
    (
        ["fmt", "--keys", "cn"],
        "用法不对：--keys 不能是 cn，可以是：zh、en",
        "error: --keys cannot be cn; it is one of: zh, en",
        "salesduty fmt",
    ),
    (
        ["render", "--document=书"],
        f"用法不对：--document 不能是 书，可以是：{'、'.join(DOCUMENTS)}",
        f"error: --document cannot be 书; it is one of: {', '.join(DOCUMENTS)}",
        "salesduty render",
    ),
    (
        ["lint", "--format"],
        "用法不对：选项 --format 后面要写一个值",
        "error: the option --format needs a value",
        "salesduty lint",
    ),
    (
        ["render", "--despite-errors=1"],
        "用法不对：选项 --despite-errors 后面不要写值",
        "error: the option --despite-errors takes no value",
        "salesduty render",
    ),
    (
        ["whoo"],
        "用法不对：没有 whoo 这个命令（是不是 who？）。可用的命令：" + "、".join(NAMES),
        "error: there is no command whoo (did you mean who?); there are: " + ", ".join(NAMES),
        "salesduty",
    ),
    (
        ["检查\x1b[2J'"],
        "用法不对：没有 检查\\x1b[2J' 这个命令。可用的命令：" + "、".join(NAMES),
        "error: there is no command 检查\\x1b[2J'; there are: " + ", ".join(NAMES),
        "salesduty",
    ),
]


@pytest.mark.parametrize(("args", "zh", "en", "command"), WRONG)
def test_a_wrong_use_is_explained_with_the_remedy(run: Callable, args: list[str], zh: str, en: str, command: str) -> None:
    ran = run("--lang", "zh", *args)
    assert (ran.code, ran.out, ran.err) == (2, "", f"{zh}\n运行 {command} --help 查看用法。\n")

    ran = run("--lang", "en", *args)
    assert (ran.code, ran.out, ran.err) == (2, "", f"{en}\nRun {command} --help to see how it is used.\n")


def test_a_language_that_is_not_spoken(run: Callable) -> None:
    assert run("lint", "--lang", "fr").err.startswith("用法不对：--lang 不能是 fr，可以是：zh、en\n")


def test_no_command_at_all(run: Callable) -> None:
    assert run("--lang", "zh").err.startswith("用法不对：没有写要做什么。可用的命令：" + "、".join(NAMES) + "\n")


def test_nothing_at_all_shows_the_help_as_an_error(run: Callable) -> None:
    ran = run()

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == run("--help").out


class TestErrorsThatNoCommandCanCauseYet:
    """Arguments are optional and any number so far; the words stand ready for the command that is stricter."""

    @staticmethod
    def refused(*args: str) -> Any:
        import typer

        app = typer.Typer(add_completion=False)
        app.command()(strict)
        with pytest.raises(Exception) as caught:  # noqa: PT011 - the class is not for us to import
            typer.main.get_command(app).main(list(args), "salesduty", standalone_mode=False)
        assert is_usage_error(caught.value)
        return caught.value

    def test_a_missing_argument(self) -> None:
        assert explained(self.refused(), "zh", "utf-8") == "用法不对：没有写 word\n运行 salesduty --help 查看用法。"

    def test_a_bad_value(self) -> None:
        assert explained(self.refused("a", "--times", "x"), "en", "utf-8").splitlines()[0] == (
            "error: bad value for --times: 'x' is not a valid int."
        )

    def test_too_many_arguments(self) -> None:
        assert explained(self.refused("a", "b", "c"), "zh", "utf-8").splitlines()[0] == "用法不对：多出了参数：b c"

    def test_a_message_that_nobody_knows_is_passed_on(self) -> None:
        error: Any = self.refused()
        unknown = type(error).__mro__[2]("something {new}", error.ctx)

        assert explained(unknown, "zh", "utf-8").splitlines()[0] == "用法不对：something {new}"

    def test_a_quotation_that_is_none_is_passed_on(self) -> None:
        error: Any = self.refused()
        unknown = type(error).__mro__[2]("No such command it's.", error.ctx)

        assert explained(unknown, "en", "utf-8").startswith("error: there is no command it's;")


def strict(word: str, times: int = 1) -> None:
    pass


def test_another_exception_is_no_wrong_use() -> None:
    class UsageError(Exception):
        pass

    assert not is_usage_error(UsageError())
    assert not is_usage_error(ValueError())


HELP = """\
用法：salesduty fmt [选项] [路径]...

  项目按固定的顺序排，每级缩进两格，岗位等各部分之间空一行；注释跟着它说的内容走，写下的内容一字不
  改。写入之前会重新读一遍核对，不能保证不丢内容的文件不动。

  退出码：0 已整理好，1 有文件要整理（--check、--diff）或没能整理，2 命令不能这样用，3 程序自身出
  错。

参数：
  [路径]...  要整理的文件或文件夹。默认 roles。

选项：
  --keys zh|en  把项目名统一成一种语言：zh 中文（岗位名称），en 英文（name）。不写就不动。
  --check       不写文件，只列出要整理的文件；有就以 1 退出。
  --diff        不写文件，显示会改成什么样；有就以 1 退出。
  --lang zh|en  用哪种语言说话；也可以设环境变量 SALESDUTY_LANG。默认跟随系统。
  -h, --help    显示这段说明。

示例：
  salesduty fmt                       整理 roles 下的全部岗位文件
  salesduty fmt --check               在 CI 里检查写法
  salesduty fmt roles/general --diff  看看会改成什么样
  salesduty fmt --keys zh             项目名全部改成中文
"""


def test_the_help_of_a_command(run: Callable) -> None:
    ran = run("fmt", "--help")

    assert (ran.code, ran.out, ran.err) == (0, HELP, "")
    assert run("fmt", "-h").out == HELP


def test_the_help_in_english(run: Callable) -> None:
    shown = run("--lang", "en", "lint", "--help").out

    assert shown.startswith("Usage: salesduty lint [OPTIONS] [PATHS]...\n\n  Looks at the written fields")
    for heading in ("Arguments:", "Options:", "Examples:"):
        assert f"\n{heading}\n" in shown
    assert "By default" in shown
    assert not any("一" <= character <= "鿿" for character in shown)


def test_the_help_lists_the_commands(run: Callable) -> None:
    assert (
        "命令：\n  lint      检查岗位文件，指出问题在哪一行、怎么改。\n"
        "  check     找出没人负责的事和几个岗位争着做的事。\n" in run("--help").out
    )


def test_the_help_fits_a_narrow_window(run: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    from salesduty.reporters.columns import width

    monkeypatch.setenv("COLUMNS", "40")

    for lang in ("zh", "en"):
        lines = run("lint", "--help", "--lang", lang).out.splitlines()
        said = [line for line in lines if not line.lstrip().startswith(("salesduty", "用法", "Usage"))]
        assert max(map(width, said)) <= 40


@pytest.mark.parametrize("args", [["--version"], ["-V"], ["--lang", "en", "--version"], ["-V", "lint"]])
def test_the_version(run: Callable, args: list[str]) -> None:
    ran = run(*args)

    assert (ran.code, ran.out, ran.err) == (0, "salesduty 0.1.0\n", "")


def test_the_module_can_be_imported_without_running() -> None:
    import salesduty.__main__ as module

    assert module.main is not None
