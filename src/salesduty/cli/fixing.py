"""What `lint` does with `--fix`, `--unsafe-fixes` and `--diff`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from salesduty.cli.formats import Wanted, carry_edits, deliver
from salesduty.cli.progress import READ, Progress
from salesduty.cli.sifting import through_baseline
from salesduty.cli.words import APART
from salesduty.results.wording import Text

if TYPE_CHECKING:
    from salesduty.cli.configured import InForce


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
    """How far to go: what is safe, also what is not, only a diff, ids as well."""

    fix: bool
    unsafe: bool
    diff: bool
    give_ids: bool

    @property
    def asked(self) -> bool:
        """Whether anything is to be mended, or shown as it would be."""
        return self.fix or self.unsafe or self.diff


def misused(fixing: Fixing, paths: Sequence[str], *, since: str | None, write_baseline: bool) -> Text | None:
    """Return what is wrong with the options taken together, and the remedy."""
    if not fixing.asked:
        return None
    option = "--fix" if fixing.fix else "--unsafe-fixes" if fixing.unsafe else "--diff"
    others = {"-": "-" in paths, "--changed-since": since is not None, "--write-baseline": write_baseline}
    other = next((name for name, given in others.items() if given), None)
    return APART.filled({"one": option, "other": other}) if other is not None else None


def mend(paths: Sequence[str], fixing: Fixing, reports: Sequence[Wanted], baseline: Path | None, settled: InForce) -> int:
    """Fix what is found in `paths` and report what is left; return 1 where something is as severe as the run may not have it.

    With a diff nothing is written, and 1 tells that something would be. What was done goes to the standard error where the
    output is for programs.
    """
    from salesduty.reporters import fixed as reporter
    from salesduty.reporters.catalogue import REPORTERS
    from salesduty.reporters.look import plain
    from salesduty.toolkit.fix import fix

    terminal = settled.terminal
    settings = settled.configured.settings
    with Progress(terminal, READ) as progress:
        fixed = fix(
            paths,
            settings=settings,
            unsafe=fixing.unsafe,
            give_ids=fixing.give_ids,
            write=not fixing.diff,
            edits=not fixing.diff and carry_edits(reports),
            progress=progress,
        )
    look = terminal.look(settled.shown)
    if fixing.diff:
        terminal.show(reporter.differences(fixed, look))
        terminal.complain(plain(reporter.told(fixed, look)).rstrip("\n"))
        return int(bool(fixed.files))
    if any(report.form == "text" and report.file is None for report in reports):
        terminal.show(reporter.told(fixed, look))
    else:
        terminal.complain(plain(reporter.told(fixed, look)).rstrip("\n"))
    report = through_baseline(fixed.report, baseline, write=False, terminal=terminal)
    if report is None:
        return 2
    deliver(reports, report, lambda form, look: REPORTERS[form](report, look), terminal, look)
    left = any(edited.left for edited in fixed.files)
    return int(left or any(finding.severity >= settled.failing for finding in report.findings))
