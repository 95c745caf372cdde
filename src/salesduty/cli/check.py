"""salesduty check: who holds what, what nobody holds, and what two posts fight over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from salesduty.cli import configured, sifting
from salesduty.cli.formats import FORMS, WRITTEN, Formats, Wanted, deliver, wanted
from salesduty.cli.options import USUAL_PATHS, ConfigFile, Ignore, Language, Level, NoConfig, Paths, Select, ShowSettings
from salesduty.cli.progress import READ, Progress
from salesduty.cli.terminal import Terminal
from salesduty.cli.words import APART, LANG, NEAR, Shown, Words
from salesduty.results.wording import Text

if TYPE_CHECKING:
    from salesduty.cli.configured import InForce
    from salesduty.reporters.look import Look, Piece
    from salesduty.results.coverage import Checked
    from salesduty.results.ratchet import Ratcheted


_PLACES = {form: Path("dist", f"check.{form}") for form in ("html", "xlsx")}
_SPOKEN = ("text", "json")
_TELLS_RECORD = ("text", "json", "github")
_UNREAD = Text(
    "有 {count} 个文件没有读全，结论不完整，覆盖记录也不会改动：{files}。请先运行 salesduty lint 改正。",
    "{count} files could not be read whole, so the outcome is incomplete, and no record is changed: {files}. Run salesduty lint "
    "first and mend them.",
)
_OTHER_END = Text(
    "--output 的文件名要以 .{format} 结尾，免得覆盖别的文件。",
    "The file of --output must end in .{format}, lest another file is overwritten.",
)
_NO_FILE = Text(
    "--output 只用于 html 和 xlsx。请加上 --format html 或 --format xlsx，或去掉 --output。",
    "--output goes with html and xlsx only. Add --format html or --format xlsx, or leave --output out.",
)
_ONLY_SUGGESTED = Text(
    "--write 只和 --suggest 一起用。请加上 --suggest，或去掉 --write。",
    "--write goes with --suggest only. Add --suggest, or leave --write out.",
)
_ONLY_SPOKEN = Text(
    "{option} 只能输出 text 和 json。请去掉 --format {format}。",
    "{option} gives text and json only. Leave --format {format} out.",
)
_NO_ADDRESS = Text(
    "找不到地址 {address}{near}。地址写成 部门/岗位/职责，如 general/sales-representative/payment-collection；"
    "只写 部门/岗位 就逐条解释。",
    "nothing has the address {address}{near}. Write department/post/duty, as in general/sales-representative/payment-collection, "
    "or department/post for every duty of a post.",
)
_BAD_RECORD = Text(
    "看不懂覆盖记录 {place}：{what}。请改好这一处，或从版本库恢复；要重新建立，先删掉这个文件。",
    "The record {place} cannot be understood: {what}. Mend it, or take it from version control; "
    "to have it made anew, delete it first.",
)
_NO_RECORD = Text(
    "覆盖记录 {path} 写不进去，检查的结果没有记下。请检查权限和磁盘，或换一个文件（--ratchet）。",
    "The record {path} cannot be written, and nothing was recorded. Check permissions and disk, or name another file "
    "(--ratchet).",
)


class _Sifted(NamedTuple):
    """How the findings are narrowed down."""

    baseline: Path | None
    write: bool
    since: str | None


def check(
    context: typer.Context,
    paths: Paths = None,
    format: Formats = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")] = None,
    fail_on: Annotated[Level | None, typer.Option("--fail-on")] = None,
    show: Annotated[Level | None, typer.Option("--show")] = None,
    explain: Annotated[str | None, typer.Option("--explain", metavar="ADDRESS")] = None,
    suggest: Annotated[bool, typer.Option("--suggest")] = False,
    write: Annotated[bool, typer.Option("--write")] = False,
    ratchet: Annotated[Path | None, typer.Option("--ratchet", metavar="FILE")] = None,
    baseline: sifting.BaselineFile = None,
    write_baseline: sifting.WriteBaseline = False,
    changed_since: sifting.ChangedSince = None,
    select: Select = None,
    ignore: Ignore = None,
    config: ConfigFile = None,
    no_config: NoConfig = False,
    show_settings: ShowSettings = False,
    lang: Language = None,  # noqa: ARG001 - read before the parser ran
) -> int:
    """Show who holds what in `paths` and what is wrong with it; return 1 for findings as severe as `fail_on`, else 0.

    `explain` and `suggest` show something else instead, and return 0, or 2 where `write` could not write.
    """
    terminal: Terminal = context.obj
    asked = configured.Asked(select, ignore, config, no_config, fail_on, show)
    wrong = (
        _misused(format or (), output, explain=explain, suggest=suggest, write=write, ratchet=ratchet)
        or configured.misused(asked)
        or sifting.misused((), since=changed_since, write_baseline=write_baseline)
    )
    if wrong is not None:
        terminal.complain(wrong.within(terminal.lang))
        return 2
    source = paths or USUAL_PATHS
    places = _PLACES if output is None else dict.fromkeys(_PLACES, output)
    reports = wanted(format, paths or (), context, places)
    settled = configured.in_force(terminal, source, asked)
    if show_settings:
        return settled.tell(reports[0].form)
    if explain is not None:
        return _explain(explain, source, reports[0].form, settled)
    if suggest:
        return _suggest(source, reports[0].form, settled, write=write)
    return _check(source, reports, ratchet, _Sifted(baseline, write_baseline, changed_since), settled)


def _misused(
    formats: Sequence[str], output: Path | None, *, explain: str | None, suggest: bool, write: bool, ratchet: Path | None
) -> Text | None:
    """What is wrong with the options taken together, and the remedy."""
    asked = {"--explain": explain is not None, "--suggest": suggest, "--ratchet": ratchet is not None}
    given = [option for option, is_given in asked.items() if is_given]
    if len(given) > 1:
        return APART.filled({"one": given[0], "other": given[1]})
    if write and not suggest:
        return _ONLY_SUGGESTED
    unspoken = [form for form in formats if form not in _SPOKEN]
    if given and given[0] != "--ratchet" and unspoken:
        return _ONLY_SPOKEN.filled({"option": given[0], "format": unspoken[0]})
    if output is None:
        return None
    files = [form for form in formats if form in _PLACES]
    others = [form for form in files if output.suffix.lower() != f".{form}"]
    return _OTHER_END.filled({"format": others[0]}) if others else None if files else _NO_FILE


def _explain(address: str, source: Sequence[str], format: str, settled: InForce) -> int:
    from salesduty.reporters.checks import explained
    from salesduty.results.finding import WARNING
    from salesduty.toolkit.explain import UnknownAddress
    from salesduty.toolkit.explain import explain as run

    terminal = settled.terminal
    try:
        with Progress(terminal, READ) as progress:
            found = run(address, source, progress=progress)
    except UnknownAddress as error:
        near = terminal.within(NEAR, names=error.near) if error.near else ""
        terminal.complain(terminal.within(_NO_ADDRESS, address=error.address, near=near))
        return 2
    report = explained.json if format == "json" else explained.text
    terminal.show(report(found, terminal.look(WARNING)))
    return 0


def _suggest(source: Sequence[str], format: str, settled: InForce, *, write: bool) -> int:
    from salesduty.reporters.checks import suggested
    from salesduty.results.finding import WARNING
    from salesduty.toolkit.suggest import suggest as run

    terminal = settled.terminal
    with Progress(terminal, READ) as progress:
        found = run(source, settings=settled.configured.settings, write=write, progress=progress)
    report = suggested.json if format == "json" else suggested.text
    terminal.show(report(found, terminal.look(WARNING)))
    return 2 if any(edited.left for edited in found.files) else 0


def _check(
    source: Sequence[str],
    reports: Sequence[Wanted],
    record: Path | None,
    sifted: _Sifted,
    settled: InForce,
) -> int:
    from salesduty.disk.write import CannotWrite
    from salesduty.results.ratchet import BadRecord
    from salesduty.toolkit.check import check as run

    terminal, failing, shown = settled.terminal, settled.failing, settled.shown
    with Progress(terminal, READ) as progress:
        checked = run(source, settings=settled.configured.settings, since=sifted.since, progress=progress)
    report = sifting.through_baseline(checked.report, sifted.baseline, write=sifted.write, terminal=terminal)
    if report is None:
        return 2
    checked = replace(checked, report=report)
    if checked.unread:
        terminal.complain(terminal.within(_UNREAD, count=len(checked.unread), files=checked.unread[:3]))
    try:
        ratcheted = _ratcheted(checked, record if not checked.unread else None)
    except BadRecord as error:
        at = ":".join(str(part) for part in (error.file, error.line, error.column) if part)
        terminal.complain(terminal.within(_BAD_RECORD, place=at, what=error.what.within(terminal.lang)))
        return 2
    except CannotWrite as error:
        terminal.complain(terminal.within(_NO_RECORD, path=error.path))
        return 2
    _deliver(checked, ratcheted, reports, terminal, terminal.look(shown))
    fallen = ratcheted is not None and ratcheted.outcome == "fallen"
    return int(fallen or bool(checked.unread) or any(finding.severity >= failing for finding in checked.report.findings))


def _ratcheted(checked: Checked, record: Path | None) -> Ratcheted | None:
    if record is None:
        return None
    from salesduty.toolkit.ratchet import ratchet

    return ratchet(checked.charts, record)


def _deliver(checked: Checked, ratcheted: Ratcheted | None, reports: Sequence[Wanted], terminal: Terminal, look: Look) -> None:
    """Print and write what is wanted, and tell what became of the record where no report does."""
    on_screen = any(report.file is None for report in reports)
    tell = terminal.complain if on_screen else terminal.say
    for report in reports:
        if report.form in _PLACES:
            tell(terminal.within(WRITTEN, path=str(_page(checked, report, look))))
    if not on_screen:
        from salesduty.reporters.summary import summary

        tell(summary(checked.report, look))
    texts = [report for report in reports if report.form not in _PLACES]
    deliver(texts, checked.report, lambda form, look: _pieces(checked, ratcheted, form, look), terminal, look)
    if ratcheted is not None and not any(report.form in _TELLS_RECORD for report in texts):
        from salesduty.reporters.checks.ratcheted import told
        from salesduty.reporters.look import plain

        tell(plain(told(ratcheted, look)).rstrip("\n"))


def _page(checked: Checked, report: Wanted, look: Look) -> Path:
    """Write what is shown of `checked` as a page or a workbook, and return where."""
    from dataclasses import replace

    from salesduty.toolkit.check_files import write_check

    return write_check(replace(checked, report=checked.report.at_least(look.show)), report.form, report.file)


def _pieces(checked: Checked, ratcheted: Ratcheted | None, form: str, look: Look) -> Iterator[Piece]:
    """A report, with what became of the record where its form has a place for it."""
    from salesduty.reporters.checks import CHECK_REPORTERS
    from salesduty.reporters.checks import ratcheted as records

    pieces = CHECK_REPORTERS[form](checked, look)
    if ratcheted is None or form not in _TELLS_RECORD:
        yield from pieces
    elif form == "json":
        yield from records.with_ratchet(pieces, ratcheted, look)
    elif form == "github":
        # GitHub shows the first few annotations, and a responsibility that is lost outweighs them all.
        yield from records.annotated(ratcheted, look)
        yield from pieces
    else:
        yield from pieces
        yield from records.told(ratcheted, look)


WORDS = Words(
    summary=Text(
        "找出没人负责的事和几个岗位争着做的事。", "Find what nobody is responsible for, and what several posts fight over."
    ),
    about=Text(
        "读懂每条职责，对照部门职能、流程环节和这类部门应有的职责，列出谁决定、谁执行、谁审核、谁协助；"
        "再指出空白和重叠，附原文和改法，后果重的在前。\n退出码：0 没有问题，1 有问题，2 命令不能这样用，3 程序自身出错。",
        "Reads each duty and sets it against the functions, the process steps and what such a department must cover: who "
        "decides, does, reviews, supports. Then gaps and overlaps, with the sentences and the remedy, the gravest first.\n"
        "Exit codes: 0 nothing found, 1 findings, 2 wrong use, 3 a fault of salesduty itself.",
    ),
    options={
        "paths": Text("要检查的文件或文件夹。默认 roles。", "Files or folders to check. By default roles."),
        "format": Text(
            FORMS.zh + "html（网页）和 xlsx（表格）总是写进文件。",
            FORMS.en + " html (a web page) and xlsx (for Excel) are in Chinese and always go to a file.",
        ),
        "output": Text(
            "html 和 xlsx 写到哪个文件。默认 dist/check.html、dist/check.xlsx。",
            "The file that html and xlsx are written to. By default dist/check.html and dist/check.xlsx.",
        ),
        "fail_on": Text(
            "出现这一级别或更严重的问题时，退出码为 1。默认 warning。",
            "Exit with 1 for findings of this severity or a graver one. By default warning.",
        ),
        "show": Text(
            "显示到哪一级别；info 时逐项列出全部职责。默认 warning；--fail-on info 时为 info。",
            "Show findings down to this severity; with info every duty is listed. By default warning, with --fail-on info info.",
        ),
        "explain": Text(
            "解释一条职责是怎么读懂的：地址写成 部门/岗位/职责；写 部门/岗位 就逐条解释。",
            "Show how one duty was read; its address is department/post/duty. With department/post every duty of the post.",
        ),
        "suggest": Text(
            "列出少数几处值得确认的字段：确认了会改变结论。以补丁形式显示，不改文件。",
            "List the few fields whose confirmation would change a finding, as a patch; no file is changed.",
        ),
        "write": Text(
            "和 --suggest 一起用：把补丁写入文件，注释和其他内容一字不动。",
            "With --suggest: write the patch to the files; comments and all else stay as they are.",
        ),
        "ratchet": Text(
            "和覆盖记录比较：原来有人负责的不能变成没有，否则退出码为 1；覆盖提高了就更新记录。没有这个文件就建立。",
            "Compare with a record of what is held: exit with 1 where something is lost, raise the record where more is held. "
            "The file is made if it is not there.",
        ),
        "select": configured.SELECT,
        "ignore": configured.IGNORE,
        "config": configured.CONFIG,
        "no_config": configured.NO_CONFIG,
        "show_settings": configured.SHOW_SETTINGS,
        **sifting.BASELINE_WORDS,
        "lang": LANG,
    },
    examples=(
        Shown("salesduty check", Text("检查 roles 下各部门，先看覆盖图", "check the departments below roles, the map first")),
        Shown("salesduty check roles/general --show info", Text("只看一个部门，逐项列出", "one department, item by item")),
        Shown("salesduty check --format html", Text("生成网页 dist/check.html", "a web page, dist/check.html")),
        Shown(
            "salesduty check --format xlsx --output 职责覆盖.xlsx",
            Text("生成 Excel：覆盖表和 RACI", "an Excel file with the coverage and the RACI matrix"),
        ),
        Shown("salesduty check --format github", Text("在拉取请求上做批注", "annotate a pull request")),
        Shown(
            "salesduty check --explain general/sales-representative/payment-collection",
            Text("看一条职责是怎么读懂的", "how one duty was read"),
        ),
        Shown("salesduty check --suggest", Text("看确认哪几处就能定下结论", "what to confirm to settle the findings")),
        Shown("salesduty check --suggest --write", Text("把这几处写进文件", "write it to the files")),
        Shown("salesduty check --ratchet coverage.json", Text("不让覆盖悄悄变少", "let no responsibility be dropped unseen")),
    ),
)
