"""salesduty render: the documents that people read and sign."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from salesduty.cli.options import USUAL_PATHS, Language, Paths
from salesduty.cli.progress import READ, Progress
from salesduty.cli.terminal import Terminal
from salesduty.cli.words import LANG, Shown, Words
from salesduty.results.wording import Text

if TYPE_CHECKING:
    from salesduty.results.finding import Report

Format = Literal["docx", "html", "md", "pdf", "svg", "xlsx"]
Document = Literal[
    "handbook",
    "post",
    "agreement",
    "scorecard",
    "raci",
    "chart",
    "process",
    "onboarding",
    "register",
    "check",
]

_RENDERED = Text("已完成 {done}/{total} 个岗位", "{done} of {total} posts done")
_PARTLY = Text("以上 {count} 个文件已经写好，其余没有写。", "These {count} are written, the rest is not.")
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
    name: Annotated[str | None, typer.Option("--name", metavar="PATTERN")] = None,
    theme: Annotated[Path | None, typer.Option("--theme", metavar="FILE")] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", metavar="N", min=0, max=64)] = None,
    font_path: Annotated[list[Path] | None, typer.Option("--font-path", metavar="DIR")] = None,
    template: Annotated[Path | None, typer.Option("--template", metavar="FILE|DIR")] = None,
    despite_errors: Annotated[bool, typer.Option("--despite-errors")] = False,
    lang: Language = None,  # noqa: ARG001 - read before the parser ran
) -> int:
    """Write the documents of `paths` below `output` and tell each; return 1 where errors stand against it, else 0."""
    from salesduty.toolkit.press import cores
    from salesduty.toolkit.render import RenderRefused, renderings

    terminal: Terminal = context.obj
    done: list[tuple[str, bool]] = []
    try:
        with Progress(terminal, _RENDERED) as progress, Progress(terminal, READ) as reading:
            rendered = renderings(
                paths or USUAL_PATHS,
                document=document,
                format=format,
                output=output,
                despite_errors=despite_errors,
                font_paths=tuple(font_path or ()),
                progress=progress,
                theme=theme,
                name=name,
                jobs=cores() if jobs == 0 else jobs,
                reading=reading,
                template=template,
            )
            done.extend((str(file.path), file.changed) for file in rendered)
    except RenderRefused as refused:
        return _refuse(refused.report, terminal)
    except BaseException:
        # What is written is there, whatever is in the way of the rest.
        _tell(done, terminal)
        if done:
            terminal.say(terminal.within(_PARTLY, count=len(done)))
        raise
    if not done:
        terminal.complain(terminal.within(_NOTHING))
        return 2
    _tell(done, terminal)
    terminal.say(terminal.within(_TOTAL, count=len(done), changed=sum(changed for _, changed in done)))
    return 0


def _tell(done: Iterable[tuple[str, bool]], terminal: Terminal) -> None:
    for path, changed in done:
        terminal.say(terminal.within(_WRITTEN if changed else _UNCHANGED, path=path))


def _refuse(report: Report, terminal: Terminal) -> int:
    """Show the errors that stand against rendering."""
    from salesduty.reporters.catalogue import REPORTERS
    from salesduty.results.finding import ERROR

    terminal.show(REPORTERS["text"](report, terminal.look(ERROR)))
    terminal.complain(terminal.within(_REFUSED))
    return 1


WORDS = Words(
    summary=Text("生成岗位责任制、说明书、责任书等各种文件。", "Make the documents that people read and sign."),
    about=Text(
        "把部门的职责生成可以发出去的文件：岗位责任制、岗位说明书、责任书、考核表、分工表、结构图等。"
        "每个文件要么完整写好，要么不动；没有变化的不重写。有错误的部门不生成。",
        "Makes the documents that a department hands out: handbook, post descriptions, agreements, scorecards, charts. "
        "A file is written whole or not at all, and not again where it stays the same. What has errors is not rendered.",
    ),
    options={
        "paths": Text("要生成的部门或文件夹。默认 roles。", "Departments or folders to render. By default roles."),
        "format": Text(
            "文件格式：Word、PDF、网页、Markdown、Excel、SVG；xlsx 只用于 scorecard、raci、register、check，"
            "svg 只用于 chart、process。",
            "The format: Word, PDF, a web page, Markdown, Excel, SVG; xlsx goes with scorecard, raci, register and check, svg "
            "with chart and process.",
        ),
        "document": Text(
            "生成什么：handbook 岗位责任制，post 岗位说明书，agreement 岗位责任书，scorecard 绩效考核表，raci 职责分工表，"
            "chart 组织结构图，process 流程与交接，onboarding 上岗一页纸，register 职责清单，check 职责检查报告。",
            "What to make: the handbook of a department, post descriptions, agreements, scorecards, who does what (raci), "
            "the organisation chart, processes and hand-offs, a page for new colleagues, the register of duties, or the report "
            "of gaps and overlaps (check).",
        ),
        "output": Text("写到哪个文件夹，没有就新建。", "The folder to write to, made where it is missing."),
        "name": Text(
            "文件怎么命名，/ 分开文件夹，花括号里可以写：部门编号、部门、公司、岗位、文件、标题、名称、文件编号、版本、生效日期、"
            "周期。空着的，连同前面的横线一起省去。不写时，部门编号是文件夹，名称是文件名。",
            "How files are called; / makes folders. Between braces: department, department-name, company, post, document, title, "
            "name, number, version, effective, cycle. What is empty takes the dash before it along. By default "
            "the department is the folder and the name the file.",
        ),
        "theme": Text(
            "版式文件 theme.yaml：字体、颜色、标志、编号样式、封面、页眉。写法见 docs/theme.zh-CN.md。",
            "A theme.yaml with fonts, colours, logo, numbering, cover and header text; see docs/theme.zh-CN.md.",
        ),
        "jobs": Text(
            "几个进程同时生成；0 表示有几个核就用几个。不写时，文件多才用。",
            "How many processes work at once; 0 for one a core. By default several where there is much to do.",
        ),
        "font_path": Text(
            "PDF 先用哪个文件夹里的字体，可以给几次；其余用系统的字体。",
            "A folder whose fonts a PDF is set in before those of the system; may be given several times.",
        ),
        "template": Text(
            "公司自己的模板：一个 Word 文件（先用 salesduty template new 新建），或一个模板文件夹。",
            "A template of your own: a Word file (begin one with salesduty template new), or a folder of templates.",
        ),
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
        Shown(
            'salesduty render --document post --name "{部门}/{岗位}-{版本}.docx"',
            Text("文件名里写上版本", "with the version in the names of files"),
        ),
        Shown(
            "salesduty render --theme theme.yaml",
            Text("用公司的字体、颜色和标志", "in the fonts and colours and with the logo of the company"),
        ),
        Shown(
            "salesduty render --format pdf --font-path fonts",
            Text("生成 PDF，先用 fonts 文件夹里的字体", "PDF files, set in the fonts of a folder of your own"),
        ),
        Shown(
            "salesduty render --document post --template company.docx",
            Text("用公司自己的 Word 模板", "with a Word file of your own as template"),
        ),
        Shown("salesduty render --format html --output 网页", Text("生成网页", "web pages in a folder of your own")),
    ),
)
