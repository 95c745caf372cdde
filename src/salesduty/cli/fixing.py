"""What `lint` does with `--fix`, `--unsafe-fixes` and `--diff`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from salesduty.cli.progress import Progress
from salesduty.cli.terminal import Terminal
from salesduty.results.wording import Text

_READ = Text("已读取 {done}/{total}", "{done}/{total} read")

FIX_WORDS: Mapping[str, Text] = {
    "fix": Text(
        "把不会改变意思的问题直接改好，给没有编号的职责、职能、环节和权限补上编号；注释、顺序和引号不动。",
        "Fix what changes no meaning, and give ids to duties, functions, steps and authorities that lack them; comments, order "
        "and quotes stay.",
    ),
    "unsafe_fixes": Text(
        "可能改变内容的也改：按比例调整权重、改正像是写错的名字。包含 --fix。",
        "Fix as well what may change a meaning: scale weights, put names that look mistyped right. Includes --fix.",
    ),
    "diff": Text(
        "只显示会改成什么样，不写文件；有可改的就以 1 退出。",
        "Show what would change, and write nothing; exit with 1 where something would.",
    ),
    "no_ids": Text("和 --fix 一起用：不补编号。", "With --fix: give no ids."),
}


@dataclass(frozen=True, slots=True)
class Fixing:
    """How far to go: also what is not safe, only a diff, ids as well."""

    unsafe: bool
    diff: bool
    give_ids: bool


def mend(paths: Sequence[str], fixing: Fixing, format: str, levels: tuple[str, str | None], terminal: Terminal) -> int:
    """Fix what is found in `paths` and report what is left; return 1 where something as severe as the first of `levels` is.

    With a diff nothing is written, and 1 tells that something would be. What was done goes to the standard error where the
    output is for programs.
    """
    from salesduty.reporters import fixed as reporter
    from salesduty.reporters.catalogue import REPORTERS
    from salesduty.reporters.look import plain
    from salesduty.results.finding import WARNING, Severity
    from salesduty.toolkit.fix import fix

    failing = Severity[levels[0]]
    shown = Severity[levels[1]] if levels[1] else min(WARNING, failing)
    with Progress(terminal, _READ) as progress:
        fixed = fix(paths, unsafe=fixing.unsafe, give_ids=fixing.give_ids, write=not fixing.diff, progress=progress)
    look = terminal.look(shown)
    if fixing.diff:
        terminal.show(reporter.differences(fixed, look))
        terminal.complain(plain(reporter.told(fixed, look)).rstrip("\n"))
        return int(bool(fixed.files))
    if format == "text":
        terminal.show(reporter.told(fixed, look))
    else:
        terminal.complain(plain(reporter.told(fixed, look)).rstrip("\n"))
    terminal.show(REPORTERS[format](fixed.report, look))
    left = any(edited.left for edited in fixed.files)
    return int(left or any(finding.severity >= failing for finding in fixed.report.findings))
