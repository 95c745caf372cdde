"""salesduty render: the documents that people read and sign."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from salesduty.cli.options import USUAL_PATHS, Language, Paths
from salesduty.cli.progress import Progress
from salesduty.cli.terminal import Terminal
from salesduty.cli.words import LANG, Shown, Words
from salesduty.results.wording import Text

if TYPE_CHECKING:
    from salesduty.results.finding import Report

Format = Literal["docx", "html", "md", "xlsx"]
Document = Literal[
    "handbook",
    "post",
    "agreement",
    "scorecard",
    "onboarding",
    "raci",
    "register",
]

_RENDERED = Text("已生成 {done}/{total}", "{done}/{total} rendered")
_WRITTEN = Text("已写入 {path}", "wrote {path}")
_UNCHANGED = Text("未变化 {path}", "unchanged {path}")
_TOTAL = Text("共 {count} 个文件，其中 {changed} 个有变化", "{count} in all, {changed} changed")
_NOTHING = Text(
    "没有生成任何文件：给出的路径下没有部门。请指向放着 department.yaml 的文件夹。",
    "Nothing was rendered: there is no department below the given paths. Point to a folder that holds a department.yaml.",
)
_REFUSED = Text(
    "有错误，没有生成任何文件。请先改正；只想看看效果，可以加 --despite-errors。",
    "There are errors, and nothing was written. Mend them first; to have a look all the same, add --despite-errors.",
)


def render(
    context: typer.Context,
    paths: Paths = None,
    format: Annotated[Format, typer.Option("--format")] = "docx",
    document: Annotated[Document, typer.Option("--document")] = "handbook",
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR")] = Path("dist"),
    despite_errors: Annotated[bool, typer.Option("--despite-errors")] = False,
    lang: Language = None,  # noqa: ARG001 - read before the parser ran
) -> int:
    """Write the documents of `paths` below `output` and tell each; return 1 where errors stand against it, else 0."""
    from salesduty.toolkit.render import RenderRefused
    from salesduty.toolkit.render import render as run

    terminal: Terminal = context.obj
    try:
        with Progress(terminal, _RENDERED) as progress:
            rendered = run(
                paths or USUAL_PATHS,
                document=document,
                format=format,
                output=output,
                despite_errors=despite_errors,
                progress=progress,
            )
    except RenderRefused as refused:
        return _refuse(refused.report, terminal)
    if not rendered:
        terminal.complain(terminal.within(_NOTHING))
        return 2
    for file in rendered:
        terminal.say(terminal.within(_WRITTEN if file.changed else _UNCHANGED, path=str(file.path)))
    terminal.say(terminal.within(_TOTAL, count=len(rendered), changed=sum(file.changed for file in rendered)))
    return 0


def _refuse(report: Report, terminal: Terminal) -> int:
    """Show the errors that stand against rendering."""
    from salesduty.reporters.catalogue import REPORTERS
    from salesduty.results.finding import ERROR

    terminal.show(REPORTERS["text"](report, terminal.look(ERROR)))
    terminal.complain(terminal.within(_REFUSED))
    return 1


WORDS = Words(
    summary=Text("生成 Word、网页或 Markdown 文件。", "Make Word files, web pages or Markdown."),
    about=Text(
        "把部门的岗位责任制或各岗位的说明书生成文件，每个文件要么完整写好，要么不动。有错误的部门不生成。",
        "Makes the handbook of a department or the descriptions of its posts. A file is written whole or not at all. "
        "What has errors is not rendered.",
    ),
    options={
        "paths": Text("要生成的部门或文件夹。默认 roles。", "Departments or folders to render. By default roles."),
        "format": Text("文件格式：Word、网页、Markdown。", "The format: Word, a web page, Markdown."),
        "document": Text("生成什么：handbook 岗位责任制，post 岗位说明书。", "What to make: the handbook, or post descriptions."),
        "output": Text("写到哪个文件夹，没有就新建。", "The folder to write to, made where it is missing."),
        "despite_errors": Text("有错误也生成，只用来看效果。", "Render in spite of errors, to have a look."),
        "lang": LANG,
    },
    examples=(
        Shown(
            "salesduty render",
            Text("roles 下各部门的 Word 责任制，写到 dist", "the handbooks below roles, as Word files in dist"),
        ),
        Shown(
            "salesduty render roles/general --document post",
            Text("一个部门的各岗位说明书", "post descriptions of one department"),
        ),
        Shown("salesduty render --format html --output 网页", Text("生成网页", "web pages in a folder of your own")),
    ),
)
