"""salesduty absent: what breaks when one person of a post is away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from salesduty.cli.options import USUAL_PATHS, Language, Paths
from salesduty.cli.progress import READ, Progress
from salesduty.cli.terminal import Terminal
from salesduty.cli.words import LANG, OR, Shown, Words
from salesduty.results.wording import Text

if TYPE_CHECKING:
    from salesduty.responsibility.absent import NotCalled

Format = Literal["text", "json"]

_NO_POST = Text("没有叫“{given}”的岗位{near}。", "No post is called “{given}”{near}.")
_NO_DEPARTMENT = Text("没有叫“{given}”的部门{near}。", "No department is called “{given}”{near}.")
_NEAR = Text("，是不是：{names}", "; did you mean {names}")


def absent(
    context: typer.Context,
    post: Annotated[str, typer.Argument(metavar="POST")],
    paths: Paths = None,
    department: Annotated[str | None, typer.Option("--department", metavar="NAME")] = None,
    format: Annotated[Format, typer.Option("--format")] = "text",
    lang: Language = None,  # noqa: ARG001 - read before the parser ran
) -> int:
    """Print what breaks when one person of `post` is away; return 0 where nothing does, 1 where something does."""
    from salesduty.reporters.answers import ABSENT_REPORTERS
    from salesduty.responsibility.absent import NotCalled
    from salesduty.results.finding import INFO
    from salesduty.toolkit.ask import absent as run

    terminal: Terminal = context.obj
    try:
        with Progress(terminal, READ) as progress:
            found = run(post, paths or USUAL_PATHS, department=department, progress=progress)
    except NotCalled as error:
        terminal.complain(_unknown(error, terminal))
        return 2
    terminal.show(ABSENT_REPORTERS[format](found, terminal.look(INFO)))
    return int(found.breaks)


def _unknown(error: NotCalled, terminal: Terminal) -> str:
    """Who is not known, and who may have been meant."""
    words = _NO_POST if error.kind == "post" else _NO_DEPARTMENT
    names = terminal.within(OR).join(terminal.within(Text("{name}", "{name}"), name=name) for name in error.near)
    near = terminal.within(_NEAR, names=names) if names else ""
    return terminal.within(words, given=error.given, near=near)


WORDS = Words(
    summary=Text("一个岗位没人时，什么事会断。", "What breaks when a post is empty."),
    about=Text(
        "休假、离职或空缺时，先说备岗顶不顶得了，再列出没人接的事：没人能批、没人做、没人守的时限、不够人的双人把关、"
        "没人主持的会、没人管的系统、没有上级的岗位；最后是全靠备岗或同事接的事和在等的人。钱和合同在前，客户其次。\n"
        "退出码：0 什么都不断，1 有事会断，2 命令不能这样用，3 程序自身出错。",
        "On leave or vacancy: whether the deputy can stand in, then what nobody takes over: approvals, duties, time limits, "
        "checks that take two people, meetings, systems, people without a superior; then what is all up to the deputy or to "
        "colleagues, and who waits. Money comes first, then customers.\n"
        "Exit codes: 0 nothing breaks, 1 something does, 2 wrong use, 3 a fault of salesduty itself.",
    ),
    options={
        "post": Text("岗位的名称、别名或编号。", "The name, an alias or the id of the post."),
        "paths": Text("在哪些文件或文件夹里找。默认 roles。", "Files or folders to look in. By default roles."),
        "department": Text(
            "几个部门有同名岗位时，只看这一个部门，写名称或编号。",
            "Look at this department alone, by name or id, where several have such a post.",
        ),
        "format": Text("输出形式：text 给人看，json 给程序用。", "The form: text for people, json for programs."),
        "lang": LANG,
    },
    examples=(
        Shown("salesduty absent 销售内勤", Text("销售内勤不在，什么事会断", "what breaks without this post")),
        Shown(
            "salesduty absent 销售总监 --department general",
            Text("同名岗位有几个，只看一个部门", "one department, where several have such a post"),
        ),
        Shown("salesduty absent 部长 roles/manufacturing --format json", Text("给程序用", "for a program")),
    ),
)
