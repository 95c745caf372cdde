from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from salesduty.cli import app, commands, who
from salesduty.cli.commands import Command

ROLES = """\
department: {id: sales, name: 销售部}
post: {id: csm, name: 客服主管, duties: [{text: 处理客户投诉, area: C14.handle, action: do}]}
"""


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command is there, whether or not it is in the tuple."""
    others = tuple(command for command in commands.COMMANDS if command.name != "who")
    for module in (app, commands):
        monkeypatch.setattr(module, "COMMANDS", (*others, Command("who", who.who, who.WORDS)))


def test_an_answer_is_printed_and_the_exit_code_is_0(run: Callable, write: Callable) -> None:
    write("roles/sales.yaml", ROLES)

    ran = run("who", "客户投诉", "--lang", "zh")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "“客户投诉”按这件事查：投诉与售后·投诉处理\n"
        "\n"
        "销售部\n"
        "  执行  客服主管  写明\n"
        "          处理客户投诉  roles/sales.yaml:2\n"
    )
    assert "客服主管  stated" in run("who", "客户投诉", "--lang", "en").out


def test_nobody_is_1(run: Callable, write: Callable) -> None:
    write("roles/sales.yaml", ROLES)

    assert run("who", "开票").code == 1
    assert run("who", "开票", "--lang", "zh").out.startswith("没有人负责“开票”。\n")


def test_json_is_json(run: Callable, write: Callable) -> None:
    write("roles/sales.yaml", ROLES)

    ran = run("who", "C14", "roles", "--format", "json")

    assert (ran.code, json.loads(ran.out)["departments"][0]["bearers"][0]["line"]) == (0, 2)


@pytest.mark.parametrize("args", [[], [" "], ["投诉", "没有"], ["投诉", "--format", "xml"]])
def test_a_wrong_use_is_2(run: Callable, write: Callable, args: list[str]) -> None:
    write("roles/sales.yaml", ROLES)
    ran = run("who", *args)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err


def test_without_departments_there_is_nobody_to_ask(run: Callable, write: Callable) -> None:
    write("roles/empty.yaml", "")

    assert run("who", "投诉").code == 2


def test_a_question_cannot_drive_the_terminal(run: Callable, write: Callable) -> None:
    write("roles/sales.yaml", ROLES)
    ran = run("who", "\x1b[31m\n::error::飞船")

    assert ran.code == 1
    assert "\x1b" not in ran.out
    assert "\n::" not in ran.out


def test_the_help_has_examples_that_parse() -> None:
    group = app.built("zh")

    assert {parameter.name for parameter in group.commands["who"].params} == set(who.WORDS.options)
    for shown in who.WORDS.examples:
        program, name, *args = shown.typed.split()
        assert (program, name) == ("salesduty", "who")
        group.commands[name].make_context(name, args, resilient_parsing=False)
