"""salesduty who: who decides, does and reviews a thing, to whom it goes on, and in what time."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from salesduty.cli.options import USUAL_PATHS, Language, Paths
from salesduty.cli.progress import READ, Progress
from salesduty.cli.terminal import Terminal
from salesduty.cli.words import LANG, Shown, Words
from salesduty.results.wording import Text

Format = Literal["text", "json"]

_EMPTY = Text(
    "没有写要问什么。写一件事，如“客户投诉”，或职责领域的编号，如 C14。",
    "Nothing is asked. Write what you want to know, or the id of an area such as C14.",
)
_NO_DEPARTMENTS = Text("给出的路径下没有部门可以问。", "There is no department to ask below the given paths.")


def who(
    context: typer.Context,
    question: Annotated[str, typer.Argument(metavar="QUESTION")],
    paths: Paths = None,
    format: Annotated[Format, typer.Option("--format")] = "text",
    lang: Language = None,  # noqa: ARG001 - read before the parser ran
) -> int:
    """Print who holds what `question` asks for; return 0 where somebody does, 1 where nobody does."""
    from salesduty.reporters.answers import WHO_REPORTERS
    from salesduty.results.finding import INFO
    from salesduty.toolkit.ask import who as run

    terminal: Terminal = context.obj
    if not question.strip():
        terminal.complain(terminal.within(_EMPTY))
        return 2
    with Progress(terminal, READ) as progress:
        found = run(question, paths or USUAL_PATHS, progress=progress)
    if not found.answers and not found.others:
        terminal.complain(terminal.within(_NO_DEPARTMENTS))
        return 2
    terminal.show(WHO_REPORTERS[format](found, terminal.look(INFO)))
    return int(not found.is_held)


WORDS = Words(
    summary=Text("一件事谁负责：谁决定、谁执行、谁审核、交给谁。", "Who holds a thing: who decides, does, reviews, and gets it."),
    about=Text(
        "按你说的话去找，分部门列出谁决定、谁执行、谁审核、谁协助，附原文和出处；"
        "再列出交给谁、时限、频次、考核指标、流程环节和表单。"
        "“写明”是字段里写着的，“推断”是从句子里读出来的。\n"
        "退出码：0 有人负责，1 没有人负责，2 命令不能这样用，3 程序自身出错。",
        "Looks for what you ask in your own words and lists, by department, who decides, does, reviews and supports it, with the "
        "sentences and their places; then to whom it goes, in what time, how often, with what KPI, in which steps and forms. "
        "What is stated stands in a field, what is inferred was read from a sentence.\n"
        "Exit codes: 0 somebody holds it, 1 nobody does, 2 wrong use, 3 a fault of salesduty itself.",
    ),
    options={
        "question": Text(
            "要问的事，用平常的话；也可以写职能、环节、岗位、指标的名称，或职责领域的编号。有空格时加引号。",
            "What to ask, in plain words, or the name of a function, a step, a post, a KPI, or an area's id. Quote blanks.",
        ),
        "paths": Text("在哪些文件或文件夹里找。默认 roles。", "Files or folders to look in. By default roles."),
        "format": Text("输出形式：text 给人看，json 给程序用。", "The form: text for people, json for programs."),
        "lang": LANG,
    },
    examples=(
        Shown("salesduty who 客户投诉", Text("客户投诉谁负责", "who holds complaints")),
        Shown(
            "salesduty who 谁审批合同 roles/general", Text("只问一个部门，一句话也行", "one department, and a sentence will do")
        ),
        Shown("salesduty who C13 --format json", Text("按职责领域的编号找，给程序用", "by the id of an area, for a program")),
    ),
)
