"""What narrows a report down, and where its text comes from: a baseline, a revision to compare with, the standard input."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from salesduty.cli.terminal import Terminal
from salesduty.cli.words import APART
from salesduty.results.wording import Text

if TYPE_CHECKING:
    from salesduty.results.baseline import Baselined
    from salesduty.results.finding import Report
    from salesduty.toolkit.load import Overlay, Source

STANDARD_INPUT = "-"

BaselineFile = Annotated[Path | None, typer.Option("--baseline", metavar="FILE")]
WriteBaseline = Annotated[bool, typer.Option("--write-baseline")]
ChangedSince = Annotated[str | None, typer.Option("--changed-since", metavar="REV")]
StdinFilename = Annotated[Path | None, typer.Option("--stdin-filename", metavar="FILE")]

BASELINE_WORDS: Mapping[str, Text] = {
    "baseline": Text(
        "不报告这个基线文件里已经记下的问题，只报告新的；改好的会自动从文件里删去。",
        "Report only what this file does not hold; what has been mended leaves the file by itself.",
    ),
    "write_baseline": Text(
        "把现在的问题都记进基线文件（默认 salesduty-baseline.json，或 --baseline 写明的文件），以后只报告新的。",
        "Record all present findings in the file of --baseline, by default salesduty-baseline.json, to be told of new ones only.",
    ),
    "changed_since": Text(
        "只报告这次改动带来的问题：和 git 的这个版本（分支、标签或提交）分开以后新出现的，以及改动过的行上的。",
        "Report only what came with the changes made since this branch, tag or commit of git, and what stands on changed lines.",
    ),
}
STDIN_WORDS: Mapping[str, Text] = {
    "stdin_filename": Text(
        "和 - 一起用：标准输入的内容当作这个文件来检查，只报告它的问题，给编辑器用。",
        "With -: take the standard input for this file and report on it alone; for editors.",
    ),
}

_NOT_BESIDE = Text(
    "- 表示从标准输入读取，不能再写别的路径。请去掉其中一种。",
    "- stands for the standard input and goes with no other path. Leave one of them out.",
)
_ONLY_WITH_INPUT = Text(
    "--stdin-filename 只和 - 一起用，如 salesduty lint - --stdin-filename roles/general/post.yaml。",
    "--stdin-filename goes with - only, as in salesduty lint - --stdin-filename roles/general/post.yaml.",
)
_A_FOLDER = Text("--stdin-filename 要写一个文件，{path} 是文件夹。", "--stdin-filename must name a file, and {path} is a folder.")
_NO_INPUT = Text(
    "标准输入是关着的，没有内容可读。请用管道把文件传进来，如 salesduty lint - < post.yaml。",
    "The standard input is closed. Send a file through it, as in salesduty lint - < post.yaml.",
)
_WAITING = Text(
    "正在从键盘读取内容。输入完按 {end} 结束；不想等就按 Ctrl+C。",
    "Reading from the keyboard. Press {end} when you are done, or Ctrl+C to stop.",
)
_WRITTEN = Text(
    "已把 {hidden} 个问题记入基线 {file}。以后加上 --baseline {file}，只报告新的问题。",
    "{hidden} findings are recorded in {file}. From now on --baseline {file} reports new ones only.",
)
_NOT_WRITTEN = Text(
    "基线 {file} 写不进去，什么也没有记下。请检查权限和磁盘，或换一个文件（--baseline）。",
    "The baseline {file} cannot be written, and nothing was recorded. Check permissions and disk, or name another file "
    "(--baseline).",
)
_HIDDEN = Text("基线 {file} 里已有的 {hidden} 个问题没有报告。", "{hidden} findings in the baseline {file} are left out.")
_SHRUNK = Text(
    "{gone} 个问题已经改好，从基线 {file} 里删去了，还剩 {left} 个。请把这个文件一起提交。",
    "{gone} findings are mended and have left the baseline {file}; it holds {left} now. Commit it with your change.",
)
_EMPTY = Text(
    "基线 {file} 里的问题全部改好了。这个文件和 --baseline 都可以去掉了。",
    "All findings in the baseline {file} are mended. Remove the file and --baseline.",
)
_REFUSED = Text(
    "{gone} 个问题已经改好，但基线 {file} 写不进去，没有更新。请在能写的地方运行一次同样的命令，再提交这个文件。",
    "{gone} findings are mended, but the baseline {file} cannot be written. Run the same command where it can be, and commit it.",
)


def misused(
    paths: Sequence[str], *, stdin_filename: Path | None = None, since: str | None = None, write_baseline: bool = False
) -> Text | None:
    """Return what is wrong with these options taken together, and the remedy."""
    reads_input = STANDARD_INPUT in paths
    if reads_input and len(paths) > 1:
        return _NOT_BESIDE
    if stdin_filename is not None and not reads_input:
        return _ONLY_WITH_INPUT
    if stdin_filename is not None and stdin_filename.is_dir():
        return _A_FOLDER.filled({"path": str(stdin_filename)})
    if since is not None and (write_baseline or reads_input):
        return APART.filled({"one": "--changed-since", "other": "--write-baseline" if write_baseline else "-"})
    return APART.filled({"one": "--write-baseline", "other": "-"}) if write_baseline and reads_input else None


def source_of(paths: Sequence[str], stdin_filename: Path | None, terminal: Terminal) -> tuple[Source, Overlay | None] | None:
    """Return what is to be looked at and what overlays it; None, with a word about it, where the input is closed."""
    if STANDARD_INPUT not in paths:
        return paths, None
    data = _standard_input(terminal)
    if data is None:
        terminal.complain(terminal.within(_NO_INPUT))
        return None
    return ([stdin_filename], {stdin_filename: data}) if stdin_filename is not None else ({"<stdin>": data}, None)


def _standard_input(terminal: Terminal) -> bytes | None:
    from salesduty.source.problems import MOST_BYTES

    try:
        if sys.stdin is None or sys.stdin.closed:
            return None
        if sys.stdin.isatty():
            terminal.complain(terminal.within(_WAITING, end="Ctrl+Z, Enter" if sys.platform == "win32" else "Ctrl+D"))
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        return None


def through_baseline(report: Report, file: Path | None, *, write: bool, terminal: Terminal) -> Report | None:
    """Return what the baseline leaves of `report`, and tell what became of it; None where it could not be written."""
    if file is None and not write:
        return report
    from salesduty.disk.write import CannotWrite
    from salesduty.toolkit.baseline import USUAL_FILE, record, without_known

    if not write:
        return _told(without_known(report, file or USUAL_FILE), terminal)
    try:
        done = record(report, file or USUAL_FILE, terminal.lang)
    except CannotWrite as error:
        terminal.complain(terminal.within(_NOT_WRITTEN, file=error.path))
        return None
    terminal.complain(terminal.within(_WRITTEN, hidden=done.hidden, file=done.file))
    return done.report


def _told(done: Baselined, terminal: Terminal) -> Report:
    values: dict[str, Any] = {"file": done.file, "hidden": done.hidden, "gone": done.gone, "left": done.left}
    if done.hidden:
        terminal.complain(terminal.within(_HIDDEN, **values))
    if done.outcome != "kept":
        words = _REFUSED if done.outcome == "refused" else _SHRUNK if done.left else _EMPTY
        terminal.complain(terminal.within(words, **values))
    return done.report
