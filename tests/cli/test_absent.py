from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from salesduty.cli import absent, app, commands
from salesduty.cli.commands import Command

ROLES = """\
department: {id: sales, name: 销售部, systems: [{name: 客户管理系统, owner: clerk}]}
posts:
  - {id: clerk, name: 销售内勤, aliases: [内勤], headcount: 1, deputy: rep}
  - {id: rep, name: 销售代表, headcount: 3}
"""


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command is there, whether or not it is in the tuple."""
    others = tuple(command for command in commands.COMMANDS if command.name != "absent")
    for module in (app, commands):
        monkeypatch.setattr(module, "COMMANDS", (*others, Command("absent", absent.absent, absent.WORDS)))


def test_what_a_deputy_takes_over_is_printed_and_the_exit_code_is_0(run: Callable, write: Callable) -> None:
    write("roles/sales.yaml", ROLES)

    ran = run("absent", "内勤", "--lang", "zh")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "销售部：销售内勤不在（编制 1 人）\n  备岗      销售代表，能顶\n  全靠备岗销售代表接（1 件）\n  其他      维护系统：客户管理系统\n"
    )


def test_what_breaks_is_1(run: Callable, write: Callable) -> None:
    write("roles/sales.yaml", ROLES.replace(", deputy: rep", ""))

    ran = run("absent", "clerk", "roles", "--lang", "en")

    assert ran.code == 1
    assert "Nobody takes over (2)\n" in ran.out


def test_json_is_json(run: Callable, write: Callable) -> None:
    write("roles/sales.yaml", ROLES)

    told = json.loads(run("absent", "销售代表", "--format", "json").out)

    assert (told["post"], told["breaks"], told["absences"][0]["people"]) == ("销售代表", False, 3)


def test_an_unknown_post_or_department_is_a_wrong_use(run: Callable, write: Callable) -> None:
    write("roles/sales.yaml", ROLES)

    ran = run("absent", "销售内情", "--lang", "zh")
    assert (ran.code, ran.out, ran.err.startswith("没有叫“销售内情”的岗位，是不是：销售内勤")) == (2, "", True)
    ran = run("absent", "内勤", "--department", "x\x1b", "--lang", "zh")
    assert (ran.code, ran.err) == (2, "没有叫“x\\x1b”的部门。\n")
    assert run("absent", "内勤", "--department", "销售部").code == 0
    assert run("absent").code == 2
    assert run("absent", "内勤", "没有").code == 2


def test_the_help_has_examples_that_parse() -> None:
    group = app.built("zh")

    assert {parameter.name for parameter in group.commands["absent"].params} == set(absent.WORDS.options)
    for shown in absent.WORDS.examples:
        program, name, *args = shown.typed.split()
        assert (program, name) == ("salesduty", "absent")
        group.commands[name].make_context(name, args, resilient_parsing=False)
