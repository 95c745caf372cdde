"""salesduty import: existing documents → definitions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from salesduty.cli.options import Language
from salesduty.cli.terminal import Terminal
from salesduty.cli.words import LANG, Shown, Words
from salesduty.results.wording import Text

Format = Literal["text", "json"]
Keys = Literal["zh", "en"]

_NO_DOCUMENTS = Text(
    "{paths} 里没有可以导入的文件。能导入的有：Word、Excel、WPS、PDF、网页和文本文件。",
    "There is nothing to import in {paths}. What can be imported are Word, Excel, WPS, PDF, web and text files.",
)
_MOST_NAMED = 3
_CLASH = Text("{one} 和 {other} 不能一起用。", "{one} and {other} do not go together.")
_WRITE_ALONE = Text(
    "--write 要和 --into 一起用；写到新的文件夹用 --to。", "--write goes with --into; to write to a new folder, use --to."
)


def import_(
    context: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILES")],
    to: Annotated[Path | None, typer.Option("--to", metavar="DIR")] = None,
    into: Annotated[Path | None, typer.Option("--into", metavar="DIR")] = None,
    write: Annotated[bool, typer.Option("--write")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    format: Annotated[Format, typer.Option("--format")] = "text",
    simplified: Annotated[bool, typer.Option("--simplified")] = False,
    keys: Annotated[Keys, typer.Option("--keys")] = "zh",
    no_proposals: Annotated[bool, typer.Option("--no-proposals")] = False,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, metavar="N")] = None,
    lang: Language = None,  # noqa: ARG001 - read before the parser ran
) -> int:
    """Tell what the documents `files` say, and write it; return 1 where some of them could not be read, 2 where none could."""
    from salesduty.cli.importing import Importing
    from salesduty.disk.documents import documents, passed_over
    from salesduty.disk.survey import processors
    from salesduty.toolkit.importing import Wanted

    terminal: Terminal = context.obj
    wrong = _misused(to, into, write=write, dry_run=dry_run)
    if wrong is not None:
        terminal.complain(wrong.within(terminal.lang))
        return 2
    papers = documents(files)
    others = passed_over(files)
    if not papers:
        terminal.complain(terminal.within(_NO_DOCUMENTS, paths="、".join(files[:_MOST_NAMED])))
        return 2
    wanted = Wanted(simplified=simplified, keys=keys, proposals=not no_proposals)
    run = Importing(terminal, papers, wanted, jobs or processors(), others)
    if into is not None:
        return run.merge(into, files, write=write, json=format == "json")
    code = run.write(to, quiet=format == "json") if to is not None and not dry_run else 0
    if format == "json":
        return max(code, run.print_json(several=len(papers) > 1)) if code < 2 else code
    return run.outline(files, to) if to is None or dry_run else code


def _misused(to: Path | None, into: Path | None, *, write: bool, dry_run: bool) -> Text | None:
    """What is wrong with options that do not go together."""
    apart = (
        ("--to", "--into", to is not None and into is not None),
        ("--write", "--dry-run", write and dry_run),
    )
    for one, other, both in apart:
        if both:
            return _CLASH.filled({"one": one, "other": other})
    return _WRITE_ALONE if write and into is None else None


WORDS = Words(
    summary=Text("把现有的 Word、Excel 等文件变成岗位文件。", "Turn the documents a company has into definitions."),
    about=Text(
        "读现有的岗位职责、岗位说明书、考核表，找出部门、岗位、职责、任职资格、权限、指标和流程，写成一岗一个文件。原文的每个字要么"
        "写进去，要么说明为什么没有写；原文没有说的，一概不写成事实。不写 --to 时只看一看，不写任何文件。\n"
        "写好以后自动检查一遍，告诉您先改哪里；检查出问题不算导入失败。\n"
        "退出码：0 都读出来了，1 有文件没有读出来，2 一份都没有读出来或命令不能这样用，3 程序自身出错，130 中断。",
        "Reads descriptions of posts, and finds departments, posts, duties, qualifications, authorities, KPIs and "
        "processes; each post becomes a file. Every character is either in there or put aside with a reason, and what a document "
        "does not say is never written as fact. Without --to it only has a look.\n"
        "What was written is checked at once; findings are no failure of the import.\n"
        "Exit codes: 0 all were read, 1 some could not be read, 2 none could, or wrong use, 3 a fault of salesduty itself, 130 "
        "interrupted.",
    ),
    options={
        "files": Text(
            "要导入的文件或文件夹，可以写几个；文件夹连同里面的文件夹都会读。",
            "Documents or folders, several if need be; folders are gone through with all that is below them.",
        ),
        "to": Text(
            "写到哪个文件夹，要是新的或空的；通常在 roles 下面。要么全部写好，要么什么都不写。",
            "The folder to write to, new or empty, usually below roles. All is written or nothing.",
        ),
        "into": Text(
            "和已有的哪个文件夹比较：哪些是新的、改了的、原文已经没有的。不加 --write 不写任何文件。",
            "A folder with definitions to compare with: what is new, what has changed, what is gone. Nothing is written without "
            "--write.",
        ),
        "write": Text(
            "把比较出来的新内容写进 --into 的文件夹；您加的注释和别的内容都不动，原文已经没有的也不删。",
            "Put what is new and changed into the folder of --into; comments and all else stay, and nothing is deleted.",
        ),
        "dry_run": Text("只看一看，不写任何文件。", "Have a look, write nothing."),
        "format": Text(
            "text 给人看；json 给程序用，写出全部内容和出处。", "text for people; json for programs, with all that was found."
        ),
        "simplified": Text(
            '把繁体字转成简体。要先装 OpenCC：pip install "salesduty[simplified]"。',
            'Turn traditional characters into simplified ones; needs OpenCC: pip install "salesduty[simplified]".',
        ),
        "keys": Text("项目名用中文还是英文。默认中文。", "The language of the keys. By default Chinese."),
        "no_proposals": Text(
            "不写“推断”的注释。平时每条职责上面最多写一行，供您参考，不算内容。",
            "Leave out the comments with what is inferred, one a duty at the most.",
        ),
        "jobs": Text(
            "最多同时用几个进程。默认和处理器一样多；文件不多时只用一个。",
            "How many processes to use at most. By default one a processor; a few documents are read by one.",
        ),
        "lang": LANG,
    },
    examples=(
        Shown("salesduty import 岗位职责.docx", Text("先看看能读出什么", "see what can be found")),
        Shown("salesduty import 岗位职责.docx --to roles/sales", Text("写成岗位文件", "write it as definitions")),
        Shown("salesduty import 新版职责.docx --into roles/sales", Text("看改了什么", "what has changed")),
        Shown("salesduty import 新版职责.docx --into roles/sales --write", Text("把改动写进去", "and put it in")),
        Shown("salesduty import 岗位说明书 考核表.xlsx --to roles/sales", Text("一个文件夹加一份表格", "a folder and a sheet")),
        Shown("salesduty import 崗位職責.docx --simplified --to roles/sales", Text("繁体转简体", "in simplified characters")),
        Shown("salesduty import 岗位职责.txt --format json", Text("给程序用", "for programs")),
    ),
)
