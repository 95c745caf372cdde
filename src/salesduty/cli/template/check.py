"""salesduty template check: what is wrong with a template."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from salesduty.cli.options import Language
from salesduty.cli.template.new import Document
from salesduty.cli.template.telling import tell
from salesduty.cli.terminal import Terminal
from salesduty.cli.words import LANG, Shown, Words
from salesduty.results.wording import Text

_CLEAN = Text("没有问题：{path}", "Nothing is wrong with {path}")


def check(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE|FOLDER")],
    document: Annotated[Document | None, typer.Option("--document")] = None,
    lang: Language = None,  # noqa: ARG001 - read before the parser ran
) -> int:
    """Print what is wrong with a template, each with its place; return 0, 1 where there is something, 2 where it is none."""
    from salesduty.toolkit.company import flaws, template

    terminal: Terminal = context.obj
    found = flaws(template(file), document)
    if found:
        terminal.say(tell(found, terminal))
        return 1
    terminal.say(terminal.within(_CLEAN, path=str(file)))
    return 0


WORDS = Words(
    summary=Text(
        "检查模板：哪里的名称写错了，哪里的标签没有写完。", "Check a template: wrong names, tags that are not finished."
    ),
    about=Text(
        "逐处列出不认识的名称、没有写完或放错地方的标签，说明在哪一段、哪一格，怎么改。也可以检查模板文件夹。\n"
        "退出码：0 没有问题，1 有要改的地方，2 打不开或命令不能这样用，3 程序自身出错。",
        "Lists every unknown name and every tag that is unfinished or misplaced, where it stands and what to do. Folders of "
        "templates can be checked too.\nExit codes: 0 nothing is wrong, 1 something is, 2 it cannot be opened or wrong use, 3 a "
        "fault of salesduty itself.",
    ),
    options={
        "file": Text("Word 模板，或模板文件夹。", "A Word file, or a folder of templates."),
        "document": Text(
            "按哪种文件检查。不写时，按问题最少的一种。", "Check it as a template of this. By default, of what it suits best."
        ),
        "lang": LANG,
    },
    examples=(
        Shown("salesduty template check company.docx", Text("检查一份模板", "check a template")),
        Shown(
            "salesduty template check 责任书.docx --document agreement",
            Text("按岗位责任书检查", "check it as a template of agreements"),
        ),
    ),
)
