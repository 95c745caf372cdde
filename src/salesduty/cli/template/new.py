"""salesduty template new: a Word file to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from salesduty.cli.options import Language
from salesduty.cli.terminal import Terminal
from salesduty.cli.words import LANG, Shown, Words
from salesduty.results.wording import Text

Document = Literal["handbook", "post", "agreement", "scorecard", "onboarding"]

_WRITTEN = Text("已写入 {path}", "wrote {path}")
_NEXT = Text(
    "用 Word 打开，改字体、版式和文字，标签的用法写在最后一页。改好后运行：\n"
    "  salesduty template check {path}\n  salesduty render --document {document} --template {path}",
    "Open it in Word and change its looks and words; its last page tells how tags work. Then run:\n"
    "  salesduty template check {path}\n  salesduty render --document {document} --template {path}",
)
_NOT_DOCX = Text("文件名要以 .docx 结尾：{path}", "The name of the file ends in .docx: {path}")
_THERE = Text(
    "{path} 已经有了，没有写入。请换一个文件名；要重新开始，加 --force。",
    "{path} is there already, and nothing was written. Choose another name; to begin anew, add --force.",
)


def new(
    context: typer.Context,
    document: Annotated[Document, typer.Argument(metavar="DOCUMENT")],
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    force: Annotated[bool, typer.Option("--force")] = False,
    lang: Language = None,  # noqa: ARG001 - read before the parser ran
) -> int:
    """Write the starter of a template; return 0, or 2 where the file is there already or is to be no docx."""
    from salesduty.disk.create import AlreadyThere
    from salesduty.toolkit.starter import start

    terminal: Terminal = context.obj
    if file.suffix.lower() != ".docx":
        terminal.complain(terminal.within(_NOT_DOCX, path=str(file)))
        return 2
    try:
        start(document, file, force=force)
    except AlreadyThere:
        terminal.complain(terminal.within(_THERE, path=str(file)))
        return 2
    terminal.say(terminal.within(_WRITTEN, path=file.as_posix()))
    terminal.say(terminal.within(_NEXT, path=file.as_posix(), document=document))
    return 0


WORDS = Words(
    summary=Text("新建一份可以在 Word 里改的模板。", "Begin a template that can be edited in Word."),
    about=Text(
        "写一个 Word 文件，版式和自带的文件一样，内容是 {{ 岗位.岗位名称 }} 这样的标签。改好以后用 render --template 生成文件。\n"
        "退出码：0 已写入，2 已有同名文件或命令不能这样用，3 程序自身出错。",
        "Writes a Word file that looks as ours do, with tags such as {{ 岗位.岗位名称 }} in place of values. Use it with render "
        "--template.\nExit codes: 0 written, 2 the file is there already or wrong use, 3 a fault of salesduty itself.",
    ),
    options={
        "document": Text(
            "哪种文件：handbook 岗位责任制，post 岗位说明书，agreement 岗位责任书，scorecard 绩效考核表，onboarding 上岗一页纸。",
            "Of what: handbook, post (description), agreement, scorecard, onboarding.",
        ),
        "file": Text("写到哪个文件，以 .docx 结尾。", "The file to write, which ends in .docx."),
        "force": Text("已有同名文件时也写，原来的内容会丢。", "Write over a file that is there; what it held is lost."),
        "lang": LANG,
    },
    examples=(
        Shown("salesduty template new handbook company.docx", Text("岗位责任制的模板", "a template of handbooks")),
        Shown("salesduty template new agreement 责任书.docx", Text("岗位责任书的模板", "a template of agreements")),
    ),
)
