"""salesduty lint: what the written fields and wordings say."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from salesduty.cli.fixing import FIX_WORDS, Fixing, mend
from salesduty.cli.options import USUAL_PATHS, Language, Paths
from salesduty.cli.progress import Progress
from salesduty.cli.terminal import Terminal
from salesduty.cli.words import LANG, Shown, Words
from salesduty.results.wording import Text

Format = Literal["text", "json", "github"]
Level = Literal["error", "warning", "info"]

_READ = Text("已读取 {done}/{total}", "{done}/{total} read")


def lint(
    context: typer.Context,
    paths: Paths = None,
    format: Annotated[Format, typer.Option("--format")] = "text",
    fail_on: Annotated[Level, typer.Option("--fail-on")] = "warning",
    show: Annotated[Level | None, typer.Option("--show")] = None,
    fix: Annotated[bool, typer.Option("--fix")] = False,
    unsafe_fixes: Annotated[bool, typer.Option("--unsafe-fixes")] = False,
    diff: Annotated[bool, typer.Option("--diff")] = False,
    no_ids: Annotated[bool, typer.Option("--no-ids")] = False,
    lang: Language = None,  # noqa: ARG001 - read before the parser ran
) -> int:
    """Print what is found in `paths`; return 1 where something is at least as severe as `fail_on`, else 0.

    What makes the command fail is shown, unless `show` says otherwise.
    """
    from salesduty.reporters.catalogue import REPORTERS
    from salesduty.results.finding import WARNING, Severity
    from salesduty.toolkit.lint import lint as run

    terminal: Terminal = context.obj
    if fix or unsafe_fixes or diff:
        fixing = Fixing(unsafe=unsafe_fixes, diff=diff, give_ids=not no_ids)
        return mend(paths or USUAL_PATHS, fixing, format, (fail_on, show), terminal)
    failing = Severity[fail_on]
    shown = Severity[show] if show else min(WARNING, failing)
    with Progress(terminal, _READ) as progress:
        report = run(paths or USUAL_PATHS, progress=progress)
    terminal.show(REPORTERS[format](report, terminal.look(shown)))
    return int(any(finding.severity >= failing for finding in report.findings))


WORDS = Words(
    summary=Text("检查岗位文件，指出问题在哪一行、怎么改。", "Check role files: what is wrong, on which line, and what to do."),
    about=Text(
        "逐个检查写下的字段和措辞：文件能不能读、该写的有没有写、提到的岗位和指标存不存在、汇报关系和权重对不对。"
        "只报告给出的路径，但会读取整个部门来核对。\n退出码：0 没有问题，1 有问题，2 命令不能这样用，3 程序自身出错。",
        "Looks at the written fields and wordings: whether files can be read, what is missing, whether the posts and KPIs "
        "that are named exist, whether reporting lines and weights are right. Only the given paths are reported, but the whole "
        "department is read.\nExit codes: 0 nothing found, 1 findings, 2 wrong use, 3 a fault of salesduty itself.",
    ),
    options={
        "paths": Text("要检查的文件或文件夹。默认 roles。", "Files or folders to check. By default roles."),
        "format": Text(
            "输出形式：text 给人看，json 给程序用（含全部级别），github 给 GitHub Actions 做批注。",
            "The form of the report: text for people, json for programs (of every severity), github for annotations.",
        ),
        "fail_on": Text(
            "出现这一级别或更严重的问题时，退出码为 1。", "Exit with 1 for findings of this severity or a graver one."
        ),
        "show": Text(
            "显示到哪一级别。默认 warning；--fail-on info 时为 info。",
            "Show findings down to this severity. By default warning, with --fail-on info info.",
        ),
        **FIX_WORDS,
        "lang": LANG,
    },
    examples=(
        Shown("salesduty lint", Text("检查当前文件夹下的 roles", "check the folder roles")),
        Shown("salesduty lint roles/general --show info", Text("只看一个部门，提示也显示", "one department, with every hint")),
        Shown("salesduty lint --format github", Text("在拉取请求上做批注", "annotate a pull request")),
        Shown("salesduty lint --diff", Text("看看能自动修正什么，不改文件", "what could be fixed by itself, as a diff")),
        Shown("salesduty lint --fix", Text("改好不会改变意思的问题，补上编号", "fix what is safe, give ids")),
        Shown("salesduty lint --fail-on error", Text("有错误才算不通过", "pass unless there are errors")),
    ),
)
