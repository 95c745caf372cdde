"""salesduty import: existing documents → definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from salesduty.cli.options import Language
from salesduty.cli.terminal import Terminal
from salesduty.cli.words import LANG, Shown, Words
from salesduty.results.wording import Text

if TYPE_CHECKING:
    from pathlib import Path

Format = Literal["json"]


def import_(
    context: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILES")],
    format: Annotated[Format, typer.Option("--format")] = "json",
    lang: Language = None,  # noqa: ARG001 - read before the parser ran
) -> int:
    """Print what documents say; return 0."""
    from salesduty.reporters.drafts import DRAFT_REPORTERS
    from salesduty.results.finding import INFO
    from salesduty.toolkit.importing import drafts

    terminal: Terminal = context.obj
    paths: list[str | Path] = [*files]
    terminal.show(DRAFT_REPORTERS[format](drafts(paths), terminal.look(INFO)))
    return 0


WORDS = Words(
    summary=Text("把现有的 Word、Excel 等文件变成定义。", "Turn the documents a company has into definitions."),
    about=Text(
        "读现有的岗位职责、岗位说明书、考核表，把部门、岗位、职责、任职资格、权限、指标整理出来。\n"
        "退出码：0 已读出，2 命令不能这样用，3 程序自身出错。",
        "Reads documents about posts and takes out departments, posts, duties, qualifications, authorities and KPIs.\n"
        "Exit codes: 0 read, 2 wrong use, 3 a fault of salesduty itself.",
    ),
    options={
        "files": Text("要读的文件。", "The documents."),
        "format": Text("输出形式：json 给程序用。", "The form: json for programs."),
        "lang": LANG,
    },
    examples=(Shown("salesduty import 岗位职责.txt --format json", Text("读一个文件", "read a file")),),
)
