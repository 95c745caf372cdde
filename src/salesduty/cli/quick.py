"""`salesduty lint` with nothing but paths behind it, answered before Typer is imported, which takes half of a warm run.

It prints and returns what the whole command line would; a test holds the two equal.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from salesduty.cli.terminal import Terminal

_COMMAND = "lint"
_USUAL = ("roles",)
_STARS = frozenset("*?[")


def plain_paths(argv: Sequence[str]) -> tuple[str, ...] | None:
    """Return the paths of a plain `lint`, None where the command line says anything else."""
    if not argv or argv[0] != _COMMAND or any(not each or each.startswith("-") for each in argv[1:]):
        return None
    if sys.platform == "win32" and any(not _STARS.isdisjoint(each) for each in argv[1:]):
        return None  # no shell expands them there, and Typer does
    return tuple(argv[1:]) or _USUAL


def lint(paths: Sequence[str], terminal: Terminal) -> int:
    """Print what is found in `paths`; return 1 where something is as severe as the settings do not allow, else 0."""
    from salesduty.cli.configured import Asked, in_force
    from salesduty.cli.progress import READ, Progress
    from salesduty.disk.survey import processors
    from salesduty.reporters import text
    from salesduty.toolkit.lint import lint as run

    settled = in_force(terminal, paths, Asked())
    with Progress(settled.terminal, READ) as progress:
        report = run(paths, settings=settled.configured.settings, progress=progress, workers=processors(), remember=True)
    settled.terminal.show(text.report(report, settled.terminal.look(settled.shown)))
    return int(any(finding.severity >= settled.failing for finding in report.findings))
