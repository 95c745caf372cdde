"""salesduty explain: the handbook of rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from salesduty.cli.options import USUAL_PATHS, Language
from salesduty.cli.terminal import Terminal
from salesduty.cli.words import LANG, NEAR, OR, Shown, Words
from salesduty.results.wording import Text

if TYPE_CHECKING:
    from salesduty.toolkit.handbook import NotInHandbook

Format = Literal["text", "json", "markdown"]

_WRITTEN = Text("已写入 {folder}，共 {count} 页", "wrote {count} pages to {folder}")
_UNCHANGED = Text("{folder} 里的 {count} 页都没有变化", "the {count} pages in {folder} are as they were")
_NOT_FOUND = Text(
    "规则手册里没有“{asked}”{near}。运行 salesduty explain 看全部类别。",
    "The handbook has nothing on “{asked}”{near}. Run salesduty explain to see all families.",
)
_APART = Text(
    "--output 写出整本手册，不要再写规则。请去掉 {asked} 或 --output。",
    "--output writes the whole handbook. Leave {asked} or --output out.",
)


def explain(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="[CODE|WORDS]...")] = None,
    format: Annotated[Format, typer.Option("--format")] = "text",
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="DIR")] = None,
    lang: Language = None,  # noqa: ARG001 - read before the parser ran
) -> int:
    """Print what the handbook has on `words`, or write all of it to `output`; return 2 where it has nothing."""
    from salesduty.reporters.handbook import HANDBOOK_REPORTERS
    from salesduty.results.finding import INFO
    from salesduty.toolkit.configure import settings_of
    from salesduty.toolkit.handbook import NotInHandbook, handbook

    terminal: Terminal = context.obj
    asked = " ".join(words or ())
    if output is not None:
        if asked:
            terminal.complain(terminal.within(_APART, asked=asked))
            return 2
        return _write(output, terminal)
    try:
        found = handbook(asked, settings_of(USUAL_PATHS))
    except NotInHandbook as error:
        terminal.complain(_unknown(error, terminal))
        return 2
    terminal.show(HANDBOOK_REPORTERS[format](found, terminal.look(INFO)))
    return 0


def _write(folder: Path, terminal: Terminal) -> int:
    from salesduty.toolkit.handbook import write_handbook

    pages = write_handbook(folder)
    words = _WRITTEN if any(pages.values()) else _UNCHANGED
    terminal.say(terminal.within(words, folder=str(folder), count=len(pages)))
    return 0


def _unknown(error: NotInHandbook, terminal: Terminal) -> str:
    """What is not there, and what may have been meant."""
    near = terminal.within(NEAR, names=terminal.within(OR).join(error.near)) if error.near else ""
    return terminal.within(_NOT_FOUND, asked=error.asked[:80], near=near)


WORDS = Words(
    summary=Text("查规则手册：一条规则说什么、为什么、怎么改。", "The handbook of rules: what a rule says, why, and what to do."),
    about=Text(
        "写规则的代码或名称，显示这一条：为什么、怎么改、不好的例子和好的例子、能不能自动改、怎么设例外。"
        "写平常的话，按词去找，最像的在前。写一类的代码或名称，列出这一类。什么都不写，列出全部类别。\n"
        "退出码：0 找到了，2 没有这一条或命令不能这样用，3 程序自身出错。",
        "A code or a name shows that rule: why, what to do, examples of both kinds, whether it can be fixed, how exceptions are "
        "made. Plain words are looked for in all rules, the best first. The code or name of a family lists it; nothing at all "
        "lists the families.\nExit codes: 0 found, 2 nothing found or wrong use, 3 a fault of salesduty itself.",
    ),
    options={
        "words": Text(
            "规则的代码（WRD004）、名称（bare-manage）、类别（OVL、职责重叠），或要找的词。不写则列出全部类别。",
            "The code (WRD004) or name (bare-manage) of a rule, a family (OVL), or words to look for. By default all families.",
        ),
        "format": Text(
            "输出形式：text 给人看，json 给程序用（两种语言都有），markdown 可以贴进文档。",
            "The form: text for people, json for programs (in both languages), markdown for a page.",
        ),
        "output": Text(
            "把整本手册写到这个文件夹，Markdown，中英文各一份，每类一页。",
            "Write the whole handbook to this folder as Markdown, a page for each family in both languages.",
        ),
        "lang": LANG,
    },
    examples=(
        Shown("salesduty explain GAP004", Text("一条规则的全文", "one rule in full")),
        Shown("salesduty explain 职责重叠", Text("用平常的话找", "look for it in plain words")),
        Shown("salesduty explain KPI", Text("一类规则", "a family of rules")),
        Shown("salesduty explain --output docs/rules", Text("写出整本手册", "write the whole handbook")),
    ),
)
