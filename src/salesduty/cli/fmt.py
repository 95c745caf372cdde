"""salesduty fmt: role files in one style."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from salesduty.cli.options import USUAL_PATHS, Language, Paths
from salesduty.cli.progress import READ, Progress
from salesduty.cli.terminal import Terminal
from salesduty.cli.words import LANG, Shown, Words
from salesduty.results.wording import Text

Keys = Literal["zh", "en"]


def fmt(
    context: typer.Context,
    paths: Paths = None,
    keys: Annotated[Keys | None, typer.Option("--keys")] = None,
    check: Annotated[bool, typer.Option("--check")] = False,
    diff: Annotated[bool, typer.Option("--diff")] = False,
    lang: Language = None,  # noqa: ARG001 - read before the parser ran
) -> int:
    """Write the role files of `paths` in one style; return 1 for a file that cannot be read or written.

    With `check` or `diff` nothing is written, and 1 tells too that something would be.
    """
    from salesduty.reporters import formatted as reporter
    from salesduty.reporters.look import plain
    from salesduty.results.finding import WARNING
    from salesduty.toolkit.format import format_files

    terminal: Terminal = context.obj
    looking = check or diff
    with Progress(terminal, READ) as progress:
        done = format_files(paths or USUAL_PATHS, keys=keys, write=not looking, progress=progress)
    look = terminal.look(WARNING)
    if diff:
        terminal.show(reporter.differences(done, look))
        terminal.complain(plain(reporter.told(done, look)).rstrip("\n"))
    else:
        terminal.show(reporter.told(done, look))
    unreadable = any(each.why == "unreadable" for each in done.left)
    return int(unreadable or any(looking or each.left for each in done.files))


WORDS = Words(
    summary=Text("整理岗位文件的写法：顺序、缩进、空行。", "Bring role files into one style: order, indentation, blank lines."),
    about=Text(
        "项目按固定的顺序排，每级缩进两格，岗位等各部分之间空一行；注释跟着它说的内容走，写下的内容一字不改。"
        "写入之前会重新读一遍核对，不能保证不丢内容的文件不动。\n"
        "退出码：0 已整理好，1 有文件要整理（--check、--diff）或没能整理，2 命令不能这样用，3 程序自身出错。",
        "Fields in a fixed order, two blanks a level, a blank line between entities; comments go with what they are about, and "
        "not a word of the content changes. The result is read again and compared before it is written; a file that might lose "
        "something is left alone.\n"
        "Exit codes: 0 all in style, 1 files to be formatted (--check, --diff) or not able to be, 2 wrong use, 3 a fault of "
        "salesduty itself.",
    ),
    options={
        "paths": Text("要整理的文件或文件夹。默认 roles。", "Files or folders to format. By default roles."),
        "keys": Text(
            "把项目名统一成一种语言：zh 中文（岗位名称），en 英文（name）。不写就不动。",
            "Turn the names of fields into one language: zh or en. By default they stay.",
        ),
        "check": Text(
            "不写文件，只列出要整理的文件；有就以 1 退出。", "Write nothing, list what would be formatted; exit with 1 for any."
        ),
        "diff": Text(
            "不写文件，显示会改成什么样；有就以 1 退出。", "Write nothing, show what would change; exit with 1 for any."
        ),
        "lang": LANG,
    },
    examples=(
        Shown("salesduty fmt", Text("整理 roles 下的全部岗位文件", "format the role files below roles")),
        Shown("salesduty fmt --check", Text("在 CI 里检查写法", "check the style in CI")),
        Shown("salesduty fmt roles/general --diff", Text("看看会改成什么样", "what would change")),
        Shown("salesduty fmt --keys zh", Text("项目名全部改成中文", "all names of fields in Chinese")),
    ),
)
