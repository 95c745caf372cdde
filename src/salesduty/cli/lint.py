"""salesduty lint: what the written fields and wordings say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from salesduty.cli import configured, fixing, sifting
from salesduty.cli.formats import FORMS, Formats, carry_edits, deliver, wanted
from salesduty.cli.options import USUAL_PATHS, ConfigFile, Ignore, Language, Level, NoConfig, Paths, Select, ShowSettings
from salesduty.cli.progress import READ, Progress
from salesduty.cli.terminal import Terminal
from salesduty.cli.words import LANG, Shown, Words
from salesduty.results.wording import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from salesduty.cli.configured import InForce
    from salesduty.cli.formats import Wanted
    from salesduty.toolkit.load import Overlay, Source


def lint(
    context: typer.Context,
    paths: Paths = None,
    format: Formats = None,
    fail_on: Annotated[Level | None, typer.Option("--fail-on")] = None,
    show: Annotated[Level | None, typer.Option("--show")] = None,
    fix: Annotated[bool, typer.Option("--fix")] = False,
    unsafe_fixes: Annotated[bool, typer.Option("--unsafe-fixes")] = False,
    diff: Annotated[bool, typer.Option("--diff")] = False,
    no_ids: Annotated[bool, typer.Option("--no-ids")] = False,
    select: Select = None,
    ignore: Ignore = None,
    config: ConfigFile = None,
    no_config: NoConfig = False,
    show_settings: ShowSettings = False,
    baseline: sifting.BaselineFile = None,
    write_baseline: sifting.WriteBaseline = False,
    changed_since: sifting.ChangedSince = None,
    stdin_filename: sifting.StdinFilename = None,
    no_cache: Annotated[bool, typer.Option("--no-cache")] = False,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, metavar="N")] = None,
    lang: Language = None,  # noqa: ARG001 - read before the parser ran
) -> int:
    """Print what is found in `paths`; return 1 where something is at least as severe as `fail_on`, else 0.

    What makes the command fail is shown, unless `show` says otherwise.
    """
    terminal: Terminal = context.obj
    reports = wanted(format, paths or (), context)
    given = paths or USUAL_PATHS
    asked = configured.Asked(select, ignore, config, no_config, fail_on, show)
    fixes = fixing.Fixing(fix=fix, unsafe=unsafe_fixes, diff=diff, give_ids=not no_ids)
    wrong = (
        configured.misused(asked)
        or sifting.misused(given, stdin_filename=stdin_filename, since=changed_since, write_baseline=write_baseline)
        or fixing.misused(fixes, given, since=changed_since, write_baseline=write_baseline)
    )
    if wrong is not None:
        terminal.complain(wrong.within(terminal.lang))
        return 2
    taken = sifting.source_of(given, stdin_filename, terminal)
    if taken is None:
        return 2
    source, overlay = taken
    settled = configured.in_force(terminal, source, asked)
    if show_settings:
        return settled.tell(reports[0].form)
    if fixes.asked:
        return fixing.mend(given, fixes, reports, baseline, settled)
    run = _Run(source, overlay, changed_since, baseline, write_baseline, no_cache, jobs)
    return _report(run, reports, settled)


class _Run(NamedTuple):
    """What is looked at, beside what, and how."""

    source: Source
    overlay: Overlay | None
    since: str | None
    baseline: Path | None
    write_baseline: bool
    no_cache: bool
    jobs: int | None


def _report(run: _Run, reports: Sequence[Wanted], settled: InForce) -> int:
    from salesduty.disk.survey import processors
    from salesduty.reporters.catalogue import REPORTERS
    from salesduty.toolkit.lint import lint as find

    terminal = settled.terminal
    with Progress(terminal, READ) as progress:
        found = find(
            run.source,
            settings=settled.configured.settings,
            overlay=run.overlay,
            since=run.since,
            progress=progress,
            workers=run.jobs or processors(),
            remember=not run.no_cache,
            edits=carry_edits(reports),
        )
    report = sifting.through_baseline(found, run.baseline, write=run.write_baseline, terminal=terminal)
    if report is None:
        return 2
    deliver(reports, report, lambda form, look: REPORTERS[form](report, look), terminal, terminal.look(settled.shown))
    return int(any(finding.severity >= settled.failing for finding in report.findings))


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
        "paths": Text(
            "要检查的文件或文件夹。默认 roles；写 - 则检查标准输入的内容。",
            "Files or folders to check. By default roles; - stands for the standard input.",
        ),
        "format": FORMS,
        "fail_on": Text(
            "出现这一级别或更严重的问题时，退出码为 1。默认 warning。",
            "Exit with 1 for findings of this severity or a graver one. By default warning.",
        ),
        "show": Text(
            "显示到哪一级别。默认 warning；--fail-on info 时为 info。",
            "Show findings down to this severity. By default warning, with --fail-on info info.",
        ),
        **fixing.FIX_WORDS,
        "select": configured.SELECT,
        "ignore": configured.IGNORE,
        "config": configured.CONFIG,
        "no_config": configured.NO_CONFIG,
        "show_settings": configured.SHOW_SETTINGS,
        **sifting.BASELINE_WORDS,
        **sifting.STDIN_WORDS,
        "no_cache": Text(
            "不用缓存。平时没有改过的文件不再重读，上次的结果直接用。",
            "Do without the cache, from which an unchanged tree is answered without being read again.",
        ),
        "jobs": Text(
            "最多同时用几个进程。默认和处理器一样多；文件不多时只用一个。",
            "How many processes to use at most. By default one a processor; a small tree is read by one.",
        ),
        "lang": LANG,
    },
    examples=(
        Shown("salesduty lint", Text("检查当前文件夹下的 roles", "check the folder roles")),
        Shown("salesduty lint roles/general --show info", Text("只看一个部门，提示也显示", "one department, with every hint")),
        Shown("salesduty lint --format github", Text("在拉取请求上做批注", "annotate a pull request")),
        Shown("salesduty lint --diff", Text("看看能自动修正什么，不改文件", "what could be fixed by itself, as a diff")),
        Shown("salesduty lint --fix", Text("改好不会改变意思的问题，补上编号", "fix what is safe, give ids")),
        Shown(
            "salesduty lint --format text --format sarif=out/salesduty.sarif",
            Text("屏幕上照常显示，另存一份 SARIF", "the usual report, and a SARIF file besides"),
        ),
        Shown(
            "salesduty lint --write-baseline",
            Text("记下现有的问题，以后只管新的", "record what is found by now"),
        ),
        Shown("salesduty lint --baseline salesduty-baseline.json", Text("只报告新的问题", "report new findings only")),
        Shown("salesduty lint --changed-since origin/main", Text("只看这次改动带来的问题", "what this change has caused")),
        Shown(
            "salesduty lint - --stdin-filename roles/general/post.yaml",
            Text("检查编辑器里还没有保存的内容", "what an editor has not saved yet"),
        ),
        Shown("salesduty lint --fail-on error", Text("有错误才算不通过", "pass unless there are errors")),
        Shown("salesduty lint --select KPI,REF001", Text("只查指标和一条引用规则", "the KPI rules and one about references")),
        Shown("salesduty lint --show-settings", Text("看每项设置来自哪里", "every setting and where it comes from")),
    ),
)
